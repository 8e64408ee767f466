// SPDX-License-Identifier: Apache-2.0

import GraphAlgorithms
import GraphModel

/// The length of the first shortest path by way of some dialogue, -1 when there is none.
enum ByWay {
  static func asker(for graph: PropertyGraph) -> Workload.Asker {
    let search = PathSearch(TraversalView(graph))
    return { ends in
      try search.paths(PathQuery(from: ends[0], to: ends[1], via: [.type("Dialogue")]))
        .paths.first?.hops ?? -1
    }
  }
}
