// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// How near each node is to all others: the mean, over all other nodes, of 1 divided by the number
/// of steps to it, where what is not reached counts 0. From 0 to 1; 1 for a node that is linked to
/// every other.
///
/// Also known as harmonic centrality. Unlike the inverse of the mean distance it is defined in a
/// graph that falls apart.
///
/// ```
///   a ── b ── c      b: 1      a, c: (1 + 1/2) / 2 = 0.75
/// ```
/// ```swift
/// let nearness = try Closeness(in: view)
/// print(nearness.scores.ranked(limit: 5))
/// ```
///
/// - Complexity: O(nodes · (nodes + edges)); the budget bounds each search and all together.
/// - Literature: M. Marchiori, V. Latora, "Harmony in the small-world", Physica A 285 (2000);
///   P. Boldi, S. Vigna, "Axioms for centrality", Internet Mathematics 10 (2014).
public struct Closeness: Sendable {
  public let scores: NodeScores<Double>

  /// Works the numbers out.
  /// - Parameters:
  ///   - filter: node rules hold for every node.
  ///   - isDirected: whether only steps from source to target count, except types for which the
  ///     filter names a direction; then the distance is that from the node to the others.
  /// - Throws: ``AlgorithmError``.
  public init(
    in view: TraversalView, filter: TraversalFilter = TraversalFilter(), isDirected: Bool = false,
    budget: SearchBudget = .standard
  ) throws(AlgorithmError) {
    var meter = BudgetMeter(budget)
    let search = try HopSearch(view, filter: filter, isDirected: isDirected, budget: budget)
    scores = try traversing { () throws(TraversalError) in
      let graph = try WalkableGraph(
        view, filter: filter, isDirected: isDirected, side: .ahead, meter: &meter)
      var values: [Double] = []
      for node in graph.nodes {
        try meter.charge(graph.nodeCount + graph.entryCount)
        let counts = try search.distances(from: node).counts
        var sum = 0.0
        for (distance, count) in counts.enumerated().dropFirst() {
          sum += Double(count) / Double(distance)
        }
        values.append(graph.nodeCount > 1 ? sum / Double(graph.nodeCount - 1) : 0)
      }
      return NodeScores(graph, values: values)
    }
  }
}
