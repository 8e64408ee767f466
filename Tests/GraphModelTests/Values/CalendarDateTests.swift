// SPDX-License-Identifier: Apache-2.0
import GraphModel
import Testing

struct CalendarDateTests {
  /// Counts every day of eight centuries one by one, with its week and its place in the year.
  @Test func everyDayFrom1600To2400() throws {
    var (year, month, day) = (1600, 1, 1)
    var ordinal = 1
    var dayOfWeek = 6
    var number = try #require(CalendarDate(year: 1600, month: 1, day: 1)).dayNumber
    var faults: [String] = []
    while year < 2400 {
      let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      let date = try #require(CalendarDate(year: year, month: month, day: day))
      let isRight =
        date.dayNumber == number && date.civil == (year, month, day)
        && date.ordinalDay == ordinal && date.dayOfWeek == dayOfWeek
        && date.quarter == (month - 1) / 3 + 1
        && CalendarDate(date.description) == date
        && CalendarDate(year: year, ordinalDay: ordinal) == date
        && CalendarDate(year: year, quarter: date.quarter, dayOfQuarter: date.dayOfQuarter) == date
        && CalendarDate(weekYear: date.weekYear, week: date.week, dayOfWeek: dayOfWeek) == date
      if !isRight { faults.append("\(date)") }
      number += 1
      ordinal += 1
      dayOfWeek = dayOfWeek % 7 + 1
      day += 1
      if day > lengths[month - 1] {
        day = 1
        month += 1
      }
      if month > 12 {
        month = 1
        ordinal = 1
        year += 1
      }
    }
    #expect(faults.isEmpty)
    #expect(number == 157_054)
  }

  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("0000-03-01", -719_468), ("2000-02-29", 11_016),
    ("-999999999-01-01", -365_243_219_162), ("+999999999-12-31", 365_241_780_471),
  ])
  func knownDayNumbers(text: String, number: Int64) throws {
    let date = try #require(CalendarDate(text))
    #expect(date.dayNumber == number)
    #expect(date.description == text)
    #expect(CalendarDate(dayNumber: number) == date)
  }

  @Test func theRangeEnds() {
    #expect(CalendarDate(dayNumber: 365_241_780_472) == nil)
    #expect(CalendarDate(dayNumber: -365_243_219_163) == nil)
    #expect(CalendarDate(year: 1_000_000_000, month: 1, day: 1) == nil)
    #expect(CalendarDate(year: .max, month: 1, day: 1) == nil)
    #expect(CalendarDate(weekYear: .min, week: 1, dayOfWeek: 1) == nil)
  }

  @Test(arguments: [
    (1816, 1, "1816-01-01"), (1816, 52, "1816-12-23"), (1817, 1, "1816-12-30"),
    (1817, 10, "1817-03-03"), (1817, 30, "1817-07-21"), (1818, 1, "1817-12-29"),
    (1818, 52, "1818-12-21"), (1818, 53, "1818-12-28"), (1819, 1, "1819-01-04"),
    (1819, 52, "1819-12-27"),
  ])
  func weeks(year: Int, week: Int, expected: String) {
    #expect(CalendarDate(weekYear: year, week: week, dayOfWeek: 1)?.description == expected)
  }

  @Test func fields() throws {
    let date = try #require(CalendarDate("1984-10-11"))
    #expect(
      [date.quarter, date.week, date.weekYear, date.ordinalDay, date.dayOfWeek, date.dayOfQuarter]
        == [4, 41, 1984, 285, 4, 11])
    let newYear = try #require(CalendarDate("1984-01-01"))
    #expect([newYear.weekYear, newYear.week, newYear.dayOfWeek] == [1983, 52, 7])
  }

  @Test(arguments: [
    ("2015-07-21", "2015-07-21"), ("20150721", "2015-07-21"), ("2015-07", "2015-07-01"),
    ("201507", "2015-07-01"), ("2015-W30-2", "2015-07-21"), ("2015W302", "2015-07-21"),
    ("2015-W30", "2015-07-20"), ("2015W30", "2015-07-20"), ("2015-202", "2015-07-21"),
    ("2015202", "2015-07-21"), ("2015", "2015-01-01"), ("2015-Q3-21", "2015-07-21"),
    ("2015Q321", "2015-07-21"), ("2015-Q3", "2015-07-01"), ("-0005-02-03", "-0005-02-03"),
    ("+12015-07-21", "+12015-07-21"), ("+2015-07-21", "2015-07-21"),
  ])
  func forms(text: String, expected: String) {
    #expect(CalendarDate(text)?.description == expected)
  }

  @Test(arguments: [
    "", "2", "201", "20150", "2015-", "2015-7-21", "2015-07-2", "2015-07-211", "2015-13-01",
    "2015-02-29", "2015-00-01", "2015-01-00", "2015-W00-1", "2015-W54-1", "2015-W30-8",
    "2015-W30-0", "2015-366", "2015-000", "2015-Q5-01", "2015-Q1-91", " 2015-07-21",
    "2015-07-21 ", "2015/07/21", "２０１５-07-21", "+20150721", "-2015W302", "+1234567890-01-01",
    "2015-07-21T00:00", "--07-21", String(repeating: "9", count: 100_000),
  ])
  func refused(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test func arithmeticClampsToTheMonthAndStaysInRange() throws {
    let date = try #require(CalendarDate("2024-01-31"))
    #expect(date.adding(months: 1)?.description == "2024-02-29")
    #expect(date.adding(months: 13)?.description == "2025-02-28")
    #expect(date.adding(months: -2)?.description == "2023-11-30")
    #expect(date.adding(days: 30)?.description == "2024-03-01")
    #expect(date.adding(days: .max) == nil)
    #expect(date.adding(days: .min) == nil)
    #expect(date.adding(months: .max) == nil)
    #expect(date.adding(months: .min) == nil)
  }

  @Test(arguments: [
    ("P12Y5M14DT16H12M70.000000002S", "1997-03-25", "1972-04-27"),
    ("P1M-14DT16H-12M70S", "1984-10-28", "1984-09-25"),
    ("P12Y11M29DT33H58M13.5S", "1997-10-11", "1971-10-12"),
    ("PT24H", "1984-10-12", "1984-10-10"), ("PT23H59M59.9S", "1984-10-11", "1984-10-11"),
  ])
  func durations(text: String, sum: String, difference: String) throws {
    let date = try #require(CalendarDate("1984-10-11"))
    let duration = try #require(CalendarDuration(text))
    #expect(date.adding(duration)?.description == sum)
    #expect(date.subtracting(duration)?.description == difference)
  }
}
