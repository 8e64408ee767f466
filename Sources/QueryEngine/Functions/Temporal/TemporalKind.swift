// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// The five kinds of dates and times, each with its functions.
enum TemporalKind: String, Sendable, CaseIterable {
  case date
  case localTime = "localtime"
  case time
  case localDateTime = "localdatetime"
  case dateTime = "datetime"

  /// The function that makes values of this kind.
  var function: String { rawValue }

  var valueKind: ValueKind {
    switch self {
    case .date: .date
    case .localTime: .localTime
    case .time: .time
    case .localDateTime: .localDateTime
    case .dateTime: .dateTime
    }
  }

  var hasDate: Bool { self != .localTime && self != .time }
  var hasTime: Bool { self != .date }
  var hasZone: Bool { self == .time || self == .dateTime }

  /// A text of this kind, for messages.
  var example: String {
    switch self {
    case .date: "2015-07-21"
    case .localTime: "21:40:32.142"
    case .time: "21:40:32.142+01:00"
    case .localDateTime: "2015-07-21T21:40:32.142"
    case .dateTime: "2015-07-21T21:40:32.142+01:00"
    }
  }

  /// What values of this kind can be made of.
  var argumentKind: ArgumentKind {
    switch self {
    case .date: ArgumentKind(.string, .map, .date, .localDateTime, .dateTime)
    case .localTime, .time:
      ArgumentKind(.string, .map, .localTime, .time, .localDateTime, .dateTime)
    case .localDateTime, .dateTime: ArgumentKind(.string, .map, .date, .localDateTime, .dateTime)
    }
  }

  /// The same in words.
  var arguments: String {
    switch self {
    case .date: "a string, a map, or a value with a date"
    case .localTime, .time: "a string, a map, or a value with a time"
    case .localDateTime, .dateTime: "a string, a map, or a value with a date"
    }
  }

  /// The units that values of this kind can be cut down to.
  var units: [TruncationUnit] {
    TruncationUnit.allCases.filter { unit in
      switch unit {
      case .millennium, .century, .decade, .year, .weekYear, .quarter, .month, .week: hasDate
      case .day: true
      case .hour, .minute, .second, .millisecond, .microsecond: hasTime
      }
    }
  }

  /// The fields of a map that such a value can be made of.
  var fields: [String] {
    var fields: [String] = []
    if hasDate { fields += ["date"] + TemporalFields.dateFields }
    if hasTime { fields += ["time"] + TemporalFields.timeFields }
    if hasDate && hasTime { fields += ["datetime"] }
    if self == .dateTime { fields += ["epochSeconds", "epochMillis"] }
    return fields + ["timezone"]
  }

  /// Reads a text of this kind, nil when it is none.
  func parsed(_ text: String) -> Value? {
    switch self {
    case .date: CalendarDate(text).map(Value.date)
    case .localTime: LocalTime(text).map(Value.localTime)
    case .time: ZonedTime(text).map(Value.time)
    case .localDateTime: LocalDateTime(text).map(Value.localDateTime)
    case .dateTime: ZonedDateTime(text).map(Value.dateTime)
    }
  }

  /// What a clock shows at a moment, in the zone of the moment.
  func shown(at moment: ZonedDateTime) -> Value {
    switch self {
    case .date: .date(moment.local.date)
    case .localTime: .localTime(moment.local.time)
    case .time: .time(ZonedTime(time: moment.local.time, offset: moment.offset))
    case .localDateTime: .localDateTime(moment.local)
    case .dateTime: .dateTime(moment)
    }
  }

  /// A value of this kind with the parts of another one; nil where a part is missing.
  ///
  /// A missing time is midnight, a missing zone UTC.
  func projected(from source: TemporalSource) -> Value? {
    let time = source.time ?? .midnight
    switch self {
    case .date: return source.date.map(Value.date)
    case .localTime: return source.time.map(Value.localTime)
    case .time:
      return source.time.map { .time(ZonedTime(time: $0, offset: source.offset ?? .utc)) }
    case .localDateTime:
      return source.date.map { .localDateTime(LocalDateTime(date: $0, time: time)) }
    case .dateTime:
      return source.date.flatMap { date in
        (source.zone ?? .offset(.utc)).moment(showing: LocalDateTime(date: date, time: time))
          .map(Value.dateTime)
      }
    }
  }
}
