// SPDX-License-Identifier: Apache-2.0

import GraphAlgorithms
import GraphModel
import GraphTestSupport
import Testing

/// Paths by way of something, against a listing of all paths, in graphs that are long enough for
/// the searches from both ends to meet in the middle.
struct WaypointSearchTests {
  /// A ladder with some rungs, parallel edges and spurs, so that there are ties and detours.
  private func graph(_ random: inout SeededGenerator) throws -> PropertyGraph {
    var builder = GraphBuilder()
    let types = ["Agreement", "Agreement", "State", "Project"]
    let handles = try (0..<13).map {
      try builder.addNode(
        type: types.randomElement(using: &random) ?? "", key: $0 < 10 ? "n0\($0)" : "n\($0)")
    }
    func addEdge(_ source: Int, _ target: Int) throws {
      let isTurned = random.chance(1, of: 3)
      try builder.addEdge(
        type: RandomGraph.edgeTypes.randomElement(using: &random) ?? "",
        from: handles[isTurned ? target : source], to: handles[isTurned ? source : target])
    }
    for place in 0..<4 {
      try addEdge(2 * place, 2 * place + 2)
      try addEdge(2 * place + 1, 2 * place + 3)
      if random.chance(2, of: 3) { try addEdge(2 * place, 2 * place + 1) }
      if random.chance(1, of: 4) { try addEdge(2 * place, 2 * place + 2) }
    }
    for spur in 10..<13 { try addEdge(Int.random(in: 0..<10, using: &random), spur) }
    return try builder.freeze()
  }

  @Test(arguments: 0..<4)
  func everyAnswerIsTheListedOne(part: Int) throws {
    var random = SeededGenerator(seed: 5200 + UInt64(part))
    var found = 0
    for number in 0..<60 {
      let graph = try graph(&random)
      let nodes = Array(graph.nodes)
      let search = PathSearch(TraversalView(graph))
      let brute = RankedBruteForce(graph)
      for _ in 0..<8 {
        let ends = nodes.shuffled(using: &random)
        var query = PathQuery(
          from: ends[0], to: ends[1], areWaypointsOrdered: random.chance(1, of: 2),
          isDirected: random.chance(1, of: 5))
        let names = Set(nodes.map(graph.typeName(of:))).sorted()
        for place in 0..<Int.random(in: 1...3, using: &random) {
          query.waypoints.append(
            random.chance(2, of: 3)
              ? .type(names.randomElement(using: &random) ?? "") : .node(ends[2 + place]))
        }
        if random.chance(1, of: 5) { query.maximumHops = Int.random(in: 2...7, using: &random) }
        let expected = brute.paths(query, hopLimit: .max).map(\.path)
        if let first = expected.first, first.hops > 3 { found += 1 }
        let comment: Comment = "part \(part), graph \(number), \(query)"
        #expect(try search.paths(query).paths == Array(expected.prefix(1)), comment)
        query.selection = .shortest(7)
        #expect(try search.paths(query).paths == Array(expected.prefix(7)), comment)
      }
    }
    #expect(found > 40)
  }
}
