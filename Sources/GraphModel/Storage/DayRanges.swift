// SPDX-License-Identifier: Apache-2.0

/// The first and the last day of each node or edge, as two arrays of day numbers.
///
/// A missing start is the earliest day there is and a missing end the latest: what the data do not
/// bound holds without bound. An edge holds only while both its ends exist, so its range is cut by
/// theirs; a range whose first day comes after its last is empty.
public struct DayRanges: Sendable {
  public let first: FrozenArray<Int32>
  public let last: FrozenArray<Int32>

  /// Arrays that are known to agree with each other.
  package init(first: FrozenArray<Int32>, last: FrozenArray<Int32>) {
    self.first = first
    self.last = last
  }

  /// Stands for "since ever" and "for ever".
  public static let unbounded = (first: Int32.min, last: Int32.max)

  /// Whether the range of `position` contains the day.
  @inlinable
  public func contains(_ day: Int32, at position: Int) -> Bool {
    first.base[position] <= day && day <= last.base[position]
  }

  /// The range as an interval.
  public func interval(at position: Int) -> DateInterval {
    DateInterval(
      start: first[position] == Int32.min
        ? nil : CalendarDate(dayNumber: Int64(first[position])),
      end: last[position] == Int32.max ? nil : CalendarDate(dayNumber: Int64(last[position])))
  }

  /// A day number cut to what 32 bits hold: some 5.8 million years either way.
  public static func clamped(_ day: CalendarDate) -> Int32 { Int32(clamping: day.dayNumber) }

  /// Memory in bytes.
  public var byteCount: Int { first.byteCount + last.byteCount }

  static func ofNodes(parts: GraphStorage.Parts, count: Int) -> DayRanges? {
    let names = DateProperties(parts.propertyNames)
    guard parts.nodeTypes.contains(where: { names.areIn($0.columns) }) else { return nil }
    return filled(count: count) { days in
      for type in parts.nodeTypes {
        days.fill(from: type.columns, names, firstNumber: Int(type.firstNode), count: type.count)
      }
    }
  }

  static func ofEdges(
    parts: GraphStorage.Parts, count: Int, nodes: DayRanges?, threads: Int = 1
  ) -> DayRanges? {
    let names = DateProperties(parts.propertyNames)
    guard nodes != nil || parts.edgeTypes.contains(where: { names.areIn($0.columns) }) else {
      return nil
    }
    let types = parts.edgeTypes
    return filled(count: count) { days in
      ParallelWork.run(types.count, threads: threads) { piece in
        let type = types[piece]
        days.fill(from: type.columns, names, firstNumber: Int(type.firstEdge), count: type.count)
        if let nodes { days.cut(type, by: nodes) }
      }
    }
  }

  private static func filled(count: Int, _ fill: (DaysBeingFilled) -> Void) -> DayRanges {
    var last: FrozenArray<Int32>?
    let first = FrozenArray<Int32>(count: count) { first in
      last = FrozenArray(count: count) { last in
        guard let firstBase = first.baseAddress, let lastBase = last.baseAddress else { return }
        fill(DaysBeingFilled(first: firstBase, last: lastBase))
      }
    }
    return DayRanges(first: first, last: last ?? FrozenArray([]))
  }
}

/// The arrays of day ranges while they are filled; each number by one thread.
private struct DaysBeingFilled: @unchecked Sendable {
  let first: UnsafeMutablePointer<Int32>
  let last: UnsafeMutablePointer<Int32>

  /// Fills the ranges of one type from what its columns say.
  func fill(
    from columns: [PropertyColumn], _ names: DateProperties, firstNumber: Int, count: Int
  ) {
    let (first, last) = (first + firstNumber, last + firstNumber)
    first.initialize(repeating: Int32.min, count: count)
    last.initialize(repeating: Int32.max, count: count)
    for column in columns where column.property == names.since {
      Self.forEachDay(of: column, count) { first[$0] = DayRanges.clamped($1.earliest) }
    }
    for column in columns where column.property == names.until {
      Self.forEachDay(of: column, count) { last[$0] = DayRanges.clamped($1.latest) }
    }
  }

  /// No edge holds longer than its ends.
  func cut(_ type: EdgeTypeStorage, by nodes: DayRanges) {
    let targets = type.outgoing.neighbours
    for row in 0..<type.count {
      let edge = Int(type.firstEdge) + row
      for end in [Int(type.sources[row]), Int(targets[row])] {
        first[edge] = max(first[edge], nodes.first[end])
        last[edge] = min(last[edge], nodes.last[end])
      }
    }
  }

  @inline(__always)
  private static func forEachDay(
    of column: PropertyColumn, _ count: Int,
    _ body: (Int, (earliest: CalendarDate, latest: CalendarDate)) -> Void
  ) {
    if case .partialDate(let values) = column.values, case .all = column.rows {
      for row in 0..<count {
        guard let date = PartialDate(rawValue: values.base[row]) else { continue }
        body(row, (date.earliest, date.latest))
      }
      return
    }
    for row in 0..<count {
      guard let position = column.position(ofRow: row) else { continue }
      switch column.values {
      case .partialDate(let values):
        guard let date = PartialDate(rawValue: values[position]) else { continue }
        body(row, (date.earliest, date.latest))
      case .date(let values):
        guard let date = CalendarDate(dayNumber: values[position]) else { continue }
        body(row, (date, date))
      case .mixed(let values):
        if let days = values[position].dayBounds { body(row, days) }
      default: return
      }
    }
  }
}

/// The numbers of the properties that bound validity.
private struct DateProperties {
  let since: UInt32?
  let until: UInt32?

  init(_ propertyNames: [String]) {
    since = propertyNames.firstIndex(of: "since").map(UInt32.init)
    until = propertyNames.firstIndex(of: "until").map(UInt32.init)
  }

  func areIn(_ columns: [PropertyColumn]) -> Bool {
    columns.contains { $0.property == since || $0.property == until }
  }
}

extension Value {
  /// The first and last day of a date or partial date; nil for any other kind.
  public var dayBounds: (earliest: CalendarDate, latest: CalendarDate)? {
    switch self {
    case .date(let date): (date, date)
    case .partialDate(let date): (date.earliest, date.latest)
    default: nil
    }
  }
}
