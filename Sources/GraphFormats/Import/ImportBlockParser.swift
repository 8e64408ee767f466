// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// Reads the rows of a block into typed columns, straight from the bytes.
struct ImportBlockParser {
  private let plan: ImportPlan
  private let limits: ImportLimits
  private let keys: KeyDirectory?
  private let bytes: UnsafeBufferPointer<UInt8>
  private let blockNumber: Int
  private let mayHoldNUL: Bool

  /// Whether the ends of edges are looked up when the block has been read, all at once.
  private let resolvesAtEnd: Bool

  /// What is done with the cells of each column, in a form that costs nothing to look at.
  private let steps: UnsafeMutablePointer<Step>

  /// The columns while they grow, where nothing has to ask who else holds them.
  private let columns: UnsafeMutablePointer<ParsedColumn>
  private let columnCount: Int
  private var result = ParsedBlock(columns: [])

  private enum Step: UInt8 {
    case key, end, identifier, nothing
    case declaredText, declaredInteger, declaredFloat, declaredBoolean, declaredDate
    case declaredPartialDate, declaredOther
    case inferredText, inferredInteger, inferredFloat, inferredBoolean, inferredDate

    init(_ column: ImportPlan.Column) {
      switch column.kind {
      case .key: self = .key
      case .from, .to: self = .end
      case .identifier: self = .identifier
      case .nothing: self = .nothing
      case .property(.integer): self = column.isInferred ? .inferredInteger : .declaredInteger
      case .property(.float): self = column.isInferred ? .inferredFloat : .declaredFloat
      case .property(.boolean): self = column.isInferred ? .inferredBoolean : .declaredBoolean
      case .property(.date): self = column.isInferred ? .inferredDate : .declaredDate
      case .property(.partialDate): self = .declaredPartialDate
      case .property(.string), .property(.any):
        self = column.isInferred ? .inferredText : .declaredText
      case .property: self = .declaredOther
      }
    }
  }

  /// - Parameter keys: the nodes that edges may join; not needed for nodes.
  static func parse(
    _ block: ImportBlock, number: Int, plan: ImportPlan, keys: KeyDirectory?,
    limits: ImportLimits
  ) -> ParsedBlock {
    // A block is read once more, node by node, where a node is missing: its cell has to be shown.
    parsed(block, number, plan, keys, limits, resolvesAtEnd: true)
      ?? parsed(block, number, plan, keys, limits, resolvesAtEnd: false)
      ?? ParsedBlock(columns: [])
  }

  /// - Returns: nil where a node is missing that was looked for when the block was at its end.
  private static func parsed(
    _ block: ImportBlock, _ number: Int, _ plan: ImportPlan, _ keys: KeyDirectory?,
    _ limits: ImportLimits, resolvesAtEnd: Bool
  ) -> ParsedBlock? {
    var parser = ImportBlockParser(block.bytes, number, plan, keys, limits, resolvesAtEnd)
    withExtendedLifetime(block) { parser.parse() }
    let areFound = !resolvesAtEnd || parser.resolve()
    let result = parser.finish()
    return areFound ? result : nil
  }

  private init(
    _ bytes: UnsafeBufferPointer<UInt8>, _ number: Int, _ plan: ImportPlan,
    _ keys: KeyDirectory?, _ limits: ImportLimits, _ resolvesAtEnd: Bool
  ) {
    self.resolvesAtEnd = resolvesAtEnd
    self.bytes = bytes
    self.plan = plan
    self.limits = limits
    self.keys = keys
    blockNumber = number
    mayHoldNUL = ByteSearch.contains(0, in: bytes)
    columnCount = plan.columns.count
    steps = .allocate(capacity: columnCount)
    columns = .allocate(capacity: columnCount)
    for (index, column) in plan.columns.enumerated() {
      (steps + index).initialize(to: Step(column))
      (columns + index).initialize(to: ParsedColumn(kind: column.kind))
    }
  }

  private consuming func finish() -> ParsedBlock {
    result.columns = Array(UnsafeBufferPointer(start: columns, count: columnCount))
    columns.deinitialize(count: columnCount)
    columns.deallocate()
    steps.deallocate()
    return result
  }

  /// Looks up the ends of the edges; returns whether no node is missing.
  private func resolve() -> Bool {
    guard let keys else { return true }
    var areFound = true
    for column in 0..<columnCount where steps[column] == .end {
      areFound = keys.resolve(&columns[column].nodes) && areFound
    }
    return areFound
  }

  private mutating func parse() {
    var next = 0
    while next < bytes.count {
      next = parseRow(at: next)
      result.recordCount += 1
    }
    result.lineCount = Self.lineCount(bytes)
  }

