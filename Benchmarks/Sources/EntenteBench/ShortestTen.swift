// SPDX-License-Identifier: Apache-2.0

import GraphAlgorithms
import GraphModel

/// The sum of the lengths of the first shortest loopless paths.
enum ShortestTen {
  static func asker(for graph: PropertyGraph, count: Int) -> Workload.Asker {
    let search = PathSearch(TraversalView(graph))
    return { ends in
      try search.paths(PathQuery(from: ends[0], to: ends[1], selection: .shortest(count)))
        .paths.reduce(0) { $0 + $1.hops }
    }
  }
}
