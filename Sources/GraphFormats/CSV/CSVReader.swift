// SPDX-License-Identifier: Apache-2.0

public import SourceDiagnostics

/// Reads a CSV file (RFC 4180) row by row, without copying it.
///
/// Taken as they come: LF, CRLF and CR, a byte order mark, `,` `;` or tab between the cells (the
/// header decides), a first line `sep=;`. The first row is the header; each further row must have
/// as many cells as it, apart from empty cells too many. Rows that are empty are passed over; rows
/// with a fault are reported in ``diagnostics`` and passed over.
///
/// ```swift
/// var reader = CSVReader(text)
/// while let record = reader.next() { print(reader.text(of: record.cells[0])) }
/// ```
///
/// ## Topics
/// - Rows: ``header``, ``next()``, ``read(into:)``
/// - Cells: ``text(of:)``, ``location(of:column:row:)``
/// - Faults: ``diagnostics``, ``CSVDiagnostics``
public struct CSVReader: Sendable {
  public let source: SourceText
  public let limits: CSVLimits
  public let delimiter: CSVDelimiter

  /// The first row that is not empty; nil when there is none or the file is refused.
  public private(set) var header: CSVRecord?

  /// What was found so far. Complete when ``next()`` has given nil.
  public private(set) var diagnostics: [Diagnostic] = []

  private var position: Int
  private var row = 0
  private var isFinished = false

  /// Checks the encoding and reads the header. Complexity: linear in the length of the text.
  ///
  /// - Parameter delimiter: nil to take it from the first line.
  public init(
    _ source: SourceText, delimiter: CSVDelimiter? = nil, limits: CSVLimits = CSVLimits()
  ) {
    self.source = source
    self.limits = limits
    let opening = Opening(source)
    position = opening.start
    self.delimiter =
      delimiter ?? opening.delimiter ?? .detected(in: source.utf8, from: opening.start)
    if source.utf8.count > limits.fileBytes {
      report(
        CSVFinding.fileTooLarge(limit: limits.fileBytes)
          .diagnostic(at: SourceLocation(file: source.name)))
      isFinished = true
    } else if let fault = TextEncodingFault.first(in: source.utf8) {
      let place = source.location(of: fault.offset..<fault.offset + 1)
      report(CSVFinding.encoding(fault.kind).diagnostic(at: place))
      isFinished = true
    }
    var record = CSVRecord()
    if read(into: &record) { header = record }
  }

  /// The next row that is not empty and has no fault; nil at the end.
  public mutating func next() -> CSVRecord? {
    var record = CSVRecord()
    return read(into: &record) ? record : nil
  }

  /// Like ``next()``, into a record whose storage is used again.
  ///
  /// - Returns: false at the end.
  public mutating func read(into record: inout CSVRecord) -> Bool {
    while !isFinished {
      guard position < source.utf8.count else {
        isFinished = true
        break
      }
      guard row < limits.rows else {
        stop(at: position, .tooManyRows(limit: limits.rows))
        break
      }
      row += 1
      record.row = row
      record.cells.removeAll(keepingCapacity: true)
      let isSound = scanRow(into: &record)
      // Without a sound header no row below it can be read.
      if !isSound, header == nil { isFinished = true }
      if !isSound || record.isBlank || isFinished { continue }
      if let header, !fit(&record, to: header) { continue }
      return true
    }
    record.cells.removeAll()
    return false
  }

  /// What a cell says, with doubled quotes made single.
  public func text(of cell: CSVCell) -> String {
    let bytes = source.utf8[cell.span]
    guard cell.hasDoubledQuotes else { return String(decoding: bytes, as: UTF8.self) }
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      plain.append(bytes[index])
      let isDoubled =
        bytes[index] == CSVByte.quote && index + 1 < bytes.endIndex
        && bytes[index + 1] == CSVByte.quote
      index += isDoubled ? 2 : 1
    }
    return String(decoding: plain, as: UTF8.self)
  }

  /// The place of a cell, with its spreadsheet name.
  ///
  /// - Parameters:
  ///   - column: from 0.
  ///   - row: ``CSVRecord/row``.
  public func location(of cell: CSVCell, column: Int, row: Int) -> SourceLocation {
    var location = source.location(of: cell.span)
    location.cell = CSVCell.name(column: column, row: row)
    return location
  }

  /// Adds a finding about this file, as far as the limit allows.
  mutating func report(_ diagnostic: Diagnostic) {
    if diagnostics.count < limits.findings {
      diagnostics.append(diagnostic)
    } else if diagnostics.count == limits.findings {
      diagnostics.append(
        CSVFinding.moreFindings(limit: limits.findings)
          .diagnostic(at: SourceLocation(file: source.name)))
    }
  }
}

extension CSVReader {
  /// What stands before the header: a byte order mark, and the `sep=` line of spreadsheets.
  private struct Opening {
    var start = 0
    var delimiter: CSVDelimiter?

