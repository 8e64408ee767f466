// SPDX-License-Identifier: Apache-2.0
import GraphModel
import Testing

struct TimeTextTests {
  @Test(arguments: [
    ("21:40:32.142", "21:40:32.142"), ("214032.142", "21:40:32.142"), ("21:40:32", "21:40:32"),
    ("214032", "21:40:32"), ("21:40", "21:40"), ("2140", "21:40"), ("21", "21:00"),
    ("12:31:14.645876123", "12:31:14.645876123"), ("00:00:00.5", "00:00:00.5"),
  ])
  func localTimes(text: String, expected: String) {
    #expect(LocalTime(text)?.description == expected)
  }

  @Test(arguments: [
    "", "2", "214", "24:00", "21:60", "21:40:60", "21:40:32.", "21:40:32.1234567890", "21:4",
    "21.5", "21:40.5", "2140:32", "21:4032", "21:40:32,5", "21:40Z", " 21:40", "T21:40",
  ])
  func refusedLocalTimes(text: String) {
    #expect(LocalTime(text) == nil)
  }

  @Test func fieldsOfATime() throws {
    let time = try #require(LocalTime("12:31:14.645876123"))
    #expect(
      [
        time.hour, time.minute, time.second, time.millisecond, time.microsecond, time.nanosecond,
      ] == [12, 31, 14, 645, 645_876, 645_876_123])
    #expect(LocalTime(nanosecondOfDay: time.nanosecondOfDay) == time)
    #expect(LocalTime(nanosecondOfDay: 86_400_000_000_000) == nil)
    #expect(LocalTime(nanosecondOfDay: -1) == nil)
    #expect(LocalTime(hour: 24) == nil)
  }

  @Test(arguments: [
    ("21:40:32.142+0100", "21:40:32.142+01:00"), ("214032.142Z", "21:40:32.142Z"),
    ("21:40:32+01:00", "21:40:32+01:00"), ("214032-0100", "21:40:32-01:00"),
    ("21:40-01:30", "21:40-01:30"), ("2140-00:00", "21:40Z"), ("2140-02", "21:40-02:00"),
    ("22+18:00", "22:00+18:00"), ("12:34:56+02:05:00", "12:34:56+02:05"),
    ("12:34:56+02:05:59", "12:34:56+02:05:59"), ("12:34:56-020507", "12:34:56-02:05:07"),
    ("14:30", "14:30Z"),
  ])
  func zonedTimes(text: String, expected: String) {
    #expect(ZonedTime(text)?.description == expected)
  }

  @Test(arguments: ["", "14:30+", "14:30+1", "14:30+18:00:01", "14:30+01:60", "14:30+01:00Z", "Z"])
  func refusedZonedTimes(text: String) {
    #expect(ZonedTime(text) == nil)
  }

  @Test func offsets() throws {
    let offset = try #require(ZoneOffset("+01:00"))
    #expect(offset.seconds == 3_600 && offset.minutes == 60)
    #expect(ZoneOffset(seconds: 64_801) == nil)
    #expect(ZoneOffset(seconds: .min) == nil)
    #expect(ZonedTime("14:30", defaultOffset: offset)?.description == "14:30+01:00")
  }

  @Test func timesMoveBetweenOffsets() throws {
    let time = try #require(ZonedTime("23:30+01:00"))
    #expect(time.converted(to: try #require(ZoneOffset("+05:00"))).description == "03:30+05:00")
    #expect(time.converted(to: try #require(ZoneOffset("-18:00"))).description == "04:30-18:00")
    #expect(time.converted(to: .utc).description == "22:30Z")
  }

  @Test(arguments: [
    ("2015-07-21T21:40:32.142", "2015-07-21T21:40:32.142"),
    ("2015-W30-2T214032.142", "2015-07-21T21:40:32.142"),
    ("2015-202T21:40:32", "2015-07-21T21:40:32"), ("2015T214032", "2015-01-01T21:40:32"),
    ("20150721T21:40", "2015-07-21T21:40"), ("2015-W30T2140", "2015-07-20T21:40"),
    ("2015202T21", "2015-07-21T21:00"), ("-999999999-01-01", "-999999999-01-01T00:00"),
    ("+999999999-12-31T23:59:59", "+999999999-12-31T23:59:59"),
  ])
  func localDateTimes(text: String, expected: String) throws {
    let value = try #require(LocalDateTime(text))
    #expect(value.description == expected)
    #expect(LocalDateTime(value.description) == value)
    #expect(LocalDateTime(date: value.date, time: value.time) == value)
  }

  @Test(arguments: [
    "", "T", "2015-07-21T", "2015-07-21 21:40", "2015-07-21t21:40", "2015-07-21T24:00",
    "2015-02-30T00:00", "21:40",
  ])
  func refusedLocalDateTimes(text: String) {
    #expect(LocalDateTime(text) == nil)
  }

  @Test(arguments: [
    ("2015-07-21T21:40:32.142+0100", "2015-07-21T21:40:32.142+01:00"),
    ("2015-W30-2T214032.142Z", "2015-07-21T21:40:32.142Z"),
    ("2015-202T21:40:32+01:00", "2015-07-21T21:40:32+01:00"),
    ("2015T214032-0100", "2015-01-01T21:40:32-01:00"),
    ("20150721T21:40-01:30", "2015-07-21T21:40-01:30"),
    ("2015-W30T2140-00:00", "2015-07-20T21:40Z"), ("2015-W30T2140-02", "2015-07-20T21:40-02:00"),
    ("2015202T21+18:00", "2015-07-21T21:00+18:00"),
  ])
  func zonedDateTimes(text: String, expected: String) {
    #expect(ZonedDateTime(text)?.description == expected)
  }

  @Test func localArithmeticGoesAroundTheClock() throws {
    let time = try #require(LocalTime("12:31:14.000000001"))
    let rows = [
      ("P12Y5M14DT16H12M70.000000002S", "04:44:24.000000003", "20:18:03.999999999"),
      ("P1M-14DT16H-12M70S", "04:20:24.000000001", "20:42:04.000000001"),
      ("P12Y11M29DT33H58M13.500000003S", "22:29:27.500000004", "02:33:00.499999998"),
    ]
    for (text, sum, difference) in rows {
      let duration = try #require(CalendarDuration(text))
      #expect(time.adding(duration).description == sum)
      #expect(time.subtracting(duration).description == difference)
      let zoned = ZonedTime(time: time, offset: try #require(ZoneOffset("+01:00")))
      #expect(zoned.adding(duration).description == sum + "+01:00")
      #expect(zoned.subtracting(duration).description == difference + "+01:00")
    }
  }

  @Test func dateTimeArithmetic() throws {
    let start = try #require(LocalDateTime("1984-10-11T12:31:14.000000001"))
    let rows = [
      (
        "P12Y5M14DT16H12M70.000000002S", "1997-03-26T04:44:24.000000003",
        "1972-04-26T20:18:03.999999999"
      ),
      (
        "P1M-14DT16H-12M70S", "1984-10-29T04:20:24.000000001", "1984-09-24T20:42:04.000000001"
      ),
      (
        "P12Y11M29DT33H58M13.500000003S", "1997-10-11T22:29:27.500000004",
        "1971-10-12T02:33:00.499999998"
      ),
    ]
    for (text, sum, difference) in rows {
      let duration = try #require(CalendarDuration(text))
      #expect(start.adding(duration)?.description == sum)
      #expect(start.subtracting(duration)?.description == difference)
      let zoned = ZonedDateTime(local: start, offset: try #require(ZoneOffset("+01:00")))
      #expect(zoned.adding(duration)?.description == sum + "+01:00")
      #expect(zoned.subtracting(duration)?.description == difference + "+01:00")
    }
    let last = try #require(LocalDateTime("+999999999-12-31T23:59:59"))
    #expect(last.adding(try #require(CalendarDuration("PT1S"))) == nil)
  }

  @Test(arguments: [
    (TruncationUnit.millennium, "2000-01-01T00:00"), (.century, "2000-01-01T00:00"),
    (.decade, "2010-01-01T00:00"), (.year, "2017-01-01T00:00"), (.weekYear, "2017-01-02T00:00"),
    (.quarter, "2017-10-01T00:00"), (.month, "2017-10-01T00:00"), (.week, "2017-10-09T00:00"),
    (.day, "2017-10-11T00:00"), (.hour, "2017-10-11T12:00"), (.minute, "2017-10-11T12:31"),
    (.second, "2017-10-11T12:31:14"), (.millisecond, "2017-10-11T12:31:14.645"),
    (.microsecond, "2017-10-11T12:31:14.645876"),
  ])
  func truncation(unit: TruncationUnit, expected: String) throws {
    let value = try #require(LocalDateTime("2017-10-11T12:31:14.645876123"))
    #expect(value.truncated(to: unit)?.description == expected)
  }

  @Test func truncationAtTheEdges() throws {
    let newYear = try #require(CalendarDate("1984-01-01"))
    #expect(newYear.truncated(to: .weekYear)?.description == "1983-01-03")
    #expect(try #require(CalendarDate("-0001-05-05")).truncated(to: .decade)?.year == -10)
    let first = try #require(CalendarDate("-999999999-01-01"))
    #expect(first.truncated(to: .millennium) == nil)
  }
}
