// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

/// Nodes and edges to be created for a row.
struct CreationTemplate {
  private enum Element {
    case node(slot: Int, labels: [String], properties: Evaluator?, span: SourceSpan)
    case edge(BoundEdgeCreation, properties: Evaluator?)
  }

  private var elements: [Element] = []
  private let paths: [(slot: Int, evaluator: Evaluator)]

  /// The slots that are filled.
  let filled: [Int]

  init(_ create: BoundCreate, _ evaluators: EvaluatorBuilder) throws(QueryFault) {
    for element in create.elements {
      switch element {
      case .node(let slot, let labels, let properties, let span):
        elements.append(
          .node(
            slot: slot, labels: labels, properties: try evaluators.evaluator(properties),
            span: span))
      case .edge(let edge):
        elements.append(
          .edge(edge, properties: try evaluators.evaluator(edge.properties)))
      }
    }
    var paths: [(slot: Int, evaluator: Evaluator)] = []
    for path in create.paths {
      paths.append((path.slot, try evaluators.evaluator(path.item.expression)))
    }
    self.paths = paths
    filled = create.filled.sorted()
  }

  /// Makes room in the columns of a frame for what will be created.
  func prepare(_ frame: Frame, count: Int) {
    for slot in filled {
      var column = Column(frame.columns[slot].kind)
      column.append(contentsOf: Column(column.kind), count: count)
      frame.columns[slot] = column
    }
  }

  /// Creates everything for the row that the frame shows, and puts it into the columns.
  func create(_ frame: Frame) throws(QueryFault) {
    for element in elements {
      switch element {
      case .node(let slot, let labels, let properties, let span):
        let values = try Self.values(of: properties, frame)
        let node = try frame.run.createNode(labels: labels, properties: values, span)
        frame.columns[slot].numbers[frame.row] = node.rawValue
      case .edge(let edge, let properties):
        let values = try Self.values(of: properties, frame)
        let made = try frame.run.createEdge(
          type: edge.type, from: frame.columns[edge.source].node(at: frame.row),
          to: frame.columns[edge.target].node(at: frame.row), properties: values, edge.span)
        frame.columns[edge.slot].numbers[frame.row] = made.rawValue
      }
    }
    for path in paths {
      frame.columns[path.slot].values[frame.row] = try path.evaluator.value(frame)
    }
  }

  /// Refuses properties that are null: they could never be found again.
  func checkProperties(_ frame: Frame) throws(QueryFault) {
    for element in elements {
      let evaluator: Evaluator?
      switch element {
      case .node(_, _, let properties, _): evaluator = properties
      case .edge(_, let properties): evaluator = properties
      }
      guard let evaluator, case .map(let map) = try evaluator.value(frame) else { continue }
      for entry in map.entries where entry.value.nonNull == nil {
        throw ExecutionMessages.createdNothing(evaluator.span)
      }
    }
  }

  private static func values(
    of properties: Evaluator?, _ frame: Frame
  ) throws(QueryFault) -> [String: Value] {
    guard let properties else { return [:] }
    let value = try properties.value(frame)
    if case .null = value { return [:] }
    guard let entries = value.properties(in: frame.run.context.graph) else {
      throw ExecutionMessages.notMap(StaticType(of: value), properties.span)
    }
    var values: [String: Value] = [:]
    for (name, value) in entries where value.nonNull != nil {
      try value.checkStorable(as: name, properties.span)
      values[name] = value
    }
    return values
  }
}
