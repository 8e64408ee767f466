// SPDX-License-Identifier: Apache-2.0

/// A standard offset and, where there is one, a summer time that comes every year.
///
/// Source: POSIX.1, the `TZ` environment variable, with the wider hours of RFC 9636 (-167 to 167).
struct PosixTimeZone: Sendable, Hashable {
  /// A day of every year and the local time of the change.
  struct YearlyChange: Sendable, Hashable {
    /// The three ways to name a day.
    enum Day: Sendable, Hashable {
      /// 1 to 365, never counting 29 February.
      case withoutLeapDay(Int)
      /// 0 to 365, counting 29 February.
      case withLeapDay(Int)
      /// A month, a week from 1 to 5 (5 is the last), a weekday with Sunday as 0.
      case weekday(month: Int, week: Int, weekday: Int)
    }

    let day: Day
    let secondOfDay: Int64

    /// Seconds since 1970-01-01T00:00 on the local clock, in one year.
    func localSecond(year: Int64) -> Int64 {
      let firstDay = CalendarDate.dayNumber(year: year, month: 1, day: 1)
      let isLeapYear = CalendarDate.isLeapYear(Int(year))
      let number: Int64
      switch day {
      case .withoutLeapDay(let ordinal):
        number = firstDay + Int64(ordinal - 1) + (isLeapYear && ordinal >= 60 ? 1 : 0)
      case .withLeapDay(let index):
        number = firstDay + Int64(index)
      case .weekday(let month, let week, let weekday):
        let first = CalendarDate.dayNumber(year: year, month: month, day: 1)
        // 1970-01-01 was a Thursday, weekday 4.
        let firstWeekday = (first + 4).floorRemainder(dividingBy: 7)
        var candidate = first + (Int64(weekday) - firstWeekday).floorRemainder(dividingBy: 7)
        candidate += Int64(week - 1) * 7
        let length = Int64(CalendarDate.dayCount(year: Int(year), month: month))
        number = candidate >= first + length ? candidate - 7 : candidate
      }
      return number * 86_400 + secondOfDay
    }
  }

  /// Summer time: its offset, when it begins and when it ends.
  struct Summer: Sendable, Hashable {
    let offset: ZoneOffset
    let start: YearlyChange
    let end: YearlyChange
  }

  let standardOffset: ZoneOffset
  let summer: Summer?

  /// The offset at a moment.
  func offset(atEpochSecond second: Int64) -> ZoneOffset {
    guard let summer else { return standardOffset }
    // Beyond every date there is no year to look at.
    let day = second.floorDivided(by: 86_400)
    guard let date = CalendarDate(dayNumber: day) else { return standardOffset }
    let year = Int64(date.year)
    var latest: (moment: Int64, offset: ZoneOffset)?
    for candidate in (year - 1)...(year + 1) {
      let start =
        summer.start.localSecond(year: candidate) - Int64(standardOffset.seconds)
      let end = summer.end.localSecond(year: candidate) - Int64(summer.offset.seconds)
      for (moment, offset) in [(start, summer.offset), (end, standardOffset)]
      where moment <= second && moment >= latest?.moment ?? moment {
        latest = (moment, offset)
      }
    }
    return latest?.offset ?? standardOffset
  }
}

extension PosixTimeZone {
  /// Reads `CET-1CEST,M3.5.0,M10.5.0/3` or `<+0545>-5:45`; nil when the text is not of this form.
  init?(_ text: String) {
    var reader = PosixTimeZoneReader(bytes: Array(text.utf8.prefix(256))[...])
    guard text.utf8.count <= 256, reader.skipName(), let west = reader.takeTime(),
      let standard = ZoneOffset(seconds: -west)
    else { return nil }
    standardOffset = standard
    if reader.bytes.isEmpty {
      summer = nil
      return
    }
    guard reader.skipName() else { return nil }
    var summerOffset = Int(standard.seconds) + 3_600
    if reader.bytes.first != UInt8(ascii: ",") {
      guard let west = reader.takeTime() else { return nil }
      summerOffset = -west
    }
    guard let offset = ZoneOffset(seconds: summerOffset), reader.take(","),
      let start = reader.takeChange(), reader.take(","), let end = reader.takeChange(),
      reader.bytes.isEmpty
    else { return nil }
    summer = Summer(offset: offset, start: start, end: end)
  }
}

/// Reads the parts of a POSIX `TZ` text.
private struct PosixTimeZoneReader {
  var bytes: ArraySlice<UInt8>

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard bytes.first == UInt8(ascii: character) else { return false }
    bytes.removeFirst()
    return true
  }

  /// Skips an abbreviation: three letters or more, or anything short within `<>`.
  mutating func skipName() -> Bool {
    if take("<") {
      guard let end = bytes.firstIndex(of: UInt8(ascii: ">")) else { return false }
      bytes = bytes[(end + 1)...]
      return true
    }
    let letters = bytes.prefix { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }
    bytes = bytes.dropFirst(letters.count)
    return letters.count >= 3
  }

  mutating func takeNumber(in range: ClosedRange<Int>) -> Int? {
    let digits = bytes.prefix { (0x30...0x39).contains($0) }
    guard (1...3).contains(digits.count) else { return nil }
    bytes = bytes.dropFirst(digits.count)
    let number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return range.contains(number) ? number : nil
  }

  /// Reads `[+-]hours[:minutes[:seconds]]` as seconds.
  mutating func takeTime() -> Int? {
    let sign = take("-") ? -1 : 1
    if sign == 1 { _ = take("+") }
    guard let hours = takeNumber(in: 0...167) else { return nil }
    var (minutes, seconds) = (0, 0)
    if take(":") {
      guard let number = takeNumber(in: 0...59) else { return nil }
      minutes = number
      if take(":") {
        guard let number = takeNumber(in: 0...59) else { return nil }
        seconds = number
      }
    }
    return sign * (hours * 3_600 + minutes * 60 + seconds)
  }

  /// Reads a day of the year and the optional time of the change, which is 02:00 when left out.
  mutating func takeChange() -> PosixTimeZone.YearlyChange? {
    let day: PosixTimeZone.YearlyChange.Day
    if take("M") {
      guard let month = takeNumber(in: 1...12), take("."), let week = takeNumber(in: 1...5),
        take("."), let weekday = takeNumber(in: 0...6)
      else { return nil }
      day = .weekday(month: month, week: week, weekday: weekday)
    } else if take("J") {
      guard let ordinal = takeNumber(in: 1...365) else { return nil }
      day = .withoutLeapDay(ordinal)
    } else {
      guard let index = takeNumber(in: 0...365) else { return nil }
      day = .withLeapDay(index)
    }
    guard take("/") else {
      return PosixTimeZone.YearlyChange(day: day, secondOfDay: 7_200)
    }
    return takeTime().map { PosixTimeZone.YearlyChange(day: day, secondOfDay: Int64($0)) }
  }
}