  /// The line ends among bytes that end with a whole row. As editors do, it takes a carriage
  /// return alone for one, though it ends no row.
  static func lineCount(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var lines = 0
    for byte in bytes where byte == CSVByte.lineFeed { lines &+= 1 }
    guard ByteSearch.contains(CSVByte.carriageReturn, in: bytes) else { return lines }
    for index in bytes.indices where bytes[index] == CSVByte.carriageReturn {
      if index + 1 == bytes.count || bytes[index + 1] != CSVByte.lineFeed { lines &+= 1 }
    }
    return lines
  }

  /// Reads the row that begins at `start`; returns where the next one begins.
  private mutating func parseRow(at start: Int) -> Int {
    let delimiter = plan.delimiter
    let expected = columnCount
    var next = start
    var column = 0
    var absentCells = 0
    var excess = 0
    while true {
      let cell = ImportCell.read(bytes, at: next, delimiter: delimiter)
      next = cell.next
      if cell.isAbsent {
        absentCells &+= 1
        // A row of which nothing has been written yet may be an empty line.
        if column < expected, absentCells <= column { absent(column) }
      } else if column < expected {
        for skipped in 0..<(absentCells == column ? column : 0) { absent(skipped) }
        read(cell, column: column)
      } else {
        if absentCells == column { for skipped in 0..<expected { absent(skipped) } }
        excess = column + 1
      }
      column &+= 1
      if cell.endsRow { break }
    }
    if absentCells == column { return next }
    for missing in min(column, expected)..<expected { noKey(missing) }
    if column < expected || excess > 0 {
      report(.ragged(cells: excess > 0 ? excess : column, expected: expected), column: nil)
    }
    if column > limits.columns { report(.tooManyCells, column: nil) }
    result.rowCount &+= 1
    return next
  }

  /// Notes an empty cell of a row that is not empty.
  private mutating func absent(_ column: Int) {
    switch plan.columns[column].kind {
    case .key, .from, .to:
      report(.noText(column: plan.columns[column].name), column: column)
      noKey(column)
    default: break
    }
  }

  /// Keeps the columns of keys as long as there are rows.
  private mutating func noKey(_ column: Int) {
    switch plan.columns[column].kind {
    case .key:
      columns[column].texts.append("")
      columns[column].note(row: result.rowCount)
    case .from, .to: columns[column].nodes.append(KeyDirectory.none)
    default: break
    }
  }

  @inline(__always)
  private mutating func read(_ cell: ImportCell, column: Int) {
    if cell.fault != nil || !cell.isASCII || mayHoldNUL || cell.end - cell.start > limits.cellBytes,
      let fault = fault(of: cell)
    {
      report(fault, column: column)
      return noKey(column)
    }
    let text = UnsafeBufferPointer(rebasing: bytes[cell.start..<cell.end])
    switch steps[column] {
    case .end:
      let node = cell.withText(bytes) { key in
        (resolvesAtEnd ? keys?.entry(key) : keys?.node(key)) ?? KeyDirectory.none
      }
      columns[column].nodes.append(node)
      if node == KeyDirectory.none { reportUnknown(cell, column) }
      return
    case .key:
      if text.isEmpty { report(.noText(column: plan.columns[column].name), column: column) }
      cell.withText(bytes) { columns[column].texts.append(utf8: $0) }
    case .identifier:
      if text.isEmpty { return }
      cell.withText(bytes) { columns[column].texts.append(utf8: $0) }
    case .declaredText:
      cell.withText(bytes) { columns[column].texts.append(utf8: $0) }
    case .declaredPartialDate:
      if text.isEmpty { return }
      guard let date = CellClass.partialDate(text) else { return readSlowly(cell, column) }
      columns[column].partialDates.append(date)
    case .nothing:
      report(.nameless, column: column)
      return
    case .declaredInteger, .declaredFloat, .declaredBoolean, .declaredDate, .declaredOther:
      if text.isEmpty { return }
      switch (steps[column], CellClass.of(text)) {
      case (.declaredInteger, .integer(let value)): columns[column].integers.append(value)
      case (.declaredFloat, .float(let value)): columns[column].floats.append(value)
      case (.declaredBoolean, .boolean(let value)): columns[column].booleans.append(value)
      case (.declaredDate, .date(let value)): columns[column].dates.append(value)
      default: return readSlowly(cell, column)
      }
    case .inferredText, .inferredInteger, .inferredFloat, .inferredBoolean, .inferredDate:
      return readInferred(cell, text, column)
    }
    columns[column].note(row: result.rowCount)
  }

