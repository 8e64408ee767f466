// SPDX-License-Identifier: Apache-2.0

import GraphModel
import GraphTestSupport
import SourceDiagnostics
import Testing

@testable import GraphFormats

/// Every lint, with its place.
@Suite struct DatasetCheckerTests {
  /// A graph type and facts in which every fixture's types and sources are used.
  private static let used: [(path: String, text: String?)] = [
    (
      "schema.gql",
      """
      CREATE GRAPH TYPE test AS {
        NODE TYPE Programme (:Programme {budget INTEGER, tags LIST<STRING>}),
        NODE TYPE State (:State {isoAlpha2 STRING}),
        NODE TYPE Area (:Area),
        DIRECTED EDGE TYPE COVERS (:Programme)-[:COVERS {role STRING}]->(:State),
        DIRECTED EDGE TYPE ADDRESSES (:Programme)-[:ADDRESSES]->(:Area)
      }
      """
    ),
    (
      "base.yaml",
      """
      - Programme: base
        name: Base
        COVERS: [poland, latvia]
        ADDRESSES: borders
        sources: [home, icmpd]
      """
    ),
  ]

  private func check(
    _ facts: String, files: [(path: String, text: String?)] = [],
    options: DatasetChecker.Options = .init(), _ expected: [String], advice: [String]? = nil,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    let fixture = DatasetFixture(facts, files: Self.used + files)
    let checking = DatasetChecker(options).check(fixture.input)
    #expect(fixture.findings(of: checking.diagnostics) == expected, sourceLocation: sourceLocation)
    if let advice, let first = checking.diagnostics.first {
      #expect(fixture.facts.advice(of: first) == advice, sourceLocation: sourceLocation)
    }
  }

  /// An entry without any finding, to which a test adds lines.
  private func programme(_ lines: String) -> String {
    "- Programme: a\n  name: A\n\(lines)  ADDRESSES: borders\n  sources: [home]\n"
  }

  @Test func nothingToSay() {
    check(programme(""), [])
  }

  @Test func disagreement() {
    check(
      programme(
        """
          1️⃣budget2️⃣:
            - {value: 3️⃣21650000, sources: [home]}
            - {value: 4️⃣21750000, sources: [icmpd, home]}

        """),
      ["1️⃣-2️⃣ warning[W201]: sources disagree about 'budget' of 'a'"],
      advice: [
        "3️⃣ note: '21650000', by home", "4️⃣ note: '21750000', by icmpd, home",
        "help: add 'preferred: true' to one claim, or leave them all: answers show every value",
      ])
    check(
      programme("  1️⃣budget2️⃣: [{value: 3️⃣1}, {value: 4️⃣2, preferred: true}]\n"),
      ["1️⃣-2️⃣ remark[I202]: sources disagree about 'budget' of 'a', one is preferred"],
      advice: ["3️⃣ note: '1', by home", "4️⃣ note: '2', by home, preferred"])
    check(
      programme(
        "  COVERS: {to: poland, 1️⃣since2️⃣: [{value: 2001, sources: [home]}, {value: 2003, sources: []}]}\n"
      ),
      ["1️⃣-2️⃣ warning[W201]: sources disagree about 'since' of 'a' COVERS 'poland'"])
    // The same value by two sources, and dates that may mean the same day.
    check(programme("  budget: [{value: 1}, {value: 1}]\n"), [])
    check(programme("  since: [{value: 2003}, {value: 2003-06}, {value: 2003-06-01}]\n"), [])
    check(
      programme("  1️⃣since2️⃣: [{value: 2003}, {value: 2003-06}, {value: 2003-07}]\n"),
      ["1️⃣-2️⃣ warning[W201]: sources disagree about 'since' of 'a'"])
  }

  @Test func support() {
    let help = ["help: a line 'sources: […]' in the entry covers all that it states"]
    check(
      "- Programme: a\n  name: A\n  1️⃣budget2️⃣: 1\n  ADDRESSES: {to: borders, sources: [home]}\n",
      ["1️⃣-2️⃣ warning[W202]: 'budget' of 'a' has no source"], advice: help)
    check(
      "- Programme: a\n  name: A\n  ADDRESSES: 1️⃣borders2️⃣\n",
      ["1️⃣-2️⃣ warning[W202]: 'a' ADDRESSES 'borders' has no source"], advice: help)
    check(
      "- Programme: 1️⃣a2️⃣\n  name: A\n  budget: 1\n  since: 2003\n  ADDRESSES: borders\n",
      ["1️⃣-2️⃣ warning[W202]: 2 properties and 1 edge of 'a' have no source"], advice: help)
    check(
      programme(""), files: [("edges.csv", "from,type,to\na,COVERS,poland\n")],
      ["edges.csv:2:10 (C2) warning[W202]: 'a' COVERS 'poland' has no source"])
  }

