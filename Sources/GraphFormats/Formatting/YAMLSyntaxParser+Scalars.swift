// SPDX-License-Identifier: Apache-2.0

/// A key and where it stands.
struct ScannedKey {
  let scalar: YAMLSyntaxScalar
  let span: Range<Int>
}

extension YAMLSyntaxParser {
  /// Reads a key and its colon; nil, and no step made, when the line does not begin with one.
  mutating func scanKey() throws(YAMLRefusal) -> ScannedKey? {
    let start = position
    let startOfLine = lineStart
    guard let first = byte(0) else { return nil }
    if first == YAMLByte.question, isEndOrWhite(1) { throw refuse(.feature(.explicitKey)) }
    if first == YAMLByte.doubleQuote || first == YAMLByte.singleQuote {
      guard lineHoldsClosingQuote() else { return nil }
      let scalar = try scanQuoted()
      let span = start..<position
      while let blank = byte(0), YAMLByte.isBlank(blank) { position += 1 }
      if lineStart == startOfLine, byte(0) == YAMLByte.colon, isEndOrWhite(1) {
        position += 1
        try checkKey(scalar, at: span)
        return ScannedKey(scalar: scalar, span: span)
      }
      position = start
      lineStart = startOfLine
      return nil
    }
    if YAMLByte.isIndicator(first) { return nil }
    var index = position
    while index < bytes.count, !YAMLByte.isBreak(bytes[index]) {
      let isWhiteNext =
        index + 1 == bytes.count
        || YAMLByte.isBlank(bytes[index + 1]) || YAMLByte.isBreak(bytes[index + 1])
      if bytes[index] == YAMLByte.colon, isWhiteNext { break }
      if bytes[index] == YAMLByte.number, YAMLByte.isBlank(bytes[index - 1]) { return nil }
      index += 1
    }
    guard index < bytes.count, bytes[index] == YAMLByte.colon else { return nil }
    // ':' in front of a space is a key of no text.
    guard index > start else { throw refuse(.noKey) }
    var end = index
    while end > start, YAMLByte.isBlank(bytes[end - 1]) { end -= 1 }
    let scalar = YAMLSyntaxScalar(text: Array(bytes[start..<end]), style: .plain)
    try checkKey(scalar, at: start..<end)
    position = index + 1
    return ScannedKey(scalar: scalar, span: start..<end)
  }

  func checkKey(_ key: YAMLSyntaxScalar, at span: Range<Int>) throws(YAMLRefusal) {
    if bytes[span].contains(where: YAMLByte.isBreak) { throw refuse(.noKey, at: span) }
    let length = bytes[span].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    guard length <= Self.keyLimit else {
      throw refuse(.longKey(limit: Self.keyLimit), at: span)
    }
    if key.style == .plain, key.text == Array("<<".utf8) {
      throw refuse(.feature(.merge), at: span)
    }
  }

  /// Whether a quoted text at the position can end on its line. Complexity: linear in the line.
  private func lineHoldsClosingQuote() -> Bool {
    let quote = bytes[position]
    var index = position + 1
    while index < bytes.count, !YAMLByte.isBreak(bytes[index]) {
      if bytes[index] == quote {
        let isDoubled =
          quote == YAMLByte.singleQuote && index + 1 < bytes.count
          && bytes[index + 1] == quote
        if !isDoubled { return true }
        index += 1
      } else if quote == YAMLByte.doubleQuote, bytes[index] == YAMLByte.backslash {
        index += 1
        if index < bytes.count, YAMLByte.isBreak(bytes[index]) { return false }
      }
      index += 1
    }
    return false
  }

  /// Refuses what no plain scalar of a dataset begins with.
  func checkPlainStart(inFlow: Bool) throws(YAMLRefusal) {
    guard let first = byte(0) else { throw refuse(.flowItem("")) }
    switch first {
    case UInt8(ascii: "&"): throw refuse(.feature(.anchor))
    case UInt8(ascii: "*"): throw refuse(.feature(.alias))
    case UInt8(ascii: "!"): throw refuse(.feature(.tag))
    case UInt8(ascii: "@"), UInt8(ascii: "`"): throw refuse(.feature(.reserved))
    case YAMLByte.percent: throw refuse(.feature(.directive))
    default: break
    }
    if YAMLByte.isIndicator(first) { throw refuse(.flowItem(String(UnicodeScalar(first)))) }
    guard first == YAMLByte.dash || first == YAMLByte.question || first == YAMLByte.colon else {
      return
    }
    // Inside brackets libyaml takes ':' and '?' as indicators whatever follows.
    let isIndicator =
      first == YAMLByte.dash
      ? byte(1).map(YAMLByte.isFlowIndicator) == true : true
    if isEndOrWhite(1) || inFlow && isIndicator {
      if first == YAMLByte.question { throw refuse(.feature(.explicitKey)) }
      throw refuse(.flowItem(String(UnicodeScalar(first))))
    }
  }

