// SPDX-License-Identifier: Apache-2.0

import GraphModel

extension TemporalFields {
  /// The four ways to state the day of a year.
  private enum DayForm: String, CaseIterable {
    case month, week, quarter, ordinalDay

    var fields: [String] {
      switch self {
      case .month: ["month", "day"]
      case .week: ["week", "dayOfWeek"]
      case .quarter: ["quarter", "dayOfQuarter"]
      case .ordinalDay: ["ordinalDay"]
      }
    }
  }

  /// The date that the fields state.
  ///
  /// - Parameter base: a date that gives what no field says; without one there must be a year, and
  ///   smaller units only below larger ones; what is left out is then the first.
  func date(from base: CalendarDate?) throws(EvaluationProblem) -> CalendarDate {
    let stated = DayForm.allCases.filter { $0.fields.contains(where: has) }
    if stated.count > 1, let first = stated[0].fields.first(where: has),
      let second = stated[1].fields.first(where: has)
    {
      throw .conflictingFields(first, second, function)
    }
    if base == nil {
      if !has("year") { throw .missingField("year", for: nil, function) }
      try require("month", besides: "day")
      try require("week", besides: "dayOfWeek")
      try require("quarter", besides: "dayOfQuarter")
    }
    let date =
      switch stated.first {
      case nil, .month?: try calendarDate(from: base)
      case .week?: try weekDate(from: base)
      case .quarter?: try quarterDate(from: base)
      case .ordinalDay?:
        CalendarDate(
          year: try year(base?.year), ordinalDay: try integer("ordinalDay", 1...366) ?? 1)
      }
    guard let date else {
      throw .noSuchDate(statedText(TemporalFields.dateFields))
    }
    return date
  }

  private func year(_ base: Int?) throws(EvaluationProblem) -> Int {
    try integer("year", CalendarDate.years) ?? base ?? 0
  }

  private func calendarDate(from base: CalendarDate?) throws(EvaluationProblem) -> CalendarDate? {
    let year = try year(base?.year)
    let month = try integer("month", 1...12) ?? base?.month ?? 1
    if let day = try integer("day", 1...31) {
      return CalendarDate(year: year, month: month, day: day)
    }
    // A day of another date is moved to the end of a month that is too short for it.
    let length = CalendarDate.dayCount(year: year, month: month)
    return CalendarDate(year: year, month: month, day: min(base?.day ?? 1, length))
  }

  private func weekDate(from base: CalendarDate?) throws(EvaluationProblem) -> CalendarDate? {
    CalendarDate(
      weekYear: try year(base?.weekYear),
      week: try integer("week", 1...53) ?? base?.week ?? 1,
      dayOfWeek: try integer("dayOfWeek", 1...7) ?? base?.dayOfWeek ?? 1)
  }

  private func quarterDate(from base: CalendarDate?) throws(EvaluationProblem) -> CalendarDate? {
    let year = try year(base?.year)
    let quarter = try integer("quarter", 1...4) ?? base?.quarter ?? 1
    if let day = try integer("dayOfQuarter", 1...92) {
      return CalendarDate(year: year, quarter: quarter, dayOfQuarter: day)
    }
    // The same month and day within another quarter.
    let month = quarter * 3 - 2 + ((base?.month ?? 1) - 1) % 3
    let length = CalendarDate.dayCount(year: year, month: month)
    return CalendarDate(year: year, month: month, day: min(base?.day ?? 1, length))
  }
}
