// SPDX-License-Identifier: Apache-2.0

import GraphAlgorithms
import GraphModel

/// Procedures that put each node into a group.
enum GroupProcedures {
  static let all: [Procedure] = [
    .algorithm(
      "entente.components", options: ["directed"],
      gives: [.init("node", .node), .init("component", .integer)]
    ) { question in
      let filter = try question.options.filter()
      if try question.options.isTrue("directed") {
        let components = try StrongComponents(
          question.view, filter: filter, budget: question.budget)
        return try rows(question, components.component(of:))
      }
      let components = try ConnectedComponents(
        question.view, filter: filter, budget: question.budget)
      return try rows(question, components.component(of:))
    },
    .algorithm(
      "entente.communities", options: ["resolution", "seed"],
      gives: [.init("node", .node), .init("community", .integer)]
    ) { question in
      let communities = try Communities(
        in: question.view, filter: try question.options.filter(),
        resolution: try question.options.number("resolution") ?? 1,
        seed: try question.options.seed(), budget: question.budget)
      return try rows(question, communities.group(of:))
    },
  ]

  /// A row for each node that has a group, in the order of the graph.
  private static func rows(
    _ question: Procedure.Question, _ group: (NodeID) -> Int?
  ) throws -> [[Value]] {
    let graph = question.context.graph
    try question.context.requireRoom(
      members: graph.nodeCount, bytes: graph.nodeCount * Procedure.rowSize(2))
    return graph.nodes.compactMap { node in
      group(node).map { [.node(node), .integer(Int64($0))] }
    }
  }
}
