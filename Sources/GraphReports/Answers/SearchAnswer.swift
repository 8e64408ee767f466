// SPDX-License-Identifier: Apache-2.0

public import GraphModel
public import SourceDiagnostics

/// The nodes whose names a text was found in.
public struct SearchAnswer: Answer {
  private let text: String
  private let graph: PropertyGraph
  private let matches: [NameIndex.Match]
  private let total: Int

  /// - Parameter limit: how many matches are listed; the rest are counted.
  public init(_ text: String, in graph: PropertyGraph, limit: Int) {
    self.text = text
    self.graph = graph
    let found = NameIndex(graph).search(text)
    total = found.count
    matches = Array(found.prefix(limit))
  }

  public var isEmpty: Bool { matches.isEmpty }
  public var schema: String { "entente.search/1" }

  public var blocks: [AnswerBlock] {
    guard !isEmpty else { return [.paragraph("Nothing is called '\(text)'.")] }
    var blocks: [AnswerBlock] = [.table(table)]
    if total > matches.count { blocks.append(.note("\(total - matches.count) more.")) }
    return blocks
  }

  public var table: AnswerTable {
    AnswerTable(
      columns: ["key", "type", "name", "found as"],
      rows: matches.map { match in
        let name = graph.displayName(of: match.node)
        let key = graph.key(of: match.node) ?? ""
        return [
          key, graph.typeName(of: match.node), name,
          match.name == name || match.name == key ? "" : match.name,
        ]
      })
  }

  public func writeMembers(to json: inout JSONWriter) {
    json.member("question", text)
    json.member("total", total)
    json.member("matches") { json in
      json.array { json in
        for match in matches {
          json.object { json in
            json.writeIdentity(of: match.node, in: graph)
            json.member("found_as", match.name)
          }
        }
      }
    }
  }
}
