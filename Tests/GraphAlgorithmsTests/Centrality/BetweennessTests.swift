// SPDX-License-Identifier: Apache-2.0

import GraphAlgorithms
import GraphModel
import GraphTestSupport
import Testing

struct BetweennessTests {
  @Test func karateClub() throws {
    let found = try Betweenness().scores(in: try KarateClub.view())
    let known = [(1, 0.437635), (34, 0.304075), (33, 0.145247), (3, 0.143657), (32, 0.138276)]
    #expect(
      found.normalised.ranked(limit: 5).map(\.node) == known.map { KarateClub.member($0.0) })
    for (member, value) in known {
      let own = try #require(found.normalised[KarateClub.member(member)])
      #expect(abs(own - value) < 1e-6)
    }
    #expect(abs((found.scores[KarateClub.member(1)] ?? 0) - 231.071429) < 1e-6)
    #expect(found.sampleCount == nil)
  }

  /// Every pair, by listing all its shortest paths.
  @Test(arguments: 0..<4)
  func sharesOfListedPaths(part: Int) throws {
    var random = SeededGenerator(seed: 700 + UInt64(part))
    for number in 0..<60 {
      let question = try WholeGraphQuestion(&random)
      let found = try Betweenness(isDirected: question.isDirected, filter: question.filter)
        .scores(in: question.view)
      let isSymmetric = !question.isDirected && question.filter.edgeDirections.isEmpty
      let brute = BruteForce(graph: question.graph)
      var sums: [NodeID: Double] = [:]
      for start in question.nodes {
        for end in question.nodes where end != start {
          var query = PathQuery(from: start, to: end, filter: question.filter)
          query.isDirected = question.isDirected
          let paths = brute.paths(query)
          let shortest = paths.filter { $0.hops == paths[0].hops }
          for path in shortest {
            for node in path.nodes.dropFirst().dropLast() {
              sums[node, default: 0] += 1 / Double(shortest.count)
            }
          }
        }
      }
      let context: Comment = "part \(part), graph \(number)"
      #expect(found.scores.nodes == question.nodes, context)
      let pairs = Double((question.nodes.count - 1) * (question.nodes.count - 2))
      for node in question.nodes {
        let sum = sums[node] ?? 0
        #expect(abs((found.scores[node] ?? -1) - sum / (isSymmetric ? 2 : 1)) < 1e-9, context)
        let normalised = pairs > 0 ? sum / pairs : 0
        #expect(abs((found.normalised[node] ?? -1) - normalised) < 1e-9, context)
      }
    }
  }

  @Test func sampleKeepsItsBound() throws {
    var random = SeededGenerator(seed: 71)
    var builder = GraphBuilder(order: .asAdded)
    let count: UInt32 = 600
    for _ in 0..<count { try builder.addNode(type: "State", key: nil) }
    let sources = (0..<1500).map { _ in UInt32.random(in: 0..<count, using: &random) }
    let targets = sources.map { _ in UInt32.random(in: 0..<count, using: &random) % 90 }
    try builder.addEdges(type: "E", from: sources, to: targets)
    let view = TraversalView(try builder.freeze())
    let exact = try Betweenness().scores(in: view)
    for seed in 0..<5 {
      let question = Betweenness(method: .sampled(error: 0.1, risk: 0.05, seed: UInt64(seed)))
      let sampled = try question.scores(in: view)
      #expect(sampled.sampleCount == 506)
      #expect(sampled == (try question.scores(in: view)))
      for (left, right) in zip(sampled.normalised.values, exact.normalised.values) {
        #expect(abs(left - right) <= 0.1)
      }
      let difference = zip(sampled.scores.values, exact.scores.values).map { abs($0 - $1) }
      #expect((difference.max() ?? 0) > 0)
    }
    // (600 / 599)^2 * ln(1200 / 0.05) / (2 * 0.01) = 505.99…
    #expect(Betweenness.sampleCount(nodeCount: 600, error: 0.1, risk: 0.05) == 506)
    #expect(Betweenness.sampleCount(nodeCount: 1, error: 0.1, risk: 0.05) == .max)
    let close = try Betweenness(method: .sampled(error: 0.001, risk: 0.05, seed: 1)).scores(
      in: view)
    #expect(close == exact)
  }

  /// 2^1500 shortest paths, which no floating-point number holds.
  @Test func pathsBeyondCounting() throws {
    func chain(width: Int) throws -> Betweenness.Result {
      var builder = GraphBuilder(order: .asAdded)
      let handles = try (0...1500).map { _ in try builder.addNode(type: "State", key: nil) }
      for (source, target) in zip(handles, handles.dropFirst()) {
        for _ in 0..<width { try builder.addEdge(type: "E", from: source, to: target) }
      }
      let question = Betweenness(isDirected: true)
      return try question.scores(in: TraversalView(try builder.freeze()))
    }
    #expect(try chain(width: 2) == chain(width: 1))
    #expect(try chain(width: 1).scores.values[750] == 562_500)
  }

  @Test func refusals() throws {
    let view = try KarateClub.view()
    for (error, risk, name) in [(0.0, 0.5, "error"), (0.5, 1.0, "risk"), (.nan, 0.5, "error")] {
      let expected = AlgorithmError.parameterOutOfRange(
        name: name, value: "\(name == "error" ? error : risk)",
        expected: "greater than 0 and less than 1")
      #expect(throws: expected) {
        try Betweenness(method: .sampled(error: error, risk: risk, seed: 0)).scores(in: view)
      }
    }
    #expect(throws: AlgorithmError.self) {
      try Betweenness().scores(in: view, budget: SearchBudget(edgeLimit: 100))
    }
  }
}
