// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel
import QueryEngine
import Testing

@Suite struct PreparedQueryTests {
  @Test func runsWithOtherParameters() throws {
    let graph = try statesGraph()
    let query = try PreparedQuery(
      "MATCH (s:State {name: $name}) RETURN s.founded AS year", for: graph)
    #expect(query.columns == ["year"])
    #expect(!query.isWriting)
    #expect(try query.run(on: graph, ["name": .string("Kazakhstan")]).rows == [[.integer(1991)]])
    #expect(try query.run(on: graph, ["name": .string("Atlantis")]).rows == [])
  }

  @Test func missingParameter() throws {
    let graph = try statesGraph()
    #expect(fault("RETURN $x", on: graph) == "the parameter '$x' was not given")
  }

  @Test func aQueryThatWritesIsRefused() throws {
    let graph = try statesGraph()
    #expect(
      fault("CREATE (n)", on: graph) == "the query writes, and this graph is only read")
  }

  @Test func rowsOneByOne() throws {
    let graph = try statesGraph()
    var names: [Value] = []
    try PreparedQuery("MATCH (n) RETURN n.name ORDER BY n.name", for: graph).run(on: graph) {
      row in
      names.append(row[0])
      return names.count < 2
    }
    #expect(names == [.string("Kazakhstan"), .string("Kyrgyzstan")])
  }

  @Test func limits() throws {
    let graph = try statesGraph()
    func refusal(_ text: String, _ limits: QueryLimits) -> String {
      do {
        _ = try graph.query(text, limits: limits)
        return "none"
      } catch {
        return error.faults[0].message
      }
    }
    #expect(
      refusal("MATCH (n) RETURN n", QueryLimits(rows: 3))
        == "the answer has more than the 3 rows that it may have")
    #expect(
      refusal("UNWIND range(1, 1000000) AS x RETURN count(x)", QueryLimits(work: 1000))
        == "the query looks at more than the 1000 rows and edges that it may look at")
    #expect(
      refusal("RETURN 1", QueryLimits(isCancelled: { true })) == "the query was interrupted")
  }

  @Test func aFailureChangesNothing() throws {
    var graph = try statesGraph()
    #expect(throws: QueryError.self) {
      try graph.execute("CREATE (n:New) WITH n MATCH (o:Organisation) DELETE o")
    }
    #expect(graph.nodeCount == 4)
    #expect(!graph.isEdited)
  }

  @Test func changesAreCounted() throws {
    var graph = try statesGraph()
    let changes = try graph.execute(
      "MATCH (s:State) SET s.visited = true, s.founded = 1992 CREATE (s)-[:HAS]->(:City)"
    ).changes
    #expect(changes.nodesCreated == 3)
    #expect(changes.edgesCreated == 3)
    #expect(changes.propertiesSet == 6)
    #expect(changes.propertiesRemoved == 3)
    #expect(changes.labelsAdded == 1)
  }
}
