// SPDX-License-Identifier: Apache-2.0

public import GraphAlgorithms
public import GraphModel
public import SourceDiagnostics

/// The nodes of a graph or of one of its types, ranked by how central they are.
///
/// Numbers have six decimals. Nodes whose numbers agree in all of them share a rank; they stand by
/// type, then key.
public struct CentralityAnswer: Answer {
  /// What the nodes are ranked by, with the numbers.
  public enum Measure: Sendable {
    case degree(DegreeCounts)
    case core(CoreNumbers)
    case pageRank(PageRank.Result)
    case closeness(Closeness)

    /// - Parameters:
    ///   - error: the greatest error of a sample's numbers.
    ///   - risk: how likely a greater one is.
    case betweenness(Betweenness.Result, error: Double, risk: Double, seed: UInt64)
  }

  private struct Row: Sendable {
    let rank: Int
    let node: NodeID
    let score: FixedDecimals
  }

  private let graph: PropertyGraph
  private let measure: Measure
  private let type: String?
  private let asOf: CalendarDate?
  private let isDirected: Bool
  private let nodeCount: Int
  private let rankedCount: Int
  private let rows: [Row]

  /// How many nodes that are not listed share the last rank listed.
  private let hiddenTies: Int

  /// - Parameters:
  ///   - type: rank only nodes of this type or label; the numbers are those of the whole graph.
  ///   - limit: how many nodes to list.
  public init(
    _ measure: Measure, type: String? = nil, limit: Int = .max, asOf: CalendarDate? = nil,
    isDirected: Bool = false, in graph: PropertyGraph
  ) {
    self.graph = graph
    self.measure = measure
    self.type = type
    self.asOf = asOf
    self.isDirected = isDirected
    let numbers = measure.numbers
    nodeCount = numbers.count
    let chosen = numbers.filter { node, _ in
      type.map { graph.typeName(of: node) == $0 || graph.labels(of: node).contains($0) } ?? true
    }
    rankedCount = chosen.count
    let order = chosen.indices.sorted { left, right in
      (chosen[right].score, left) < (chosen[left].score, right)
    }
    var rows: [Row] = []
    for (place, index) in order.prefix(max(0, limit)).enumerated() {
      let (node, score) = chosen[index]
      let tied = rows.last.flatMap { $0.score == score ? $0.rank : nil }
      rows.append(Row(rank: tied ?? place + 1, node: node, score: score))
    }
    self.rows = rows
    hiddenTies = order.dropFirst(rows.count).prefix { chosen[$0].score == rows.last?.score }.count
  }

  public var isEmpty: Bool { rows.isEmpty }
  public var schema: String { "entente.centrality/1" }

  public var blocks: [AnswerBlock] {
    guard !isEmpty else { return [.paragraph("There is no \(noun(1)) to rank\(dateText).")] }
    let hasTypes = type == nil
    let table = AnswerTable(
      columns: ["Rank", "Node"] + (hasTypes ? ["Type"] : []) + measure.shownColumns.map(\.title),
      rows: rows.map { row in
        let title = DisplayLabel.title(
          ofType: graph.typeName(of: row.node), in: graph.description)
        return [String(row.rank), graph.displayName(of: row.node)] + (hasTypes ? [title] : [])
          + measure.shownCells(of: row.node, row.score)
      })
    return [.table(table), .note(summary)] + measure.remarks.map { .note($0) }
  }

  public var table: AnswerTable {
    AnswerTable(
      columns: ["rank", "key", "type", "name"] + measure.columns.map(\.name),
      rows: rows.map { row in
        [
          String(row.rank), graph.key(of: row.node) ?? "", graph.typeName(of: row.node),
          graph.displayName(of: row.node),
        ] + measure.cells(of: row.node, row.score)
      })
  }

  public func writeMembers(to json: inout JSONWriter) {
    json.member("as_of", asOf?.description)
    json.member("by", measure.name)
    json.member("type", type)
    json.member("directed", isDirected)
    json.member("nodes", nodeCount)
    json.member("ranked", rankedCount)
    json.member("sample") { json in
      guard case .betweenness(let result, let error, let risk, let seed) = measure,
        let count = result.sampleCount
      else { return json.null() }
      json.object { json in
        json.member("sources", count)
        json.member("seed", String(seed))
        json.member("error", FixedDecimals(error).value)
        json.member("risk", risk)
      }
    }
    json.member("items") { json in
      json.array { json in
        for row in rows {
          json.object { json in
            json.member("rank", row.rank)
            json.writeIdentity(of: row.node, in: graph)
            if measure.isWhole {
              for (column, cell) in zip(measure.columns, measure.cells(of: row.node, row.score)) {
                if let number = Int(cell) { json.member(column.name, number) }
              }
            } else {
              json.member(measure.name, row.score.value)
            }
          }
        }
      }
    }
  }

  private var summary: String {
    var text = rows.count < rankedCount ? "The first \(rows.count) of " : ""
    text += "\(rankedCount) \(noun(rankedCount))"
    if type != nil { text += ", in a graph of \(nodeCount.counted("node"))" }
    text += dateText
    if hiddenTies > 0, let last = rows.last {
      text += "; \(hiddenTies) more share rank \(last.rank)"
    }
    return "\(text). \(measure.meaning)"
  }

  private var dateText: String { asOf.map { " as of \($0)" } ?? "" }

  private func noun(_ count: Int) -> String {
    guard let type else { return count == 1 ? "node" : "nodes" }
    let words = graph.description.types[type]
    return count == 1 ? (words?.title ?? type).lowercased() : words?.plural ?? "\(type) nodes"
  }
}
