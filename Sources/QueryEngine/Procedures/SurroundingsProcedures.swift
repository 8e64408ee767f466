// SPDX-License-Identifier: Apache-2.0

import GraphAlgorithms
import GraphModel

/// Procedures that find what lies around nodes, and between them.
enum SurroundingsProcedures {
  static let all: [Procedure] = [
    .algorithm(
      "entente.neighbourhood",
      [.init("node", .node), .init("depth", .integer, standard: .integer(1))],
      options: ["directed"],
      gives: [.init("node", .node), .init("depth", .integer), .init("edges", .list)],
      neighbourhood),
    .algorithm(
      "entente.commonNeighbours", [.init("nodes", .list)], options: ["directed", "minimum"],
      gives: [.init("node", .node), .init("links", .integer), .init("edges", .list)]
    ) { question in
      var query = CommonNeighbours(
        of: try question.nodes(at: 0), filter: try question.options.filter(),
        isDirected: try question.options.isTrue("directed"))
      query.minimum = try question.options.integer("minimum").map { Int(clamping: $0) }
      return try query.answer(in: question.view, budget: question.budget).map { found in
        [
          .node(found.node), .integer(Int64(found.links.count)),
          .list(found.links.flatMap(\.edges).map(Value.edge)),
        ]
      }
    },
    .algorithm(
      "entente.connect", [.init("nodes", .list)],
      gives: [.init("nodes", .list), .init("edges", .list), .init("groups", .list)]
    ) { question in
      let query = ConnectionQuery(
        joining: try question.nodes(at: 0), filter: try question.options.filter())
      let found = try RefinedConnection(query, in: question.view, budget: question.budget)
      return [
        [
          .list(found.connection.nodes.map(Value.node)),
          .list(found.connection.edges.map(Value.edge)),
          .list(found.groups.map { .list($0.map(Value.node)) }),
        ]
      ]
    },
  ]

  /// The nodes by depth, then in the order of the graph, each with the edges that join it to those
  /// before it, so that each edge stands once.
  @Sendable
  private static func neighbourhood(_ question: Procedure.Question) throws -> [[Value]] {
    guard case .node(let centre) = question.arguments[0] else {
      throw EvaluationProblem.argument(
        question.procedure, takes: "a node", not: question.arguments[0]
      ).inArgument(0)
    }
    guard case .integer(let depth) = question.arguments[1], depth >= 0 else {
      throw EvaluationProblem.argument(
        question.procedure, takes: "a depth from 0 up", not: question.arguments[1]
      ).inArgument(1)
    }
    let context = question.context
    try ValueOperators.requireLife(of: centre, context)
    let part = try Neighbourhood(
      of: centre, depth: Int(clamping: depth), filter: try question.options.filter(),
      isDirected: try question.options.isTrue("directed")
    ).subgraph(in: question.view, budget: question.budget)
    try context.requireRoom(
      members: part.nodes.count + part.edges.count,
      bytes: part.nodes.count * Procedure.rowSize(3) + part.edges.count * Value.cellSize)
    let order = part.nodes.indices.sorted { (part.depths[$0], $0) < (part.depths[$1], $1) }
    var rows: [NodeID: Int] = [:]
    for (row, place) in order.enumerated() { rows[part.nodes[place]] = row }
    var edges: [[Value]] = Array(repeating: [], count: order.count)
    for edge in part.edges {
      let ends = [context.graph.source(of: edge), context.graph.target(of: edge)]
      if let row = ends.compactMap({ rows[$0] }).max() { edges[row].append(.edge(edge)) }
    }
    return order.enumerated().map { row, place in
      [.node(part.nodes[place]), .integer(Int64(part.depths[place])), .list(edges[row])]
    }
  }
}
