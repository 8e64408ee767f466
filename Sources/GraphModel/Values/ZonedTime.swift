// SPDX-License-Identifier: Apache-2.0

/// A time of day with an offset from UTC.
///
/// Two times are equal when time and offset are. They are ordered by the moment, then by the
/// offset from west to east.
@frozen
public struct ZonedTime: Hashable, Comparable, Sendable {
  /// The time of day as a clock at the offset shows it.
  public let time: LocalTime

  /// The offset from UTC.
  public let offset: ZoneOffset

  /// Makes a time at an offset.
  public init(time: LocalTime, offset: ZoneOffset) {
    self.time = time
    self.offset = offset
  }

  /// Nanoseconds since midnight UTC of the same day; may be negative or more than a day.
  public var utcNanosecond: Int64 {
    time.nanosecondOfDay - Int64(offset.seconds) * 1_000_000_000
  }

  /// The same moment as a clock at another offset shows it, around the clock.
  public func converted(to offset: ZoneOffset) -> ZonedTime {
    let shifted = utcNanosecond + Int64(offset.seconds) * 1_000_000_000
    let nanosecond = shifted.floorRemainder(dividingBy: LocalTime.nanosecondsPerDay)
    return ZonedTime(time: LocalTime(uncheckedNanosecondOfDay: nanosecond), offset: offset)
  }

  /// Orders by the moment, then by the offset.
  public static func < (left: ZonedTime, right: ZonedTime) -> Bool {
    let (leftMoment, rightMoment) = (left.utcNanosecond, right.utcNanosecond)
    return leftMoment == rightMoment ? left.offset < right.offset : leftMoment < rightMoment
  }
}

extension ZonedTime: CustomStringConvertible {
  /// The ISO 8601 text: `21:40:32.142+01:00`, `12:00Z`.
  public var description: String { "\(time)\(offset)" }
}
