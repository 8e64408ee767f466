// SPDX-License-Identifier: Apache-2.0

extension YAMLSyntaxParser {
  private enum Chomping {
    case strip, clip, keep
  }

  /// Reads a literal or folded scalar, header and lines, up to the line behind it.
  ///
  /// - Parameter parent: the column of the list or mapping around it.
  mutating func parseBlockScalar(parent: Int) throws(YAMLRefusal) -> Parsed {
    let start = position
    let isFolded = byte(0) == YAMLByte.greater
    position += 1
    var chomping: Chomping?
    var indentation: Int?
    while let next = byte(0), !YAMLByte.isBlank(next), !YAMLByte.isBreak(next) {
      if next == YAMLByte.dash, chomping == nil {
        chomping = .strip
      } else if next == UInt8(ascii: "+"), chomping == nil {
        chomping = .keep
      } else if (0x31...0x39).contains(next), indentation == nil {
        indentation = max(parent, 0) + Int(next - 0x30)
      } else {
        throw refuse(.blockHeader)
      }
      position += 1
    }
    let header = start..<position
    while let blank = byte(0), YAMLByte.isBlank(blank) { position += 1 }
    if let next = byte(0), next != YAMLByte.number, !YAMLByte.isBreak(next) {
      throw refuse(.blockHeader)
    }
    position = header.upperBound
    let lineEnd = try finishLine()
    let scalar = try scanBlockLines(
      parent: parent, indentation: indentation, chomping: chomping ?? .clip, isFolded: isFolded)
    return (YAMLSyntaxNode(content: .blockScalar(scalar), span: header), lineEnd)
  }

  private mutating func scanBlockLines(
    parent: Int, indentation: Int?, chomping: Chomping, isFolded: Bool
  ) throws(YAMLRefusal) -> YAMLBlockScalar {
    var lines: [[UInt8]] = []
    var indentation = indentation
    var blankLines = 0
    var deepestBlank = 0
    var endsWithBreak = false
    while position < bytes.count {
      while byte(0) == YAMLByte.space, column < indentation ?? .max { position += 1 }
      guard let next = byte(0) else { break }
      if YAMLByte.isBreak(next) {
        if indentation == nil { deepestBlank = max(deepestBlank, column) }
        blankLines += 1
        skipBreak()
        continue
      }
      if let indentation, column < indentation {
        if next == YAMLByte.tab { throw refuse(.tab) }
        break
      }
      if indentation == nil {
        if next == YAMLByte.tab { throw refuse(.tab) }
        guard column > parent else { break }
        if deepestBlank > column { throw refuse(.blockIndentation) }
        indentation = column
      }
      lines += Array(repeating: [], count: blankLines)
      blankLines = 0
      let start = position
      while let next = byte(0), !YAMLByte.isBreak(next) { position += 1 }
      lines.append(Array(bytes[start..<position]))
      endsWithBreak = byte(0) != nil
      if endsWithBreak { skipBreak() } else { lineStart = position }
    }
    // The line that ends the scalar is read again, with its indentation.
    position = lineStart
    if chomping != .keep, blankLines > 0 { addBlankLine() }
    let ownNewline = lines.isEmpty || !endsWithBreak ? 0 : 1
    let newlines =
      switch chomping {
      case .strip: 0
      case .clip: ownNewline
      case .keep: ownNewline + blankLines
      }
    return YAMLBlockScalar(isFolded: isFolded, lines: lines, trailingNewlines: newlines)
  }
}
