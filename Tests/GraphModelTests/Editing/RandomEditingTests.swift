// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import GraphModel

/// The same graph kept in the plainest way: dictionaries by number.
private struct ModelGraph {
  struct Node {
    var labels: [String]
    var key: String?
    var properties: [String: Value]
    var claims: [Claim] = []
  }

  struct Edge {
    var type: String
    var source: NodeID
    var target: NodeID
    var properties: [String: Value]
  }

  var nodes: [NodeID: Node] = [:]
  var edges: [EdgeID: Edge] = [:]

  func edges(at node: NodeID) -> Set<EdgeID> {
    Set(edges.filter { $0.value.source == node || $0.value.target == node }.keys)
  }

  /// The edges at each node, ascending; a loop comes twice when both directions are asked.
  func edgesByNode(_ direction: EdgeDirection) -> [NodeID: [EdgeID]] {
    var found: [NodeID: [EdgeID]] = [:]
    for (id, edge) in edges.sorted(by: { $0.key < $1.key }) {
      if direction != .incoming { found[edge.source, default: []].append(id) }
      if direction != .outgoing { found[edge.target, default: []].append(id) }
    }
    return found
  }

  func validity(_ properties: [String: Value]) -> DateInterval {
    DateInterval(
      start: properties["since"]?.dayBounds?.earliest, end: properties["until"]?.dayBounds?.latest)
  }

  func validity(of edge: Edge) -> DateInterval {
    let parts = [
      validity(edge.properties), validity(nodes[edge.source]?.properties ?? [:]),
      validity(nodes[edge.target]?.properties ?? [:]),
    ]
    return DateInterval(
      start: parts.compactMap(\.start).max(), end: parts.compactMap(\.end).min())
  }
}

@Suite("Random edits against a model of dictionaries")
struct RandomEditingTests {
  private let keys = (0..<40).map { "key-\($0)" }
  private let labels = [[], ["A"], ["B"], ["A", "B"], ["C"]]
  private let types = ["X", "Y", "Z", "W"]

  private func value(_ random: inout RepeatableRandom) -> Value {
    switch Int.random(in: 0..<6, using: &random) {
    case 0: .null
    case 1: .integer(Int64.random(in: 0..<5, using: &random))
    case 2: .string("s\(Int.random(in: 0..<3, using: &random))")
    case 3: .boolean(true)
    default: partial("\(Int.random(in: 1990..<2020, using: &random))")
    }
  }

