// SPDX-License-Identifier: Apache-2.0
import GraphModel
import Testing

struct CalendarDurationTests {
  @Test(arguments: [
    ("P14DT16H12M", "P14DT16H12M"), ("P5M1.5D", "P5M1DT12H"), ("P0.75M", "P22DT19H51M49.5S"),
    ("PT0.75M", "PT45S"), ("P2.5W", "P17DT12H"), ("P12Y5M14DT16H12M70S", "P12Y5M14DT16H13M10S"),
    ("P2012-02-02T14:37:21.545", "P2012Y2M2DT14H37M21.545S"),
    ("P20120202T143721.545", "P2012Y2M2DT14H37M21.545S"), ("P2012Y", "P2012Y"),
    ("P12Y5M-14DT16H", "P12Y5M-14DT16H"), ("PT-1.999S", "PT-1.999S"), ("PT-0.001S", "PT-0.001S"),
    ("-P1DT2H", "P-1DT-2H"), ("PT0S", "PT0S"), ("P0D", "PT0S"), ("PT1.5H", "PT1H30M"),
    ("P0.1D", "PT2H24M"), ("P1.5Y", "P1Y6M"), ("PT0.000000001S", "PT0.000000001S"),
    ("P1234D", "P1234D"), ("P20120202D", "P20120202D"), ("PT0,5S", "PT0.5S"),
  ])
  func texts(text: String, expected: String) throws {
    let duration = try #require(CalendarDuration(text))
    #expect(duration.description == expected)
    #expect(CalendarDuration(duration.description) == duration)
  }

  @Test(arguments: [
    "", "P", "PT", "P1", "1D", "P1DT", "P1H", "PT1D", "P1D1M", "P1M1M", "PT1S1M", "P1.D", "P.5D",
    "P--1D", "p1d", "P1D ", "P1.0000000000D", "P9223372036854775807Y", "P999999999999999999Y",
    "P1S", "P2012-13-02", "P2012-02-32", "P2012-02-02T", "P2012-02-02T25",
  ])
  func refused(text: String) {
    #expect(CalendarDuration(text) == nil)
  }

  /// Parts as a query gives them, and the text of their sum.
  @Test(
    arguments: [
      (
        [
          (12, .years), (5, .months), (14, .days), (16, .hours), (12, .minutes), (70, .seconds),
          (1, .nanoseconds),
        ], "P12Y5M14DT16H13M10.000000001S"
      ),
      ([(12, .years), (5, .months), (-14, .days), (16, .hours)], "P12Y5M-14DT16H"),
      ([(12, .minutes), (-60, .seconds)], "PT11M"),
      ([(2, .seconds), (-1, .milliseconds)], "PT1.999S"),
      ([(-2, .seconds), (1, .milliseconds)], "PT-1.999S"),
      ([(-2, .seconds), (-1, .milliseconds)], "PT-2.001S"),
      ([(1, .days), (1, .milliseconds)], "P1DT0.001S"),
      ([(1, .days), (-1, .milliseconds)], "P1DT-0.001S"),
      ([(60, .seconds), (-1, .milliseconds)], "PT59.999S"),
      ([(-60, .seconds), (1, .milliseconds)], "PT-59.999S"),
      ([(-60, .seconds), (-1, .milliseconds)], "PT-1M-0.001S"),
      ([(5, .months), (1.5, .days)], "P5M1DT12H"), ([(0.75, .months)], "P22DT19H51M49.5S"),
      ([(2.5, .weeks)], "P17DT12H"), ([(1.5, .minutes), (1, .seconds)], "PT1M31S"),
      ([(14, .days), (70, .seconds), (1, .microseconds)], "P14DT1M10.000001S"),
      (
        [
          (12.5, .years), (5.5, .months), (14.5, .days), (16.5, .hours), (12.5, .minutes),
          (70.5, .seconds), (3, .nanoseconds),
        ], "P12Y11M29DT33H58M13.500000003S"
      ),
      ([(2, .quarters)], "P6M"),
    ] as [([(Double, DurationUnit)], String)])
  func parts(parts: [(Double, DurationUnit)], expected: String) {
    var amount = DurationAmount()
    for (count, unit) in parts { amount.add(count, unit) }
    #expect(CalendarDuration(amount)?.description == expected)
  }

  @Test func partsOutOfRange() {
    for count in [Double.nan, .infinity, 0x1p53] {
      var amount = DurationAmount()
      amount.add(count, .days)
      #expect(CalendarDuration(amount) == nil)
    }
    var amount = DurationAmount()
    amount.add(Int64.max, .years)
    #expect(CalendarDuration(amount) == nil)
  }

