// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import GraphModel

@Suite("Graph types")
struct GraphTypeTests {
  private let diamond = GraphType(
    name: "Diamond",
    nodeTypes: [
      NodeType(
        name: "Root", isAbstract: true,
        properties: [
          PropertyDeclaration(name: "id", type: .string),
          PropertyDeclaration(name: "name", type: .any),
        ], key: ["id"]),
      NodeType(
        name: "Left", supertypes: ["Root"],
        properties: [PropertyDeclaration(name: "side", type: .string)]),
      NodeType(
        name: "Right", labels: ["R", "Wing"], supertypes: ["Root"],
        properties: [PropertyDeclaration(name: "side", type: .integer)], key: ["side"]),
      NodeType(name: "Leaf", supertypes: ["Left", "Right"]),
    ])

  @Test("inheritance: lineage, labels, properties and keys, nearest first")
  func inheritance() throws {
    let leaf = try #require(diamond.nodeType(named: "Leaf"))
    #expect(diamond.lineage(of: leaf).map(\.name) == ["Leaf", "Left", "Right", "Root"])
    #expect(diamond.allLabels(of: leaf) == ["Leaf", "Left", "R", "Root", "Wing"])
    #expect(
      diamond.allProperties(of: leaf).map { "\($0.name) \($0.type)" } == [
        "side STRING", "id STRING", "name ANY", "since PARTIAL DATE", "until PARTIAL DATE",
      ])
    #expect(diamond.key(of: leaf) == ["side"])
    let left = try #require(diamond.nodeType(named: "Left"))
    #expect(diamond.key(of: left) == ["id"])
    #expect(diamond.concreteNodeTypes.map(\.name) == ["Left", "Right", "Leaf"])
    #expect(diamond.nodeType(named: "Lea") == nil)
  }

  @Test("built-in properties of nodes and edges")
  func builtIn() {
    let edge = EdgeType(
      label: "E", from: [], to: [], properties: [PropertyDeclaration(name: "since", type: .date)])
    #expect(
      diamond.allProperties(of: edge).map { "\($0.name) \($0.type)" }
        == ["since DATE", "until PARTIAL DATE"])
    #expect(GraphType.builtInNodeProperties.map(\.name) == ["name", "since", "until"])
  }

  @Test("edge types by label, and ends")
  func edges() {
    let type = GraphType(
      name: "T",
      edgeTypes: [
        EdgeType(label: "E", from: ["A"], to: []),
        EdgeType(name: "second", label: "E", from: [], to: []),
        EdgeType(label: "F", from: [], to: []),
      ])
    #expect(type.edgeTypes(labelled: "E").map(\.name) == ["E", "second"])
    #expect(type.end([], admits: []))
    #expect(type.end(["A", "B"], admits: ["B", "C"]))
    #expect(!type.end(["A"], admits: ["B"]))
  }

  @Test("cardinalities")
  func cardinality() {
    #expect(Cardinality.any.description == "0..*")
    #expect(Cardinality(minimum: 1, maximum: 3).description == "1..3")
    #expect((0...4).filter { Cardinality(minimum: 1, maximum: 3).contains($0) } == [1, 2, 3])
    #expect(Cardinality(minimum: 2).contains(1_000_000))
  }

  @Test("a chain of ten thousand types is walked in no time, a cycle ends")
  func longChain() throws {
    let chain = GraphType(
      name: "Chain",
      nodeTypes: (0..<10_000).map {
        NodeType(name: "T\($0)", supertypes: ["T\(($0 + 1) % 10_000)"])
      })
    #expect(chain.lineage(of: chain.nodeTypes[5]).count == 10_000)
  }
}

@Suite("Problems of a graph type")
struct GraphTypeProblemTests {
  private func problems(
    nodes: [NodeType] = [], edges: [EdgeType] = []
  ) -> [String] {
    GraphType(name: "T", nodeTypes: nodes, edgeTypes: edges).problems().map {
      "\($0.place): \($0.description)"
    }
  }

  @Test("a sound type has none")
  func sound() {
    #expect(StrictType.graphType.problems() == [])
    #expect(GraphType(name: "Empty").problems() == [])
  }

