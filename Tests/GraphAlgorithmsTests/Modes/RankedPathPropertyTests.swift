// SPDX-License-Identifier: Apache-2.0

import GraphAlgorithms
import GraphModel
import GraphTestSupport
import Testing

/// Random small graphs, every mode, cost and selection, against a listing of all paths.
struct RankedPathPropertyTests {
  @Test(arguments: 0..<8)
  func everyAnswerIsTheListedOne(part: Int) throws {
    var random = SeededGenerator(seed: 4000 + UInt64(part))
    var rich = 0
    for number in 0..<60 {
      var graph = try RandomCostGraph.make(&random, edges: 0...8)
      if random.chance(1, of: 4) {
        try RandomGraph.edit(&graph, &random)
        for edge in Array(graph.edges) where graph.value(of: edge, named: "risk") == nil {
          try graph.set("risk", of: edge, to: .float(0.5))
        }
      }
      let search = PathSearch(TraversalView(graph))
      let brute = RankedBruteForce(graph)
      for _ in 0..<6 {
        var query = RandomCostGraph.query(&random, in: graph)
        if query.mode == .walk || (query.mode == .trail && graph.edgeCount > 6) {
          query.maximumHops = Int.random(in: 0...4, using: &random)
        }
        let expected = brute.paths(query, hopLimit: .max)
        if expected.count > 3 { rich += 1 }
        guard namesKnownTypes(search, query) else { continue }
        let context = "part \(part), graph \(number), \(query)"
        try check(search, query, expected, &random, context)
      }
    }
    #expect(rich > 20)
  }

  /// Edits may have removed the last node of a type.
  private func namesKnownTypes(_ search: PathSearch, _ query: PathQuery) -> Bool {
    do throws(TraversalError) {
      _ = try search.paths(query)
      return true
    } catch {
      if case .unknownNodeType = error { return false }
      return true
    }
  }

  private func check(
    _ search: PathSearch, _ query: PathQuery, _ expected: [(path: GraphPath, cost: Int64)],
    _ random: inout SeededGenerator, _ context: String
  ) throws {
    var query = query
    func expectAnswer(
      _ wanted: some Sequence<(path: GraphPath, cost: Int64)>, total: PathCount?,
      _ line: Int = #line
    ) throws {
      let answer = try search.paths(query)
      let comment: Comment = "\(query.selection), line \(line): \(context)"
      #expect(answer.paths == wanted.map(\.path), comment)
      #expect(answer.costs.map(\.millionths) == wanted.map(\.cost), comment)
      #expect(answer.total == total, comment)
    }
    try expectAnswer(expected.prefix(1), total: nil)

    let cheapest = expected.filter { $0.cost == expected[0].cost }
    query.selection = .allShortest(limit: 10_000)
    try expectAnswer(cheapest, total: PathCount(UInt64(cheapest.count)))
    query.selection = .allShortest(limit: 2)
    // Whether all are counted, or more are known to be there, depends on how they are found.
    let two = try search.paths(query)
    #expect(two.paths == cheapest.prefix(2).map(\.path), "\(context)")
    #expect(
      two.total == PathCount(UInt64(cheapest.count))
        || (cheapest.count > 2 && two.total == PathCount(2, isExceeded: true)), "\(context)")

    let count = [1, 2, 3, 5, 10_000].randomElement(using: &random) ?? 1
    query.selection = .shortest(count)
    try expectAnswer(
      expected.prefix(count),
      total: expected.count < count ? PathCount(UInt64(expected.count)) : nil)

    let groupCount = Int.random(in: 1...3, using: &random)
    let costs = Set(expected.map(\.cost)).sorted().prefix(groupCount)
    let groups = expected.filter { costs.contains($0.cost) }
    query.selection = .shortestGroups(groupCount, limit: 10_000)
    try expectAnswer(groups, total: PathCount(UInt64(groups.count)))
    query.selection = .shortestGroups(groupCount, limit: 3)
    try expectAnswer(
      groups.prefix(3),
      total: PathCount(UInt64(min(groups.count, 3)), isExceeded: groups.count > 3))

    if query.waypoints.isEmpty, query.maximumHops == nil {
      let least = try search.cost(
        from: query.start, to: query.end, by: query.cost, filter: query.filter,
        isDirected: query.isDirected)
      #expect(least?.millionths == expected.first?.cost, "\(context)")
    }
  }

  /// Walks without a hop limit: their number is what bounds them.
  @Test func walksWithoutEnd() throws {
    var random = SeededGenerator(seed: 71)
    var rich = 0
    for number in 0..<150 {
      let graph = try RandomCostGraph.make(&random, edges: 1...5)
      let search = PathSearch(TraversalView(graph))
      var query = RandomCostGraph.query(&random, in: graph)
      query.mode = .walk
      query.cost = .hops
      query.waypoints = []
      query.maximumHops = nil
      query.selection = .shortest(40)
      let listed = RankedBruteForce(graph).paths(query, hopLimit: 7)
      // All walks of up to seven hops come before all others.
      let answer = try search.paths(query).paths
      let common = min(40, listed.count)
      #expect(answer.prefix(common) == listed.prefix(common).map(\.path)[...], "\(number)")
      if listed.count > 40 { rich += 1 }
    }
    #expect(rich > 10)
  }

  /// Denser, so that many candidates compete and are dropped.
  @Test func thousandsOfCheapestPathsInOrder() throws {
    var random = SeededGenerator(seed: 78)
    for number in 0..<4 {
      var builder = GraphBuilder()
      let handles = try (0..<7).map { try builder.addNode(type: "State", key: "n\($0)") }
      for source in 0..<7 {
        for target in 0..<7 where source != target && random.chance(4, of: 5) {
          try builder.addEdge(
            type: RandomGraph.edgeTypes.randomElement(using: &random) ?? "",
            from: handles[source], to: handles[target],
            properties: [("weight", .integer(Int64(Int.random(in: 0...9, using: &random))))])
        }
      }
      let graph = try builder.freeze()
      var query = PathQuery(
        from: NodeID(rawValue: 0), to: NodeID(rawValue: 6), cost: .property("weight"))
      if number % 2 == 1 { query.maximumHops = 5 }
      let expected = RankedBruteForce(graph).paths(query, hopLimit: .max)
      #expect(expected.count > 1000)
      let search = PathSearch(TraversalView(graph))
      for count in [7, 150, 999, 10_000] {
        query.selection = .shortest(count)
        let answer = try search.paths(query)
        #expect(answer.paths == expected.prefix(count).map(\.path))
        #expect(answer.costs.map(\.millionths) == expected.prefix(count).map(\.cost))
      }
    }
  }
}
