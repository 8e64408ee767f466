// SPDX-License-Identifier: Apache-2.0

import GraphAlgorithms
import GraphModel
import GraphTestSupport
import Testing

struct GraphStatisticsTests {
  @Test func counts() throws {
    var builder = GraphBuilder()
    let source = try builder.addSource(Source(key: "s", title: "S"))
    let year = try #require(PartialDate(year: 2009))
    let a = try builder.addNode(
      type: "State", key: "a", properties: [("since", .partialDate(year))])
    let b = try builder.addNode(type: "State", key: "b")
    try builder.addNode(type: "Programme", key: "c")
    let edge = try builder.addEdge(type: "E", from: a, to: b)
    try builder.addEdge(
      type: "D", from: a, to: a, properties: [("until", .partialDate(year))])
    for budget in [1, 2, 2] {
      builder.addClaim(
        Claim(
          property: "budget", value: .integer(Int64(budget)),
          citations: [Citation(source: source)]),
        on: edge)
    }
    builder.addClaim(Claim(property: "name", value: .string("A")), on: a)
    builder.addClaim(Claim(property: "name", value: .string("A")), on: a)
    let graph = try builder.freeze()
    let statistics = try GraphStatistics(TraversalView(graph))
    #expect(statistics.nodeCount == 3)
    #expect(statistics.edgeCount == 2)
    #expect(statistics.nodeTypes.map { "\($0.name) \($0.count)" } == ["Programme 1", "State 2"])
    #expect(statistics.edgeTypes.map { "\($0.name) \($0.count)" } == ["D 1", "E 1"])
    #expect(statistics.maximumDegree == 3)
    #expect(statistics.nodeOfMaximumDegree == graph.node(key: "a"))
    #expect(statistics.componentCount == 2)
    #expect(statistics.largestComponentSize == 2)
    #expect(statistics.isolatedNodeCount == 1)
    #expect(statistics.datedNodeCount == 1)
    #expect(statistics.datedEdgeCount == 1)
    #expect(statistics.claimCount == 5)
    #expect(statistics.sourceCount == 1)
    #expect(statistics.disputedPropertyCount == 1)
  }

  @Test func emptyGraph() throws {
    let statistics = try GraphStatistics(TraversalView(PropertyGraph()))
    #expect(statistics.nodeOfMaximumDegree == nil)
    #expect(statistics.componentCount == 0)
    #expect(statistics.nodeTypes.isEmpty)
  }

  /// Nodes are in one component just when a path joins them.
  @Test func componentsAreWhatPathsJoin() throws {
    var random = SeededGenerator(seed: 12)
    for _ in 0..<150 {
      var graph = try RandomGraph.make(&random)
      if random.chance(1, of: 2) { try RandomGraph.edit(&graph, &random) }
      let components = try ConnectedComponents(TraversalView(graph))
      let brute = BruteForce(graph: graph)
      let nodes = Array(graph.nodes)
      #expect(components.sizes.reduce(0, +) == nodes.count)
      for left in nodes {
        for right in nodes {
          let isJoined = !brute.paths(PathQuery(from: left, to: right)).isEmpty
          #expect((components.component(of: left) == components.component(of: right)) == isJoined)
        }
      }
    }
  }
}
