// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

extension Run {
  /// Makes one edit, and notes what it touches.
  private func edit<Result>(
    at span: SourceSpan?,
    _ body: (inout PropertyGraph) throws(GraphEditingError) -> Result
  ) throws(QueryFault) -> Result {
    do {
      let result = try body(&context.graph)
      noteEdit()
      return result
    } catch {
      throw ExecutionMessages.refused(error, span)
    }
  }

  func createNode(
    labels: [String], properties: [String: Value], _ span: SourceSpan
  ) throws(QueryFault) -> NodeID {
    try charge(1)
    try reserve(128 + properties.count * 64)
    let node = try edit(at: span) { (graph: inout PropertyGraph) throws(GraphEditingError) in
      try graph.insertNode(labels: labels, properties: properties)
    }
    changes.touch(node)
    return node
  }

  func createEdge(
    type: String, from source: UInt32, to target: UInt32, properties: [String: Value],
    _ span: SourceSpan
  ) throws(QueryFault) -> EdgeID {
    guard source != Column.none, target != Column.none else {
      throw ExecutionMessages.missingEnd(span)
    }
    try charge(1)
    try reserve(128 + properties.count * 64)
    let edge = try edit(at: span) { (graph: inout PropertyGraph) throws(GraphEditingError) in
      try graph.insertEdge(
        type: type, from: NodeID(rawValue: source), to: NodeID(rawValue: target),
        properties: properties)
    }
    changes.touch(edge)
    return edge
  }

  /// Sets a property of a node or an edge; null removes it, and does nothing to null.
  func set(
    _ name: String, of subject: Value, to value: Value, _ span: SourceSpan
  ) throws(QueryFault) {
    try charge(1)
    try value.checkStorable(as: name, span)
    switch subject {
    case .null: return
    case .node(let node):
      try edit(at: span) { (graph: inout PropertyGraph) throws(GraphEditingError) in
        try graph.set(name, of: node, to: value)
      }
      changes.touch(node)
    case .edge(let edge):
      try edit(at: span) { (graph: inout PropertyGraph) throws(GraphEditingError) in
        try graph.set(name, of: edge, to: value)
      }
      changes.touch(edge)
    default: throw ExecutionMessages.notElement("SET", StaticType(of: subject), span)
    }
  }

  /// Gives a node labels, or takes them away.
  func setLabels(
    of subject: Value, adding added: [String], removing removed: [String], _ span: SourceSpan
  ) throws(QueryFault) {
    switch subject {
    case .null: return
    case .node(let node):
      guard context.graph.contains(node) else { throw ExecutionMessages.deletedEnd(span) }
      try charge(1)
      let old = context.graph.labels(of: node)
      let labels = old.filter { !removed.contains($0) } + added.filter { !old.contains($0) }
      if labels == old { return }
      try edit(at: span) { (graph: inout PropertyGraph) throws(GraphEditingError) in
        try graph.setLabels(of: node, to: labels)
      }
      changes.touch(node)
    default: throw ExecutionMessages.notElement("a label", StaticType(of: subject), span)
    }
  }

  func delete(_ edge: EdgeID, _ span: SourceSpan?) throws(QueryFault) {
    guard context.graph.contains(edge) else { return }
    try charge(1)
    try edit(at: span) { (graph: inout PropertyGraph) throws(GraphEditingError) in
      try graph.remove(edge)
    }
    changes.touch(edge)
  }

  func delete(
    _ node: NodeID, detaching: Bool, _ span: SourceSpan?
  ) throws(QueryFault) {
    guard context.graph.contains(node) else { return }
    let edges = Set(context.graph.edges(at: node))
    try charge(edges.count + 1)
    guard detaching || edges.isEmpty else {
      throw ExecutionMessages.connectedNode(
        context.graph.displayName(of: node), edges.count, span)
    }
    for edge in edges { try delete(edge, span) }
    try edit(at: span) { (graph: inout PropertyGraph) throws(GraphEditingError) in
      try graph.remove(node)
    }
    changes.touch(node)
  }
}

extension Value {
  /// Refuses what no property can hold: maps, nodes, edges and paths, alone or in a list.
  func checkStorable(as name: String, _ span: SourceSpan) throws(QueryFault) {
    switch self {
    case .map, .node, .edge, .path:
      throw ExecutionMessages.propertyType(name, StaticType(of: self), span)
    case .list(let members):
      for member in members { try member.checkStorable(as: name, span) }
    default: break
    }
  }
}
