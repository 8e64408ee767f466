// SPDX-License-Identifier: Apache-2.0

import GraphModel
import SourceDiagnostics

/// The map that a date or time is made of, read field by field.
struct TemporalFields {
  static let dateFields = [
    "year", "quarter", "month", "week", "day", "ordinalDay", "dayOfWeek", "dayOfQuarter",
  ]
  static let timeFields = [
    "hour", "minute", "second", "millisecond", "microsecond", "nanosecond",
  ]

  /// Who reads the map, for messages.
  let function: String

  private let map: ValueMap

  /// Reads a map.
  ///
  /// - Throws: where it has a field that is not among those known.
  init(
    _ map: ValueMap, for function: String, known: [String]
  ) throws(EvaluationProblem) {
    self.map = map
    self.function = function
    for key in map.keys where !known.contains(key) {
      let nearest = Suggestion.nearest(to: key, in: known, limit: 1).first
      throw .unknownField(key, function, nearest: nearest)
    }
  }

  /// No fields at all.
  init(noneFor function: String) {
    map = ValueMap()
    self.function = function
  }

  /// Whether a field is null, or a date of which the day is not known: what is made of it is then
  /// not known either.
  var isUnknown: Bool {
    map.entries.contains { $0.value.isNull || $0.value.isIncompleteDate }
  }

  var names: [String] { map.keys }

  func has(_ name: String) -> Bool { map[name] != nil }

  /// An integer within bounds, nil where there is no such field.
  func integer(
    _ name: String, _ range: ClosedRange<Int>
  ) throws(EvaluationProblem) -> Int? {
    guard let value = map[name] else { return nil }
    guard case .integer(let number) = value, range.contains(Int(number)) else {
      throw .field(
        name, takes: "an integer from \(range.lowerBound) to \(range.upperBound)", not: value)
    }
    return Int(number)
  }

  /// Any integer, nil where there is no such field.
  func integer(_ name: String) throws(EvaluationProblem) -> Int64? {
    guard let value = map[name] else { return nil }
    guard case .integer(let number) = value else {
      throw .field(name, takes: "an integer", not: value)
    }
    return number
  }

  /// The zone that the map states.
  func zone() throws(EvaluationProblem) -> ClockZone? {
    guard let value = map["timezone"] else { return nil }
    guard case .string(let text) = value else {
      throw .field("timezone", takes: "an offset or the name of a time zone", not: value)
    }
    return try ClockZone(text)
  }

  /// The date or time in a field.
  func source(_ name: String) throws(EvaluationProblem) -> TemporalSource? {
    guard let value = map[name] else { return nil }
    let source = TemporalSource(value)
    let fits =
      switch name {
      case "date": source?.date != nil
      case "time": source?.time != nil
      default: source?.date != nil && source?.time != nil
      }
    guard let source, fits else {
      let expected =
        switch name {
        case "date": "a value with a date"
        case "time": "a value with a time"
        default: "a value with a date and a time"
        }
      throw .field(name, takes: expected, not: value)
    }
    return source
  }

  /// Some of the fields with their values, for messages.
  func statedText(_ names: [String]) -> String {
    names.compactMap { name in map[name].map { "\(name): \($0.text(.plain))" } }
      .joined(separator: ", ")
  }

  /// Refuses a field that only makes sense beside another one.
  func require(
    _ name: String, besides others: String...
  ) throws(EvaluationProblem) {
    guard !has(name), let other = others.first(where: has) else { return }
    throw .missingField(name, for: other, function)
  }
}
