// SPDX-License-Identifier: Apache-2.0

import SourceDiagnostics

/// Texts that begin with `|` or `>` and go on over indented lines.
extension YAMLParser {
  private enum Chomping {
    case strip, clip, keep
  }

  /// Reads a block text; its indicator stands here. Ends at the beginning of a line.
  mutating func parseBlockScalar(parentColumn: Int) throws(YAMLFault) -> YAMLNode {
    let start = position
    let isFolded = current == ASCII.greaterThan
    let (chomping, digit) = try parseBlockScalarHeader()
    var end = position
    if current.isBreak { skipBreak() }

    let least = max(parentColumn + 1, 1)
    var trailingBreaks = 0
    let indentation: Int
    if let digit {
      indentation = max(parentColumn, 0) + digit
      trailingBreaks = skipEmptyLines(indentation)
    } else {
      (trailingBreaks, indentation) = try findIndentation(least: least)
    }

    var buffer: [UInt8] = []
    var hasBreak = false
    var lastBeganBlank = false
    while !isAtEnd, column == indentation {
      let beginsBlank = current.isBlank
      if isFolded, hasBreak, !lastBeganBlank, !beginsBlank {
        if trailingBreaks == 0 { buffer.append(ASCII.space) }
      } else if hasBreak {
        buffer.append(ASCII.lineFeed)
      }
      buffer.append(contentsOf: repeatElement(ASCII.lineFeed, count: trailingBreaks))
      lastBeganBlank = beginsBlank
      end = lineEnd
      buffer += bytes[position..<end]
      position = end
      hasBreak = current.isBreak
      if hasBreak { skipBreak() }
      trailingBreaks = skipEmptyLines(indentation)
    }
    try refuseTab(before: indentation)
    // What is not text of this scalar is read again, from the start of its line.
    if !isAtEnd { position = lineStart }
    if chomping != .strip, hasBreak { buffer.append(ASCII.lineFeed) }
    if chomping == .keep {
      buffer.append(contentsOf: repeatElement(ASCII.lineFeed, count: trailingBreaks))
    }
    return try node(
      .scalar(String(decoding: buffer, as: UTF8.self), isFolded ? .folded : .literal),
      start..<end)
  }

  private mutating func parseBlockScalarHeader() throws(YAMLFault) -> (Chomping, digit: Int?) {
    var chomping: Chomping?
    var digit: Int?
    position += 1
    while true {
      switch current {
      case ASCII.plus where chomping == nil: chomping = .keep
      case ASCII.hyphen where chomping == nil: chomping = .strip
      case UInt8(ascii: "1")...ASCII.nine where digit == nil:
        digit = Int(current - ASCII.zero)
      default:
        let isSeparated = current.endsIndicator
        skipBlanks()
        if isSeparated, isAtComment { position = lineEnd }
        guard isSeparated, isAtLineEnd else {
          throw YAMLFault(
            diagnostic: YAMLMessages.textAfterBlockIndicator(at: location(position..<lineEnd)))
        }
        return (chomping ?? .clip, digit)
      }
      position += 1
    }
  }

  /// Moves over empty lines to the first line with text and finds how far it is indented.
  private mutating func findIndentation(
    least: Int
  ) throws(YAMLFault) -> (emptyLines: Int, indentation: Int) {
    var emptyLines = 0
    var widest = 0
    while true {
      while current == ASCII.space { position += 1 }
      guard current.isBreak else { break }
      widest = max(widest, column)
      skipBreak()
      emptyLines += 1
    }
    if current == ASCII.tab, column < least {
      throw YAMLFault(diagnostic: YAMLMessages.tab(at: location(position..<position + 1)))
    }
    guard !isAtEnd, column >= least else { return (emptyLines, least) }
    if current == ASCII.tab {
      throw YAMLFault(diagnostic: YAMLMessages.tab(at: location(position..<position + 1)))
    }
    guard widest <= column else {
      throw YAMLFault(
        diagnostic: YAMLMessages.indentation(
          found: column, expected: widest, at: location(position..<lineEnd)))
    }
    return (emptyLines, column)
  }

  /// Moves over at most so many spaces, and over the lines that hold nothing else; returns how
  /// many those were.
  private mutating func skipEmptyLines(_ indentation: Int) -> Int {
    var lines = 0
    while true {
      while current == ASCII.space, column < indentation { position += 1 }
      guard current.isBreak else { return lines }
      skipBreak()
      lines += 1
    }
  }

  private func refuseTab(before indentation: Int) throws(YAMLFault) {
    guard current == ASCII.tab, column < indentation else { return }
    throw YAMLFault(diagnostic: YAMLMessages.tab(at: location(position..<position + 1)))
  }
}
