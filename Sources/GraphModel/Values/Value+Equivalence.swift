// SPDX-License-Identifier: Apache-2.0

extension Value: Equatable {
  /// Equivalence, as grouping and `DISTINCT` use it: null is the same as null, NaN as NaN, and
  /// numbers are the same when their exact values are (`1` and `1.0`, `0.0` and `-0.0`).
  ///
  /// A partial date with the precision of a day is the same as that day. Linear in the values.
  public static func == (left: Value, right: Value) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.boolean(let left), .boolean(let right)): left == right
    case (.integer(let left), .integer(let right)): left == right
    case (.float(let left), .float(let right)): left == right || (left.isNaN && right.isNaN)
    case (.integer(let integer), .float(let float)), (.float(let float), .integer(let integer)):
      ValueRelation.of(integer, float) == .equal
    case (.string(let left), .string(let right)): ScalarString(left) == ScalarString(right)
    case (.list(let left), .list(let right)): left == right
    case (.map(let left), .map(let right)): left == right
    case (.date(let left), .date(let right)): left == right
    case (.partialDate(let left), .partialDate(let right)): left == right
    case (.date(let day), .partialDate(let partial)), (.partialDate(let partial), .date(let day)):
      partial.precision == .day && partial.earliest == day
    case (.localTime(let left), .localTime(let right)): left == right
    case (.time(let left), .time(let right)): left == right
    case (.localDateTime(let left), .localDateTime(let right)): left == right
    case (.dateTime(let left), .dateTime(let right)): left == right
    case (.duration(let left), .duration(let right)): left == right
    case (.node(let left), .node(let right)): left == right
    case (.edge(let left), .edge(let right)): left == right
    case (.path(let left), .path(let right)): left == right
    default: false
    }
  }
}

extension Value: Hashable {
  /// Hashes so that equivalent values have equal hashes.
  ///
  /// Linear in the value.
  public func hash(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0 as UInt8)
    case .boolean(let value): hasher.combine(value)
    case .integer(let value): Value.hash(number: value, into: &hasher)
    case .float(let value):
      if let integer = Int64(exactly: value) {
        Value.hash(number: integer, into: &hasher)
      } else {
        hasher.combine(3 as UInt8)
        hasher.combine(value.isNaN ? Double.nan.bitPattern : value.bitPattern)
      }
    case .string(let value): hasher.combine(ScalarString(value))
    case .list(let values):
      hasher.combine(4 as UInt8)
      hasher.combine(values)
    case .map(let map): hasher.combine(map)
    case .date(let day): Value.hash(day: day, into: &hasher)
    case .partialDate(let date):
      if date.precision == .day {
        Value.hash(day: date.earliest, into: &hasher)
      } else {
        hasher.combine(date)
      }
    case .localTime(let value): hasher.combine(value)
    case .time(let value): hasher.combine(value)
    case .localDateTime(let value): hasher.combine(value)
    case .dateTime(let value): hasher.combine(value)
    case .duration(let value): hasher.combine(value)
    case .node(let node):
      hasher.combine(5 as UInt8)
      hasher.combine(node)
    case .edge(let edge):
      hasher.combine(6 as UInt8)
      hasher.combine(edge)
    case .path(let path): hasher.combine(path)
    }
  }

  private static func hash(number: Int64, into hasher: inout Hasher) {
    hasher.combine(1 as UInt8)
    hasher.combine(number)
  }

  private static func hash(day: CalendarDate, into hasher: inout Hasher) {
    hasher.combine(2 as UInt8)
    hasher.combine(day)
  }
}

extension ValueMap: Hashable {
  /// Whether both maps have the same keys with equivalent values.
  public static func == (left: ValueMap, right: ValueMap) -> Bool {
    left.count == right.count
      && zip(left.entries, right.entries).allSatisfy { pair in
        ScalarString(pair.0.key) == ScalarString(pair.1.key) && pair.0.value == pair.1.value
      }
  }

  /// Hashes keys and values in the order of the keys.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(count)
    for entry in entries {
      hasher.combine(ScalarString(entry.key))
      hasher.combine(entry.value)
    }
  }
}
