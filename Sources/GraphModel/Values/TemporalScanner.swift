// SPDX-License-Identifier: Apache-2.0

/// Reads the parts of ISO 8601 texts, one after the other, from a short run of bytes.
///
/// Each function moves on when it has read its part. When it returns nil the whole text is wrong,
/// so nobody looks at the position again.
struct TemporalScanner {
  private let bytes: [UInt8]
  private var position = 0

  /// No date, time or duration is longer; what is longer is not looked at.
  private static let longestText = 160

  /// Starts at the beginning of a text, nil when the text is too long to be a date or time.
  init?(_ text: some StringProtocol) {
    bytes = Array(text.utf8.prefix(TemporalScanner.longestText + 1))
    if bytes.count > TemporalScanner.longestText { return nil }
  }

  /// Whether everything has been read.
  var isAtEnd: Bool { position == bytes.count }

  /// The next byte.
  var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// The number of digits that come next.
  var digitCount: Int {
    var end = position
    while end < bytes.count, (0x30...0x39).contains(bytes[end]) { end += 1 }
    return end - position
  }

  /// Reads the given ASCII character if it comes next.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard let next, UInt32(next) == character.value else { return false }
    position += 1
    return true
  }

  /// Reads a plus or minus sign; nil when there is none.
  mutating func takeSign() -> Int? {
    if take("+") { return 1 }
    return take("-") ? -1 : nil
  }

  /// Reads exactly so many digits, at most 18.
  mutating func takeNumber(digits count: Int) -> Int? {
    guard count <= 18, digitCount >= count else { return nil }
    var number = 0
    for byte in bytes[position..<(position + count)] {
      number = number * 10 + Int(byte - 0x30)
    }
    position += count
    return number
  }

  /// Reads one to nine digits as the nanoseconds of a second: `142` is 142 000 000.
  mutating func takeFraction() -> Int? {
    let count = digitCount
    guard (1...9).contains(count), var number = takeNumber(digits: count) else { return nil }
    for _ in count..<9 { number *= 10 }
    return number
  }

  /// Reads a non-empty text up to the given ASCII character, and the character.
  mutating func takeText(upTo end: Unicode.Scalar) -> String? {
    guard let endIndex = bytes[position...].firstIndex(of: UInt8(ascii: end)),
      endIndex > position
    else { return nil }
    let text = String(decoding: bytes[position..<endIndex], as: UTF8.self)
    position = endIndex + 1
    return text
  }

  /// Reads a date in any of the forms of ISO 8601: calendar, week, quarter or ordinal.
  mutating func takeDate() -> CalendarDate? {
    if let sign = takeSign() {
      // The digits of a signed year have no fixed number, so what follows needs hyphens.
      let count = digitCount
      guard (4...9).contains(count), let year = takeNumber(digits: count), take("-") else {
        return nil
      }
      return takeHyphenated(year: sign * year)
    }
    let count = digitCount
    guard [4, 6, 7, 8].contains(count), let year = takeNumber(digits: 4) else { return nil }
    switch count {
    case 8:
      guard let month = takeNumber(digits: 2), let day = takeNumber(digits: 2) else { return nil }
      return CalendarDate(year: year, month: month, day: day)
    case 7:
      return takeNumber(digits: 3).flatMap { CalendarDate(year: year, ordinalDay: $0) }
    case 6:
      return takeNumber(digits: 2).flatMap { CalendarDate(year: year, month: $0, day: 1) }
    default:
      if take("-") { return takeHyphenated(year: year) }
      if take("W") { return takeWeek(year: year, isHyphenated: false) }
      if take("Q") { return takeQuarter(year: year, isHyphenated: false) }
      return CalendarDate(year: year, month: 1, day: 1)
    }
  }

  private mutating func takeHyphenated(year: Int) -> CalendarDate? {
    if take("W") { return takeWeek(year: year, isHyphenated: true) }
    if take("Q") { return takeQuarter(year: year, isHyphenated: true) }
    if digitCount == 3 {
      return takeNumber(digits: 3).flatMap { CalendarDate(year: year, ordinalDay: $0) }
    }
    guard let month = takeNumber(digits: 2) else { return nil }
    guard take("-") else { return CalendarDate(year: year, month: month, day: 1) }
    return takeNumber(digits: 2).flatMap { CalendarDate(year: year, month: month, day: $0) }
  }

  private mutating func takeWeek(year: Int, isHyphenated: Bool) -> CalendarDate? {
    guard let week = takeNumber(digits: 2) else { return nil }
    guard isHyphenated ? take("-") : digitCount > 0 else {
      return CalendarDate(weekYear: year, week: week, dayOfWeek: 1)
    }
    return takeNumber(digits: 1).flatMap {
      CalendarDate(weekYear: year, week: week, dayOfWeek: $0)
    }
  }

  private mutating func takeQuarter(year: Int, isHyphenated: Bool) -> CalendarDate? {
    guard let quarter = takeNumber(digits: 1) else { return nil }
    guard isHyphenated ? take("-") : digitCount > 0 else {
      return CalendarDate(year: year, quarter: quarter, dayOfQuarter: 1)
    }
    return takeNumber(digits: 2).flatMap {
      CalendarDate(year: year, quarter: quarter, dayOfQuarter: $0)
    }
  }

  /// Reads a time of day: hour, optional minute, optional second, optional fraction; with colons
  /// or without.
  mutating func takeTime() -> LocalTime? {
    let count = digitCount
    guard [2, 4, 6].contains(count), let hour = takeNumber(digits: 2) else { return nil }
    let hasColons = count == 2 && take(":")
    guard hasColons || count > 2 else { return LocalTime(hour: hour) }
    guard let minute = takeNumber(digits: 2) else { return nil }
    guard hasColons ? take(":") : count == 6 else { return LocalTime(hour: hour, minute: minute) }
    guard let second = takeNumber(digits: 2) else { return nil }
    var nanosecond = 0
    if take(".") {
      guard let fraction = takeFraction() else { return nil }
      nanosecond = fraction
    }
    return LocalTime(hour: hour, minute: minute, second: second, nanosecond: nanosecond)
  }

  /// Reads an offset: `Z`, or a sign with hours, optional minutes and optional seconds.
  mutating func takeOffset() -> ZoneOffset? {
    if take("Z") { return .utc }
    guard let sign = takeSign() else { return nil }
    let count = digitCount
    guard [2, 4, 6].contains(count), let hours = takeNumber(digits: 2) else { return nil }
    let hasColons = count == 2 && take(":")
    var (minutes, seconds) = (0, 0)
    if hasColons || count > 2 {
      guard let number = takeNumber(digits: 2), number < 60 else { return nil }
      minutes = number
      if hasColons ? take(":") : count == 6 {
        guard let number = takeNumber(digits: 2), number < 60 else { return nil }
        seconds = number
      }
    }
    return ZoneOffset(seconds: sign * (hours * 3600 + minutes * 60 + seconds))
  }
}
