// SPDX-License-Identifier: Apache-2.0

import GraphModel
import GraphTestSupport
import Testing

@testable import GraphAlgorithms

/// Counted hops against the lengths of listed paths, on random small graphs.
struct HopPropertyTests {
  @Test(arguments: 0..<4)
  func hopsAreTheLengthOfTheShortestListedPath(part: Int) throws {
    var random = SeededGenerator(seed: 7000 + UInt64(part))
    var farther = 0
    for number in 0..<300 {
      var graph = try RandomGraph.make(&random)
      if random.chance(1, of: 3) { try RandomGraph.edit(&graph, &random) }
      guard graph.nodeCount > 0 else { continue }
      let brute = BruteForce(graph: graph)
      // The one view narrows its arrays after the first question, the other never.
      let searches = [
        PathSearch(TraversalView(graph)), PathSearch(TraversalView(graph, narrowingAfter: 0)),
      ]
      for _ in 0..<4 {
        var query = RandomGraph.query(&random, in: graph)
        query.waypoints = []
        if graph.isEdited { query.filter.forgetTypes() }
        let expected = brute.paths(query).first?.hops
        if expected ?? 0 > 1 { farther += 1 }
        for search in searches {
          for _ in 0..<2 {
            let hops = try search.hops(
              from: query.start, to: query.end, filter: query.filter,
              maximumHops: query.maximumHops, isDirected: query.isDirected)
            #expect(hops == expected, "part \(part), graph \(number), \(query)")
          }
        }
      }
    }
    #expect(farther > 100)
  }

  /// On larger graphs with hubs, the two searches go several levels and cross in many ways.
  @Test func hopsAreTheLengthOfTheFirstPath() throws {
    var random = SeededGenerator(seed: 71)
    var lengths: Set<Int> = []
    for edgeCount in [150, 220, 400, 1500] {
      let graph = try RandomGraph.withHubs(&random, nodeCount: 200, edgeCount: edgeCount)
      let search = PathSearch(TraversalView(graph, narrowingAfter: 2_000))
      for _ in 0..<300 {
        var query = RandomGraph.query(&random, in: graph)
        query.waypoints = []
        let hops = try search.hops(
          from: query.start, to: query.end, filter: query.filter, maximumHops: query.maximumHops,
          isDirected: query.isDirected)
        let path = try search.paths(query).paths.first
        #expect(path?.hops == hops, "\(query)")
        query.selection = .allShortest(limit: 1)
        #expect(try search.paths(query).paths.first == path, "\(query)")
        lengths.insert(hops ?? -1)
      }
    }
    #expect(lengths.count > 6)
  }

  @Test func refusals() throws {
    let made = try HandMadeGraph("a -E-> b\nc -E-> d")
    let search = PathSearch(TraversalView(made.graph))
    #expect(try search.hops(from: made["a"], to: made["b"]) == 1)
    #expect(try search.hops(from: made["b"], to: made["a"], isDirected: true) == nil)
    #expect(try search.hops(from: made["a"], to: made["a"]) == 0)
    #expect(try search.hops(from: made["a"], to: made["c"]) == nil)
    #expect(try search.hops(from: made["a"], to: made["b"], maximumHops: 0) == nil)
    #expect(throws: TraversalError.negativeLimit(-1)) {
      try search.hops(from: made["a"], to: made["b"], maximumHops: -1)
    }
    #expect(throws: TraversalError.unknownEdgeType("F")) {
      try search.hops(
        from: made["a"], to: made["b"], filter: TraversalFilter(allowedEdgeTypes: ["F"]))
    }
    #expect(throws: TraversalError.avoidedEnd("a")) {
      try search.hops(
        from: made["a"], to: made["b"], filter: TraversalFilter(avoidedNodes: [made["a"]]))
    }
  }

  @Test func budgetEndsTheCount() throws {
    let made = try HandMadeGraph(
      (0..<200).map { "n\($0) -E-> n\($0 + 1)" }.joined(separator: "\n"))
    var search = PathSearch(TraversalView(made.graph), budget: SearchBudget(edgeLimit: 100))
    let stopped = #expect(throws: TraversalError.self) {
      try search.hops(from: made["n0"], to: made["n200"])
    }
    guard case .budgetExhausted(let exhaustion)? = stopped else {
      Issue.record("another error: \(String(describing: stopped))")
      return
    }
    #expect(exhaustion.limit == .edges(100))
    // What the search had seen is forgotten.
    search.budget = .standard
    #expect(try search.hops(from: made["n0"], to: made["n200"]) == 200)
    #expect(try search.hops(from: made["n190"], to: made["n200"]) == 10)
  }
}
