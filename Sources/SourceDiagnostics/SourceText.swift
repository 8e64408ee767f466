// SPDX-License-Identifier: Apache-2.0

/// A text that somebody wrote, with its name, for pointing into.
///
/// Offsets are in UTF-8 code units from the start. Lines end with LF, CRLF or CR. Columns count
/// Unicode scalars from 1, which is what editors show for all but combined characters. A byte
/// order mark at the start belongs to no line. Bytes that are not UTF-8 count as the replacement
/// characters that stand for them.
public struct SourceText: Sendable {
  /// What the user calls the text: a path relative to the dataset, or `<query>`.
  public let name: String

  public let utf8: [UInt8]

  /// The offset at which each line begins.
  private let lineStarts: [Int]

  /// How many bytes of a long line an excerpt keeps on either side of a place.
  private static let excerptReach = 320

  /// Complexity: linear in the length of the text.
  public init(name: String, utf8: [UInt8]) {
    self.name = name
    self.utf8 = utf8
    let hasByteOrderMark = utf8.starts(with: [0xEF, 0xBB, 0xBF])
    var starts = [hasByteOrderMark ? 3 : 0]
    var index = starts[0]
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

  /// The line, from 1, in which the offset lies.
  ///
  /// Complexity: O(log lines).
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
    var end = line < lineStarts.count ? lineStarts[max(0, line)] : utf8.count
    while end > start, utf8[end - 1] == 0x0A || utf8[end - 1] == 0x0D { end -= 1 }
    return start..<max(start, end)
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

  /// The text of a span, with replacement characters for what is not UTF-8.
  public func text(of span: Range<Int>) -> String {
    String(decoding: utf8[span.clamped(to: 0..<utf8.count)], as: UTF8.self)
  }

  /// The place of a span of this text, with the line it lies in for an excerpt.
  ///
  /// A span over several lines is cut at the end of its first.
  ///
  /// Complexity: linear in the length of the line.
  public func location(of span: Range<Int>) -> SourceLocation {
    let lower = min(max(0, span.lowerBound), utf8.count)
    let line = line(at: lower)
    let range = range(ofLine: line)
    let start = min(max(lower, range.lowerBound), range.upperBound)
    let end = min(max(span.upperBound, start), range.upperBound)
    // A line may be megabytes long; the excerpt keeps what lies around the place.
    let isCutLeft = start - range.lowerBound > Self.excerptReach
    let before = isCutLeft ? aligned(start - Self.excerptReach, upTo: start) : range.lowerBound
    let after = aligned(min(range.upperBound, start + Self.excerptReach), upTo: range.upperBound)
    // The excerpt is decoded in two parts, so that the place lies between two scalars of it even
    // where the bytes are not UTF-8.
    let lead = text(of: before..<start)
    let excerptColumn = scalarCount(range.lowerBound..<before) + 1
    return SourceLocation(
      file: name, line: line, column: excerptColumn + lead.unicodeScalars.count,
      length: max(1, scalarCount(start..<end)), excerpt: lead + text(of: start..<after),
      excerptColumn: excerptColumn, isExcerptCutShort: after < range.upperBound)
  }

  private func scalarCount(_ range: Range<Int>) -> Int {
    if utf8[range].allSatisfy({ $0 < 0x80 }) { return range.count }
    return text(of: range).unicodeScalars.count
  }

  /// The first offset from `offset` on that does not lie inside a scalar, at most `limit`.
  private func aligned(_ offset: Int, upTo limit: Int) -> Int {
    var offset = offset
    while offset < limit, utf8[offset] & 0xC0 == 0x80 { offset += 1 }
    return offset
  }
}
