// SPDX-License-Identifier: Apache-2.0

import GraphAlgorithms
import GraphModel
import GraphTestSupport
import Testing

struct PathSearchTests {
  /// A chain of diamonds has 2^n shortest paths: counted, not listed.
  @Test(arguments: [(20, 1_048_576, false), (63, 1 << 63, false), (64, UInt64.max, true)])
  func countsWithoutListing(stages: Int, count: UInt64, isExceeded: Bool) throws {
    var text = ""
    for stage in 0..<stages {
      text += "n\(stage) -A-> n\(stage + 1)\nn\(stage) -B-> n\(stage + 1)\n"
    }
    let made = try HandMadeGraph(text)
    let query = PathQuery(
      from: made["n0"], to: made["n\(stages)"], selection: .allShortest(limit: 3))
    let search = PathSearch(TraversalView(made.graph))
    let all = try #require(try search.shortestPaths(query))
    #expect(all.hops == stages)
    #expect(all.count == PathCount(count, isExceeded: isExceeded))
    let types = all.prefix(3).map { path in
      path.steps.suffix(2).map { made.graph.typeName(of: $0.edge) }.joined()
    }
    #expect(types == ["AA", "AB", "BA"])
    #expect(try search.paths(query).paths == Array(all.prefix(3)))
  }

