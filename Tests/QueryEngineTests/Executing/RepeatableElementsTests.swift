// SPDX-License-Identifier: Apache-2.0

import GraphModel
import QueryEngine
import Testing

@Suite("A match that may repeat edges")
struct RepeatableElementsTests {
  /// Two nodes, two edges there and one back.
  private func graph() throws -> PropertyGraph {
    var graph = PropertyGraph()
    try graph.execute("CREATE (a:A)-[:T]->(b:B), (a)-[:T]->(b), (b)-[:T]->(a)")
    return graph
  }

  private func count(_ text: String) throws -> Int64 {
    guard case .integer(let count)? = try graph().query(text).rows.first?[0] else { return -1 }
    return count
  }

  @Test(
    "however the repetition is written",
    arguments: [
      "(a)-->()-->()-->(b)", "(a)-->{3}(b)", "(a)-[*3]->(b)", "(a)((x)-->(y)){3}(b)",
    ])
  func forms(_ pattern: String) throws {
    // There and back and there again: 2 · 1 · 2 from A, 1 · 2 · 1 from B.
    #expect(try count("MATCH REPEATABLE ELEMENTS \(pattern) RETURN count(*)") == 6)
    #expect(try count("MATCH \(pattern) RETURN count(*)") == 2)
  }

  @Test("no path without a repeated node comes back to its start, and nothing is tried in vain")
  func acyclicCircles() throws {
    var graph = PropertyGraph()
    try graph.execute(
      "UNWIND range(1, 24) AS i CREATE (:N {i: i}) WITH count(*) AS c "
        + "MATCH (a:N), (b:N) WHERE a.i < b.i CREATE (a)-[:T]->(b)")
    let limits = QueryLimits(work: 2_000_000)
    let rows = try PreparedQuery(
      "MATCH p = SHORTEST 2 ACYCLIC (a:N {i: 1})--+(a) RETURN count(p)", for: graph
    ).run(on: graph, limits: limits).rows
    #expect(rows == [[.integer(0)]])
    let own = try graph.query(
      "MATCH p = SHORTEST 2 ACYCLIC (a:N {i: 1})--*(a) RETURN length(p)"
    ).rows
    #expect(own == [[.integer(0)]])
  }

  @Test("a match of thousands of nodes is refused before it is planned")
  func size() throws {
    let text = "MATCH ()" + String(repeating: "-->()", count: 5000) + " RETURN count(*)"
    #expect(throws: QueryError.self) { try PropertyGraph().query(text) }
    let long = "MATCH ()" + String(repeating: "-->()", count: 300) + " RETURN count(*)"
    #expect(try PropertyGraph().query(long).rows == [[.integer(0)]])
  }
}
