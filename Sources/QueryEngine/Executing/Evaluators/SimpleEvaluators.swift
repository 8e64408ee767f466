// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

final class ConstantEvaluator: Evaluator {
  let constant: Value

  init(_ constant: Value, _ span: SourceSpan) {
    self.constant = constant
    super.init(span)
  }

  override func value(_ frame: Frame) throws(QueryFault) -> Value { constant }
}

final class SlotEvaluator: Evaluator {
  let slot: Int

  init(_ slot: Int, _ span: SourceSpan) {
    self.slot = slot
    super.init(span)
  }

  override func value(_ frame: Frame) throws(QueryFault) -> Value {
    frame.columns[slot].value(at: frame.row)
  }
}

final class LocalEvaluator: Evaluator {
  let local: Int

  init(_ local: Int, _ span: SourceSpan) {
    self.local = local
    super.init(span)
  }

  override func value(_ frame: Frame) throws(QueryFault) -> Value { frame.locals[local] }
}

final class ListEvaluator: Evaluator {
  let members: [Evaluator]

  init(_ members: [Evaluator], _ span: SourceSpan) {
    self.members = members
    super.init(span)
  }

  override func value(_ frame: Frame) throws(QueryFault) -> Value {
    var values: [Value] = []
    values.reserveCapacity(members.count)
    for member in members { values.append(try member.value(frame)) }
    return try frame.run.bounded(.list(values), span)
  }
}

final class MapEvaluator: Evaluator {
  let entries: [(key: String, value: Evaluator)]

  init(_ entries: [(key: String, value: Evaluator)], _ span: SourceSpan) {
    self.entries = entries
    super.init(span)
  }

  override func value(_ frame: Frame) throws(QueryFault) -> Value {
    var values: [(String, Value)] = []
    values.reserveCapacity(entries.count)
    for entry in entries { values.append((entry.key, try entry.value.value(frame))) }
    return try frame.run.bounded(.map(ValueMap(values)), span)
  }
}

/// `subject {.name, key: value, .*}`.
final class MapProjectionEvaluator: Evaluator {
  let subject: Evaluator
  let takesAll: Bool
  let entries: [(key: String, value: Evaluator)]

  init(
    _ subject: Evaluator, takesAll: Bool, _ entries: [(key: String, value: Evaluator)],
    _ span: SourceSpan
  ) {
    self.subject = subject
    self.takesAll = takesAll
    self.entries = entries
    super.init(span)
  }

  override func value(_ frame: Frame) throws(QueryFault) -> Value {
    let subject = try subject.value(frame)
    if case .null = subject { return .null }
    var values: [(String, Value)] = []
    if takesAll {
      guard let all = subject.properties(in: frame.run.context.graph) else {
        throw ExecutionMessages.notMap(StaticType(of: subject), span)
      }
      values = all
    }
    for entry in entries { values.append((entry.key, try entry.value.value(frame))) }
    return try frame.run.bounded(.map(ValueMap(values)), span)
  }
}

extension Value {
  /// The properties of a node or edge, or the entries of a map; nil for anything else.
  func properties(in graph: PropertyGraph) -> [(String, Value)]? {
    switch self {
    case .node(let node): graph.properties(of: node).map { ($0.name, $0.value) }
    case .edge(let edge): graph.properties(of: edge).map { ($0.name, $0.value) }
    case .map(let map): map.entries.map { ($0.key, $0.value) }
    default: nil
    }
  }
}

final class ElementEvaluator: Evaluator {
  let subject: Evaluator
  let position: Evaluator

  init(_ subject: Evaluator, _ position: Evaluator, _ span: SourceSpan) {
    self.subject = subject
    self.position = position
    super.init(span)
  }

  override func value(_ frame: Frame) throws(QueryFault) -> Value {
    let subject = try subject.value(frame)
    let position = try position.value(frame)
    return try located { () throws(EvaluationProblem) in
      try ValueOperators.element(at: position, of: subject, frame.run.context)
    }
  }
}

final class SliceEvaluator: Evaluator {
  let subject: Evaluator
  let from: Evaluator?
  let to: Evaluator?

  init(_ subject: Evaluator, from: Evaluator?, to: Evaluator?, _ span: SourceSpan) {
    self.subject = subject
    self.from = from
    self.to = to
    super.init(span)
  }

  override func value(_ frame: Frame) throws(QueryFault) -> Value {
    let subject = try subject.value(frame)
    let from = try from?.value(frame)
    let to = try to?.value(frame)
    return try located { () throws(EvaluationProblem) in
      try ValueOperators.slice(of: subject, from: from, to: to, frame.run.context)
    }
  }
}

final class SignEvaluator: Evaluator {
  let operand: Evaluator
  let isNegative: Bool

  init(_ operand: Evaluator, isNegative: Bool, _ span: SourceSpan) {
    self.operand = operand
    self.isNegative = isNegative
    super.init(span)
  }

  override func value(_ frame: Frame) throws(QueryFault) -> Value {
    let operand = try operand.value(frame)
    guard isNegative else { return operand }
    return try located { () throws(EvaluationProblem) in try ValueOperators.negate(operand) }
  }
}

final class CallEvaluator: Evaluator {
  let function: ScalarFunction
  let arguments: [Evaluator]

  init(_ function: ScalarFunction, _ arguments: [Evaluator], _ span: SourceSpan) {
    self.function = function
    self.arguments = arguments
    super.init(span)
  }

  override func value(_ frame: Frame) throws(QueryFault) -> Value {
    var values: [Value] = []
    values.reserveCapacity(arguments.count)
    for argument in arguments { values.append(try argument.value(frame)) }
    return try located { () throws(EvaluationProblem) in
      try function(values, frame.run.context)
    }
  }
}

final class ConditionalEvaluator: Evaluator {
  let subject: Evaluator?
  let branches: [(test: Evaluator, result: Evaluator)]
  let otherwise: Evaluator?

  init(
    _ subject: Evaluator?, _ branches: [(test: Evaluator, result: Evaluator)],
    _ otherwise: Evaluator?, _ span: SourceSpan
  ) {
    self.subject = subject
    self.branches = branches
    self.otherwise = otherwise
    super.init(span)
  }

  override func value(_ frame: Frame) throws(QueryFault) -> Value {
    let subject = try subject?.value(frame)
    for branch in branches {
      let isTaken: Bool?
      if let subject {
        isTaken = subject.isEqual(to: try branch.test.value(frame))
      } else {
        isTaken = try branch.test.truth(frame)
      }
      if isTaken == true { return try branch.result.value(frame) }
    }
    return try otherwise?.value(frame) ?? .null
  }
}
