// SPDX-License-Identifier: Apache-2.0

import GraphFormats
import GraphModel
import SourceDiagnostics
import Testing

/// Texts that are right, and the graph types that they mean.
@Suite struct GraphTypeParserTests {
  /// The graph type of a text in which nothing may be found.
  private func parse(_ text: String) throws -> GraphType {
    let (graphType, diagnostics, _) = GraphTypeParser.parse(SourceText(name: "t.gql", text))
    #expect(diagnostics.map(\.message) == [])
    return try #require(graphType)
  }

  /// The graph type whose element types these are.
  private func parse(elements: String) throws -> GraphType {
    try parse("CREATE GRAPH TYPE t AS { \(elements) }")
  }

  // MARK: The standard's forms

  @Test func visualForm() throws {
    let type = try parse(
      """
      CREATE GRAPH TYPE cooperation AS {
        (s:State => {iso STRING NOT NULL, name STRING NOT NULL}),
        (p:Programme => {name STRING NOT NULL, startDate DATE, endDate DATE}),
        (a:PolicyArea => {code STRING NOT NULL}),
        (s)-[:PARTICIPATES_IN {since DATE, source STRING NOT NULL}]->(p),
        (p)-[:COVERS]->(a) }
      """)
    let expected = GraphType(
      name: "cooperation",
      nodeTypes: [
        NodeType(
          name: "State",
          properties: [
            PropertyDeclaration(name: "iso", type: .string, isRequired: true),
            PropertyDeclaration(name: "name", type: .string, isRequired: true),
          ]),
        NodeType(
          name: "Programme",
          properties: [
            PropertyDeclaration(name: "name", type: .string, isRequired: true),
            PropertyDeclaration(name: "startDate", type: .date),
            PropertyDeclaration(name: "endDate", type: .date),
          ]),
        NodeType(
          name: "PolicyArea",
          properties: [PropertyDeclaration(name: "code", type: .string, isRequired: true)]),
      ],
      edgeTypes: [
        EdgeType(
          label: "PARTICIPATES_IN", from: ["State"], to: ["Programme"],
          properties: [
            PropertyDeclaration(name: "since", type: .date),
            PropertyDeclaration(name: "source", type: .string, isRequired: true),
          ]),
        EdgeType(label: "COVERS", from: ["Programme"], to: ["PolicyArea"]),
      ])
    #expect(type == expected)
  }

  @Test func namedTypesInTheVisualForm() throws {
    let type = try parse(
      """
      CREATE OR REPLACE PROPERTY GRAPH TYPE coop AS {
        NODE TYPE StateType (s:State => :Actor {iso STRING NOT NULL}),
        NODE TYPE DialogueType (d:Dialogue),
        DIRECTED EDGE TYPE MemberOf (s)-[:MEMBER_OF {since DATE}]->(d),
        UNDIRECTED EDGE TYPE Borders (s)~[:BORDERS]~(s) }
      """)
    let expected = GraphType(
      name: "coop",
      nodeTypes: [
        NodeType(
          name: "StateType", labels: ["State", "Actor"],
          properties: [PropertyDeclaration(name: "iso", type: .string, isRequired: true)]),
        NodeType(name: "DialogueType", labels: ["Dialogue"]),
      ],
      edgeTypes: [
        EdgeType(
          name: "MemberOf", label: "MEMBER_OF", from: ["State"], to: ["Dialogue"],
          properties: [PropertyDeclaration(name: "since", type: .date)]),
        EdgeType(
          name: "Borders", label: "BORDERS", isDirected: false, from: ["State"], to: ["State"]),
      ])
    #expect(type == expected)
  }

