// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import GraphModel

struct TimeZoneTests {
  private let zones = DurationBetweenTests.zones

  /// The bytes of a small file: three types, two changes, perhaps a text for the time after.
  private func file(
    version: UInt8 = 0x32, changes: [(Int64, UInt8)] = [(-100, 1), (1_000, 2)],
    offsets: [Int32] = [3_208, 3_600, 7_200], footer: String = "CET-1CEST,M3.5.0,M10.5.0/3",
    leapCount: UInt32 = 0
  ) -> [UInt8] {
    func bigEndian(_ number: some FixedWidthInteger) -> [UInt8] {
      let size = type(of: number).bitWidth / 8
      return (0..<size).map { UInt8(truncatingIfNeeded: number >> ((size - 1 - $0) * 8)) }
    }
    func block(is64Bit: Bool) -> [UInt8] {
      var bytes = Array("TZif".utf8) + [version] + [UInt8](repeating: 0, count: 15)
      for count in [0, 0, leapCount, UInt32(changes.count), UInt32(offsets.count), 4] {
        bytes += bigEndian(count)
      }
      for (moment, _) in changes { bytes += is64Bit ? bigEndian(moment) : bigEndian(Int32(moment)) }
      for (_, type) in changes { bytes.append(type) }
      for offset in offsets { bytes += bigEndian(offset) + [0, 0] }
      return bytes + Array("CET\0".utf8)
    }
    guard version != 0 else { return block(is64Bit: false) }
    return block(is64Bit: false) + block(is64Bit: true) + Array("\n\(footer)\n".utf8)
  }

  @Test func filesAreRead() throws {
    for version in [UInt8(0), 0x32, 0x34] {
      let rules = try #require(TimeZoneRules(tzif: file(version: version)))
      #expect(rules.offset(atEpochSecond: -101).description == "+00:53:28")
      #expect(rules.offset(atEpochSecond: -100).description == "+01:00")
      #expect(rules.offset(atEpochSecond: 999).description == "+01:00")
      let july = try #require(LocalDateTime("2040-07-01T00:00")).localSecond
      let january = try #require(LocalDateTime("2040-01-01T00:00")).localSecond
      #expect(rules.offset(atEpochSecond: july).description == "+02:00")
      let winter = version == 0 ? "+02:00" : "+01:00"
      #expect(rules.offset(atEpochSecond: january).description == winter)
    }
  }

  /// Every file cut short and every file with one byte changed is refused or read, never trusted.
  @Test func damagedFilesDoNoHarm() {
    let whole = file()
    for length in whole.indices {
      #expect(TimeZoneRules(tzif: Array(whole[..<length])) == nil, "\(length)")
    }
    var readCount = 0
    for index in whole.indices {
      for value in [UInt8(0), 1, 0x7F, 0x80, 0xFF] {
        var damaged = whole
        damaged[index] = value
        if let rules = TimeZoneRules(tzif: damaged) {
          readCount += 1
          _ = rules.offset(atEpochSecond: .max)
          _ = rules.offset(atEpochSecond: .min)
        }
      }
    }
    #expect(readCount > 0)
    #expect(TimeZoneRules(tzif: file(leapCount: 1)) == nil)
    #expect(TimeZoneRules(tzif: file(changes: [(5, 1), (5, 2)])) == nil)
    #expect(TimeZoneRules(tzif: file(changes: [(5, 3)])) == nil)
    #expect(TimeZoneRules(tzif: file(offsets: [90_000, 0, 0])) == nil)
    #expect(TimeZoneRules(tzif: file(footer: "nonsense")) == nil)
  }

