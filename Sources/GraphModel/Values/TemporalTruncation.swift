// SPDX-License-Identifier: Apache-2.0

/// The units that dates and times can be cut down to.
public enum TruncationUnit: String, Sendable, Hashable, CaseIterable {
  /// The first day of a thousand years: 2000, 3000.
  case millennium
  /// The first day of a hundred years: 1900, 2000.
  case century
  /// The first day of ten years: 1980, 1990.
  case decade
  /// 1 January.
  case year
  /// The Monday of the first ISO 8601 week of the year that the week of the day belongs to.
  case weekYear
  /// The first day of the quarter.
  case quarter
  /// The first day of the month.
  case month
  /// The Monday of the week.
  case week
  /// The day itself, at midnight.
  case day
  /// The full hour.
  case hour
  /// The full minute.
  case minute
  /// The full second.
  case second
  /// The full millisecond.
  case millisecond
  /// The full microsecond.
  case microsecond

  /// The nanoseconds of the unit, nil when it is not a part of a day.
  fileprivate var nanoseconds: Int64? {
    switch self {
    case .day: LocalTime.nanosecondsPerDay
    case .hour: 3_600_000_000_000
    case .minute: 60_000_000_000
    case .second: 1_000_000_000
    case .millisecond: 1_000_000
    case .microsecond: 1_000
    default: nil
    }
  }
}

extension CalendarDate {
  /// The first day of the unit that the day lies in.
  ///
  /// Units below the day leave it as it is.
  ///
  /// Nil when that day is before the range of dates.
  public func truncated(to unit: TruncationUnit) -> CalendarDate? {
    let (year, month, _) = civil
    switch unit {
    case .millennium: return firstDay(ofYears: 1_000)
    case .century: return firstDay(ofYears: 100)
    case .decade: return firstDay(ofYears: 10)
    case .year: return firstDay(ofYears: 1)
    case .weekYear: return CalendarDate(weekYear: weekYear, week: 1, dayOfWeek: 1)
    case .quarter: return CalendarDate(year: year, month: quarter * 3 - 2, day: 1)
    case .month: return CalendarDate(year: year, month: month, day: 1)
    case .week: return adding(days: Int64(1 - dayOfWeek))
    case .day, .hour, .minute, .second, .millisecond, .microsecond: return self
    }
  }

  private func firstDay(ofYears count: Int) -> CalendarDate? {
    CalendarDate(year: year.floorDivided(by: count) * count, month: 1, day: 1)
  }
}

extension LocalTime {
  /// The start of the unit that the time lies in; midnight for a day and everything longer.
  public func truncated(to unit: TruncationUnit) -> LocalTime {
    guard let length = unit.nanoseconds else { return .midnight }
    return LocalTime(uncheckedNanosecondOfDay: nanosecondOfDay - nanosecondOfDay % length)
  }
}

extension LocalDateTime {
  /// The start of the unit that the date and time lies in.
  ///
  /// Nil when that is before the range of dates.
  public func truncated(to unit: TruncationUnit) -> LocalDateTime? {
    date.truncated(to: unit).map { LocalDateTime(date: $0, time: time.truncated(to: unit)) }
  }
}
