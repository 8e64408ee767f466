// SPDX-License-Identifier: Apache-2.0

/// Cuts a file into blocks of whole rows.
///
/// Memory: a block and what is left of the one before; a row that is longer than the limit ends
/// the reading.
struct ImportBlockReader {
  /// Why the rest of a file was not read.
  enum Fault: Sendable {
    /// The row that begins here is longer than the limit, or never ends.
    case endlessRow(offset: Int)
    case file(FileSystemError)
  }

  private let file: SequentialFile
  private let delimiter: UInt8
  private let limits: ImportLimits

  /// Where the next bytes are read.
  private var position: Int

  /// The beginning of a row that the last block did not hold whole.
  private var rest: [UInt8] = []
  private var isDone = false
  private(set) var fault: Fault?

  init(_ file: SequentialFile, from offset: Int, delimiter: UInt8, limits: ImportLimits) {
    self.file = file
    self.delimiter = delimiter
    self.limits = limits
    position = offset
  }

  /// The next block; nil at the end of the file, or where reading stops for a ``fault``.
  mutating func next() -> ImportBlock? {
    if isDone { return nil }
    var capacity = rest.count + limits.blockBytes
    var memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: capacity)
    var filled = rest.count
    _ = memory.update(fromContentsOf: rest)
    rest = []
    while true {
      let room = UnsafeMutableRawBufferPointer(
        rebasing: UnsafeMutableRawBufferPointer(memory)[filled...])
      do throws(FileSystemError) {
        let count = try file.read(into: room, at: position)
        position += count
        filled += count
      } catch {
        fault = .file(error)
        isDone = true
        memory.deallocate()
        return nil
      }
      let isAtEnd = filled < capacity
      let bytes = UnsafeBufferPointer(rebasing: UnsafeBufferPointer(memory)[0..<filled])
      let start = position - filled
      let end = endOfRows(in: bytes, isAtEnd: isAtEnd)
      if isAtEnd || end > 0 {
        isDone = isAtEnd
        if isAtEnd, end < filled { fault = .endlessRow(offset: start + end) }
        if end == 0 {
          memory.deallocate()
          return nil
        }
        if !isAtEnd { rest = Array(bytes[end...]) }
        return ImportBlock(memory: memory, offset: start, count: end)
      }
      if filled > limits.rowBytes {
        fault = .endlessRow(offset: start)
        isDone = true
        memory.deallocate()
        return nil
      }
      capacity *= 2
      let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: capacity)
      _ = larger.update(fromContentsOf: bytes)
      memory.deallocate()
      memory = larger
    }
  }

  /// Where the last row that is whole ends. At the end of the file only a quote that is still open
  /// leaves a row unfinished.
  private func endOfRows(in bytes: UnsafeBufferPointer<UInt8>, isAtEnd: Bool) -> Int {
    guard ByteSearch.contains(CSVByte.quote, in: bytes) else {
      if isAtEnd { return bytes.count }
      var end = bytes.count
      while end > 0, bytes[end - 1] != CSVByte.lineFeed { end -= 1 }
      return end
    }
    var rowStart = 0
    var next = 0
    while next < bytes.count {
      let cell = ImportCell.read(bytes, at: next, delimiter: delimiter)
      if cell.fault == .unclosedQuote { return rowStart }
      next = cell.next
      guard cell.endsRow else { continue }
      if next == bytes.count, bytes[next - 1] != CSVByte.lineFeed {
        return isAtEnd ? next : rowStart
      }
      rowStart = next
    }
    return isAtEnd ? bytes.count : rowStart
  }
}