  @Test func formInWords() throws {
    let type = try parse(
      """
      CREATE GRAPH TYPE coop AS { NODE State LABEL State {iso STRING NOT NULL} AS s,
        NODE Programme LABEL Programme AS p,
        DIRECTED EDGE PartIn LABEL PARTICIPATES_IN {since DATE} CONNECTING (s TO p) }
      """)
    let expected = GraphType(
      name: "coop",
      nodeTypes: [
        NodeType(
          name: "State",
          properties: [PropertyDeclaration(name: "iso", type: .string, isRequired: true)]),
        NodeType(name: "Programme"),
      ],
      edgeTypes: [
        EdgeType(
          name: "PartIn", label: "PARTICIPATES_IN", from: ["State"], to: ["Programme"],
          properties: [PropertyDeclaration(name: "since", type: .date)])
      ])
    #expect(type == expected)
  }

  @Test(arguments: [
    "CREATE GRAPH TYPE t AS { (:A) }", "CREATE GRAPH TYPE t { (:A) }",
    "create property graph type t as { (:A) };",
    "CREATE OR REPLACE GRAPH TYPE t AS { (:A) } CLOSED",
    "CREATE GRAPH TYPE IF NOT EXISTS t AS { (:A) }",
    "\u{FEFF}// comment\n-- another\n/* and\n one */ CREATE/**/GRAPH TYPE t{(:A)}--",
    "CREATE GRAPH TYPE `t` AS { (:\"A\") }", "CREATE GRAPH TYPE @`t` AS { (IS A) }",
    "CREATE GRAPH TYPE t AS { NODE A }", "CREATE GRAPH TYPE t AS { NODE TYPE A }",
    "CREATE GRAPH TYPE t AS { VERTEX A }", "CREATE GRAPH TYPE t AS { NODE :A }",
    "CREATE GRAPH TYPE t AS { NODE LABEL A }", "CREATE GRAPH TYPE t AS { NODE TYPE LABELS A }",
    "CREATE GRAPH TYPE t AS { NODE TYPE A (x) }", "CREATE GRAPH TYPE t AS { NODE TYPE A () }",
    "CREATE GRAPH TYPE t AS { (x IS A =>) }", "CREATE GRAPH TYPE t AS { (:A IMPLIES) }",
    "CREATE GRAPH TYPE t AS { (LABEL A) }", "CREATE GRAPH TYPE t AS { NODE TYPE A (=> :A) }",
    "CREATE GRAPH TYPE t AS { (:A {}) }",
  ])
  func sameTypeInManySpellings(text: String) throws {
    #expect(try parse(text) == GraphType(name: "t", nodeTypes: [NodeType(name: "A")]))
  }

  @Test func openAndEmptyTypes() throws {
    #expect(try parse("CREATE GRAPH TYPE t AS {} OPEN") == GraphType(name: "t", isClosed: false))
    #expect(try parse("CREATE GRAPH TYPE t AS {} CLOSED;") == GraphType(name: "t"))
  }

