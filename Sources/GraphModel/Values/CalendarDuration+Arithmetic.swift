// SPDX-License-Identifier: Apache-2.0

extension CalendarDuration {
  /// The sum of two durations, part by part; nil when it is too long.
  public func adding(_ other: CalendarDuration) -> CalendarDuration? {
    let months = self.months.addingReportingOverflow(other.months)
    let days = self.days.addingReportingOverflow(other.days)
    let seconds = self.seconds.addingReportingOverflow(other.seconds)
    guard !months.overflow, !days.overflow, !seconds.overflow else { return nil }
    return CalendarDuration(
      months: months.partialValue, days: days.partialValue, seconds: seconds.partialValue,
      nanoseconds: Int64(nanosecond) + Int64(other.nanosecond))
  }

  /// The difference of two durations, part by part; nil when it is too long.
  public func subtracting(_ other: CalendarDuration) -> CalendarDuration? {
    other.negated.flatMap(adding)
  }

  /// The same duration backwards; nil when it is too long.
  public var negated: CalendarDuration? {
    let months = Int64(0).subtractingReportingOverflow(self.months)
    let days = Int64(0).subtractingReportingOverflow(self.days)
    let seconds = Int64(0).subtractingReportingOverflow(self.seconds)
    guard !months.overflow, !days.overflow, !seconds.overflow else { return nil }
    return CalendarDuration(
      months: months.partialValue, days: days.partialValue, seconds: seconds.partialValue,
      nanoseconds: -Int64(nanosecond))
  }

  /// The duration times a number: fractions of months go over to days and seconds, fractions of
  /// days to seconds.
  ///
  /// Nil when a part is not finite, or 2^53 or more.
  public func multiplied(by factor: Double) -> CalendarDuration? {
    scaled { $0 * factor }
  }

  /// The duration times a whole number, exactly; nil when it is too long.
  public func multiplied(by factor: Int64) -> CalendarDuration? {
    let months = self.months.multipliedReportingOverflow(by: factor)
    let days = self.days.multipliedReportingOverflow(by: factor)
    let seconds = self.seconds.multipliedReportingOverflow(by: factor)
    // Nanoseconds are split so that the product stays within 64 bits.
    let (highFactor, lowFactor) = factor.quotientAndRemainder(dividingBy: 1_000_000_000)
    let carried = highFactor * Int64(nanosecond)
    let total = seconds.partialValue.addingReportingOverflow(carried)
    guard !months.overflow, !days.overflow, !seconds.overflow, !total.overflow else { return nil }
    return CalendarDuration(
      months: months.partialValue, days: days.partialValue, seconds: total.partialValue,
      nanoseconds: lowFactor * Int64(nanosecond))
  }

  /// The duration divided by a number; nil for zero and when a part becomes 2^53 or more.
  public func divided(by divisor: Double) -> CalendarDuration? {
    divisor == 0 ? nil : scaled { $0 / divisor }
  }

  private func scaled(_ scale: (Double) -> Double) -> CalendarDuration? {
    var amount = DurationAmount()
    amount.add(scale(Double(months)), .months)
    amount.add(scale(Double(days)), .days)
    amount.add(scale(Double(truncatedSeconds)), .seconds)
    amount.add(scale(Double(truncatedNanoseconds)), .nanoseconds)
    return CalendarDuration(amount)
  }
}

extension CalendarDuration {
  /// Years, rounded towards zero.
  public var years: Int64 { months / 12 }
  /// Quarters, rounded towards zero.
  public var quarters: Int64 { months / 3 }
  /// Weeks, rounded towards zero.
  public var weeks: Int64 { days / 7 }
  /// The quarters beyond the years.
  public var quartersOfYear: Int64 { months / 3 % 4 }
  /// The months beyond the quarters.
  public var monthsOfQuarter: Int64 { months % 3 }
  /// The months beyond the years.
  public var monthsOfYear: Int64 { months % 12 }
  /// The days beyond the weeks.
  public var daysOfWeek: Int64 { days % 7 }
  /// Hours, rounded towards zero.
  public var hours: Int64 { seconds / 3_600 }
  /// Minutes, rounded towards zero.
  public var minutes: Int64 { seconds / 60 }
  /// Milliseconds, nil when they do not fit in 64 bits.
  public var milliseconds: Int64? { subseconds(perSecond: 1_000) }
  /// Microseconds, nil when they do not fit in 64 bits.
  public var microseconds: Int64? { subseconds(perSecond: 1_000_000) }
  /// Nanoseconds, nil when they do not fit in 64 bits.
  public var nanoseconds: Int64? { subseconds(perSecond: 1_000_000_000) }
  /// The minutes beyond the hours.
  public var minutesOfHour: Int64 { seconds / 60 % 60 }
  /// The seconds beyond the minutes.
  public var secondsOfMinute: Int64 { seconds % 60 }
  /// The milliseconds above the seconds, 0 to 999.
  public var millisecondsOfSecond: Int64 { Int64(nanosecond) / 1_000_000 }
  /// The microseconds above the seconds, 0 to 999 999.
  public var microsecondsOfSecond: Int64 { Int64(nanosecond) / 1_000 }

  private func subseconds(perSecond: Int64) -> Int64? {
    let (product, overflow) = seconds.multipliedReportingOverflow(by: perSecond)
    let part = Int64(nanosecond) / (1_000_000_000 / perSecond)
    let (sum, sumOverflow) = product.addingReportingOverflow(part)
    return overflow || sumOverflow ? nil : sum
  }
}
