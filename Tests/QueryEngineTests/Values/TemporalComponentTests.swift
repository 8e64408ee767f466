// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel
import Testing

@testable import QueryEngine

@Suite("Components of dates, times and durations")
struct TemporalComponentTests {
  @Test(
    "every component",
    arguments: [
      (
        "date('1984-10-11')",
        "year 1984 quarter 4 month 10 week 41 weekYear 1984 day 11 ordinalDay 285 weekDay 4 dayOfWeek 4 dayOfQuarter 11"
      ),
      ("date('1984-01-01')", "year 1984 weekYear 1983 week 52 weekDay 7"),
      (
        "localtime('12:31:14.645876123')",
        "hour 12 minute 31 second 14 millisecond 645 microsecond 645876 nanosecond 645876123"
      ),
      (
        "time('12:31:14.645876123+01:00')",
        "hour 12 nanosecond 645876123 timezone '+01:00' offset '+01:00' offsetMinutes 60 offsetSeconds 3600"
      ),
      (
        "localdatetime('1984-11-11T12:31:14.645876123')",
        "year 1984 week 45 day 11 ordinalDay 316 dayOfQuarter 42 hour 12 microsecond 645876"
      ),
      (
        "datetime('1984-11-11T12:31:14.645876123[Europe/Stockholm]')",
        "weekDay 7 minute 31 timezone 'Europe/Stockholm' offset '+01:00' offsetMinutes 60 epochSeconds 469020674 epochMillis 469020674645"
      ),
      (
        "duration({years: 1, months: 4, days: 10, hours: 1, minutes: 1, seconds: 1, nanoseconds: 111111111})",
        "years 1 quarters 5 months 16 weeks 1 days 10 hours 1 minutes 61 seconds 3661 milliseconds 3661111 microseconds 3661111111 nanoseconds 3661111111111 quartersOfYear 1 monthsOfQuarter 1 monthsOfYear 4 daysOfWeek 3 minutesOfHour 1 secondsOfMinute 1 millisecondsOfSecond 111 microsecondsOfSecond 111111 nanosecondsOfSecond 111111111"
      ),
    ])
  func components(value: String, expected: String) throws {
    let words = expected.split(separator: " ")
    for index in stride(from: 0, to: words.count, by: 2) {
      #expect(try Calculator().shown("\(value).\(words[index])") == words[index + 1])
    }
  }

  @Test("a partial date has the components that it knows")
  func partialDates() throws {
    for (text, expected) in [
      ("2009", ["2009", "null", "null", "null", "null"]),
      ("2009-05", ["2009", "2", "5", "null", "null"]),
      ("2009-05-04", ["2009", "2", "5", "4", "19"]),
    ] {
      let date = try #require(PartialDate(text))
      let calculator = Calculator(variables: ["d": .partialDate(date)])
      let shown = try ["year", "quarter", "month", "day", "week"].map {
        try calculator.shown("d.\($0)")
      }
      #expect(shown == expected, "\(text)")
    }
  }

  @Test(
    "components that are none",
    arguments: [
      (
        "date('1984-10-11').yaer",
        "the date '1984-10-11' has no component 'yaer'; did you mean 'year'?"
      ),
      ("date('1984-10-11').hour", "the date '1984-10-11' has no component 'hour'"),
      ("duration('P1D').epochSeconds", "the duration 'P1D' has no component 'epochSeconds'"),
      ("localtime('12:00').offset", "the time '12:00' has no component 'offset'"),
    ])
  func unknown(text: String, message: String) {
    #expect(
      Calculator().problem(text)
        == EvaluationProblem(.typeError, .invalidArgumentValue, message))
  }

  @Test("the listed names are those that are known")
  func names() throws {
    let samples = [
      "date()", "localtime()", "time()", "localdatetime()", "datetime()", "duration('P1D')",
    ]
    for sample in samples {
      let value = try Calculator()(sample)
      for name in TemporalComponent.names(of: value) {
        #expect(throws: Never.self) { try TemporalComponent.value(of: value, named: name) }
      }
    }
  }
}
