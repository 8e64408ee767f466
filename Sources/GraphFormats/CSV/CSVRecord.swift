// SPDX-License-Identifier: Apache-2.0

/// One row of a CSV file: where its cells lie, not what they say.
public struct CSVRecord: Sendable, Hashable {
  /// The row as a spreadsheet numbers it, from 1: line breaks inside quotes do not count, empty
  /// lines do.
  public internal(set) var row: Int

  public internal(set) var cells: [CSVCell]

  public init(row: Int = 0, cells: [CSVCell] = []) {
    self.row = row
    self.cells = cells
  }

  /// Whether no cell says anything. A quoted empty cell says "empty text".
  public var isBlank: Bool { cells.allSatisfy(\.isAbsent) }
}

/// The place of one cell in the file.
public struct CSVCell: Sendable, Hashable {
  /// The content in UTF-8 offsets, without the quotes around it.
  public let span: Range<Int>

  /// Whether quotes stand around it.
  public let isQuoted: Bool

  /// Whether quotes inside it are doubled.
  let hasDoubledQuotes: Bool

  /// Whether nothing was written: an empty cell without quotes.
  public var isAbsent: Bool { span.isEmpty && !isQuoted }

  /// The name that spreadsheets give a cell: `H5` for the eighth column of the fifth row.
  ///
  /// - Parameters:
  ///   - column: from 0.
  ///   - row: from 1.
  public static func name(column: Int, row: Int) -> String {
    var letters: [UInt8] = []
    var rest = max(0, column)
    while true {
      letters.append(0x41 + UInt8(truncatingIfNeeded: rest % 26))
      rest = rest / 26 - 1
      if rest < 0 { break }
    }
    return String(decoding: letters.reversed(), as: UTF8.self) + String(row)
  }
}
