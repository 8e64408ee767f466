// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// `duration`, and the functions for the time between two dates or times.
enum DurationFunctions {
  static let all: [ScalarFunction] = [
    ScalarFunction(
      "duration", of: [ArgumentKind(.string, .map, .duration)], gives: .duration
    ) { (arguments, _) throws(EvaluationProblem) in
      switch arguments[0] {
      case .duration: return arguments[0]
      case .string(let text):
        guard let duration = CalendarDuration(text) else {
          throw .unreadable(text, "duration", example: "P1Y2M10DT2H30M")
        }
        return .duration(duration)
      case .map(let map): return try duration(of: map)
      case let value: throw .argument("duration", takes: "a string or a map", not: value)
      }
    },
    between("duration.between", in: .mixed),
    between("duration.inMonths", in: .months),
    between("duration.inDays", in: .days),
    between("duration.inSeconds", in: .seconds),
  ]

  private static let units: [(name: String, unit: DurationUnit)] = [
    ("years", .years), ("quarters", .quarters), ("months", .months), ("weeks", .weeks),
    ("days", .days), ("hours", .hours), ("minutes", .minutes), ("seconds", .seconds),
    ("milliseconds", .milliseconds), ("microseconds", .microseconds),
    ("nanoseconds", .nanoseconds),
  ]

  /// The sum of the stated units, each an integer or a float.
  private static func duration(of map: ValueMap) throws(EvaluationProblem) -> Value {
    let fields = try TemporalFields(map, for: "duration", known: units.map(\.name))
    if fields.isUnknown { return .null }
    if map.isEmpty { throw .missingField("seconds", for: nil, "duration") }
    var amount = DurationAmount()
    for (name, unit) in units {
      switch map[name] {
      case nil: break
      case .integer(let count)?: amount.add(count, unit)
      case .float(let count)?: amount.add(count, unit)
      case let value?: throw .field(name, takes: "a number", not: value)
      }
    }
    guard let duration = CalendarDuration(amount) else { throw .durationTooLong("duration") }
    return .duration(duration)
  }

  private static func between(_ name: String, in unit: DistanceUnit) -> ScalarFunction {
    let kind = ArgumentKind(.date, .localTime, .time, .localDateTime, .dateTime)
    return ScalarFunction(name, of: [kind, kind], gives: .duration) {
      (arguments, _) throws(EvaluationProblem) in
      var moments: [Value] = []
      for argument in arguments {
        if argument.isIncompleteDate { return .null }
        guard TemporalSource(argument) != nil else {
          throw .argument(name, takes: "two dates or times", not: argument)
        }
        if case .partialDate(let date) = argument {
          moments.append(.date(date.earliest))
        } else {
          moments.append(argument)
        }
      }
      guard let duration = CalendarDuration.between(moments[0], moments[1], in: unit) else {
        throw .durationTooLong(name)
      }
      return .duration(duration)
    }
  }
}
