// SPDX-License-Identifier: Apache-2.0

/// A text that somebody wrote, with its name, for pointing into.
///
/// Offsets are in UTF-8 code units from the start. Lines end with LF, CRLF or CR. Columns count
/// Unicode scalars from 1, which is what editors show for all but combined characters.
public struct SourceText: Sendable {
  /// What the user calls the text: a path relative to the dataset, or `<query>`.
  public let name: String

  public let utf8: [UInt8]

  /// The offset at which each line begins; the first is 0.
  private let lineStarts: [Int]

  /// Complexity: linear in the length of the text.
  public init(name: String, utf8: [UInt8]) {
    self.name = name
    self.utf8 = utf8
    var starts = [0]
    var index = 0
    while index < utf8.count {
      let byte = utf8[index]
      index += 1
      if byte == 0x0D, index < utf8.count, utf8[index] == 0x0A { index += 1 }
      if byte == 0x0A || byte == 0x0D { starts.append(index) }
    }
    lineStarts = starts
  }

  public init(name: String, _ text: String) {
    self.init(name: name, utf8: Array(text.utf8))
  }

  /// How many lines there are; an empty text has one.
  public var lineCount: Int { lineStarts.count }

  /// The line, from 1, in which the offset lies. Complexity: O(log lines).
  public func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The offset at which a line begins; lines past the end begin at the end.
  public func start(ofLine line: Int) -> Int {
    line - 1 < lineStarts.count ? lineStarts[max(0, line - 1)] : utf8.count
  }

  /// The offsets of a line without its line end.
  public func range(ofLine line: Int) -> Range<Int> {
    let start = start(ofLine: line)
    var end = line < lineStarts.count ? lineStarts[line] : utf8.count
    while end > start, utf8[end - 1] == 0x0A || utf8[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// The offset of a line and column, both from 1; a column past the line's end gives its end.
  public func offset(line: Int, column: Int) -> Int {
    let range = range(ofLine: line)
    var offset = range.lowerBound
    var remaining = column - 1
    while remaining > 0, offset < range.upperBound {
      offset += 1
      while offset < range.upperBound, utf8[offset] & 0xC0 == 0x80 { offset += 1 }
      remaining -= 1
    }
    return offset
  }

  /// The place of a span of this text, with the line it lies in for an excerpt.
  ///
  /// A span over several lines is cut at the end of its first.
  public func location(of span: Range<Int>) -> SourceLocation {
    let lower = min(max(0, span.lowerBound), utf8.count)
    let line = line(at: lower)
    let range = range(ofLine: line)
    let start = min(lower, range.upperBound)
    let end = min(max(span.upperBound, start), range.upperBound)
    let column = scalarCount(range.lowerBound..<start) + 1
    // A line may be megabytes long; the excerpt keeps what lies around the place.
    let window = 160
    let from = max(range.lowerBound, start - window)
    let to = min(range.upperBound, start + window)
    let excerptStart = alignedForward(from, below: start)
    let excerpt = String(decoding: utf8[excerptStart..<alignedBack(to, above: start)], as: UTF8.self)
    return SourceLocation(
      file: name, line: line, column: column, length: max(1, scalarCount(start..<end)),
      excerpt: excerpt, excerptColumn: scalarCount(range.lowerBound..<excerptStart) + 1)
  }

  private func scalarCount(_ range: Range<Int>) -> Int {
    utf8[range].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }

  private func alignedForward(_ offset: Int, below limit: Int) -> Int {
    var offset = offset
    while offset < limit, utf8[offset] & 0xC0 == 0x80 { offset += 1 }
    return offset
  }

  private func alignedBack(_ offset: Int, above limit: Int) -> Int {
    var offset = offset
    while offset > limit, offset < utf8.count, utf8[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }
}

/// A place in a text, complete enough to be printed without the text.
public struct SourceLocation: Sendable, Hashable {
  public var file: String

  /// From 1; 0 when the place is the file as a whole.
  public var line: Int

  /// From 1, in Unicode scalars.
  public var column: Int

  /// In Unicode scalars, at least 1.
  public var length: Int

  /// The line, or the part of a long line that surrounds the place; nil for a whole file.
  public var excerpt: String?

  /// The column of the excerpt's first scalar.
  public var excerptColumn: Int

  /// The spreadsheet cell, such as `H5`, when the file is a table.
  public var cell: String?

  public init(
    file: String, line: Int, column: Int, length: Int = 1, excerpt: String? = nil,
    excerptColumn: Int = 1, cell: String? = nil
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.length = length
    self.excerpt = excerpt
    self.excerptColumn = excerptColumn
    self.cell = cell
  }

  /// A file as a whole.
  public init(file: String) {
    self.init(file: file, line: 0, column: 0)
  }
}

extension SourceLocation: Comparable {
  public static func < (left: SourceLocation, right: SourceLocation) -> Bool {
    (left.file, left.line, left.column) < (right.file, right.line, right.column)
  }
}
