// SPDX-License-Identifier: Apache-2.0

import SourceDiagnostics

/// Where the blocks of all files lie, for turning the position of a row into a place that people
/// can find. Blocks that hold faults are read again; nothing else of them was kept.
struct BlockTable: Sendable {
  struct Entry: Sendable {
    /// The position among the files of the import.
    var file: Int
    var offset: Int
    var count: Int

    /// The line and the spreadsheet row of the first row, from 1.
    var firstLine: Int
    var firstRow: Int
  }

  private(set) var entries: [Entry] = []

  mutating func append(_ entry: Entry) { entries.append(entry) }

  /// Where a row or cell stands; only the file's name when it cannot be read any more.
  ///
  /// Complexity: linear in the size of the block, unless `cache` holds it.
  func location(
    of place: RowPlace, column: Int?, files: [ImportFile], cache: inout Cache
  ) -> (location: SourceLocation, row: Int) {
    guard place.block < entries.count else { return (SourceLocation(file: ""), 0) }
    let entry = entries[place.block]
    let file = files[entry.file]
    cache.read(entry, number: place.block, file: file)
    guard let row = cache.row(place.row) else { return (SourceLocation(file: file.name), 0) }
    let cell = column.flatMap { $0 < row.cells.count ? row.cells[$0] : nil }
    let span = cell.map { $0.start..<max($0.start, $0.end) } ?? row.span
    var location = cache.text.location(of: span)
    location.line += entry.firstLine - 1
    if let column, cell != nil {
      location.cell = CSVCell.name(column: column, row: entry.firstRow + row.record)
    }
    return (location, entry.firstRow + row.record)
  }

  /// The block that was read last and how far its rows have been walked.
  struct Cache {
    private var block = -1
    fileprivate var text = SourceText(name: "", utf8: [])
    private var delimiter = CSVByte.lineFeed

    /// The row that was asked for last: its position, and where it begins.
    private var rows = -1
    private var records = -1
    private var next = 0
    private var latest: (cells: [ImportCell], span: Range<Int>, record: Int)?

    fileprivate mutating func read(_ entry: Entry, number: Int, file: ImportFile) {
      if number == block { return }
      block = number
      rows = -1
      records = -1
      next = 0
      latest = nil
      delimiter = file.plan.delimiter
      text = SourceText(name: file.name, utf8: file.bytes(entry.offset, entry.count))
    }

    /// Rows are asked for in ascending order; an earlier one starts again.
    fileprivate mutating func row(
      _ wanted: Int
    ) -> (cells: [ImportCell], span: Range<Int>, record: Int)? {
      if wanted < rows { (rows, records, next, latest) = (-1, -1, 0, nil) }
      let delimiter = delimiter
      text.utf8.withUnsafeBufferPointer { bytes in
        while rows < wanted, next < bytes.count {
          let row = ImportCell.row(bytes, at: next, delimiter: delimiter, limit: 16_384)
          records += 1
          if !row.cells.allSatisfy(\.isAbsent) {
            rows += 1
            latest = (row.cells, next..<row.next, records)
          }
          next = row.next
        }
      }
      return rows == wanted ? latest : nil
    }
  }
}
