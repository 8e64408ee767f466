// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel
import Testing

@testable import QueryEngine

@Suite("What dates and times cannot be made of")
struct TemporalProblemTests {
  @Test(
    "fields and texts",
    arguments: [
      ("date('yesterday')", "'yesterday' is not what date() reads: write it as in 2015-07-21"),
      ("time('25:00')", "'25:00' is not what time() reads: write it as in 21:40:32.142+01:00"),
      (
        "datetime('2015-07-21T21:40[Nowhere/Else]')",
        "'2015-07-21T21:40[Nowhere/Else]' is not what datetime() reads: write it as in 2015-07-21T21:40:32.142+01:00"
      ),
      ("date({})", "date() needs the field 'year'"),
      ("date({month: 5})", "date() needs the field 'year'"),
      ("date({year: 2015, day: 5})", "date() needs the field 'month' where there is 'day'"),
      (
        "date({year: 2015, dayOfWeek: 5})",
        "date() needs the field 'week' where there is 'dayOfWeek'"
      ),
      ("date({year: 2015, month: 5, week: 3})", "date() takes 'month' or 'week', not both"),
      (
        "date({year: 2015, month: 2, day: 30})",
        "there is no date of 'year: 2015, month: 2, day: 30'"
      ),
      (
        "date({year: 2015, week: 53, dayOfWeek: 8})",
        "the field 'dayOfWeek' takes an integer from 1 to 7, not the integer '8'"
      ),
      ("date({year: 2014, week: 53})", "there is no date of 'year: 2014, week: 53'"),
      ("date({year: 2015, ordinalDay: 366})", "there is no date of 'year: 2015, ordinalDay: 366'"),
      (
        "date({year: 2015, month: 13})",
        "the field 'month' takes an integer from 1 to 12, not the integer '13'"
      ),
      (
        "date({year: 2015.5})",
        "the field 'year' takes an integer from -999999999 to 999999999, not the float '2015.5'"
      ),
      ("date({year: 2015, mont: 5})", "date() knows no field 'mont'; did you mean 'month'?"),
      ("date({year: 2015, timezone: 'Z'})", "date() knows no field 'timezone'"),
      ("localtime({})", "localtime() needs the field 'hour'"),
      (
        "localtime({hour: 12, second: 5})",
        "localtime() needs the field 'minute' where there is 'second'"
      ),
      (
        "time({hour: 12, timezone: 'Mars/Olympus'})",
        "'Mars/Olympus' is not a time zone known here: write an offset as in +01:00 or a name as in Europe/Stockholm"
      ),
      (
        "time({hour: 12, timezone: 1})",
        "the field 'timezone' takes an offset or the name of a time zone, not the integer '1'"
      ),
      (
        "localtime({hour: 12, minute: 1, second: 1, millisecond: 1, microsecond: 1000})",
        "the field 'microsecond' takes an integer from 0 to 999, not the integer '1000'"
      ),
      (
        "datetime({epochSeconds: 1, year: 2015})",
        "datetime() takes 'epochSeconds' or 'year', not both"
      ),
      (
        "datetime({epochSeconds: 'x'})",
        "the field 'epochSeconds' takes an integer, not the string 'x'"
      ),
      (
        "localdatetime({datetime: date()})",
        "the field 'datetime' takes a value with a date and a time, not the date '2026-11-29'"
      ),
    ])
  func messages(text: String, message: String) {
    #expect(
      Calculator().problem(text)
        == EvaluationProblem(.argumentError, .invalidArgumentValue, message))
  }

  @Test("beyond the calendar")
  func outOfCalendar() {
    #expect(
      Calculator().problem("datetime.fromepoch(9223372036854775807, 0)")
        == EvaluationProblem(
          .argumentError, .numberOutOfRange,
          "what datetime.fromepoch() gives here is beyond the years -999999999 to 999999999"))
  }
}
