// SPDX-License-Identifier: Apache-2.0

package import Foundation

/// The graphs that scenarios call by name: folders of files with queries that make them.
package struct NamedGraphs: Sendable {
  /// The part of a graph's description that says in which order its files are run.
  private struct Description: Decodable {
    var scripts: [String]
  }

  private let folder: URL

  package init(folder: URL) { self.folder = folder }

  /// The queries that make a graph; nil when there is no such graph.
  package func queries(making name: String) -> [String]? {
    let home = folder.appending(path: name)
    var scripts = [name]
    if let data = try? Data(contentsOf: home.appending(path: "\(name).json")),
      let description = try? JSONDecoder().decode(Description.self, from: data)
    {
      scripts = description.scripts
    }
    var queries: [String] = []
    for script in scripts {
      guard
        let text = try? String(
          contentsOf: home.appending(path: "\(script).cypher"), encoding: .utf8)
      else { return nil }
      queries += Self.queries(in: text)
    }
    return queries
  }

  /// The queries of a file, each of which ends with a semicolon at the end of a line.
  static func queries(in text: String) -> [String] {
    var queries: [String] = []
    var lines: [String] = []
    func finish() {
      let query = lines.joined(separator: "\n").trimmed
      if !query.isEmpty { queries.append(query) }
      lines = []
    }
    for line in text.split(whereSeparator: \.isNewline).map({ String($0).trimmed }) {
      lines.append(line.hasSuffix(";") ? String(line.dropLast()) : line)
      if line.hasSuffix(";") { finish() }
    }
    finish()
    return queries
  }
}
