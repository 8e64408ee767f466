// SPDX-License-Identifier: Apache-2.0

/// A time of day without an offset, to the nanosecond.
///
/// There is no leap second.
@frozen
public struct LocalTime: Hashable, Comparable, Sendable {
  /// Nanoseconds since midnight, 0 up to 86 400 000 000 000.
  public let nanosecondOfDay: Int64

  /// Midnight.
  public static let midnight = LocalTime(uncheckedNanosecondOfDay: 0)

  /// The nanoseconds of a day.
  static let nanosecondsPerDay: Int64 = 86_400_000_000_000

  /// The time so many nanoseconds after midnight, nil when that is not within one day.
  public init?(nanosecondOfDay: Int64) {
    guard (0..<LocalTime.nanosecondsPerDay).contains(nanosecondOfDay) else { return nil }
    self.nanosecondOfDay = nanosecondOfDay
  }

  init(uncheckedNanosecondOfDay: Int64) {
    nanosecondOfDay = uncheckedNanosecondOfDay
  }

  /// The given time, nil when a part is out of range.
  public init?(hour: Int, minute: Int = 0, second: Int = 0, nanosecond: Int = 0) {
    guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second),
      (0...999_999_999).contains(nanosecond)
    else { return nil }
    let seconds = Int64(hour * 3600 + minute * 60 + second)
    nanosecondOfDay = seconds * 1_000_000_000 + Int64(nanosecond)
  }

  /// The hour, 0 to 23.
  public var hour: Int { Int(nanosecondOfDay / 3_600_000_000_000) }

  /// The minute, 0 to 59.
  public var minute: Int { Int(nanosecondOfDay / 60_000_000_000 % 60) }

  /// The second, 0 to 59.
  public var second: Int { Int(nanosecondOfDay / 1_000_000_000 % 60) }

  /// The milliseconds of the second, 0 to 999.
  public var millisecond: Int { nanosecond / 1_000_000 }

  /// The microseconds of the second, 0 to 999 999.
  public var microsecond: Int { nanosecond / 1_000 }

  /// The nanoseconds of the second, 0 to 999 999 999.
  public var nanosecond: Int { Int(nanosecondOfDay % 1_000_000_000) }

  /// The seconds since midnight, 0 to 86 399.
  public var secondOfDay: Int { Int(nanosecondOfDay / 1_000_000_000) }

  /// Orders by time of day.
  @inlinable
  public static func < (left: LocalTime, right: LocalTime) -> Bool {
    left.nanosecondOfDay < right.nanosecondOfDay
  }
}