  /// Reads a plain scalar outside brackets, over as many lines as are deeper than its parent.
  ///
  /// The position is then behind the last line of it, before its end.
  mutating func scanPlain(parent: Int) throws(YAMLRefusal) -> YAMLSyntaxScalar {
    try checkPlainStart(inFlow: false)
    var scalar = YAMLSyntaxScalar(text: [], style: .plain)
    while true {
      let start = position
      var end = position
      while let next = byte(0), !YAMLByte.isBreak(next) {
        if next == YAMLByte.colon, isEndOrWhite(1) { throw refuse(.colonInText) }
        if next == YAMLByte.number, position > start, YAMLByte.isBlank(bytes[position - 1]) {
          break
        }
        position += 1
        if !YAMLByte.isBlank(next) { end = position }
      }
      scalar.text += bytes[start..<end]
      let stop = (end, lineStart)
      guard let next = byte(0), YAMLByte.isBreak(next) else {
        position = end
        return scalar
      }
      let blankLines = try skipBlankLines()
      guard let next = byte(0), next != YAMLByte.number, column > parent, !isMarker("---"),
        !isMarker("...")
      else {
        (position, lineStart) = stop
        return scalar
      }
      if next == YAMLByte.tab { throw refuse(.tab) }
      fold(&scalar, blankLines: blankLines)
    }
  }

  /// Reads a plain scalar inside brackets.
  mutating func scanFlowPlain() throws(YAMLRefusal) -> YAMLSyntaxScalar {
    try checkPlainStart(inFlow: true)
    var scalar = YAMLSyntaxScalar(text: [], style: .plain)
    while true {
      let start = position
      var end = position
      while let next = byte(0), !YAMLByte.isBreak(next), !YAMLByte.isFlowIndicator(next) {
        let endsKey = isEndOrWhite(1) || byte(1).map(YAMLByte.isFlowIndicator) == true
        if next == YAMLByte.colon, endsKey { break }
        if next == YAMLByte.number, position > start, YAMLByte.isBlank(bytes[position - 1]) {
          break
        }
        position += 1
        if !YAMLByte.isBlank(next) { end = position }
      }
      scalar.text += bytes[start..<end]
      let stop = (end, lineStart)
      guard let next = byte(0), YAMLByte.isBreak(next) else {
        position = end
        return scalar
      }
      let blankLines = try skipBlankLines()
      while let blank = byte(0), YAMLByte.isBlank(blank) { position += 1 }
      if isMarker("---") || isMarker("...") { throw refuse(.feature(.documents)) }
      guard let next = byte(0), next != YAMLByte.number, !YAMLByte.isFlowIndicator(next),
        next != YAMLByte.colon
      else {
        (position, lineStart) = stop
        return scalar
      }
      fold(&scalar, blankLines: blankLines)
    }
  }

  private func fold(_ scalar: inout YAMLSyntaxScalar, blankLines: Int) {
    scalar.folds.append(.init(offset: scalar.text.count, newlines: blankLines))
    if blankLines == 0 {
      scalar.text.append(YAMLByte.space)
    } else {
      scalar.text += Array(repeating: YAMLByte.lineFeed, count: blankLines)
    }
  }

  /// From a line end to the first text behind it.
  ///
  /// - Returns: how many lines between hold nothing.
  private mutating func skipBlankLines() throws(YAMLRefusal) -> Int {
    var count = -1
    while let next = byte(0), YAMLByte.isBreak(next) {
      count += 1
      skipBreak()
      while byte(0) == YAMLByte.space { position += 1 }
      guard byte(0) == YAMLByte.tab else { continue }
      let stop = position
      while let blank = byte(0), YAMLByte.isBlank(blank) { position += 1 }
      if let next = byte(0), !YAMLByte.isBreak(next) { position = stop }
    }
    return count
  }

