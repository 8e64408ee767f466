// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel
import Testing

@testable import QueryEngine

@Suite("Dates and times of maps and texts")
struct TemporalBuildingTests {
  @Test(
    "dates by month, week, quarter and day of the year",
    arguments: [
      ("{year: 1984, month: 10, day: 11}", "1984-10-11"), ("{year: 1984, month: 10}", "1984-10-01"),
      ("{year: 1984, week: 10, dayOfWeek: 3}", "1984-03-07"),
      ("{year: 1984, week: 10}", "1984-03-05"), ("{year: 1984}", "1984-01-01"),
      ("{year: 1984, ordinalDay: 202}", "1984-07-20"),
      ("{year: 1984, quarter: 3, dayOfQuarter: 45}", "1984-08-14"),
      ("{year: 1984, quarter: 3}", "1984-07-01"), ("{year: 1816, week: 1}", "1816-01-01"),
      ("{year: 1816, week: 52}", "1816-12-23"), ("{year: 1817, week: 1}", "1816-12-30"),
      ("{year: 1818, week: 53}", "1818-12-28"), ("{year: 1819, week: 1}", "1819-01-04"),
      ("{dayOfWeek: 2, year: 1817, week: 1}", "1816-12-31"),
      ("{date: date('1816-12-30'), week: 2, dayOfWeek: 3}", "1817-01-08"),
      ("{date: date('1816-12-31'), week: 2}", "1817-01-07"),
      ("{date: date('1816-12-31'), year: 1817, week: 2}", "1817-01-07"),
      ("{year: -5}", "-0005-01-01"), ("{year: 12015, month: 2}", "+12015-02-01"),
    ])
  func dates(map: String, expected: String) throws {
    #expect(try Calculator().shown("date(\(map))") == "'\(expected)'")
    #expect(try Calculator().shown("localdatetime(\(map))") == "'\(expected)T00:00'")
    #expect(try Calculator().shown("datetime(\(map))") == "'\(expected)T00:00Z'")
  }

