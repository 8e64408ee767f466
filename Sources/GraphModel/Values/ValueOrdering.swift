// SPDX-License-Identifier: Apache-2.0

/// The total order of `ORDER BY`, `min` and `max`: every value has its place.
///
/// Kinds come in this order: map, node, edge, list, path, zoned date and time, local date and
/// time, date, zoned time, local time, duration, text, boolean, number, null. Integers and floats
/// are one kind, in the order of their exact values, NaN last. Days and partial dates are one kind,
/// in the order of the first day they may mean, the coarser precision first: `2009`, `2009-01`,
/// `2009-01-01`. Durations are in the order of their average length. Two values are tied exactly
/// when they are equivalent (`==`).
///
/// Source: openCypher 9, "Orderability"; the places of partial dates are ours.
public enum ValueOrdering {
  /// How two values stand to each other; never ``ValueRelation/unordered``.
  ///
  /// Linear in the values.
  public static func relation(_ left: Value, _ right: Value) -> ValueRelation {
    switch (left, right) {
    case (.integer(let left), .integer(let right)): return .of(left, right)
    case (.float(let left), .float(let right)): return relation(left, right)
    case (.integer(let integer), .float(let float)):
      let exact = ValueRelation.of(integer, float)
      return exact == .unordered ? .less : exact
    case (.float(let float), .integer(let integer)):
      let exact = ValueRelation.of(integer, float)
      return exact == .unordered ? .greater : exact.reversed
    case (.string(let left), .string(let right)): return .of(left, right)
    case (.boolean(let left), .boolean(let right)):
      return left == right ? .equal : right ? .less : .greater
    case (.node(let left), .node(let right)): return .of(left, right)
    case (.edge(let left), .edge(let right)): return .of(left, right)
    case (.date(let left), .date(let right)): return .of(left, right)
    case (.partialDate(let left), .partialDate(let right)): return .of(left, right)
    case (.partialDate(let left), .date(let right)): return left.sortRelation(to: right)
    case (.date(let left), .partialDate(let right)):
      return right.sortRelation(to: left).reversed
    case (.localTime(let left), .localTime(let right)): return .of(left, right)
    case (.time(let left), .time(let right)): return .of(left, right)
    case (.localDateTime(let left), .localDateTime(let right)): return .of(left, right)
    case (.dateTime(let left), .dateTime(let right)): return .of(left, right)
    case (.duration(let left), .duration(let right)): return relation(left, right)
    case (.list(let left), .list(let right)): return relation(left, right)
    case (.map(let left), .map(let right)): return relation(left, right)
    case (.path(let left), .path(let right)): return relation(left, right)
    default: return .of(rank(left), rank(right))
    }
  }

  /// The place of a value's kind.
  private static func rank(_ value: Value) -> Int {
    switch value {
    case .map: 0
    case .node: 1
    case .edge: 2
    case .list: 3
    case .path: 4
    case .dateTime: 5
    case .localDateTime: 6
    case .date, .partialDate: 7
    case .time: 8
    case .localTime: 9
    case .duration: 10
    case .string: 11
    case .boolean: 12
    case .integer, .float: 13
    case .null: 14
    }
  }

  private static func relation(_ left: Double, _ right: Double) -> ValueRelation {
    switch (left.isNaN, right.isNaN) {
    case (true, true): .equal
    case (true, false): .greater
    case (false, true): .less
    case (false, false): .of(left, right)
    }
  }

  private static func relation(
    _ left: CalendarDuration, _ right: CalendarDuration
  ) -> ValueRelation {
    if left.averageSeconds != right.averageSeconds {
      return .of(left.averageSeconds, right.averageSeconds)
    }
    if left.nanosecond != right.nanosecond { return .of(left.nanosecond, right.nanosecond) }
    if left.months != right.months { return .of(left.months, right.months) }
    return .of(left.days, right.days)
  }

  /// Member by member; a list that begins with all of another one comes after it.
  private static func relation(_ left: [Value], _ right: [Value]) -> ValueRelation {
    for (leftMember, rightMember) in zip(left, right) {
      let members = relation(leftMember, rightMember)
      if members != .equal { return members }
    }
    return .of(left.count, right.count)
  }

  /// The smaller map first, then by keys, then by values in the order of the keys.
  private static func relation(_ left: ValueMap, _ right: ValueMap) -> ValueRelation {
    if left.count != right.count { return .of(left.count, right.count) }
    for (leftEntry, rightEntry) in zip(left.entries, right.entries) {
      let keys = ValueRelation.of(leftEntry.key, rightEntry.key)
      if keys != .equal { return keys }
    }
    for (leftEntry, rightEntry) in zip(left.entries, right.entries) {
      let values = relation(leftEntry.value, rightEntry.value)
      if values != .equal { return values }
    }
    return .equal
  }

  /// As lists of node, edge, node and so on.
  private static func relation(_ left: PathValue, _ right: PathValue) -> ValueRelation {
    for index in 0..<min(left.nodes.count, right.nodes.count) {
      if left.nodes[index] != right.nodes[index] {
        return .of(left.nodes[index], right.nodes[index])
      }
      guard index < left.edges.count, index < right.edges.count else { break }
      if left.edges[index] != right.edges[index] {
        return .of(left.edges[index], right.edges[index])
      }
    }
    return .of(left.edges.count, right.edges.count)
  }
}

extension Value {
  /// Whether this value comes before another one in the total order of ``ValueOrdering``.
  public func isOrderedBefore(_ other: Value) -> Bool {
    ValueOrdering.relation(self, other) == .less
  }
}
