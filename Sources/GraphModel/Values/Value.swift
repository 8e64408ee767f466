// SPDX-License-Identifier: Apache-2.0

/// Any value of openCypher 9, and partial dates, which are ours.
///
/// Values have two senses of sameness. `==` and `hash(into:)` are *equivalence*, as grouping and
/// `DISTINCT` need it: null is the same as null, NaN as NaN, `1` as `1.0`. The `=` of the language
/// is ``isEqual(to:)``, which may answer "unknown".
///
/// Lists and maps may nest. Every operation here recurses once for each level of nesting, as does
/// freeing the value, so whoever builds values from input bounds the nesting.
public enum Value: Sendable {
  /// No value, or an unknown one.
  case null
  /// True or false.
  case boolean(Bool)
  /// A 64-bit integer.
  case integer(Int64)
  /// A 64-bit float (IEEE 754), NaN and infinities included.
  case float(Double)
  /// A text, compared by its Unicode scalar values.
  case string(String)
  /// A list of values of any kinds.
  case list([Value])
  /// A map from text to values.
  case map(ValueMap)
  /// A calendar day.
  case date(CalendarDate)
  /// A time of day without an offset.
  case localTime(LocalTime)
  /// A time of day with an offset from UTC.
  case time(ZonedTime)
  /// A calendar day and time without an offset.
  case localDateTime(LocalDateTime)
  /// A calendar day and time in a time zone.
  indirect case dateTime(ZonedDateTime)
  /// An amount of calendar time.
  indirect case duration(CalendarDuration)
  /// A date known to the year, the month or the day.
  case partialDate(PartialDate)
  /// A node of the graph.
  case node(NodeID)
  /// An edge of the graph.
  case edge(EdgeID)
  /// A path in the graph.
  case path(PathValue)
}