  /// Reads a text in single or double quotes, over any number of lines.
  mutating func scanQuoted() throws(YAMLRefusal) -> YAMLSyntaxScalar {
    let opening = position
    let quote = bytes[position]
    var scalar = YAMLSyntaxScalar(text: [], style: .quoted)
    position += 1
    /// Where the text ends that white space before a line end may not be taken from.
    var kept = 0
    while let next = byte(0) {
      if next == quote {
        position += 1
        if quote == YAMLByte.doubleQuote || byte(0) != quote { return scalar }
        scalar.text.append(quote)
        position += 1
      } else if YAMLByte.isBreak(next) {
        while scalar.text.count > kept, let last = scalar.text.last, YAMLByte.isBlank(last) {
          scalar.text.removeLast()
        }
        let blankLines = try skipQuotedLineEnd()
        fold(&scalar, blankLines: blankLines)
        kept = scalar.text.count
      } else if next == YAMLByte.backslash, quote == YAMLByte.doubleQuote {
        if let broken = byte(1), YAMLByte.isBreak(broken) {
          position += 1
          let blankLines = try skipQuotedLineEnd()
          scalar.text += Array(repeating: YAMLByte.lineFeed, count: blankLines)
        } else {
          scalar.text += try scanEscape()
        }
        kept = scalar.text.count
      } else {
        scalar.text.append(next)
        position += 1
      }
    }
    throw refuse(.unclosedQuote, at: opening..<opening + 1)
  }

  /// From a line end inside quotes to the first text behind it.
  private mutating func skipQuotedLineEnd() throws(YAMLRefusal) -> Int {
    let blankLines = try skipBlankLines()
    if isMarker("---") || isMarker("...") { throw refuse(.feature(.documents)) }
    while let blank = byte(0), YAMLByte.isBlank(blank) { position += 1 }
    return blankLines
  }

  private mutating func scanEscape() throws(YAMLRefusal) -> [UInt8] {
    let start = position
    position += 2
    guard start + 1 < bytes.count else { return [] }
    switch bytes[start + 1] {
    case UInt8(ascii: "0"): return [0]
    case UInt8(ascii: "a"): return [7]
    case UInt8(ascii: "b"): return [8]
    case UInt8(ascii: "t"), YAMLByte.tab: return [9]
    case UInt8(ascii: "n"): return [10]
    case UInt8(ascii: "v"): return [11]
    case UInt8(ascii: "f"): return [12]
    case UInt8(ascii: "r"): return [13]
    case UInt8(ascii: "e"): return [27]
    case YAMLByte.space: return [32]
    case YAMLByte.doubleQuote: return [34]
    case UInt8(ascii: "/"): return [47]
    case YAMLByte.backslash: return [92]
    case UInt8(ascii: "N"): return Array("\u{85}".utf8)
    case UInt8(ascii: "_"): return Array("\u{A0}".utf8)
    case UInt8(ascii: "L"): return Array("\u{2028}".utf8)
    case UInt8(ascii: "P"): return Array("\u{2029}".utf8)
    case UInt8(ascii: "x"): return try scanHexadecimal(digits: 2, from: start)
    case UInt8(ascii: "u"): return try scanHexadecimal(digits: 4, from: start)
    case UInt8(ascii: "U"): return try scanHexadecimal(digits: 8, from: start)
    default: throw unknownEscape(from: start, length: 2)
    }
  }

  private mutating func scanHexadecimal(
    digits: Int, from start: Int
  ) throws(YAMLRefusal) -> [UInt8] {
    let end = min(bytes.count, position + digits)
    let text = bytes[position..<end]
    func isDigit(_ byte: UInt8) -> Bool {
      (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
    }
    guard text.count == digits, text.allSatisfy(isDigit),
      let value = UInt32(String(decoding: text, as: UTF8.self), radix: 16),
      let scalar = UnicodeScalar(value)
    else { throw unknownEscape(from: start, length: 2 + text.prefix(while: isDigit).count) }
    position = end
    return Array(String(Character(scalar)).utf8)
  }

  private func unknownEscape(from start: Int, length: Int) -> YAMLRefusal {
    var end = min(start + length, bytes.count)
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    let text = String(decoding: bytes[start..<end].filter { !YAMLByte.isBreak($0) }, as: UTF8.self)
    return refuse(.escape(text), at: start..<end)
  }
}
