// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import GraphModel

/// A graph type that forbids something of every kind.
enum StrictType {
  static let graphType = GraphType(
    name: "Strict",
    nodeTypes: [
      NodeType(
        name: "Actor", isAbstract: true,
        properties: [PropertyDeclaration(name: "register", type: .string, isUnique: true)]),
      NodeType(
        name: "State", supertypes: ["Actor"],
        properties: [
          PropertyDeclaration(
            name: "iso", type: .string, isRequired: true, isUnique: true, pattern: "[A-Z]{2}"),
          PropertyDeclaration(
            name: "kind", type: .string, enumeration: [.string("republic"), .string("monarchy")]),
          PropertyDeclaration(name: "codes", type: .list(.string), pattern: "[0-9]+"),
          PropertyDeclaration(name: "anything", type: .any),
        ]),
      NodeType(name: "Agency", supertypes: ["Actor"]),
      NodeType(
        name: "Treaty",
        properties: [
          PropertyDeclaration(name: "series", type: .string),
          PropertyDeclaration(name: "number", type: .integer),
        ], key: ["series", "number"]),
    ],
    edgeTypes: [
      EdgeType(
        label: "BORDERS", isDirected: false, from: ["State"], to: ["Agency"],
        properties: [PropertyDeclaration(name: "length", type: .float, isRequired: true)]),
      EdgeType(
        label: "SIGNED", from: ["Actor"], to: ["Treaty"], outgoing: Cardinality(maximum: 1),
        incoming: Cardinality(minimum: 2)),
      EdgeType(label: "PARTY", from: ["State"], to: ["Treaty"]),
      EdgeType(
        label: "PARTY", from: ["Agency"], to: ["Treaty"],
        properties: [PropertyDeclaration(name: "role", type: .string)]),
    ])
}

@Suite("What a graph type forbids")
struct GraphViolationTests {
  /// A violation as text: whom it is about, the property, the message, and the other one.
  private func text(_ violation: GraphViolation) -> String {
    func text(_ subject: GraphViolation.Subject) -> String {
      switch subject {
      case .node(let handle): "node \(handle.rawValue)"
      case .edge(let handle): "edge \(handle.rawValue)"
      }
    }
    return text(violation.subject) + (violation.property.map { ".\($0)" } ?? "") + ": "
      + violation.description + (violation.related.map { " (\(text($0)))" } ?? "")
  }

  /// The violations of what `add` adds, which freezing must throw too.
  private func violations(
    isClosed: Bool = true, _ add: (inout GraphBuilder) throws -> Void
  ) throws -> [String] {
    var type = StrictType.graphType
    type.isClosed = isClosed
    var builder = GraphBuilder(graphType: type)
    try add(&builder)
    let found = builder.violations()
    if found.isEmpty {
      #expect(try builder.freeze().checkInvariants() == [])
    } else {
      #expect(throws: GraphBuildingError.violations(found)) { try builder.freeze() }
    }
    return found.map(text)
  }

  private func state(
    _ builder: inout GraphBuilder, _ iso: String = "PL",
    _ properties: [(name: String, value: Value)] = []
  ) throws -> NodeHandle {
    try builder.addNode(
      type: "State", key: "state-\(builder.nodeCount)",
      properties: [("iso", .string(iso))] + properties)
  }

  @Test("a graph that obeys")
  func obeys() throws {
    let found = try violations { builder in
      let poland = try state(
        &builder, "PL",
        [
          ("name", .string("Poland")), ("since", partial("1918")), ("kind", .string("republic")),
          ("codes", .list([.string("616")])), ("anything", .list([.integer(1), .boolean(true)])),
        ])
      let france = try state(&builder, "FR")
      let agency = try builder.addNode(type: "Agency", key: "frontex")
      let treaty = try builder.addNode(
        labels: ["Treaty"], key: "t",
        properties: [("series", .string("ETS")), ("number", .integer(5))])
      try builder.addEdge(
        type: "BORDERS", from: agency, to: poland,
        properties: [("length", .float(1)), ("until", partial("2020-02"))])
      try builder.addEdge(type: "SIGNED", from: poland, to: treaty)
      try builder.addEdge(type: "SIGNED", from: france, to: treaty)
      try builder.addEdge(
        type: "PARTY", from: agency, to: treaty, properties: [("role", .string("observer"))])
    }
    #expect(found == [])
  }

