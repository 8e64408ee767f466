// SPDX-License-Identifier: Apache-2.0

import GraphFormats
import GraphModel
import GraphTestSupport
import SourceDiagnostics
import Testing

@Suite struct GraphTypePrinterTests {
  private func parse(_ text: String) throws -> GraphType {
    let (graphType, diagnostics, _) = GraphTypeParser.parse(SourceText(name: "t.gql", text))
    #expect(diagnostics.map(\.message) == [], "\(text)")
    return try #require(graphType)
  }

  @Test func canonicalForm() throws {
    let type = try parse(
      #"""
      create graph type eu_central_asia {  // a comment
        ABSTRACT NODE TYPE Instrument (:Instrument {
          status STRING IN ['initialled', 'signed', 'in force', 'ended']
        }),
        NODE TYPE Programme (p:Programme {
          budget INTEGER, currency STRING MATCHES '^[A-Z]{3}$',
          iatiSectors LIST<STRING>, announced PARTIAL DATE
        }) EXTENDS Instrument,
        NODE StateType LABEL State {isoAlpha2 :: STRING NOT NULL MATCHES '^[A-Z]{2}$'} AS s KEY (isoAlpha2),
        (:StateGroup), (:PolicyArea => :Topic),
        DIRECTED EDGE TYPE COVERS (p)-[:COVERS {role STRING}]->(:State|StateGroup),
        (p)-[:PHASE_OF]->(p) OUT 0..1, (:PolicyArea)<-[:BROADER]-(:PolicyArea),
        UNDIRECTED EDGE BORDERS {km FLOAT} CONNECTING (s TO s) IN 0..* OUT 1..*
      } OPEN
      """#)
    #expect(
      GraphTypePrinter.print(type) == #"""
        CREATE GRAPH TYPE eu_central_asia AS {
          ABSTRACT NODE TYPE Instrument (:Instrument {
            status STRING IN ['initialled', 'signed', 'in force', 'ended']
          }),
          NODE TYPE Programme (:Programme {
            budget INTEGER,
            currency STRING MATCHES '^[A-Z]{3}$',
            iatiSectors LIST<STRING>,
            announced PARTIAL DATE
          }) EXTENDS Instrument,
          NODE TYPE StateType (:State {isoAlpha2 STRING NOT NULL MATCHES '^[A-Z]{2}$'}) KEY (isoAlpha2),
          NODE TYPE StateGroup (:StateGroup),
          NODE TYPE PolicyArea (:PolicyArea&Topic),
          DIRECTED EDGE TYPE COVERS (:Programme)-[:COVERS {role STRING}]->(:State|StateGroup),
          DIRECTED EDGE TYPE PHASE_OF (:Programme)-[:PHASE_OF]->(:Programme) OUT 0..1,
          DIRECTED EDGE TYPE BROADER (:PolicyArea)-[:BROADER]->(:PolicyArea),
          UNDIRECTED EDGE TYPE BORDERS (:State)~[:BORDERS {km FLOAT}]~(:State) OUT 1..*
        } OPEN

        """#)
  }

  @Test func emptyTypes() {
    #expect(GraphTypePrinter.print(GraphType(name: "t")) == "CREATE GRAPH TYPE t AS {}\n")
    #expect(
      GraphTypePrinter.print(GraphType(name: "a b", isClosed: false))
        == "CREATE GRAPH TYPE `a b` AS {} OPEN\n")
  }

  @Test func namesAreQuotedWhereTheyMustBe() {
    let type = GraphType(
      name: "Graph-1",
      nodeTypes: [
        NodeType(
          name: "Key", labels: ["Straße", "label", "1st", "a`b", "a\\b", "_x"],
          supertypes: ["NODE"],
          properties: [
            PropertyDeclaration(name: "key", type: .string),
            PropertyDeclaration(name: "date", type: .date),
            PropertyDeclaration(name: "наз вание", type: .string),
          ], key: ["key", "date"])
      ],
      edgeTypes: [EdgeType(name: "to", label: "in", from: [], to: ["type"])])
    #expect(
      GraphTypePrinter.print(type) == #"""
        CREATE GRAPH TYPE `Graph-1` AS {
          NODE TYPE `Key` (:Straße&`label`&`1st`&`a``b`&`a\\b`&_x {
            key STRING,
            `date` DATE,
            `наз вание` STRING
          }) EXTENDS `NODE` KEY (key, `date`),
          DIRECTED EDGE TYPE to ()-[:`in`]->(:`type`)
        }

        """#)
  }

  @Test func textsAndPatterns() {
    func printed(_ property: PropertyDeclaration) -> String {
      let type = GraphType(name: "t", nodeTypes: [NodeType(name: "A", properties: [property])])
      return String(GraphTypePrinter.print(type).dropFirst("CREATE GRAPH TYPE t AS {\n  ".count))
    }
    let control = PropertyDeclaration(
      name: "x", type: .string,
      enumeration: [.string("it's"), .string("a\\b\n\r\t\u{0}\u{202E}\u{E0001}é")])
    #expect(
      printed(control)
        == #"NODE TYPE A (:A {x STRING IN ['it''s', 'a\\b\n\r\t\u0000\u202E\U0E0001é']})"# + "\n}\n"
    )
    for (pattern, literal) in [
      (#"\d+"#, #"'\d+'"#), ("it's", "'it''s'"), (#"it\'s"#, #"@'it\''s'"#), ("a\nb", "@'a\nb'"),
      (#"a\\"#, #"'a\\'"#), (#"a\"#, #"@'a\'"#), (#"a\\'"#, #"'a\\'''"#),
    ] {
      #expect(
        printed(PropertyDeclaration(name: "x", type: .string, pattern: pattern))
          == "NODE TYPE A (:A {x STRING MATCHES \(literal)})\n}\n")
    }
  }

  @Test func nodeTypeWithoutLabels() throws {
    let type = GraphType(
      name: "t",
      nodeTypes: [
        NodeType(name: "A", labels: []),
        NodeType(
          name: "B", labels: [], properties: [PropertyDeclaration(name: "x", type: .boolean)]),
      ])
    let text = GraphTypePrinter.print(type)
    #expect(
      text == "CREATE GRAPH TYPE t AS {\n  NODE TYPE A (=>),\n  NODE TYPE B (=> {x BOOL})\n}\n")
    #expect(try parse(text) == type)
  }

  // MARK: Round trips

  @Test func randomTypesReadBackAsThemselves() throws {
    var random = RandomGraphType(seed: 20)
    for round in 0..<300 {
      let type = random.next()
      #expect(type.problems() == [], "round \(round)")
      let text = GraphTypePrinter.print(type)
      let (read, diagnostics, places) = GraphTypeParser.parse(SourceText(name: "t", text))
      #expect(diagnostics.map(\.message) == [], "\(text)")
      #expect(read == type, "\(text)")
      #expect(read.map(GraphTypePrinter.print) == text)
      for index in type.nodeTypes.indices {
        #expect(places.span(of: .nodeType(index)) != nil)
      }
    }
  }

  @Test(arguments: ExampleGraphType.all)
  func printingIsAFixedPoint(example: ExampleGraphType) throws {
    let type = try parse(example.text)
    let printed = GraphTypePrinter.print(type)
    #expect(try parse(printed) == type)
    #expect(GraphTypePrinter.print(try parse(printed)) == printed)
  }
}
