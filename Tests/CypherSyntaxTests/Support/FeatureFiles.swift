// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The queries of openCypher's scenarios, with the rows of their examples put in.
enum FeatureFiles {
  /// Where the scenarios lie on this machine: `OPENCYPHER_FEATURES`, or beside the repository.
  static var folder: URL? {
    let environment = ProcessInfo.processInfo.environment["OPENCYPHER_FEATURES"]
    let beside = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../../shared/openCypher/features").standardizedFileURL.path
    return [environment, beside].compactMap { $0 }
      .first { FileManager.default.fileExists(atPath: $0) }.map { URL(fileURLWithPath: $0) }
  }

  struct Query {
    var file: String
    var text: String
    /// The detail of the error that the scenario expects at compile time.
    var expectedDetail: String?
  }

  static func queries(in folder: URL) throws -> [Query] {
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    var queries: [Query] = []
    for name in (names ?? []).sorted() where name.hasSuffix(".feature") {
      let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      var scenario = Scenario(file: name)
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        if line.contains("Scenario") || line.contains("Background:") {
          queries += scenario.queries
          scenario = Scenario(file: name)
        }
        scenario.read(String(line))
      }
      queries += scenario.queries
    }
    return queries
  }

  private struct Scenario {
    var file: String
    var texts: [(text: String, isSetUp: Bool)] = []
    var rows: [[String]] = []
    var detail: String?
    var open: [String]?
    var isInExamples = false
    var isSetUp = false

    init(file: String) { self.file = file }

    mutating func read(_ line: String) {
      let trimmed = line.trimmingCharacters(in: .whitespaces)
      if trimmed == "\"\"\"" {
        if let lines = open {
          texts.append((lines.joined(separator: "\n"), isSetUp))
          open = nil
        } else {
          open = []
        }
      } else if open != nil {
        open?.append(line)
      } else if trimmed.hasPrefix("Examples:") {
        isInExamples = true
      } else if trimmed.hasSuffix("executed:") || trimmed.hasSuffix("query:") {
        isSetUp = trimmed.hasSuffix("executed:")
      } else if isInExamples, trimmed.hasPrefix("|") {
        rows.append(Self.cells(trimmed))
      } else if let range = trimmed.range(of: "should be raised at compile time: ") {
        detail = String(trimmed[range.upperBound...])
      }
    }

    private static func cells(_ row: String) -> [String] {
      let bar = "\u{1}"
      return row.replacingOccurrences(of: "\\|", with: bar).dropFirst().dropLast()
        .split(separator: "|", omittingEmptySubsequences: false)
        .map {
          $0.trimmingCharacters(in: .whitespaces).replacingOccurrences(of: bar, with: "|")
        }
    }

    var queries: [Query] {
      texts.flatMap { text, isSetUp -> [Query] in
        let detail = isSetUp ? nil : detail
        guard let head = rows.first, rows.count > 1 else {
          return [Query(file: file, text: text, expectedDetail: detail)]
        }
        return rows.dropFirst().map { row in
          let filled = zip(head, row).reduce(text) {
            $0.replacingOccurrences(of: "<\($1.0)>", with: $1.1)
          }
          return Query(file: file, text: filled, expectedDetail: detail)
        }
      }
    }
  }
}
