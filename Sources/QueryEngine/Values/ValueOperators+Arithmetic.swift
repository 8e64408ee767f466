// SPDX-License-Identifier: Apache-2.0

import GraphModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension ValueOperators {
  /// `left * right`: numbers, and a duration with a number.
  static func multiply(
    _ left: Value, _ right: Value, _ context: EvaluationContext
  ) throws(EvaluationProblem) -> Value {
    switch (left, right) {
    case (.null, _), (_, .null): return .null
    case (.integer(let first), .integer(let second)):
      let (product, overflow) = first.multipliedReportingOverflow(by: second)
      if overflow { throw .overflow("\(first) * \(second)") }
      return .integer(product)
    case (.duration(let duration), .integer(let factor)),
      (.integer(let factor), .duration(let duration)):
      guard let product = duration.multiplied(by: factor) else {
        throw .outOfTime("\(duration) * \(factor)")
      }
      return .duration(product)
    case (.duration(let duration), .float(let factor)),
      (.float(let factor), .duration(let duration)):
      guard let product = duration.multiplied(by: factor) else {
        throw .outOfTime("\(duration) * \(Value.float(factor).text(.plain))")
      }
      return .duration(product)
    default:
      guard let (first, second) = floats(left, right) else {
        throw .operands("*", take: "numbers, or a duration and a number", not: left, and: right)
      }
      return .float(first * second)
    }
  }

  /// `left / right`: integers to an integer, rounded towards zero; a duration by a number.
  static func divide(
    _ left: Value, _ right: Value, _ context: EvaluationContext
  ) throws(EvaluationProblem) -> Value {
    switch (left, right) {
    case (.null, _), (_, .null): return .null
    case (.integer(let first), .integer(let second)):
      if second == 0 { throw .division("\(first) / 0") }
      let (quotient, overflow) = first.dividedReportingOverflow(by: second)
      if overflow { throw .overflow("\(first) / \(second)") }
      return .integer(quotient)
    case (.duration(let duration), .integer), (.duration(let duration), .float):
      let divisor = right.number ?? 0
      if divisor == 0 { throw .division("\(duration) / \(right.text(.plain))") }
      guard let quotient = duration.divided(by: divisor) else {
        throw .outOfTime("\(duration) / \(right.text(.plain))")
      }
      return .duration(quotient)
    default:
      guard let (first, second) = floats(left, right) else {
        throw .operands("/", take: "numbers, or a duration and a number", not: left, and: right)
      }
      return .float(first / second)
    }
  }

  /// `left % right`, with the sign of the left side.
  static func remainder(
    _ left: Value, _ right: Value, _ context: EvaluationContext
  ) throws(EvaluationProblem) -> Value {
    switch (left, right) {
    case (.null, _), (_, .null): return .null
    case (.integer(let first), .integer(let second)):
      if second == 0 { throw .division("\(first) % 0") }
      // The remainder of the smallest integer by -1 is zero, though its quotient overflows.
      return .integer(second == -1 ? 0 : first % second)
    default:
      guard let (first, second) = floats(left, right) else {
        throw .operands("%", take: "numbers", not: left, and: right)
      }
      return .float(fmod(first, second))
    }
  }

  /// `left ^ right`, always a float.
  static func power(
    _ left: Value, _ right: Value, _ context: EvaluationContext
  ) throws(EvaluationProblem) -> Value {
    if left.isNull || right.isNull { return .null }
    guard let (first, second) = floats(left, right) else {
      throw .operands("^", take: "numbers", not: left, and: right)
    }
    return .float(pow(first, second))
  }

  /// `-value`: a number, or a duration backwards.
  static func negate(_ value: Value) throws(EvaluationProblem) -> Value {
    switch value {
    case .null: return .null
    case .integer(let number):
      let (negated, overflow) = Int64(0).subtractingReportingOverflow(number)
      if overflow { throw .overflow("-(\(number))") }
      return .integer(negated)
    case .float(let number): return .float(-number)
    case .duration(let duration):
      guard let negated = duration.negated else { throw .outOfTime("-\(duration)") }
      return .duration(negated)
    default: throw .operand("-", takes: "a number or a duration", not: value)
    }
  }

  /// Both values as floats, nil when one is not a number.
  static func floats(_ left: Value, _ right: Value) -> (Double, Double)? {
    guard let first = left.number, let second = right.number else { return nil }
    return (first, second)
  }
}

extension Value {
  /// An integer or a float as a float, nil for anything else.
  var number: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .float(let number): number
    default: nil
    }
  }

  var isNull: Bool {
    if case .null = self { return true }
    return false
  }
}
