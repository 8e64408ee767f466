// SPDX-License-Identifier: Apache-2.0

import GraphAlgorithms
import GraphModel

/// A graph written as text: `a -COVERS-> b`, `a -COVERS 2001..2005-> b`, one edge a line. A node is
/// named `key` or `Type:key`; without a type it is a `State`. A line with a node alone adds it, and
/// `Type:key 2001..` dates it.
struct HandMadeGraph {
  var graph: PropertyGraph

  init(
    _ text: String, description: GraphDescription = GraphDescription(), graphType: GraphType? = nil
  ) throws {
    var builder = GraphBuilder(graphType: graphType, description: description)
    var handles: [String: NodeHandle] = [:]
    func dates(_ text: Substring?) -> [(name: String, value: Value)] {
      guard let text, let dots = text.firstRange(of: "..") else { return [] }
      var dates: [(name: String, value: Value)] = []
      if let since = PartialDate(text[..<dots.lowerBound]) {
        dates.append(("since", .partialDate(since)))
      }
      if let until = PartialDate(text[dots.upperBound...]) {
        dates.append(("until", .partialDate(until)))
      }
      return dates
    }
    func node(_ text: Substring, _ builder: inout GraphBuilder) throws -> NodeHandle {
      let words = text.split(separator: " ")
      let parts = words[0].split(separator: ":")
      let key = String(parts[parts.count - 1])
      if let known = handles[key] { return known }
      let handle = try builder.addNode(
        type: parts.count > 1 ? String(parts[0]) : "State", key: key,
        properties: [("name", .string(key))] + dates(words.dropFirst().first))
      handles[key] = handle
      return handle
    }
    for line in text.split(separator: "\n") {
      guard let arrow = line.firstRange(of: "-> ") else {
        _ = try node(line, &builder)
        continue
      }
      guard let dash = line.firstRange(of: " -") else { continue }
      let source = try node(line[..<dash.lowerBound], &builder)
      let target = try node(line[arrow.upperBound...], &builder)
      let words = line[dash.upperBound..<arrow.lowerBound].split(separator: " ")
      _ = try builder.addEdge(
        type: String(words[0]), from: source, to: target,
        properties: dates(words.dropFirst().first))
    }
    graph = try builder.freeze()
  }

  subscript(key: String) -> NodeID { graph.node(key: key) ?? NodeID(rawValue: .max) }

  /// A path as text: `a -COVERS-> b <-MEMBER_OF- c`.
  func text(_ path: GraphPath) -> String {
    var text = graph.key(of: path.nodes[0]) ?? "?"
    for (place, step) in path.steps.enumerated() {
      let type = graph.typeName(of: step.edge)
      text += step.isReversed ? " <-\(type)- " : " -\(type)-> "
      text += graph.key(of: path.nodes[place + 1]) ?? "?"
    }
    return text
  }
}
