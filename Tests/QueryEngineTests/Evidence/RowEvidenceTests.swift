// SPDX-License-Identifier: Apache-2.0

import GraphModel
import QueryEngine
import Testing

/// Rows say what they rest on, and are the rows of the query as written.
@Suite struct RowEvidenceTests {
  /// The evidence of each row as text, on ``statesGraph(graphType:)``.
  private func evidence(_ text: String) throws -> [String] {
    let graph = try statesGraph()
    let result = try graph.queryWithEvidence(text)
    return try #require(result.evidence).map { row in
      func name(_ node: NodeID) -> String { graph.key(of: node) ?? "?" }
      func name(_ edge: EdgeID) -> String {
        "\(name(graph.source(of: edge)))-\(name(graph.target(of: edge)))"
      }
      let properties = row.properties.map { property in
        switch property.subject {
        case .node(let node): "\(name(node)).\(property.name)"
        case .edge(let edge): "\(name(edge)).\(property.name)"
        }
      }
      return (row.edges.map(name) + row.nodes.map(name) + properties).joined(separator: " ")
    }
  }

  @Test(arguments: [
    // Edges of patterns, named or not, and the properties of columns.
    (
      "MATCH (s:State)-[:MEMBER_OF]->(o) RETURN s.name ORDER BY s.name",
      ["kz-sco kz.name", "kg-sco kg.name"]
    ),
    (
      "MATCH (s:State {name: 'Kazakhstan'})-[e:MEMBER_OF]->(o) RETURN toString(e.joined) + '!'",
      ["kz-sco kz-sco.joined"]
    ),
    // A node without edges, and values that are elements themselves.
    ("MATCH (o:Organisation) RETURN 1", ["sco"]),
    ("MATCH (a {name: 'Kazakhstan'})-[:BORDERS]->(b) RETURN b", ["kz-uz uz"]),
    (
      "MATCH (o:Organisation) RETURN [o, {x: o}], o {.name, .founded}", ["sco sco.name sco.founded"]
    ),
    // Walks of several edges.
    (
      "MATCH (a {name: 'Kazakhstan'})-[:BORDERS*1..2]-(b {name: 'Kyrgyzstan'}) RETURN 1",
      ["kz-uz kg-uz"]
    ),
    (
      "MATCH p = ANY SHORTEST (a {name: 'Kazakhstan'})-[:BORDERS]-+(b {name: 'Kyrgyzstan'}) RETURN 1",
      ["kz-uz kg-uz"]
    ),
    // Groups and distinct rows rest on all that they stand for.
    ("MATCH (s)-[:MEMBER_OF]->(o) RETURN o.name, count(*)", ["kg-sco kz-sco sco.name"]),
    (
      "MATCH (s)-[:MEMBER_OF]->(o) RETURN DISTINCT o.name ORDER BY o.name",
      ["kg-sco kz-sco sco.name"]
    ),
    ("MATCH (s)-[:MEMBER_OF]->(o) RETURN DISTINCT count(*)", ["kg-sco kz-sco"]),
    (
      "MATCH (s)-[:MEMBER_OF]->(o) WITH o, count(*) AS n MATCH (o)<-[:MEMBER_OF]-(s {name: 'Kazakhstan'})"
        + " RETURN n, s.founded",
      ["kz-sco kg-sco kz.founded"]
    ),
    // What clauses in between drop is not lost.
    (
      "MATCH (s {name: 'Kazakhstan'})-[:MEMBER_OF]->(o) WITH o.name AS name WITH upper(name) AS n"
        + " RETURN n", ["kz-sco sco.name"]
    ),
    ("MATCH (o:Organisation) WITH * LET n = o.name RETURN *", ["sco sco.name"]),
    // What an optional match did not find, and other variables of the same name.
    ("MATCH (o:Organisation) OPTIONAL MATCH (o)-[:BORDERS]->(x) RETURN x.name", ["sco"]),
    ("MATCH (o:Organisation) RETURN [o IN [{name: 1}] | o.name]", ["sco"]),
    ("UNWIND [1] AS i RETURN i", [""]),
    // A union shows only what it holds; of all rows, each rests on its own part.
    ("MATCH (o:Organisation) RETURN o.name AS n UNION MATCH (s:State) RETURN 'SCO' AS n", [""]),
    (
      "MATCH (o:Organisation) RETURN o.name AS n UNION ALL MATCH (s:State {name: 'Kazakhstan'})"
        + " RETURN s.name AS n", ["sco sco.name", "kz kz.name"]
    ),
  ])
  func rowsRestOn(_ text: String, _ expected: [String]) throws {
    #expect(
      try evidence(text).map { $0.split(separator: " ").sorted() }
        == expected.map { $0.split(separator: " ").sorted() })
  }

  @Test(arguments: [
    "MATCH (a)-[e]->(b) RETURN a.name, type(e), b.name",
    "MATCH (a)-[e]->(b) RETURN DISTINCT b.name LIMIT 1",
    "MATCH (a)-->(b) WITH DISTINCT b RETURN b.name AS name, COUNT { (b)<--() } AS n ORDER BY n SKIP 1",
    "MATCH (a)-->(b) RETURN b.name, count(DISTINCT a) AS n, avg(a.founded) ORDER BY n DESC, b.name",
    "MATCH (a:State) CALL { WITH a MATCH (a)-->(b) RETURN count(b) AS n } RETURN a.name, n",
    "MATCH (a)-->(b) RETURN *",
  ])
  func rowsAreThoseOfTheQueryAsWritten(_ text: String) throws {
    let graph = try statesGraph()
    let plain = try graph.query(text)
    let cited = try graph.queryWithEvidence(text)
    #expect(plain.evidence == nil)
    #expect(cited.columns == plain.columns)
    #expect(cited.rows == plain.rows)
    #expect(cited.evidence?.count == plain.rows.count)
  }

  @Test func faultsAreThoseOfTheQueryAsWritten() throws {
    let graph = try statesGraph()
    #expect(throws: QueryError.self) { try graph.queryWithEvidence("MATCH (a) RETURN b") }
    #expect(throws: QueryError.self) { try graph.queryWithEvidence("CREATE (a)") }
    #expect(try graph.queryWithEvidence("EXPLAIN MATCH (a) RETURN a").evidence == nil)
  }
}