  @Test func withoutAnySource() {
    let fixture = DatasetFixture(
      "- Person: a\n  name: A\n  KNOWS: b\n- Person: b\n  name: B\n",
      files: [("sources.yaml", nil), ("states.yaml", nil), ("schema.gql", nil)])
    let diagnostics = DatasetChecker().check(fixture.input).diagnostics
    #expect(
      fixture.findings(of: diagnostics) == [
        " warning[W202]: no source is registered, so no answer can be cited"
      ])
  }

  @Test func similarNames() {
    check(
      "- Programme: a\n  name: 0️⃣Côte-Programme\n  ADDRESSES: borders\n  sources: [home]\n"
        + "- Programme: b\n  name: B\n  aliases: [1️⃣cote programme2️⃣]\n"
        + "  ADDRESSES: borders\n  sources: [home]\n",
      ["1️⃣-2️⃣ warning[W203]: the name 'cote programme' of 'b' reads like 'Côte-Programme' of 'a'"],
      advice: [
        "0️⃣ note: the other name is here",
        "help: if they are one, merge the entries; else tell the names apart",
      ])
    // Of another type, or of the same node.
    check(
      "- Programme: a\n  name: Poland\n  aliases: [poland]\n  ADDRESSES: borders\n  sources: [home]\n",
      [])
  }

  @Test func staleSources() {
    let facts =
      programme("  budget: {value: 1, sources: [s]}\n")
      + "- Source: s\n  title: S\n  retrieved: 1️⃣2023-122️⃣\n"
    check(
      facts, options: .init(staleBefore: PartialDate("2024")),
      ["1️⃣-2️⃣ warning[W204]: source 's' was last looked at on 2023-12"],
      advice: ["help: look again"])
    check(facts, options: .init(staleBefore: PartialDate("2023-12")), [])
    check(facts, [])
  }

  @Test func datesOutsideTheEnds() {
    check(
      programme("  since: 0️⃣2003\n  COVERS: {to: poland, since: 1️⃣20012️⃣}\n"),
      ["1️⃣-2️⃣ warning[W205]: the 'COVERS' edge holds since 2001, before 'a' begins in 2003"],
      advice: ["0️⃣ note: it begins here"])
    check(
      programme("  until: 0️⃣2003\n  COVERS: {to: poland, since: 2003, until: 1️⃣20042️⃣}\n"),
      ["1️⃣-2️⃣ warning[W205]: the 'COVERS' edge holds until 2004, after 'a' ends in 2003"],
      advice: ["0️⃣ note: it ends here"])
    check(programme("  since: 2003-06\n  COVERS: {to: poland, since: 2003}\n"), [])
    // What succeeds something begins on the day after it.
    check(programme("  until: 2003-12-31\n  COVERS: {to: poland, since: 2004-01-01}\n"), [])
  }

  @Test func whatIsNotUsed() {
    check(
      programme("") + "- Source: 1️⃣s2️⃣\n  title: S\n",
      ["1️⃣-2️⃣ warning[W206]: nothing cites source 's'"])
    check(
      programme(""), files: [("schema.gql", DatasetFixture.graphType)],
      ["schema.gql:13:22 warning[W207]: no edge is of type 'PHASE_OF'"])
    check(
      "- Programme: 1️⃣a2️⃣\n  name: A\n  sources: [home]\n",
      ["1️⃣-2️⃣ remark[I201]: no edge joins 'a' to anything"])
  }

  @Test func missingNames() {
    check(
      "- Programme: 1️⃣a2️⃣\n  ADDRESSES: borders\n  sources: [home]\n",
      ["1️⃣-2️⃣ warning[W208]: 'a' has no name"],
      advice: ["help: add a line 'name: …'; the key is shown instead"])
  }

  @Test func repeatedEdges() {
    check(
      programme("  COVERS: [0️⃣poland, 1️⃣poland2️⃣]\n"),
      ["1️⃣-2️⃣ warning[W211]: the 'COVERS' edge to 'poland' is stated twice"],
      advice: [
        "0️⃣ note: the first is here", "help: remove one, or say with a property how they differ",
      ])
    check(programme("  COVERS: [poland, {to: poland, role: lead}]\n"), [])
  }

  @Test func severities() {
    let fixture = DatasetFixture(
      "- Programme: a\n  sources: [home]\n", files: Self.used)
    func check(_ options: DatasetChecker.Options) -> (codes: [String], hasFailed: Bool) {
      let checking = DatasetChecker(options).check(fixture.input)
      #expect(checking.graph != nil)
      return (checking.diagnostics.map(\.code), checking.hasFailed)
    }
    #expect(check(.init()) == (["I201", "W208"], false))
    #expect(check(.init(minimumSeverity: .warning)) == (["W208"], false))
    #expect(check(.init(minimumSeverity: .error)) == ([], false))
    #expect(check(.init(isStrict: true)) == (["I201", "W208"], true))
    #expect(check(.init(minimumSeverity: .error, isStrict: true)) == ([], true))
  }

  @Test func errorsAndLintsTogether() {
    check(
      "- Programme: 1️⃣a2️⃣\n  name: A\n  budget: 3️⃣x4️⃣\n  COVERS: 5️⃣y6️⃣\n",
      [
        "1️⃣-2️⃣ warning[W202]: 1 property and 1 edge of 'a' have no source",
        "3️⃣-4️⃣ error[E205]: 'x' is not an INTEGER: use digits with an optional sign, as in 42 or -7",
        "5️⃣-6️⃣ error[E104]: unknown node 'y'",
      ])
  }
}
