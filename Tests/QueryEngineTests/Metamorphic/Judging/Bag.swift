// SPDX-License-Identifier: Apache-2.0

import GraphModel
import QueryEngine

/// The rows of an answer without their order: each with how often it comes.
///
/// Rows are the same when their values are equivalent. Nodes and edges stand by their property
/// `id`, so that answers about differently built graphs can be compared.
struct Bag: Equatable {
  private(set) var counts: [[Value]: Int] = [:]

  init(_ result: QueryResult) {
    for row in result.rows { counts[row.map { Bag.named($0, result.graph) }, default: 0] += 1 }
  }

  init(rows: [[Value]]) {
    for row in rows { counts[row, default: 0] += 1 }
  }

  var count: Int { counts.values.reduce(0, +) }

  func isPart(of other: Bag) -> Bool {
    counts.allSatisfy { $0.value <= other.counts[$0.key, default: 0] }
  }

  static func + (left: Bag, right: Bag) -> Bag {
    var sum = left
    sum.counts.merge(right.counts, uniquingKeysWith: +)
    return sum
  }

  var distinct: Bag {
    var bag = self
    bag.counts = counts.mapValues { _ in 1 }
    return bag
  }

  /// What only one of two answers has.
  func differences(from other: Bag) -> String {
    func surplus(_ left: Bag, _ right: Bag) -> String {
      let rows = left.counts.compactMap { row, count in
        let more = count - right.counts[row, default: 0]
        return more > 0
          ? "  \(more) × [" + row.map { $0.text(.literal) }.joined(separator: ", ") + "]" : nil
      }
      return rows.isEmpty ? "  nothing" : rows.sorted().prefix(5).joined(separator: "\n")
    }
    return "only the first has\n\(surplus(self, other))\nonly the second has\n"
      + surplus(other, self)
  }

  private static func named(_ value: Value, _ graph: PropertyGraph) -> Value {
    switch value {
    case .node(let node): .list([.string("node"), graph.value(of: node, named: "id") ?? .null])
    case .edge(let edge): .list([.string("edge"), graph.value(of: edge, named: "id") ?? .null])
    case .path(let path):
      .list(
        path.nodes.map { named(.node($0), graph) } + path.edges.map { named(.edge($0), graph) })
    case .list(let values): .list(values.map { named($0, graph) })
    default: value
    }
  }
}

extension PropertyGraph {
  /// What a query answers within limits that end the few random queries which are too large.
  func bag(_ text: String, isOptimised: Bool = true) throws(QueryError) -> Bag {
    let options = PlanningOptions(isOptimised: isOptimised)
    return Bag(
      try PreparedQuery(text, for: self, options: options).run(on: self, limits: .ofTrials))
  }
}

extension QueryLimits {
  static let ofTrials = QueryLimits(time: .seconds(2), rows: 20_000, work: 400_000)
}
