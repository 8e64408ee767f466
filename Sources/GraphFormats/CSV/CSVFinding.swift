// SPDX-License-Identifier: Apache-2.0

import SourceDiagnostics

/// Everything that can be wrong with a CSV file, and the words for it.
enum CSVFinding: Sendable, Hashable {
  case fileTooLarge(limit: Int)
  case encoding(TextEncodingFault.Kind)
  case unclosedQuote
  case textAfterQuote
  case quoteAfterSpace
  case raggedRow(row: Int, cells: Int, expected: Int)
  case cellTooLarge(limit: Int)
  case tooManyRows(limit: Int)
  case tooManyColumns(limit: Int)
  case moreFindings(limit: Int)
  case noHeader
  case unknownTable
  case missingColumn(String, table: String, also: [String])
  case repeatedColumn(String, first: String)
  case namelessColumn(column: String)
  case unknownSourceColumn(String)
  case emptyCell(column: String, table: String)
  case noNodeAbove(key: String)
  case severalSources(column: String, count: Int)
  case noSource(column: String)
  case repeatedRow(first: Int)

  func diagnostic(at location: SourceLocation) -> Diagnostic {
    let words = words
    return Diagnostic(
      code: words.code, severity: severity, message: words.message, at: location, help: words.help)
  }

  private var severity: Diagnostic.Severity {
    switch self {
    case .moreFindings: .information
    case .repeatedRow: .warning
    default: .error
    }
  }

  private typealias Words = (code: String, message: String, help: String?)

  private var words: Words {
    switch self {
    case .fileTooLarge, .encoding, .unclosedQuote, .textAfterQuote, .quoteAfterSpace, .raggedRow,
      .cellTooLarge, .tooManyRows, .tooManyColumns, .moreFindings, .noHeader:
      textWords
    default: tableWords
    }
  }

  /// Of the file as rows and cells.
  private var textWords: Words {
    switch self {
    case .fileTooLarge(let limit):
      ("E150", "File is larger than \(megabytes(limit))", "split it; all CSV files are merged")
    case .encoding(.utf16):
      ("E151", "File is in UTF-16, expected UTF-8", "save it as \"CSV UTF-8\"")
    case .encoding(.nul):
      ("E151", "NUL byte in the file, expected text", nil)
    case .encoding(.strayByte(let byte)):
      ("E151", "Byte 0x\(hexadecimal(byte)) is not UTF-8 here", "save the file as \"CSV UTF-8\"")
    case .unclosedQuote:
      ("E152", "Quote opened here is never closed", "close it, or double a quote that is text")
    case .textAfterQuote:
      ("E153", "Text after the closing quote of a cell", "double a quote that is part of the text")
    case .quoteAfterSpace:
      ("E154", "Space before the quote of a cell", "remove the space, or the cell is not quoted")
    case .raggedRow(let row, let cells, let expected):
      (
        "E155", "Row \(row) has \(counted(cells, "cell")), the header has \(expected)",
        cells > expected ? "quote a cell that holds the delimiter" : nil
      )
    case .cellTooLarge(let limit):
      ("E156", "Cell is larger than \(megabytes(limit))", "look for a quote that is not closed")
    case .tooManyRows(let limit):
      ("E157", "File has more than \(counted(limit, "row"))", "split it; all CSV files are merged")
    case .tooManyColumns(let limit):
      ("E158", "Row has more than \(counted(limit, "cell"))", nil)
    case .moreFindings(let limit):
      ("I159", "More than \(counted(limit, "finding")) in this file; the rest is left out", nil)
    default:
      ("E160", "File has no header row", "name the columns in the first row")
    }
  }

  /// Of the table as nodes, edges or sources.
  private var tableWords: Words {
    switch self {
    case .missingColumn(let name, let table, let also):
      (
        "E162", "Table of \(table) has no column '\(name)'",
        also.isEmpty ? nil : "also accepted: " + also.map { "'\($0)'" }.joined(separator: ", ")
      )
    case .repeatedColumn(let name, let first):
      name == first
        ? ("E163", "Column '\(name)' stands twice", nil)
        : ("E163", "Column '\(name)' means the same as column '\(first)'", nil)
    case .namelessColumn(let column):
      ("E164", "Cell under a header that is empty", "name column \(column) in the first row")
    case .unknownSourceColumn(let name):
      (
        "E165", "Sources have no column '\(name)'",
        "columns of sources: " + SourceColumn.allCases.map(\.rawValue).joined(separator: ", ")
      )
    case .emptyCell(let column, let table):
      ("E166", "Row of \(table) has no '\(column)'", nil)
    case .noNodeAbove(let key):
      (
        "E167", "Row has no type, and no row above it is about '\(key)'",
        "a row without a type adds claims to a node above"
      )
    case .severalSources(let column, let count):
      (
        "E168", "'\(column)' belongs to one source, the row names \(count)",
        "write 'key: locator' for each source"
      )
    case .noSource(let column):
      ("E169", "'\(column)' without a source", nil)
    case .repeatedRow(let first):
      ("W170", "Row repeats row \(first)", "remove one of them")
    default:
      (
        "E161", "Not clear whether the table holds nodes, edges or sources",
        "call the file nodes.csv, edges.csv or sources.csv"
      )
    }
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  private func megabytes(_ bytes: Int) -> String {
    bytes >= 1 << 20 ? "\(bytes >> 20) MB" : counted(bytes, "byte")
  }

  private func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count == 1 ? "0" + digits : digits
  }
}
