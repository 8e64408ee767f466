// SPDX-License-Identifier: Apache-2.0

import GraphAlgorithms
import GraphModel

/// How many nodes lie within some steps of a node, itself left out.
enum Reach {
  static func asker(for graph: PropertyGraph, depth: Int) -> Workload.Asker {
    let view = TraversalView(graph)
    return { ends in try Neighbourhood(of: ends[0], depth: depth).neighbourCount(in: view) }
  }
}
