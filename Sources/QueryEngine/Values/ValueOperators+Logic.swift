// SPDX-License-Identifier: Apache-2.0

import GraphModel

extension ValueOperators {
  /// `left AND right`: false as soon as one side is, else null when one side is.
  static func and(_ left: Value, _ right: Value) throws(EvaluationProblem) -> Value {
    let (first, second) = (try truth(of: left, "AND"), try truth(of: right, "AND"))
    if first == false || second == false { return .boolean(false) }
    return first == nil || second == nil ? .null : .boolean(true)
  }

  /// `left OR right`: true as soon as one side is, else null when one side is.
  static func or(_ left: Value, _ right: Value) throws(EvaluationProblem) -> Value {
    let (first, second) = (try truth(of: left, "OR"), try truth(of: right, "OR"))
    if first == true || second == true { return .boolean(true) }
    return first == nil || second == nil ? .null : .boolean(false)
  }

  /// `left XOR right`: whether exactly one side is true, null when one side is null.
  static func xor(_ left: Value, _ right: Value) throws(EvaluationProblem) -> Value {
    let (first, second) = (try truth(of: left, "XOR"), try truth(of: right, "XOR"))
    guard let first, let second else { return .null }
    return .boolean(first != second)
  }

  /// `NOT value`.
  static func not(_ value: Value) throws(EvaluationProblem) -> Value {
    try truth(of: value, "NOT").map { .boolean(!$0) } ?? .null
  }

  /// A boolean as such, nil for null.
  ///
  /// - Parameter symbol: who asks, for the message.
  static func truth(of value: Value, _ symbol: String) throws(EvaluationProblem) -> Bool? {
    switch value {
    case .boolean(let boolean): return boolean
    case .null: return nil
    default: throw .operand(symbol, takes: "booleans", not: value)
    }
  }

  /// `value IN list`: true when a member equals the value, else unknown when a comparison is.
  ///
  /// Linear in the list.
  static func isIn(_ value: Value, _ list: Value) throws(EvaluationProblem) -> Bool? {
    switch list {
    case .null: return nil
    case .list(let members):
      var isKnown = true
      for member in members {
        switch value.isEqual(to: member) {
        case true?: return true
        case false?: break
        case nil: isKnown = false
        }
      }
      return isKnown ? false : nil
    default:
      throw .operand("IN", takes: "a list on its right", not: list)
    }
  }
}
