// SPDX-License-Identifier: Apache-2.0

extension PartialDate {
  /// The `=` of two partial dates: true for the same date, false when they have no day in common,
  /// unknown when one lies within the other (`2009` and `2009-04`).
  public func isEqual(to other: PartialDate) -> Bool? {
    if self == other { return true }
    return latest < other.earliest || other.latest < earliest ? false : nil
  }

  /// How two partial dates stand to each other; nil when one lies within the other.
  func relation(to other: PartialDate) -> ValueRelation? {
    if self == other { return .equal }
    if latest < other.earliest { return .less }
    return other.latest < earliest ? .greater : nil
  }

  /// How a partial date stands to a day; nil when it may mean that day and others.
  func relation(to day: CalendarDate) -> ValueRelation? {
    if latest < day { return .less }
    if day < earliest { return .greater }
    return precision == .day ? .equal : nil
  }

  /// The order of sorting: by the first day, the coarser precision first.
  ///
  /// A day counts as precision "day", so a partial date of that precision sorts equal to its day.
  func sortRelation(to day: CalendarDate) -> ValueRelation {
    let first = ValueRelation.of(earliest, day)
    return first == .equal && precision != .day ? .less : first
  }
}
