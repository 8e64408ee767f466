// SPDX-License-Identifier: Apache-2.0

/// Gathers the values of one property, row after row, and freezes them into a column.
///
/// One of the arrays is in use, by kind. They are separate stored properties, not payloads of an
/// enum, so that appending never copies.
struct ColumnBuilder: Sendable {
  enum Kind: Sendable { case none, boolean, integer, float, string, date, partialDate, mixed }

  let property: UInt32
  private(set) var kind = Kind.none
  private var rows: [UInt32] = []
  private var booleans: [Bool] = []
  /// Integers, and dates by day number.
  private var integers: [Int64] = []
  private var floats: [Double] = []
  /// Of strings by number, of partial dates by raw value.
  private var numbers: [UInt32] = []
  private var mixed: [Value] = []

  init(property: UInt32) { self.property = property }

  /// Integers of consecutive rows from 0, as a whole.
  init(property: UInt32, integers: [Int64]) {
    self.property = property
    self.integers = integers
    kind = .integer
    rows = Array(0..<UInt32(integers.count))
  }

  /// Partial dates of consecutive rows from 0, as a whole.
  init(property: UInt32, partialDates: [PartialDate]) {
    self.property = property
    numbers = partialDates.map { UInt32(bitPattern: $0.rawValue) }
    kind = .partialDate
    rows = Array(0..<UInt32(partialDates.count))
  }

  /// Adds the value of a row, which is the last row or a new one. A row has one value at most: the
  /// first given. Null is none.
  mutating func append(
    _ value: Value, row: UInt32, strings: inout StringInterner
  ) throws(StringTableFull) {
    let needed: Kind =
      switch value {
      case .null: .none
      case .boolean: .boolean
      case .integer: .integer
      case .float: .float
      case .string: .string
      case .date: .date
      case .partialDate: .partialDate
      default: .mixed
      }
    if needed == .none || rows.last == row { return }
    if kind == .none { kind = needed }
    if kind != needed, kind != .mixed { becomeMixed(strings: strings) }
    rows.append(row)
    switch (kind, value) {
    case (.boolean, .boolean(let value)): booleans.append(value)
    case (.integer, .integer(let value)): integers.append(value)
    case (.float, .float(let value)): floats.append(value)
    case (.string, .string(let value)): numbers.append(try strings.intern(value))
    case (.date, .date(let value)): integers.append(value.dayNumber)
    case (.partialDate, .partialDate(let value)):
      numbers.append(UInt32(bitPattern: value.rawValue))
    default: mixed.append(value)
    }
  }

  /// The column, with the value of row `r` at row `newRows[r]` (or `r` itself without `newRows`).
  ///
  /// Complexity: linear, or O(k log k) in the number of values where few rows have one.
  func frozen(rowCount: Int, newRows: [UInt32]? = nil) -> PropertyColumn? {
    if kind == .none { return nil }
    let arrangement = Arrangement(rows: rows, newRows: newRows, rowCount: rowCount)
    let values: PropertyColumn.Values =
      switch kind {
      case .boolean: .boolean(FrozenArray(arrangement.arranged(booleans, filler: false)))
      case .integer: .integer(FrozenArray(arrangement.arranged(integers, filler: 0)))
      case .float: .float(FrozenArray(arrangement.arranged(floats, filler: 0)))
      case .string: .string(FrozenArray(arrangement.arranged(numbers, filler: 0)))
      case .date: .date(FrozenArray(arrangement.arranged(integers, filler: 0)))
      case .partialDate: .partialDate(arrangement.arrangedSigned(numbers))
      case .mixed, .none: .mixed(arrangement.arranged(mixed, filler: .null))
      }
    return PropertyColumn(property: property, values: values, rows: arrangement.kept)
  }

  /// Each row with its value, in order of addition.
  func forEach(strings: StringInterner, _ body: (UInt32, Value) -> Void) {
    for position in rows.indices { body(rows[position], value(at: position, strings: strings)) }
  }

  private func value(at position: Int, strings: StringInterner) -> Value {
    switch kind {
    case .boolean: .boolean(booleans[position])
    case .integer: .integer(integers[position])
    case .float: .float(floats[position])
    case .string: .string(strings[numbers[position]])
    case .date: CalendarDate(dayNumber: integers[position]).map(Value.date) ?? .null
    case .partialDate:
      PartialDate(rawValue: Int32(bitPattern: numbers[position])).map(Value.partialDate) ?? .null
    case .mixed: mixed[position]
    case .none: .null
    }
  }

  private mutating func becomeMixed(strings: StringInterner) {
    mixed = rows.indices.map { value(at: $0, strings: strings) }
    kind = .mixed
    booleans = []
    integers = []
    floats = []
    numbers = []
  }
}

/// How gathered values are laid out by row.
private struct Arrangement {
  let kept: PropertyColumn.Rows
  private let rowCount: Int
  private let placed: [UInt32]

  /// Positions by ascending row, when few rows have a value; nil when values lie at their row.
  private let order: [Int]?
  private let isInPlace: Bool

  init(rows: [UInt32], newRows: [UInt32]?, rowCount: Int) {
    let placed = newRows.map { newRows in rows.map { newRows[Int($0)] } } ?? rows
    self.placed = placed
    self.rowCount = rowCount
    isInPlace = newRows == nil && rows.count == rowCount
    // A listed row costs four bytes more than its value; below one row in eight it pays.
    if placed.count * 8 < rowCount {
      let order = placed.indices.sorted { placed[$0] < placed[$1] }
      self.order = order
      kept = .listed(FrozenArray(order.map { placed[$0] }))
      return
    }
    order = nil
    if placed.count == rowCount {
      kept = .all
    } else {
      var isMember = Array(repeating: false, count: rowCount)
      for row in placed { isMember[Int(row)] = true }
      kept = .members(FrozenBitSet(count: rowCount) { isMember[$0] })
    }
  }

  func arranged<Element>(_ array: [Element], filler: Element) -> [Element] {
    if let order { return order.map { array[$0] } }
    if isInPlace { return array }
    var result = Array(repeating: filler, count: rowCount)
    for (position, row) in placed.enumerated() { result[Int(row)] = array[position] }
    return result
  }

  func arrangedSigned(_ array: [UInt32]) -> FrozenArray<Int32> {
    FrozenArray(arranged(array, filler: 0).map { Int32(bitPattern: $0) })
  }
}
