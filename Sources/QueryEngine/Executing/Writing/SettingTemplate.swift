// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

/// What `SET` does for a row, item after item.
struct SettingTemplate {
  private enum Item {
    case property(subject: Evaluator, name: String, value: Evaluator)
    case properties(subject: Evaluator, value: Evaluator, isReplacing: Bool)
    case labels(subject: Evaluator, labels: [String])
  }

  private var items: [Item] = []

  var isEmpty: Bool { items.isEmpty }

  init(_ bound: [BoundSetItem], _ evaluators: EvaluatorBuilder) throws(QueryFault) {
    for item in bound {
      switch item {
      case .property(let subject, let name, let value):
        items.append(
          .property(
            subject: try evaluators.evaluator(subject), name: name,
            value: try evaluators.evaluator(value)))
      case .properties(let subject, let value, let isReplacing):
        items.append(
          .properties(
            subject: try evaluators.evaluator(subject), value: try evaluators.evaluator(value),
            isReplacing: isReplacing))
      case .labels(let subject, let labels):
        items.append(.labels(subject: try evaluators.evaluator(subject), labels: labels))
      }
    }
  }

  /// Does it for the row that the frame shows.
  func apply(_ frame: Frame) throws(QueryFault) {
    let run = frame.run
    for item in items {
      switch item {
      case .property(let subject, let name, let value):
        let element = try subject.value(frame)
        try run.set(name, of: element, to: try value.value(frame), value.span)
      case .labels(let subject, let labels):
        try run.setLabels(
          of: try subject.value(frame), adding: labels, removing: [], subject.span)
      case .properties(let subject, let value, let isReplacing):
        let element = try subject.value(frame)
        if case .null = element { continue }
        try apply(
          try value.value(frame), to: element, isReplacing: isReplacing, run, value.span)
      }
    }
  }

  private func apply(
    _ value: Value, to element: Value, isReplacing: Bool, _ run: Run, _ span: SourceSpan
  ) throws(QueryFault) {
    var entries: [(String, Value)] = []
    if value.nonNull != nil {
      guard let given = value.properties(in: run.context.graph) else {
        throw ExecutionMessages.notMap(StaticType(of: value), span)
      }
      entries = given
    } else if !isReplacing {
      return
    }
    if isReplacing, let old = element.properties(in: run.context.graph) {
      let names = Set(entries.map(\.0))
      for (name, _) in old where !names.contains(name) {
        try run.set(name, of: element, to: .null, span)
      }
    }
    for (name, value) in entries { try run.set(name, of: element, to: value, span) }
  }
}
