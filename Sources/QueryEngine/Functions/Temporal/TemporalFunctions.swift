// SPDX-License-Identifier: Apache-2.0

import GraphModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// `date`, `localtime`, `time`, `localdatetime`, `datetime`, and the functions named after them.
///
/// A value without a zone that needs one is in UTC. Dates of which the day is not known give null.
enum TemporalFunctions {
  static let all: [ScalarFunction] =
    TemporalKind.allCases.flatMap(functions) + [
      ScalarFunction("timestamp", of: [], gives: .integer, isDeterministic: false) {
        (_, context) throws(EvaluationProblem) in
        guard let milliseconds = context.now.epochMillisecond else {
          throw .outOfCalendar("timestamp")
        }
        return .integer(milliseconds)
      },
      ScalarFunction("datetime.fromepoch", of: [.integer, .integer], gives: .dateTime) {
        (arguments, _) throws(EvaluationProblem) in
        let seconds = try integer(arguments[0], for: "datetime.fromepoch")
        let nanoseconds = try integer(arguments[1], for: "datetime.fromepoch")
        guard let duration = CalendarDuration(seconds: seconds, nanoseconds: nanoseconds),
          let moment = ZonedDateTime(
            epochSecond: duration.seconds, nanosecond: Int(duration.nanosecond))
        else { throw .outOfCalendar("datetime.fromepoch") }
        return .dateTime(moment)
      },
      ScalarFunction("datetime.fromepochmillis", of: [.integer], gives: .dateTime) {
        (arguments, _) throws(EvaluationProblem) in
        let milliseconds = try integer(arguments[0], for: "datetime.fromepochmillis")
        guard let moment = ZonedDateTime(epochMillisecond: milliseconds) else {
          throw .outOfCalendar("datetime.fromepochmillis")
        }
        return .dateTime(moment)
      },
    ]

  private static func functions(of kind: TemporalKind) -> [ScalarFunction] {
    [
      ScalarFunction(kind.function, arity: 0...1, of: [kind.argumentKind], gives: kind.valueKind) {
        (arguments, context) throws(EvaluationProblem) in
        guard let argument = arguments.first else { return kind.shown(at: context.now) }
        return try value(of: kind, from: argument, context)
      },
      current(kind, "transaction"), current(kind, "statement"), current(kind, "realtime"),
      TemporalTruncation.function(of: kind),
    ]
  }

  /// A value of a text, a map, or another date or time.
  private static func value(
    of kind: TemporalKind, from argument: Value, _ context: EvaluationContext
  ) throws(EvaluationProblem) -> Value {
    switch argument {
    case .string(let text):
      guard let value = kind.parsed(text) else {
        throw .unreadable(text, kind.function, example: kind.example)
      }
      return value
    case .map(let map):
      return try kind.built(from: map, context)
    default:
      if argument.isIncompleteDate, kind.hasDate { return .null }
      guard let source = TemporalSource(argument), let value = kind.projected(from: source) else {
        throw .argument(kind.function, takes: kind.arguments, not: argument)
      }
      return value
    }
  }

  /// `date.statement()` and so on: what the clock shows, in a zone where one is given.
  ///
  /// A query is one transaction and one statement; only `realtime` looks at the clock again.
  private static func current(_ kind: TemporalKind, _ clock: String) -> ScalarFunction {
    let name = "\(kind.function).\(clock)"
    let isRealTime = clock == "realtime"
    return ScalarFunction(
      name, arity: 0...1, of: [.string], gives: kind.valueKind, isDeterministic: !isRealTime
    ) { (arguments, context) throws(EvaluationProblem) in
      let now = isRealTime ? realTime() ?? context.now : context.now
      guard let argument = arguments.first else { return kind.shown(at: now) }
      guard case .string(let zone) = argument else {
        throw .argument(name, takes: "the name of a time zone", not: argument)
      }
      guard let moment = try ClockZone(zone).moment(at: now) else { throw .outOfCalendar(name) }
      return kind.shown(at: moment)
    }
  }

  /// What the clock of the system says, in UTC.
  private static func realTime() -> ZonedDateTime? {
    var time = timespec()
    guard clock_gettime(CLOCK_REALTIME, &time) == 0 else { return nil }
    return ZonedDateTime(epochSecond: Int64(time.tv_sec), nanosecond: Int(time.tv_nsec))
  }

  private static func integer(
    _ value: Value, for function: String
  ) throws(EvaluationProblem) -> Int64 {
    guard case .integer(let number) = value else {
      throw .argument(function, takes: "integers", not: value)
    }
    return number
  }
}
