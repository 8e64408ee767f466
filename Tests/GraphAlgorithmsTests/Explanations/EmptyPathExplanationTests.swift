// SPDX-License-Identifier: Apache-2.0

import GraphAlgorithms
import GraphModel
import GraphTestSupport
import Testing

struct EmptyPathExplanationTests {
  private func explain(
    _ made: HandMadeGraph, _ query: PathQuery
  ) throws -> EmptyPathExplanation {
    try #require(try PathSearch(TraversalView(made.graph)).explainEmptyAnswer(to: query))
  }

  private func sentences(_ made: HandMadeGraph, _ query: PathQuery) throws -> [String] {
    try explain(made, query).sentences(from: query.start, to: query.end, in: made.graph)
  }

  private let text = """
    poland -MEMBER_OF-> StateGroup:eu
    StateGroup:eu -FUNDS 2003..2019-> Programme:bomca
    Programme:bomca -COVERS-> turkmenistan
    mars -MEMBER_OF-> StateGroup:planets
    """

  @Test func theOnePathIsThere() throws {
    let made = try HandMadeGraph(text)
    let query = PathQuery(from: made["poland"], to: made["turkmenistan"])
    #expect(try PathSearch(TraversalView(made.graph)).explainEmptyAnswer(to: query) == nil)
  }

