// SPDX-License-Identifier: Apache-2.0

import GraphModel

extension ValueOperators {
  /// `left + right`: the sum of numbers and durations, a date or time that much later, texts and
  /// lists joined, a value put before or behind a list.
  ///
  /// Beside a text, numbers, booleans, dates, times and durations are taken as texts.
  static func add(
    _ left: Value, _ right: Value, _ context: EvaluationContext
  ) throws(EvaluationProblem) -> Value {
    switch (left, right) {
    case (.null, _), (_, .null): return .null
    case (.integer(let first), .integer(let second)):
      let (sum, overflow) = first.addingReportingOverflow(second)
      if overflow { throw .overflow("\(first) + \(second)") }
      return .integer(sum)
    case (.list, _), (_, .list): return try joined(left, right, context)
    case (.string, _), (_, .string): return try joinedText("+", left, right, context)
    case (.duration(let first), .duration(let second)):
      guard let sum = first.adding(second) else { throw .outOfTime("\(first) + \(second)") }
      return .duration(sum)
    case (_, .duration(let duration)):
      if let sum = try shifted(left, by: duration, { "\($0) + \($1)" }) { return sum }
    case (.duration(let duration), _):
      if let sum = try shifted(right, by: duration, { "\($1) + \($0)" }) { return sum }
    default:
      if let (first, second) = floats(left, right) { return .float(first + second) }
    }
    throw unaddable(left, right)
  }

  /// `left - right`: numbers, durations, and a date or time that much earlier.
  static func subtract(
    _ left: Value, _ right: Value, _ context: EvaluationContext
  ) throws(EvaluationProblem) -> Value {
    switch (left, right) {
    case (.null, _), (_, .null): return .null
    case (.integer(let first), .integer(let second)):
      let (difference, overflow) = first.subtractingReportingOverflow(second)
      if overflow { throw .overflow("\(first) - \(second)") }
      return .integer(difference)
    case (.duration(let first), .duration(let second)):
      guard let difference = first.subtracting(second) else {
        throw .outOfTime("\(first) - \(second)")
      }
      return .duration(difference)
    case (_, .duration(let duration)):
      guard let negated = duration.negated else {
        throw .outOfTime("\(left.text(.plain)) - \(duration)")
      }
      if let value = try shifted(left, by: negated, { text, _ in "\(text) - \(duration)" }) {
        return value
      }
    default:
      if let (first, second) = floats(left, right) { return .float(first - second) }
    }
    throw .operands(
      "-", take: "numbers, durations, or a date or time and a duration", not: left, and: right)
  }

  /// `left || right`: two texts or two lists joined.
  static func concatenate(
    _ left: Value, _ right: Value, _ context: EvaluationContext
  ) throws(EvaluationProblem) -> Value {
    switch (left, right) {
    case (.null, _), (_, .null): return .null
    case (.string, .string): return try joinedText("||", left, right, context)
    case (.list, .list): return try joined(left, right, context)
    default: throw .operands("||", take: "two strings or two lists", not: left, and: right)
    }
  }

  private static func unaddable(_ left: Value, _ right: Value) -> EvaluationProblem {
    .operands(
      "+", take: "numbers, strings, lists, durations, or a date or time and a duration", not: left,
      and: right)
  }

  /// A date or time moved by a duration; nil for anything else.
  ///
  /// - Parameter calculation: the text of it, for a message.
  private static func shifted(
    _ value: Value, by duration: CalendarDuration, _ calculation: (String, String) -> String
  ) throws(EvaluationProblem) -> Value? {
    let sum: Value?
    switch value {
    case .date(let date): sum = date.adding(duration).map(Value.date)
    case .partialDate(let date):
      // Only a date that is known to the day can be moved.
      sum =
        date.precision == .day ? date.earliest.adding(duration).map(Value.date) : .some(.null)
    case .localTime(let time): sum = .localTime(time.adding(duration))
    case .time(let time): sum = .time(time.adding(duration))
    case .localDateTime(let moment): sum = moment.adding(duration).map(Value.localDateTime)
    case .dateTime(let moment): sum = moment.adding(duration).map(Value.dateTime)
    default: return nil
    }
    guard let sum else {
      throw .outOfTime(calculation(value.text(.plain), duration.description))
    }
    return sum
  }

  /// A list with another list, or with a value before or behind it.
  private static func joined(
    _ left: Value, _ right: Value, _ context: EvaluationContext
  ) throws(EvaluationProblem) -> Value {
    switch (left, right) {
    case (.list(let first), .list(let second)):
      if first.isEmpty { return right }
      if second.isEmpty { return left }
      try context.requireRoom(list: first.count + second.count)
      return .list(first + second)
    case (.list(let first), _):
      try context.requireRoom(list: first.count + 1)
      return .list(first + [right])
    case (_, .list(let second)):
      try context.requireRoom(list: second.count + 1)
      return .list([left] + second)
    default:
      return .list([left, right])
    }
  }

  private static func joinedText(
    _ symbol: String, _ left: Value, _ right: Value, _ context: EvaluationContext
  ) throws(EvaluationProblem) -> Value {
    guard let first = left.scalarText, let second = right.scalarText else {
      throw unaddable(left, right)
    }
    try context.requireRoom(text: first.utf8.count + second.utf8.count)
    return .string(first + second)
  }
}

extension Value {
  /// The text of a value that has one in the language; nil for lists, maps, nodes, edges, paths and
  /// null.
  var scalarText: String? {
    switch self {
    case .string(let text): text
    case .boolean, .integer, .float, .date, .localTime, .time, .localDateTime, .dateTime,
      .duration, .partialDate:
      text(.plain)
    case .null, .list, .map, .node, .edge, .path: nil
    }
  }
}
