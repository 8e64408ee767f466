// SPDX-License-Identifier: Apache-2.0

import GraphAlgorithms
import GraphModel
import GraphTestSupport
import Testing

/// An edited graph must answer like its frozen copy, and like a listing of all paths.
struct EditedGraphPropertyTests {
  @Test(arguments: 0..<4)
  func answersLikeItsCopy(part: Int) throws {
    var random = SeededGenerator(seed: 400 + UInt64(part))
    for number in 0..<250 {
      var graph = try RandomGraph.make(&random)
      try RandomGraph.edit(&graph, &random)
      guard let copy = try? graph.compacted(), graph.nodeCount > 0 else { continue }
      let edited = PathSearch(TraversalView(graph))
      let frozen = PathSearch(TraversalView(copy))
      let brute = BruteForce(graph: graph)
      for _ in 0..<3 {
        var query = RandomGraph.query(&random, in: graph)
        query.filter.edgeDirections = [:]
        query.filter.allowedEdgeTypes = nil
        query.filter.excludedEdgeTypes = []
        query.filter.allowedNodeTypes = nil
        query.filter.excludedNodeTypes = []
        query.waypoints = query.waypoints.filter { if case .node = $0 { true } else { false } }
        let count = Int.random(in: 1...8, using: &random)
        query.selection = .shortest(count)
        let context: Comment = "part \(part), graph \(number), \(query)"
        let answer = try edited.paths(query).paths
        #expect(answer == Array(brute.paths(query).prefix(count)), context)
        let translated = try translated(query, from: graph, to: copy)
        let copied = try frozen.paths(translated).paths
        #expect(answer.map { text($0, graph) } == copied.map { text($0, copy) }, context)

        let around = Neighbourhood(
          of: query.start, depth: 2, limitPerType: random.chance(1, of: 2) ? 1 : nil)
        var aroundCopy = around
        aroundCopy.centre = translated.start
        let part = try around.subgraph(in: edited.view)
        let partOfCopy = try aroundCopy.subgraph(in: frozen.view)
        #expect(part.nodes.map { graph.key(of: $0) } == partOfCopy.nodes.map { copy.key(of: $0) })
        #expect(part.depths == partOfCopy.depths)
        #expect(part.edges.map { mark($0, graph) } == partOfCopy.edges.map { mark($0, copy) })
        #expect(part.omissions.map(\.count) == partOfCopy.omissions.map(\.count))
      }
      let statistics = try GraphStatistics(edited.view)
      var statisticsOfCopy = try GraphStatistics(frozen.view)
      let greatest = try #require(statistics.nodeOfMaximumDegree)
      let greatestOfCopy = try #require(statisticsOfCopy.nodeOfMaximumDegree)
      #expect(graph.key(of: greatest) == copy.key(of: greatestOfCopy))
      statisticsOfCopy.nodeOfMaximumDegree = greatest
      #expect(statistics == statisticsOfCopy)
    }
  }

  private func translated(
    _ query: PathQuery, from graph: PropertyGraph, to copy: PropertyGraph
  ) throws -> PathQuery {
    func node(_ node: NodeID) throws -> NodeID {
      let key = try #require(graph.key(of: node))
      return try #require(copy.node(key: key))
    }
    var query = query
    query.start = try node(query.start)
    query.end = try node(query.end)
    query.filter.avoidedNodes = try query.filter.avoidedNodes.map(node)
    query.waypoints = try query.waypoints.map {
      if case .node(let waypoint) = $0 { .node(try node(waypoint)) } else { $0 }
    }
    return query
  }

  private func mark(_ edge: EdgeID, _ graph: PropertyGraph) -> Value? {
    graph.value(of: edge, named: "mark")
  }

  private func text(_ path: GraphPath, _ graph: PropertyGraph) -> String {
    var text = graph.key(of: path.nodes[0]) ?? ""
    for (place, step) in path.steps.enumerated() {
      guard case .integer(let mark)? = mark(step.edge, graph) else { return "" }
      text += " \(mark)\(step.isReversed ? "<" : ">") \(graph.key(of: path.nodes[place + 1]) ?? "")"
    }
    return text
  }
}
