// SPDX-License-Identifier: Apache-2.0

/// A day of the proleptic Gregorian calendar, as ISO 8601 counts it.
///
/// The year before 1 is 0. Years go from -999 999 999 to 999 999 999, the range that the
/// openCypher scenarios use, which is why the day number needs 64 bits.
@frozen
public struct CalendarDate: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; negative before it.
  public let dayNumber: Int64

  /// The years a date may have.
  public static let years: ClosedRange<Int> = -999_999_999...999_999_999

  /// The day numbers a date may have: -999999999-01-01 to +999999999-12-31.
  @usableFromInline
  static let dayNumbers: ClosedRange<Int64> = -365_243_219_162...365_241_780_471

  /// The day with this number of days since 1970-01-01, nil outside the range of years.
  @inlinable
  public init?(dayNumber: Int64) {
    guard CalendarDate.dayNumbers.contains(dayNumber) else { return nil }
    self.dayNumber = dayNumber
  }

  /// A day number that is known to be in range.
  @inlinable
  init(uncheckedDayNumber: Int64) {
    dayNumber = uncheckedDayNumber
  }

  /// The given day, nil when there is no such day (2009-02-30) or the year is out of range.
  public init?(year: Int, month: Int, day: Int) {
    guard CalendarDate.years.contains(year), (1...12).contains(month), day >= 1,
      day <= CalendarDate.dayCount(year: year, month: month)
    else { return nil }
    self.init(
      uncheckedDayNumber: CalendarDate.dayNumber(year: Int64(year), month: month, day: day))
  }

  /// Orders days by time.
  @inlinable
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    left.dayNumber < right.dayNumber
  }

  /// The year, astronomical: 0 is the year before 1.
  public var year: Int { civil.year }

  /// The month, 1 to 12.
  public var month: Int { civil.month }

  /// The day of the month, 1 to 31.
  public var day: Int { civil.day }

  /// Year, month and day at once; cheaper than asking three times.
  public var civil: (year: Int, month: Int, day: Int) {
    // Years are counted from 1 March, so that the leap day is the last day of its year.
    let shifted = dayNumber + 719_468
    let era = shifted.floorDivided(by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (Int(year), Int(month), Int(day))
  }

  /// Whether a year has a 29 February.
  public static func isLeapYear(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// The number of days in a month; the month must be 1 to 12.
  public static func dayCount(year: Int, month: Int) -> Int {
    switch month {
    case 2: isLeapYear(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The day number of a day that is known to exist.
  static func dayNumber(year: Int64, month: Int, day: Int) -> Int64 {
    let marchYear = month <= 2 ? year - 1 : year
    let era = marchYear.floorDivided(by: 400)
    let yearOfEra = marchYear - era * 400
    let marchMonth = Int64((month + 9) % 12)
    let dayOfYear = (153 * marchMonth + 2) / 5 + Int64(day) - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}