  private func step(
    _ graph: inout PropertyGraph, _ model: inout ModelGraph, _ random: inout RepeatableRandom
  ) throws {
    let nodes = model.nodes.keys.sorted()
    let edges = model.edges.keys.sorted()
    // "since" only, so that no span ends before it starts and every compaction is allowed.
    let property = ["since", "a", "b", "c"][Int.random(in: 0..<4, using: &random)]
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<20:
      let key = Bool.random(using: &random) ? keys.randomElement(using: &random) : nil
      let labels = labels[Int.random(in: 0..<labels.count, using: &random)]
      let properties = [property: value(&random), "d": value(&random)]
      if let key, model.nodes.values.contains(where: { $0.key == key }) {
        #expect(throws: GraphEditingError.duplicateKey(key)) {
          try graph.insertNode(labels: labels, key: key, properties: properties)
        }
      } else {
        let node = try graph.insertNode(labels: labels, key: key, properties: properties)
        #expect(model.nodes[node] == nil)
        model.nodes[node] = .init(
          labels: labels, key: key, properties: properties.filter { $0.value.nonNull != nil })
      }
    case 20..<50:
      guard let source = nodes.randomElement(using: &random),
        let target = nodes.randomElement(using: &random)
      else { return }
      let type = types[Int.random(in: 0..<types.count, using: &random)]
      let properties = [property: value(&random)]
      let edge = try graph.insertEdge(
        type: type, from: source, to: target, properties: properties)
      #expect(model.edges[edge] == nil)
      model.edges[edge] = .init(
        type: type, source: source, target: target,
        properties: properties.filter { $0.value.nonNull != nil })
    case 50..<65:
      guard let node = nodes.randomElement(using: &random) else { return }
      let value = value(&random)
      try graph.set(property, of: node, to: value)
      model.nodes[node]?.properties[property] = value.nonNull
      model.nodes[node]?.claims.removeAll { $0.property == property && $0.value != value }
    case 65..<75:
      guard let edge = edges.randomElement(using: &random) else { return }
      let value = value(&random)
      try graph.set(property, of: edge, to: value)
      model.edges[edge]?.properties[property] = value.nonNull
    case 75..<80:
      guard let node = nodes.randomElement(using: &random) else { return }
      let labels = labels[Int.random(in: 0..<labels.count, using: &random)]
      try graph.setLabels(of: node, to: labels)
      model.nodes[node]?.labels = labels
    case 80..<85:
      guard let node = nodes.randomElement(using: &random),
        let stated = model.nodes[node]?.properties[property]
      else { return }
      let claims = [Claim(property: property, value: stated, note: "n")]
      try graph.setClaims(on: node, to: claims)
      model.nodes[node]?.claims = claims
    case 85..<93:
      guard let edge = edges.randomElement(using: &random) else { return }
      try graph.remove(edge)
      model.edges[edge] = nil
    default:
      guard let node = nodes.randomElement(using: &random) else { return }
      let attached = model.edges(at: node)
      if Bool.random(using: &random), !attached.isEmpty {
        #expect(throws: GraphEditingError.nodeStillHasEdges(node, count: attached.count)) {
          try graph.remove(node)
        }
      } else {
        try graph.remove(node, detaching: true)
        model.nodes[node] = nil
        for edge in attached { model.edges[edge] = nil }
      }
    }
  }

  private func compare(_ graph: PropertyGraph, _ model: ModelGraph) {
    #expect(graph.checkInvariants() == [])
    #expect(Array(graph.nodes) == model.nodes.keys.sorted())
    #expect(Array(graph.edges) == model.edges.keys.sorted())
    #expect(graph.nodeCount == model.nodes.count)
    #expect(graph.edgeCount == model.edges.count)
    for key in keys {
      #expect(graph.node(key: key) == model.nodes.first { $0.value.key == key }?.key)
    }
    for direction in EdgeDirection.allCases {
      let expected = model.edgesByNode(direction)
      for id in model.nodes.keys {
        #expect(graph.edges(at: id, direction: direction).sorted() == expected[id] ?? [])
        #expect(graph.degree(of: id, direction: direction) == (expected[id] ?? []).count)
      }
    }
    for (id, node) in model.nodes {
      #expect(graph.key(of: id) == node.key)
      #expect(graph.labels(of: id) == node.labels)
      #expect(graph.typeName(of: id) == node.labels.joined(separator: "&"))
      #expect(same(graph.properties(of: id), node.properties))
      #expect(graph.claims(on: id) == node.claims)
      #expect(graph.validity(of: id) == model.validity(node.properties))
      graph.forEachEdge(at: id) { edge, far in
        let ends = model.edges[edge].map { [$0.source, $0.target] } ?? []
        #expect(ends == [id, far] || ends == [far, id])
      }
    }
    for (id, edge) in model.edges {
      #expect(graph.typeName(of: id) == edge.type)
      #expect(graph.edgeTypeNames[Int(graph.type(of: id).rawValue)] == edge.type)
      #expect(graph.source(of: id) == edge.source)
      #expect(graph.target(of: id) == edge.target)
      #expect(same(graph.properties(of: id), edge.properties))
      #expect(graph.validity(of: id) == model.validity(of: edge))
    }
    for name in graph.nodeTypeNames {
      #expect(
        graph.nodes(ofType: name)
          == model.nodes.filter { $0.value.labels.joined(separator: "&") == name }.keys.sorted())
    }
  }

  private func same(_ found: [(name: String, value: Value)], _ expected: [String: Value]) -> Bool {
    found.map(\.name) == expected.keys.sorted()
      && found.allSatisfy { expected[$0.name] == $0.value }
  }

  /// The model's graph built anew, not by way of edits.
  private func rebuilt(_ model: ModelGraph) throws -> PropertyGraph {
    var builder = GraphBuilder()
    var handles: [NodeID: NodeHandle] = [:]
    for (id, node) in model.nodes.sorted(by: { $0.key < $1.key }) {
      let handle = try builder.addNode(
        labels: node.labels, key: node.key,
        properties: node.properties.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
      handles[id] = handle
      for claim in node.claims { builder.addClaim(claim, on: handle) }
    }
    for (_, edge) in model.edges.sorted(by: { $0.key < $1.key }) {
      try builder.addEdge(
        type: edge.type, from: #require(handles[edge.source]), to: #require(handles[edge.target]),
        properties: edge.properties.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    }
    return try builder.freeze()
  }

  @Test("thousands of steps, a comparison after each batch", arguments: [1, 2, 3] as [UInt64])
  func sequences(seed: UInt64) throws {
    var random = RepeatableRandom(seed: seed)
    var graph = PropertyGraph()
    var model = ModelGraph()
    for batch in 1...40 {
      for _ in 0..<40 { try step(&graph, &model, &random) }
      compare(graph, model)
      guard batch % 10 == 0 else { continue }
      let compacted = try graph.compacted()
      #expect(compacted.checkInvariants() == [])
      #expect(try dump(compacted) == dump(rebuilt(model)))
      // Go on from a base that has something in it. Its numbers differ, so the model is read anew.
      graph = compacted
      model = ModelGraph()
      for node in graph.nodes {
        model.nodes[node] = .init(
          labels: graph.labels(of: node), key: graph.key(of: node),
          properties: Dictionary(
            uniqueKeysWithValues: graph.properties(of: node).map { ($0.name, $0.value) }),
          claims: graph.claims(on: node))
      }
      for edge in graph.edges {
        model.edges[edge] = .init(
          type: graph.typeName(of: edge), source: graph.source(of: edge),
          target: graph.target(of: edge),
          properties: Dictionary(
            uniqueKeysWithValues: graph.properties(of: edge).map { ($0.name, $0.value) }))
      }
      compare(graph, model)
    }
  }
}
