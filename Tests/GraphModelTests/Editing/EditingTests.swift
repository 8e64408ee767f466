// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import GraphModel

@Suite("Editing a graph")
struct EditingTests {
  /// Makes one edit that must fail, and looks that nothing has changed.
  private func refused(
    _ graph: PropertyGraph, _ error: GraphEditingError, _ text: String,
    _ edit: (inout PropertyGraph) throws -> Void
  ) {
    var edited = graph
    #expect(throws: error) { try edit(&edited) }
    #expect(error.description == text)
    #expect(dump(edited) == dump(graph))
    #expect(edited.isEdited == graph.isEdited)
    #expect(edited.checkInvariants() == [])
  }

  @Test("insert nodes and edges")
  func insert() throws {
    var graph = try SampleGraph.graph()
    let norway = try graph.insertNode(
      labels: ["State", "Kingdom", "State"], key: "norway",
      properties: ["name": .string("Norway"), "gone": .null, "since": partial("1905-06-07")],
      names: [NodeName("Norge", kind: .translation, language: "nb")])
    #expect(norway == node(6))
    let covers = try graph.insertEdge(
      type: "COVERS", from: node(0), to: norway, identifier: "new",
      properties: ["weight": .integer(9), "until": partial("2010"), "gone": .null])
    let fresh = try graph.insertEdge(type: "VISITS", from: norway, to: norway)
    #expect([covers, fresh] == [edge(8), edge(9)])
    #expect(graph.isEdited)
    #expect(graph.nodeCount == 7)
    #expect(graph.edgeCount == 10)
    #expect(graph.node(key: "norway") == norway)
    #expect(graph.labels(of: norway) == ["Kingdom", "State"])
    #expect(graph.typeName(of: norway) == "Kingdom&State")
    #expect(graph.displayName(of: norway) == "Norway")
    #expect(graph.names(of: norway).map(\.text) == ["Norge"])
    #expect(graph.properties(of: norway).map(\.name) == ["name", "since"])
    #expect(graph.value(of: covers, named: "weight") == .integer(9))
    #expect(graph.value(of: covers, named: "gone") == nil)
    #expect(graph.identifier(of: covers) == "new")
    #expect(graph.identifier(of: fresh) == nil)
    #expect(graph.edgeTypeNames == ["BORDERS", "COVERS", "VISITS"])
    #expect(graph.type(of: covers) == EdgeTypeID(rawValue: 1))
    #expect(graph.type(of: fresh) == EdgeTypeID(rawValue: 2))
    #expect(graph.typeName(of: fresh) == "VISITS")
    #expect(graph.validity(of: covers).description == "1905-06-07 – 2010-12-31")
    #expect(graph.validity(of: fresh).description == "from 1905-06-07")
    #expect(graph.nodeTypeNames == ["Instrument&Programme", "State", "Kingdom&State"])
    #expect(graph.nodes(ofType: "Kingdom&State") == [norway])
    #expect(graph.checkInvariants() == [])
  }

  @Test("a second edge of a new type gets the same type number")
  func newEdgeTypes() throws {
    var graph = try SampleGraph.graph()
    let edges = try ["VISITS", "FUNDS", "VISITS", "COVERS"].map {
      try graph.insertEdge(type: $0, from: node(0), to: node(1))
    }
    #expect(edges.map { graph.type(of: $0).rawValue } == [2, 3, 2, 1])
    #expect(edges.map { graph.typeName(of: $0) } == ["VISITS", "FUNDS", "VISITS", "COVERS"])
    #expect(graph.edgeTypeNames == ["BORDERS", "COVERS", "VISITS", "FUNDS"])
  }

