// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// Functions of lists, and those that take any value.
enum ListFunctions {
  static let all: [ScalarFunction] = [
    ScalarFunction("coalesce", arity: 1...Int.max, of: [.any], acceptsNull: true) {
      arguments, _ in
      arguments.first { !$0.isNull } ?? .null
    },
    ScalarFunction("exists", of: [.any], gives: .boolean, acceptsNull: true) { arguments, _ in
      .boolean(!arguments[0].isNull)
    },
    ScalarFunction("size", of: [ArgumentKind(.list, .string, .map)], gives: .integer) {
      (arguments, context) throws(EvaluationProblem) in
      switch arguments[0] {
      case .list(let members): return .integer(Int64(members.count))
      case .map(let map): return .integer(Int64(map.count))
      case .string(let text): return .integer(Int64(text.unicodeScalars.count))
      case let value: throw .argument("size", takes: "a list, a string or a map", not: value)
      }
    },
    ScalarFunction("isEmpty", of: [ArgumentKind(.list, .string, .map)], gives: .boolean) {
      (arguments, context) throws(EvaluationProblem) in
      switch arguments[0] {
      case .list(let members): return .boolean(members.isEmpty)
      case .map(let map): return .boolean(map.isEmpty)
      case .string(let text): return .boolean(text.isEmpty)
      case let value: throw .argument("isEmpty", takes: "a list, a string or a map", not: value)
      }
    },
    ScalarFunction("head", of: [.list]) { (arguments, _) throws(EvaluationProblem) in
      try members(of: arguments[0], for: "head").first ?? .null
    },
    ScalarFunction("last", of: [.list]) { (arguments, _) throws(EvaluationProblem) in
      try members(of: arguments[0], for: "last").last ?? .null
    },
    ScalarFunction("tail", of: [.list], gives: .list) {
      (arguments, context) throws(EvaluationProblem) in
      let members = try members(of: arguments[0], for: "tail")
      try context.requireRoom(list: members.count)
      return .list(Array(members.dropFirst()))
    },
    ScalarFunction("reverse", of: [ArgumentKind(.list, .string)]) {
      (arguments, context) throws(EvaluationProblem) in
      switch arguments[0] {
      case .list(let members):
        try context.requireRoom(list: members.count)
        return .list(members.reversed())
      case .string(let text):
        // By characters as readers see them, so that an accent stays on its letter.
        try context.requireRoom(text: text.utf8.count)
        return .string(String(text.reversed()))
      case let value:
        throw .argument("reverse", takes: "a list or a string", not: value)
      }
    },
    ScalarFunction("range", arity: 2...3, of: [.any], gives: .list) {
      (arguments, context) throws(EvaluationProblem) in
      .list(try range(arguments, context))
    },
  ]

  private static func members(
    of value: Value, for function: String
  ) throws(EvaluationProblem) -> [Value] {
    guard case .list(let members) = value else {
      throw .argument(function, takes: "a list", not: value)
    }
    return members
  }

  /// The integers from the first to the second argument, both included, in steps of the third.
  private static func range(
    _ arguments: [Value], _ context: EvaluationContext
  ) throws(EvaluationProblem) -> [Value] {
    var numbers: [Int64] = []
    for argument in arguments {
      guard case .integer(let number) = argument else { throw .rangeArgument(argument) }
      numbers.append(number)
    }
    let (first, last, step) = (numbers[0], numbers[1], numbers.count > 2 ? numbers[2] : 1)
    if step == 0 { throw .rangeWithoutStep }
    guard step > 0 ? first <= last : first >= last else { return [] }
    // The distance of two 64-bit integers always fits without a sign.
    let distance =
      step > 0
      ? UInt64(bitPattern: last &- first) : UInt64(bitPattern: first &- last)
    let count = Int(clamping: distance / step.magnitude)
    try context.requireRoom(list: count < Int.max ? count + 1 : count)
    var members: [Value] = []
    members.reserveCapacity(count + 1)
    for index in 0...count {
      members.append(.integer(first &+ Int64(index) &* step))
    }
    return members
  }
}
