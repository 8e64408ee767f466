// SPDX-License-Identifier: Apache-2.0

/// Gathers the values of one property, row after row, and freezes them into a column.
///
/// One of the arrays is in use, by kind. They are separate stored properties, not payloads of an
/// enum, so that appending never copies.
struct ColumnBuilder: Sendable {
  enum Kind: Sendable { case none, boolean, integer, float, string, date, partialDate, mixed }

  let property: UInt32
  private(set) var kind = Kind.none

  /// The number of values.
  private(set) var count = 0

  /// The row of each value, ascending; nil while they are 0, 1, 2 and so on.
  private var rows: [UInt32]?
  private var booleans: [Bool] = []
  /// Integers, and dates by day number.
  private var integers: [Int64] = []
  private var floats: [Double] = []
  private var strings: [UInt32] = []
  private var partialDates: [Int32] = []
  private var mixed: [Value] = []

  init(property: UInt32) { self.property = property }

  /// Integers of consecutive rows from 0, as a whole.
  init(property: UInt32, integers: [Int64]) {
    self.property = property
    self.integers = integers
    count = integers.count
    kind = .integer
  }

  /// Partial dates of consecutive rows from 0, as a whole.
  init(property: UInt32, partialDates: [PartialDate]) {
    self.property = property
    self.partialDates = partialDates.map(\.rawValue)
    count = partialDates.count
    kind = .partialDate
  }

  /// Adds the value of a row, which is the last row or a new one. A row has one value at most: the
  /// first given. Null is none.
  mutating func append(
    _ value: Value, row: UInt32, strings interner: inout StringInterner
  ) throws(StringTableFull) {
    var number: UInt32 = 0
    // A column of mixed kinds holds its texts itself.
    if case .string(let text) = value, lastRow != row, kind == .none || kind == .string {
      number = try interner.intern(text)
    }
    append(value, row: row, strings: interner) { number }
  }

  /// - Parameter number: gives the number of the text in `interner`, where the column needs it.
  private mutating func append(
    _ value: Value, row: UInt32, strings interner: StringInterner, number: () -> UInt32
  ) {
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
    if needed == .none || lastRow == row { return }
    if kind == .none { kind = needed }
    if kind != needed, kind != .mixed { becomeMixed(strings: interner) }
    switch (kind, value) {
    case (.boolean, .boolean(let value)): booleans.append(value)
    case (.integer, .integer(let value)): integers.append(value)
    case (.float, .float(let value)): floats.append(value)
    case (.string, .string): strings.append(number())
    case (.date, .date(let value)): integers.append(value.dayNumber)
    case (.partialDate, .partialDate(let value)): partialDates.append(value.rawValue)
    default: mixed.append(value)
    }
    if rows == nil, Int(row) != count { rows = Array(0..<UInt32(count)) }
    rows?.append(row)
    count += 1
  }

  /// Adds the values of new rows, which begin at `firstRow`.
  ///
  /// - Parameter texts: the numbers of the texts, when the values are strings.
  mutating func append(
    _ column: GraphColumn, firstRow: UInt32, rowCount: Int, texts: [UInt32],
    strings interner: StringInterner
  ) {
    let needed: Kind =
      switch column.values {
      case .boolean: .boolean
      case .integer: .integer
      case .float: .float
      case .string: .string
      case .date: .date
      case .partialDate: .partialDate
      case .any: .mixed
      }
    let added = column.count
    if added == 0 { return }
    guard needed != .mixed, kind == .none || kind == needed else {
      return appendOneByOne(column, firstRow: firstRow, texts: texts, strings: interner)
    }
    kind = needed
    switch column.values {
    case .boolean(let values): booleans.append(contentsOf: values)
    case .integer(let values): integers.append(contentsOf: values)
    case .float(let values): floats.append(contentsOf: values)
    case .string: strings.append(contentsOf: texts)
    case .date(let values): integers.append(contentsOf: values.lazy.map(\.dayNumber))
    case .partialDate(let values): partialDates.append(contentsOf: values.lazy.map(\.rawValue))
    case .any: break
    }
    let isWithoutGap = Int(firstRow) == count && added == rowCount
    if rows == nil, !isWithoutGap { rows = Array(0..<UInt32(count)) }
    if rows != nil {
      if let own = column.rows {
        rows?.append(contentsOf: own.lazy.map { firstRow + $0 })
      } else {
        rows?.append(contentsOf: firstRow..<(firstRow + UInt32(added)))
      }
    }
    count += added
  }

  /// Adds values to a column of another kind, which makes it one of mixed kinds.
  private mutating func appendOneByOne(
    _ column: GraphColumn, firstRow: UInt32, texts: [UInt32], strings interner: StringInterner
  ) {
    for position in 0..<column.count {
      let row = firstRow + (column.rows.map { $0[position] } ?? UInt32(position))
      append(column.value(at: position), row: row, strings: interner) {
        position < texts.count ? texts[position] : 0
      }
    }
  }

