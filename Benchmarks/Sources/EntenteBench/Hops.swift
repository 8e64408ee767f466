// SPDX-License-Identifier: Apache-2.0

import GraphAlgorithms
import GraphModel

/// How far two nodes are apart, -1 when there is no path: counted only, or as the length of the
/// first shortest path, which costs the tie-break too.
enum Hops {
  static var typed: TraversalFilter {
    TraversalFilter(allowedEdgeTypes: ["PARTY_TO", "ADDRESSES"])
  }

  static func asker(for graph: PropertyGraph, filter: TraversalFilter) -> Workload.Asker {
    let search = PathSearch(TraversalView(graph))
    return { ends in try search.hops(from: ends[0], to: ends[1], filter: filter) ?? -1 }
  }

  static func pathAsker(for graph: PropertyGraph, filter: TraversalFilter) -> Workload.Asker {
    let search = PathSearch(TraversalView(graph))
    return { ends in
      try search.shortestPath(from: ends[0], to: ends[1], filter: filter)?.hops ?? -1
    }
  }
}