  @Test("node types")
  func nodeTypes() throws {
    let found = try violations { builder in
      try builder.addNode(type: "Stat", key: "a")
      try builder.addNode(type: "Actor", key: "b")
      try builder.addNode(labels: ["State"], key: "c")
      try builder.addNode(labels: ["Treaty", "Agency"], key: "d")
      try builder.addNode(labels: ["Actor"])
    }
    #expect(
      found == [
        "node 0: no node type is called 'Stat'",
        "node 1: node type 'Actor' is abstract: no node can be one",
        "node 2: no node type is called 'State'",
        "node 3: no node type is called 'Agency&Treaty'",
        "node 4: node type 'Actor' is abstract: no node can be one",
      ])
  }

  @Test("an open graph takes other types and properties, and holds the declared ones")
  func open() throws {
    let found = try violations(isClosed: false) { builder in
      let other = try builder.addNode(labels: ["Other"], properties: [("x", .integer(1))])
      let poland = try state(&builder, "poland", [("x", .integer(1))])
      try builder.addEdge(type: "KNOWS", from: other, to: poland)
      try builder.addEdge(type: "SIGNED", from: other, to: poland)
      try builder.addEdge(
        type: "PARTY", from: poland, to: builder.addNode(type: "Agency", key: "x"))
    }
    #expect(
      found == [
        "node 1.iso: 'poland' does not match the pattern of 'iso': [A-Z]{2}",
        "edge 1: 'SIGNED' cannot join Other to State; it joins Actor to Treaty",
        "edge 2: 'PARTY' cannot join State to Agency; it joins State to Treaty, Agency to Treaty",
      ])
  }

  @Test("properties: unknown, missing, of another type")
  func properties() throws {
    let found = try violations { builder in
      try builder.addNode(type: "State", key: "a", properties: [("capital", .string("x"))])
      _ = try state(&builder, "FR", [("codes", .list([.string("1"), .integer(2)]))])
      _ = try state(&builder, "DE", [("name", .integer(4)), ("since", .string("1990"))])
      try builder.addNode(
        type: "State", key: "d", properties: [("iso", .integer(7)), ("kind", .boolean(true))])
    }
    #expect(
      found == [
        "node 0.capital: 'State' has no property 'capital'",
        "node 0.iso: 'State' must have a property 'iso'",
        "node 1.codes: property 'codes' holds LIST<STRING>, got ['1', 2]",
        "node 2.name: property 'name' holds STRING, got 4",
        "node 2.since: property 'since' holds PARTIAL DATE, got '1990'",
        "node 3.iso: property 'iso' holds STRING, got 7",
        "node 3.kind: property 'kind' holds STRING, got true",
      ])
  }

  @Test("patterns and enumerations, of values and of list items")
  func patterns() throws {
    let found = try violations { builder in
      _ = try state(&builder, "PLN")
      _ = try state(&builder, "FR", [("codes", .list([.string("1"), .string("x")]))])
      _ = try state(&builder, "DE", [("kind", .string("empire"))])
    }
    #expect(
      found == [
        "node 0.iso: 'PLN' does not match the pattern of 'iso': [A-Z]{2}",
        "node 1.codes: 'x' does not match the pattern of 'codes': [0-9]+",
        "node 2.kind: 'empire' is not a value of 'kind', which is one of: republic, monarchy",
      ])
  }

  @Test("unique values, of a type and of all that inherit the declaration")
  func unique() throws {
    let found = try violations { builder in
      _ = try state(&builder, "FR", [("register", .string("r1"))])
      try builder.addNode(type: "Agency", key: "a", properties: [("register", .string("r1"))])
      _ = try state(&builder, "FR")
      try builder.addNode(type: "Agency", key: "b", properties: [("register", .string("r2"))])
      _ = try state(&builder, "DE", [("register", .string("r2"))])
      _ = try state(&builder, "FR")
    }
    #expect(
      found == [
        "node 1.register: 'register' must be unique, and 'r1' occurs twice (node 0)",
        "node 2.iso: 'iso' must be unique, and 'FR' occurs twice (node 0)",
        "node 4.register: 'register' must be unique, and 'r2' occurs twice (node 3)",
        "node 5.iso: 'iso' must be unique, and 'FR' occurs twice (node 0)",
      ])
  }

  @Test("keys of several properties; a node that lacks one has no key")
  func keys() throws {
    func treaty(
      _ builder: inout GraphBuilder, _ series: Value, _ number: Value
    ) throws -> NodeHandle {
      try builder.addNode(
        type: "Treaty", key: nil, properties: [("series", series), ("number", number)])
    }
    var type = StrictType.graphType
    type.edgeTypes = []
    var builder = GraphBuilder(graphType: type)
    _ = try treaty(&builder, .string("ETS"), .integer(5))
    _ = try treaty(&builder, .string("ETS"), .integer(6))
    _ = try treaty(&builder, .string("ETS"), .null)
    _ = try treaty(&builder, .string("ETS"), .null)
    _ = try treaty(&builder, .null, .integer(5))
    _ = try treaty(&builder, .string("ETS"), .integer(5))
    #expect(
      builder.violations().map(text) == [
        "node 5.series: two nodes of type 'Treaty' have the same key (series, number): 'ETS', 5"
          + " (node 0)"
      ])
  }

  @Test("edge types and their ends")
  func ends() throws {
    let found = try violations { builder in
      let poland = try state(&builder)
      let france = try state(&builder, "FR")
      let agency = try builder.addNode(type: "Agency", key: "a")
      try builder.addEdge(type: "KNOWS", from: poland, to: france)
      try builder.addEdge(
        type: "BORDERS", from: poland, to: france, properties: [("length", .float(1))])
      try builder.addEdge(type: "BORDERS", from: agency, to: france)
      try builder.addEdge(
        type: "BORDERS", from: france, to: agency,
        properties: [("length", .integer(3)), ("width", .float(1))])
      try builder.addEdge(type: "PARTY", from: agency, to: poland)
    }
    #expect(
      found == [
        "edge 0: no edge type is called 'KNOWS'",
        "edge 1: 'BORDERS' cannot join State to State; it joins State to Agency",
        "edge 2.length: 'BORDERS' must have a property 'length'",
        "edge 3.length: property 'length' holds FLOAT, got 3",
        "edge 3.width: 'BORDERS' has no property 'width'",
        "edge 4: 'PARTY' cannot join Agency to State; it joins State to Treaty, Agency to Treaty",
      ])
  }

  @Test("declarations of one label hold each for the edges that fit their ends")
  func sharedLabel() throws {
    let found = try violations { builder in
      let poland = try state(&builder)
      let agency = try builder.addNode(type: "Agency", key: "a")
      let treaty = try builder.addNode(type: "Treaty", key: "t")
      try builder.addEdge(type: "SIGNED", from: poland, to: treaty)
      try builder.addEdge(type: "SIGNED", from: agency, to: treaty)
      try builder.addEdge(
        type: "PARTY", from: poland, to: treaty, properties: [("role", .string("x"))])
      try builder.addEdge(
        type: "PARTY", from: agency, to: treaty, properties: [("role", .string("x"))])
    }
    #expect(found == ["edge 2.role: 'PARTY' has no property 'role'"])
  }

  @Test("ends at a node of an unknown type are reported with the node alone")
  func endsOfUnknownNodes() throws {
    let found = try violations { builder in
      let stranger = try builder.addNode(type: "Stranger", key: "s")
      let poland = try state(&builder)
      try builder.addEdge(type: "PARTY", from: poland, to: stranger)
      try builder.addEdge(type: "UNKNOWN", from: poland, to: stranger)
    }
    #expect(
      found == [
        "node 0: no node type is called 'Stranger'", "edge 1: no edge type is called 'UNKNOWN'",
      ])
  }

  @Test("cardinalities, also where there is no such edge at all")
  func cardinality() throws {
    let none = try violations { try $0.addNode(type: "Treaty", key: "t") }
    #expect(none == ["node 0: 0 incoming 'SIGNED' where 2..* are required"])
    let found = try violations { builder in
      let poland = try state(&builder)
      let agency = try builder.addNode(type: "Agency", key: "a")
      let first = try builder.addNode(type: "Treaty", key: "t1")
      let second = try builder.addNode(type: "Treaty", key: "t2")
      try builder.addEdge(type: "SIGNED", from: poland, to: first)
      try builder.addEdge(type: "SIGNED", from: poland, to: second)
      try builder.addEdge(type: "SIGNED", from: agency, to: first)
    }
    #expect(
      found == [
        "node 0: 2 outgoing 'SIGNED' where 0..1 are allowed",
        "node 3: 1 incoming 'SIGNED' where 2..* are required",
      ])
  }

  @Test("an edge without direction counts at the end that it fits")
  func undirectedCardinality() throws {
    var type = StrictType.graphType
    type.edgeTypes = [
      EdgeType(
        label: "BORDERS", isDirected: false, from: ["State"], to: ["Agency"],
        outgoing: Cardinality(minimum: 1, maximum: 1))
    ]
    var builder = GraphBuilder(graphType: type)
    let agency = try builder.addNode(type: "Agency", key: "a")
    let poland = try state(&builder)
    let france = try state(&builder, "FR")
    let spain = try state(&builder, "ES")
    try builder.addEdge(type: "BORDERS", from: agency, to: poland)
    try builder.addEdge(type: "BORDERS", from: france, to: agency)
    try builder.addEdge(type: "BORDERS", from: agency, to: france)
    _ = spain
    #expect(
      builder.violations().map(text) == [
        "node 2: 2 outgoing 'BORDERS' where 1..1 are allowed",
        "node 3: 0 outgoing 'BORDERS' where 1..1 are required",
      ])
  }

  @Test("spans that end before they start, with and without a graph type")
  func spans() throws {
    var builder = GraphBuilder()
    let spans = [
      ("2009", "2008"), ("2009-04", "2009-03-31"), ("2009", "2009"), ("2009-05", "2009"),
      ("2009-04-02", "2009-04-01"),
    ]
    for (since, until) in spans {
      try builder.addNode(
        labels: ["N"], properties: [("since", partial(since)), ("until", partial(until))])
    }
    try builder.addNode(labels: ["N"], properties: [("since", partial("2000"))])
    try builder.addNode(
      labels: ["N"], properties: [("since", .integer(3)), ("until", partial("1900"))])
    let first = NodeHandle(rawValue: 0)
    try builder.addEdge(type: "E", from: first, to: first, properties: [("until", partial("1990"))])
    try builder.addEdge(
      type: "E", from: first, to: first,
      properties: [
        ("until", day(1990, 1, 1).map(Value.date) ?? .null), ("since", partial("1990-01-02")),
      ])
    #expect(
      builder.violations().map(text) == [
        "node 0.until: ends 2008, before it starts 2009",
        "node 1.until: ends 2009-03-31, before it starts 2009-04",
        "node 4.until: ends 2009-04-01, before it starts 2009-04-02",
        "edge 1.until: ends 1990-01-01, before it starts 1990-01-02",
      ])
  }
}
