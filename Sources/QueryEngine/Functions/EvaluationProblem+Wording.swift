// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

/// All that functions and operators say when they have no value: what is wrong, with the user's own
/// value in single quotes, and what was expected.
extension EvaluationProblem {
  // MARK: Arguments

  /// An argument of a kind that the function has no use for.
  static func argument(
    _ function: String, takes expected: String, not value: Value
  ) -> EvaluationProblem {
    .init(
      .typeError, .invalidArgumentValue,
      "\(function)() takes \(expected), not \(described(value))")
  }

  static func negative(_ name: String, of function: String, _ number: Int64) -> EvaluationProblem {
    .init(
      .argumentError, .negativeIntegerArgument,
      "the \(name) of \(function)() must not be negative, got '\(number)'")
  }

  static func rangeArgument(_ value: Value) -> EvaluationProblem {
    .init(
      .argumentError, .invalidArgumentType, "range() takes integers, not \(described(value))")
  }

  static let rangeWithoutStep = EvaluationProblem(
    .argumentError, .numberOutOfRange, "the step of range() must not be '0'")

  static func percentile(_ value: Value) -> EvaluationProblem {
    .init(
      .argumentError, .numberOutOfRange,
      "a percentile is a number from 0 to 1, not \(described(value))")
  }

  static func roundingMode(_ mode: String, expected: [String]) -> EvaluationProblem {
    .init(
      .argumentError, .invalidArgumentValue,
      "round() knows no mode '\(excerpt(mode))'; known are \(expected.joined(separator: ", "))")
  }

  static func normalForm(_ form: String) -> EvaluationProblem {
    .init(
      .argumentError, .invalidArgumentValue,
      "normalize() knows no form '\(excerpt(form))'; known are NFC, NFD, NFKC and NFKD")
  }

  // MARK: Operators

  static func operands(
    _ symbol: String, take expected: String, not left: Value, and right: Value
  ) -> EvaluationProblem {
    .init(
      .typeError, .invalidArgumentType,
      "'\(symbol)' takes \(expected), not \(described(left)) and \(described(right))")
  }

  static func operand(
    _ symbol: String, takes expected: String, not value: Value
  ) -> EvaluationProblem {
    .init(
      .typeError, .invalidArgumentType, "'\(symbol)' takes \(expected), not \(described(value))")
  }

  static func overflow(_ calculation: String) -> EvaluationProblem {
    .init(
      .arithmeticError, .arithmeticOverflow,
      "'\(calculation)' is beyond the 64 bits of an integer")
  }

  static func division(_ calculation: String) -> EvaluationProblem {
    .init(.arithmeticError, .divisionByZero, "'\(calculation)' divides by zero")
  }

  static func outOfTime(_ calculation: String) -> EvaluationProblem {
    .init(
      .arithmeticError, .arithmeticOverflow,
      "'\(calculation)' is beyond what dates and durations can hold")
  }

  static func pattern(_ source: String, _ fault: TextPatternError) -> EvaluationProblem {
    .init(
      .argumentError, .invalidRegularExpression,
      "'\(excerpt(source))' is not a regular expression: \(fault)")
  }

  // MARK: Access

  static func property(_ name: String, of value: Value) -> EvaluationProblem {
    .init(
      .typeError, .invalidArgumentType,
      "\(described(value)) has no property '\(excerpt(name))'; nodes, edges, maps, dates, times and "
        + "durations have properties")
  }

  static func component(
    _ name: String, of value: Value, nearest: String?
  ) -> EvaluationProblem {
    .init(
      .typeError, .invalidArgumentValue,
      "\(described(value)) has no component '\(excerpt(name))'"
        + (nearest.map { "; did you mean '\($0)'?" } ?? ""))
  }

  static func deleted(_ value: Value) -> EvaluationProblem {
    // Its key and its name are gone, so that there is nothing to call it by.
    let noun = if case .edge = value { "the edge" } else { "the node" }
    return .init(
      .entityNotFound, .deletedEntityAccess,
      "\(noun) is deleted, and so are its properties and labels")
  }

  static func mapPosition(_ position: Value, of subject: Value) -> EvaluationProblem {
    .init(
      .typeError, .mapElementAccessByNonString,
      "\(described(subject)) is asked for \(described(position)); its entries are found by strings")
  }

  static func listPosition(_ position: Value) -> EvaluationProblem {
    .init(
      .typeError, .listElementAccessByNonInteger,
      "a list is asked for \(described(position)); its members are found by integers")
  }

