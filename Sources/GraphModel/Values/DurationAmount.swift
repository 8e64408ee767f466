// SPDX-License-Identifier: Apache-2.0

/// The units a duration is stated in.
public enum DurationUnit: Sendable, Hashable, CaseIterable {
  /// Twelve months.
  case years
  /// Three months.
  case quarters
  /// Calendar months.
  case months
  /// Seven days.
  case weeks
  /// Calendar days.
  case days
  /// 3 600 seconds.
  case hours
  /// 60 seconds.
  case minutes
  /// Seconds.
  case seconds
  /// Thousandths of a second.
  case milliseconds
  /// Millionths of a second.
  case microseconds
  /// Billionths of a second.
  case nanoseconds

  /// What a unit is a multiple of, and how often it holds it.
  fileprivate var base: (part: DurationAmount.Part, count: Int64) {
    switch self {
    case .years: (.months, 12)
    case .quarters: (.months, 3)
    case .months: (.months, 1)
    case .weeks: (.days, 7)
    case .days: (.days, 1)
    case .hours: (.seconds, 3_600)
    case .minutes: (.seconds, 60)
    case .seconds: (.seconds, 1)
    case .milliseconds: (.nanoseconds, 1_000_000)
    case .microseconds: (.nanoseconds, 1_000)
    case .nanoseconds: (.nanoseconds, 1)
    }
  }
}

/// Collects the stated parts of a duration, fractions included, and then makes the duration.
///
/// Fractions are added up before they are carried over, so that half a day twice is a day's worth
/// of hours, not of days. Overflow and non-finite numbers are remembered and make the result nil.
public struct DurationAmount: Sendable {
  fileprivate enum Part {
    case months, days, seconds, nanoseconds
  }

  private var months: Int64 = 0
  private var days: Int64 = 0
  private var seconds: Int64 = 0
  private var nanoseconds: Int64 = 0
  private var monthFraction = 0.0
  private var dayFraction = 0.0
  private var secondFraction = 0.0
  private var nanosecondFraction = 0.0
  private var isValid = true

  /// Starts with no time at all.
  public init() {}

  /// Adds so many units.
  public mutating func add(_ count: Int64, _ unit: DurationUnit) {
    let (part, factor) = unit.base
    let (product, overflow) = count.multipliedReportingOverflow(by: factor)
    isValid = isValid && !overflow
    switch part {
    case .months: add(product, to: \.months)
    case .days: add(product, to: \.days)
    case .seconds: add(product, to: \.seconds)
    case .nanoseconds: add(product, to: \.nanoseconds)
    }
  }

  /// Adds a number of units that need not be whole, of less than 2^53 in size.
  public mutating func add(_ count: Double, _ unit: DurationUnit) {
    guard count.magnitude < 0x1p53 else {
      isValid = false
      return
    }
    let whole = count.rounded(.towardZero)
    add(Int64(whole), unit)
    add(fraction: count - whole, unit)
  }

  /// Adds a part of one unit: more than -1, less than 1.
  mutating func add(fraction: Double, _ unit: DurationUnit) {
    guard fraction != 0 else { return }
    let (part, factor) = unit.base
    let amount = fraction * Double(factor)
    let whole = amount.rounded(.towardZero)
    let rest = amount - whole
    switch part {
    case .months:
      add(Int64(whole), to: \.months)
      monthFraction += rest
    case .days:
      add(Int64(whole), to: \.days)
      dayFraction += rest
    case .seconds:
      add(Int64(whole), to: \.seconds)
      secondFraction += rest
    case .nanoseconds:
      add(Int64(whole), to: \.nanoseconds)
      nanosecondFraction += rest
    }
  }

  private mutating func add(_ count: Int64, to part: WritableKeyPath<DurationAmount, Int64>) {
    let (sum, overflow) = self[keyPath: part].addingReportingOverflow(count)
    self[keyPath: part] = sum
    isValid = isValid && !overflow
  }

  /// The whole parts and what the fractions come to, nil when a number was out of range.
  fileprivate var carried: (months: Int64, days: Int64, seconds: Int64, nanoseconds: Int64)? {
    var total = self
    // Each fraction is a sum of a few numbers below 1, so nothing here can leave 64 bits.
    let wholeMonths = monthFraction.rounded(.towardZero)
    total.add(Int64(wholeMonths), to: \.months)
    // Rounding to the nanosecond hides that binary fractions are not exact.
    let secondsOfMonths =
      (monthFraction - wholeMonths) * Double(CalendarDuration.secondsPerMonth)
    let nanosecondsOfMonths = Int64((secondsOfMonths * 1e9).rounded())
    let nanosecondsPerDay = LocalTime.nanosecondsPerDay
    total.add(nanosecondsOfMonths / nanosecondsPerDay, to: \.days)
    var nanoseconds = nanosecondsOfMonths % nanosecondsPerDay
    nanoseconds += Int64((dayFraction * Double(nanosecondsPerDay)).rounded())
    total.add(nanoseconds / nanosecondsPerDay, to: \.days)
    nanoseconds %= nanosecondsPerDay
    let small = secondFraction * 1e9 + nanosecondFraction
    let nearest = small.rounded()
    let exact = (small - nearest).magnitude < 1e-6 ? nearest : small.rounded(.towardZero)
    nanoseconds += Int64(exact)
    total.add(nanoseconds / 1_000_000_000, to: \.seconds)
    total.add(nanoseconds % 1_000_000_000, to: \.nanoseconds)
    return total.isValid
      ? (total.months, total.days, total.seconds, total.nanoseconds) : nil
  }
}

extension CalendarDuration {
  /// The duration of the collected parts, nil when it is too long.
  public init?(_ amount: DurationAmount) {
    guard let (months, days, seconds, nanoseconds) = amount.carried else { return nil }
    self.init(months: months, days: days, seconds: seconds, nanoseconds: nanoseconds)
  }
}