  @Test(arguments: [
    ("Europe/Stockholm", true), ("Etc/GMT+12", true), ("America/Port-au-Prince", true),
    ("UTC", true), ("", false), ("/etc/passwd", false), ("../etc/passwd", false),
    ("Europe/../../etc/passwd", false), ("Europe//Stockholm", false), ("Europe/", false),
    ("Europe/Stock holm", false), ("Europe/Stockholm\0", false), ("Ünited", false), (".", false),
    (String(repeating: "a", count: 65), false),
  ])
  func names(name: String, isWellFormed: Bool) {
    #expect(TimeZoneDatabase.isWellFormed(name) == isWellFormed)
    if !isWellFormed { #expect(TimeZoneDatabase.system.rules(named: name) == nil) }
  }

  @Test(arguments: [
    "", "CE-1", "CET", "CET-1CEST,M3.5.0", "CET-1CEST", "CET-1CEST,M13.5.0,M10.5.0",
    "CET-1CEST,M3.6.0,M10.5.0", "CET-1CEST,M3.5.7,M10.5.0", "CET-1CEST,J0,J365",
    "CET-1CEST,366,1", "CET-168", "<CET-1", "CET-1CEST,M3.5.0,M10.5.0/3x", "CET-19",
    "CET-1CEST,M3.5.0/1:60,M10.5.0",
  ])
  func refusedPosixTexts(text: String) {
    #expect(TimeZoneRules(posix: text) == nil)
  }

  @Test(arguments: [
    ("CET-1CEST,M3.5.0,M10.5.0/3", "2017-03-26T00:59:59", "+01:00"),
    ("CET-1CEST,M3.5.0,M10.5.0/3", "2017-03-26T01:00:00", "+02:00"),
    ("CET-1CEST,M3.5.0,M10.5.0/3", "2017-10-29T00:59:59", "+02:00"),
    ("CET-1CEST,M3.5.0,M10.5.0/3", "2017-10-29T01:00:00", "+01:00"),
    ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "2017-01-01T00:00", "+11:00"),
    ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "2017-07-01T00:00", "+10:30"),
    ("<+0545>-5:45", "2017-07-01T00:00", "+05:45"),
    ("EST5EDT,J60,J300", "2016-03-01T06:59", "-05:00"),
    ("EST5EDT,J60,J300", "2016-03-01T07:00", "-04:00"),
    ("EST5EDT,59,300", "2016-02-29T07:00", "-04:00"),
    ("EST5EDT,0/0,J365/25", "2017-12-31T12:00", "-04:00"),
  ])
  func posixTexts(text: String, moment: String, expected: String) throws {
    let rules = try #require(TimeZoneRules(posix: text))
    let second = try #require(LocalDateTime(moment)).localSecond
    #expect(rules.offset(atEpochSecond: second).description == expected)
  }

  @Test(arguments: [
    ("2017-03-26T01:59:59", "2017-03-26T01:59:59+01:00"),
    ("2017-03-26T02:30", "2017-03-26T03:30+02:00"), ("2017-03-26T03:00", "2017-03-26T03:00+02:00"),
    ("2017-10-29T01:59:59", "2017-10-29T01:59:59+02:00"),
    ("2017-10-29T02:30", "2017-10-29T02:30+02:00"), ("2017-10-29T03:00", "2017-10-29T03:00+01:00"),
    ("1984-08-14T12:31:14.645", "1984-08-14T12:31:14.645+02:00"),
  ])
  func localTimesAreResolved(local: String, expected: String) throws {
    let value = try #require(LocalDateTime(local))
    let zoned = ZonedDateTime(local: value, zoneName: "Europe/Stockholm", zones: zones)
    #expect(zoned?.description == expected + "[Europe/Stockholm]")
    let text = ZonedDateTime("\(local)[Europe/Stockholm]", zones: zones)
    #expect(text == zoned)
  }

  @Test(arguments: [
    (
      "2015-07-21T21:40:32.142+02:00[Europe/Stockholm]",
      "2015-07-21T21:40:32.142+02:00[Europe/Stockholm]"
    ),
    (
      "2015-07-21T21:40:32.142+0845[Etc/Elsewhere]",
      "2015-07-21T21:40:32.142+08:45[Etc/Elsewhere]"
    ),
    ("2017-10-29T02:30+01:00[Europe/Stockholm]", "2017-10-29T02:30+01:00[Europe/Stockholm]"),
  ])
  func zonesInTexts(text: String, expected: String) {
    #expect(ZonedDateTime(text, zones: zones)?.description == expected)
  }

  @Test(arguments: [
    "2015-07-21T21:40+03:00[Europe/Stockholm]", "2015-07-21T21:40[Etc/Elsewhere]",
    "2015-07-21T21:40Z[]", "2015-07-21T21:40Z[Europe/Stockholm", "2015-07-21T21:40Z[../x]",
    "2015-07-21T21:40Z[Etc/Elsewhere]x", "2015-07-21T21:40Z]",
  ])
  func refusedZonesInTexts(text: String) {
    #expect(ZonedDateTime(text, zones: zones) == nil)
  }

  @Test func momentsMoveBetweenZones() throws {
    let utc = try #require(ZonedDateTime("2017-06-01T12:00Z"))
    #expect(
      utc.converted(toZoneNamed: "Europe/Stockholm", zones: zones)?.description
        == "2017-06-01T14:00+02:00[Europe/Stockholm]")
    #expect(
      utc.converted(to: try #require(ZoneOffset("-03:30")))?.description
        == "2017-06-01T08:30-03:30")
    #expect(utc.converted(toZoneNamed: "Etc/Elsewhere", zones: zones) == nil)
  }

  @Test func durationsAcrossAChangeOfTheClock() throws {
    let start = try #require(
      ZonedDateTime("2017-10-28T12:00[Europe/Stockholm]", zones: zones))
    let day = try #require(CalendarDuration("P1D"))
    let hours = try #require(CalendarDuration("PT24H"))
    #expect(
      start.adding(day, zones: zones)?.description
        == "2017-10-29T12:00+01:00[Europe/Stockholm]")
    #expect(
      start.adding(hours, zones: zones)?.description
        == "2017-10-29T11:00+01:00[Europe/Stockholm]")
    let later = try #require(start.adding(day, zones: zones))
    #expect(later.subtracting(day, zones: zones) == start)
    let second = try #require(
      ZonedDateTime("2017-10-29T02:30+01:00[Europe/Stockholm]", zones: zones))
    #expect(second.adding(.zero, zones: zones) == second)
  }

  @Test func epochs() throws {
    #expect(
      ZonedDateTime(epochSecond: 416_779, nanosecond: 999_999_999)?.description
        == "1970-01-05T19:46:19.999999999Z")
    #expect(
      ZonedDateTime(epochMillisecond: 237_821_673_987)?.description == "1977-07-15T13:34:33.987Z")
    let moment = try #require(
      ZonedDateTime("1984-11-11T12:31:14.645876123[Europe/Stockholm]", zones: zones))
    #expect(moment.epochSecond == 469_020_674 && moment.epochMillisecond == 469_020_674_645)
    #expect(moment.zoneText == "Europe/Stockholm" && moment.offset.description == "+01:00")
    #expect(ZonedDateTime(epochSecond: .max) == nil)
    #expect(ZonedDateTime(epochSecond: 0, nanosecond: -1) == nil)
    #expect(ZonedDateTime(epochMillisecond: .min)?.description == "-292275055-05-16T16:47:04.192Z")
    let last = try #require(ZonedDateTime("+999999999-12-31T23:59:59Z"))
    #expect(last.epochMillisecond == nil)
  }

  @Test func aDatabaseWithoutFilesKnowsUTCOnly() {
    let empty = TimeZoneDatabase(folders: ["/nonexistent"])
    #expect(empty.rules(named: "Europe/Stockholm") == nil)
    #expect(empty.rules(named: "UTC") == TimeZoneRules(fixed: .utc))
  }

  /// Where the system has its database, the names of the openCypher scenarios resolve to the
  /// offsets that the scenarios expect, and the merged zones agree since 1970.
  @Test func theSystemDatabase() throws {
    guard TimeZoneDatabase.system.rules(named: "Europe/Berlin") != nil else {
      #expect(TimeZoneDatabase.system.rules(named: "Europe/Stockholm") == nil)
      return
    }
    let rows = [
      ("2015-07-21T21:40:32.142[Europe/London]", "2015-07-21T21:40:32.142+01:00[Europe/London]"),
      (
        "1818-07-21T21:40:32.142[Europe/Stockholm]",
        "1818-07-21T21:40:32.142+00:53:28[Europe/Stockholm]"
      ),
      ("2015-07-21T21:40-04[America/New_York]", "2015-07-21T21:40-04:00[America/New_York]"),
      ("2015-07-21T21:40+0845[Australia/Eucla]", "2015-07-21T21:40+08:45[Australia/Eucla]"),
      ("2050-07-21T21:40[Europe/Stockholm]", "2050-07-21T21:40+02:00[Europe/Stockholm]"),
    ]
    for (text, expected) in rows { #expect(ZonedDateTime(text)?.description == expected) }
    for (name, target) in TimeZoneDatabase.mergedZones {
      let folder = "/usr/share/zoneinfo/"
      guard let own = SystemFile.bytes(at: folder + name, atMost: 1 << 18),
        let other = SystemFile.bytes(at: folder + target, atMost: 1 << 18)
      else { continue }
      let ownRules = try #require(TimeZoneRules(tzif: own))
      let otherRules = try #require(TimeZoneRules(tzif: other))
      for day in 0..<25_000 {
        let second = Int64(day) * 86_400 + 43_200
        guard ownRules.offset(atEpochSecond: second) != otherRules.offset(atEpochSecond: second)
        else { continue }
        Issue.record("\(name) differs from \(target) on day \(day)")
        break
      }
    }
  }
}