  @Test func labelsOfNodeTypes() throws {
    let type = try parse(
      elements: """
        (:A&B), (:C => :D&E), NODE TYPE F (=> {x STRING}), NODE TYPE G (:H&G),
        NODE I LABELS J & K {y BOOL}
        """)
    #expect(type.nodeTypes.map(\.name) == ["A", "C", "F", "G", "I"])
    #expect(
      type.nodeTypes.map(\.labels) == [["A", "B"], ["C", "D", "E"], [], ["H", "G"], ["J", "K"]])
  }

  @Test func wordsOfTheGrammarMayBeNames() throws {
    let type = try parse(
      """
      CREATE GRAPH TYPE type AS {
        NODE TYPE node (label:node {type STRING, key INTEGER, in BOOL, not STRING, list LIST<STRING>}),
        NODE LABEL {name STRING}, (extends:Key),
        EDGE TYPE edge (label)-[:to]->(:Key), DIRECTED EDGE `LABEL` LABEL X CONNECTING (extends TO node)
      }
      """)
    #expect(type.name == "type")
    #expect(type.nodeTypes.map(\.name) == ["node", "LABEL", "Key"])
    #expect(type.nodeTypes[0].properties.map(\.name) == ["type", "key", "in", "not", "list"])
    #expect(type.edgeTypes.map(\.name) == ["edge", "LABEL"])
    #expect(type.edgeTypes.map(\.label) == ["to", "X"])
    #expect(type.edgeTypes.map(\.targetLabels) == [["Key"], ["node"]])
  }

  // MARK: Edge types

  @Test(arguments: [
    "(a)-[:X]->(b)", "(b)<-[:X]-(a)", "(:A)-[:X]->(:B)", "DIRECTED EDGE TYPE X (a)-[:X]->(b)",
    "EDGE TYPE X (a)->(b)", "RELATIONSHIP X (b)<-(a)", "DIRECTED RELATIONSHIP TYPE X (A)->(B)",
    "DIRECTED EDGE X CONNECTING (a TO b)", "DIRECTED EDGE X CONNECTING (a -> b)",
    "DIRECTED EDGE TYPE X CONNECTING (b <- a)", "DIRECTED EDGE :X CONNECTING (A TO B)",
    "(a)-[IS X]->(b)", "(a)-[:X =>]->(b)", "(a)-[LABEL X]->(b)", "EDGE X (a)-[=>]->(b)",
  ])
  func directedEdgesInManySpellings(element: String) throws {
    let type = try parse(elements: "(a:A), (b:B), \(element)")
    #expect(type.edgeTypes == [EdgeType(label: "X", from: ["A"], to: ["B"])])
  }

  @Test(arguments: [
    "(a)~[:X]~(b)", "UNDIRECTED EDGE TYPE X (a)~[:X]~(b)", "EDGE X (a)~(b)",
    "UNDIRECTED EDGE X CONNECTING (a TO b)", "UNDIRECTED EDGE X CONNECTING (a ~ b)",
  ])
  func undirectedEdgesInManySpellings(element: String) throws {
    let type = try parse(elements: "(a:A), (b:B), \(element)")
    #expect(type.edgeTypes == [EdgeType(label: "X", isDirected: false, from: ["A"], to: ["B"])])
  }

  @Test func endsByLabels() throws {
    let type = try parse(
      elements: """
        (:A), (:B&C), NODE TYPE D (:E), (:A|B|E)-[:W]->(), (:B&C)-[:X]->(:C&B), (:C)-[:Y]->(D),
        (:A)-[:Z]->(:B)
        """)
    #expect(type.edgeTypes.map(\.sourceLabels) == [["A", "B", "E"], ["B"], ["C"], ["A"]])
    #expect(type.edgeTypes.map(\.targetLabels) == [[], ["B"], ["E"], ["B"]])
  }

  @Test func aliasMayFollowItsUse() throws {
    let type = try parse(elements: "(a)-[:X]->(a), (a:A)")
    #expect(type.edgeTypes == [EdgeType(label: "X", from: ["A"], to: ["A"])])
  }

  @Test func cardinalities() throws {
    let type = try parse(
      elements: """
        (a:A), (a)-[:U]->(a) OUT 0..1, (a)-[:V]->(a) IN 1..*, (a)-[:W]->(a) IN 2 OUT 0 .. 3,
        (a)-[:X {kind STRING IN ['in', 'out']}]->(a) IN 1..1, (a)-[:Y]->(a) OUT 0..*,
        DIRECTED EDGE Z CONNECTING (a TO a) OUT 1..2
        """)
    #expect(
      type.edgeTypes.map { "\($0.outgoing) \($0.incoming)" } == [
        "0..1 0..*", "0..* 1..*", "0..3 2..2", "0..* 1..1", "0..* 0..*", "1..2 0..*",
      ])
  }

  // MARK: Extensions of node types

  @Test func inheritanceAndKeys() throws {
    let type = try parse(
      elements: """
        ABSTRACT NODE TYPE Actor (:Actor {code STRING}),
        ABSTRACT (:Named),
        NODE TYPE State (:State) EXTENDS Actor, Named KEY (code, name),
        NODE Group EXTENDS Actor, NODE Other KEY (name) EXTENDS Named,
        (:Last) EXTENDS Actor, (s:First), NODE End EXTENDS Actor, Named
        """)
    #expect(
      type.nodeTypes.map(\.name)
        == ["Actor", "Named", "State", "Group", "Other", "Last", "First", "End"])
    #expect(
      type.nodeTypes.map(\.isAbstract)
        == [true, true, false, false, false, false, false, false])
    #expect(
      type.nodeTypes.map(\.supertypes) == [
        [], [], ["Actor", "Named"], ["Actor"], ["Named"], ["Actor"], [], ["Actor", "Named"],
      ])
    #expect(type.nodeTypes.map(\.key) == [[], [], ["code", "name"], [], ["name"], [], [], []])
  }

  // MARK: Properties

  @Test(arguments: [
    ("BOOL", PropertyType.boolean), ("boolean", .boolean), ("STRING", .string),
    ("VARCHAR", .string), ("INTEGER", .integer), ("INT", .integer), ("INT64", .integer),
    ("INTEGER64", .integer), ("BIGINT", .integer), ("SIGNED INTEGER", .integer),
    ("BIG INTEGER", .integer), ("FLOAT", .float), ("FLOAT64", .float), ("DOUBLE", .float),
    ("DOUBLE PRECISION", .float), ("DATE", .date), ("PARTIAL DATE", .partialDate),
    ("LOCAL TIME", .localTime), ("TIME WITHOUT TIME ZONE", .localTime), ("ZONED TIME", .time),
    ("TIME WITH TIME ZONE", .time), ("LOCAL DATETIME", .localDateTime),
    ("TIMESTAMP", .localDateTime), ("TIMESTAMP WITHOUT TIME ZONE", .localDateTime),
    ("ZONED DATETIME", .dateTime), ("TIMESTAMP WITH TIME ZONE", .dateTime),
    ("DURATION", .duration), ("MAP", .map), ("ANY", .any), ("ANY VALUE", .any),
    ("ANY PROPERTY VALUE", .any), ("LIST<STRING>", .list(.string)),
    ("ARRAY<INT>", .list(.integer)), ("STRING LIST", .list(.string)),
    ("PARTIAL DATE ARRAY", .list(.partialDate)), ("LIST", .list(.any)),
    ("LIST<LIST<DATE>>", .list(.list(.date))), ("DATE LIST LIST", .list(.list(.date))),
    ("LIST<DATE> LIST", .list(.list(.date))), ("LIST < any > ", .list(.any)),
  ])
  func valueTypes(text: String, type: PropertyType) throws {
    for spelling in ["x \(text)", "x :: \(text)", "x TYPED \(text)", "x::\(text)"] {
      let parsed = try parse(elements: "(:A {\(spelling), y \(text) NOT NULL})")
      #expect(
        parsed.nodeTypes.first?.properties == [
          PropertyDeclaration(name: "x", type: type),
          PropertyDeclaration(name: "y", type: type, isRequired: true),
        ])
    }
  }

  @Test(arguments: [
    ("STRING(5)", #"[\s\S]{0,5}"#), ("STRING(2, 5)", #"[\s\S]{2,5}"#),
    ("VARCHAR(7)", #"[\s\S]{0,7}"#), ("CHAR(2)", #"[\s\S]{2}"#), ("CHAR", #"[\s\S]{1}"#),
    ("LIST<STRING(3,3)>", #"[\s\S]{3}"#), ("CHAR(2) LIST", #"[\s\S]{2}"#),
  ])
  func lengthsBecomePatterns(text: String, pattern: String) throws {
    let property = try parse(elements: "(:A {x \(text)})").nodeTypes.first?.properties.first
    #expect(property?.pattern == pattern)
    #expect(property?.type.itemType == .string)
  }

  @Test func restrictionsOfProperties() throws {
    let type = try parse(
      elements: #"""
        (:A {
          iso STRING NOT NULL UNIQUE MATCHES '^[A-Z]{2}\d+$',
          quote STRING MATCHES 'it''s\'', other STRING MATCHES "\\",
          verbatim STRING MATCHES @'it''s',
          status STRING IN ['in force', 'it''s', "a\tb\u0041\U01F600\\", @'a\n'] NOT NULL,
          level INTEGER IN [-1, 0, +2, 9223372036854775807],
          rate FLOAT IN [1, -2.5, 1e3], is BOOL IN [TRUE, false],
          on DATE IN ['2019-05-01', DATE '2020-01-01'], from PARTIAL DATE IN ['2009', '2009-04'],
          anything ANY IN [1, 1.5, 'x', PARTIAL DATE '2009', DURATION 'P1Y', TRUE],
          tags LIST<STRING> IN ['a', 'b'] UNIQUE
        })
        """#)
    let properties = try #require(type.nodeTypes.first?.properties)
    func property(_ name: String) throws -> PropertyDeclaration {
      try #require(properties.first { $0.name == name })
    }
    #expect(
      try property("iso")
        == PropertyDeclaration(
          name: "iso", type: .string, isRequired: true, isUnique: true, pattern: #"^[A-Z]{2}\d+$"#))
    #expect(try property("quote").pattern == #"it's\'"#)
    #expect(try property("other").pattern == #"\\"#)
    #expect(try property("verbatim").pattern == "it's")
    #expect(
      try property("status").enumeration
        == [.string("in force"), .string("it's"), .string("a\tbA😀\\"), .string(#"a\n"#)])
    #expect(try property("status").isRequired)
    #expect(
      try property("level").enumeration
        == [.integer(-1), .integer(0), .integer(2), .integer(.max)])
    #expect(try property("rate").enumeration == [.float(1), .float(-2.5), .float(1000)])
    #expect(try property("is").enumeration == [.boolean(true), .boolean(false)])
    let may = try #require(CalendarDate(year: 2019, month: 5, day: 1))
    let january = try #require(CalendarDate(year: 2020, month: 1, day: 1))
    #expect(try property("on").enumeration == [.date(may), .date(january)])
    let year = try #require(PartialDate(year: 2009))
    let april = try #require(PartialDate(year: 2009, month: 4))
    #expect(try property("from").enumeration == [.partialDate(year), .partialDate(april)])
    let duration = try #require(CalendarDuration("P1Y"))
    #expect(
      try property("anything").enumeration == [
        .integer(1), .float(1.5), .string("x"), .partialDate(year), .duration(duration),
        .boolean(true),
      ])
    #expect(try property("tags").enumeration == [.string("a"), .string("b")])
    #expect(try property("tags").isUnique)
  }

  // MARK: Places

  @Test func placesOfParts() throws {
    let text = SourceText(
      name: "t.gql",
      "CREATE GRAPH TYPE t AS { NODE TYPE A (:B {x STRING}) EXTENDS C KEY (x), (:C),"
        + " (:B)-[:R {y BOOL}]->(:B|C) }")
    let (graphType, diagnostics, places) = GraphTypeParser.parse(text)
    #expect(graphType != nil)
    #expect(diagnostics == [])
    #expect(text.text(of: places.name) == "t")
    func part(_ place: GraphTypeProblem.Place) -> String? {
      places.span(of: place).map { text.text(of: $0) }
    }
    #expect(part(.nodeType(0)) == "A")
    #expect(part(.nodeType(1)) == "C")
    #expect(part(.supertype(nodeType: 0, index: 0)) == "C")
    #expect(part(.nodeProperty(nodeType: 0, property: 0)) == "x")
    #expect(part(.key(nodeType: 0, index: 0)) == "x")
    #expect(part(.edgeType(0)) == "R")
    #expect(part(.sourceLabel(edgeType: 0, index: 0)) == "B")
    #expect(part(.targetLabel(edgeType: 0, index: 1)) == "C")
    #expect(part(.edgeProperty(edgeType: 0, property: 0)) == "y")
    #expect(part(.nodeType(2)) == nil)
    #expect(part(.key(nodeType: 0, index: 1)) == nil)
    #expect(places.location(of: .edgeType(0))?.description == "t.gql:1:86")
  }
}
