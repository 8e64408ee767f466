// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// The values of one column of one block.
struct ParsedColumn: Sendable {
  var kind: ImportPlan.Kind
  private(set) var valueCount = 0

  /// The rows that have a value; nil while they are 0, 1, 2 and so on.
  private(set) var rows: [UInt32]?
  var integers: [Int64] = []
  var floats: [Double] = []
  var booleans: [Bool] = []
  var dates: [CalendarDate] = []
  var partialDates: [PartialDate] = []
  var texts = TextColumn()
  var values: [Value] = []

  /// By row, where the column names ends of edges.
  var nodes: [UInt32] = []

  /// What the cells of a column look like whose type was not declared.
  var counts = CellCounts()

  init(kind: ImportPlan.Kind) { self.kind = kind }

  /// Notes that the value appended last belongs to a row.
  @inline(__always)
  mutating func note(row: Int) {
    if rows != nil || row != valueCount { noteGap(row) }
    valueCount &+= 1
  }

  private mutating func noteGap(_ row: Int) {
    if rows == nil { rows = Array(0..<UInt32(valueCount)) }
    rows?.append(UInt32(row))
  }

  /// The rows in the form that the builder takes.
  func rows(of rowCount: Int) -> [UInt32]? {
    rows ?? (valueCount == rowCount ? nil : Array(0..<UInt32(valueCount)))
  }

  /// The column as the builder takes it; nil without values.
  func graphColumn(named name: String, rowCount: Int) -> GraphColumn? {
    guard valueCount > 0, case .property(let type) = kind else { return nil }
    let values: GraphColumn.Values =
      switch type {
      case .integer: .integer(integers)
      case .float: .float(floats)
      case .boolean: .boolean(booleans)
      case .date: .date(dates)
      case .partialDate: .partialDate(partialDates)
      case .string, .any: .string(texts)
      default: .any(self.values)
      }
    return GraphColumn(name, values, rows: rows(of: rowCount))
  }
}

/// What one block of a file holds.
struct ParsedBlock: Sendable {
  var columns: [ParsedColumn]

  /// Rows that say something.
  var rowCount = 0

  /// Rows as a spreadsheet counts them, empty ones among them.
  var recordCount = 0
  var lineCount = 0
  var faults: [ImportFault] = []

  /// Faults that are not in the list as it is long enough.
  var unlistedFaults = 0

  /// Cells that do not look like their column, whose type was not declared.
  var misfits: [ImportFault] = []
}
