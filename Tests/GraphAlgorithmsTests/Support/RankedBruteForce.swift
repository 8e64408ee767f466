// SPDX-License-Identifier: Apache-2.0

import Foundation
import GraphAlgorithms
import GraphModel

/// Answers by listing every path of a mode and working out its cost, from names and values alone.
struct RankedBruteForce {
  let brute: BruteForce
  private var graph: PropertyGraph { brute.graph }

  init(_ graph: PropertyGraph) { brute = BruteForce(graph: graph) }

  /// Every path that answers the question, in the documented order.
  ///
  /// - Parameter hopLimit: where the question has none and walks may go on for ever.
  func paths(_ query: PathQuery, hopLimit: Int) -> [(path: GraphPath, cost: Int64)] {
    let limit = min(query.maximumHops ?? .max, hopLimit)
    let repeatsNodes = query.mode == .walk || query.mode == .trail
    var found: [GraphPath] = []
    func extend(_ nodes: [NodeID], _ steps: [GraphPath.Step]) {
      guard let last = nodes.last else { return }
      if last == query.end {
        let isAlive = steps.isEmpty ? brute.exists(last, on: query.filter.asOf) : true
        if isAlive, brute.passesWaypoints(nodes, query) {
          found.append(GraphPath(nodes: nodes, steps: steps))
        }
        if query.mode == .acyclic || (query.mode == .simple && !steps.isEmpty) { return }
      }
      guard steps.count < limit else { return }
      let open = brute.steps(from: last, query.filter, isDirected: query.isDirected)
      for (step, node) in open {
        let isTwin =
          node == last && step.isReversed
          && open.contains { $0.step.edge == step.edge && !$0.step.isReversed }
        if isTwin { continue }
        let isEnd = node == query.end || (repeatsNodes && node == query.start)
        if !isEnd, !brute.admits(node, query.filter) { continue }
        switch query.mode {
        case .walk: break
        case .trail: if steps.contains(where: { $0.edge == step.edge }) { continue }
        case .acyclic: if nodes.contains(node) { continue }
        case .simple:
          if nodes.contains(node), node != query.start || node != query.end { continue }
        }
        extend(nodes + [node], steps + [step])
      }
    }
    extend([query.start], [])
    return found.map { ($0, cost(of: $0, query.cost)) }.sorted { left, right in
      left.cost != right.cost ? left.cost < right.cost : brute.precedes(left.path, right.path)
    }
  }

  /// In millionths, term by term.
  func cost(of path: GraphPath, _ model: CostModel) -> Int64 {
    var sum: Int64 = 0
    let inner = path.nodes.dropFirst().dropLast()
    func weighted(_ number: Double, _ weight: PathCost) -> Int64 {
      Int64((number * Double(weight.millionths)).rounded(.toNearestOrAwayFromZero))
    }
    for term in model.terms {
      switch term.measure {
      case .hops: sum += Int64(path.hops) * term.weight.millionths
      case .instruments:
        var steps = path.hops
        let instruments = graph.description.instrumentTypes
        for node in inner where instruments.contains(graph.typeName(of: node)) { steps -= 1 }
        sum += Int64(steps) * term.weight.millionths
      case .property(let name, let missing):
        for step in path.steps {
          switch graph.value(of: step.edge, named: name) {
          case .integer(let number)?: sum += number * term.weight.millionths
          case .float(let number)?: sum += weighted(number, term.weight)
          default:
            sum += weighted(Double(missing?.millionths ?? 0) / 1_000_000, term.weight)
          }
        }
      case .specificity:
        sum += Int64(path.hops) * term.weight.millionths
        for node in inner {
          let logarithm = (log2(Double(graph.degree(of: node))) * 1_000_000).rounded()
          sum += weighted(logarithm / 1_000_000, term.weight)
        }
      }
    }
    return sum
  }
}
