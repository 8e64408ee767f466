// SPDX-License-Identifier: Apache-2.0

/// A calendar day and a time of day without an offset.
@frozen
public struct LocalDateTime: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01T00:00, as if every day had 86 400.
  public let localSecond: Int64

  /// The nanoseconds of the second, 0 to 999 999 999.
  let nanosecondOfSecond: Int32

  /// Joins a day and a time.
  public init(date: CalendarDate, time: LocalTime) {
    localSecond = date.dayNumber * 86_400 + Int64(time.secondOfDay)
    nanosecondOfSecond = Int32(time.nanosecond)
  }

  /// The date and time so many seconds after 1970-01-01T00:00, nil outside the range of dates or
  /// when the nanoseconds are not within one second.
  public init?(localSecond: Int64, nanosecond: Int = 0) {
    let day = localSecond.floorDivided(by: 86_400)
    guard CalendarDate.dayNumbers.contains(day), (0...999_999_999).contains(nanosecond) else {
      return nil
    }
    self.localSecond = localSecond
    nanosecondOfSecond = Int32(nanosecond)
  }

  /// The day.
  public var date: CalendarDate {
    CalendarDate(uncheckedDayNumber: localSecond.floorDivided(by: 86_400))
  }

  /// The time of day.
  public var time: LocalTime {
    let second = localSecond.floorRemainder(dividingBy: 86_400)
    return LocalTime(
      uncheckedNanosecondOfDay: second * 1_000_000_000 + Int64(nanosecondOfSecond))
  }

  /// The nanoseconds of the second, 0 to 999 999 999.
  public var nanosecond: Int { Int(nanosecondOfSecond) }

  /// Orders by time.
  public static func < (left: LocalDateTime, right: LocalDateTime) -> Bool {
    left.localSecond == right.localSecond
      ? left.nanosecondOfSecond < right.nanosecondOfSecond : left.localSecond < right.localSecond
  }
}

extension LocalDateTime: CustomStringConvertible {
  /// The ISO 8601 text: `2015-07-21T21:40:32.142`.
  public var description: String { "\(date)T\(time)" }
}
