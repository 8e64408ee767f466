// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel
import QueryEngine
import Testing

/// Queries that would take for ever, or all memory, end with a fault that says which limit it was.
@Suite("Hostile queries end within their limits", .serialized)
struct HostileQueryTests {
  /// Nodes without edges.
  private static func crowd(_ count: Int) throws -> PropertyGraph {
    var builder = GraphBuilder()
    for number in 0..<count {
      _ = try builder.addNode(labels: ["N"], properties: [("p", .integer(Int64(number)))])
    }
    return try builder.freeze()
  }

  /// Nodes of which each two are joined.
  private static func clique(_ count: Int) throws -> PropertyGraph {
    var builder = GraphBuilder()
    var nodes: [NodeHandle] = []
    for number in 0..<count {
      let node = try builder.addNode(
        labels: ["N"], properties: [("p", .integer(Int64(number)))])
      for other in nodes {
        _ = try builder.addEdge(
          type: "R", from: other, to: node, properties: [("p", .integer(Int64(number)))])
      }
      nodes.append(node)
    }
    return try builder.freeze()
  }

  private static let limits = QueryLimits(time: .milliseconds(200), memory: 64 << 20)

  /// Runs a query, which must end with a limit reached.
  private func expectEnd(
    _ text: String, on graph: PropertyGraph, limits: QueryLimits = Self.limits,
    by details: Set<QueryFault.Detail> = [.deadline, .memoryLimit, .workLimit, .rowLimit],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let clock = ContinuousClock()
    let start = clock.now
    do {
      let rows = try graph.query(text, limits: limits).rows.count
      Issue.record("\(text) ended with \(rows) rows", sourceLocation: sourceLocation)
    } catch {
      #expect(
        error.faults.allSatisfy { details.contains($0.detail) }, "\(text): \(error)",
        sourceLocation: sourceLocation)
    }
    let time = clock.now - start
    #expect(time < .seconds(5), "\(text) took \(time)", sourceLocation: sourceLocation)
  }

  @Test("cross products, counted and collected")
  func products() throws {
    let graph = try Self.crowd(2_000)
    expectEnd("MATCH (a), (b), (c), (d) RETURN count(*)", on: graph)
    expectEnd("MATCH (a), (b), (c) RETURN collect([a, b, c])", on: graph)
    expectEnd("MATCH (a), (b) RETURN a.p + b.p AS x ORDER BY x", on: graph)
    expectEnd("MATCH (a), (b) WITH DISTINCT a, b RETURN count(*)", on: graph)
    expectEnd("MATCH (a), (b), (c) WHERE a.p > b.p + c.p + 100000 RETURN a", on: graph)
    expectEnd("MATCH (a) OPTIONAL MATCH (b), (c) WHERE b.p + c.p < 0 RETURN count(*)", on: graph)
    expectEnd("MATCH (a), (b) WHERE EXISTS { (c), (d) WHERE c.p > d.p + 9999 } RETURN a", on: graph)
  }

  @Test("long ranges, unwound, counted, filtered and nested")
  func ranges() {
    let graph = PropertyGraph()
    expectEnd("UNWIND range(1, 1000000000) AS x RETURN x", on: graph)
    expectEnd("UNWIND range(1, 1000000000) AS x RETURN count(*)", on: graph)
    expectEnd("UNWIND range(1, 1000000000) AS x WITH x WHERE x < 0 RETURN x", on: graph)
    expectEnd("RETURN size([x IN range(1, 100000000) | range(1, 1000)])", on: graph)
    expectEnd("RETURN [x IN range(1, 100000000) | range(1, 1000)] AS l", on: graph)
    expectEnd("RETURN range(1, 1000000000000) AS l", on: graph)
    expectEnd("RETURN any(x IN range(1, 1000000000) WHERE x < 0) AS b", on: graph)
    expectEnd("UNWIND range(1, 10000000) AS x RETURN x ORDER BY -x", on: graph)
    expectEnd("UNWIND range(1, 10000000) AS x RETURN x ORDER BY -x LIMIT 9000000", on: graph)
    expectEnd(
      "UNWIND range(1, 100000) AS x UNWIND range(1, 100000) AS y WITH x, count(y) AS n RETURN n",
      on: graph)
    expectEnd("UNWIND range(1, 1000000000) AS x RETURN x % 7 UNION RETURN 1 AS `x % 7`", on: graph)
  }

  @Test("texts and lists that double")
  func doubling() {
    let graph = PropertyGraph()
    expectEnd("RETURN size(reduce(t = 'ab', x IN range(1, 60) | t + t)) AS n", on: graph)
    expectEnd("RETURN size(reduce(l = [1], x IN range(1, 60) | l + l)) AS n", on: graph)
    expectEnd("RETURN reduce(t = 'ab', x IN range(1, 60) | replace(t, 'a', t)) AS t", on: graph)
    expectEnd("RETURN reduce(l = [], x IN range(1, 10000000) | l + [x]) AS l", on: graph)
    expectEnd("RETURN reduce(t = '', x IN range(1, 10000000) | t + 'abcdefgh') AS t", on: graph)
    expectEnd("RETURN reduce(t = 'ab', x IN range(1, 60) | t || t) AS t", on: graph)
    expectEnd("RETURN reduce(l = ['a'], x IN range(1, 60) | [l, l]) AS l", on: graph)
    expectEnd(
      "RETURN reduce(t = 'a,a', x IN range(1, 60) | toString(size(split(t + t, ','))) + t + t)",
      on: graph)
  }

  @Test("lists in lists, too deep for whoever walks them")
  func depth() {
    let graph = PropertyGraph()
    for step in [
      "[l]", "[[], l, 1]", "{l: l}", "[y IN [1] | l]", "COLLECT { RETURN l }", "[] + [l]",
    ] {
      expectEnd(
        "RETURN reduce(l = [], x IN range(1, 1000000) | \(step)) AS l", on: graph,
        by: [.nestingTooDeep])
    }
    expectEnd(
      "RETURN reduce(m = {}, x IN range(1, 1000000) | m {m: m}) AS m", on: graph,
      by: [.nestingTooDeep])
    let parentheses =
      String(repeating: "(", count: 5_000) + "1" + String(repeating: ")", count: 5_000)
    expectEnd("RETURN \(parentheses) AS x", on: graph, by: [.nestingTooDeep])
    let lists = String(repeating: "[", count: 5_000) + String(repeating: "]", count: 5_000)
    expectEnd("RETURN \(lists) AS x", on: graph, by: [.nestingTooDeep])
    let negations = String(repeating: "NOT ", count: 5_000)
    expectEnd("RETURN \(negations)true AS x", on: graph, by: [.nestingTooDeep])
    let clauses = String(repeating: "WITH 1 AS x ", count: 5_000)
    expectEnd("\(clauses) RETURN x", on: graph, by: [.nestingTooDeep])
  }

  @Test("walks and paths on a clique")
  func walks() throws {
    let graph = try Self.clique(40)
    expectEnd("MATCH p = ()-[*]-() RETURN p", on: graph)
    expectEnd("MATCH p = ()-[*]-() RETURN count(*)", on: graph)
    expectEnd("MATCH (a {p: 0})-[*5..9]-(b {p: 1}) RETURN count(*)", on: graph)
    expectEnd("MATCH (a)-[*1..30]-(b) WHERE a.p < 0 OR b.p < 0 RETURN a", on: graph)
    expectEnd(
      "MATCH (a)-->(b)-->(c)-->(d)-->(e)-->(f) WHERE a.p > f.p RETURN a", on: graph)
    expectEnd("MATCH (a) WHERE EXISTS { (a)-[*5..12]-(b) WHERE b.p < 0 } RETURN a", on: graph)
    expectEnd(
      "MATCH (a) RETURN [(a)--(b) | [(b)--(c) | [(c)--(d) | [(d)--(e) | e.p]]]] AS l", on: graph)
    expectEnd("MATCH (a) RETURN COUNT { (a)--()--()--()--()--() } AS n", on: graph)
  }

  @Test("searches for shortest paths on a clique")
  func searches() throws {
    let graph = try Self.clique(40)
    expectEnd(
      "MATCH (a {p: 0}), (b {p: 1}) MATCH w = allShortestPaths((a)-[*5..]-(b)) RETURN w", on: graph)
    expectEnd(
      "MATCH (a {p: 0}), (b {p: 1}) MATCH w = SHORTEST 10000 (a)-[*]-(b) RETURN w", on: graph)
    expectEnd(
      "MATCH (a {p: 0}), (b {p: 1}) MATCH w = SHORTEST 9 GROUPS (a)-[*]-(b) RETURN w", on: graph)
    expectEnd("MATCH w = ALL TRAIL (a {p: 0})-[*]-(b {p: 1}) RETURN count(*)", on: graph)
  }

  @Test("more shortest paths than can be listed")
  func ladders() throws {
    var builder = GraphBuilder()
    var layer = [try builder.addNode(labels: ["Start"])]
    for _ in 0..<60 {
      let next = [try builder.addNode(labels: ["N"]), try builder.addNode(labels: ["N"])]
      for source in layer {
        for target in next { _ = try builder.addEdge(type: "R", from: source, to: target) }
      }
      layer = next
    }
    let end = try builder.addNode(labels: ["End"])
    for source in layer { _ = try builder.addEdge(type: "R", from: source, to: end) }
    let graph = try builder.freeze()
    let ends = "MATCH (a:Start), (b:End) MATCH w = "
    let all = "\(ends)allShortestPaths((a)-[:R*]->(b)) RETURN count(*)"
    expectEnd(all, on: graph)
    expectEnd(all, on: graph, limits: QueryLimits(memory: 8 << 20), by: [.memoryLimit])
    expectEnd("\(ends)SHORTEST GROUP (a)-[:R*]->(b) RETURN count(*)", on: graph)
  }

  @Test("memory is bounded also without a deadline")
  func memory() throws {
    let graph = try Self.clique(40)
    let limits = QueryLimits(memory: 8 << 20)
    for text in [
      "MATCH (a {p: 0}), (b {p: 1}) MATCH w = allShortestPaths((a)-[*5..]-(b)) RETURN w",
      "MATCH (a), (b), (c) RETURN collect([a, b, c]) AS l",
      "UNWIND range(1, 10000000) AS x RETURN collect(x) AS l",
      "UNWIND range(1, 10000000) AS x WITH x ORDER BY -x RETURN x",
      "UNWIND range(1, 10000000) AS x WITH DISTINCT x RETURN count(*)",
      "UNWIND range(1, 10000000) AS x RETURN x",
      "RETURN [x IN range(1, 10000000) | x] AS l",
      "RETURN size([x IN range(1, 100000) | range(1, 1000)]) AS n",
      "MATCH (a) RETURN size([(a)--(b) | range(1, 100000)]) AS n",
      "RETURN size(COLLECT { UNWIND range(1, 10000) AS x RETURN range(1, 1000) AS l }) AS n",
      "RETURN reduce(l = ['a'], x IN range(1, 60) | [l, l]) AS l",
      "RETURN reduce(t = 'ab', x IN range(1, 60) | t + t) AS t",
      "UNWIND range(1, 10000000) AS x RETURN x, count(*) AS n",
      "UNWIND range(1, 10000000) AS x RETURN count(DISTINCT x) AS n",
      "RETURN COLLECT { UNWIND range(1, 10000000) AS x RETURN x } AS l",
    ] {
      expectEnd(text, on: graph, limits: limits, by: [.memoryLimit])
    }
  }

  @Test("a regular expression with many ways to fail")
  func expressions() throws {
    // Linear time is an answer, too.
    let graph = PropertyGraph()
    let text = String(repeating: "a", count: 40) + "b"
    let answer = try graph.query("RETURN $text =~ '(a+)+$' AS b", ["text": .string(text)])
    #expect(answer.rows == [[.boolean(false)]])
    expectEnd(
      "UNWIND range(1, 10000000) AS x WITH x WHERE toString(x) =~ '(0|1|2)*(a+)+' RETURN x",
      on: graph)
    expectEnd(
      "WITH reduce(t = 'ab', x IN range(1, 12) | t + t) AS t "
        + "RETURN size([x IN range(1, 10000) WHERE t =~ '(a|b|ab)*(b|a)+c'])", on: graph)
  }

  @Test("writing ends, too, and leaves the graph as it was")
  func writing() throws {
    var graph = try Self.crowd(100)
    for text in [
      "UNWIND range(1, 100000000) AS x CREATE (:New {p: x})",
      "MATCH (a), (b), (c), (d) SET a.p = b.p + c.p + d.p",
      "UNWIND range(1, 100000000) AS x MERGE (:New {p: x % 3000})",
      "MATCH (a), (b), (c), (d) CREATE (a)-[:R]->(b)",
    ] {
      let start = ContinuousClock.now
      #expect(throws: QueryError.self, "\(text)") {
        try graph.execute(text, limits: Self.limits)
      }
      #expect(ContinuousClock.now - start < .seconds(5), "\(text)")
      #expect(graph.nodeCount == 100)
      #expect(graph.edgeCount == 0)
    }
  }
}