  /// A column whose type the cells tell.
  @inline(__always)
  private mutating func readInferred(
    _ cell: ImportCell, _ text: UnsafeBufferPointer<UInt8>, _ column: Int
  ) {
    let step = steps[column]
    if text.isEmpty {
      columns[column].counts.blanks += 1
      if step != .inferredText { return }
    }
    let cellClass = cell.hasDoubledQuotes ? .other : CellClass.of(text)
    if !text.isEmpty { columns[column].counts.count(cellClass) }
    switch (step, cellClass) {
    case (.inferredInteger, .integer(let value)): columns[column].integers.append(value)
    case (.inferredFloat, .float(let value)): columns[column].floats.append(value)
    case (.inferredFloat, .integer(let value)): columns[column].floats.append(Double(value))
    case (.inferredBoolean, .boolean(let value)): columns[column].booleans.append(value)
    case (.inferredDate, .date(let value)): columns[column].dates.append(value)
    case (.inferredText, _): cell.withText(bytes) { columns[column].texts.append(utf8: $0) }
    default: return noteMisfit(cell, column)
    }
    columns[column].note(row: result.rowCount)
  }

  /// Reads what is written in none of the usual ways, as everywhere else in the program.
  @inline(never)
  private mutating func readSlowly(_ cell: ImportCell, _ column: Int) {
    guard case .property(let type) = plan.columns[column].kind else { return }
    switch type.parse(cell.text(bytes)) {
    case .failure: report(.badValue(problem(of: cell, type)), column: column)
    case .success(let value):
      switch value {
      case .integer(let value): columns[column].integers.append(value)
      case .float(let value): columns[column].floats.append(value)
      case .boolean(let value): columns[column].booleans.append(value)
      case .date(let value): columns[column].dates.append(value)
      case .partialDate(let value): columns[column].partialDates.append(value)
      default: columns[column].values.append(value)
      }
      columns[column].note(row: result.rowCount)
    }
  }

  // MARK: - Faults

  @inline(never)
  private func fault(of cell: ImportCell) -> ImportFault.Kind? {
    if let fault = cell.fault { return .quotes(fault) }
    if cell.end - cell.start > limits.cellBytes { return .cellTooLarge }
    // The mark of UTF-16 has no meaning inside a file, but its bytes are not UTF-8 either.
    return TextEncodingFault.firstInside(bytes[cell.start..<cell.end]).map { .encoding($0) }
  }

  @inline(never)
  private mutating func noteMisfit(_ cell: ImportCell, _ column: Int) {
    guard result.misfits.count < limits.findings,
      case .property(let type) = plan.columns[column].kind
    else { return }
    result.misfits.append(
      ImportFault(
        kind: .misfit(
          problem(of: cell, type), column: plan.columns[column].name, type: type),
        place: RowPlace(block: blockNumber, row: result.rowCount), column: column))
  }

  /// Why a cell is not of a type; holds no more of its text than is shown.
  private func problem(of cell: ImportCell, _ type: PropertyType) -> ValueParsingProblem {
    let text = shown(cell)
    if case .failure(let problem) = type.parse(text) { return problem }
    // A text that would not come back as it was written, such as `007`.
    switch type {
    case .integer: return .notInteger(text)
    case .float: return .notFloat(text)
    default: return .notTemporal(text, type)
    }
  }

  @inline(never)
  private mutating func reportUnknown(_ cell: ImportCell, _ column: Int) {
    report(
      cell.isQuoted && cell.start == cell.end
        ? .noText(column: plan.columns[column].name) : .unknownNode(shown(cell)),
      column: column)
  }

  /// As much of a text as a message shows, and a little more.
  private func shown(_ cell: ImportCell) -> String {
    var cut = cell
    cut.end = min(cell.end, cell.start + 400)
    return cut.text(bytes)
  }

  @inline(never)
  private mutating func report(_ kind: ImportFault.Kind, column: Int?) {
    guard result.faults.count < limits.findings else {
      result.unlistedFaults += 1
      return
    }
    result.faults.append(
      ImportFault(
        kind: kind, place: RowPlace(block: blockNumber, row: result.rowCount), column: column))
  }
}

extension TextEncodingFault {
  /// The first fault inside a text that does not begin a file.
  static func firstInside(_ utf8: Slice<UnsafeBufferPointer<UInt8>>) -> Kind? {
    // A letter before the text keeps its beginning from being taken for a mark of UTF-16.
    first(in: [0x41] + Array(utf8))?.kind
  }
}
