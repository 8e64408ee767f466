// SPDX-License-Identifier: Apache-2.0

internal import GraphAlgorithms
public import SourceDiagnostics

/// How many nodes and edges of each type changed, by what became of them.
public struct DifferenceSummary: Answer {
  private struct Row: Sendable {
    var element: String
    var type: String
    var counts: [Int]
  }

  private let oldName: String
  private let newName: String
  private let rows: [Row]
  public let isEmpty: Bool

  public init(_ answer: DifferenceAnswer) {
    oldName = answer.oldName
    newName = answer.newName
    let difference = answer.difference
    isEmpty = difference.isEmpty
    let nodes = difference.nodes.map { (difference.typeName(of: $0), $0.kind) }
    let edges = difference.edges.map { (difference.typeName(of: $0), $0.kind) }
    let sources = difference.sources.map {
      ("", $0.old == nil ? ChangeKind.added : $0.new == nil ? .removed : .changed)
    }
    rows = Self.rows("node", nodes) + Self.rows("edge", edges) + Self.rows("source", sources)
  }

  private static func rows(_ element: String, _ changes: [(String, ChangeKind)]) -> [Row] {
    let byType = Dictionary(grouping: changes) { $0.0 }
    return byType.keys.sorted().map { type in
      Row(
        element: element, type: type,
        counts: ChangeKind.allCases.map { kind in
          byType[type]?.count { $0.1 == kind } ?? 0
        })
    }
  }

  public var schema: String { "entente.diff-summary/1" }

  public var blocks: [AnswerBlock] {
    guard !isEmpty else {
      return [.paragraph("No differences between \(oldName) and \(newName).")]
    }
    let heading = AnswerBlock.heading("\(oldName) → \(newName)")
    guard !rows.isEmpty else {
      return [heading, .paragraph("Only the description of the dataset differs.")]
    }
    return [heading, .table(table)]
  }

  public var table: AnswerTable {
    AnswerTable(
      columns: ["element", "type"] + ChangeKind.allCases.map(\.rawValue),
      rows: rows.map { [$0.element, $0.type] + $0.counts.map { $0 == 0 ? "" : String($0) } })
  }

  public func writeMembers(to json: inout JSONWriter) {
    json.member("old", oldName)
    json.member("new", newName)
    json.member("rows") { json in
      json.array { json in
        for row in rows {
          json.object { json in
            json.member("element", row.element)
            json.member("type", row.type.isEmpty ? nil : row.type)
            for (kind, count) in zip(ChangeKind.allCases, row.counts) {
              json.member(kind.rawValue, count)
            }
          }
        }
      }
    }
  }
}
