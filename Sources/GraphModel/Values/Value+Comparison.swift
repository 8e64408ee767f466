// SPDX-License-Identifier: Apache-2.0

extension Value {
  /// The `=` of openCypher: true, false, or nil for unknown.
  ///
  /// Anything compared with null is unknown. Values of different kinds are unequal, except that
  /// numbers are compared by exact value. NaN equals nothing, not even itself. Lists and maps are
  /// unequal as soon as their sizes, keys or any members are; otherwise unknown when any member is.
  /// Partial dates are unknown when one lies within the other. Linear in the values.
  public func isEqual(to other: Value) -> Bool? {
    switch (self, other) {
    case (.null, _), (_, .null):
      return nil
    case (.float(let left), .float(let right)):
      return left == right
    case (.list(let left), .list(let right)):
      guard left.count == right.count else { return false }
      return Value.conjunction(zip(left, right))
    case (.map(let left), .map(let right)):
      guard left.count == right.count,
        zip(left.entries, right.entries).allSatisfy({ pair in
          ScalarString(pair.0.key) == ScalarString(pair.1.key)
        })
      else { return false }
      return Value.conjunction(
        zip(left.entries.lazy.map(\.value), right.entries.lazy.map(\.value)))
    case (.partialDate(let left), .partialDate(let right)):
      return left.isEqual(to: right)
    case (.date(let day), .partialDate(let partial)), (.partialDate(let partial), .date(let day)):
      guard let relation = partial.relation(to: day) else { return nil }
      return relation == .equal
    default:
      return self == other
    }
  }

  /// False when any pair is unequal, else unknown when any is unknown, else true.
  private static func conjunction(_ pairs: some Sequence<(Value, Value)>) -> Bool? {
    var result: Bool? = true
    for (left, right) in pairs {
      switch left.isEqual(to: right) {
      case false?: return false
      case nil: result = nil
      case true?: break
      }
    }
    return result
  }

  /// How two values stand to each other under `<`, `<=`, `>` and `>=`; nil when that is unknown.
  ///
  /// Only values of one kind can be compared, and numbers with numbers. Lists are compared member
  /// by member. Nodes, edges, paths, maps and durations cannot be compared at all, and neither can
  /// anything with null. Partial dates and days are compared as the days they may mean, which is
  /// unknown when one lies within the other. Linear in the values.
  public func compare(to other: Value) -> ValueRelation? {
    switch (self, other) {
    case (.boolean(let left), .boolean(let right)):
      return left == right ? .equal : right ? .less : .greater
    case (.integer(let left), .integer(let right)): return .of(left, right)
    case (.float(let left), .float(let right)): return .of(left, right)
    case (.integer(let left), .float(let right)): return .of(left, right)
    case (.float(let left), .integer(let right)): return ValueRelation.of(right, left).reversed
    case (.string(let left), .string(let right)): return .of(left, right)
    case (.date(let left), .date(let right)): return .of(left, right)
    case (.partialDate(let left), .partialDate(let right)): return left.relation(to: right)
    case (.partialDate(let left), .date(let right)): return left.relation(to: right)
    case (.date(let left), .partialDate(let right)): return right.relation(to: left)?.reversed
    case (.localTime(let left), .localTime(let right)): return .of(left, right)
    case (.time(let left), .time(let right)): return .of(left, right)
    case (.localDateTime(let left), .localDateTime(let right)): return .of(left, right)
    case (.dateTime(let left), .dateTime(let right)): return .of(left, right)
    case (.list(let left), .list(let right)):
      for (leftMember, rightMember) in zip(left, right) {
        switch leftMember.isEqual(to: rightMember) {
        case true?: continue
        case false?: return leftMember.compare(to: rightMember)
        case nil: return nil
        }
      }
      return .of(left.count, right.count)
    default:
      return nil
    }
  }

  /// `self < other`, nil for unknown.
  public func isLess(than other: Value) -> Bool? {
    compare(to: other).map { $0 == .less }
  }

  /// `self <= other`, nil for unknown.
  public func isLessOrEqual(to other: Value) -> Bool? {
    compare(to: other).map { $0 == .less || $0 == .equal }
  }

  /// `self > other`, nil for unknown.
  public func isGreater(than other: Value) -> Bool? {
    compare(to: other).map { $0 == .greater }
  }

  /// `self >= other`, nil for unknown.
  public func isGreaterOrEqual(to other: Value) -> Bool? {
    compare(to: other).map { $0 == .greater || $0 == .equal }
  }
}
