// SPDX-License-Identifier: Apache-2.0

import GraphModel
import SourceDiagnostics
import Testing

@testable import GraphFormats

@Suite struct DatasetLoaderTests {
  /// The dump of a fixture's graph, without the nodes that every fixture has.
  private func dump(
    _ facts: String, files: [(path: String, text: String?)] = []
  ) throws -> [String] {
    let fixture = DatasetFixture(facts, files: files)
    let loading = fixture.load()
    #expect(fixture.findings(of: loading.diagnostics) == [])
    let graph = try #require(loading.graph)
    #expect(graph.checkInvariants() == [])
    return GraphDump.text(of: graph).split(separator: "\n").map(String.init)
  }

  @Test func everyFormOfAnEntry() throws {
    let lines = try dump(
      """
      - Programme: bomca
        name: Border Management Programme
        aliases: [BOMCA 9, {name: БОМКА, kind: acronym, language: ru}]
        since: 2003
        until: 2019-12
        status: ended
        tags: [a, "b c"]
        years: [1, 2]
        budget: {value: 5, sources: [{icmpd: fact box}], note: rounded}
        share:
          - {value: 0.5, sources: [home]}
          - {value: 1.5, sources: [{source: icmpd, locator: p. 2, quote: half}], preferred: true}
        isOpen: false
        decided: 2009-04-27
        announced: 2009-04
        COVERS:
          - {to: poland, since: 2004, until: 2005-06, role: lead, sources: [icmpd]}
          - to: poland
            id: second
            since:
              - {value: 2001, sources: [home]}
              - {value: 2003, sources: [icmpd]}
          - latvia
        ADDRESSES: borders
        sources: [{home: About}]
      """)
    let bomca = lines.drop { !$0.hasPrefix("bomca") }.prefix {
      $0.hasPrefix("bomca") || $0.hasPrefix("  ")
    }
    #expect(
      bomca.joined(separator: "\n") == """
        bomca :Instrument&Programme announced=2009-04 budget=5 decided=2009-04-27 isOpen=false \
        name='Border Management Programme' share=1.5 since=2003 status='ended' tags=['a', 'b c'] \
        until=2019-12 years=[1, 2]
          aka BOMCA 9 (other)
          aka БОМКА (acronym, ru)
          * so says home (About)
          * name = 'Border Management Programme' says home (About)
          * since = 2003 says home (About)
          * until = 2019-12 says home (About)
          * status = 'ended' says home (About)
          * tags = ['a', 'b c'] says home (About)
          * years = [1, 2] says home (About)
          * budget = 5 says icmpd (fact box) note: rounded
          * share = 0.5 says home
          * share = 1.5 preferred says icmpd (p. 2) “half”
          * isOpen = false says home (About)
          * decided = 2009-04-27 says home (About)
          * announced = 2009-04 says home (About)
          -ADDRESSES-> borders
            * so says home (About)
          -COVERS-> latvia
            * so says home (About)
          -COVERS-> poland role='lead' since=2004 until=2005-06
            * so says icmpd
            * since = 2004 says icmpd
            * until = 2005-06 says icmpd
            * role = 'lead' says icmpd
          -COVERS-> poland #second since=2001
            * so says home (About)
            * since = 2001 says home
            * since = 2003 says icmpd
        """)
  }

  @Test func textsThatOtherReadersTakeForSomethingElse() throws {
    let lines = try dump(
      "- Programme: no\n  name: 012\n  tags: [no, 1:30, ~, null, 1.10, yes]\n  COVERS: poland\n")
    #expect(lines.first { $0.hasPrefix("no ") }?.contains("name='012'") == true)
    #expect(
      lines.first { $0.hasPrefix("no ") }?
        .contains("tags=['no', '1:30', '~', 'null', '1.10', 'yes']") == true)
  }

  @Test func tablesAreMerged() throws {
    let lines = try dump(
      "- Programme: a\n",
      files: [
        ("nodes.csv", "key,type,name,tags,sources\nb,Programme,B,x|y,home\n"),
        (
          "edges.csv",
          "from,type,to,since,source,role\na,COVERS,poland,2003,icmpd,lead\nb,PHASE_OF,a,,,\n"
        ),
        ("sources.csv", "key,title\nextra,Extra\n"),
      ])
    #expect(
      lines.joined(separator: "\n").hasPrefix(
        """
        borders :Area name='Border management'
          * so says home
          * name = 'Border management' says home
        a :Instrument&Programme
          -COVERS-> poland role='lead' since=2003
            * so says icmpd
            * since = 2003 says icmpd
            * role = 'lead' says icmpd
        b :Instrument&Programme name='B' tags=['x', 'y']
        """))
  }

  @Test func faultsOfTablesNameTheCell() {
    let fixture = DatasetFixture(
      "- Programme: a\n",
      files: [
        ("edges.csv", "from,type,to,since\na,COVERS,polnad,2003\nq,COVERS,poland,Apr-09\n")
      ])
    #expect(
      fixture.findings(of: fixture.load().diagnostics) == [
        "edges.csv:2:10 (C2) error[E104]: unknown node 'polnad'",
        "edges.csv:3:1 (A3) error[E104]: unknown node 'q'",
        "edges.csv:3:17 (D3) error[E402]: 'Apr-09' is not a date: a spreadsheet may have "
          + "rewritten it; write year, month and day, as in 2009-04-27",
      ])
  }

  @Test func withoutGraphTypeTheGraphIsOpen() throws {
    let lines = try dump(
      "- Person: ada\n  born: 1815\n  since: 1815\n  hobbies: [a, b]\n  KNOWS: {to: mary, how: well}\n- Person: mary\n",
      files: [("schema.gql", nil), ("states.yaml", nil)])
    #expect(
      lines == [
        "ada :Person born='1815' hobbies=['a', 'b'] since=1815", "  -KNOWS-> mary how='well'",
        "mary :Person",
      ])
  }

  @Test func descriptionIsRead() throws {
    let fixture = DatasetFixture(
      "- Programme: a\n",
      files: [
        (
          "graph.yaml",
          """
          title: Test graph
          description: >
            Two
            lines.
          licence: CC-BY-4.0
          language: en
          as-of: 2026-01
          graph-type: schema.gql
          types:
            Programme: {plural: programmes, title: Programme}
          edges:
            COVERS: {sentence: "{from} covers {to}", verb: covers, inverse: is covered by}
            PHASE_OF: {verb: belongs to}
          instruments: [Programme]
          facets:
            area: {type: Area, edges: [ADDRESSES]}
            state: {type: [State], edges: [COVERS], expand: {edge: PHASE_OF, direction: in}}
          """
        )
      ])
    let loading = fixture.load()
    #expect(fixture.findings(of: loading.diagnostics) == [])
    let expected = GraphDescription(
      title: "Test graph", summary: "Two lines.", licence: "CC-BY-4.0", language: "en",
      asOf: PartialDate("2026-01"),
      types: ["Programme": TypeWording(title: "Programme", plural: "programmes")],
      edges: [
        "COVERS": EdgeWording(
          verb: "covers", inverse: "is covered by", sentence: "{from} covers {to}"),
        "PHASE_OF": EdgeWording(
          verb: "belongs to", inverse: "phase of (inverse)", sentence: "{from} phase of {to}"),
      ],
      instrumentTypes: ["Programme"],
      facets: [
        "area": Facet(types: ["Area"], edges: ["ADDRESSES"]),
        "state": Facet(
          types: ["State"], edges: ["COVERS"],
          expansion: .init(edge: "PHASE_OF", isOutgoing: false)),
      ])
    #expect(loading.graph?.description == expected)
  }

  @Test func locations() throws {
    let fixture = DatasetFixture(
      "- Programme: a\n  budget: [{value: 1}, {value: 2, preferred: true}]\n  COVERS: [poland]\n")
    let locations = fixture.load().locations
    #expect(locations.node("a")?.line == 1)
    #expect(locations.node("a")?.column == 14)
    #expect(locations.node("b") == nil)
    #expect(locations.property("budget", ofNode: "a").map(\.column) == [32, 20])
    #expect(locations.property("share", ofNode: "a") == [])
    #expect(locations.edges("COVERS", from: "a", to: "poland").map(\.column) == [12])
    #expect(locations.edges("COVERS", from: "a", to: "latvia") == [])
  }

  @Test func filesAreNamedInOrder() {
    let loading = DatasetFixture("", files: [("b/x.yaml", ""), ("a.yaml", "")]).load()
    #expect(
      loading.files == [
        "a.yaml", "b/x.yaml", "facts.yaml", "graph.yaml", "schema.gql", "sources.yaml",
        "states.yaml",
      ])
  }

  @Test(.timeLimit(.minutes(10))) func manyEntriesAreLinear() throws {
    var facts = ""
    for number in 0..<3_000 {
      facts += "- Programme: p-\(number)\n  budget: \(number)\n  PHASE_OF: p-\(number / 2)\n"
      facts += "  COVERS: [poland, latvia]\n  sources: [home]\n"
    }
    let loading = DatasetFixture(facts).load()
    #expect(loading.graph?.nodeCount == 3_003)
    #expect(loading.graph?.edgeCount == 9_000)
  }

  /// Suggestions are looked for within a budget, and findings beyond a number are only counted.
  @Test(.timeLimit(.minutes(10))) func manyFindingsAreBounded() {
    var facts = ""
    for number in 0..<3_000 {
      facts += "- Programme: p-\(number)\n  COVERS: [x1, x2, x3, x4]\n"
    }
    let diagnostics = DatasetFixture(facts).load().diagnostics
    #expect(diagnostics.count == 10_001)
    #expect(diagnostics.first?.message == "unknown node 'x1'")
    #expect(diagnostics.contains { $0.message == "2000 more findings are not shown" })
  }

  @Test(.timeLimit(.minutes(10))) func findingsInOneLongLineAreBounded() {
    let items = (0..<3_000).map { "{Programme: p\($0), COVERS: nowhere\($0)}" }
    let diagnostics = DatasetFixture("[\(items.joined(separator: ", "))]").load().diagnostics
    #expect(diagnostics.count == 3_000)
    // The first have a line and column, the rest name the file.
    let placed = diagnostics.filter { ($0.location?.line ?? 0) == 1 }.count
    #expect((100..<3_000).contains(placed))
  }
}
