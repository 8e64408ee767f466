// SPDX-License-Identifier: Apache-2.0

import GraphAlgorithms
import GraphModel
import GraphTestSupport
import Testing

/// The k cheapest loopless paths, against a listing of all of them, where ways lead into dead ends
/// and through ties.
struct CorridorPathsTests {
  /// A graph with bridges, leaves, parallel edges, loops, and weights of a given spread.
  private func graph(
    _ random: inout SeededGenerator, heaviest: Int
  ) throws -> PropertyGraph {
    var builder = GraphBuilder()
    let types = ["Agreement", "State"]
    let handles = try (0..<8).map {
      try builder.addNode(type: types[$0 % 2], key: "n\($0)")
    }
    func addEdge(_ source: Int, _ target: Int) throws {
      let weight = Int64(Int.random(in: 0...heaviest, using: &random))
      try builder.addEdge(
        type: RandomGraph.edgeTypes.randomElement(using: &random) ?? "", from: handles[source],
        to: handles[target], properties: [("weight", .integer(weight))])
    }
    // Two dense parts that one node joins, and leaves.
    for source in 0..<4 {
      for target in 0..<4 where random.chance(3, of: 4) { try addEdge(source, target) }
    }
    for source in 3..<7 {
      for target in 3..<7 where random.chance(1, of: 2) { try addEdge(source, target) }
    }
    try addEdge(7, Int.random(in: 0..<7, using: &random))
    return try builder.freeze()
  }

  @Test(arguments: [0, 1, 3, 20, 9_000, 40_000_000, 3_000_000_000])
  func everyListIsTheListedOne(heaviest: Int) throws {
    var random = SeededGenerator(seed: 900 + UInt64(heaviest))
    var rich = 0
    for number in 0..<25 {
      let graph = try graph(&random, heaviest: heaviest)
      let search = PathSearch(TraversalView(graph))
      let brute = RankedBruteForce(graph)
      for _ in 0..<3 {
        var query = PathQuery(
          from: NodeID(rawValue: UInt32.random(in: 0..<8, using: &random)),
          to: NodeID(rawValue: UInt32.random(in: 0..<8, using: &random)),
          isDirected: random.chance(1, of: 3),
          cost: random.chance(1, of: 4)
            ? .property("weight") + 0.5 * .specificity : .property("weight"))
        if query.start == query.end { continue }
        if random.chance(1, of: 4) {
          query.filter.excludedEdgeTypes = graph.edges.prefix(1).map(graph.typeName(of:))
        }
        if random.chance(1, of: 4) { query.filter.excludedNodeTypes = ["State"] }
        let expected = brute.paths(query, hopLimit: .max)
        if expected.count > 9 { rich += 1 }
        for count in [2, 9, 100, 10_000] {
          query.selection = .shortest(count)
          let answer = try search.paths(query)
          let comment: Comment = "heaviest \(heaviest), graph \(number), \(query)"
          #expect(answer.paths == expected.prefix(count).map(\.path), comment)
          #expect(answer.costs.map(\.millionths) == expected.prefix(count).map(\.cost), comment)
        }
      }
    }
    #expect(rich > 10)
  }

  /// The second path is far heavier than all the ways in and out of a dense cul-de-sac, of which
  /// there are more than could be gone through.
  @Test func culDeSacsAreNotGoneThrough() throws {
    var builder = GraphBuilder()
    let names = ["a", "door", "b", "far"] + (0..<20).map { "c\($0)" }
    let handles = try names.map { try builder.addNode(type: "Place", key: $0) }
    func add(_ source: Int, _ target: Int, _ weight: Int64) throws {
      try builder.addEdge(
        type: "ROAD", from: handles[source], to: handles[target],
        properties: [("weight", .integer(weight))])
    }
    try add(0, 1, 1)
    try add(1, 2, 1)
    try add(0, 3, 1000)
    try add(3, 2, 1000)
    for source in 4..<24 {
      try add(1, source, 1)
      for target in (source + 1)..<24 { try add(source, target, 1) }
    }
    let graph = try builder.freeze()
    let ends = (try #require(graph.node(key: "a")), try #require(graph.node(key: "b")))
    let search = PathSearch(
      TraversalView(graph), budget: SearchBudget(edgeLimit: 1_000_000))
    let answer = try search.paths(
      PathQuery(from: ends.0, to: ends.1, selection: .shortest(10), cost: .property("weight")))
    #expect(answer.costs == [2, 2000])
    #expect(answer.total == PathCount(2))
  }

  /// Threads that ask about one cost model for the first time have the answers of one that has
  /// worked everything out before.
  @Test func manyThreadsWorkOutCostsTogether() async throws {
    var random = SeededGenerator(seed: 12)
    var builder = GraphBuilder()
    let handles = try (0..<400).map { try builder.addNode(type: "Place", key: "n\($0)") }
    for _ in 0..<3000 {
      let source = handles[Int.random(in: 0..<20, using: &random)]
      try builder.addEdge(
        type: "ROAD", from: source, to: handles[Int.random(in: 0..<400, using: &random)],
        properties: [("weight", .integer(Int64(Int.random(in: 0...700, using: &random))))])
    }
    let graph = try builder.freeze()
    let prepared = PathSearch(TraversalView(graph))
    try prepared.prepare(.property("weight"), threadCount: 3)
    let queries = (0..<64).map { _ in
      PathQuery(
        from: NodeID(rawValue: UInt32.random(in: 0..<200, using: &random)),
        to: NodeID(rawValue: UInt32.random(in: 200..<400, using: &random)),
        selection: .shortest(5), cost: .property("weight"))
    }
    let expected = try queries.map { try prepared.paths($0) }
    let fresh = PathSearch(TraversalView(graph))
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (query, answer) in zip(queries, expected) {
        group.addTask {
          let own = try fresh.paths(query)
          #expect(own == answer)
        }
      }
      try await group.waitForAll()
    }
  }
}
