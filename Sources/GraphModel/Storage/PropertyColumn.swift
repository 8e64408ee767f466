// SPDX-License-Identifier: Apache-2.0

/// The values of one property for all nodes, or edges, of one type.
///
/// A row is a position among the nodes or edges of the type. Values of one kind lie in a typed
/// array, strings as numbers of the graph's string table; only mixed kinds are kept as `Value`.
/// A property that few rows have is kept by row number, any other by position.
public struct PropertyColumn: Sendable {
  /// The kinds of array a column may be.
  public enum Values: Sendable {
    case boolean(FrozenArray<Bool>)
    case integer(FrozenArray<Int64>)
    case float(FrozenArray<Double>)
    /// Numbers of the graph's string table.
    case string(FrozenArray<UInt32>)
    /// Day numbers.
    case date(FrozenArray<Int64>)
    /// Packed partial dates.
    case partialDate(FrozenArray<Int32>)
    case mixed(EncodedValues)
  }

  /// Which rows have a value, and where it lies.
  package enum Rows: Sendable {
    /// Every row has one, at its own position.
    case all
    /// The member rows have one, at their own position.
    case members(FrozenBitSet)
    /// These rows, ascending, have one, in this order.
    case listed(FrozenArray<UInt32>)
  }

  /// The position of the property's name in the graph's table of property names.
  public let property: UInt32
  public let values: Values
  package let rows: Rows

  package init(property: UInt32, values: Values, rows: Rows) {
    self.property = property
    self.values = values
    self.rows = rows
  }

  /// Where the value of a row lies in ``values``, if it has one.
  /// Complexity: O(1), or O(log rows) where few rows have the property.
  public func position(ofRow row: Int) -> Int? {
    switch rows {
    case .all:
      return row
    case .members(let members):
      return members.contains(row) ? row : nil
    case .listed(let listed):
      var low = 0
      var high = listed.count
      while low < high {
        let middle = (low + high) / 2
        if Int(listed[middle]) < row { low = middle + 1 } else { high = middle }
      }
      return low < listed.count && Int(listed[low]) == row ? low : nil
    }
  }

  /// Whether every row has a value, at its own position.
  package var isComplete: Bool {
    if case .all = rows { true } else { false }
  }

  /// Calls `body` with each row that has a value, ascending, and where in ``values`` it lies.
  @inline(__always)
  package func forEachRow(_ body: (_ row: Int, _ position: Int) -> Void) {
    switch rows {
    case .all:
      for row in 0..<valueCount { body(row, row) }
    case .members(let members):
      for row in 0..<valueCount where members.contains(row) { body(row, row) }
    case .listed(let listed):
      for position in 0..<listed.count { body(Int(listed.base[position]), position) }
    }
  }

  /// The value of a row, if it has one.
  public func value(ofRow row: Int, strings: StringTable) -> Value? {
    guard let position = position(ofRow: row) else { return nil }
    switch values {
    case .boolean(let values): return .boolean(values[position])
    case .integer(let values): return .integer(values[position])
    case .float(let values): return .float(values[position])
    case .string(let values): return .string(strings[values[position]])
    // What was stored was a date; a number that is none is damage, not a value.
    case .date(let values):
      return CalendarDate(dayNumber: values[position]).map(Value.date)
    case .partialDate(let values):
      return PartialDate(rawValue: values[position]).map(Value.partialDate)
    case .mixed(let values): return values[position]
    }
  }

  /// Memory in bytes.
  public var byteCount: Int {
    let rowBytes =
      switch rows {
      case .all: 0
      case .members(let members): members.byteCount
      case .listed(let listed): listed.byteCount
      }
    let valueBytes =
      switch values {
      case .boolean(let values): values.byteCount
      case .integer(let values): values.byteCount
      case .float(let values): values.byteCount
      case .string(let values): values.byteCount
      case .date(let values): values.byteCount
      case .partialDate(let values): values.byteCount
      case .mixed(let values): values.byteCount
      }
    return rowBytes + valueBytes
  }
}
