// SPDX-License-Identifier: Apache-2.0

import Foundation
import ProgramTestSupport
import Testing

/// `entente shell` with lines that nobody types.
@Suite struct ShellTests {
  private static let graph = ["ENTENTE_GRAPH": "harbour"]

  /// Runs a script and compares all that is printed with a golden file.
  private func expectScript(
    _ name: String, _ script: String, in workspace: Workspace? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let workspace = try workspace ?? Sessions.harbour()
    try workspace.write(script, to: "script")
    try expectSessions(
      name, in: workspace, environment: Self.graph, sourceLocation: sourceLocation,
      ["entente shell < script"])
  }

  @Test func statementsEndWithASemicolonOrAnEmptyLine() throws {
    try expectScript(
      "shell-statements",
      """
      // A comment alone; says nothing

      RETURN 1 AS one; RETURN 2 AS two
      ;;
      RETURN 'a; b' AS text, "it''s" AS `c;d`; // done; really
      RETURN 'a

      b' AS lines;
      RETURN /* ; */ 6 / 2 AS six // ;

      RETURN
        'last' AS last
      """)
  }

  @Test func faultsHaveTheLinesOfTheScript() throws {
    try expectScript(
      "shell-faults",
      """
      RETURN 1 AS one;
      RETURN 2 AS two; RETRUN 3;
      MATCH (s:State)
      RETURN t;
        :explain MATCH (n) RETURN m
      CREATE (:State);
      RETURN 4 AS four;
      """)
  }

  @Test func commands() throws {
    try expectScript(
      "shell-commands",
      """
      :help
      :params
      :param name = 'Arland'
      :param $limit=2
      :params
      MATCH (s:State) WHERE s.name >= $name RETURN s.name ORDER BY s.name LIMIT $limit;
      :format csv
      RETURN 1 AS one;
      :format graph
      MATCH (s {name: 'Arland'}) RETURN s;
      :format text
      :limits rows=1
      MATCH (s:State) RETURN s;
      :limits standard
      :schema
      :queries
      :as-of 2000
      :as-of
      MATCH (s:State)-[:MEMBER_OF]->(:StateGroup) RETURN s.name;
      :as-of off
      :as-of
      :quit
      RETURN 'never';
      """)
  }

  @Test func commandsThatAreWrong() throws {
    try expectScript(
      "shell-misuse",
      """
      :frmat csv
      :
      :zzz
      :format
      :format cvs
      :format svg
      :limits time=soon
      :param
      :param 3
      :help me
      :write maybe
      :as-of soon
      :write on
      :explain
      :draw figure.svg
      RETURN 1 AS one;
      :draw figure.svg
      :run nothing
      :run not/a/name
      :run "open
      :source nowhere
      """)
  }

  @Test func filesReadFiles() throws {
    let workspace = try Sessions.harbour()
    try workspace.write("RETURN 'inner' AS text;\nRETURN x;\n", to: "inner.cypher")
    try workspace.write(":source loop.cypher\n", to: "loop.cypher")
    try expectScript(
      "shell-source", ":source inner.cypher;\nRETURN 'outer' AS text;\n:source 'loop.cypher'\n",
      in: workspace)
  }

  @Test func optionsAndStatus() throws {
    try expectSessions(
      "shell-options", in: Sessions.harbour(), environment: Self.graph,
      [
        "printf 'RETURN 1 AS one' | entente shell --format csv",
        "printf 'RETURN 1 AS one;\\r\\nRETURN 2 AS two;\\r\\n' | entente shell --format jsonl",
        "entente shell < /dev/null",
        "entente shell -o answers.txt < /dev/null",
        "entente shell --format svg < /dev/null",
        "echo 'MATCH (s:State) RETURN s' | entente shell --limits rows=1",
        "echo 'RETURN 1' | entente shell -g nowhere",
      ])
  }

  @Test func writingCommitsEachStatement() throws {
    let workspace = try Sessions.harbour()
    try workspace.write(
      """
      CREATE (:State {name: 'Refused'});
      :write on
      CREATE (:State {name: 'Freshland'});
      MATCH (s:State) WHERE s.name ENDS WITH 'land' RETURN s.name;
      CREATE (:State {name: 'Lost'}) RETURN 1 / 0;
      MATCH (s:State {name: 'Lost'}) RETURN s;
      :write off
      MATCH (s:State) DETACH DELETE s;
      """, to: "script")
    try expectSessions(
      "shell-writing", in: workspace,
      [
        "entente build harbour -o own.graph",
        "entente shell -g own.graph < script",
        "entente query -g own.graph 'MATCH (s:State) RETURN s.name ORDER BY s.name'",
        "ls",
      ])
  }

  /// A script that is interrupted ends with its query, and changes nothing.
  @Test func interruption() throws {
    let workspace = try Sessions.harbour()
    guard try workspace.run("command -v timeout").status == 0 else { return }
    let endless = "MATCH (a), (b), (c), (d), (e), (f), (g), (h) CREATE (:State {name: a.name})"
    try workspace.write(
      ":write on\nRETURN 1 AS one;\n\(endless);\nRETURN 2 AS two;\n", to: "script")
    let outcome = try workspace.run(
      "entente build harbour -o own.graph && cp own.graph before.graph"
        + " && timeout --preserve-status -s INT 5 entente shell -g own.graph < script")
    #expect(outcome.outputText.hasSuffix("one\n───\n1\n"))
    #expect(outcome.errorText.contains("error[Q159]: the query was interrupted"))
    #expect(outcome.status == 130)
    #expect(try workspace.bytes(of: "own.graph") == workspace.bytes(of: "before.graph"))
  }

  /// The reader of the answers may go away, which is no fault.
  @Test func brokenPipe() throws {
    let workspace = try Sessions.harbour()
    let script = String(repeating: "MATCH (s:State) RETURN s.name;\n", count: 500)
    try workspace.write(script, to: "script")
    let outcome = try workspace.run(
      "entente shell < script | head -1", environment: Self.graph)
    #expect(outcome.outputText == "s.name\n")
    #expect(outcome.errorText == "")
  }
}
