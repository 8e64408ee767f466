// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

final class NotEvaluator: ConditionEvaluator {
  let operand: Evaluator

  init(_ operand: Evaluator, _ span: SourceSpan) {
    self.operand = operand
    super.init(span)
  }

  override func truth(_ frame: Frame) throws(QueryFault) -> Bool? {
    try operand.truth(frame).map { !$0 }
  }
}

/// `AND` of any number of conditions: false as soon as one is.
final class AndEvaluator: ConditionEvaluator {
  let operands: [Evaluator]

  init(_ operands: [Evaluator], _ span: SourceSpan) {
    self.operands = operands
    super.init(span)
  }

  override func truth(_ frame: Frame) throws(QueryFault) -> Bool? {
    var result: Bool? = true
    for operand in operands {
      switch try operand.truth(frame) {
      case false?: return false
      case nil: result = nil
      case true?: break
      }
    }
    return result
  }
}

/// `OR` of any number of conditions: true as soon as one is.
final class OrEvaluator: ConditionEvaluator {
  let operands: [Evaluator]

  init(_ operands: [Evaluator], _ span: SourceSpan) {
    self.operands = operands
    super.init(span)
  }

  override func truth(_ frame: Frame) throws(QueryFault) -> Bool? {
    var result: Bool? = false
    for operand in operands {
      switch try operand.truth(frame) {
      case true?: return true
      case nil: result = nil
      case false?: break
      }
    }
    return result
  }
}

final class ExclusiveOrEvaluator: ConditionEvaluator {
  let left: Evaluator
  let right: Evaluator

  init(_ left: Evaluator, _ right: Evaluator, _ span: SourceSpan) {
    self.left = left
    self.right = right
    super.init(span)
  }

  override func truth(_ frame: Frame) throws(QueryFault) -> Bool? {
    let first = try left.truth(frame)
    let second = try right.truth(frame)
    guard let first, let second else { return nil }
    return first != second
  }
}

final class ComparisonEvaluator: ConditionEvaluator {
  let comparison: ComparisonOperator
  let left: Evaluator
  let right: Evaluator

  init(
    _ comparison: ComparisonOperator, _ left: Evaluator, _ right: Evaluator, _ span: SourceSpan
  ) {
    self.comparison = comparison
    self.left = left
    self.right = right
    super.init(span)
  }

  override func truth(_ frame: Frame) throws(QueryFault) -> Bool? {
    let first = try left.value(frame)
    let second = try right.value(frame)
    return Self.compare(first, comparison, second)
  }

  static func compare(
    _ left: Value, _ comparison: ComparisonOperator, _ right: Value
  ) -> Bool? {
    switch comparison {
    case .equal: left.isEqual(to: right)
    case .notEqual: left.isEqual(to: right).map { !$0 }
    case .less: left.isLess(than: right)
    case .lessOrEqual: left.isLessOrEqual(to: right)
    case .greater: left.isGreater(than: right)
    case .greaterOrEqual: left.isGreaterOrEqual(to: right)
    }
  }
}

/// `IN`, `STARTS WITH` and their kin.
final class TextTestEvaluator: ConditionEvaluator {
  let symbol: BinaryOperator
  let left: Evaluator
  let right: Evaluator

  init(_ symbol: BinaryOperator, _ left: Evaluator, _ right: Evaluator, _ span: SourceSpan) {
    self.symbol = symbol
    self.left = left
    self.right = right
    super.init(span)
  }

  override func truth(_ frame: Frame) throws(QueryFault) -> Bool? {
    let first = try left.value(frame)
    let second = try right.value(frame)
    switch symbol {
    case .startsWith: return ValueOperators.startsWith(first, second)
    case .endsWith: return ValueOperators.endsWith(first, second)
    case .contains: return ValueOperators.contains(first, second)
    case .matches:
      return try located { () throws(EvaluationProblem) in
        try ValueOperators.matches(first, second, frame.run.context)
      }
    default:
      if case .list(let members) = second { try frame.run.charge(members.count) }
      return try located { () throws(EvaluationProblem) in
        try ValueOperators.isIn(first, second)
      }
    }
  }
}

/// `+`, `-` and their kin.
final class ArithmeticEvaluator: Evaluator {
  typealias Operation =
    (Value, Value, EvaluationContext) throws(EvaluationProblem) -> Value

  let operation: Operation
  let symbol: BinaryOperator
  let left: Evaluator
  let right: Evaluator

  init(_ symbol: BinaryOperator, _ left: Evaluator, _ right: Evaluator, _ span: SourceSpan) {
    self.symbol = symbol
    self.left = left
    self.right = right
    operation =
      switch symbol {
      case .subtract: ValueOperators.subtract
      case .multiply: ValueOperators.multiply
      case .divide: ValueOperators.divide
      case .remainder: ValueOperators.remainder
      case .power: ValueOperators.power
      case .concatenate: ValueOperators.concatenate
      default: ValueOperators.add
      }
    super.init(span)
  }

  override func value(_ frame: Frame) throws(QueryFault) -> Value {
    let first = try left.value(frame)
    let second = try right.value(frame)
    if case .integer(let first) = first, case .integer(let second) = second,
      let quick = quickResult(first, second)
    {
      return .integer(quick)
    }
    return try located { () throws(EvaluationProblem) in
      try operation(first, second, frame.run.context)
    }
  }

  /// Sums and products of integers that do not overflow.
  @inline(__always)
  private func quickResult(_ left: Int64, _ right: Int64) -> Int64? {
    let result: (partialValue: Int64, overflow: Bool)
    switch symbol {
    case .add: result = left.addingReportingOverflow(right)
    case .subtract: result = left.subtractingReportingOverflow(right)
    case .multiply: result = left.multipliedReportingOverflow(by: right)
    default: return nil
    }
    return result.overflow ? nil : result.partialValue
  }
}

final class NullTestEvaluator: ConditionEvaluator {
  let operand: Evaluator
  let isNegated: Bool

  init(_ operand: Evaluator, isNegated: Bool, _ span: SourceSpan) {
    self.operand = operand
    self.isNegated = isNegated
    super.init(span)
  }

  override func truth(_ frame: Frame) throws(QueryFault) -> Bool? {
    var isNull = false
    if case .null = try operand.value(frame) { isNull = true }
    return isNull != isNegated
  }
}
