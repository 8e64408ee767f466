// SPDX-License-Identifier: Apache-2.0
import GraphModel
import Testing

struct PartialDateTests {
  @Test(arguments: [
    ("2009", PartialDate.Precision.year, "2009-01-01", "2009-12-31"),
    ("2009-04", .month, "2009-04-01", "2009-04-30"),
    ("2008-02", .month, "2008-02-01", "2008-02-29"),
    ("2009-04-27", .day, "2009-04-27", "2009-04-27"), ("0001", .year, "0001-01-01", "0001-12-31"),
    ("9999-12", .month, "9999-12-01", "9999-12-31"),
  ])
  func reading(
    text: String, precision: PartialDate.Precision, earliest: String, latest: String
  ) throws {
    let date = try #require(PartialDate(text))
    #expect(date.precision == precision)
    #expect(date.earliest.description == earliest)
    #expect(date.latest.description == latest)
    #expect(date.description == text)
  }

  @Test(arguments: [
    "", "0000", "209", "20090", "2009-", "2009-4", "2009-00", "2009-13", "2009-04-", "2009-04-7",
    "2009-04-31", "2009-02-29", "2009-04-00", "200904", "20090427", "2009-04-271", "2009/04/27",
    "-2009", "+2009", "2009-W17", " 2009", "2009 ", "２００９",
  ])
  func refused(text: String) {
    #expect(PartialDate(text) == nil)
  }

  /// Every raw value of some years is either a date that packs to itself or refused.
  @Test func rawValuesRoundTrip() {
    var count = 0
    for raw in (Int32(2008) << 9)..<(Int32(2010) << 9) {
      guard let date = PartialDate(rawValue: raw) else { continue }
      count += 1
      #expect(date.rawValue == raw)
      #expect(PartialDate(date.description) == date)
    }
    #expect(count == 2 * 13 + 366 + 365)
    #expect(PartialDate(rawValue: 0) == nil)
    #expect(PartialDate(rawValue: .max) == nil)
    #expect(PartialDate(rawValue: .min) == nil)
    #expect(PartialDate(rawValue: 1) == nil)
  }

  @Test func orderIsByFirstDayThenCoarserFirst() throws {
    let texts = ["2008-12-31", "2009", "2009-01", "2009-01-01", "2009-01-02", "2009-02", "2010"]
    let dates = try texts.map { try #require(PartialDate($0)) }
    #expect(dates.reversed().sorted() == dates)
  }

  @Test func fieldsThatAreNotKnown() throws {
    let year = try #require(PartialDate("2009"))
    #expect(year.year == 2009 && year.month == nil && year.day == nil)
    let month = try #require(PartialDate("2009-04"))
    #expect(month.year == 2009 && month.month == 4 && month.day == nil)
    #expect(try #require(PartialDate("2009-04-27")).day == 27)
  }

  @Test func daysConvert() throws {
    let day = try #require(CalendarDate("2009-04-27"))
    #expect(PartialDate(day)?.description == "2009-04-27")
    #expect(PartialDate(try #require(CalendarDate("+10000-01-01"))) == nil)
  }
}

struct DateIntervalTests {
  private func interval(_ start: String?, _ end: String?) -> DateInterval {
    DateInterval(start: start.flatMap { CalendarDate($0) }, end: end.flatMap { CalendarDate($0) })
  }

  @Test func texts() {
    #expect(interval("2014-01-01", "2019-12-31").description == "2014-01-01 – 2019-12-31")
    #expect(interval("2014-01-01", nil).description == "from 2014-01-01")
    #expect(interval(nil, "2019-12-31").description == "until 2019-12-31")
    #expect(interval("2014-01-01", "2014-01-01").description == "2014-01-01")
    #expect(DateInterval.unbounded.description == "always")
    #expect(interval("2014-01-02", "2014-01-01").description == "never")
  }

  @Test func partialDatesReachAsFarAsTheyCan() {
    let stated = DateInterval(since: PartialDate("2014"), until: PartialDate("2019-02"))
    #expect(stated == interval("2014-01-01", "2019-02-28"))
    #expect(DateInterval(since: nil, until: nil) == .unbounded)
  }

  /// All small intervals against the sets of days they stand for.
  @Test func containmentAndIntersectionAgreeWithSetsOfDays() {
    let days = (0..<5).compactMap { CalendarDate(dayNumber: $0) }
    let ends: [CalendarDate?] = days.map(Optional.some) + [nil]
    let intervals = ends.flatMap { start in ends.map { DateInterval(start: start, end: $0) } }
    for left in intervals {
      for right in intervals {
        let common = days.filter { left.contains($0) && right.contains($0) }
        let intersection = left.intersection(right)
        #expect((intersection.map { both in days.filter { both.contains($0) } } ?? []) == common)
        #expect((intersection == nil) == common.isEmpty)
        #expect(left.isEmpty == days.allSatisfy { !left.contains($0) })
      }
    }
  }
}
