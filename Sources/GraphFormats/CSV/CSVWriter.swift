// SPDX-License-Identifier: Apache-2.0

/// Writes CSV (RFC 4180, but with LF): quotes only where a reader needs them.
///
/// An absent cell is empty; a cell of empty text is `""`, so that ``CSVReader`` tells them apart.
public struct CSVWriter: Sendable {
  public let delimiter: CSVDelimiter

  /// Whether cells that a spreadsheet would run as a formula get a `'` in front.
  ///
  /// Such cells begin with `=`, `+`, `-`, `@`, tab or carriage return. The mark stays in the text
  /// when the file is read again: this is for files that people open, not for exchange.
  public let isForSpreadsheets: Bool

  /// What was written so far.
  public private(set) var utf8: [UInt8] = []

  public init(delimiter: CSVDelimiter = .comma, forSpreadsheets: Bool = false) {
    self.delimiter = delimiter
    isForSpreadsheets = forSpreadsheets
  }

  /// What was written so far. Complexity: linear.
  public var text: String { String(decoding: utf8, as: UTF8.self) }

  /// Writes one row. Complexity: linear in the length of its cells.
  ///
  /// - Parameter cells: nil for a cell that is absent. At least one.
  public mutating func write(_ cells: [String?]) {
    for (column, cell) in cells.enumerated() {
      if column > 0 { utf8.append(delimiter.rawValue) }
      guard let cell else { continue }
      write(cell)
    }
    // A row of one absent cell would be an empty line, which readers pass over.
    if cells.count == 1, cells[0] == nil {
      utf8.append(contentsOf: [CSVByte.quote, CSVByte.quote])
    }
    utf8.append(CSVByte.lineFeed)
  }

  private mutating func write(_ cell: String) {
    let bytes = cell.utf8
    let isDefused = isForSpreadsheets && bytes.first.map(Self.formulaMarks.contains) == true
    guard needsQuotes(cell) else {
      if isDefused { utf8.append(Self.apostrophe) }
      utf8.append(contentsOf: bytes)
      return
    }
    utf8.append(CSVByte.quote)
    if isDefused { utf8.append(Self.apostrophe) }
    for byte in bytes {
      if byte == CSVByte.quote { utf8.append(byte) }
      utf8.append(byte)
    }
    utf8.append(CSVByte.quote)
  }

  private func needsQuotes(_ cell: String) -> Bool {
    let bytes = cell.utf8
    guard let first = bytes.first, let last = bytes.last else { return true }
    if Self.isBlank(first) || Self.isBlank(last) { return true }
    // At the start of a file these would be read as its mark or its choice of delimiter.
    if utf8.isEmpty, cell.utf8.starts(with: [0xEF, 0xBB, 0xBF]) || cell.hasPrefix("sep=") {
      return true
    }
    return bytes.contains {
      $0 == delimiter.rawValue || $0 == CSVByte.quote || $0 == CSVByte.lineFeed
        || $0 == CSVByte.carriageReturn
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == CSVByte.space || byte == CSVByte.tab
  }

  private static let apostrophe: UInt8 = 0x27
  private static let formulaMarks: Set<UInt8> = [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D]
}
