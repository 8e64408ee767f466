// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import GraphModel

@Suite("Building a graph")
struct GraphBuilderTests {
  @Test("the sample graph as text")
  func sample() throws {
    let expected = """
      (bomca:Instrument&Programme Instrument&Programme {budget=21650000,name='Border Management'} \
      ["BOMCA"] budget=21650000[agency],budget=21750000[register] always)
      (?:Instrument&Programme Instrument&Programme {} []  always)
      (austria:State State {name='AUSTRIA',population=30} []  always)
      (kazakhstan:State State {name='KAZAKHSTAN',population=10} []  always)
      (poland:State State {name='POLAND',population=20} []  always)
      (tajikistan:State State {name='TAJIKISTAN',population=0,since=partialdate('1991')} []  \
      from 1991-01-01)
      [kazakhstan-BORDERS->tajikistan - {}  from 1991-01-01]
      [tajikistan-BORDERS->tajikistan - {until=partialdate('2020')}  1991-01-01 – 2020-12-31]
      [bomca-COVERS->austria bomca-3 {since=partialdate('2000'),weight=3} =null[register@p. 3] \
      from 2000-01-01]
      [bomca-COVERS->kazakhstan - {since=partialdate('2010')}  from 2010-01-01]
      [bomca-COVERS->kazakhstan bomca-1 {since=partialdate('2002'),weight=1} \
      =null[register@p. 1] from 2002-01-01]
      [bomca-COVERS->poland bomca-2 {since=partialdate('2001'),weight=2} =null[register@p. 2] \
      from 2001-01-01]
      [bomca-COVERS->tajikistan bomca-0 {since=partialdate('2003'),weight=0} \
      =null[register@p. 0] from 2003-01-01]
      [?-COVERS->tajikistan - {}  from 1991-01-01]
      """
    #expect(try dump(SampleGraph.graph()) == expected.split(separator: "\n").map(String.init))
  }

  /// What to add, as data, so that it can be shuffled.
  private struct Recipe {
    var nodes: [(labels: [String], key: String, properties: [(name: String, value: Value)])] = []
    var edges: [(type: String, from: String, to: String, identifier: String)] = []

    init() {
      for number in 0..<60 {
        let labels = [["State"], ["Programme", "Instrument"], ["Area"]][number % 3]
        var properties: [(name: String, value: Value)] = []
        if number % 4 == 0 { properties.append(("rank", .integer(Int64(number)))) }
        if number % 29 == 0 { properties.append(("rare", .string("r\(number)"))) }
        if number % 5 == 0 { properties.append(("since", partial("\(1950 + number)"))) }
        nodes.append((labels, "node-\(number * 7919 % 1000)", properties))
      }
      var random = RepeatableRandom(seed: 11)
      for number in 0..<300 {
        edges.append(
          (
            ["COVERS", "BORDERS", "FUNDS", "A"][number % 4],
            nodes[Int.random(in: 0..<60, using: &random)].key,
            nodes[Int.random(in: 0..<6, using: &random)].key, "e\(number)"
          ))
      }
    }

    func graph() throws -> PropertyGraph {
      var builder = GraphBuilder()
      var handles: [String: NodeHandle] = [:]
      for node in nodes {
        handles[node.key] = try builder.addNode(
          labels: node.labels, key: node.key, properties: node.properties)
      }
      for edge in edges {
        let source = try #require(handles[edge.from])
        let target = try #require(handles[edge.to])
        _ = try builder.addEdge(
          type: edge.type, from: source, to: target, identifier: edge.identifier,
          properties: [("label", .string(edge.identifier))])
      }
      return try builder.freeze()
    }
  }

  @Test("numbers do not depend on the order of addition")
  func orderIndependence() throws {
    let recipe = Recipe()
    let expected = try recipe.graph()
    #expect(expected.checkInvariants() == [])
    let expectedEnds = expected.edges.map { [expected.source(of: $0), expected.target(of: $0)] }
    var random = RepeatableRandom(seed: 5)
    for _ in 0..<10 {
      var shuffled = recipe
      shuffled.nodes.shuffle(using: &random)
      shuffled.edges.shuffle(using: &random)
      let graph = try shuffled.graph()
      #expect(dump(graph) == dump(expected))
      #expect(graph.edges.map { [graph.source(of: $0), graph.target(of: $0)] } == expectedEnds)
      #expect(graph.storage.propertyNames == ["label", "rank", "rare", "since"])
    }
  }

