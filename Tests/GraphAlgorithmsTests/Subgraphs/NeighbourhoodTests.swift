// SPDX-License-Identifier: Apache-2.0

import GraphAlgorithms
import GraphModel
import GraphTestSupport
import Testing

struct NeighbourhoodTests {
  @Test(arguments: 0..<4)
  func nodesAndEdgesWithinTheDepth(part: Int) throws {
    var random = SeededGenerator(seed: 50 + UInt64(part))
    for number in 0..<250 {
      let graph = try RandomGraph.make(&random)
      let view = TraversalView(graph)
      let centre = try #require(Array(graph.nodes).randomElement(using: &random))
      let depth = Int.random(in: 0...3, using: &random)
      let filter = RandomGraph.filter(&random, in: graph, sparing: [centre])
      let isDirected = random.chance(1, of: 3)
      let part = try Neighbourhood(
        of: centre, depth: depth, filter: filter, isDirected: isDirected
      ).subgraph(in: view)
      let expected = naive(graph, centre, depth, filter, isDirected)
      let context: Comment = "graph \(number)"
      #expect(part.nodes == expected.depths.keys.sorted(), context)
      #expect(part.depths == part.nodes.map { expected.depths[$0] }, context)
      #expect(part.edges == expected.edges.sorted(), context)
      #expect(part.omissions.isEmpty, context)
    }
  }

  private func naive(
    _ graph: PropertyGraph, _ centre: NodeID, _ depth: Int, _ filter: TraversalFilter,
    _ isDirected: Bool
  ) -> (depths: [NodeID: Int], edges: Set<EdgeID>) {
    let brute = BruteForce(graph: graph)
    var depths = [centre: 0]
    var edges: Set<EdgeID> = []
    for step in 0..<depth {
      for node in depths.filter({ $0.value == step }).keys {
        for (walked, neighbour) in brute.steps(from: node, filter, isDirected: isDirected) {
          guard neighbour == centre || brute.admits(neighbour, filter) else { continue }
          edges.insert(walked.edge)
          if depths[neighbour] == nil { depths[neighbour] = step + 1 }
        }
      }
    }
    return (depths, edges)
  }

  @Test func limitCountsWhatIsLeftOut() throws {
    let made = try HandMadeGraph(
      """
      eu -FUNDS-> Programme:p1
      eu -FUNDS-> Programme:p2
      eu -FUNDS-> Programme:p3
      Agreement:zebra -BINDS-> eu
      s1 -MEMBER_OF-> eu
      s2 -MEMBER_OF-> eu
      s2 -MEMBER_OF-> eu
      Programme:p3 -COVERS-> s1
      """)
    let view = TraversalView(made.graph)
    let part = try Neighbourhood(of: made["eu"], depth: 1, limitPerType: 1).subgraph(in: view)
    #expect(part.nodes.map { made.graph.key(of: $0) } == ["zebra", "p1", "eu", "s1"])
    #expect(part.depths == [1, 1, 0, 1])
    #expect(part.edges.count == 3)
    #expect(
      part.omissions.map { "\($0.type) \($0.count)" } == ["Programme 2", "State 1"])
    // A step further, p3 comes in through s1 and is no longer missing.
    let wider = try Neighbourhood(of: made["eu"], depth: 2, limitPerType: 1).subgraph(in: view)
    #expect(wider.nodes.map { made.graph.key(of: $0) } == ["zebra", "p1", "p3", "eu", "s1"])
    #expect(wider.edges.count == 5)
    #expect(wider.omissions.map { "\($0.type) \($0.count)" } == ["Programme 1", "State 1"])
  }

  @Test func subgraphOfPaths() throws {
    let made = try HandMadeGraph("a -E-> b\nb -E-> c\na -F-> c\nc -E-> d")
    let view = TraversalView(made.graph)
    let paths = try PathSearch(view).paths(
      PathQuery(from: made["a"], to: made["c"], selection: .shortest(9))
    ).paths
    let part = Subgraph(paths: paths, in: view)
    #expect(part.nodes.map { made.graph.key(of: $0) } == ["a", "b", "c"])
    #expect(part.depths == [0, 1, 1])
    #expect(part.edges.map { made.graph.typeName(of: $0) } == ["E", "E", "F"])
  }

  @Test func refusals() throws {
    let made = try HandMadeGraph("a -E-> b")
    let view = TraversalView(made.graph)
    let filter = TraversalFilter(avoidedNodes: [made["a"]])
    #expect(throws: TraversalError.avoidedEnd("a")) {
      try Neighbourhood(of: made["a"], depth: 1, filter: filter).subgraph(in: view)
    }
    #expect(throws: TraversalError.negativeLimit(-1)) {
      try Neighbourhood(of: made["a"], depth: -1).subgraph(in: view)
    }
    #expect(throws: TraversalError.negativeLimit(-2)) {
      try Neighbourhood(of: made["a"], depth: 1, limitPerType: -2).subgraph(in: view)
    }
  }
}
