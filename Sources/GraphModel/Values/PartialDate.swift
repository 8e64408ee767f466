// SPDX-License-Identifier: Apache-2.0

/// A date known to the year, the month or the day: `2009`, `2009-04` or `2009-04-27`.
///
/// Only years 0001 to 9999 and days that exist. Ordered by the first day it may mean, then the
/// coarser precision first: `2009` < `2009-01` < `2009-01-01` < `2009-02`.
@frozen
public struct PartialDate: Hashable, Comparable, Sendable {
  /// How much of the date is known.
  @frozen
  public enum Precision: Sendable, Hashable, Comparable {
    /// Only the year.
    case year
    /// Year and month.
    case month
    /// The day.
    case day
  }

  /// The packed date: `(year * 16 + month) * 32 + day`, zero for what is not known.
  ///
  /// Its order is the order of partial dates.
  public let rawValue: Int32

  /// The date packed in this number, nil when the number is not one.
  public init?(rawValue: Int32) {
    guard rawValue > 0 else { return nil }
    let year = Int(rawValue >> 9)
    let month = Int((rawValue >> 5) & 15)
    let day = Int(rawValue & 31)
    switch (month, day) {
    case (0, 0): self.init(year: year)
    case (_, 0): self.init(year: year, month: month)
    default: self.init(year: year, month: month, day: day)
    }
  }

  /// A raw value that is known to be a date.
  @inlinable
  init(uncheckedRawValue: Int32) {
    rawValue = uncheckedRawValue
  }

  /// A date of which the year is known, nil outside 1 to 9999.
  public init?(year: Int) {
    guard (1...9999).contains(year) else { return nil }
    rawValue = Int32(year << 9)
  }

  /// A date of which the month is known, nil when there is no such month.
  public init?(year: Int, month: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    rawValue = Int32(year << 9 | month << 5)
  }

  /// A date of which the day is known, nil when there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CalendarDate.dayCount(year: year, month: month)
    else { return nil }
    rawValue = Int32(year << 9 | month << 5 | day)
  }

  /// The same day with all its precision, nil outside the years 1 to 9999.
  public init?(_ date: CalendarDate) {
    let (year, month, day) = date.civil
    self.init(year: year, month: month, day: day)
  }

  /// Reads `2009`, `2009-04` or `2009-04-27`, nothing else.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8.prefix(11))
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard (0x30...0x39).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    guard [4, 7, 10].contains(bytes.count), let year = number(0..<4) else { return nil }
    guard bytes.count > 4 else {
      self.init(year: year)
      return
    }
    guard bytes[4] == 0x2D, let month = number(5..<7) else { return nil }
    guard bytes.count > 7 else {
      self.init(year: year, month: month)
      return
    }
    guard bytes[7] == 0x2D, let day = number(8..<10) else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// How much is known.
  @inlinable
  public var precision: Precision {
    rawValue & 0x1FF == 0 ? .year : rawValue & 0x1F == 0 ? .month : .day
  }

  /// The year, 1 to 9999.
  @inlinable
  public var year: Int { Int(rawValue >> 9) }

  /// The month, nil when only the year is known.
  @inlinable
  public var month: Int? {
    let month = Int((rawValue >> 5) & 15)
    return month == 0 ? nil : month
  }

  /// The day of the month, nil when it is not known.
  @inlinable
  public var day: Int? {
    let day = Int(rawValue & 31)
    return day == 0 ? nil : day
  }

  /// The first day it may mean.
  public var earliest: CalendarDate {
    CalendarDate(
      uncheckedDayNumber: CalendarDate.dayNumber(
        year: Int64(year), month: month ?? 1, day: day ?? 1))
  }

  /// The last day it may mean.
  public var latest: CalendarDate {
    let month = self.month ?? 12
    let day = self.day ?? CalendarDate.dayCount(year: year, month: month)
    return CalendarDate(
      uncheckedDayNumber: CalendarDate.dayNumber(year: Int64(year), month: month, day: day))
  }

  /// Orders by the first day, then by precision, the coarser first.
  @inlinable
  public static func < (left: PartialDate, right: PartialDate) -> Bool {
    left.rawValue < right.rawValue
  }
}

extension PartialDate: CustomStringConvertible {
  /// The text that the date was read from.
  public var description: String {
    var text = DecimalText.padded(year, to: 4)
    if let month { text += "-" + DecimalText.padded(month, to: 2) }
    if let day { text += "-" + DecimalText.padded(day, to: 2) }
    return text
  }
}
