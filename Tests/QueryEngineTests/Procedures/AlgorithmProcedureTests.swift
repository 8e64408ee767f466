// SPDX-License-Identifier: Apache-2.0

import GraphAlgorithms
import GraphModel
import Testing

@testable import QueryEngine

/// Each procedure gives what its algorithm gives when it is asked directly.
@Suite("Procedures over algorithms")
struct AlgorithmProcedureTests {
  private static func graphs() throws -> [PropertyGraph] {
    [try drawnGraph(), try drawnGraph(seed: 8), try editedGraph(), PropertyGraph()]
  }

  /// The rows of a call that is the whole query.
  private func rows(_ call: String, _ graph: PropertyGraph) throws -> [[Value]] {
    try graph.query("CALL \(call)").rows
  }

  private func expect<Score>(
    _ call: String, _ graph: PropertyGraph, _ scores: NodeScores<Score>,
    _ value: (Score) -> Value, at column: Int = 1
  ) throws {
    let found = try rows(call, graph)
    #expect(found.map { $0[0] } == scores.nodes.map(Value.node), "\(call)")
    #expect(found.map { $0[column] } == scores.values.map(value), "\(call)")
  }

  @Test("PageRank")
  func rank() throws {
    for graph in try Self.graphs() {
      let view = TraversalView(graph)
      try expect(
        "entente.pagerank()", graph, PageRank().scores(in: view).scores, Value.float)
      if graph.edgeCount == 0 { continue }
      let filter = TraversalFilter(allowedEdgeTypes: ["BACKS"], excludedNodeTypes: ["Body"])
      try expect(
        "entente.pagerank({types: 'BACKS', exceptLabels: ['Body'], directed: true, damping: 0.5})",
        graph,
        PageRank(isDirected: true, filter: filter, damping: 0.5).scores(in: view).scores,
        Value.float)
    }
  }

  @Test("betweenness, exact and sampled")
  func betweenness() throws {
    for graph in try Self.graphs() {
      let view = TraversalView(graph)
      let exact = try Betweenness().scores(in: view)
      try expect("entente.betweenness()", graph, exact.scores, Value.float)
      try expect("entente.betweenness()", graph, exact.normalised, Value.float, at: 2)
      let method = Betweenness.Method.sampled(error: 0.4, risk: 0.5, seed: 3)
      let sampled = try Betweenness(method: method, isDirected: true).scores(in: view)
      try expect(
        "entente.betweenness({error: 0.4, risk: 0.5, seed: 3, directed: true})", graph,
        sampled.scores, Value.float)
    }
  }

  @Test("closeness, degrees and cores")
  func smallNumbers() throws {
    for graph in try Self.graphs() {
      let view = TraversalView(graph)
      try expect("entente.closeness()", graph, Closeness(in: view).scores, Value.float)
      let degrees = try DegreeCounts(view)
      let integer = { (number: Int) in Value.integer(Int64(number)) }
      try expect("entente.degree()", graph, degrees.both, integer)
      try expect("entente.degree()", graph, degrees.outgoing, integer, at: 2)
      try expect("entente.degree()", graph, degrees.incoming, integer, at: 3)
      try expect("entente.degree()", graph, degrees.neighbours, integer, at: 4)
      try expect("entente.kcore()", graph, CoreNumbers(view).numbers, integer)
    }
  }

  @Test("components and communities")
  func groups() throws {
    for graph in try Self.graphs() {
      let view = TraversalView(graph)
      func expect(_ call: String, _ group: (NodeID) -> Int?) throws {
        let expected = graph.nodes.compactMap { node in
          group(node).map { [Value.node(node), .integer(Int64($0))] }
        }
        #expect(try rows(call, graph) == expected, "\(call)")
      }
      try expect("entente.components()", ConnectedComponents(view).component(of:))
      try expect(
        "entente.components({directed: true})", StrongComponents(view).component(of:))
      try expect("entente.communities()", Communities(in: view).group(of:))
      try expect(
        "entente.communities({seed: 9, resolution: 2})",
        Communities(in: view, resolution: 2, seed: 9).group(of:))
    }
  }

