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
    var first = [Int32](repeating: Int32.min, count: count)
    var last = [Int32](repeating: Int32.max, count: count)
    for type in parts.nodeTypes {
      names.fill(
        &first, &last, from: type.columns, firstNumber: Int(type.firstNode), count: type.count)
    }
    return DayRanges(first: FrozenArray(first), last: FrozenArray(last))
  }

  static func ofEdges(
    parts: GraphStorage.Parts, count: Int, nodes: DayRanges?
  ) -> DayRanges? {
    let names = DateProperties(parts.propertyNames)
    guard nodes != nil || parts.edgeTypes.contains(where: { names.areIn($0.columns) }) else {
      return nil
    }
    var first = [Int32](repeating: Int32.min, count: count)
    var last = [Int32](repeating: Int32.max, count: count)
    for type in parts.edgeTypes {
      names.fill(
        &first, &last, from: type.columns, firstNumber: Int(type.firstEdge), count: type.count)
      guard let nodes else { continue }
      for row in 0..<type.count {
        let edge = Int(type.firstEdge) + row
        for end in [Int(type.sources[row]), Int(type.outgoing.neighbours[row])] {
          first[edge] = max(first[edge], nodes.first[end])
          last[edge] = min(last[edge], nodes.last[end])
        }
      }
    }
    return DayRanges(first: FrozenArray(first), last: FrozenArray(last))
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

  func fill(
    _ first: inout [Int32], _ last: inout [Int32], from columns: [PropertyColumn],
    firstNumber: Int, count: Int
  ) {
    for column in columns where column.property == since || column.property == until {
      for row in 0..<count {
        guard let position = column.position(ofRow: row) else { continue }
        let days: (earliest: CalendarDate, latest: CalendarDate)
        switch column.values {
        case .partialDate(let values):
          guard let date = PartialDate(rawValue: values[position]) else { continue }
          days = (date.earliest, date.latest)
        case .date(let values):
          guard let date = CalendarDate(dayNumber: values[position]) else { continue }
          days = (date, date)
        case .mixed(let values):
          guard let mixed = values[position].dayBounds else { continue }
          days = mixed
        default: continue
        }
        if column.property == since {
          first[firstNumber + row] = DayRanges.clamped(days.earliest)
        } else {
          last[firstNumber + row] = DayRanges.clamped(days.latest)
        }
      }
    }
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
