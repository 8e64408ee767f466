// SPDX-License-Identifier: Apache-2.0

import GraphAlgorithms
import GraphModel

/// What the cheapest path costs by the property `weight`, -1 when there is none.
enum Cheapest {
  static func asker(for graph: PropertyGraph) -> Workload.Asker {
    let search = PathSearch(TraversalView(graph))
    return { ends in
      guard let cost = try search.cost(from: ends[0], to: ends[1], by: .property("weight")) else {
        return -1
      }
      return Int(cost.millionths / PathCost.one)
    }
  }

  /// The sum of what the ten cheapest loopless paths cost.
  static func tenAsker(for graph: PropertyGraph) -> Workload.Asker {
    let search = PathSearch(TraversalView(graph))
    return { ends in
      let query = PathQuery(
        from: ends[0], to: ends[1], selection: .shortest(10), cost: .property("weight"))
      return try search.paths(query).costs.reduce(0) { $0 + Int($1.millionths / PathCost.one) }
    }
  }
}
