// SPDX-License-Identifier: Apache-2.0

/// The offsets from UTC that one time zone has had and will have.
///
/// Source: RFC 9636, the time zone information format (TZif), and the POSIX `TZ` text at its end.
public struct TimeZoneRules: Sendable, Hashable {
  /// The moments of change, in seconds since 1970-01-01T00:00Z, ascending.
  private let transitions: [Int64]

  /// The offset from each moment of change on, as many as there are moments.
  private let offsets: [ZoneOffset]

  /// The offset before the first change.
  private let firstOffset: ZoneOffset

  /// What holds after the last change; nil when its offset stays.
  private let continuation: PosixTimeZone?

  /// A zone that changes at the given moments; the moments must be ascending.
  init(
    transitions: [Int64], offsets: [ZoneOffset], firstOffset: ZoneOffset,
    continuation: PosixTimeZone?
  ) {
    self.transitions = transitions
    self.offsets = offsets
    self.firstOffset = firstOffset
    self.continuation = continuation
  }

  /// A zone that has always had one offset.
  public init(fixed offset: ZoneOffset) {
    self.init(transitions: [], offsets: [], firstOffset: offset, continuation: nil)
  }

  /// Reads a POSIX `TZ` text such as `CET-1CEST,M3.5.0,M10.5.0/3`, nil when it is not one.
  public init?(posix text: String) {
    guard let zone = PosixTimeZone(text) else { return nil }
    self.init(
      transitions: [], offsets: [], firstOffset: zone.standardOffset, continuation: zone)
  }

  /// The offset at a moment, in seconds since 1970-01-01T00:00Z.
  ///
  /// O(log n) in the changes.
  public func offset(atEpochSecond second: Int64) -> ZoneOffset {
    guard let last = transitions.last else {
      return continuation?.offset(atEpochSecond: second) ?? firstOffset
    }
    if second >= last, let continuation { return continuation.offset(atEpochSecond: second) }
    // The last change at or before the moment.
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = low + (high - low) / 2
      if transitions[middle] <= second {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low == 0 ? firstOffset : offsets[low - 1]
  }

  /// The offsets that a clock showing this local time may have, the earlier moment first: one as a
  /// rule, two when the clock was set back, none when it was set forward over this time.
  public func offsets(at local: LocalDateTime) -> [ZoneOffset] {
    let second = local.localSecond
    // No offset is larger than 18 hours, so these three moments see every rule that may apply.
    let candidates = Set(
      [second - 86_400, second, second + 86_400].map { offset(atEpochSecond: $0) })
    let fitting = candidates.filter { offset(atEpochSecond: second - Int64($0.seconds)) == $0 }
    return fitting.sorted(by: >)
  }

  /// The moment that a local time means: the earlier one when there are two; when the clock was
  /// set forward over it, as much later as the clock was set forward.
  ///
  /// Nil outside the range of dates.
  func resolve(_ local: LocalDateTime, name: String?) -> ZonedDateTime? {
    if let offset = offsets(at: local).first {
      return ZonedDateTime(local: local, offset: offset, zoneName: name)
    }
    let before = offset(atEpochSecond: local.localSecond - 86_400)
    return moment(
      epochSecond: local.localSecond - Int64(before.seconds), nanosecond: local.nanosecond,
      name: name)
  }

  /// What a clock in the zone shows at a moment; nil outside the range of dates.
  func moment(epochSecond: Int64, nanosecond: Int, name: String?) -> ZonedDateTime? {
    let offset = offset(atEpochSecond: epochSecond)
    let (second, overflow) = epochSecond.addingReportingOverflow(Int64(offset.seconds))
    guard !overflow, let local = LocalDateTime(localSecond: second, nanosecond: nanosecond) else {
      return nil
    }
    return ZonedDateTime(local: local, offset: offset, zoneName: name)
  }
}