  @Test("a day leaves out what does not hold on it")
  func day() throws {
    let graph = try drawnGraph()
    let day = try #require(CalendarDate("2009-12-31"))
    let degrees = try DegreeCounts(
      TraversalView(graph), filter: TraversalFilter(asOf: day))
    for call in ["date('2009-12-31')", "'2009-12-31'"] {
      try expect(
        "entente.degree({asOf: \(call)})", graph, degrees.both, { .integer(Int64($0)) })
    }
    #expect(degrees.both.values != (try DegreeCounts(TraversalView(graph)).both.values))
  }

  @Test("a neighbourhood lists each edge once, with the later of its ends")
  func neighbourhood() throws {
    for graph in [try drawnGraph(), try editedGraph()] {
      let view = TraversalView(graph)
      for depth in 0...3 {
        let centre = try #require(graph.node(key: "n7"))
        let part = try Neighbourhood(of: centre, depth: depth).subgraph(in: view)
        let rows = try graph.query(
          "MATCH (n) WHERE key(n) = 'n7' CALL entente.neighbourhood(n, $depth) "
            + "YIELD node, depth, edges RETURN node, depth, edges",
          ["depth": .integer(Int64(depth))]
        ).rows
        let depths = zip(part.nodes, part.depths).map { ($0, $1) }.sorted { $0.1 < $1.1 }
        #expect(rows.map { $0[1] } == depths.map { .integer(Int64($0.1)) })
        #expect(Set(rows.map { $0[0] }) == Set(depths.map { .node($0.0) }))
        var seen: Set<Value> = []
        var edges: [Value] = []
        for row in rows {
          seen.insert(row[0])
          guard case .list(let own) = row[2] else { continue }
          for case .edge(let edge) in own {
            edges.append(.edge(edge))
            let ends: [Value] = [.node(graph.source(of: edge)), .node(graph.target(of: edge))]
            #expect(ends.allSatisfy(seen.contains) && ends.contains(row[0]))
          }
        }
        #expect(edges.count == part.edges.count)
        #expect(Set(edges) == Set(part.edges.map(Value.edge)))
      }
    }
  }

  @Test("common neighbours and connections")
  func severalNodes() throws {
    let graph = try drawnGraph()
    let view = TraversalView(graph)
    let asked = try ["n1", "n2", "n5", "n8"].map { try #require(graph.node(key: $0)) }
    let start = "MATCH (n) WHERE n IN $nodes WITH collect(n) AS list "
    let parameters: [String: Value] = ["nodes": .list(asked.map(Value.node))]
    let common = try CommonNeighbours(of: asked, minimum: 2).answer(in: view)
    let commonRows = try graph.query(
      start + "CALL entente.commonNeighbours(list, {minimum: 2}) YIELD node, links, edges "
        + "RETURN node, links, edges", parameters
    ).rows
    #expect(!common.isEmpty)
    #expect(
      commonRows
        == common.map { found in
          [
            .node(found.node), .integer(Int64(found.links.count)),
            .list(found.links.flatMap(\.edges).map(Value.edge)),
          ]
        })
    let refined = try RefinedConnection(ConnectionQuery(joining: asked), in: view)
    let connected = try graph.query(
      start + "CALL entente.connect(list) YIELD nodes, edges, groups RETURN nodes, edges, groups",
      parameters
    ).rows
    #expect(
      connected == [
        [
          .list(refined.connection.nodes.map(Value.node)),
          .list(refined.connection.edges.map(Value.edge)),
          .list(refined.groups.map { .list($0.map(Value.node)) }),
        ]
      ])
  }

  @Test("many rows come in batches, also where a call stands in a query of each row")
  func batches() throws {
    let graph = try drawnGraph()
    let count = try graph.query(
      "UNWIND range(1, 100) AS x CALL entente.degree() YIELD node RETURN count(*) AS n, "
        + "count(DISTINCT node) AS m")
    #expect(count.rows == [[.integer(4000), .integer(40)]])
    let limited = try graph.query(
      "UNWIND range(1, 3) AS x CALL { CALL entente.degree() YIELD degree RETURN degree LIMIT 2 } "
        + "RETURN count(*)")
    #expect(limited.rows == [[.integer(6)]])
  }
}