  @Test("nodes are in order of type and key, those without a key last, as added")
  func nodeOrder() throws {
    var builder = GraphBuilder()
    for (labels, key) in [
      (["B"], "z"), (["A"], nil), (["B"], nil), (["A"], "y"), (["A"], "x"), (["B"], nil),
    ] as [([String], String?)] {
      try builder.addNode(
        labels: labels, key: key, properties: [("added", .integer(Int64(builder.nodeCount)))])
    }
    let graph = try builder.freeze()
    #expect(graph.nodes.map { graph.key(of: $0) } == ["x", "y", nil, "z", nil, nil])
    #expect(
      graph.nodes.map { graph.value(of: $0, named: "added") }
        == [4, 3, 1, 0, 2, 5].map { .integer($0) })
    #expect(graph.checkInvariants() == [])
  }

  @Test("nodes stay as added when that is asked for")
  func asAdded() throws {
    var builder = GraphBuilder(order: .asAdded)
    for key in ["b", "c", "a"] { try builder.addNode(labels: ["N"], key: key) }
    let graph = try builder.freeze()
    #expect(graph.nodes.map { graph.key(of: $0) } == ["b", "c", "a"])
    #expect(graph.node(key: "a") == node(2))
    #expect(graph.checkInvariants() == [])
  }

  @Test("what is refused at once, with its text, and leaves no trace")
  func refusals() throws {
    var builder = GraphBuilder()
    let first = try builder.addNode(labels: ["A"], key: "a")
    func expect(
      _ error: GraphBuildingError, _ text: String,
      _ add: (inout GraphBuilder) throws(GraphBuildingError) -> Void
    ) {
      #expect(throws: error) { try add(&builder) }
      #expect(error.description == text)
    }
    expect(.duplicateKey("a"), "two nodes have the key 'a'") {
      (builder) throws(GraphBuildingError) in
      try builder.addNode(labels: ["Other"], key: "a", properties: [("x", .integer(1))])
    }
    let stranger = NodeHandle(rawValue: 1)
    expect(.unknownNode(stranger), "node 1 was not added to this builder") {
      (builder) throws(GraphBuildingError) in
      try builder.addEdge(type: "E", from: first, to: stranger)
    }
    expect(.unknownNode(NodeHandle(rawValue: 7)), "node 7 was not added to this builder") {
      (builder) throws(GraphBuildingError) in
      try builder.addEdges(type: "E", from: [0, 7], to: [0, 0])
    }
    expect(.unequalColumns(type: "E"), "the columns given for 'E' differ in length") {
      (builder) throws(GraphBuildingError) in
      try builder.addEdges(type: "E", from: [0, 0], to: [0])
    }
    expect(.unequalColumns(type: "E"), "the columns given for 'E' differ in length") {
      (builder) throws(GraphBuildingError) in
      try builder.addEdges(type: "E", from: [0], to: [0], integers: [("w", [1, 2])])
    }
    expect(
      .duplicateColumn(type: "E", property: "w"), "two columns given for 'E' are called 'w'"
    ) { (builder) throws(GraphBuildingError) in
      try builder.addEdges(
        type: "E", from: [0], to: [0], integers: [("w", [1])],
        partialDates: [("w", [PartialDate(year: 2000)].compactMap { $0 })])
    }
    _ = try builder.addSource(Source(key: "s", title: "S"))
    expect(.duplicateSource("s"), "two sources have the key 's'") {
      (builder) throws(GraphBuildingError) in
      _ = try builder.addSource(Source(key: "s", title: "Other"))
    }
    let graph = try builder.freeze()
    #expect(graph.nodeTypeNames == ["A"])
    #expect(graph.edgeTypeNames == [])
    #expect(graph.storage.propertyNames == [])
    #expect(graph.checkInvariants() == [])
  }

  @Test("claims about or from what was never added")
  func strayClaims() throws {
    var builder = GraphBuilder()
    let first = try builder.addNode(labels: ["A"], key: "a")
    func expect(
      _ error: GraphBuildingError, _ text: String, _ add: (inout GraphBuilder) -> Void
    ) {
      var copy = builder
      add(&copy)
      #expect(throws: error) { try copy.freeze() }
      #expect(error.description == text)
    }
    expect(.unknownNode(NodeHandle(rawValue: 1)), "node 1 was not added to this builder") {
      $0.addClaim(Claim(), on: NodeHandle(rawValue: 1))
    }
    expect(.unknownEdge(EdgeHandle(rawValue: 0)), "edge 0 was not added to this builder") {
      $0.addClaim(Claim(), on: EdgeHandle(rawValue: 0))
    }
    expect(
      .unknownSource(SourceID(rawValue: 0)),
      "a claim cites source 0, which was not added to this builder"
    ) {
      $0.addClaim(Claim(citations: [Citation(source: SourceID(rawValue: 0))]), on: first)
    }
  }

  @Test("the remaining texts")
  func texts() {
    #expect(
      GraphBuildingError.tooMuchText.description
        == "the graph holds more than 4 GB of distinct text")
    #expect(
      GraphBuildingError.graphFull.description
        == "the graph holds as many nodes or edges as it can number")
    let violation = GraphViolation(
      subject: .node(NodeHandle(rawValue: 0)), kind: .unknownEdgeType("X"))
    #expect(
      GraphBuildingError.violations([violation, violation]).description
        == "no edge type is called 'X'\nno edge type is called 'X'")
  }

  @Test("many edges at once are the same as one by one")
  func bulk() throws {
    var random = RepeatableRandom(seed: 3)
    let count = 2000
    let sources = (0..<count).map { _ in UInt32.random(in: 0..<50, using: &random) }
    let targets = (0..<count).map { _ in UInt32.random(in: 0..<50, using: &random) }
    let weights = (0..<count).map { _ in Int64.random(in: .min...(.max), using: &random) }
    let dates = (0..<count).compactMap { _ in
      PartialDate(year: Int.random(in: 1900...2030, using: &random))
    }
    func nodes(_ builder: inout GraphBuilder) throws {
      for number in 0..<50 { try builder.addNode(labels: ["N\(number % 2)"], key: "\(number)") }
    }
    var bulk = GraphBuilder()
    try nodes(&bulk)
    try bulk.addEdges(
      type: "E", from: sources, to: targets, integers: [("weight", weights)],
      partialDates: [("since", dates)])
    try bulk.addEdges(type: "F", from: Array(sources[..<10]), to: Array(targets[..<10]))
    try bulk.addEdges(type: "F", from: Array(sources[10..<20]), to: Array(targets[10..<20]))
    try bulk.addEdges(type: "G", from: [], to: [])
    var single = GraphBuilder()
    try nodes(&single)
    for row in 0..<count {
      try single.addEdge(
        type: "E", from: NodeHandle(rawValue: sources[row]),
        to: NodeHandle(rawValue: targets[row]),
        properties: [("weight", .integer(weights[row])), ("since", .partialDate(dates[row]))])
    }
    for row in 0..<20 {
      try single.addEdge(
        type: "F", from: NodeHandle(rawValue: sources[row]),
        to: NodeHandle(rawValue: targets[row]))
    }
    #expect(bulk.edgeCount == 2020)
    // Columns go with a type's first edges only; single edges may follow with theirs.
    #expect(throws: GraphBuildingError.unequalColumns(type: "E")) {
      try bulk.addEdges(type: "E", from: [0], to: [0], integers: [("weight", [1])])
    }
    for builder in [0, 1] {
      let handle = NodeHandle(rawValue: 0)
      if builder == 0 {
        try bulk.addEdge(type: "E", from: handle, to: handle, properties: [("weight", .integer(5))])
      } else {
        try single.addEdge(
          type: "E", from: handle, to: handle, properties: [("weight", .integer(5))])
      }
    }
    let graph = try bulk.freeze()
    #expect(try dump(graph) == dump(single.freeze()))
    #expect(graph.edgeTypeNames == ["E", "F"])
    #expect(graph.checkInvariants() == [])
  }

  @Test("edges come by source, then target, then identifier, then addition")
  func parallelEdges() throws {
    var builder = GraphBuilder()
    let a = try builder.addNode(labels: ["N"], key: "a")
    let b = try builder.addNode(labels: ["N"], key: "b")
    for (from, to, identifier, order) in [
      (b, a, "z", 0), (a, b, "y", 1), (a, b, nil, 2), (a, b, "x", 3), (a, a, nil, 4),
      (a, b, nil, 5), (b, a, nil, 6),
    ] as [(NodeHandle, NodeHandle, String?, Int64)] {
      let edge = try builder.addEdge(
        type: "E", from: from, to: to, identifier: identifier,
        properties: [("order", .integer(order))])
      builder.addClaim(Claim(property: "order", value: .integer(order)), on: edge)
    }
    let graph = try builder.freeze()
    #expect(
      graph.edges.map { graph.value(of: $0, named: "order") }
        == [4, 2, 5, 3, 1, 6, 0].map { .integer($0) })
    #expect(graph.edges.map { graph.identifier(of: $0) } == [nil, nil, nil, "x", "y", nil, "z"])
    // The claims have followed their edges, or the values would not agree.
    #expect(graph.checkInvariants() == [])
    #expect(graph.claimCount == 7)
  }

  @Test("labels that join to the same text are two types")
  func joinedLabels() throws {
    for order in [0, 1] {
      var builder = GraphBuilder()
      let labels = [["A", "B"], ["A&B"]]
      for index in [order, 1 - order] {
        try builder.addNode(labels: labels[index], key: "\(index)")
      }
      let graph = try builder.freeze()
      #expect(graph.node(key: "0").map { graph.labels(of: $0) } == ["A", "B"])
      #expect(graph.node(key: "1").map { graph.labels(of: $0) } == ["A&B"])
      #expect(graph.nodes(ofType: "A&B").count == 2)
      #expect(graph.checkInvariants() == [])
    }
  }

  @Test("a name that is a type and a label that is not are kept apart, in any order")
  func nameAndLabel() throws {
    let type = GraphType(
      name: "T", isClosed: false,
      nodeTypes: [
        NodeType(name: "Actor", isAbstract: true), NodeType(name: "State", supertypes: ["Actor"]),
        NodeType(name: "Programme", labels: ["Instrument", "Programme"]),
      ])
    for isTypeFirst in [true, false] {
      var builder = GraphBuilder(graphType: type)
      if isTypeFirst { try builder.addNode(type: "State", key: "typed") }
      try builder.addNode(labels: ["State"], key: "labelled")
      if !isTypeFirst { try builder.addNode(type: "State", key: "typed") }
      try builder.addNode(labels: ["State", "Actor"], key: "both")
      try builder.addNode(labels: ["Programme", "Instrument", "Programme"], key: "programme")
      let graph = try builder.freeze()
      func labels(_ key: String) -> [String]? { graph.node(key: key).map { graph.labels(of: $0) } }
      func typeName(_ key: String) -> String? {
        graph.node(key: key).map { graph.typeName(of: $0) }
      }
      #expect(labels("typed") == ["Actor", "State"])
      #expect(labels("labelled") == ["State"])
      #expect(labels("both") == ["Actor", "State"])
      #expect(typeName("both") == "State")
      #expect(typeName("programme") == "Programme")
      #expect(graph.storage.nodeTypes.count == 3)
      #expect(graph.checkInvariants() == [])
    }
  }

  @Test("an empty graph, typed or not")
  func empty() throws {
    for graph in [try GraphBuilder().freeze(), PropertyGraph()] {
      #expect(graph.nodeCount == 0)
      #expect(graph.edgeCount == 0)
      #expect(Array(graph.nodes) == [])
      #expect(Array(graph.edges) == [])
      #expect(graph.node(key: "") == nil)
      #expect(graph.nodeTypeNames == [])
      #expect(graph.nodes(ofType: "X") == [])
      #expect(!graph.contains(node(0)))
      #expect(graph.storage.mergedAdjacency.neighbours.count == 0)
      #expect(graph.storage.edgeValidity == nil)
      #expect(graph.storage.nodeValidity == nil)
      #expect(graph.claimCount == 0)
    }
  }

  @Test("an empty key is a key, and keys that only look the same are two")
  func oddKeys() throws {
    var builder = GraphBuilder()
    try builder.addNode(labels: ["N"], key: "")
    try builder.addNode(labels: [], key: "\u{E9}")
    try builder.addNode(labels: ["N"], key: "e\u{301}")
    let graph = try builder.freeze()
    #expect(graph.node(key: "").map { graph.key(of: $0) } == "")
    #expect(graph.node(key: "\u{E9}") != graph.node(key: "e\u{301}"))
    #expect(graph.node(key: "\u{E9}").map { graph.labels(of: $0) } == [])
    #expect(graph.checkInvariants() == [])
  }
}
