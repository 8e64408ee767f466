// SPDX-License-Identifier: Apache-2.0

/// The types that a graph type can give a property.
public indirect enum PropertyType: Hashable, Sendable {
  /// Any value at all.
  case any
  /// True or false.
  case boolean
  /// A 64-bit integer.
  case integer
  /// A 64-bit float.
  case float
  /// A text.
  case string
  /// A calendar day.
  case date
  /// A date known to the year, the month or the day.
  case partialDate
  /// A time of day without an offset.
  case localTime
  /// A time of day with an offset.
  case time
  /// A day and time without an offset.
  case localDateTime
  /// A day and time in a time zone.
  case dateTime
  /// An amount of calendar time.
  case duration
  /// A list of values that all have one type.
  case list(PropertyType)
  /// A map of any values.
  case map

  /// The name as a graph type writes it.
  ///
  /// `PARTIAL DATE` and `MAP` are ours, the rest is GQL.
  public var name: String {
    switch self {
    case .any: "ANY"
    case .boolean: "BOOL"
    case .integer: "INTEGER"
    case .float: "FLOAT"
    case .string: "STRING"
    case .date: "DATE"
    case .partialDate: "PARTIAL DATE"
    case .localTime: "LOCAL TIME"
    case .time: "ZONED TIME"
    case .localDateTime: "LOCAL DATETIME"
    case .dateTime: "ZONED DATETIME"
    case .duration: "DURATION"
    case .list(let element): "LIST<\(element.name)>"
    case .map: "MAP"
    }
  }

  /// Whether a value may be stored under this type.
  ///
  /// Null may always: it means "no value".
  ///
  /// No value is converted: an integer is not a float, a date is not a partial date.
  public func accepts(_ value: Value) -> Bool {
    switch (self, value) {
    case (.any, _), (_, .null), (.boolean, .boolean), (.integer, .integer), (.float, .float),
      (.string, .string), (.date, .date), (.partialDate, .partialDate),
      (.localTime, .localTime), (.time, .time), (.localDateTime, .localDateTime),
      (.dateTime, .dateTime), (.duration, .duration), (.map, .map):
      true
    case (.list(let element), .list(let values)):
      values.allSatisfy(element.accepts)
    default:
      false
    }
  }
}

extension PropertyType: CustomStringConvertible {
  /// The name of the type.
  public var description: String { name }
}
