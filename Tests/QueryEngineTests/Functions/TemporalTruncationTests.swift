// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel
import Testing

@testable import QueryEngine

@Suite("Dates and times cut down to a unit")
struct TemporalTruncationTests {
  private let calculator: Calculator

  init() throws {
    var calculator = Calculator()
    let time = "hour: 12, minute: 31, second: 14, nanosecond: 645876123"
    calculator.variables = [
      "d": try calculator("date('1984-11-11')"),
      "lt": try calculator("localtime({\(time)})"),
      "t": try calculator("time({\(time), timezone: '-01:00'})"),
      "ldt": try calculator("localdatetime({year: 1984, month: 11, day: 11, \(time)})"),
      "dt": try calculator(
        "datetime({year: 1984, month: 11, day: 11, \(time), timezone: '-01:00'})"),
    ]
    self.calculator = calculator
  }

  @Test(
    "units of days and more, of every kind with a date",
    arguments: [
      ("millennium", "{}", "1000-01-01"), ("millennium", "{day: 2}", "1000-01-02"),
      ("century", "{}", "1900-01-01"), ("century", "{day: 2}", "1900-01-02"),
      ("decade", "{}", "1980-01-01"), ("year", "{}", "1984-01-01"),
      ("year", "{month: 5}", "1984-05-01"),
      ("weekYear", "{}", "1984-01-02"), ("weekYear", "{day: 5}", "1984-01-05"),
      ("quarter", "{}", "1984-10-01"), ("quarter", "{day: 2}", "1984-10-02"),
      ("month", "{}", "1984-11-01"), ("month", "{day: 2}", "1984-11-02"),
      ("week", "{}", "1984-11-05"), ("week", "{dayOfWeek: 2}", "1984-11-06"),
      ("day", "{}", "1984-11-11"),
    ])
  func days(unit: String, fields: String, expected: String) throws {
    for value in ["d", "ldt", "dt"] {
      #expect(
        try calculator.shown("date.truncate('\(unit)', \(value), \(fields))") == "'\(expected)'")
      #expect(
        try calculator.shown("localdatetime.truncate('\(unit)', \(value), \(fields))")
          == "'\(expected)T00:00'")
      let zone = value == "dt" ? "-01:00" : "Z"
      #expect(
        try calculator.shown("datetime.truncate('\(unit)', \(value), \(fields))")
          == "'\(expected)T00:00\(zone)'")
    }
  }

  @Test("the year of the week may be another one")
  func weekYear() throws {
    #expect(
      try calculator.shown("date.truncate('weekYear', date('1984-01-01'), {day: 5})")
        == "'1983-01-05'")
  }

  @Test(
    "units of a day, of every kind with a time",
    arguments: [
      ("day", "00:00", "00:00:00.000000002"), ("hour", "12:00", "12:00:00.000000002"),
      ("minute", "12:31", "12:31:00.000000002"), ("second", "12:31:14", "12:31:14.000000002"),
      ("millisecond", "12:31:14.645", "12:31:14.645000002"),
      ("microsecond", "12:31:14.645876", "12:31:14.645876002"),
    ])
  func times(unit: String, plain: String, withNanoseconds: String) throws {
    for (fields, expected) in [("{}", plain), ("{nanosecond: 2}", withNanoseconds)] {
      for value in ["lt", "t", "ldt", "dt"] {
        let zone = ["t", "dt"].contains(value) ? "-01:00" : "Z"
        #expect(
          try calculator.shown("localtime.truncate('\(unit)', \(value), \(fields))")
            == "'\(expected)'")
        #expect(
          try calculator.shown("time.truncate('\(unit)', \(value), \(fields))")
            == "'\(expected)\(zone)'")
      }
      #expect(
        try calculator.shown("localdatetime.truncate('\(unit)', dt, \(fields))")
          == "'1984-11-11T\(expected)'")
      #expect(
        try calculator.shown("datetime.truncate('\(unit)', ldt, \(fields))")
          == "'1984-11-11T\(expected)Z'")
    }
  }

  @Test(
    "zones, defaults and the spelling of units",
    arguments: [
      ("time.truncate('hour', t, {timezone: '+01:00'})", "12:00+01:00"),
      ("time.truncate('hour', lt, {timezone: '+01:00'})", "12:00+01:00"),
      (
        "datetime.truncate('year', dt, {timezone: 'Europe/Stockholm'})",
        "1984-01-01T00:00+01:00[Europe/Stockholm]"
      ),
      (
        "datetime.truncate('year', d, {timezone: 'Europe/Stockholm'})",
        "1984-01-01T00:00+01:00[Europe/Stockholm]"
      ),
      ("date.truncate('month', d)", "1984-11-01"), ("date.truncate('MONTH', d)", "1984-11-01"),
      ("date.truncate('month')", "2026-11-01"),
      ("datetime.truncate('day')", "2026-11-29T00:00+02:00"),
    ])
  func details(text: String, expected: String) throws {
    #expect(try calculator.shown(text) == "'\(expected)'")
  }

  @Test(
    "what cannot be cut",
    arguments: [
      (
        "date.truncate('hour', d)", QueryFault.Kind.argumentError,
        "date.truncate() does not cut to 'hour'; it cuts to millennium, century, decade, year, weekYear, quarter, month, week, day"
      ),
      (
        "localtime.truncate('year', lt)", .argumentError,
        "localtime.truncate() does not cut to 'year'; it cuts to day, hour, minute, second, millisecond, microsecond"
      ),
      (
        "date.truncate('day', lt)", .typeError,
        "date.truncate() takes a value with a date, not the time '12:31:14.645876123'"
      ),
      (
        "time.truncate('day', d)", .typeError,
        "time.truncate() takes a value with a time, not the date '1984-11-11'"
      ),
      (
        "date.truncate('day', d, {hours: 1})", .argumentError,
        "date.truncate() knows no field 'hours'"
      ),
      (
        "date.truncate('day', d, 1)", .typeError,
        "date.truncate() takes a map of fields, not the integer '1'"
      ),
      (
        "date.truncate(1, d)", .typeError,
        "date.truncate() takes the name of a unit, not the integer '1'"
      ),
      (
        "date.truncate('millennium', date('-999999999-01-01'))", .argumentError,
        "what date.truncate() gives here is beyond the years -999999999 to 999999999"
      ),
    ])
  func problems(text: String, kind: QueryFault.Kind, message: String) {
    let problem = calculator.problem(text)
    #expect(problem?.kind == kind)
    #expect(problem?.message == message)
  }
}
