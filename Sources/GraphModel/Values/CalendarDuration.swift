// SPDX-License-Identifier: Apache-2.0

/// An amount of calendar time: months, days, and seconds with nanoseconds, kept apart because a
/// month has no fixed number of days and a day in a time zone no fixed number of seconds.
public struct CalendarDuration: Hashable, Sendable {
  /// Whole months, years included.
  public let months: Int64

  /// Whole days, weeks included.
  public let days: Int64

  /// Whole seconds, rounded down, hours and minutes included.
  public let seconds: Int64

  /// The nanoseconds above the seconds, 0 to 999 999 999.
  public let nanosecond: Int32

  /// The length in seconds, with a month of 30.436 875 days (a 400-year cycle holds 4 800 months).
  public let averageSeconds: Int64

  /// No time at all.
  public static let zero = CalendarDuration(
    uncheckedMonths: 0, days: 0, seconds: 0, nanosecond: 0, averageSeconds: 0)

  /// The seconds of an average month.
  static let secondsPerMonth: Int64 = 2_629_746

  private init(
    uncheckedMonths: Int64, days: Int64, seconds: Int64, nanosecond: Int32, averageSeconds: Int64
  ) {
    months = uncheckedMonths
    self.days = days
    self.seconds = seconds
    self.nanosecond = nanosecond
    self.averageSeconds = averageSeconds
  }

  /// Makes a duration; nanoseconds of any size are carried into the seconds.
  ///
  /// Nil when the whole length does not fit in 64 bits of seconds.
  public init?(
    months: Int64 = 0, days: Int64 = 0, seconds: Int64 = 0, nanoseconds: Int64 = 0
  ) {
    let carried = nanoseconds.floorDivided(by: 1_000_000_000)
    let monthLength = months.multipliedReportingOverflow(by: CalendarDuration.secondsPerMonth)
    let dayLength = days.multipliedReportingOverflow(by: 86_400)
    let whole = seconds.addingReportingOverflow(carried)
    let calendar = monthLength.partialValue.addingReportingOverflow(dayLength.partialValue)
    let average = calendar.partialValue.addingReportingOverflow(whole.partialValue)
    guard !monthLength.overflow, !dayLength.overflow, !whole.overflow, !calendar.overflow,
      !average.overflow
    else { return nil }
    self.init(
      uncheckedMonths: months, days: days, seconds: whole.partialValue,
      nanosecond: Int32(nanoseconds.floorRemainder(dividingBy: 1_000_000_000)),
      averageSeconds: average.partialValue)
  }

  /// The seconds rounded towards zero; what ``seconds`` rounds down.
  var truncatedSeconds: Int64 { seconds < 0 && nanosecond > 0 ? seconds + 1 : seconds }

  /// The nanoseconds that go with ``truncatedSeconds``, with the same sign.
  var truncatedNanoseconds: Int64 {
    seconds < 0 && nanosecond > 0 ? Int64(nanosecond) - 1_000_000_000 : Int64(nanosecond)
  }
}
