// SPDX-License-Identifier: Apache-2.0

import GraphModel
import SourceDiagnostics

/// The parts of dates, times and durations that can be asked for by name: `date.year`,
/// `duration.minutesOfHour`.
enum TemporalComponent {
  /// A component of a date, time or duration; null where a partial date does not know it.
  ///
  /// - Throws: where values of this kind have no component of the name.
  static func value(of subject: Value, named name: String) throws(EvaluationProblem) -> Value {
    if let value = component(name, of: subject) { return value }
    let nearest = Suggestion.nearest(to: name, in: names(of: subject), limit: 1).first
    throw .component(name, of: subject, nearest: nearest)
  }

  private static func component(_ name: String, of subject: Value) -> Value? {
    switch subject {
    case .date(let date): part(name, of: date)
    case .partialDate(let date): part(name, of: date)
    case .localTime(let time): part(name, of: time)
    case .time(let time): part(name, of: time.time) ?? part(name, of: time.offset)
    case .localDateTime(let moment):
      part(name, of: moment.date) ?? part(name, of: moment.time)
    case .dateTime(let moment):
      part(name, of: moment.local.date) ?? part(name, of: moment.local.time)
        ?? part(name, of: moment)
    case .duration(let duration): part(name, of: duration)
    default: nil
    }
  }

  private static let ofDates = [
    "year", "quarter", "month", "week", "weekYear", "day", "ordinalDay", "weekDay", "dayOfWeek",
    "dayOfQuarter",
  ]
  private static let ofTimes = [
    "hour", "minute", "second", "millisecond", "microsecond", "nanosecond",
  ]
  private static let ofOffsets = ["timezone", "offset", "offsetMinutes", "offsetSeconds"]
  private static let ofMoments = ["epochSeconds", "epochMillis"]
  private static let ofDurations = [
    "years", "quarters", "months", "weeks", "days", "hours", "minutes", "seconds", "milliseconds",
    "microseconds", "nanoseconds", "quartersOfYear", "monthsOfQuarter", "monthsOfYear",
    "daysOfWeek", "minutesOfHour", "secondsOfMinute", "millisecondsOfSecond",
    "microsecondsOfSecond", "nanosecondsOfSecond",
  ]

  /// The components that values of a kind have.
  static func names(of subject: Value) -> [String] {
    switch subject {
    case .date, .partialDate: ofDates
    case .localTime: ofTimes
    case .time: ofTimes + ofOffsets
    case .localDateTime: ofDates + ofTimes
    case .dateTime: ofDates + ofTimes + ofOffsets + ofMoments
    case .duration: ofDurations
    default: []
    }
  }

  private static func integer(_ number: Int) -> Value { .integer(Int64(number)) }

  private static func part(_ name: String, of date: CalendarDate) -> Value? {
    switch name {
    case "year": integer(date.year)
    case "quarter": integer(date.quarter)
    case "month": integer(date.month)
    case "week": integer(date.week)
    case "weekYear": integer(date.weekYear)
    case "day": integer(date.day)
    case "ordinalDay": integer(date.ordinalDay)
    case "weekDay", "dayOfWeek": integer(date.dayOfWeek)
    case "dayOfQuarter": integer(date.dayOfQuarter)
    default: nil
    }
  }

  /// What a partial date does not know is null.
  private static func part(_ name: String, of date: PartialDate) -> Value? {
    switch name {
    case "year": integer(date.year)
    case "month": date.month.map(integer) ?? .null
    case "quarter": date.month.map { integer(($0 + 2) / 3) } ?? .null
    case "day": date.day.map(integer) ?? .null
    default:
      part(name, of: date.earliest).map { date.precision == .day ? $0 : .null }
    }
  }

  private static func part(_ name: String, of time: LocalTime) -> Value? {
    switch name {
    case "hour": integer(time.hour)
    case "minute": integer(time.minute)
    case "second": integer(time.second)
    case "millisecond": integer(time.millisecond)
    case "microsecond": integer(time.microsecond)
    case "nanosecond": integer(time.nanosecond)
    default: nil
    }
  }

  private static func part(_ name: String, of offset: ZoneOffset) -> Value? {
    switch name {
    case "timezone", "offset": .string(offset.description)
    case "offsetMinutes": integer(offset.minutes)
    case "offsetSeconds": .integer(Int64(offset.seconds))
    default: nil
    }
  }

  private static func part(_ name: String, of moment: ZonedDateTime) -> Value? {
    switch name {
    case "timezone": .string(moment.zoneText)
    case "epochSeconds": .integer(moment.epochSecond)
    case "epochMillis": moment.epochMillisecond.map(Value.integer) ?? .null
    default: part(name, of: moment.offset)
    }
  }

  private static func part(_ name: String, of duration: CalendarDuration) -> Value? {
    switch name {
    case "years": .integer(duration.years)
    case "quarters": .integer(duration.quarters)
    case "months": .integer(duration.months)
    case "weeks": .integer(duration.weeks)
    case "days": .integer(duration.days)
    case "hours": .integer(duration.hours)
    case "minutes": .integer(duration.minutes)
    case "seconds": .integer(duration.seconds)
    case "milliseconds": duration.milliseconds.map(Value.integer) ?? .null
    case "microseconds": duration.microseconds.map(Value.integer) ?? .null
    case "nanoseconds": duration.nanoseconds.map(Value.integer) ?? .null
    case "quartersOfYear": .integer(duration.quartersOfYear)
    case "monthsOfQuarter": .integer(duration.monthsOfQuarter)
    case "monthsOfYear": .integer(duration.monthsOfYear)
    case "daysOfWeek": .integer(duration.daysOfWeek)
    case "minutesOfHour": .integer(duration.minutesOfHour)
    case "secondsOfMinute": .integer(duration.secondsOfMinute)
    case "millisecondsOfSecond": .integer(duration.millisecondsOfSecond)
    case "microsecondsOfSecond": .integer(duration.microsecondsOfSecond)
    case "nanosecondsOfSecond": .integer(Int64(duration.nanosecond))
    default: nil
    }
  }
}