  @Test func oneNodeAndNoNode() throws {
    let made = try HandMadeGraph("State:a 2001..2005\na -LOOP-> a")
    let search = PathSearch(TraversalView(made.graph))
    var query = PathQuery(from: made["a"], to: made["a"], selection: .shortest(5))
    #expect(try search.paths(query).paths.map(\.hops) == [0])
    query.filter.asOf = CalendarDate(year: 2006, month: 1, day: 1)
    #expect(try search.paths(query).paths.isEmpty)
    let empty = PathSearch(TraversalView(PropertyGraph()))
    #expect(throws: TraversalError.unknownNode(NodeID(rawValue: 0))) {
      try empty.shortestPath(from: NodeID(rawValue: 0), to: NodeID(rawValue: 0))
    }
  }

  /// Node rules spare the ends; the type of an abstract supertype names all that extend it.
  @Test func nodeRulesHoldBetweenTheEnds() throws {
    let type = GraphType(
      name: "t",
      nodeTypes: [
        NodeType(name: "Instrument", isAbstract: true),
        NodeType(name: "Programme", supertypes: ["Instrument"]), NodeType(name: "State"),
      ], edgeTypes: [EdgeType(label: "COVERS", from: [], to: [])])
    let made = try HandMadeGraph(
      """
      Programme:p -COVERS-> State:a
      State:a -COVERS-> Programme:q
      """, graphType: type)
    let search = PathSearch(TraversalView(made.graph))
    var filter = TraversalFilter(allowedNodeTypes: ["State"])
    #expect(try search.shortestPath(from: made["p"], to: made["q"], filter: filter)?.hops == 2)
    filter = TraversalFilter(excludedNodeTypes: ["Instrument"])
    #expect(try search.shortestPath(from: made["p"], to: made["q"], filter: filter)?.hops == 2)
    filter = TraversalFilter(allowedNodeTypes: ["Instrument"])
    #expect(try search.shortestPath(from: made["p"], to: made["q"], filter: filter) == nil)
  }

  @Test func waypointBehindACulDeSacEndsSoon() throws {
    // Twenty nodes, all joined, and one that hangs on a single other.
    var text = ""
    for source in 0..<20 {
      for target in (source + 1)..<20 { text += "n\(source) -E-> n\(target)\n" }
    }
    let made = try HandMadeGraph(text + "n7 -E-> pendant")
    let search = PathSearch(
      TraversalView(made.graph), budget: SearchBudget(edgeLimit: 20_000_000))
    var query = PathQuery(from: made["n0"], to: made["n1"], via: [.node(made["pendant"])])
    #expect(try search.paths(query).paths.isEmpty)
    query.end = made["pendant"]
    query.waypoints = [.node(made["n7"]), .node(made["n9"])]
    #expect(try search.paths(query).paths.map(made.text) == ["n0 -E-> n9 <-E- n7 -E-> pendant"])
  }

  @Test func refusals() throws {
    let made = try HandMadeGraph("a -E-> b\nb -E-> Programme:c")
    let search = PathSearch(TraversalView(made.graph))
    let base = PathQuery(from: made["a"], to: made["c"])
    func refused(_ change: (inout PathQuery) -> Void) -> String {
      var query = base
      change(&query)
      do throws(TraversalError) {
        _ = try search.paths(query)
        return "accepted"
      } catch {
        return "\(error)"
      }
    }
    #expect(refused { $0.start = NodeID(rawValue: 9) } == "the graph has no node 9")
    #expect(
      refused { $0.filter.avoidedNodes = [NodeID(rawValue: 9)] } == "the graph has no node 9")
    #expect(
      refused { $0.filter.allowedNodeTypes = ["Sate"] } == "no node type or label is called 'Sate'")
    #expect(
      refused { $0.waypoints = [.type("Sate")] } == "no node type or label is called 'Sate'")
    #expect(refused { $0.filter.excludedEdgeTypes = ["F"] } == "no edge type is called 'F'")
    #expect(refused { $0.filter.edgeDirections = ["F": .both] } == "no edge type is called 'F'")
    #expect(
      refused { $0.filter.avoidedNodes = [made["a"]] }
        == "'a' is an end of the question, so it cannot be avoided")
    #expect(
      refused {
        $0.waypoints = [.node(made["b"])]
        $0.filter.avoidedNodes = [made["b"]]
      } == "'b' is to be passed, so it cannot be avoided")
    #expect(
      refused { $0.waypoints = [.node(made["c"])] }
        == "'c' is an end of the path, so it cannot be passed on the way")
    #expect(
      refused { $0.waypoints = Array(repeating: .type("State"), count: 9) }
        == "a path may be asked to pass 8 waypoints at most, got 9")
    #expect(
      refused { $0.selection = .shortest(0) }
        == "the number of paths must be from 1 to 10000, got 0")
    #expect(
      refused { $0.selection = .allShortest(limit: 10_001) }
        == "the number of paths must be from 1 to 10000, got 10001")
    #expect(refused { $0.maximumHops = -1 } == "a limit must not be negative, got -1")
  }

  @Test func budgetEndsEverySearch() throws {
    var text = ""
    for source in 0..<40 {
      for target in (source + 1)..<40 where (source + target) % 3 != 0 {
        text += "n\(source) -E-> n\(target)\n"
      }
    }
    let made = try HandMadeGraph(text + "far -E-> farther")
    let view = TraversalView(made.graph)
    let query = PathQuery(from: made["n0"], to: made["n39"], selection: .shortest(10_000))
    var search = PathSearch(view, budget: SearchBudget(edgeLimit: 5_000))
    let stopped = #expect(throws: TraversalError.self) { try search.paths(query) }
    guard case .budgetExhausted(let exhaustion)? = stopped else {
      Issue.record("another error: \(String(describing: stopped))")
      return
    }
    #expect(exhaustion.limit == .edges(5_000))
    #expect(exhaustion.expandedEdges > 5_000 && exhaustion.expandedEdges < 5_100)
    #expect(exhaustion.foundPaths > 0)
    // The memory of a search that was broken off serves the next one.
    search.budget = .standard
    #expect(try search.shortestPath(from: made["n0"], to: made["n39"])?.hops == 2)
    #expect(try search.shortestPath(from: made["n0"], to: made["far"]) == nil)

    search.budget = SearchBudget(deadline: .now)
    #expect(
      throws: TraversalError.budgetExhausted(
        BudgetExhaustion(limit: .deadline, expandedEdges: 27, foundPaths: 0))
    ) { try search.paths(query) }
    search.budget = SearchBudget(isCancelled: { true })
    #expect(
      throws: TraversalError.budgetExhausted(
        BudgetExhaustion(limit: .cancelled, expandedEdges: 27, foundPaths: 0))
    ) { try search.paths(query) }
    search.budget = SearchBudget(memoryLimit: 100)
    let error = #expect(throws: TraversalError.self) { try search.paths(query) }
    #expect(
      error?.description
        == "the search was stopped at its limit of 100 bytes of memory, "
        + "after looking at 413 edges and finding 12 paths")
  }

  /// Many searches at once over one view give what one search gives.
  @Test func manyThreadsOneView() async throws {
    var random = SeededGenerator(seed: 3)
    var builder = GraphBuilder()
    let handles = try (0..<200).map { try builder.addNode(type: "State", key: "n\($0)") }
    for _ in 0..<600 {
      try builder.addEdge(
        type: "E", from: handles[Int.random(in: 0..<200, using: &random)],
        to: handles[Int.random(in: 0..<200, using: &random)])
    }
    let search = PathSearch(TraversalView(try builder.freeze()))
    func answer(_ number: Int) throws -> PathAnswer {
      try search.paths(
        PathQuery(
          from: NodeID(rawValue: UInt32(number)), to: NodeID(rawValue: UInt32(199 - number)),
          selection: .shortest(5)))
    }
    let alone = try (0..<60).map(answer)
    let together = try await withThrowingTaskGroup(of: (Int, PathAnswer).self) { group in
      for number in 0..<60 { group.addTask { (number, try answer(number)) } }
      var answers = alone
      for try await (number, answer) in group { answers[number] = answer }
      return answers
    }
    #expect(alone == together)
  }
}