  @Test("insertions that are refused")
  func insertRefused() throws {
    let graph = try SampleGraph.graph()
    refused(graph, .duplicateKey("poland"), "two nodes would have the key 'poland'") {
      try $0.insertNode(labels: ["State"], key: "poland")
    }
    refused(graph, .noSuchNode(node(6)), "the graph has no node 6") {
      try $0.insertEdge(type: "E", from: node(0), to: node(6))
    }
    refused(graph, .noSuchNode(node(9)), "the graph has no node 9") {
      try $0.insertEdge(type: "E", from: node(9), to: node(6))
    }
    var edited = graph
    try edited.insertNode(labels: ["State"], key: "norway")
    refused(edited, .duplicateKey("norway"), "two nodes would have the key 'norway'") {
      try $0.insertNode(labels: [], key: "norway")
    }
    #expect(
      GraphEditingError.graphFull.description
        == "the graph holds as many nodes or edges as it can number")
  }

  @Test("set and remove properties, of the base's and of inserted ones")
  func properties() throws {
    var graph = try SampleGraph.graph()
    let added = try graph.insertNode(labels: ["State"], properties: ["a": .integer(1)])
    let link = try graph.insertEdge(
      type: "BORDERS", from: added, to: node(2), properties: ["a": .integer(1)])
    for subject in [node(2), added] {
      try graph.set("population", of: subject, to: .string("many"))
      try graph.set("new", of: subject, to: .integer(5))
      try graph.set("name", of: subject, to: .null)
      try graph.set("a", of: subject, to: .null)
      #expect(graph.value(of: subject, named: "population") == .string("many"))
      #expect(graph.value(of: subject, named: "name") == nil)
      #expect(graph.properties(of: subject).map(\.name) == ["new", "population"])
    }
    for subject in [edge(2), link] {
      try graph.set("weight", of: subject, to: .float(0.5))
      try graph.set("since", of: subject, to: .null)
      try graph.set("a", of: subject, to: .null)
      #expect(graph.properties(of: subject).map(\.name) == ["weight"])
      #expect(graph.value(of: subject, named: "weight") == .float(0.5))
    }
    #expect(graph.displayName(of: node(2)) == "austria")
    #expect(graph.displayName(of: added) == "#6")
    #expect(graph.checkInvariants() == [])
    refused(graph, .noSuchNode(node(7)), "the graph has no node 7") {
      try $0.set("x", of: node(7), to: .null)
    }
    refused(graph, .noSuchEdge(edge(9)), "the graph has no edge 9") {
      try $0.set("x", of: edge(9), to: .null)
    }
  }

  @Test("validity follows what edges and their ends say after edits")
  func validity() throws {
    var graph = try SampleGraph.graph()
    // Edge 2: from bomca (0) to austria (2), since 2000.
    #expect(graph.validity(of: edge(2)).description == "from 2000-01-01")
    try graph.set("since", of: node(2), to: partial("2005-03"))
    #expect(graph.validity(of: edge(2)).description == "from 2005-03-01")
    #expect(graph.ownValidity(of: edge(2)).description == "from 2000-01-01")
    try graph.set("until", of: node(0), to: partial("2004"))
    #expect(graph.validity(of: edge(2)).isEmpty)
    try graph.set("since", of: node(2), to: .null)
    #expect(graph.validity(of: edge(2)).description == "2000-01-01 – 2004-12-31")
    try graph.set("since", of: edge(2), to: .string("long ago"))
    #expect(graph.validity(of: edge(2)).description == "until 2004-12-31")
    try graph.set("since", of: edge(2), to: day(1999, 5, 6).map(Value.date) ?? .null)
    #expect(graph.validity(of: edge(2)).description == "1999-05-06 – 2004-12-31")
    #expect(graph.validity(of: node(0)).description == "until 2004-12-31")
    let compacted = try graph.compacted()
    #expect(dump(compacted).sorted() == dump(graph).sorted())
    #expect(compacted.checkInvariants() == [])
  }

  @Test("replace labels")
  func labels() throws {
    var graph = try SampleGraph.graph()
    let added = try graph.insertNode(labels: ["State"], key: "norway")
    for subject in [node(4), added] {
      try graph.setLabels(of: subject, to: ["Zone", "Area", "Zone"])
      #expect(graph.labels(of: subject) == ["Area", "Zone"])
      #expect(graph.typeName(of: subject) == "Area&Zone")
    }
    #expect(graph.nodes(ofType: "Area&Zone") == [node(4), added])
    #expect(graph.nodes(ofType: "State") == [node(2), node(3), node(5)])
    #expect(graph.nodeTypeNames == ["Instrument&Programme", "State", "Area&Zone"])
    try graph.setLabels(of: node(4), to: [])
    #expect(graph.typeName(of: node(4)) == "")
    #expect(graph.checkInvariants() == [])
    #expect(try graph.compacted().nodes(ofType: "Area&Zone").count == 1)
    refused(graph, .noSuchNode(node(7)), "the graph has no node 7") {
      try $0.setLabels(of: node(7), to: [])
    }
  }

  @Test("remove edges and nodes")
  func remove() throws {
    var graph = try SampleGraph.graph()
    try graph.remove(edge(3))
    #expect(!graph.contains(edge(3)))
    #expect(graph.edgeCount == 7)
    #expect(Array(graph.edges) == [0, 1, 2, 4, 5, 6, 7].map(edge))
    #expect(graph.edges(at: node(3)) == [edge(0), edge(4)])
    refused(graph, .noSuchEdge(edge(3)), "the graph has no edge 3") { try $0.remove(edge(3)) }
    // Node 5 has a loop (1), and edges 0, 6 and 7.
    refused(graph, .nodeStillHasEdges(node(5), count: 4), "node 5 still has 4 edges") {
      try $0.remove(node(5))
    }
    refused(graph, .nodeStillHasEdges(node(2), count: 1), "node 2 still has 1 edge") {
      try $0.remove(node(2))
    }
    try graph.remove(node(5), detaching: true)
    #expect(!graph.contains(node(5)))
    #expect(Array(graph.nodes) == [0, 1, 2, 3, 4].map(node))
    #expect(Array(graph.edges) == [2, 4, 5].map(edge))
    #expect(graph.nodeCount == 5)
    #expect(graph.edgeCount == 3)
    #expect(graph.nodeCapacity == 6)
    #expect(graph.node(key: "tajikistan") == nil)
    #expect(graph.degree(of: node(0)) == 3)
    #expect(graph.claimCount == 5)
    refused(graph, .noSuchNode(node(5)), "the graph has no node 5") { try $0.remove(node(5)) }
    refused(graph, .noSuchNode(node(5)), "the graph has no node 5") {
      try $0.insertEdge(type: "E", from: node(0), to: node(5))
    }
    try graph.remove(node(1))
    #expect(graph.checkInvariants() == [])
    let compacted = try graph.compacted()
    #expect(dump(compacted).sorted() == dump(graph).sorted())
    #expect(!compacted.isEdited)
  }

  @Test("a key is free again once its node is gone, as often as one likes")
  func reinsertion() throws {
    var graph = try SampleGraph.graph()
    try graph.remove(node(4), detaching: true)
    for round in 0..<3 {
      #expect(graph.node(key: "poland") == nil)
      let poland = try graph.insertNode(
        labels: ["State"], key: "poland", properties: ["round": .integer(Int64(round))])
      #expect(poland == node(6 + UInt32(round)))
      #expect(graph.node(key: "poland") == poland)
      #expect(graph.value(of: poland, named: "population") == nil)
      refused(graph, .duplicateKey("poland"), "two nodes would have the key 'poland'") {
        try $0.insertNode(labels: [], key: "poland")
      }
      try graph.insertEdge(type: "BORDERS", from: poland, to: node(2))
      #expect(graph.checkInvariants() == [])
      if round < 2 { try graph.remove(poland, detaching: true) }
    }
    let compacted = try graph.compacted()
    #expect(compacted.node(key: "poland").map { compacted.degree(of: $0) } == 1)
    #expect(compacted.checkInvariants() == [])
  }

  @Test("keys that only look the same are two keys in edits too")
  func oddKeys() throws {
    var builder = GraphBuilder()
    try builder.addNode(labels: ["N"], key: "\u{E9}")
    var graph = try builder.freeze()
    let decomposed = try graph.insertNode(labels: ["N"], key: "e\u{301}")
    #expect(graph.node(key: "\u{E9}") == node(0))
    #expect(graph.node(key: "e\u{301}") == decomposed)
    let angstrom = try graph.insertNode(labels: ["N"], key: "\u{212B}")
    let ring = try graph.insertNode(labels: ["N"], key: "\u{C5}")
    #expect(graph.node(key: "\u{212B}") == angstrom)
    #expect(graph.node(key: "\u{C5}") == ring)
    #expect(graph.checkInvariants() == [])
    #expect(try graph.compacted().nodeCount == 4)
  }

  @Test("claims are replaced, and go with the value they state")
  func claims() throws {
    var graph = try SampleGraph.graph()
    let citation = Citation(source: SourceID(rawValue: 0))
    let bomca = node(0)
    #expect(graph.source(SourceID(rawValue: 0)).key == "agency")
    try graph.setClaims(on: node(2), to: [Claim(citations: [citation])])
    try graph.setClaims(on: edge(2), to: [])
    #expect(graph.claims(on: node(2)) == [Claim(citations: [citation])])
    #expect(graph.claims(on: edge(2)) == [])
    #expect(graph.claimCount == 6)
    // The other claim states this value: both stay.
    try graph.set("budget", of: bomca, to: .integer(21_750_000))
    #expect(graph.claims(on: bomca).count == 2)
    try graph.set("name", of: bomca, to: .string("BOMCA 10"))
    #expect(graph.claims(on: bomca).count == 2)
    try graph.set("budget", of: bomca, to: .integer(1))
    #expect(graph.claims(on: bomca) == [])
    try graph.setClaims(
      on: edge(3),
      to: [Claim(citations: [citation]), Claim(property: "since", value: partial("2010"))])
    try graph.set("since", of: edge(3), to: .null)
    #expect(graph.claims(on: edge(3)) == [Claim(citations: [citation])])
    #expect(graph.checkInvariants() == [])
    #expect(try graph.compacted().checkInvariants() == [])
    refused(graph, .noSuchNode(node(6)), "the graph has no node 6") {
      try $0.setClaims(on: node(6), to: [])
    }
    refused(graph, .noSuchEdge(edge(8)), "the graph has no edge 8") {
      try $0.setClaims(on: edge(8), to: [])
    }
    let stray = [Claim(citations: [Citation(source: SourceID(rawValue: 2))])]
    refused(graph, .noSuchSource(SourceID(rawValue: 2)), "the graph has no source 2") {
      try $0.setClaims(on: node(0), to: stray)
    }
    refused(graph, .noSuchSource(SourceID(rawValue: 2)), "the graph has no source 2") {
      try $0.setClaims(on: edge(0), to: stray)
    }
  }

  @Test("an unedited graph is its own compaction")
  func nothingToCompact() throws {
    let graph = try SampleGraph.graph()
    #expect(try graph.compacted().storage === graph.storage)
  }
}

