// SPDX-License-Identifier: Apache-2.0

/// A moment with the date and time that a clock in some time zone shows.
///
/// The offset from UTC is always known. The name of the zone is kept when there was one. Two
/// values are equal when moment, offset and name are; they are ordered by moment, then by offset
/// from west to east, then by name, where none comes first.
public struct ZonedDateTime: Hashable, Sendable {
  /// The date and time as a clock in the zone shows it.
  public let local: LocalDateTime

  /// The offset from UTC at that moment.
  public let offset: ZoneOffset

  /// The name of the zone, as in `Europe/Stockholm`; nil when only an offset is known.
  public let zoneName: String?

  /// Joins a local date and time with its offset and, where known, the name of its zone.
  public init(local: LocalDateTime, offset: ZoneOffset, zoneName: String? = nil) {
    self.local = local
    self.offset = offset
    self.zoneName = zoneName
  }

  /// Seconds since 1970-01-01T00:00Z, rounded down.
  public var epochSecond: Int64 { local.localSecond - Int64(offset.seconds) }

  /// The nanoseconds of the second, 0 to 999 999 999.
  public var nanosecond: Int { local.nanosecond }
}

extension ZonedDateTime: Comparable {
  /// Orders by moment, offset, name of the zone.
  public static func < (left: ZonedDateTime, right: ZonedDateTime) -> Bool {
    if left.epochSecond != right.epochSecond { return left.epochSecond < right.epochSecond }
    if left.nanosecond != right.nanosecond { return left.nanosecond < right.nanosecond }
    if left.offset != right.offset { return left.offset < right.offset }
    switch (left.zoneName, right.zoneName) {
    case (nil, .some): return true
    case (_, nil): return false
    case (let leftName?, let rightName?): return ScalarString(leftName) < ScalarString(rightName)
    }
  }
}
