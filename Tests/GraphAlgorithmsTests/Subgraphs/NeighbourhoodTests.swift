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

  @Test func totalsHoldForTheWhole() throws {
    let made = try HandMadeGraph(
      """
      eu -FUNDS-> Programme:p1
      eu -FUNDS-> Programme:p2
      Programme:p1 -COVERS-> s1
      Programme:p2 -COVERS-> s2
      Programme:p2 -COVERS-> s3
      Programme:p3 -COVERS-> s1
      """)
    let view = TraversalView(made.graph)
    var query = Neighbourhood(of: made["eu"], depth: 3, totalPerType: 2)
    func keys() throws -> [String?] {
      try query.subgraph(in: view).nodes.map { made.graph.key(of: $0) }
    }
    #expect(try keys() == ["p1", "p2", "eu", "s1", "s2"])
    #expect(
      try query.subgraph(in: view).omissions.map { "\($0.type) \($0.count)" }
        == ["State 1", "Programme 1"])
    query.totals = ["State": 1]
    #expect(try keys() == ["p1", "p2", "eu", "s1"])
    query.totals = ["Programme": 1]
    #expect(try keys() == ["p1", "eu", "s1"])
    query.totals = ["Programme": 0]
    #expect(try keys() == ["eu"])
    query.totals = ["Programm": 1]
    #expect(throws: TraversalError.unknownNodeType("Programm")) {
      try query.subgraph(in: view)
    }
    query.totals = ["Programme": -4]
    #expect(throws: TraversalError.negativeLimit(-4)) { try query.subgraph(in: view) }
  }

  /// Layer by layer, by names alone.
  @Test func totalsOnRandomGraphs() throws {
    var random = SeededGenerator(seed: 58)
    for number in 0..<400 {
      let graph = try RandomGraph.make(&random)
      let brute = BruteForce(graph: graph)
      let centre = try #require(Array(graph.nodes).randomElement(using: &random))
      let filter = RandomGraph.filter(&random, in: graph, sparing: [centre])
      let total = Int.random(in: 0...3, using: &random)
      let found = try Neighbourhood(of: centre, depth: 3, filter: filter, totalPerType: total)
        .subgraph(in: TraversalView(graph))
      var taken: [String: Int] = [:]
      var order = [centre]
      var depths = [centre: 0]
      var next = 0
      while next < order.count, let depth = depths[order[next]], depth < 3 {
        let steps = brute.steps(from: order[next], filter, isDirected: false).sorted {
          let left = (graph.typeName(of: $0.step.edge), $0.node)
          let right = (graph.typeName(of: $1.step.edge), $1.node)
          return left < right
        }
        for (_, node) in steps where depths[node] == nil && brute.admits(node, filter) {
          guard taken[graph.typeName(of: node), default: 0] < total else { continue }
          taken[graph.typeName(of: node), default: 0] += 1
          depths[node] = depth + 1
          order.append(node)
        }
        next += 1
      }
      #expect(found.nodes == order.sorted(), "graph \(number)")
      #expect(found.depths == order.sorted().map { depths[$0] }, "graph \(number)")
    }
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
