// SPDX-License-Identifier: Apache-2.0

/// Where one cell lies among bytes, and what is peculiar about it.
struct ImportCell {
  /// The text, without the quotes or the spaces around it.
  var start: Int
  var end: Int

  /// Whether quotes stand around it.
  var isQuoted = false

  /// Whether quotes inside it are doubled.
  var hasDoubledQuotes = false

  /// Whether a byte above 0x7F is among it.
  var isASCII = true

  var fault: Fault?

  /// Where reading goes on: behind what ended the cell.
  var next: Int

  /// Whether the cell was the last one of its row.
  var endsRow: Bool

  /// Ways in which the quotes of a cell can be wrong.
  enum Fault { case unclosedQuote, textAfterQuote, quoteAfterSpace }

  /// Whether nothing was written: an empty cell without quotes.
  @inline(__always)
  var isAbsent: Bool { start == end && !isQuoted }

  /// Reads the cell that begins at `position`, which may be the end of the bytes.
  @inline(__always)
  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, at position: Int, delimiter: UInt8
  ) -> ImportCell {
    if position < bytes.count, bytes[position] == CSVByte.quote {
      return quoted(bytes, at: position, delimiter: delimiter)
    }
    var end = position
    var joined: UInt8 = 0
    let count = bytes.count
    while end < count {
      let byte = bytes[end]
      if byte == delimiter || byte == CSVByte.lineFeed { break }
      joined |= byte
      end &+= 1
    }
    let endsRow = end == count || bytes[end] == CSVByte.lineFeed
    var cell = ImportCell(
      start: position, end: end, isASCII: joined < 0x80, next: end == count ? end : end &+ 1,
      endsRow: endsRow)
    if endsRow, end > position, bytes[end - 1] == CSVByte.carriageReturn { cell.end -= 1 }
    if cell.end > cell.start,
      bytes[cell.start] <= CSVByte.space || bytes[cell.end - 1] <= CSVByte.space
    {
      cell.trim(bytes)
    }
    return cell
  }

  /// Leaves away the spaces around a cell without quotes.
  private mutating func trim(_ bytes: UnsafeBufferPointer<UInt8>) {
    func isBlank(_ byte: UInt8) -> Bool { byte == CSVByte.space || byte == CSVByte.tab }
    let first = start
    while start < end, isBlank(bytes[start]) { start += 1 }
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    if start > first, start < end, bytes[start] == CSVByte.quote { fault = .quoteAfterSpace }
  }

  private static func quoted(
    _ bytes: UnsafeBufferPointer<UInt8>, at position: Int, delimiter: UInt8
  ) -> ImportCell {
    var cell = ImportCell(
      start: position + 1, end: position + 1, isQuoted: true, next: bytes.count, endsRow: true)
    var joined: UInt8 = 0
    var end = position + 1
    while true {
      guard end < bytes.count else {
        cell.end = end
        cell.fault = .unclosedQuote
        return cell
      }
      let byte = bytes[end]
      if byte == CSVByte.quote {
        guard end + 1 < bytes.count, bytes[end + 1] == CSVByte.quote else { break }
        cell.hasDoubledQuotes = true
        end += 1
      }
      joined |= byte
      end += 1
    }
    cell.end = end
    cell.isASCII = joined < 0x80
    var after = end + 1
    while after < bytes.count, bytes[after] != delimiter, bytes[after] != CSVByte.lineFeed {
      switch bytes[after] {
      case CSVByte.space, CSVByte.tab: break
      case CSVByte.carriageReturn
      where after + 1 == bytes.count || bytes[after + 1] == CSVByte.lineFeed:
        break
      default: cell.fault = .textAfterQuote
      }
      after += 1
    }
    cell.endsRow = after >= bytes.count || bytes[after] == CSVByte.lineFeed
    cell.next = min(after + 1, bytes.count)
    return cell
  }

  /// The text of the cell.
  func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    withText(bytes) { String(decoding: $0, as: UTF8.self) }
  }

  /// Calls `body` with the text, doubled quotes made single.
  @inline(__always)
  func withText<Result>(
    _ bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let written = UnsafeBufferPointer(rebasing: bytes[start..<end])
    return hasDoubledQuotes ? Self.withSingleQuotes(written, body) : body(written)
  }

  private static func withSingleQuotes<Result>(
    _ written: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    var text: [UInt8] = []
    text.reserveCapacity(written.count)
    var isSecond = false
    for byte in written {
      isSecond = byte == CSVByte.quote && !isSecond
      if !isSecond { text.append(byte) }
    }
    // A quote that is kept is the second of its pair.
    return text.withUnsafeBufferPointer(body)
  }
}

extension ImportCell {
  /// The cells of the row that begins at `position`, and where the next row begins.
  ///
  /// - Parameter limit: of cells; what is beyond is left out.
  static func row(
    _ bytes: UnsafeBufferPointer<UInt8>, at position: Int, delimiter: UInt8, limit: Int = .max
  ) -> (cells: [ImportCell], next: Int) {
    var cells: [ImportCell] = []
    var next = position
    while true {
      let cell = read(bytes, at: next, delimiter: delimiter)
      if cells.count < limit { cells.append(cell) }
      next = cell.next
      if cell.endsRow { return (cells, next) }
    }
  }
}
