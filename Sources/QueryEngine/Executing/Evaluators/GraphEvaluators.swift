// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

final class PropertyEvaluator: Evaluator {
  let subject: Evaluator
  let name: String

  init(_ subject: Evaluator, _ name: String, _ span: SourceSpan) {
    self.subject = subject
    self.name = name
    super.init(span)
  }

  override func value(_ frame: Frame) throws(QueryFault) -> Value {
    let subject = try subject.value(frame)
    return try located { () throws(EvaluationProblem) in
      try ValueOperators.property(name, of: subject, frame.run.context)
    }
  }
}

/// A property of a node or edge whose number lies in a slot.
///
/// Without edits, the column of the property is found once for each type.
final class SlotPropertyEvaluator: Evaluator {
  let slot: Int
  let name: String
  private let reader: PropertyReader

  init(_ slot: Int, _ name: String, _ run: Run, _ span: SourceSpan) {
    self.slot = slot
    self.name = name
    reader = PropertyReader(name, run.context.graph.storage)
    super.init(span)
  }

  override func value(_ frame: Frame) throws(QueryFault) -> Value {
    let run = frame.run
    if !run.isEdited {
      switch frame.columns[slot].kind {
      case .node:
        let node = frame.columns[slot].node(at: frame.row)
        return node == Column.none ? .null : reader.value(ofNode: node)
      case .edge:
        let edge = frame.columns[slot].edge(at: frame.row)
        return edge == Column.none ? .null : reader.value(ofEdge: edge)
      default: break
      }
    }
    let subject = frame.columns[slot].value(at: frame.row)
    return try located { () throws(EvaluationProblem) in
      try ValueOperators.property(name, of: subject, run.context)
    }
  }
}

/// Reads one property of nodes and edges straight from the columns of a graph at rest.
struct PropertyReader {
  let storage: GraphStorage
  private let nodeColumns: [PropertyColumn?]
  private let edgeColumns: [PropertyColumn?]

  init(_ name: String, _ storage: GraphStorage) {
    self.storage = storage
    guard let property = storage.propertyNames.firstIndex(of: name) else {
      nodeColumns = []
      edgeColumns = []
      return
    }
    nodeColumns = storage.nodeTypes.map { $0.columns.first { $0.property == property } }
    edgeColumns = storage.edgeTypes.map { $0.columns.first { $0.property == property } }
  }

  func value(ofNode node: UInt32) -> Value {
    guard !nodeColumns.isEmpty else { return .null }
    let type = storage.nodeType(of: node)
    guard let column = nodeColumns[type] else { return .null }
    let row = Int(node - storage.nodeTypes[type].firstNode)
    return column.value(ofRow: row, strings: storage.strings) ?? .null
  }

  func value(ofEdge edge: UInt32) -> Value {
    guard !edgeColumns.isEmpty else { return .null }
    let type = storage.edgeType(of: edge)
    guard let column = edgeColumns[type] else { return .null }
    let row = Int(edge - storage.edgeTypes[type].firstEdge)
    return column.value(ofRow: row, strings: storage.strings) ?? .null
  }

  /// The column of a node type, where nodes of the type have the property.
  func column(ofNodeType type: Int) -> PropertyColumn? {
    nodeColumns.isEmpty ? nil : nodeColumns[type]
  }
}

final class LabelTestEvaluator: ConditionEvaluator {
  let subject: Evaluator
  let test: LabelTest

  init(_ subject: Evaluator, _ test: LabelTest, _ span: SourceSpan) {
    self.subject = subject
    self.test = test
    super.init(span)
  }

  override func truth(_ frame: Frame) throws(QueryFault) -> Bool? {
    let subject = try subject.value(frame)
    let context = frame.run.context
    switch subject {
    case .null: return nil
    case .node(let node):
      guard context.graph.contains(node) else { throw ExecutionMessages.deletedEnd(span) }
      return test.holds(for: context.graph.labels(of: node))
    case .edge(let edge): return test.holds(for: [context.graph.typeName(of: edge)])
    default: throw ExecutionMessages.notElement("a label test", StaticType(of: subject), span)
    }
  }
}

/// A path of the nodes and edges that a pattern has found.
final class PathEvaluator: Evaluator {
  let parts: BoundPathParts

  init(_ parts: BoundPathParts, _ span: SourceSpan) {
    self.parts = parts
    super.init(span)
  }

  override func value(_ frame: Frame) throws(QueryFault) -> Value {
    let graph = frame.run.context.graph
    let start = frame.columns[parts.start].node(at: frame.row)
    guard start != Column.none else { return .null }
    var nodes = [NodeID(rawValue: start)]
    var edges: [EdgeID] = []
    func walk(_ edge: EdgeID) {
      let source = graph.source(of: edge)
      let last = nodes[nodes.count - 1]
      edges.append(edge)
      nodes.append(source == last ? graph.target(of: edge) : source)
    }
    for part in parts.parts {
      switch part {
      case .edge(let slot):
        let edge = frame.columns[slot].edge(at: frame.row)
        guard edge != Column.none else { return .null }
        walk(EdgeID(rawValue: edge))
      case .edges(let slot):
        guard case .list(let list) = frame.columns[slot].value(at: frame.row) else {
          return .null
        }
        for case .edge(let edge) in list { walk(edge) }
      }
    }
    return .path(PathValue(nodes: nodes, edges: edges))
  }
}

/// Whether two slots hold different edges, or lists of edges without a common one.
final class DisjointEvaluator: ConditionEvaluator {
  let first: Int
  let second: Int

  init(_ first: Int, _ second: Int, _ span: SourceSpan) {
    self.first = first
    self.second = second
    super.init(span)
  }

  override func truth(_ frame: Frame) throws(QueryFault) -> Bool? {
    let mine = frame.edges(in: first)
    return !frame.edges(in: second).contains { mine.contains($0) }
  }
}

extension Frame {
  /// The edge of a slot, or the edges of the list in it.
  func edges(in slot: Int) -> [UInt32] {
    let edge = columns[slot].edge(at: row)
    if edge != Column.none { return [edge] }
    guard case .list(let members) = columns[slot].value(at: row) else { return [] }
    return members.compactMap { member in
      if case .edge(let edge) = member { edge.rawValue } else { nil }
    }
  }
}
