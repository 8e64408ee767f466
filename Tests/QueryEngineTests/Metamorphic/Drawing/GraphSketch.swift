// SPDX-License-Identifier: Apache-2.0

import GraphModel
import GraphTestSupport

/// A small graph as plain lists, which can be built in several ways, shrunk, and read by evaluators
/// that share nothing with the engine.
///
/// Every node and edge has its own number as the property `id`, so that answers about differently
/// built graphs can be compared.
struct GraphSketch {
  struct Node {
    var labels: [String]
    var properties: [String: Value]
  }

  struct Edge {
    var type: String
    /// Positions in the list of nodes.
    var source: Int
    var target: Int
    var properties: [String: Value]
  }

  var nodes: [Node] = []
  var edges: [Edge] = []

  /// The graph, built at once.
  func frozen() throws -> PropertyGraph {
    var builder = GraphBuilder()
    var handles: [NodeHandle] = []
    for node in nodes {
      handles.append(
        try builder.addNode(labels: node.labels, properties: sorted(node.properties)))
    }
    for edge in edges {
      _ = try builder.addEdge(
        type: edge.type, from: handles[edge.source], to: handles[edge.target],
        properties: sorted(edge.properties))
    }
    return try builder.freeze()
  }

  /// The same graph as edits on top of another: some of its elements are in the base, wrongly or
  /// rightly; others are inserted; and some that it does not have are removed.
  func edited(_ random: inout SeededGenerator) throws -> PropertyGraph {
    var base = GraphBuilder()
    for number in 0..<Int.random(in: 0...2, using: &random) {
      _ = try base.addNode(labels: ["A", "Spare"], key: "spare\(number)")
    }
    for (position, node) in nodes.enumerated() where Bool.random(using: &random) {
      let isRight = Bool.random(using: &random)
      _ = try base.addNode(
        labels: isRight ? node.labels : ["B"], key: "node\(position)",
        properties: isRight
          ? sorted(node.properties) : [("p", .integer(1)), ("extra", .integer(2))]
      )
    }
    var graph = try base.freeze()
    var numbers: [NodeID] = []
    for (position, node) in nodes.enumerated() {
      if let known = graph.node(key: "node\(position)") {
        numbers.append(known)
        try graph.setLabels(of: known, to: node.labels)
        for (name, _) in graph.properties(of: known) {
          try graph.set(name, of: known, to: .null)
        }
        for (name, value) in sorted(node.properties) {
          try graph.set(name, of: known, to: value)
        }
      } else {
        numbers.append(try graph.insertNode(labels: node.labels, properties: node.properties))
      }
    }
    for edge in edges {
      let ends = (numbers[edge.source], numbers[edge.target])
      if Int.random(in: 0..<4, using: &random) == 0 {
        let spare = try graph.insertEdge(type: edge.type, from: ends.1, to: ends.0)
        try graph.remove(spare)
      }
      try graph.insertEdge(type: edge.type, from: ends.0, to: ends.1, properties: edge.properties)
    }
    for number in 0..<2 {
      guard let spare = graph.node(key: "spare\(number)") else { continue }
      if let first = numbers.first { try graph.insertEdge(type: "R", from: spare, to: first) }
      try graph.remove(spare, detaching: true)
    }
    return graph
  }

  private func sorted(_ properties: [String: Value]) -> [(name: String, value: Value)] {
    properties.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  // MARK: Shrinking

  /// The graphs with one edge, node or property less.
  var smaller: [GraphSketch] {
    var results: [GraphSketch] = []
    for position in nodes.indices {
      var sketch = self
      sketch.nodes.remove(at: position)
      sketch.edges = edges.filter { $0.source != position && $0.target != position }.map { edge in
        var moved = edge
        if moved.source > position { moved.source -= 1 }
        if moved.target > position { moved.target -= 1 }
        return moved
      }
      results.append(sketch)
    }
    for position in edges.indices {
      var sketch = self
      sketch.edges.remove(at: position)
      results.append(sketch)
    }
    for position in nodes.indices {
      for name in nodes[position].properties.keys.sorted() where name != "id" {
        var sketch = self
        sketch.nodes[position].properties[name] = nil
        results.append(sketch)
      }
    }
    for position in edges.indices {
      for name in edges[position].properties.keys.sorted() where name != "id" {
        var sketch = self
        sketch.edges[position].properties[name] = nil
        results.append(sketch)
      }
    }
    return results
  }

  /// The graph as a list of nodes and edges to read.
  var text: String {
    let lines =
      nodes.enumerated().map { position, node in
        "(n\(position)\(node.labels.map { ":\($0)" }.joined()) \(text(node.properties)))"
      }
      + edges.map { edge in
        "(n\(edge.source))-[:\(edge.type) \(text(edge.properties))]->(n\(edge.target))"
      }
    return lines.joined(separator: "\n")
  }

  private func text(_ properties: [String: Value]) -> String {
    "{"
      + sorted(properties).map { "\($0.name): \($0.value.text(.literal))" }.joined(separator: ", ")
      + "}"
  }
}