  @Test func eachConstraintInWords() throws {
    let made = try HandMadeGraph(text)
    let base = PathQuery(from: made["poland"], to: made["turkmenistan"])
    func second(_ change: (inout PathQuery) -> Void) throws -> String {
      var query = base
      change(&query)
      return try sentences(made, query)[1]
    }
    let found = "There is one of 3 steps"
    #expect(try second { $0.maximumHops = 1 } == "\(found) beyond the limit of 1 step")
    #expect(
      try second { $0.filter.avoidedNodes = [made["eu"]] }
        == "\(found) through 'eu', which was to be avoided")
    #expect(
      try second { $0.filter.excludedNodeTypes = ["Programme"] }
        == "\(found) through nodes of type 'Programme', which was excluded")
    #expect(
      try second { $0.filter.excludedEdgeTypes = ["FUNDS"] }
        == "\(found) over edges of type 'FUNDS', which was excluded")
    #expect(
      try second {
        $0.waypoints = [.node(made["bomca"]), .node(made["eu"])]
        $0.areWaypointsOrdered = true
      } == "\(found) that passes the waypoints in another order")
    #expect(
      try second { $0.waypoints = [.node(made["mars"])] } == "\(found) that does not pass 'mars'")
    #expect(
      try second { $0.waypoints = [.type("State")] }
        == "\(found) that passes no node of type 'State'")
    #expect(
      try second { $0.filter.allowedNodeTypes = ["Programme"] }
        == "\(found) through nodes of other types than 'Programme'")
    #expect(
      try second { $0.filter.allowedNodeTypes = [] }
        == "\(found) through nodes of other types than none")
    #expect(
      try second { $0.filter.edgeDirections = ["FUNDS": .incoming] }
        == "\(found) over edges of type 'FUNDS' walked along their direction")
    #expect(
      try second { $0.filter.asOf = CalendarDate(year: 2021, month: 1, day: 1) }
        == "\(found) over edges that did not hold on 2021-01-01")
    var back = PathQuery(from: made["turkmenistan"], to: made["poland"])
    back.filter.edgeDirections = ["FUNDS": .outgoing]
    #expect(
      try sentences(made, back)[1]
        == "\(found) over edges of type 'FUNDS' walked against their direction")
    back = PathQuery(from: made["turkmenistan"], to: made["poland"], isDirected: true)
    #expect(
      try sentences(made, back) == [
        "No path from 'turkmenistan' to 'poland'",
        "'turkmenistan' has 1 edge, none of which may be walked here",
        "'poland' has 1 edge, none of which may be walked here",
        "There is one of 3 steps over edges walked against their direction",
        "The search reached 1 node from 'turkmenistan' (0 steps away at most) and 1 node "
          + "from 'poland' (0 steps away at most)",
      ])
  }

  @Test func twoTogether() throws {
    let made = try HandMadeGraph(text)
    var query = PathQuery(from: made["poland"], to: made["turkmenistan"])
    query.filter.allowedEdgeTypes = ["MEMBER_OF", "FUNDS"]
    query.filter.asOf = CalendarDate(year: 2021, month: 1, day: 1)
    query.maximumHops = 5
    let explanation = try explain(made, query)
    #expect(explanation.relaxations.isEmpty)
    #expect(
      explanation.combination?.constraints == [
        .allowedEdgeTypes(["MEMBER_OF", "FUNDS"]),
        .asOf(try #require(CalendarDate(year: 2021, month: 1, day: 1))),
      ])
    #expect(
      try sentences(made, query)[2]
        == "No single change helps; there is one of 3 steps over edges of other types than "
        + "'MEMBER_OF', 'FUNDS' and over edges that did not hold on 2021-01-01")
  }

  /// What is ruled out need not have a cost; the path that is suggested is the cheapest if it has.
  @Test func suggestionsByCost() throws {
    var builder = GraphBuilder()
    let ends = try ["a", "m", "b"].map { try builder.addNode(type: "State", key: $0) }
    for (source, target, type, weight) in [(0, 2, "E", 9), (0, 1, "E", 1), (1, 2, "E", 1)] {
      try builder.addEdge(
        type: type, from: ends[source], to: ends[target],
        properties: [("weight", .integer(Int64(weight)))])
    }
    try builder.addEdge(type: "FREE", from: ends[0], to: ends[2])
    let graph = try builder.freeze()
    let search = PathSearch(TraversalView(graph))
    var query = PathQuery(
      from: try #require(graph.node(key: "a")), to: try #require(graph.node(key: "b")),
      cost: .property("weight"))
    query.filter.excludedEdgeTypes = ["E", "FREE"]
    let explanation = try #require(try search.explainEmptyAnswer(to: query))
    #expect(
      explanation.relaxations.map(\.constraints)
        == [[.excludedEdgeType("E")], [.excludedEdgeType("FREE")]])
    #expect(explanation.relaxations.map(\.path.hops) == [2, 1])
    #expect(explanation.untried.isEmpty)
  }

  @Test func threeTogether() throws {
    let made = try HandMadeGraph(text)
    var query = PathQuery(from: made["poland"], to: made["turkmenistan"])
    query.filter.excludedEdgeTypes = ["COVERS", "FUNDS", "MEMBER_OF"]
    query.maximumHops = 3
    let explanation = try explain(made, query)
    #expect(
      explanation.combination?.constraints
        == ["COVERS", "FUNDS", "MEMBER_OF"].map { .excludedEdgeType($0) })
    #expect(explanation.combination?.path.hops == 3)
  }

  @Test func differentComponents() throws {
    let made = try HandMadeGraph(text + "\nalone")
    let query = PathQuery(from: made["poland"], to: made["mars"], maximumHops: 4)
    let explanation = try explain(made, query)
    #expect(explanation.areConnected == false)
    #expect(explanation.cheapest == nil)
    #expect(
      try sentences(made, query) == [
        "No path from 'poland' to 'mars'",
        "Nothing connects them: they are in different parts of the graph, whatever is asked",
        "The search reached 4 nodes from 'poland' (3 steps away at most) and 2 nodes from 'mars' "
          + "(1 step away at most)",
      ])
    #expect(
      try sentences(made, PathQuery(from: made["poland"], to: made["alone"]))[1]
        == "'alone' has no edges at all")
  }

  /// Whatever is suggested gives just that path, and nothing else would have.
  @Test(arguments: 0..<4)
  func suggestionsAreSound(part: Int) throws {
    var random = SeededGenerator(seed: 900 + UInt64(part))
    var singles = 0
    var combinations = 0
    for number in 0..<250 {
      let graph = try RandomGraph.make(&random)
      let search = PathSearch(TraversalView(graph))
      let brute = BruteForce(graph: graph)
      for _ in 0..<3 {
        let query = RandomGraph.query(&random, in: graph)
        let context: Comment = "part \(part), graph \(number), \(query)"
        let explanation = try search.explainEmptyAnswer(to: query)
        #expect((explanation == nil) == !brute.paths(query).isEmpty, context)
        guard let explanation else { continue }
        let free = PathQuery(from: query.start, to: query.end)
        #expect(explanation.areConnected == !brute.paths(free).isEmpty, context)
        // Walks are without number; the search finds the first of them.
        func paths(without constraints: [EmptyPathExplanation.Constraint]) throws -> [GraphPath] {
          let query = relaxed(query, constraints)
          return query.mode == .walk ? try search.paths(query).paths : brute.paths(query)
        }
        let helping = try explanation.constraints.filter {
          try !paths(without: [$0]).isEmpty
        }
        #expect(explanation.relaxations.flatMap(\.constraints) == helping, context)
        for relaxation in explanation.relaxations + [explanation.combination].compactMap(\.self) {
          let paths = try paths(without: relaxation.constraints)
          #expect(relaxation.path == paths.first, context)
        }
        singles += explanation.relaxations.count
        if let combination = explanation.combination {
          combinations += 1
          #expect(combination.constraints.count >= 2, context)
          for kept in combination.constraints {
            let rest = combination.constraints.filter { $0 != kept }
            #expect(try paths(without: rest).isEmpty, context)
          }
        } else if helping.isEmpty {
          #expect(explanation.areConnected == false, context)
        }
      }
    }
    #expect(singles > 20 && combinations > 5)
  }

  private func relaxed(
    _ query: PathQuery, _ constraints: [EmptyPathExplanation.Constraint]
  ) -> PathQuery {
    var query = query
    for constraint in constraints {
      switch constraint {
      case .maximumHops: query.maximumHops = nil
      case .avoidedNode(let node): query.filter.avoidedNodes.removeAll { $0 == node }
      case .excludedNodeType(let name): query.filter.excludedNodeTypes.removeAll { $0 == name }
      case .excludedEdgeType(let name): query.filter.excludedEdgeTypes.removeAll { $0 == name }
      case .waypointOrder: query.areWaypointsOrdered = false
      case .mode: query.mode = .walk
      case .waypoint(let waypoint): query.waypoints.removeAll { $0 == waypoint }
      case .allowedNodeTypes: query.filter.allowedNodeTypes = nil
      case .allowedEdgeTypes: query.filter.allowedEdgeTypes = nil
      case .edgeDirection(let type, _): query.filter.edgeDirections[type] = .both
      case .direction: query.isDirected = false
      case .excludedSource(let source):
        query.filter.excludedSources.removeAll { $0 == source }
      case .allowedSources: query.filter.allowedSources = nil
      case .asOf: query.filter.asOf = nil
      }
    }
    return query
  }
}
