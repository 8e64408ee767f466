// SPDX-License-Identifier: Apache-2.0

import Foundation
import ProgramTestSupport
import Testing

/// `entente query`, in all of its formats and with all that goes wrong.
@Suite struct QueryTests {
  private static let graph = ["ENTENTE_GRAPH": "harbour"]
  private static let shares =
    "'MATCH (s:State)-[f:FUNDS]->(p) RETURN s.name AS state, f.share AS share, p ORDER BY state'"

  private func expect(
    _ name: String, in workspace: Workspace? = nil, environment: [String: String] = graph,
    sourceLocation: SourceLocation = #_sourceLocation, _ lines: [String]
  ) throws {
    try expectSessions(
      name, in: workspace ?? Sessions.harbour(), environment: environment,
      sourceLocation: sourceLocation, lines)
  }

  @Test func formats() throws {
    let formats = ["table", "text", "json", "jsonl", "csv", "markdown", "graph", "dot", "mermaid"]
    try expect(
      "query-formats",
      ["entente query \(Self.shares)"]
        + formats.map { "entente query \(Self.shares) --format \($0)" }
        + [
          "entente query \(Self.shares) --format yaml",
          "entente query 'RETURN [1, 2.5, null] AS list, {a: true} AS map, date(\"2014-03\") AS day'",
          "entente query 'RETURN 1 AS one' -o answer.csv && cat answer.csv",
          "entente query 'RETURN 1 AS one' -o answer.svg",
        ])
  }

  @Test func rowsCiteTheirSources() throws {
    let asked =
      "entente query 'MATCH (s:State)-[f:FUNDS]->(p) RETURN s.name AS state, f.share' --sources"
    try expect(
      "query-sources",
      [asked] + ["text", "markdown", "json", "csv"].map { "\(asked) --format \($0)" } + [
        "\(asked) -o rows.svg",
        "entente query 'MATCH (s:State)-[:FUNDS]->(p) RETURN p.name, count(s) AS sources' --sources"
          + " --format text",
      ])
  }

  @Test func parameters() throws {
    try expect(
      "query-parameters",
      [
        "entente query 'RETURN $a AS a, $b AS b, $c AS c, $d AS d' a=1 b=2.5 c=true d=text",
        "entente query 'RETURN $a AS a, $b AS b' --param a='\"1\"' --param b=null",
        "entente query 'RETURN $a AS a' a=x=y",
        "entente query 'RETURN $a AS a'",
        "entente query 'RETURN $a AS a' a",
      ])
  }

  @Test func namedQueriesAndFiles() throws {
    let workspace = try Sessions.harbour()
    try FileManager.default.createDirectory(
      at: workspace.file("harbour/queries"), withIntermediateDirectories: true)
    try workspace.write(
      """
      // States that fund a programme.
      //
      // $programme: NODE — the programme
      // $least: INTEGER = 1 — the least share
      MATCH (s:State)-[f:FUNDS]->(p) WHERE p = $programme AND f.share >= $least
      RETURN s.name AS state, f.share AS share
      """, to: "harbour/queries/funders.cypher")
    try workspace.write("MATCH (s:State)\nRETURN s.nam\n", to: "wrong.cypher")
    try workspace.write("MATCH (s:State) RETURN count(*) AS states", to: "right.cypher")
    try expect(
      "query-named", in: workspace,
      [
        "entente query",
        "entente query funders programme='CGE 2'",
        "entente query funders programme='CGE 2' least=99",
        "entente query funders",
        "entente query funders programme=Nobody",
        "entente query funders programme='CGE 2' most=1",
        "entente query funders programme='CGE 2' least=few",
        "entente query fundres",
        "entente query -f right.cypher",
        "entente query -f wrong.cypher",
        "entente query -f missing.cypher",
      ])
  }

  @Test func faultsHaveTheirPlace() throws {
    try expect(
      "query-faults",
      [
        "entente query 'MATCH (s:Stat) RETURN s'",
        "entente query 'MATCH (s:State)-[:FUND]->(p) RETURN p'",
        "entente query 'MATCH (s:State) RETURN s.nmae'",
        "entente query 'MATCH ()-[:FUNDS]->(:State) RETURN 1'",
        "entente query 'MATCH ()-[:FUNDS]->(s:State) RETURN s'",
        "entente query 'MATCH (s:State) RETURN s ODER BY s'",
        "entente query 'MATCH (s:State) RETURN toUper(s.name)'",
        "entente query 'RETURN 1 / 0'",
        "entente query 'CALL entente.pagerank({typs: 1}) YIELD node RETURN node'",
      ])
  }

