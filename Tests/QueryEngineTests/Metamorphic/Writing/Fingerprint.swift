// SPDX-License-Identifier: Apache-2.0

import GraphModel

extension PropertyGraph {
  /// All that is in the graph, whatever its numbers: nodes and edges with the property `id`.
  var fingerprint: [String] {
    func text(_ properties: [(name: String, value: Value)]) -> String {
      properties.map { "\($0.name): \($0.value.text(.literal))" }.sorted().joined(separator: ", ")
    }
    func node(_ node: NodeID) -> String {
      "(\(labels(of: node).joined(separator: ":")) {\(text(properties(of: node)))})"
    }
    let nodeTexts = nodes.map(node)
    let edgeTexts = edges.map { edge in
      "\(node(source(of: edge)))-[:\(typeName(of: edge)) {\(text(properties(of: edge)))}]->"
        + node(target(of: edge))
    }
    return nodeTexts.sorted() + edgeTexts.sorted()
  }

  var allLabels: Set<String> { Set(nodes.flatMap(labels(of:))) }

  /// Every property with its owner's number, which edits keep.
  var properties: Set<[Value]> {
    let ofNodes = nodes.flatMap { node in
      properties(of: node).map { [.node(node), .string($0.name), $0.value] }
    }
    let ofEdges = edges.flatMap { edge in
      properties(of: edge).map { [Value.edge(edge), .string($0.name), $0.value] }
    }
    return Set(ofNodes + ofEdges)
  }
}
