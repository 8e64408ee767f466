// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// The operators of the language, over values.
///
/// Null in any operand gives null, save where the three-valued logic knows better.
enum ValueOperators {}

extension ValueOperators {
  static func add(
    _ left: Value, _ right: Value, _ context: EvaluationContext
  ) throws(EvaluationProblem) -> Value { .null }
  static func subtract(
    _ left: Value, _ right: Value, _ context: EvaluationContext
  ) throws(EvaluationProblem) -> Value { .null }
  static func multiply(
    _ left: Value, _ right: Value, _ context: EvaluationContext
  ) throws(EvaluationProblem) -> Value { .null }
  static func divide(
    _ left: Value, _ right: Value, _ context: EvaluationContext
  ) throws(EvaluationProblem) -> Value { .null }
  static func remainder(
    _ left: Value, _ right: Value, _ context: EvaluationContext
  ) throws(EvaluationProblem) -> Value { .null }
  static func power(
    _ left: Value, _ right: Value, _ context: EvaluationContext
  ) throws(EvaluationProblem) -> Value { .null }
  static func negate(_ value: Value) throws(EvaluationProblem) -> Value { .null }
  /// The `||` of texts and lists.
  static func concatenate(
    _ left: Value, _ right: Value, _ context: EvaluationContext
  ) throws(EvaluationProblem) -> Value { .null }

  static func isIn(_ value: Value, _ list: Value) throws(EvaluationProblem) -> Bool? { nil }
  static func startsWith(_ text: Value, _ part: Value) -> Bool? { nil }
  static func endsWith(_ text: Value, _ part: Value) -> Bool? { nil }
  static func contains(_ text: Value, _ part: Value) -> Bool? { nil }
  static func matches(
    _ text: Value, _ pattern: Value, _ context: EvaluationContext
  ) throws(EvaluationProblem) -> Bool? { nil }

  static func property(
    _ name: String, of subject: Value, _ context: EvaluationContext
  ) throws(EvaluationProblem) -> Value { .null }
  static func element(
    at position: Value, of subject: Value, _ context: EvaluationContext
  ) throws(EvaluationProblem) -> Value { .null }
  static func slice(
    of subject: Value, from: Value?, to: Value?, _ context: EvaluationContext
  ) throws(EvaluationProblem) -> Value { .null }

  static func and(_ left: Value, _ right: Value) throws(EvaluationProblem) -> Value { .null }
  static func or(_ left: Value, _ right: Value) throws(EvaluationProblem) -> Value { .null }
  static func xor(_ left: Value, _ right: Value) throws(EvaluationProblem) -> Value { .null }
  static func not(_ value: Value) throws(EvaluationProblem) -> Value { .null }
}
