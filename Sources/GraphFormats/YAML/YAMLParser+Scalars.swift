// SPDX-License-Identifier: Apache-2.0

import SourceDiagnostics

/// Unquoted and quoted texts.
extension YAMLParser {
  // MARK: - Unquoted

  /// Requires that the next byte may begin an unquoted text.
  func checkPlainStart(isFlow: Bool) throws(YAMLFault) {
    // Places cost a look at the whole line, so they are made for faults only.
    var place: SourceLocation { location(position..<position + 1) }
    let diagnostic: Diagnostic
    switch current {
    case ASCII.ampersand: diagnostic = YAMLMessages.feature(.anchor, at: word())
    case ASCII.asterisk: diagnostic = YAMLMessages.feature(.alias, at: word())
    case ASCII.exclamationMark: diagnostic = YAMLMessages.feature(.tag, at: word())
    case ASCII.questionMark where isFlow || byte(after: 1).endsIndicator:
      diagnostic = YAMLMessages.feature(.complexKey, at: place)
    case ASCII.colon where isFlow || byte(after: 1).endsIndicator:
      diagnostic = YAMLMessages.colonWithoutKey(at: place)
    case ASCII.hyphen
    where byte(after: 1).endsIndicator || isFlow && byte(after: 1).isFlowIndicator:
      diagnostic = YAMLMessages.unexpectedHyphen(at: place)
    case ASCII.comma, ASCII.closeBracket, ASCII.closeBrace, ASCII.numberSign, ASCII.verticalBar,
      ASCII.greaterThan, ASCII.percent, ASCII.atSign, ASCII.backtick:
      diagnostic = YAMLMessages.reservedCharacter(
        String(UnicodeScalar(current)), at: place)
    default: return
    }
    throw YAMLFault(diagnostic: diagnostic)
  }

  /// From here to the next blank or bracket.
  private func word() -> SourceLocation {
    var end = position + 1
    while end < bytes.count, !bytes[end].endsIndicator, !bytes[end].isFlowIndicator { end += 1 }
    return location(position..<end)
  }

  /// Moves to what ends an unquoted text on this line, and returns where its last word ends.
  mutating func scanPlainLine(isFlow: Bool) throws(YAMLFault) -> Int {
    var end = position
    while position < bytes.count {
      let byte = bytes[position]
      if byte.isBreak || isAtComment { break }
      if byte == ASCII.colon {
        let next = self.byte(after: 1)
        if next.endsIndicator { break }
        if isFlow, next.isFlowIndicator || next == ASCII.questionMark {
          throw YAMLFault(
            diagnostic: YAMLMessages.colonWithoutSpace(at: location(position..<position + 1)))
        }
      }
      if isFlow, byte.isFlowIndicator { break }
      position += 1
      if !byte.isBlank { end = position }
    }
    return end
  }

  /// Reads the further lines of an unquoted text, of which the first has been read.
  mutating func continuePlain(
    _ first: Range<Int>, parentColumn: Int, isFlow: Bool
  ) throws(YAMLFault) -> YAMLNode {
    var end = first.upperBound
    var folded: [UInt8] = []
    if !isFlow, current == ASCII.colon { throw colonInText() }
    while current.isBreak {
      let line = (position, lineStart)
      var breaks = 0
      // A tab on an empty line matters when it stands where indentation would.
      var tab: Int?
      var lineBefore = lineStart
      while current.isBreak {
        skipBreak()
        breaks += 1
        if let seen = tab, seen - lineBefore > parentColumn { tab = nil }
        lineBefore = lineStart
        while current.isBlank {
          if current == ASCII.tab, tab == nil { tab = position }
          position += 1
        }
      }
      let endsText =
        isAtEnd || column <= parentColumn || isAtDocumentMarker || isAtComment
        || isFlow && (current.isFlowIndicator || current == ASCII.colon)
      if endsText {
        (position, lineStart) = line
        break
      }
      if let tab, !isFlow {
        throw YAMLFault(diagnostic: YAMLMessages.tab(at: location(tab..<tab + 1)))
      }
      if isAtListItem {
        throw YAMLFault(
          diagnostic: YAMLMessages.listItemInText(at: location(position..<position + 1)))
      }
      if folded.isEmpty { folded += bytes[first] }
      if breaks == 1 { folded.append(ASCII.space) }
      folded.append(contentsOf: repeatElement(ASCII.lineFeed, count: breaks - 1))
      let start = position
      end = try scanPlainLine(isFlow: isFlow)
      folded += bytes[start..<end]
      if !isFlow, current == ASCII.colon { throw colonInText() }
    }
    let text = folded.isEmpty ? string(first) : String(decoding: folded, as: UTF8.self)
    return try node(.scalar(text, .plain), first.lowerBound..<end)
  }

  private func colonInText() -> YAMLFault {
    YAMLFault(diagnostic: YAMLMessages.colonInText(at: location(position..<position + 1)))
  }

  // MARK: - Quoted

