// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel
import Testing

@testable import QueryEngine

@Suite("Dates and times of other dates and times")
struct TemporalProjectionTests {
  private let calculator: Calculator

  init() throws {
    var calculator = Calculator()
    calculator.variables = [
      "d": try calculator("date({year: 1984, month: 11, day: 11})"),
      "lt": try calculator("localtime({hour: 12, minute: 31, second: 14, nanosecond: 645876123})"),
      "t": try calculator(
        "time({hour: 12, minute: 31, second: 14, microsecond: 645876, timezone: '+01:00'})"),
      "ldt": try calculator(
        "localdatetime({year: 1984, week: 10, dayOfWeek: 3, hour: 12, minute: 31, second: 14, millisecond: 645})"
      ),
      "dt": try calculator(
        "datetime({year: 1984, month: 10, day: 11, hour: 12, timezone: 'Europe/Stockholm'})"),
    ]
    self.calculator = calculator
  }

  @Test(
    "dates",
    arguments: [
      ("date(d)", "1984-11-11"), ("date(ldt)", "1984-03-07"), ("date(dt)", "1984-10-11"),
      ("date({date: d})", "1984-11-11"), ("date({date: d, year: 28})", "0028-11-11"),
      ("date({date: d, day: 28})", "1984-11-28"), ("date({date: d, week: 1})", "1984-01-08"),
      ("date({date: d, ordinalDay: 28})", "1984-01-28"),
      ("date({date: d, quarter: 3})", "1984-08-11"), ("date({date: ldt, year: 28})", "0028-03-07"),
      ("date({date: dt, day: 28})", "1984-10-28"),
      ("date({date: date('2016-02-29'), year: 2015})", "2015-02-28"),
      ("date({date: date('2016-05-31'), quarter: 1})", "2016-02-29"),
    ])
  func dates(text: String, expected: String) throws {
    #expect(try calculator.shown(text) == "'\(expected)'")
  }

  @Test(
    "times",
    arguments: [
      ("localtime(lt)", "12:31:14.645876123"), ("localtime(t)", "12:31:14.645876"),
      ("localtime(ldt)", "12:31:14.645"), ("localtime(dt)", "12:00"),
      ("localtime({time: lt, second: 42})", "12:31:42.645876123"),
      ("localtime({time: dt, second: 42})", "12:00:42"),
      ("localtime({time: lt, millisecond: 1})", "12:31:14.001"),
      ("time(lt)", "12:31:14.645876123Z"), ("time({time: lt})", "12:31:14.645876123Z"),
      ("time({time: lt, timezone: '+05:00'})", "12:31:14.645876123+05:00"),
      ("time({time: lt, second: 42, timezone: '+05:00'})", "12:31:42.645876123+05:00"),
      ("time(t)", "12:31:14.645876+01:00"),
      // The moment stays where both have a zone.
      ("time({time: t, timezone: '+05:00'})", "16:31:14.645876+05:00"),
      ("time({time: t, second: 42, timezone: '+05:00'})", "16:31:42.645876+05:00"),
      ("time(ldt)", "12:31:14.645Z"), ("time(dt)", "12:00+01:00"),
      ("time({time: dt, timezone: '+05:00'})", "16:00+05:00"),
      ("time({time: dt, second: 42})", "12:00:42+01:00"),
    ])
  func times(text: String, expected: String) throws {
    #expect(try calculator.shown(text) == "'\(expected)'")
  }

  @Test(
    "local dates and times",
    arguments: [
      ("localdatetime({date: d, hour: 10, minute: 10, second: 10})", "1984-11-11T10:10:10"),
      (
        "localdatetime({date: d, day: 28, hour: 10, minute: 10, second: 10})", "1984-11-28T10:10:10"
      ),
      (
        "localdatetime({year: 1984, month: 10, day: 11, time: lt})", "1984-10-11T12:31:14.645876123"
      ),
      (
        "localdatetime({year: 1984, month: 10, day: 11, time: dt, second: 42})",
        "1984-10-11T12:00:42"
      ),
      ("localdatetime({date: d, time: t})", "1984-11-11T12:31:14.645876"),
      ("localdatetime({date: ldt, time: t, day: 28, second: 42})", "1984-03-28T12:31:42.645876"),
      ("localdatetime(ldt)", "1984-03-07T12:31:14.645"), ("localdatetime(dt)", "1984-10-11T12:00"),
      ("localdatetime(d)", "1984-11-11T00:00"),
      ("localdatetime({datetime: dt, day: 28, second: 42})", "1984-10-28T12:00:42"),
    ])
  func localMoments(text: String, expected: String) throws {
    #expect(try calculator.shown(text) == "'\(expected)'")
  }

  @Test(
    "dates and times with a zone",
    arguments: [
      ("datetime({date: d, hour: 10, minute: 10, second: 10})", "1984-11-11T10:10:10Z"),
      ("datetime({date: d, hour: 10, timezone: '+05:00'})", "1984-11-11T10:00+05:00"),
      // The zone of a value that gives only its date does not count.
      ("datetime({date: dt, hour: 10})", "1984-10-11T10:00Z"),
      (
        "datetime({date: dt, day: 28, hour: 10, timezone: 'Pacific/Honolulu'})",
        "1984-10-28T10:00-10:00[Pacific/Honolulu]"
      ),
      ("datetime({year: 1984, month: 10, day: 11, time: lt})", "1984-10-11T12:31:14.645876123Z"),
      ("datetime({year: 1984, month: 10, day: 11, time: t})", "1984-10-11T12:31:14.645876+01:00"),
      (
        "datetime({year: 1984, month: 10, day: 11, time: t, timezone: '+05:00'})",
        "1984-10-11T16:31:14.645876+05:00"
      ),
      (
        "datetime({year: 1984, month: 10, day: 11, time: dt, second: 42})",
        "1984-10-11T12:00:42+01:00[Europe/Stockholm]"
      ),
      ("datetime({date: d, time: dt})", "1984-11-11T12:00+01:00[Europe/Stockholm]"),
      (
        "datetime({date: d, time: lt, timezone: 'Pacific/Honolulu'})",
        "1984-11-11T12:31:14.645876123-10:00[Pacific/Honolulu]"
      ),
      ("datetime(ldt)", "1984-03-07T12:31:14.645Z"), ("datetime(d)", "1984-11-11T00:00Z"),
      ("datetime({datetime: ldt, timezone: '+05:00'})", "1984-03-07T12:31:14.645+05:00"),
      ("datetime(dt)", "1984-10-11T12:00+01:00[Europe/Stockholm]"),
      ("datetime({datetime: dt, timezone: '+05:00'})", "1984-10-11T16:00+05:00"),
      (
        "datetime({datetime: dt, day: 28, second: 42, timezone: 'Pacific/Honolulu'})",
        "1984-10-28T01:00:42-10:00[Pacific/Honolulu]"
      ),
    ])
  func moments(text: String, expected: String) throws {
    #expect(try calculator.shown(text) == "'\(expected)'")
  }

  @Test("what a value lacks cannot be taken from it")
  func missingParts() {
    for text in [
      "date(lt)", "date(t)", "localtime(d)", "time(d)", "localdatetime(t)", "datetime(lt)",
    ] {
      #expect(calculator.problem(text)?.detail == .invalidArgumentValue, "\(text)")
    }
    #expect(
      calculator.problem("date(lt)")?.message
        == "date() takes a string, a map, or a value with a date, not the time '12:31:14.645876123'"
    )
    #expect(
      calculator.problem("datetime({date: t})")?.message
        == "the field 'date' takes a value with a date, not the time '12:31:14.645876+01:00'")
  }
}
