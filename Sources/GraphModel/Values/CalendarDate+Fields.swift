// SPDX-License-Identifier: Apache-2.0

extension CalendarDate {
  /// The day of an ISO 8601 week, nil when the year has no such week.
  ///
  /// Monday is day 1.
  ///
  /// Week 1 is the week of the year's first Thursday.
  public init?(weekYear: Int, week: Int, dayOfWeek: Int) {
    guard CalendarDate.years.contains(weekYear), (1...7).contains(dayOfWeek), week >= 1,
      week <= CalendarDate.weekCount(weekYear: weekYear)
    else { return nil }
    let firstMonday = CalendarDate.firstMonday(weekYear: weekYear)
    self.init(dayNumber: firstMonday + Int64((week - 1) * 7 + dayOfWeek - 1))
  }

  /// The day so many days into a year, 1 being 1 January; nil when the year is too short.
  public init?(year: Int, ordinalDay: Int) {
    guard CalendarDate.years.contains(year), ordinalDay >= 1,
      ordinalDay <= (CalendarDate.isLeapYear(year) ? 366 : 365)
    else { return nil }
    let first = CalendarDate.dayNumber(year: Int64(year), month: 1, day: 1)
    self.init(dayNumber: first + Int64(ordinalDay - 1))
  }

  /// The day so many days into a quarter, 1 being its first; nil when the quarter is too short.
  public init?(year: Int, quarter: Int, dayOfQuarter: Int) {
    guard CalendarDate.years.contains(year), (1...4).contains(quarter), dayOfQuarter >= 1 else {
      return nil
    }
    let firstMonth = quarter * 3 - 2
    let length = (firstMonth...(firstMonth + 2)).reduce(0) { days, month in
      days + CalendarDate.dayCount(year: year, month: month)
    }
    guard dayOfQuarter <= length else { return nil }
    let first = CalendarDate.dayNumber(year: Int64(year), month: firstMonth, day: 1)
    self.init(dayNumber: first + Int64(dayOfQuarter - 1))
  }

  /// The day of the week, Monday being 1 and Sunday 7.
  public var dayOfWeek: Int { Int((dayNumber + 3).floorRemainder(dividingBy: 7)) + 1 }

  /// The day of the year, 1 to 366.
  public var ordinalDay: Int {
    Int(dayNumber - CalendarDate.dayNumber(year: Int64(year), month: 1, day: 1)) + 1
  }

  /// The quarter of the year, 1 to 4.
  public var quarter: Int { (month + 2) / 3 }

  /// The day of the quarter, 1 to 92.
  public var dayOfQuarter: Int {
    let (year, month, _) = civil
    let firstMonth = (month + 2) / 3 * 3 - 2
    return Int(dayNumber - CalendarDate.dayNumber(year: Int64(year), month: firstMonth, day: 1)) + 1
  }

  /// The year that the day's ISO 8601 week belongs to.
  public var weekYear: Int { isoWeek.year }

  /// The ISO 8601 week of the day, 1 to 53.
  public var week: Int { isoWeek.week }

  private var isoWeek: (year: Int, week: Int) {
    // The Thursday of a week lies in the year that the week belongs to.
    let thursday = dayNumber + Int64(4 - dayOfWeek)
    let year = CalendarDate(uncheckedDayNumber: thursday).year
    let firstDay = CalendarDate.dayNumber(year: Int64(year), month: 1, day: 1)
    return (year, Int(thursday - firstDay) / 7 + 1)
  }

  /// The day number of the Monday of week 1.
  private static func firstMonday(weekYear: Int) -> Int64 {
    // 4 January is always in week 1.
    let fourth = dayNumber(year: Int64(weekYear), month: 1, day: 4)
    return fourth - (fourth + 3).floorRemainder(dividingBy: 7)
  }

  /// The number of ISO 8601 weeks of a year, 52 or 53.
  static func weekCount(weekYear: Int) -> Int {
    let days = firstMonday(weekYear: weekYear + 1) - firstMonday(weekYear: weekYear)
    return Int(days / 7)
  }
}
