// SPDX-License-Identifier: Apache-2.0

import GraphAlgorithms
import GraphModel
import Testing

struct CostModelTests {
  private func graph(_ weights: [(String, String, Value?)]) throws -> PropertyGraph {
    var builder = GraphBuilder()
    var handles: [String: NodeHandle] = [:]
    for key in Set(weights.flatMap { [$0.0, $0.1] }).sorted() {
      handles[key] = try builder.addNode(type: "State", key: key)
    }
    for (number, (source, target, weight)) in weights.enumerated() {
      guard let from = handles[source], let to = handles[target] else { continue }
      try builder.addEdge(
        type: number % 2 == 0 ? "COVERS" : "FUNDS", from: from, to: to,
        properties: weight.map { [("weight", $0)] } ?? [])
    }
    return try builder.freeze()
  }

  private func message(
    _ graph: PropertyGraph, _ model: CostModel, filter: TraversalFilter = TraversalFilter()
  ) throws -> String? {
    let ends = (try #require(graph.node(key: "a")), try #require(graph.node(key: "b")))
    do throws(TraversalError) {
      _ = try PathSearch(TraversalView(graph)).paths(
        PathQuery(from: ends.0, to: ends.1, filter: filter, cost: model))
      return nil
    } catch {
      return error.description
    }
  }

  @Test func instrumentsCountSteps() throws {
    let made = try HandMadeGraph(
      """
      poland -PARTY_TO-> Agreement:pact
      kazakhstan -PARTY_TO-> Agreement:pact
      Agreement:protocol -AMENDS-> Agreement:pact
      uzbekistan -PARTY_TO-> Agreement:protocol
      uzbekistan -BORDERS-> tajikistan
      """, description: GraphDescription(instrumentTypes: ["Agreement"]))
    let search = PathSearch(TraversalView(made.graph))
    func steps(_ start: String, _ end: String) throws -> PathCost? {
      try search.cost(from: made[start], to: made[end], by: .instruments)
    }
    #expect(try steps("poland", "kazakhstan") == 1)
    #expect(try steps("poland", "uzbekistan") == 1)
    #expect(try steps("poland", "tajikistan") == 2)
    #expect(try steps("poland", "pact") == 1)
    #expect(try steps("pact", "protocol") == 1)
    #expect(try steps("poland", "poland") == 0)
    let answer = try search.paths(
      PathQuery(from: made["poland"], to: made["uzbekistan"], cost: .instruments))
    #expect(
      answer.paths.map(made.text)
        == ["poland -PARTY_TO-> pact <-AMENDS- protocol <-PARTY_TO- uzbekistan"])
    #expect(answer.costs == [1])
  }

  /// Of two ways with one more hop between them, the one around the hub.
  @Test func specificityAvoidsHubs() throws {
    let made = try HandMadeGraph(
      "a -E-> hub\nhub -E-> z\na -E-> b\nb -E-> c\nc -E-> z\n"
        + (0..<30).map { "x\($0) -E-> hub" }.joined(separator: "\n"))
    let query = PathQuery(from: made["a"], to: made["z"], cost: .specificity)
    let answer = try PathSearch(TraversalView(made.graph)).paths(query)
    #expect(answer.paths.map(made.text) == ["a -E-> b -E-> c -E-> z"])
    #expect(answer.costs == [5])
  }

