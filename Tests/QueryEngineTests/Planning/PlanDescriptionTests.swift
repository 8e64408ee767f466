// SPDX-License-Identifier: Apache-2.0

import GraphModel
import QueryEngine
import Testing

/// Which plans are made, as text.
@Suite struct PlanDescriptionTests {
  private func plan(_ text: String, isOptimised: Bool = true) throws -> String {
    try PreparedQuery(
      text, for: statesGraph(), options: PlanningOptions(isOptimised: isOptimised)
    ).explanation
  }

  @Test func beginsWithTheFewestNodes() throws {
    #expect(
      try plan("MATCH (s:State)-[:MEMBER_OF]->(o:Organisation) RETURN s") == """
        Result(s)
          Filter(:State)  ~2.0
          Expand((o)<-[:MEMBER_OF]-(s))  ~2.0
          NodeScan(o:Organisation)  ~1.0
        """)
  }

  @Test func withoutOptimisationInTheOrderOfTheText() throws {
    #expect(
      try plan("MATCH (s:State)-[:MEMBER_OF]->(o:Organisation) RETURN s", isOptimised: false)
        == """
        Result(s)
          Filter(:State AND :Organisation)  ~0.2
          Expand((s)-[:MEMBER_OF]->(o))  ~2.7
          NodeScan(s)  ~4.0
        """)
  }

  @Test func topRows() throws {
    #expect(
      try plan("MATCH (n) RETURN n.name ORDER BY n.name LIMIT 2") == """
        Result(n.name)
          TopRows(n.name; LIMIT 2)
          Project(n.name)
          NodeScan(n)  ~4.0
        """)
  }

  @Test func conditionsAreCheckedAsSoonAsTheyCanBe() throws {
    #expect(
      try plan(
        """
        MATCH (s:State {name: 'Kazakhstan'}) OPTIONAL MATCH (s)-[:MEMBER_OF]->(o)
        WHERE o.name <> 'x' RETURN s.name AS state, count(o) AS n
        """) == """
          Result(state, n)
            Group(state; count)
            Optional
              Filter(o.name <> 'x')  ~0.5
              Expand((s)-[:MEMBER_OF]->(o))  ~0.5
            NodeSeek(s:State; name: 'Kazakhstan')  ~0.2
          """)
  }

  @Test func profileCountsRows() throws {
    let result = try statesGraph().query(
      "PROFILE MATCH (s:State)-[:BORDERS]->(x) RETURN x.name AS name, count(*) AS n")
    #expect(
      result.plan == """
        Result(name, n)
          Group(name; count(*))  rows: 1
          Expand((s)-[:BORDERS]->(x))  rows: 2
          NodeScan(s:State)  rows: 3
        """)
  }

  @Test func explainDoesNotRun() throws {
    var graph = try statesGraph()
    let result = try graph.execute("EXPLAIN CREATE (n)")
    #expect(result.plan == "Result()\n  Create")
    #expect(graph.nodeCount == 4)
  }
}