    init(_ source: SourceText) {
      let bytes = source.utf8
      if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
      let line = source.range(ofLine: 1)
      let content = bytes[min(start, line.upperBound)..<line.upperBound]
      if content.count == 5, content.starts(with: Array("sep=".utf8)),
        let last = content.last, let named = CSVDelimiter(rawValue: last)
      {
        delimiter = named
        start = source.start(ofLine: 2)
      }
    }
  }

  /// Makes a row as long as the header by leaving away empty cells at its end.
  ///
  /// - Returns: false when the row has too few cells, or too many that say something.
  private mutating func fit(_ record: inout CSVRecord, to header: CSVRecord) -> Bool {
    let expected = header.cells.count
    let found = record.cells.count
    while record.cells.count > expected, record.cells.last?.isAbsent == true {
      record.cells.removeLast()
    }
    if record.cells.count == expected { return true }
    let column = min(expected, found - 1)
    let place = location(of: record.cells[column], column: column, row: record.row)
    report(
      CSVFinding.raggedRow(row: record.row, cells: found, expected: expected)
        .diagnostic(at: place))
    return false
  }

  private mutating func stop(at offset: Int, _ finding: CSVFinding) {
    var place = source.location(of: offset..<offset + 1)
    place.cell = nil
    report(finding.diagnostic(at: place))
    isFinished = true
  }

  /// Reads the cells up to the end of the row.
  ///
  /// - Returns: false when a fault was reported; the row's rest is passed over all the same.
  private mutating func scanRow(into record: inout CSVRecord) -> Bool {
    var isSound = true
    while true {
      let column = record.cells.count
      if column == limits.columns {
        stop(at: position, .tooManyColumns(limit: limits.columns))
        return false
      }
      let cellStart = position
      if position < source.utf8.count, source.utf8[position] == CSVByte.quote {
        guard let cell = scanQuotedCell(column: column, isSound: &isSound) else { return false }
        record.cells.append(cell)
      } else {
        let cell = scanPlainCell(column: column, isSound: &isSound)
        record.cells.append(cell)
      }
      if position - cellStart > limits.cellBytes {
        let place = location(
          of: CSVCell(
            span: cellStart..<cellStart + 1, isQuoted: false, hasDoubledQuotes: false),
          column: column, row: row)
        report(CSVFinding.cellTooLarge(limit: limits.cellBytes).diagnostic(at: place))
        isSound = false
      }
      guard position < source.utf8.count else { return isSound }
      let byte = source.utf8[position]
      position += 1
      if byte == delimiter.rawValue { continue }
      if byte == CSVByte.carriageReturn, position < source.utf8.count,
        source.utf8[position] == CSVByte.lineFeed
      {
        position += 1
      }
      return isSound
    }
  }

  private mutating func scanPlainCell(column: Int, isSound: inout Bool) -> CSVCell {
    let start = position
    skipToEndOfCell()
    let cell = CSVCell(span: start..<position, isQuoted: false, hasDoubledQuotes: false)
    let firstInk = source.utf8[cell.span].first { $0 != CSVByte.space && $0 != CSVByte.tab }
    if firstInk == CSVByte.quote {
      let place = location(of: cell, column: column, row: row)
      report(CSVFinding.quoteAfterSpace.diagnostic(at: place))
      isSound = false
    }
    return cell
  }

  private mutating func scanQuotedCell(column: Int, isSound: inout Bool) -> CSVCell? {
    let opening = position
    var hasDoubledQuotes = false
    position += 1
    while true {
      while position < source.utf8.count, source.utf8[position] != CSVByte.quote { position += 1 }
      let isUnclosed = position == source.utf8.count
      if isUnclosed || position - opening > limits.cellBytes {
        let mark = CSVCell(
          span: opening..<opening + 1, isQuoted: false, hasDoubledQuotes: false)
        let place = location(of: mark, column: column, row: row)
        let finding: CSVFinding =
          isUnclosed ? .unclosedQuote : .cellTooLarge(limit: limits.cellBytes)
        report(finding.diagnostic(at: place))
        isFinished = true
        return nil
      }
      if position + 1 < source.utf8.count, source.utf8[position + 1] == CSVByte.quote {
        hasDoubledQuotes = true
        position += 2
      } else {
        break
      }
    }
    let cell = CSVCell(
      span: opening + 1..<position, isQuoted: true, hasDoubledQuotes: hasDoubledQuotes)
    position += 1
    let rest = position
    skipToEndOfCell()
    // Spaces between the closing quote and the delimiter are a slip of the hand, text is not.
    if source.utf8[rest..<position].contains(where: { $0 != CSVByte.space }) {
      let tail = CSVCell(span: rest..<position, isQuoted: false, hasDoubledQuotes: false)
      let place = location(of: tail, column: column, row: row)
      report(CSVFinding.textAfterQuote.diagnostic(at: place))
      isSound = false
    }
    return cell
  }

  private mutating func skipToEndOfCell() {
    let delimiter = delimiter.rawValue
    position = source.utf8.withUnsafeBufferPointer { bytes in
      var index = position
      while index < bytes.count {
        let byte = bytes[index]
        if byte == delimiter || byte == CSVByte.lineFeed || byte == CSVByte.carriageReturn { break }
        index += 1
      }
      return index
    }
  }
}
