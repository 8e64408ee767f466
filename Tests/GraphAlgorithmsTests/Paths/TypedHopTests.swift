// SPDX-License-Identifier: Apache-2.0

import GraphModel
import GraphTestSupport
import Testing

@testable import GraphAlgorithms

/// Counted hops under filters of edge types alone, on graphs whose hubs have long runs of
/// neighbours of one type, against a search over a list of edges.
struct TypedHopTests {
  /// Few nodes of the first type, each with edges to many of the second, and some to one another.
  private func layered(_ random: inout SeededGenerator) throws -> PropertyGraph {
    var builder = GraphBuilder()
    let sizes = [4, 120, 10]
    var handles: [[NodeHandle]] = []
    for (type, size) in zip(RandomGraph.nodeTypes, sizes) {
      handles.append(
        try (0..<size).map { try builder.addNode(type: type, key: "\(type)\($0)") })
    }
    func add(_ left: Int, _ right: Int, turned part: Int) throws {
      let ends = [left, right].map { handles[$0].randomElement(using: &random) ?? handles[0][0] }
      let isTurned = random.chance(part, of: 5)
      try builder.addEdge(
        type: RandomGraph.edgeTypes.randomElement(using: &random) ?? "",
        from: ends[isTurned ? 1 : 0], to: ends[isTurned ? 0 : 1])
    }
    for _ in 0..<Int.random(in: 200...700, using: &random) { try add(1, 0, turned: 1) }
    for _ in 0..<40 { try add(1, 2, turned: 2) }
    // Mostly between nodes whose runs are long on both sides.
    for _ in 0..<3 { try add(0, 0, turned: 2) }
    try add(0, 2, turned: 2)
    return try builder.freeze()
  }

  private func filter(_ random: inout SeededGenerator) -> TraversalFilter {
    var filter = TraversalFilter()
    filter.allowedEdgeTypes = Array(
      RandomGraph.edgeTypes.shuffled(using: &random).prefix(Int.random(in: 1...2, using: &random)))
    if random.chance(1, of: 3) {
      filter.edgeDirections["COVERS"] = random.chance(1, of: 2) ? .outgoing : .incoming
    }
    if random.chance(1, of: 4) { filter.excludedNodeTypes = ["State"] }
    return filter
  }

  /// The hops to every node that can be reached from one, level by level. A
  /// node that may not be passed is an end all the same.
  private func distances(
    from start: NodeID, _ filter: TraversalFilter, isDirected: Bool, in graph: PropertyGraph
  ) -> [NodeID: Int] {
    let brute = BruteForce(graph: graph)
    var neighbours: [NodeID: [NodeID]] = [:]
    for edge in graph.edges {
      let (source, target) = (graph.source(of: edge), graph.target(of: edge))
      if brute.admits(edge, isReversed: false, filter, isDirected: isDirected) {
        neighbours[source, default: []].append(target)
      }
      if brute.admits(edge, isReversed: true, filter, isDirected: isDirected) {
        neighbours[target, default: []].append(source)
      }
    }
    var distances = [start: 0]
    var level = [start]
    while !level.isEmpty {
      var next: [NodeID] = []
      for node in level where node == start || brute.admits(node, filter) {
        for neighbour in neighbours[node] ?? [] where distances[neighbour] == nil {
          distances[neighbour] = (distances[node] ?? 0) + 1
          next.append(neighbour)
        }
      }
      level = next
    }
    return distances
  }

  @Test(arguments: 0..<12)
  func hopsAreThoseOfAPlainSearch(part: Int) throws {
    var random = SeededGenerator(seed: 9100 + UInt64(part))
    let graph = try layered(&random)
    let search = PathSearch(TraversalView(graph))
    let nodes = Array(graph.nodes)
    var lengths: Set<Int> = []
    for _ in 0..<6 {
      let filter = filter(&random)
      let isDirected = random.chance(1, of: 4)
      // The nodes of the first type have the lowest numbers.
      let start =
        random.chance(1, of: 2)
        ? nodes[Int.random(in: 0..<4, using: &random)]
        : nodes.randomElement(using: &random) ?? nodes[0]
      let expected = distances(from: start, filter, isDirected: isDirected, in: graph)
      for end in nodes {
        let hops = try search.hops(from: start, to: end, filter: filter, isDirected: isDirected)
        #expect(hops == expected[end], "\(start) to \(end), \(filter), \(isDirected)")
        lengths.insert(hops ?? -1)
      }
    }
    #expect(lengths.count > 3)
  }

  @Test func manyThreadsCountInOneView() async throws {
    var random = SeededGenerator(seed: 31)
    let graph = try layered(&random)
    let search = PathSearch(TraversalView(graph))
    let nodes = Array(graph.nodes)
    @Sendable func answers(_ number: Int) throws -> [Int?] {
      let filter = TraversalFilter(allowedEdgeTypes: [RandomGraph.edgeTypes[number % 3]])
      return try nodes.map {
        try search.hops(
          from: nodes[number], to: $0, filter: number % 4 == 0 ? TraversalFilter() : filter)
      }
    }
    let alone = try nodes.indices.map(answers)
    let together = try await withThrowingTaskGroup(of: (Int, [Int?]).self) { group in
      for number in nodes.indices { group.addTask { (number, try answers(number)) } }
      var found: [[Int?]] = nodes.map { _ in [] }
      for try await (number, answer) in group { found[number] = answer }
      return found
    }
    #expect(alone == together)
  }

  @Test func aBudgetGivesItsDeadlineBack() {
    let deadline = ContinuousClock.now.advanced(by: .milliseconds(-1234))
    var budget = SearchBudget(deadline: deadline)
    #expect(budget.deadline == deadline)
    budget.deadline = nil
    #expect(budget.deadline == nil)
  }
}