@Suite("Editing against a graph type")
struct TypedEditingTests {
  private func graph() throws -> PropertyGraph {
    var type = StrictType.graphType
    type.edgeTypes.removeAll { $0.label == "SIGNED" }
    var builder = GraphBuilder(graphType: type)
    let poland = try builder.addNode(
      type: "State", key: "poland", properties: [("iso", .string("PL"))])
    let agency = try builder.addNode(type: "Agency", key: "frontex")
    try builder.addEdge(
      type: "BORDERS", from: poland, to: agency, properties: [("length", .float(1))])
    return try builder.freeze()
  }

  private func refused(_ text: String, _ edit: (inout PropertyGraph) throws -> Void) throws {
    let before = try graph()
    var edited = before
    let error = #expect(throws: GraphEditingError.self) { try edit(&edited) }
    #expect(error?.description == text)
    #expect(dump(edited) == dump(before))
    #expect(!edited.isEdited)
  }

  @Test("nodes")
  func nodes() throws {
    try refused("no node type is called 'Stat'") { try $0.insertNode(labels: ["Stat"]) }
    try refused("node type 'Actor' is abstract: no node can be one") {
      try $0.insertNode(labels: ["Actor"])
    }
    try refused("'State' must have a property 'iso'") {
      try $0.insertNode(labels: ["State", "Actor"], properties: ["iso": .null])
    }
    try refused(
      "property 'codes' holds LIST<STRING>, got 1\n'empire' is not a value of 'kind', which is one"
        + " of: republic, monarchy\n'State' has no property 'x'\n'State' must have a property 'iso'"
    ) {
      try $0.insertNode(
        labels: ["State", "Actor"],
        properties: ["codes": .integer(1), "x": .integer(1), "kind": .string("empire")])
    }
    var edited = try graph()
    let france = try edited.insertNode(
      labels: ["State", "Actor"], key: "france", properties: ["iso": .string("FR")])
    #expect(edited.typeName(of: france) == "State")
    #expect(edited.nodes(ofType: "State").count == 2)
    #expect(edited.checkInvariants() == [])
  }

