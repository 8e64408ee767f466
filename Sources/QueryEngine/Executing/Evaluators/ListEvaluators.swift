// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

/// What comprehensions, quantifiers and reductions have in common: a list that is walked.
class WalkingEvaluator: Evaluator {
  let list: Evaluator

  init(over list: Evaluator, _ span: SourceSpan) {
    self.list = list
    super.init(span)
  }

  /// The members of the list; nil when it is null.
  final func members(_ frame: Frame) throws(QueryFault) -> [Value]? {
    switch try list.value(frame) {
    case .null: return nil
    case .list(let members):
      try frame.run.charge(members.count)
      return members
    case let other: throw ExecutionMessages.notList(StaticType(of: other), list.span)
    }
  }
}

final class ComprehensionEvaluator: WalkingEvaluator {
  let local: Int
  let filter: Evaluator?
  let result: Evaluator?

  init(
    _ local: Int, over list: Evaluator, filter: Evaluator?, result: Evaluator?, _ span: SourceSpan
  ) {
    self.local = local
    self.filter = filter
    self.result = result
    super.init(over: list, span)
  }

  override func value(_ frame: Frame) throws(QueryFault) -> Value {
    guard let members = try members(frame) else { return .null }
    var values: [Value] = []
    var bytes = 0
    defer { frame.run.giveBack(bytes) }
    for member in members {
      frame.setLocal(local, member)
      if let filter, try filter.truth(frame) != true { continue }
      let value = try result?.value(frame) ?? member
      bytes += try frame.run.reserve(value, span)
      values.append(value)
    }
    return try frame.run.bounded(.list(values), span)
  }
}

final class QuantifierEvaluator: WalkingEvaluator {
  let quantifier: QuantifierExpression.Kind
  let local: Int
  let predicate: Evaluator?

  init(
    _ quantifier: QuantifierExpression.Kind, _ local: Int, over list: Evaluator,
    predicate: Evaluator?, _ span: SourceSpan
  ) {
    self.quantifier = quantifier
    self.local = local
    self.predicate = predicate
    super.init(over: list, span)
  }

  override func value(_ frame: Frame) throws(QueryFault) -> Value {
    guard let truth = try truth(frame) else { return .null }
    return .boolean(truth)
  }

  override func truth(_ frame: Frame) throws(QueryFault) -> Bool? {
    guard let members = try members(frame) else { return nil }
    var holding = 0
    var unknown = 0
    for member in members {
      frame.setLocal(local, member)
      let truth: Bool?
      if let predicate {
        truth = try predicate.truth(frame)
      } else if case .boolean(let value) = member {
        truth = value
      } else {
        truth = nil
      }
      switch (truth, quantifier) {
      case (true?, .any): return true
      case (true?, .none), (false?, .all): return false
      case (true?, .single) where holding == 1: return false
      case (true?, _): holding += 1
      case (nil, _): unknown += 1
      case (false?, _): break
      }
    }
    if unknown > 0 { return nil }
    switch quantifier {
    case .all, .none: return true
    case .any: return false
    case .single: return holding == 1
    }
  }
}

final class ReductionEvaluator: WalkingEvaluator {
  let accumulator: Int
  let initial: Evaluator
  let local: Int
  let step: Evaluator

  init(
    _ accumulator: Int, from initial: Evaluator, _ local: Int, over list: Evaluator,
    step: Evaluator, _ span: SourceSpan
  ) {
    self.accumulator = accumulator
    self.initial = initial
    self.local = local
    self.step = step
    super.init(over: list, span)
  }

  override func value(_ frame: Frame) throws(QueryFault) -> Value {
    guard let members = try members(frame) else { return .null }
    var result = try initial.value(frame)
    for member in members {
      frame.setLocal(accumulator, result)
      frame.setLocal(local, member)
      result = try step.value(frame)
    }
    return result
  }
}
