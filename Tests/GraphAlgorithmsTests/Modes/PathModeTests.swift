// SPDX-License-Identifier: Apache-2.0

import GraphAlgorithms
import GraphModel
import Testing

/// The path modes of GQL, and wrong answers that other graph tools have given about them.
struct PathModeTests {
  private func texts(_ made: HandMadeGraph, _ query: PathQuery) throws -> [String] {
    try PathSearch(TraversalView(made.graph)).paths(query).paths.map(made.text)
  }

  private let bridge = "a -E-> b\nb -F-> c\nb -G-> d\nd -H-> b"

  /// A trail may pass a node again, an acyclic path not; a walk may turn back over one edge.
  @Test func whatMayRepeat() throws {
    let made = try HandMadeGraph(bridge)
    var query = PathQuery(from: made["a"], to: made["c"], selection: .shortest(3))
    query.mode = .acyclic
    #expect(try texts(made, query) == ["a -E-> b -F-> c"])
    query.mode = .simple
    #expect(try texts(made, query) == ["a -E-> b -F-> c"])
    query.mode = .trail
    #expect(
      try texts(made, query) == [
        "a -E-> b -F-> c", "a -E-> b -G-> d -H-> b -F-> c", "a -E-> b <-H- d <-G- b -F-> c",
      ])
    query.mode = .walk
    #expect(
      try texts(made, query) == [
        "a -E-> b -F-> c", "a -E-> b <-E- a -E-> b -F-> c", "a -E-> b -F-> c <-F- b -F-> c",
      ])
  }

  /// A search that marks edges, not nodes, takes a path around a cycle for acyclic, and one that
  /// marks nodes loses trails.
  @Test func trailsGoAroundACycle() throws {
    let made = try HandMadeGraph("a -E-> b\nb -E-> c\nc -E-> b\nb -E-> d")
    var query = PathQuery(
      from: made["a"], to: made["d"], selection: .shortest(9), isDirected: true, mode: .trail)
    #expect(
      try texts(made, query)
        == ["a -E-> b -E-> d", "a -E-> b -E-> c -E-> b -E-> d"])
    query.mode = .acyclic
    #expect(try texts(made, query) == ["a -E-> b -E-> d"])
  }

  /// From a node to itself: the node alone, then, but for acyclic paths, ways around.
  @Test func closedPaths() throws {
    let made = try HandMadeGraph("a -E-> b\nb -E-> c\nc -E-> a\na -LOOP-> a")
    var query = PathQuery(
      from: made["a"], to: made["a"], selection: .shortest(4), isDirected: true)
    query.mode = .acyclic
    #expect(try texts(made, query) == ["a"])
    query.mode = .simple
    #expect(try texts(made, query) == ["a", "a -LOOP-> a", "a -E-> b -E-> c -E-> a"])
    query.mode = .trail
    #expect(
      try texts(made, query) == [
        "a", "a -LOOP-> a", "a -E-> b -E-> c -E-> a",
        "a -E-> b -E-> c -E-> a -LOOP-> a",
      ])
    query.mode = .walk
    #expect(
      try texts(made, query)
        == ["a", "a -LOOP-> a", "a -LOOP-> a -LOOP-> a", "a -E-> b -E-> c -E-> a"])
  }

  /// A loop that may be walked both ways is one edge and makes one path.
  @Test func loopsCountOnce() throws {
    let made = try HandMadeGraph("a -LOOP-> a\na -E-> b")
    let query = PathQuery(from: made["a"], to: made["b"], selection: .shortest(9), mode: .trail)
    #expect(try texts(made, query) == ["a -E-> b", "a -LOOP-> a -E-> b"])
  }

  @Test func groupsOfLengths() throws {
    let made = try HandMadeGraph("a -E-> z\na -F-> z\na -E-> b\nb -E-> z\nb -E-> c\nc -E-> z")
    var query = PathQuery(
      from: made["a"], to: made["z"], selection: .shortestGroups(2, limit: 10))
    let answer = try PathSearch(TraversalView(made.graph)).paths(query)
    #expect(answer.paths.map(made.text) == ["a -E-> z", "a -F-> z", "a -E-> b -E-> z"])
    #expect(answer.total == PathCount(3))
    query.selection = .shortestGroups(1, limit: 1)
    let one = try PathSearch(TraversalView(made.graph)).paths(query)
    #expect(one.paths.map(made.text) == ["a -E-> z"])
    #expect(one.total == PathCount(1, isExceeded: true))
  }

  /// Taking the lightest of parallel edges for all of them loses the second path.
  @Test func parallelEdgesOfDifferentCost() throws {
    var builder = GraphBuilder()
    let ends = try ["a", "b"].map { try builder.addNode(type: "State", key: $0) }
    for weight in [5, 2, 2] {
      try builder.addEdge(
        type: "E", from: ends[0], to: ends[1], properties: [("weight", .integer(Int64(weight)))])
    }
    let graph = try builder.freeze()
    let query = PathQuery(
      from: try #require(graph.node(key: "a")), to: try #require(graph.node(key: "b")),
      selection: .shortest(9), cost: .property("weight"))
    let answer = try PathSearch(TraversalView(graph)).paths(query)
    #expect(answer.costs == [2, 2, 5])
    #expect(Set(answer.paths).count == 3)
  }

  /// The cheapest path breaks the hop limit; a search that keeps one way to each node finds none.
  @Test func hopLimitNeedsADearerWay() throws {
    var builder = GraphBuilder()
    var handles: [String: NodeHandle] = [:]
    for key in ["a", "b", "m", "z"] {
      handles[key] = try builder.addNode(type: "State", key: key)
    }
    for (source, target, weight) in [("a", "b", 1), ("b", "m", 1), ("a", "m", 9), ("m", "z", 1)] {
      guard let from = handles[source], let to = handles[target] else { continue }
      try builder.addEdge(
        type: "E", from: from, to: to, properties: [("weight", .integer(Int64(weight)))])
    }
    let graph = try builder.freeze()
    let query = PathQuery(
      from: try #require(graph.node(key: "a")), to: try #require(graph.node(key: "z")),
      maximumHops: 2, cost: .property("weight"))
    #expect(try PathSearch(TraversalView(graph)).paths(query).costs == [10])
  }

  /// A waypoint in a cul-de-sac is passed by walks alone.
  @Test func culDeSac() throws {
    let made = try HandMadeGraph("a -E-> b\nb -E-> c\nb -E-> d")
    var query = PathQuery(from: made["a"], to: made["c"], via: [.node(made["d"])])
    for mode in [PathMode.acyclic, .simple, .trail] {
      query.mode = mode
      #expect(try texts(made, query).isEmpty)
    }
    query.mode = .walk
    #expect(try texts(made, query) == ["a -E-> b -E-> d <-E- b -E-> c"])
    query.mode = .trail
    let explanation = try #require(
      try PathSearch(TraversalView(made.graph)).explainEmptyAnswer(to: query))
    #expect(
      explanation.sentences(from: query.start, to: query.end, in: made.graph).prefix(3) == [
        "No path from 'a' to 'c'", "There is one of 2 steps that does not pass 'd'",
        "There is one of 4 steps that walks an edge twice",
      ])
  }
}
