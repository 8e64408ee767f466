// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// `date.truncate(unit, value, fields)` and its kin: the start of the unit that a value lies in, with
/// some fields changed.
enum TemporalTruncation {
  static func function(of kind: TemporalKind) -> ScalarFunction {
    let name = "\(kind.function).truncate"
    let values =
      kind.hasDate
      ? ArgumentKind(.date, .localDateTime, .dateTime)
      : ArgumentKind(.localTime, .time, .localDateTime, .dateTime)
    return ScalarFunction(
      name, arity: 1...3, of: [.string, values, .map], gives: kind.valueKind
    ) { (arguments, context) throws(EvaluationProblem) in
      guard case .string(let unitName) = arguments[0] else {
        throw .argument(name, takes: "the name of a unit", not: arguments[0])
      }
      let wanted = unitName.lowercased()
      guard let unit = kind.units.first(where: { $0.rawValue.lowercased() == wanted }) else {
        throw .truncationUnit(unitName, name, expected: kind.units.map(\.rawValue))
      }
      var fields = TemporalFields(noneFor: name)
      if arguments.count == 3 {
        guard case .map(let map) = arguments[2] else {
          throw .argument(name, takes: "a map of fields", not: arguments[2])
        }
        let known = kind.fields.filter { field in
          TemporalFields.dateFields.contains(field) || TemporalFields.timeFields.contains(field)
            || (field == "timezone" && kind.hasZone)
        }
        fields = try TemporalFields(map, for: name, known: known)
        if fields.isUnknown { return .null }
      }
      let subject = arguments.count > 1 ? arguments[1] : kind.shown(at: context.now)
      guard let subject = known(subject, to: unit) else { return .null }
      guard let source = TemporalSource(subject), kind.hasDate || source.time != nil,
        !kind.hasDate || source.date != nil
      else {
        throw .argument(
          name, takes: kind.hasDate ? "a value with a date" : "a value with a time", not: subject)
      }
      guard let value = try truncated(source, to: unit, as: kind, fields, context) else {
        throw .outOfCalendar(name)
      }
      return value
    }
  }

  /// A partial date as its first day, where the unit needs no more than is known; else nil.
  private static func known(_ value: Value, to unit: TruncationUnit) -> Value? {
    guard case .partialDate(let date) = value, value.isIncompleteDate else { return value }
    switch unit {
    case .millennium, .century, .decade, .year: return .date(date.earliest)
    case .quarter, .month: return date.precision == .month ? .date(date.earliest) : nil
    default: return nil
    }
  }

  private static func truncated(
    _ source: TemporalSource, to unit: TruncationUnit, as kind: TemporalKind,
    _ fields: TemporalFields, _ context: EvaluationContext
  ) throws(EvaluationProblem) -> Value? {
    var result = source
    if kind.hasTime {
      let time = (source.time ?? .midnight).truncated(to: unit)
      result.time = try fields.time(from: time, keeping: unit)
    }
    if kind.hasDate {
      guard let date = source.date?.truncated(to: unit) else { return nil }
      result.date = try fields.date(from: date)
    }
    // A zone that is stated takes the place of the value's own; the clock shows the same.
    if let zone = try fields.zone() {
      result.zone = zone
      result.offset = zone.offset(at: context.now)
    }
    return kind.projected(from: result)
  }
}