  /// The column under another property number, its rows in `order` (or as they are).
  ///
  /// Complexity: linear, or O(k log k) in the number of values where few rows have one.
  func frozen(as property: UInt32, rowCount: Int, order: RowOrder? = nil) -> PropertyColumn? {
    if kind == .none { return nil }
    let arrangement = Arrangement(rows: rows, count: count, rowCount: rowCount, order: order)
    let values: PropertyColumn.Values =
      switch kind {
      case .boolean: .boolean(arrangement.arranged(booleans, filler: false))
      case .integer: .integer(arrangement.arranged(integers, filler: 0))
      case .float: .float(arrangement.arranged(floats, filler: 0))
      case .string: .string(arrangement.arranged(strings, filler: 0))
      case .date: .date(arrangement.arranged(integers, filler: 0))
      case .partialDate: .partialDate(arrangement.arranged(partialDates, filler: 0))
      case .mixed, .none: .mixed(EncodedValues(arrangement.arrangedValues(mixed)))
      }
    return PropertyColumn(property: property, values: values, rows: arrangement.kept)
  }

  /// Each row with its value, in order of addition.
  func forEach(strings: StringInterner, _ body: (UInt32, Value) -> Void) {
    for position in 0..<count { body(row(at: position), value(at: position, strings: strings)) }
  }

  /// The row of a value.
  func row(at position: Int) -> UInt32 { rows.map { $0[position] } ?? UInt32(position) }

  /// The string numbers by position, when every value is a string.
  var stringNumbers: [UInt32]? { kind == .string ? strings : nil }

  func value(at position: Int, strings interner: StringInterner) -> Value {
    switch kind {
    case .boolean: .boolean(booleans[position])
    case .integer: .integer(integers[position])
    case .float: .float(floats[position])
    case .string: .string(interner[strings[position]])
    case .date: CalendarDate(dayNumber: integers[position]).map(Value.date) ?? .null
    case .partialDate:
      PartialDate(rawValue: partialDates[position]).map(Value.partialDate) ?? .null
    case .mixed: mixed[position]
    case .none: .null
    }
  }

  /// The first and last day of a value that is a date.
  func dayBounds(at position: Int) -> (earliest: CalendarDate, latest: CalendarDate)? {
    switch kind {
    case .date:
      CalendarDate(dayNumber: integers[position]).map { ($0, $0) }
    case .partialDate:
      PartialDate(rawValue: partialDates[position]).map { ($0.earliest, $0.latest) }
    case .mixed: mixed[position].dayBounds
    default: nil
    }
  }

  private var lastRow: UInt32? {
    rows.map(\.last) ?? (count > 0 ? UInt32(count - 1) : nil)
  }

  private mutating func becomeMixed(strings interner: StringInterner) {
    mixed = (0..<count).map { value(at: $0, strings: interner) }
    kind = .mixed
    booleans = []
    integers = []
    floats = []
    strings = []
    partialDates = []
  }
}

/// The order in which a frozen type has the rows that were gathered.
final class RowOrder {
  /// By new row.
  let oldRows: [UInt32]

  /// By old row. Made on first use: only what few rows have needs it.
  lazy var newRows: [UInt32] = {
    var newRows = [UInt32](repeating: 0, count: oldRows.count)
    for (new, old) in oldRows.enumerated() { newRows[Int(old)] = UInt32(new) }
    return newRows
  }()

  init(oldRows: [UInt32]) { self.oldRows = oldRows }
}

/// How gathered values are laid out by row.
private struct Arrangement {
  let kept: PropertyColumn.Rows

  private enum Layout {
    /// As they were gathered.
    case same
    /// The value of each place.
    case gathered([UInt32])
    /// The place of each value, among so many.
    case scattered([UInt32], count: Int)
  }

  private let layout: Layout

  /// - Parameter rows: ascending; nil for the first `count` rows.
  init(rows: [UInt32]?, count: Int, rowCount: Int, order: RowOrder?) {
    if count == rowCount {
      kept = .all
      layout = order.map { .gathered($0.oldRows) } ?? .same
      return
    }
    let rows = rows ?? Array(0..<UInt32(count))
    let placed = order.map { order in rows.map { order.newRows[Int($0)] } } ?? rows
    // A listed row costs four bytes more than its value; below one row in eight it pays.
    if count * 8 < rowCount {
      guard order != nil else {
        kept = .listed(FrozenArray(placed))
        layout = .same
        return
      }
      let positions = (0..<UInt32(count)).sorted { placed[Int($0)] < placed[Int($1)] }
      kept = .listed(FrozenArray(positions.map { placed[Int($0)] }))
      layout = .gathered(positions)
    } else {
      kept = .members(FrozenBitSet(count: rowCount, members: placed))
      layout = .scattered(placed, count: rowCount)
    }
  }

  func arranged<Element: BitwiseCopyable & Sendable>(
    _ array: [Element], filler: Element
  ) -> FrozenArray<Element> {
    switch layout {
    case .same: FrozenArray(array)
    case .gathered(let positions):
      FrozenArray(count: positions.count) { memory in
        for place in 0..<positions.count { memory[place] = array[Int(positions[place])] }
      }
    case .scattered(let places, let count):
      FrozenArray(count: count) { memory in
        memory.initialize(repeating: filler)
        for position in 0..<places.count { memory[Int(places[position])] = array[position] }
      }
    }
  }

  func arrangedValues(_ array: [Value]) -> [Value] {
    switch layout {
    case .same: return array
    case .gathered(let positions): return positions.map { array[Int($0)] }
    case .scattered(let places, let count):
      var result = [Value](repeating: .null, count: count)
      for (position, place) in places.enumerated() { result[Int(place)] = array[position] }
      return result
    }
  }
}
