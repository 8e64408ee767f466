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
          Filter(1)  ~0.5
            Expand((o)<-[:MEMBER_OF]-(#0))  ~1.5
          NodeScan(o:Organisation)  ~1.0
        """)
  }

  @Test func withoutOptimisationInTheOrderOfTheText() throws {
    #expect(
      try plan("MATCH (s:State)-[:MEMBER_OF]->(o:Organisation) RETURN s", isOptimised: false) == "")
  }

  @Test func topRows() throws {
    #expect(try plan("MATCH (n) RETURN n.name ORDER BY n.name LIMIT 2") == "")
  }

  @Test func explainDoesNotRun() throws {
    var graph = try statesGraph()
    let result = try graph.execute("EXPLAIN CREATE (n)")
    #expect(result.plan == "Result()\n  Create")
    #expect(graph.nodeCount == 4)
  }
}
