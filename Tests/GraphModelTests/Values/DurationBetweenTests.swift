// SPDX-License-Identifier: Apache-2.0
import GraphModel
import Testing

struct DurationBetweenTests {
  /// Summer time of central Europe, so that the tests need no files.
  static let zones = TimeZoneDatabase(
    rules: [
      "Europe/Stockholm": TimeZoneRules(posix: "CET-1CEST,M3.5.0,M10.5.0/3")
    ].compactMapValues { $0 })

  /// A value from the kind and the text of a row.
  static func value(_ text: String) -> Value? {
    let parts = text.split(separator: " ")
    switch parts[0] {
    case "date": return CalendarDate(parts[1]).map(Value.date)
    case "localtime": return LocalTime(parts[1]).map(Value.localTime)
    case "time": return ZonedTime(parts[1]).map(Value.time)
    case "localdatetime": return LocalDateTime(parts[1]).map(Value.localDateTime)
    default: return ZonedDateTime(parts[1], zones: zones).map(Value.dateTime)
    }
  }

  private func distance(
    _ from: String, _ to: String, in unit: DistanceUnit
  ) throws -> String? {
    let start = try #require(Self.value(from))
    let end = try #require(Self.value(to))
    return CalendarDuration.between(start, end, in: unit, zones: Self.zones)?.description
  }

  /// From, to, and the distance in mixed units, months, days and seconds.
  @Test(arguments: [
    ("date 1984-10-11", "date 2015-06-24", "P30Y8M13D", "P30Y8M", "P11213D", "PT269112H"),
    (
      "date 1984-10-11", "localdatetime 2016-07-21T21:45:22.142", "P31Y9M10DT21H45M22.142S",
      "P31Y9M", "P11606D", "PT278565H45M22.142S"
    ),
    (
      "date 1984-10-11", "datetime 2015-07-21T21:40:32.142+0100", "P30Y9M10DT21H40M32.142S",
      "P30Y9M", "P11240D", "PT269781H40M32.142S"
    ),
    ("date 1984-10-11", "localtime 16:30", "PT16H30M", "PT0S", "PT0S", "PT16H30M"),
    ("date 1984-10-11", "time 16:30+0100", "PT16H30M", "PT0S", "PT0S", "PT16H30M"),
    ("localtime 14:30", "date 2015-06-24", "PT-14H-30M", "PT0S", "PT0S", "PT-14H-30M"),
    (
      "localtime 14:30", "localdatetime 2016-07-21T21:45:22.142", "PT7H15M22.142S", "PT0S", "PT0S",
      "PT7H15M22.142S"
    ),
    (
      "localtime 14:30", "datetime 2015-07-21T21:40:32.142+0100", "PT7H10M32.142S", "PT0S", "PT0S",
      "PT7H10M32.142S"
    ),
    ("localtime 14:30", "localtime 16:30", "PT2H", "PT0S", "PT0S", "PT2H"),
    ("localtime 14:30", "time 16:30+0100", "PT2H", "PT0S", "PT0S", "PT2H"),
    ("time 14:30", "date 2015-06-24", "PT-14H-30M", "PT0S", "PT0S", "PT-14H-30M"),
    (
      "time 14:30", "localdatetime 2016-07-21T21:45:22.142", "PT7H15M22.142S", "PT0S", "PT0S",
      "PT7H15M22.142S"
    ),
    (
      "time 14:30", "datetime 2015-07-21T21:40:32.142+0100", "PT6H10M32.142S", "PT0S", "PT0S",
      "PT6H10M32.142S"
    ),
    ("time 14:30", "localtime 16:30", "PT2H", "PT0S", "PT0S", "PT2H"),
    ("time 14:30", "time 16:30+0100", "PT1H", "PT0S", "PT0S", "PT1H"),
    (
      "localdatetime 2015-07-21T21:40:32.142", "date 2015-06-24", "P-27DT-21H-40M-32.142S", "PT0S",
      "P-27D", "PT-669H-40M-32.142S"
    ),
    (
      "localdatetime 2015-07-21T21:40:32.142", "localdatetime 2016-07-21T21:45:22.142",
      "P1YT4M50S", "P1Y", "P366D", "PT8784H4M50S"
    ),
    (
      "localdatetime 2015-07-21T21:40:32.142", "datetime 2015-07-21T21:40:32.142+0100", "PT0S",
      "PT0S", "PT0S", "PT0S"
    ),
    (
      "localdatetime 2015-07-21T21:40:32.142", "localtime 16:30", "PT-5H-10M-32.142S", "PT0S",
      "PT0S", "PT-5H-10M-32.142S"
    ),
    (
      "localdatetime 2015-07-21T21:40:32.142", "time 16:30+0100", "PT-5H-10M-32.142S", "PT0S",
      "PT0S", "PT-5H-10M-32.142S"
    ),
    (
      "datetime 2014-07-21T21:40:36.143+0200", "date 2015-06-24", "P11M2DT2H19M23.857S", "P11M",
      "P337D", "PT8090H19M23.857S"
    ),
    (
      "datetime 2014-07-21T21:40:36.143+0200", "localdatetime 2016-07-21T21:45:22.142",
      "P2YT4M45.999S", "P2Y", "P731D", "PT17544H4M45.999S"
    ),
    (
      "datetime 2014-07-21T21:40:36.143+0200", "datetime 2015-07-21T21:40:32.142+0100",
      "P1YT59M55.999S", "P1Y", "P365D", "PT8760H59M55.999S"
    ),
    (
      "datetime 2014-07-21T21:40:36.143+0200", "localtime 16:30", "PT-5H-10M-36.143S", "PT0S",
      "PT0S", "PT-5H-10M-36.143S"
    ),
    (
      "datetime 2014-07-21T21:40:36.143+0200", "time 16:30+0100", "PT-4H-10M-36.143S", "PT0S",
      "PT0S", "PT-4H-10M-36.143S"
    ),
  ])
  func distances(
    from: String, to: String, mixed: String, months: String, days: String, seconds: String
  ) throws {
    #expect(try distance(from, to, in: .mixed) == mixed)
    #expect(try distance(from, to, in: .months) == months)
    #expect(try distance(from, to, in: .days) == days)
    #expect(try distance(from, to, in: .seconds) == seconds)
  }