  @Test func refusalsNameTheEdge() throws {
    #expect(
      try message(graph([("a", "b", .integer(-3))]), .property("weight"))
        == "edge 'a' -COVERS-> 'b' has 'weight' -3; a cost must not be negative")
    #expect(
      try message(graph([("a", "b", .float(-0.5))]), .property("weight"))
        == "edge 'a' -COVERS-> 'b' has 'weight' -0.5; a cost must not be negative")
    #expect(
      try message(graph([("a", "b", .float(.nan))]), .property("weight"))
        == "edge 'a' -COVERS-> 'b' has a 'weight' that is not a finite number, so it has no cost")
    #expect(
      try message(graph([("a", "b", .string("much"))]), .property("weight"))
        == "edge 'a' -COVERS-> 'b' has a 'weight' of type STRING; a cost must be a number")
    #expect(
      try message(graph([("a", "b", nil)]), .property("weight"))
        == "edge 'a' -COVERS-> 'b' has no 'weight', so it has no cost")
    #expect(
      try message(graph([("a", "b", .integer(.max))]), .property("weight"))
        == "edge 'a' -COVERS-> 'b' has 'weight' 9223372036854775807, which is too large for a cost")
    #expect(
      try message(graph([("a", "b", .integer(9_000_000_000_000))]), .property("weight"))
        == "the costs of the edges are too large to be added up")
    #expect(
      try message(graph([("a", "b", .integer(1))]), -1 * .property("weight"))
        == "a weight in a cost must not be negative, got -1")
    #expect(
      try message(graph([("a", "b", .integer(1))]), CostModel([]))
        == "a cost needs at least one measure")
    #expect(try message(graph([("a", "b", nil)]), .property("weight", missing: 2)) == nil)
  }

  /// An edge that the filter rules out needs no cost.
  @Test func onlyEdgesThatMayBeWalkedNeedCosts() throws {
    let graph = try graph([("a", "b", .integer(1)), ("a", "b", .integer(-1))])
    #expect(
      try message(graph, .property("weight"))
        == "edge 'a' -FUNDS-> 'b' has 'weight' -1; a cost must not be negative")
    let filter = TraversalFilter(allowedEdgeTypes: ["COVERS"])
    #expect(try message(graph, .property("weight"), filter: filter) == nil)
  }

  /// Weights far apart, which do not fit the narrow tables.
  @Test func wideWeights() throws {
    let graph = try graph([
      ("a", "c", .integer(7_000_000_000)), ("c", "b", .float(0.000001)),
      ("a", "b", .integer(7_000_000_001)),
    ])
    let ends = (try #require(graph.node(key: "a")), try #require(graph.node(key: "b")))
    let search = PathSearch(TraversalView(graph))
    let query = PathQuery(
      from: ends.0, to: ends.1, selection: .shortest(5), cost: .property("weight"))
    #expect(
      try search.paths(query).costs.map(\.description) == ["7000000000.000001", "7000000001"])
    #expect(
      try search.cost(from: ends.0, to: ends.1, by: .property("weight"))
        == PathCost("7000000000.000001"))
  }

  /// Sums beyond the labels of the narrow search fall back to the wide one.
  @Test func longPathsOfHeavyEdges() throws {
    var edges: [(String, String, Value?)] = []
    let names = ["a"] + (0..<9).map { "m\($0)" } + ["b"]
    for (source, target) in zip(names, names.dropFirst()) {
      edges.append((source, target, .float(4000.000001)))
    }
    let graph = try graph(edges)
    let ends = (try #require(graph.node(key: "a")), try #require(graph.node(key: "b")))
    let search = PathSearch(TraversalView(graph))
    let model = CostModel.property("weight") + 0.000001 * .instruments
    #expect(try search.cost(from: ends.0, to: ends.1, by: model)?.description == "40000.00002")
    #expect(
      try search.paths(PathQuery(from: ends.0, to: ends.1, cost: model)).costs.first?.description
        == "40000.00002")
  }

  @Test func budgetEndsEverySearchByCost() throws {
    let made = try HandMadeGraph(
      (0..<40).map { "n\($0) -E-> n\($0 + 1)\nn\($0) -F-> n\($0 + 1)" }.joined(separator: "\n"))
    let small = PathSearch(
      TraversalView(made.graph), budget: SearchBudget(edgeLimit: 30))
    var query = PathQuery(from: made["n0"], to: made["n40"], cost: .specificity)
    for selection in [PathQuery.Selection.anyShortest, .shortest(9), .shortestGroups(2, limit: 9)] {
      for mode in PathMode.allCases {
        query.selection = selection
        query.mode = mode
        #expect(throws: TraversalError.self) { _ = try small.paths(query) }
      }
    }
    #expect(throws: TraversalError.self) {
      _ = try small.cost(from: made["n0"], to: made["n40"], by: .specificity)
    }
  }
}
