// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

/// An operator that changes the graph. It takes in all rows before it changes anything, and hands
/// them on when it has changed everything, so no clause sees a change half done.
class WritingOperator: FollowingOperator {
  private var isDone = false
  private var answers: [Batch] = []
  private var position = 0

  override final func restart() {
    super.restart()
    isDone = false
    answers = []
    position = 0
  }

  override final func next() throws(QueryFault) -> Batch? {
    if !isDone {
      isDone = true
      var batches: [Batch] = []
      while let batch = try nextInput() {
        try run.reserve(64 * batch.count)
        batches.append(batch)
      }
      answers = try write(batches)
    }
    guard position < answers.count else { return nil }
    position += 1
    return answers[position - 1]
  }

  /// Makes the changes for all rows, and gives the rows that come of it.
  func write(_ batches: [Batch]) throws(QueryFault) -> [Batch] {
    preconditionFailure("every operator that writes does so")
  }
}

final class CreateOperator: WritingOperator {
  private let template: CreationTemplate
  private let frame: Frame

  init(_ run: Run, _ template: CreationTemplate, after input: Operator, kept: [Int]) {
    self.template = template
    frame = Frame(run)
    super.init(run, after: input, kept: kept)
  }

  override func write(_ batches: [Batch]) throws(QueryFault) -> [Batch] {
    var answers: [Batch] = []
    for batch in batches {
      frame.enter(batch)
      template.prepare(frame, count: batch.count)
      for row in 0..<batch.count {
        frame.row = row
        try template.create(frame)
      }
      answers.append(Batch(count: batch.count, columns: frame.columns))
    }
    return answers
  }
}

final class SetOperator: WritingOperator {
  private let template: SettingTemplate
  private let frame: Frame

  init(_ run: Run, _ template: SettingTemplate, after input: Operator, kept: [Int]) {
    self.template = template
    frame = Frame(run)
    super.init(run, after: input, kept: kept)
  }

  override func write(_ batches: [Batch]) throws(QueryFault) -> [Batch] {
    for batch in batches {
      frame.enter(batch)
      for row in 0..<batch.count {
        frame.row = row
        try template.apply(frame)
      }
    }
    return batches
  }
}

final class RemoveOperator: WritingOperator {
  private var items: [(item: BoundRemoveItem, subject: Evaluator)] = []
  private let frame: Frame

  init(
    _ run: Run, _ items: [BoundRemoveItem], evaluators: EvaluatorBuilder, after input: Operator,
    kept: [Int]
  ) throws(QueryFault) {
    for item in items {
      self.items.append((item, try evaluators.evaluator(item.subject)))
    }
    frame = Frame(run)
    super.init(run, after: input, kept: kept)
  }

  override func write(_ batches: [Batch]) throws(QueryFault) -> [Batch] {
    for batch in batches {
      frame.enter(batch)
      for row in 0..<batch.count {
        frame.row = row
        for (item, subject) in items {
          let element = try subject.value(frame)
          switch item {
          case .property(_, let name):
            try run.set(name, of: element, to: .null, subject.span)
          case .labels(_, let labels):
            try run.setLabels(of: element, adding: [], removing: labels, subject.span)
          }
        }
      }
    }
    return batches
  }
}

/// Deletes edges before nodes; that a node has no edges left is checked when all rows are seen.
final class DeleteOperator: WritingOperator {
  private let targets: [Evaluator]
  private let isDetaching: Bool
  private let frame: Frame

  init(
    _ run: Run, _ targets: [Evaluator], isDetaching: Bool, after input: Operator, kept: [Int]
  ) {
    self.targets = targets
    self.isDetaching = isDetaching
    frame = Frame(run)
    super.init(run, after: input, kept: kept)
  }

  override func write(_ batches: [Batch]) throws(QueryFault) -> [Batch] {
    var nodes: [(node: NodeID, span: SourceSpan)] = []
    var edges: [(edge: EdgeID, span: SourceSpan)] = []
    func add(_ value: Value, _ span: SourceSpan) throws(QueryFault) {
      switch value {
      case .null: break
      case .node(let node): nodes.append((node, span))
      case .edge(let edge): edges.append((edge, span))
      case .path(let path):
        nodes += path.nodes.map { ($0, span) }
        edges += path.edges.map { ($0, span) }
      case .list(let members):
        for member in members { try add(member, span) }
      default: throw ExecutionMessages.notElement("DELETE", StaticType(of: value), span)
      }
    }
    for batch in batches {
      frame.enter(batch)
      for row in 0..<batch.count {
        frame.row = row
        for target in targets { try add(try target.value(frame), target.span) }
      }
    }
    for (edge, span) in edges { try run.delete(edge, span) }
    for (node, span) in nodes { try run.delete(node, detaching: isDetaching, span) }
    return batches
  }
}