  @Test func days() throws {
    let members = "MATCH (s:State)-[:MEMBER_OF]->(:StateGroup)"
    try expect(
      "query-as-of",
      [
        "entente query '\(members) RETURN s.name'",
        "entente query '\(members) RETURN s.name' --as-of 2000",
        "entente query '\(members) RETURN s.name' --as-of 2021",
        "entente query '\(members) AS OF date(\"2010-01-01\") RETURN s.name' --as-of 1990",
        "entente query '\(members) RETURN s.name' --as-of 1990; echo \"status $?\"",
        "entente query 'CALL entente.degree() YIELD node, degree RETURN sum(degree)' --as-of 1990",
        "entente query '\(members) RETURN s.name' --as-of soon",
      ])
  }

  @Test func limits() throws {
    try expect(
      "query-limits",
      [
        "entente query 'MATCH (n) RETURN n.name' --limits rows=3",
        "entente query 'MATCH (a), (b), (c), (d), (e), (f) RETURN count(*)' --limits work=1000",
        "entente query 'UNWIND range(1, 1000000) AS x RETURN collect(x)' --limits memory=1MB",
        "entente query 'MATCH (a), (b), (c), (d), (e), (f), (g) RETURN count(*)' --limits time=1ms",
        "entente query 'RETURN 1' --limits time=1",
      ])
  }

  @Test func noRows() throws {
    let none = "'MATCH (s:State) WHERE s.name = \"Nowhere\" RETURN s.name AS state'"
    let formats = ["table", "text", "json", "jsonl", "csv", "markdown", "graph"]
    try expect(
      "query-no-rows",
      formats.map { "entente query \(none) --format \($0)" }
        + [
          "entente query \(none) --quiet",
          "entente query \(none) -o none.svg", "entente query 'RETURN 1 AS one LIMIT 0'",
        ])
  }

  @Test func writing() throws {
    let workspace = try Sessions.harbour()
    let count = "entente query 'MATCH (n:State) RETURN count(*) AS states' --format csv"
    try expect(
      "query-writing", in: workspace, environment: ["ENTENTE_GRAPH": "own.graph"],
      [
        "entente build harbour -o own.graph",
        "entente query 'CREATE (:State {name: \"Dorvia\"})'",
        "entente query 'CREATE (:State {name: \"Dorvia\"})' -g harbour --write",
        "entente query 'CREATE (:State {name: \"Dorvia\"})' --write",
        "entente query 'CREATE (p:Programme {name: \"New\"}) RETURN labels(p) AS labels' --write",
        count,
        "entente query 'CREATE (:State {isoAlpha2: \"d\"})' --write",
        "entente query 'CREATE (:Instrument {name: \"x\"})' --write",
        "entente query 'MATCH (s:State {name: \"Dorvia\"}) DELETE s RETURN s.name' --write",
        "entente query 'MATCH (s:State) DETACH DELETE s WITH s RETURN 1 / 0' --write",
        count,
      ])
  }

  @Test func keysAreUniqueWhenAFileIsWritten() throws {
    let workspace = try Sessions.shipped()
    try expect(
      "query-keys", in: workspace, environment: ["ENTENTE_GRAPH": "own.graph"],
      [
        "entente build Graphs/eu-central-asia -o own.graph -q",
        "entente query 'MATCH (s:State) WHERE s.isoAlpha2 IN [\"KZ\", \"PL\"] SET s.isoAlpha2 = \"QQ\"' --write",
        "entente query 'CREATE (s:State {name: \"Kazakhstan\", isoAlpha2: \"KZ\"}) RETURN s' --write",
        "printf ':write on\\nMATCH (s:State)\\nSET s.isoAlpha2 = \"QQ\";\\n' | entente shell",
        "entente query 'MATCH (s:State {isoAlpha2: \"KZ\"}) RETURN s.name AS name' --format csv",
      ])
  }

  @Test func whoeverReadsMayHaveEnough() throws {
    let outcome = try Sessions.harbour().run(
      """
      { entente query 'UNWIND range(1, 200000) AS x RETURN x' --format csv; echo $? > status; } \
      | head -1; cat status
      """, environment: Self.graph)
    #expect(outcome.outputText == "x\n0\n")
    #expect(outcome.errorText == "")
  }
}
