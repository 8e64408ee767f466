// SPDX-License-Identifier: Apache-2.0

import GraphAlgorithms
import GraphModel
import GraphTestSupport

/// A random small graph with a random filter, and what the filter leaves of it, worked out from
/// names and dates alone.
struct WholeGraphQuestion {
  let graph: PropertyGraph
  let view: TraversalView
  let filter: TraversalFilter
  let isDirected: Bool

  /// The nodes that are left, ascending.
  let nodes: [NodeID]

  init(_ random: inout SeededGenerator) throws {
    graph = try RandomGraph.make(&random)
    view = TraversalView(graph)
    filter =
      random.chance(1, of: 3)
      ? TraversalFilter() : RandomGraph.filter(&random, in: graph, sparing: [])
    isDirected = random.chance(1, of: 2)
    let brute = BruteForce(graph: graph)
    let filter = filter
    nodes = graph.nodes.filter { brute.admits($0, filter) && brute.exists($0, on: filter.asOf) }
  }

  /// Every step from a node to another that is left, with its edge.
  func steps(from node: NodeID, isDirected: Bool) -> [(edge: EdgeID, node: NodeID)] {
    BruteForce(graph: graph).steps(from: node, filter, isDirected: isDirected)
      .filter { nodes.contains($0.node) }.map { ($0.step.edge, $0.node) }
  }

  /// The edges between nodes that are left which may be walked in one direction at least.
  var edges: [EdgeID] {
    let brute = BruteForce(graph: graph)
    return graph.edges.filter { edge in
      nodes.contains(graph.source(of: edge)) && nodes.contains(graph.target(of: edge))
        && (brute.admits(edge, isReversed: false, filter, isDirected: false)
          || brute.admits(edge, isReversed: true, filter, isDirected: false))
    }
  }
}
