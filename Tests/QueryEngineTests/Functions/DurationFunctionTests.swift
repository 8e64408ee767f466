// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel
import Testing

@testable import QueryEngine

@Suite("Durations")
struct DurationFunctionTests {
  @Test(
    "of maps and texts",
    arguments: [
      ("{days: 14, hours: 16, minutes: 12}", "P14DT16H12M"),
      ("{months: 5, days: 1.5}", "P5M1DT12H"),
      ("{months: 0.75}", "P22DT19H51M49.5S"), ("{weeks: 2.5}", "P17DT12H"),
      (
        "{years: 12, months: 5, days: 14, hours: 16, minutes: 12, seconds: 70}",
        "P12Y5M14DT16H13M10S"
      ),
      ("{days: 14, seconds: 70, milliseconds: 1}", "P14DT1M10.001S"),
      ("{days: 14, seconds: 70, nanoseconds: 1}", "P14DT1M10.000000001S"),
      ("{minutes: 1.5, seconds: 1}", "PT1M31S"), ("{seconds: 2, milliseconds: -1}", "PT1.999S"),
      ("{days: 1, milliseconds: -1}", "P1DT-0.001S"),
      ("{seconds: -60, milliseconds: -1}", "PT-1M-0.001S"),
      ("{quarters: 2}", "P6M"), ("'P5M1.5D'", "P5M1DT12H"), ("'P2.5W'", "P17DT12H"),
      ("'P2012-02-02T14:37:21.545'", "P2012Y2M2DT14H37M21.545S"), ("duration('P1D')", "P1D"),
    ])
  func values(argument: String, expected: String) throws {
    #expect(try Calculator().shown("duration(\(argument))") == "'\(expected)'")
  }

  @Test(
    "between two dates or times",
    arguments: [
      ("between", "date('1984-10-11')", "date('2015-06-24')", "P30Y8M13D"),
      ("between", "date('1984-10-11')", "localtime('16:30')", "PT16H30M"),
      (
        "between", "localdatetime('2015-07-21T21:40:32.142')", "date('2015-06-24')",
        "P-27DT-21H-40M-32.142S"
      ),
      (
        "between", "datetime('2014-07-21T21:40:36.143+0200')",
        "datetime('2015-07-21T21:40:32.142+0100')", "P1YT59M55.999S"
      ),
      ("inMonths", "date('2018-03-11')", "date('2016-06-24')", "P-1Y-8M"),
      ("inMonths", "localtime('14:30')", "date('2015-06-24')", "PT0S"),
      ("inDays", "date('1984-10-11')", "date('2015-06-24')", "P11213D"),
      ("inSeconds", "date('1984-10-11')", "date('2015-06-24')", "PT269112H"),
      ("inSeconds", "time('14:30')", "time('16:30+0100')", "PT1H"),
      (
        "inSeconds",
        "datetime({year: 2017, month: 10, day: 29, hour: 0, timezone: 'Europe/Stockholm'})",
        "localtime({hour: 4})", "PT5H"
      ),
      ("between", "date('-999999999-01-01')", "date('+999999999-12-31')", "P1999999998Y11M30D"),
    ])
  func distances(unit: String, start: String, end: String, expected: String) throws {
    #expect(try Calculator().shown("duration.\(unit)(\(start), \(end))") == "'\(expected)'")
  }

  @Test(
    "what is no duration",
    arguments: [
      (
        "duration('P')", QueryFault.Kind.argumentError, QueryFault.Detail.invalidArgumentValue,
        "'P' is not what duration() reads: write it as in P1Y2M10DT2H30M"
      ),
      (
        "duration({day: 1})", .argumentError, .invalidArgumentValue,
        "duration() knows no field 'day'; did you mean 'days'?"
      ),
      (
        "duration({days: 'x'})", .argumentError, .invalidArgumentValue,
        "the field 'days' takes a number, not the string 'x'"
      ),
      (
        "duration({})", .argumentError, .invalidArgumentValue,
        "duration() needs the field 'seconds'"
      ),
      (
        "duration({days: 1e300})", .argumentError, .numberOutOfRange,
        "what duration() gives here is longer than a duration can be"
      ),
      (
        "duration(1)", .typeError, .invalidArgumentValue,
        "duration() takes a string or a map, not the integer '1'"
      ),
      (
        "duration.between(date(), 1)", .typeError, .invalidArgumentValue,
        "duration.between() takes two dates or times, not the integer '1'"
      ),
    ])
  func problems(text: String, kind: QueryFault.Kind, detail: QueryFault.Detail, message: String) {
    #expect(Calculator().problem(text) == EvaluationProblem(kind, detail, message))
  }
}
