// SPDX-License-Identifier: Apache-2.0

import GraphAlgorithms
import GraphModel

/// Procedures that give each node a number of its own.
enum CentralityProcedures {
  static let all: [Procedure] = [
    .algorithm(
      "entente.pagerank", options: ["directed", "damping"], gives: [node, .init("score", .float)]
    ) { question in
      let options = question.options
      var rank = PageRank(
        isDirected: try options.isTrue("directed"), filter: try options.filter())
      if let damping = try options.number("damping") { rank.damping = damping }
      let scores = try rank.scores(in: question.view, budget: question.budget).scores
      return try question.rows(of: scores) { [.float(scores.values[$0])] }
    },
    .algorithm(
      "entente.betweenness", options: ["directed", "error", "risk", "seed"],
      gives: [node, .init("score", .float), .init("normalised", .float)]
    ) { question in
      let options = question.options
      var betweenness = Betweenness(
        isDirected: try options.isTrue("directed"), filter: try options.filter())
      if let error = try options.number("error") {
        betweenness.method = .sampled(
          error: error, risk: try options.number("risk") ?? 0.05, seed: try options.seed())
      }
      let found = try betweenness.scores(in: question.view, budget: question.budget)
      return try question.rows(of: found.scores) {
        [.float(found.scores.values[$0]), .float(found.normalised.values[$0])]
      }
    },
    .algorithm(
      "entente.closeness", options: ["directed"], gives: [node, .init("score", .float)]
    ) { question in
      let closeness = try Closeness(
        in: question.view, filter: try question.options.filter(),
        isDirected: try question.options.isTrue("directed"), budget: question.budget)
      return try question.rows(of: closeness.scores) { [.float(closeness.scores.values[$0])] }
    },
    .algorithm(
      "entente.degree",
      gives: [
        node, .init("degree", .integer), .init("outgoing", .integer), .init("incoming", .integer),
        .init("neighbours", .integer),
      ]
    ) { question in
      let counts = try DegreeCounts(
        question.view, filter: try question.options.filter(), budget: question.budget)
      return try question.rows(of: counts.both) { place in
        [counts.both, counts.outgoing, counts.incoming, counts.neighbours]
          .map { .integer(Int64($0.values[place])) }
      }
    },
    .algorithm("entente.kcore", gives: [node, .init("core", .integer)]) { question in
      let cores = try CoreNumbers(
        question.view, filter: try question.options.filter(), budget: question.budget)
      return try question.rows(of: cores.numbers) { [.integer(Int64(cores.numbers.values[$0]))] }
    },
  ]

  private static let node = Procedure.Field("node", .node)
}