  /// Reads a text in single or double quotes, which may go on over lines that are indented more
  /// than the collection around it.
  mutating func parseQuoted(parentColumn: Int) throws(YAMLFault) -> YAMLNode {
    let start = position
    let quote = current
    position += 1
    var buffer: [UInt8] = []
    // What stands before this count was written as an escape; blanks there are not trimmed.
    var fixed = 0
    while true {
      guard !isAtEnd else { throw notClosed(start) }
      let byte = bytes[position]
      if byte == quote {
        guard quote == ASCII.apostrophe, self.byte(after: 1) == quote else { break }
        buffer.append(quote)
        position += 2
      } else if byte == ASCII.backslash, quote == ASCII.quotationMark {
        if self.byte(after: 1).isBreak {
          position += 1
          fixed = buffer.count
          let breaks = try skipQuotedBreaks(start, parentColumn: parentColumn)
          buffer.append(contentsOf: repeatElement(ASCII.lineFeed, count: breaks - 1))
        } else {
          try appendEscape(to: &buffer)
        }
        fixed = buffer.count
      } else if byte.isBreak {
        while buffer.count > fixed, let last = buffer.last, last.isBlank { buffer.removeLast() }
        let breaks = try skipQuotedBreaks(start, parentColumn: parentColumn)
        if breaks == 1 { buffer.append(ASCII.space) }
        buffer.append(contentsOf: repeatElement(ASCII.lineFeed, count: breaks - 1))
        fixed = buffer.count
      } else {
        buffer.append(byte)
        position += 1
      }
    }
    position += 1
    return try node(
      .scalar(
        String(decoding: buffer, as: UTF8.self),
        quote == ASCII.apostrophe ? .singleQuoted : .doubleQuoted), start..<position)
  }

  /// Moves over line ends and the blanks that follow them; returns how many line ends there were.
  private mutating func skipQuotedBreaks(
    _ start: Int, parentColumn: Int
  ) throws(YAMLFault) -> Int {
    var breaks = 0
    while current.isBreak {
      skipBreak()
      breaks += 1
      if isAtDocumentMarker { throw notClosed(start) }
      skipBlanks()
    }
    guard !isAtEnd, column > parentColumn else { throw notClosed(start) }
    return breaks
  }

  private func notClosed(_ start: Int) -> YAMLFault {
    let quote = String(UnicodeScalar(bytes[start]))
    return YAMLFault(
      diagnostic: YAMLMessages.notClosed(quote: quote, at: location(start..<start + 1)))
  }

  /// Reads an escape of a text in double quotes; the backslash stands here.
  private mutating func appendEscape(to buffer: inout [UInt8]) throws(YAMLFault) {
    let start = position
    let letter = byte(after: 1)
    var length = 2
    let scalar: UInt32
    switch letter {
    case UInt8(ascii: "n"): scalar = 0x0A
    case UInt8(ascii: "t"): scalar = 0x09
    case UInt8(ascii: "r"): scalar = 0x0D
    case UInt8(ascii: "_"): scalar = 0xA0
    case ASCII.zero: scalar = 0
    case UInt8(ascii: "a"): scalar = 0x07
    case UInt8(ascii: "b"): scalar = 0x08
    case UInt8(ascii: "v"): scalar = 0x0B
    case UInt8(ascii: "f"): scalar = 0x0C
    case UInt8(ascii: "e"): scalar = 0x1B
    case UInt8(ascii: "N"): scalar = 0x85
    case UInt8(ascii: "L"): scalar = 0x2028
    case UInt8(ascii: "P"): scalar = 0x2029
    case ASCII.space, ASCII.quotationMark, ASCII.slash, ASCII.backslash: scalar = UInt32(letter)
    case UInt8(ascii: "x"), UInt8(ascii: "u"), UInt8(ascii: "U"):
      let digits = letter == UInt8(ascii: "x") ? 2 : letter == UInt8(ascii: "u") ? 4 : 8
      var value: UInt32 = 0
      for offset in 2..<2 + digits {
        guard let digit = Self.hexadecimal(byte(after: offset)), value < 1 << 28 else {
          throw unknownEscape(start)
        }
        value = value << 4 | digit
      }
      length += digits
      scalar = value
    default: throw unknownEscape(start)
    }
    let isControl = scalar < 0x20 ? scalar != 0x0A && scalar != 0x09 : scalar == 0x7F
    guard let character = UnicodeScalar(scalar), !isControl,
      !YAMLCharacterCheck.isRefused(scalar)
    else {
      throw YAMLFault(
        diagnostic: YAMLMessages.refusedCharacter(scalar, at: location(start..<start + length)))
    }
    buffer += Array(String(character).utf8)
    position += length
  }

  private func unknownEscape(_ start: Int) -> YAMLFault {
    let end = min(start + 2, bytes.count)
    var last = end
    while last < bytes.count, bytes[last] & 0xC0 == 0x80 { last += 1 }
    return YAMLFault(
      diagnostic: YAMLMessages.unknownEscape(string(start..<last), at: location(start..<last)))
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }
}