  @Test(
    "times, with parts of a second in any unit",
    arguments: [
      (
        "hour: 12, minute: 31, second: 14, nanosecond: 789, millisecond: 123, microsecond: 456",
        "12:31:14.123456789"
      ),
      ("hour: 12, minute: 31, second: 14, nanosecond: 645876123", "12:31:14.645876123"),
      ("hour: 12, minute: 31, second: 14, nanosecond: 3", "12:31:14.000000003"),
      ("hour: 12, minute: 31, second: 14, microsecond: 645876", "12:31:14.645876"),
      ("hour: 12, minute: 31, second: 14, millisecond: 645", "12:31:14.645"),
      ("hour: 12, minute: 31, second: 14, millisecond: 1, nanosecond: 2003", "12:31:14.001002003"),
      ("hour: 12, minute: 31, second: 14", "12:31:14"), ("hour: 12, minute: 31", "12:31"),
      ("hour: 12", "12:00"),
    ])
  func times(fields: String, expected: String) throws {
    let calculator = Calculator()
    #expect(try calculator.shown("localtime({\(fields)})") == "'\(expected)'")
    #expect(try calculator.shown("time({\(fields)})") == "'\(expected)Z'")
    #expect(
      try calculator.shown("time({\(fields), timezone: '+01:00'})") == "'\(expected)+01:00'")
    #expect(
      try calculator.shown("localdatetime({year: 1984, week: 10, dayOfWeek: 3, \(fields)})")
        == "'1984-03-07T\(expected)'")
    #expect(
      try calculator.shown(
        "datetime({year: 1984, ordinalDay: 202, \(fields), timezone: 'Europe/Stockholm'})")
        == "'1984-07-20T\(expected)+02:00[Europe/Stockholm]'")
  }

  @Test(
    "zones",
    arguments: [
      ("time({hour: 12, minute: 34, second: 56, timezone: '+02:05:59'})", "12:34:56+02:05:59"),
      ("time({hour: 12, minute: 34, second: 56, timezone: '-02:05:07'})", "12:34:56-02:05:07"),
      ("time({hour: 12, timezone: 'Europe/Stockholm'})", "12:00+01:00"),
      (
        "datetime({year: 1984, timezone: 'Europe/Stockholm'})",
        "1984-01-01T00:00+01:00[Europe/Stockholm]"
      ),
      (
        "datetime({year: 2020, timezone: 'America/New York'})",
        "2020-01-01T00:00-05:00[America/New_York]"
      ),
      ("datetime.fromepoch(416779, 999999999)", "1970-01-05T19:46:19.999999999Z"),
      ("datetime.fromepochmillis(237821673987)", "1977-07-15T13:34:33.987Z"),
      ("datetime({epochSeconds: 416779, nanosecond: 999999999})", "1970-01-05T19:46:19.999999999Z"),
      (
        "datetime({epochMillis: 237821673987, timezone: '+02:00'})", "1977-07-15T15:34:33.987+02:00"
      ),
    ])
  func zones(text: String, expected: String) throws {
    #expect(try Calculator().shown(text) == "'\(expected)'")
  }

  @Test(
    "texts",
    arguments: [
      ("date('20150721')", "2015-07-21"), ("date('2015-07')", "2015-07-01"),
      ("date('2015-W30-2')", "2015-07-21"), ("date('2015W30')", "2015-07-20"),
      ("date('2015-202')", "2015-07-21"), ("date('2015')", "2015-01-01"),
      ("localtime('214032.142')", "21:40:32.142"), ("localtime('21')", "21:00"),
      ("time('2140-00:00')", "21:40Z"), ("time('22+18:00')", "22:00+18:00"),
      ("time('21:40')", "21:40Z"), ("localdatetime('2015202T21')", "2015-07-21T21:00"),
      ("datetime('2015-W30T2140-02')", "2015-07-20T21:40-02:00"),
      (
        "datetime('2015-07-21T21:40:32.142[Europe/London]')",
        "2015-07-21T21:40:32.142+01:00[Europe/London]"
      ),
      (
        "datetime('1818-07-21T21:40:32.142[Europe/Stockholm]')",
        "1818-07-21T21:40:32.142+00:53:28[Europe/Stockholm]"
      ),
    ])
  func texts(text: String, expected: String) throws {
    #expect(try Calculator().shown(text) == "'\(expected)'")
  }

  @Test(
    "the clock, one moment for a whole query",
    arguments: [
      ("date()", "2026-11-29"), ("localtime()", "10:20:30.123456789"),
      ("time()", "10:20:30.123456789+02:00"), ("localdatetime()", "2026-11-29T10:20:30.123456789"),
      ("datetime.statement()", "2026-11-29T10:20:30.123456789+02:00"),
      ("date.transaction('Pacific/Honolulu')", "2026-11-28"),
      ("localtime({timezone: '+03:00'})", "11:20:30.123456789"),
      ("date({timezone: 'Pacific/Honolulu'})", "2026-11-28"),
      ("datetime({timezone: 'Z'})", "2026-11-29T08:20:30.123456789Z"),
    ])
  func clock(text: String, expected: String) throws {
    #expect(try Calculator().shown(text) == "'\(expected)'")
    #expect(try Calculator().shown("timestamp()") == "1795940430123")
  }

  @Test("the real clock goes on")
  func realTime() throws {
    let calculator = Calculator()
    let first = try calculator("datetime.realtime()")
    let second = try calculator("datetime.realtime()")
    #expect(first.isLessOrEqual(to: second) == true)
    #expect(try calculator("date.realtime('Asia/Tashkent')").typeName == "DATE")
  }

  @Test("what is not known makes nothing known")
  func unknown() throws {
    let year = try #require(PartialDate("2009"))
    let calculator = Calculator(variables: ["y": .partialDate(year)])
    for text in [
      "date({year: null})", "date({year: 2015, month: null})", "date(y)", "datetime({date: y})",
      "duration({days: null})", "duration.between(y, date())", "date.truncate('month', y)",
    ] {
      #expect(try calculator.shown(text) == "null", "\(text)")
    }
    #expect(try calculator.shown("date.truncate('decade', y)") == "'2000-01-01'")
  }
}