  static func noElements(_ subject: Value) -> EvaluationProblem {
    .init(
      .typeError, .invalidArgumentType,
      "\(described(subject)) has no elements; lists, maps, nodes and edges have")
  }

  // MARK: Dates and times

  static func unreadable(_ text: String, _ function: String, example: String) -> EvaluationProblem {
    .init(
      .argumentError, .invalidArgumentValue,
      "'\(excerpt(text))' is not what \(function)() reads: write it as in \(example)")
  }

  static func unknownField(
    _ name: String, _ function: String, nearest: String?
  ) -> EvaluationProblem {
    .init(
      .argumentError, .invalidArgumentValue,
      "\(function)() knows no field '\(excerpt(name))'"
        + (nearest.map { "; did you mean '\($0)'?" } ?? ""))
  }

  static func missingField(
    _ name: String, for other: String?, _ function: String
  ) -> EvaluationProblem {
    .init(
      .argumentError, .invalidArgumentValue,
      other.map { "\(function)() needs the field '\(name)' where there is '\($0)'" }
        ?? "\(function)() needs the field '\(name)'")
  }

  static func conflictingFields(
    _ first: String, _ second: String, _ function: String
  ) -> EvaluationProblem {
    .init(
      .argumentError, .invalidArgumentValue,
      "\(function)() takes '\(first)' or '\(second)', not both")
  }

  static func field(
    _ name: String, takes expected: String, not value: Value
  ) -> EvaluationProblem {
    .init(
      .argumentError, .invalidArgumentValue,
      "the field '\(name)' takes \(expected), not \(described(value))")
  }

  static func noSuchDate(_ fields: String) -> EvaluationProblem {
    .init(.argumentError, .invalidArgumentValue, "there is no date of '\(fields)'")
  }

  static func zone(_ name: String) -> EvaluationProblem {
    .init(
      .argumentError, .invalidArgumentValue,
      "'\(excerpt(name))' is not a time zone known here: write an offset as in +01:00 or a name as in "
        + "Europe/Stockholm")
  }

  static func truncationUnit(
    _ unit: String, _ function: String, expected: [String]
  ) -> EvaluationProblem {
    .init(
      .argumentError, .invalidArgumentValue,
      "\(function)() does not cut to '\(excerpt(unit))'; it cuts to "
        + expected.joined(separator: ", "))
  }

  static func outOfCalendar(_ function: String) -> EvaluationProblem {
    .init(
      .argumentError, .numberOutOfRange,
      "what \(function)() gives here is beyond the years -999999999 to 999999999")
  }

  static func durationTooLong(_ function: String) -> EvaluationProblem {
    .init(
      .argumentError, .numberOutOfRange,
      "what \(function)() gives here is longer than a duration can be")
  }

  // MARK: Limits

  static let tooLong = EvaluationProblem(
    .limitExceeded, .memoryLimit, "no memory holds a list or a string of this length")

  static let tooDeep = EvaluationProblem(
    .limitExceeded, .nestingTooDeep,
    "a value holds more than \(Value.deepestNesting) lists and maps within each other")
}

extension EvaluationProblem {
  /// A value in a sentence: its kind with an article, and itself in quotes where it is short.
  static func described(_ value: Value) -> String {
    switch value {
    case .null: "null"
    case .boolean: "the boolean '\(value.text(.plain))'"
    case .integer: "the integer '\(value.text(.plain))'"
    case .float: "the float '\(value.text(.plain))'"
    case .string(let text): "the string '\(excerpt(text))'"
    case .list: "a list"
    case .map: "a map"
    case .date, .partialDate: "the date '\(value.text(.plain))'"
    case .localTime, .time: "the time '\(value.text(.plain))'"
    case .localDateTime, .dateTime: "the date and time '\(value.text(.plain))'"
    case .duration: "the duration '\(value.text(.plain))'"
    case .node: "the node '\(value.text(.plain))'"
    case .edge: "the edge '\(value.text(.plain))'"
    case .path: "a path"
    }
  }

  /// A text as a query would write it, without its quotes, cut where it is long.
  static func excerpt(_ text: String) -> String {
    let longest = 60
    let scalars = text.unicodeScalars.prefix(longest + 1)
    let isCut = scalars.count > longest
    let shown = String(String.UnicodeScalarView(isCut ? scalars.dropLast() : scalars))
    let quoted = Value.string(shown).text(.literal)
    return String(quoted.dropFirst().dropLast()) + (isCut ? "…" : "")
  }
}
