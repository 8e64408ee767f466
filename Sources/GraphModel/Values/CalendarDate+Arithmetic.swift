// SPDX-License-Identifier: Apache-2.0

extension CalendarDate {
  /// The day so many days later, nil outside the range of dates.
  public func adding(days: Int64) -> CalendarDate? {
    let (sum, overflow) = dayNumber.addingReportingOverflow(days)
    return overflow ? nil : CalendarDate(dayNumber: sum)
  }

  /// The same day so many months later, or the last day of that month when it is shorter; nil
  /// outside the range of dates.
  public func adding(months: Int64) -> CalendarDate? {
    let (year, month, day) = civil
    let (total, overflow) = (Int64(year) * 12 + Int64(month - 1)).addingReportingOverflow(months)
    let newYear = total.floorDivided(by: 12)
    guard !overflow, CalendarDate.years.contains(Int(newYear)) else { return nil }
    let newMonth = Int(total - newYear * 12) + 1
    let length = CalendarDate.dayCount(year: Int(newYear), month: newMonth)
    return CalendarDate(year: Int(newYear), month: newMonth, day: min(day, length))
  }

  /// The day a duration later: months first, then days, then the whole days in its seconds.
  ///
  /// Nil outside the range of dates.
  public func adding(_ duration: CalendarDuration) -> CalendarDate? {
    let (days, overflow) = duration.days.addingReportingOverflow(
      duration.truncatedSeconds / 86_400)
    return overflow ? nil : adding(months: duration.months)?.adding(days: days)
  }

  /// The day a duration earlier; nil outside the range of dates.
  public func subtracting(_ duration: CalendarDuration) -> CalendarDate? {
    duration.negated.flatMap(adding)
  }
}

extension LocalTime {
  /// The time of day so many seconds and nanoseconds later, around the clock.
  ///
  /// Months and days of the duration do not count.
  public func adding(_ duration: CalendarDuration) -> LocalTime {
    let seconds = duration.seconds.floorRemainder(dividingBy: 86_400)
    let sum = nanosecondOfDay + seconds * 1_000_000_000 + Int64(duration.nanosecond)
    return LocalTime(uncheckedNanosecondOfDay: sum % LocalTime.nanosecondsPerDay)
  }

  /// The time of day a duration earlier, around the clock.
  public func subtracting(_ duration: CalendarDuration) -> LocalTime {
    let seconds = duration.seconds.floorRemainder(dividingBy: 86_400)
    let shift = seconds * 1_000_000_000 + Int64(duration.nanosecond)
    return LocalTime(
      uncheckedNanosecondOfDay: (nanosecondOfDay - shift)
        .floorRemainder(dividingBy: LocalTime.nanosecondsPerDay))
  }
}

extension ZonedTime {
  /// The time of day a duration later at the same offset, around the clock.
  public func adding(_ duration: CalendarDuration) -> ZonedTime {
    ZonedTime(time: time.adding(duration), offset: offset)
  }

  /// The time of day a duration earlier at the same offset, around the clock.
  public func subtracting(_ duration: CalendarDuration) -> ZonedTime {
    ZonedTime(time: time.subtracting(duration), offset: offset)
  }
}

extension LocalDateTime {
  /// The date and time a duration later: months first, then days, then seconds and nanoseconds.
  ///
  /// Nil outside the range of dates.
  public func adding(_ duration: CalendarDuration) -> LocalDateTime? {
    guard let day = date.adding(months: duration.months)?.adding(days: duration.days) else {
      return nil
    }
    return LocalDateTime(date: day, time: time)
      .adding(seconds: duration.seconds, nanoseconds: Int64(duration.nanosecond))
  }

  /// The date and time a duration earlier; nil outside the range of dates.
  public func subtracting(_ duration: CalendarDuration) -> LocalDateTime? {
    duration.negated.flatMap(adding)
  }

  /// The date and time so many seconds and nanoseconds (fewer than a second) later.
  func adding(seconds: Int64, nanoseconds: Int64 = 0) -> LocalDateTime? {
    let nanosecond = Int64(nanosecond) + nanoseconds
    let carried = nanosecond.floorDivided(by: 1_000_000_000)
    let (sum, overflow) = localSecond.addingReportingOverflow(seconds)
    let (second, carryOverflow) = sum.addingReportingOverflow(carried)
    guard !overflow, !carryOverflow else { return nil }
    return LocalDateTime(
      localSecond: second, nanosecond: Int(nanosecond - carried * 1_000_000_000))
  }
}
