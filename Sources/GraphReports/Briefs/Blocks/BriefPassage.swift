// SPDX-License-Identifier: Apache-2.0

internal import SourceDiagnostics

/// A piece of a text with the places of its lines, so that findings can point into it.
///
/// The lines of a code block may stand behind the marks of a list or a quotation; the passage holds
/// them without those marks.
struct BriefPassage {
  let source: SourceText
  let bytes: [UInt8]

  private struct Line {
    /// Where the line begins in the bytes of the passage.
    let start: Int

    /// Where it begins in the source; nil when only the number of its line is known.
    let sourceStart: Int?
    let number: Int
  }
  private let lines: [Line]

  /// Where everything in it is said to stand; nil where each byte has its own place.
  private let fixedPlace: SourceLocation?

  /// A part of the source as it stands there.
  init(_ source: SourceText, range: Range<Int>) {
    self.source = source
    bytes = Array(source.utf8[range])
    var lines = [
      Line(
        start: 0, sourceStart: range.lowerBound, number: source.line(at: range.lowerBound))
    ]
    for (index, byte) in bytes.enumerated() where byte == 0x0A {
      lines.append(
        Line(
          start: index + 1, sourceStart: range.lowerBound + index + 1,
          number: lines[lines.count - 1].number + 1))
    }
    self.lines = lines
    fixedPlace = nil
  }

  /// A whole text of its own.
  init(_ source: SourceText) { self.init(source, range: 0..<source.utf8.count) }

  /// A text that does not stand in the source as it is.
  init(_ source: SourceText, text: String, at place: SourceLocation) {
    self.source = source
    bytes = Array(text.utf8)
    lines = []
    fixedPlace = place
  }

  /// The content of a code block whose first line is line `firstLine` of the source.
  init(_ source: SourceText, content: [UInt8], firstLine: Int) {
    self.source = source
    bytes = content
    var lines: [Line] = []
    var start = 0
    while start <= content.count {
      let end = content[start...].firstIndex(of: 0x0A) ?? content.count
      let number = firstLine + lines.count
      let range = source.range(ofLine: number)
      let text = content[start..<end]
      // Marks of containers stand before the content, so the line ends with it.
      let fits =
        number <= source.lineCount && source.utf8[range].suffix(text.count).elementsEqual(text)
      lines.append(
        Line(
          start: start, sourceStart: fits ? range.upperBound - text.count : nil, number: number))
      start = end + 1
    }
    self.lines = lines
    fixedPlace = nil
  }

  /// The place of a range of bytes; cut at the end of its first line.
  func location(of range: Range<Int>) -> SourceLocation {
    if let fixedPlace { return fixedPlace }
    var low = 0
    var high = lines.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lines[middle].start <= range.lowerBound { low = middle } else { high = middle }
    }
    let line = lines[low]
    guard let start = line.sourceStart else {
      return SourceLocation(file: source.name, line: line.number, column: 0)
    }
    let lower = start + range.lowerBound - line.start
    return source.location(of: lower..<lower + max(1, range.count))
  }

  func text(of range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The range without spaces and tabs at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let first = bytes[range].first, Self.isSpace(first) {
      range = range.lowerBound + 1..<range.upperBound
    }
    while let last = bytes[range].last, Self.isSpace(last) {
      range = range.lowerBound..<range.upperBound - 1
    }
    return range
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