  @Test("names: twice, unknown")
  func names() {
    #expect(
      problems(nodes: [
        NodeType(name: "A"), NodeType(name: "A", labels: ["Other"]),
        NodeType(name: "B", supertypes: ["A", "C"]),
      ]) == [
        "nodeType(1): node type 'A' is declared twice",
        "supertype(nodeType: 2, index: 1): no node type is called 'C'",
      ])
  }

  @Test("inheritance cycles are told from each type in them")
  func cycles() {
    #expect(
      problems(nodes: [NodeType(name: "A", supertypes: ["A"])])
        == ["supertype(nodeType: 0, index: 0): node type extends itself: A -> A"])
    let found = problems(nodes: [
      NodeType(name: "A", supertypes: ["B"]), NodeType(name: "B", supertypes: ["X", "C"]),
      NodeType(name: "C", supertypes: ["A"]), NodeType(name: "D", supertypes: ["A"]),
      NodeType(name: "X"),
    ])
    #expect(
      found == [
        "supertype(nodeType: 0, index: 0): node type extends itself: A -> B -> C -> A",
        "supertype(nodeType: 1, index: 1): node type extends itself: B -> C -> A -> B",
        "supertype(nodeType: 2, index: 0): node type extends itself: C -> A -> B -> C",
      ])
  }

  @Test("properties: twice, in conflict with an inherited one or between two of those")
  func properties() {
    let text = PropertyDeclaration(name: "p", type: .string)
    let number = PropertyDeclaration(name: "p", type: .integer)
    #expect(
      problems(nodes: [
        NodeType(name: "A", properties: [text]),
        NodeType(name: "B", supertypes: ["A"], properties: [number, number]),
        NodeType(name: "C", supertypes: ["A"], properties: [text]),
        NodeType(name: "D", properties: [number]),
        NodeType(name: "E", supertypes: ["A", "D"]),
        NodeType(name: "F", supertypes: ["E"]),
      ]) == [
        "nodeProperty(nodeType: 1, property: 1): property 'p' is declared twice",
        "nodeProperty(nodeType: 1, property: 0): property 'p' has another type in 'A', which this"
          + " type extends",
        "nodeProperty(nodeType: 1, property: 1): property 'p' has another type in 'A', which this"
          + " type extends",
        "nodeType(4): property 'p' has another type in 'D', which this type extends",
      ])
    #expect(
      problems(edges: [EdgeType(label: "E", from: [], to: [], properties: [text, text])])
        == ["edgeProperty(edgeType: 0, property: 1): property 'p' is declared twice"])
  }

  @Test("keys name declared properties, inherited or built in")
  func keys() {
    #expect(
      problems(nodes: [
        NodeType(name: "A", properties: [PropertyDeclaration(name: "p", type: .string)]),
        NodeType(name: "B", supertypes: ["A"], key: ["p", "name", "q"]),
      ]) == ["key(nodeType: 1, index: 2): key property 'q' is not declared"])
  }

  @Test("edges: ends, repetition, cardinality")
  func edges() {
    #expect(
      problems(
        nodes: [NodeType(name: "A", labels: ["L"])],
        edges: [
          EdgeType(label: "E", from: ["L", "A"], to: ["M"]),
          EdgeType(label: "F", from: ["L"], to: []),
          EdgeType(name: "again", label: "F", from: ["L"], to: []),
          EdgeType(
            label: "G", from: [], to: [], outgoing: Cardinality(minimum: 2, maximum: 1),
            incoming: Cardinality(minimum: 1, maximum: 0)),
        ]) == [
          "sourceLabel(edgeType: 0, index: 1): no node type carries the label 'A'",
          "targetLabel(edgeType: 0, index: 0): no node type carries the label 'M'",
          "edgeType(2): edge type 'again' is declared twice with the same ends",
          "edgeType(3): cardinality 2..1 allows no count",
          "edgeType(3): cardinality 1..0 allows no count",
        ])
  }

  @Test("patterns and enumerations")
  func patterns() throws {
    let reason = #expect(throws: TextPatternError.self) { try TextPattern("(") }
    #expect(
      problems(nodes: [
        NodeType(
          name: "A",
          properties: [
            PropertyDeclaration(name: "a", type: .string, pattern: "("),
            PropertyDeclaration(name: "b", type: .integer, pattern: "x"),
            PropertyDeclaration(name: "c", type: .list(.string), pattern: "x"),
            PropertyDeclaration(
              name: "d", type: .list(.integer), enumeration: [.integer(1), .string("x")]),
            PropertyDeclaration(name: "e", type: .integer, enumeration: [.float(1)]),
          ])
      ]) == [
        "nodeProperty(nodeType: 0, property: 0): pattern of 'a' does not compile: "
          + (reason?.description ?? "?"),
        "nodeProperty(nodeType: 0, property: 1): property 'b' has a pattern but does not hold text",
        "nodeProperty(nodeType: 0, property: 3): property 'd' cannot hold 'x', which its"
          + " enumeration lists",
        "nodeProperty(nodeType: 0, property: 4): property 'e' cannot hold 1.0, which its"
          + " enumeration lists",
      ])
  }
}