  @Test(arguments: [
    ("localdatetime 2018-01-01T12:00", "localdatetime 2018-01-02T10:00", "PT22H"),
    ("localdatetime 2018-01-02T10:00", "localdatetime 2018-01-01T12:00", "PT-22H"),
    (
      "localdatetime 2018-01-01T10:00:00.2", "localdatetime 2018-01-02T10:00:00.1",
      "PT23H59M59.9S"
    ),
    (
      "localdatetime 2018-01-02T10:00:00.1", "localdatetime 2018-01-01T10:00:00.2",
      "PT-23H-59M-59.9S"
    ),
    (
      "datetime 2017-10-28T23:00+02:00[Europe/Stockholm]",
      "datetime 2017-10-29T04:00+01:00[Europe/Stockholm]", "PT6H"
    ),
    (
      "datetime 2017-10-29T04:00+01:00[Europe/Stockholm]",
      "datetime 2017-10-28T23:00+02:00[Europe/Stockholm]", "PT-6H"
    ),
    ("date -999999999-01-01", "date +999999999-12-31", "P1999999998Y11M30D"),
    (
      "datetime 2017-10-29T02:30+02:00[Europe/Stockholm]",
      "datetime 2017-10-29T02:30+01:00[Europe/Stockholm]", "PT1H"
    ),
  ])
  func mixedDistances(from: String, to: String, expected: String) throws {
    #expect(try distance(from, to, in: .mixed) == expected)
  }

  @Test(arguments: [
    ("date 2018-03-11", "date 2016-06-24", "P-1Y-8M"),
    ("date 2018-07-21", "datetime 2016-07-21T21:40:32.142+0100", "P-1Y-11M"),
    ("localdatetime 2018-07-21T21:40:32.142", "date 2016-07-21", "P-2Y"),
    ("datetime 2018-07-21T21:40:36.143+0200", "localdatetime 2016-07-21T21:40:36.143", "P-2Y"),
    (
      "datetime 2018-07-21T21:40:36.143+0500", "datetime 1984-07-21T22:40:36.143+0200",
      "P-33Y-11M"
    ),
  ])
  func negativeMonths(from: String, to: String, expected: String) throws {
    #expect(try distance(from, to, in: .months) == expected)
  }

  @Test(arguments: [
    (
      "localdatetime 2014-07-21T21:40:36.143", "localdatetime 2014-07-21T21:40:36.142",
      "PT-0.001S"
    ),
    ("datetime 2017-10-29T00:00[Europe/Stockholm]", "localdatetime 2017-10-29T04:00", "PT5H"),
    ("datetime 2017-10-29T00:00[Europe/Stockholm]", "localtime 04:00", "PT5H"),
    ("localdatetime 2017-10-29T00:00", "datetime 2017-10-29T04:00[Europe/Stockholm]", "PT5H"),
    ("localtime 00:00", "datetime 2017-10-29T04:00[Europe/Stockholm]", "PT5H"),
    ("date 2017-10-29", "datetime 2017-10-29T04:00[Europe/Stockholm]", "PT5H"),
    ("datetime 2017-10-29T00:00[Europe/Stockholm]", "date 2017-10-30", "PT25H"),
    (
      "localdatetime -999999999-01-01", "localdatetime +999999999-12-31T23:59:59",
      "PT17531639991215H59M59S"
    ),
    ("localtime 12:34:54.7", "localtime 12:34:54.3", "PT-0.4S"),
    ("localtime 12:34:54.7", "localtime 12:44:55.3", "PT10M0.6S"),
    ("localtime 12:44:54.7", "localtime 12:34:55.3", "PT-9M-59.4S"),
    ("localtime 12:34:56", "localtime 12:44:55.7", "PT9M59.7S"),
    ("localtime 12:44:56", "localtime 12:34:55.7", "PT-10M-0.3S"),
    ("localtime 12:34:56.3", "localtime 12:34:54.7", "PT-1.6S"),
  ])
  func seconds(from: String, to: String, expected: String) throws {
    #expect(try distance(from, to, in: .seconds) == expected)
  }

  /// Adding the distance to the start gives the end.
  @Test func distancesLeadToTheEnd() throws {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<5_000 {
      let ends = (0..<2).compactMap { _ in
        LocalDateTime(
          localSecond: Int64.random(in: -4_000_000_000...4_000_000_000, using: &generator),
          nanosecond: Int.random(in: 0..<1_000_000_000, using: &generator))
      }
      let distance = try #require(
        CalendarDuration.between(.localDateTime(ends[0]), .localDateTime(ends[1])))
      #expect(ends[0].adding(distance) == ends[1])
    }
  }

  @Test func onlyDatesAndTimesHaveADistance() throws {
    let day = try #require(Self.value("date 2018-01-01"))
    #expect(CalendarDuration.between(.integer(1), day) == nil)
    #expect(CalendarDuration.between(day, .null) == nil)
    let nowhere = try #require(
      ZonedDateTime("2018-01-01T00:00Z[Etc/Nowhere]", zones: Self.zones))
    #expect(CalendarDuration.between(.dateTime(nowhere), day, zones: Self.zones) == nil)
  }
}