  @Test("edges")
  func edges() throws {
    try refused("no edge type is called 'KNOWS'") {
      try $0.insertEdge(type: "KNOWS", from: node(0), to: node(1))
    }
    try refused("'PARTY' cannot join Agency to State; it joins State to Treaty, Agency to Treaty") {
      try $0.insertEdge(type: "PARTY", from: node(0), to: node(1))
    }
    try refused("'BORDERS' must have a property 'length'") {
      try $0.insertEdge(type: "BORDERS", from: node(0), to: node(1))
    }
    try refused("property 'length' holds FLOAT, got 1\n'BORDERS' has no property 'x'") {
      try $0.insertEdge(
        type: "BORDERS", from: node(0), to: node(1),
        properties: ["length": .integer(1), "x": .integer(1)])
    }
  }

  @Test("properties")
  func properties() throws {
    // Node 0 is the agency, node 1 the state.
    try refused("'State' must have a property 'iso'") { try $0.set("iso", of: node(1), to: .null) }
    try refused("'PLN' does not match the pattern of 'iso': [A-Z]{2}") {
      try $0.set("iso", of: node(1), to: .string("PLN"))
    }
    try refused("'Agency' has no property 'iso'") {
      try $0.set("iso", of: node(0), to: .string("PL"))
    }
    try refused("'BORDERS' must have a property 'length'") {
      try $0.set("length", of: edge(0), to: .null)
    }
    try refused("property 'until' holds PARTIAL DATE, got 2020") {
      try $0.set("until", of: edge(0), to: .integer(2020))
    }
    var edited = try graph()
    try edited.set("iso", of: node(1), to: .string("PO"))
    try edited.set("kind", of: node(1), to: .null)
    try edited.set("until", of: edge(0), to: partial("2020"))
    #expect(edited.value(of: node(1), named: "iso") == .string("PO"))
    #expect(edited.checkInvariants() == [])
  }

  @Test("labels, by the properties and the edges that are there")
  func labels() throws {
    try refused("'Agency' has no property 'iso'") {
      try $0.setLabels(of: node(1), to: ["Agency", "Actor"])
    }
    try refused("'BORDERS' cannot join State to Treaty; it joins State to Agency") {
      try $0.setLabels(of: node(0), to: ["Treaty"])
    }
    try refused("no node type is called 'X'") { try $0.setLabels(of: node(0), to: ["X"]) }
    var edited = try graph()
    try edited.remove(edge(0))
    try edited.setLabels(of: node(0), to: ["Treaty"])
    #expect(edited.typeName(of: node(0)) == "Treaty")
    #expect(try edited.compacted().nodes(ofType: "Treaty").count == 1)
  }

  @Test("compaction finds what single edits cannot see")
  func compaction() throws {
    var edited = try graph()
    try edited.insertNode(labels: ["State", "Actor"], properties: ["iso": .string("PL")])
    let error = #expect(throws: GraphBuildingError.self) { try edited.compacted() }
    #expect(error?.description == "'iso' must be unique, and 'PL' occurs twice")
  }
}