  @Test func fields() throws {
    let duration = try #require(CalendarDuration("P1Y4M10DT1H1M1.111111111S"))
    #expect(
      [duration.years, duration.quarters, duration.months, duration.weeks, duration.days]
        == [1, 5, 16, 1, 10])
    #expect([duration.hours, duration.minutes, duration.seconds] == [1, 61, 3_661])
    #expect(
      [duration.milliseconds, duration.microseconds, duration.nanoseconds]
        == [3_661_111, 3_661_111_111, 3_661_111_111_111])
    #expect(
      [
        duration.quartersOfYear, duration.monthsOfQuarter, duration.monthsOfYear,
        duration.daysOfWeek, duration.minutesOfHour, duration.secondsOfMinute,
        duration.millisecondsOfSecond, duration.microsecondsOfSecond, Int64(duration.nanosecond),
      ] == [1, 1, 4, 3, 1, 1, 111, 111_111, 111_111_111])
    let back = try #require(CalendarDuration("PT-23H-59M-59.9S"))
    #expect(back.seconds == -86_400 && back.nanosecond == 100_000_000)
    #expect(CalendarDuration(seconds: .max)?.milliseconds == nil)
  }

  /// Sums and differences of all pairs of three durations.
  @Test func sums() throws {
    let first = try #require(CalendarDuration("P12Y5M14DT16H12M70.000000001S"))
    let second = try #require(CalendarDuration("P1M-14DT16H-12M70S"))
    let third = try #require(CalendarDuration("P12Y11M29DT33H58M13.500000003S"))
    let rows = [
      (first, first, "P24Y10M28DT32H26M20.000000002S", "PT0S"),
      (first, second, "P12Y6MT32H2M20.000000001S", "P12Y4M28DT24M0.000000001S"),
      (first, third, "P25Y4M43DT50H11M23.500000004S", "P-6M-15DT-17H-45M-3.500000002S"),
      (second, first, "P12Y6MT32H2M20.000000001S", "P-12Y-4M-28DT-24M-0.000000001S"),
      (second, second, "P2M-28DT31H38M20S", "PT0S"),
      (second, third, "P13Y15DT49H47M23.500000003S", "P-12Y-10M-43DT-18H-9M-3.500000003S"),
      (third, first, "P25Y4M43DT50H11M23.500000004S", "P6M15DT17H45M3.500000002S"),
      (third, second, "P13Y15DT49H47M23.500000003S", "P12Y10M43DT18H9M3.500000003S"),
      (third, third, "P25Y10M58DT67H56M27.000000006S", "PT0S"),
    ]
    for (left, right, sum, difference) in rows {
      #expect(left.adding(right)?.description == sum)
      #expect(left.subtracting(right)?.description == difference)
    }
  }

  @Test func productsAndQuotients() throws {
    let duration = try #require(CalendarDuration("P12Y5M14DT16H13M10.000000001S"))
    let half = "P6Y2M22DT13H21M8S"
    let double = "P24Y10M28DT32H26M20.000000002S"
    #expect(duration.multiplied(by: Int64(1)) == duration)
    #expect(duration.multiplied(by: Int64(2))?.description == double)
    #expect(duration.multiplied(by: 0.5)?.description == half)
    #expect(duration.divided(by: 1) == duration)
    #expect(duration.divided(by: 2)?.description == half)
    #expect(duration.divided(by: 0.5)?.description == double)
    #expect(duration.divided(by: 0) == nil)
    #expect(duration.multiplied(by: .nan) == nil)
    #expect(duration.multiplied(by: Int64.max) == nil)
    let small = try #require(CalendarDuration("PT-0.999999999S"))
    #expect(small.multiplied(by: Int64(-1))?.description == "PT0.999999999S")
    #expect(
      small.multiplied(by: Int64(3_000_000_007))?.description == "PT-833333H-20M-3.999999993S")
  }

  @Test func theLargest() {
    #expect(CalendarDuration(seconds: .max, nanoseconds: 999_999_999) != nil)
    #expect(CalendarDuration(seconds: .max, nanoseconds: 1_000_000_000) == nil)
    #expect(CalendarDuration(seconds: .min)?.negated == nil)
    #expect(CalendarDuration(days: .max) == nil)
    #expect(CalendarDuration(nanoseconds: .min)?.description == "PT-2562047H-47M-16.854775808S")
    #expect(CalendarDuration(seconds: .min)?.description == "PT-2562047788015215H-30M-8S")
    #expect(CalendarDuration(seconds: .max)?.adding(.init(seconds: 1) ?? .zero) == nil)
  }
}
