// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// Nodes that nothing joins, types that nothing is of, and edges that say the same twice.
extension DatasetLints {
  mutating func checkUse() {
    var isJoined = [Bool](repeating: false, count: facts.nodes.count)
    var edgeTypes: Set<String> = []
    func mark(_ entry: Int?) { if let entry { isJoined[entry] = true } }
    for (entry, node) in facts.nodes.enumerated() {
      for edge in node.edges {
        edgeTypes.insert(edge.type.text)
        mark(entry)
        mark(target(of: edge))
      }
    }
    for (from, edge) in facts.looseEdges {
      edgeTypes.insert(edge.type.text)
      mark(assembly.nodeIndex[from.text])
      mark(target(of: edge))
    }
    for (entry, node) in facts.nodes.enumerated() where !isJoined[entry] {
      findings.report(CheckMessages.isolatedNode(node.key.text), at: node.key.place)
    }
    checkTypes(edgeTypes: edgeTypes)
  }

  private mutating func checkTypes(edgeTypes: Set<String>) {
    // A dataset that does not load, or holds nothing yet, would have every type reported.
    guard let graphType = assembly.graphType, !facts.nodes.isEmpty else { return }
    let nodeTypes = Set(facts.nodes.map(\.type.text))
    for (position, type) in graphType.nodeTypes.enumerated()
    where !type.isAbstract && !nodeTypes.contains(type.name) {
      report(CheckMessages.unusedNodeType(type.name), at: .nodeType(position))
    }
    var reported: Set<String> = []
    for (position, type) in graphType.edgeTypes.enumerated()
    where !edgeTypes.contains(type.label) && reported.insert(type.label).inserted {
      report(CheckMessages.unusedEdgeType(type.label), at: .edgeType(position))
    }
  }

  private mutating func report(_ finding: Finding, at place: GraphTypeProblem.Place) {
    guard let location = assembly.graphTypePlaces?.location(of: place) else { return }
    findings.report([finding.diagnostic(at: location)])
  }

  // MARK: - Repeated edges

  /// Edges without a property of their own that join the same ends.
  mutating func checkRepeatedEdges() {
    for node in facts.nodes where node.edges.count > 1 {
      var known: [[String]: TextPlace] = [:]
      for edge in node.edges where edge.statements.isEmpty && edge.identifier == nil {
        let identity = [edge.type.text, edge.to.text]
        if let first = known[identity] {
          findings.report(
            CheckMessages.repeatedEdge(edge.type.text, to: edge.to.text), at: edge.to.place,
            notes: [("the first is here", first)])
        } else {
          known[identity] = edge.to.place
        }
      }
    }
  }
}
