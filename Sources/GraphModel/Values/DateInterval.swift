// SPDX-License-Identifier: Apache-2.0

/// A closed interval of days; an end that is nil is open or unknown.
public struct DateInterval: Hashable, Sendable {
  /// The first day, nil when the interval has no known start.
  public var start: CalendarDate?

  /// The last day, nil when the interval has no known end.
  public var end: CalendarDate?

  /// Makes an interval; it is empty when the start is after the end.
  public init(start: CalendarDate?, end: CalendarDate?) {
    self.start = start
    self.end = end
  }

  /// The interval from the first day that `since` may mean to the last day that `until` may mean.
  public init(since: PartialDate?, until: PartialDate?) {
    self.init(start: since?.earliest, end: until?.latest)
  }

  /// All days.
  public static let unbounded = DateInterval(start: nil, end: nil)

  /// Whether no day is in the interval: the start is after the end.
  public var isEmpty: Bool {
    guard let start, let end else { return false }
    return end < start
  }

  /// Whether a day is in the interval.
  @inlinable
  public func contains(_ day: CalendarDate) -> Bool {
    if let start, day < start { return false }
    if let end, end < day { return false }
    return true
  }

  /// The days in both intervals, nil when there are none.
  public func intersection(_ other: DateInterval) -> DateInterval? {
    let starts = [start, other.start].compactMap { $0 }
    let ends = [end, other.end].compactMap { $0 }
    let common = DateInterval(start: starts.max(), end: ends.min())
    return isEmpty || other.isEmpty || common.isEmpty ? nil : common
  }
}

extension DateInterval: CustomStringConvertible {
  /// `2014-01-01 – 2019-12-31`, `from 2014-01-01`, `until 2019-12-31`, one day, `always` or `never`.
  public var description: String {
    if isEmpty { return "never" }
    return switch (start, end) {
    case (let start?, let end?): start == end ? "\(start)" : "\(start) – \(end)"
    case (let start?, nil): "from \(start)"
    case (nil, let end?): "until \(end)"
    case (nil, nil): "always"
    }
  }
}
