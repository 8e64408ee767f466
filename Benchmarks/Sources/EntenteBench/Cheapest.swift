// SPDX-License-Identifier: Apache-2.0

import GraphAlgorithms
import GraphModel

/// What the cheapest path costs by the property `weight`, -1 when there is none.
enum Cheapest {
  static func asker(for graph: PropertyGraph) -> Workload.Asker {
    let search = PathSearch(TraversalView(graph))
    prepare(search)
    return { ends in
      guard let cost = try search.cost(from: ends[0], to: ends[1], by: .property("weight")) else {
        return -1
      }
      return Int(cost.millionths / PathCost.one)
    }
  }

  /// Has the view work out what each edge costs, which all questions share, as a reference that
  /// keeps its weights beside its edges has done before its clock starts.
  private static func prepare(_ search: PathSearch) {
    _ = try? search.prepare(.property("weight"), threadCount: 2)
  }

  /// The sum of what so many cheapest loopless paths cost.
  static func listAsker(for graph: PropertyGraph, count: Int) -> Workload.Asker {
    let search = PathSearch(TraversalView(graph))
    prepare(search)
    return { ends in
      let query = PathQuery(
        from: ends[0], to: ends[1], selection: .shortest(count), cost: .property("weight"))
      return try search.paths(query).costs.reduce(0) { $0 + Int($1.millionths / PathCost.one) }
    }
  }

  /// What the cheapest path costs, with everything worked out anew for each question.
  static func coldAsker(for graph: PropertyGraph) -> Workload.Asker {
    return { ends in
      let search = PathSearch(TraversalView(graph))
      guard let cost = try search.cost(from: ends[0], to: ends[1], by: .property("weight")) else {
        return -1
      }
      return Int(cost.millionths / PathCost.one)
    }
  }
}
