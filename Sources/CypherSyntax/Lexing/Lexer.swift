// SPDX-License-Identifier: Apache-2.0

/// Cuts a query into tokens.
///
/// What cannot be a token becomes one of a kind that says so; the parser reports it where it comes
/// upon it, since the same text may be wrong in different ways in different places.
struct Lexer {
  let bytes: UnsafeBufferPointer<UInt8>
  private let keywords: KeywordTable
  private let mostTokens: Int
  private(set) var tokens: ContiguousArray<Token> = []
  /// Whether there are more tokens than allowed; what lies beyond is not read.
  private(set) var isCutShort = false
  var offset = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, mostTokens: Int) {
    self.bytes = bytes
    self.mostTokens = mostTokens
    keywords = KeywordTable.shared
    tokens.reserveCapacity(min(mostTokens, bytes.count / 3) + 8)
  }

  /// The byte so many places ahead, or zero past the end.
  @inline(__always)
  func byte(ahead distance: Int = 0) -> UInt8 {
    offset + distance < bytes.count ? bytes[offset + distance] : 0
  }

  /// Reads the whole text. The last token is of the kind `end`.
  mutating func run() {
    while true {
      skipSeparators()
      if offset >= bytes.count { break }
      if tokens.count >= mostTokens {
        isCutShort = true
        break
      }
      let start = offset
      let kind = scan()
      append(kind, from: start)
    }
    tokens.append(
      Token(
        kind: .endOfText, keyword: .notKeyword, lower: UInt32(clamping: offset),
        upper: UInt32(clamping: offset)))
  }

  @inline(__always)
  private mutating func append(_ kind: TokenKind, from start: Int) {
    let keyword: Keyword =
      kind == .word
      ? keywords.keyword(UnsafeBufferPointer(rebasing: bytes[start..<offset])) : .notKeyword
    tokens.append(
      Token(
        kind: kind, keyword: keyword, lower: UInt32(truncatingIfNeeded: start),
        upper: UInt32(truncatingIfNeeded: offset)))
  }

  /// Moves past whitespace and comments; an unclosed comment becomes a token.
  private mutating func skipSeparators() {
    while offset < bytes.count {
      let first = bytes[offset]
      if CharacterClass.isWhitespace(first) {
        offset += 1
      } else if first == 0x2F, byte(ahead: 1) == 0x2F {
        while offset < bytes.count, bytes[offset] != 0x0A, bytes[offset] != 0x0D { offset += 1 }
      } else if first == 0x2F, byte(ahead: 1) == 0x2A {
        let start = offset
        offset += 2
        while offset < bytes.count, !(bytes[offset] == 0x2A && byte(ahead: 1) == 0x2F) {
          offset += 1
        }
        if offset >= bytes.count {
          append(.unclosedComment, from: start)
        } else {
          offset += 2
        }
      } else if first >= 0x80, let scalar = scalar(), CharacterClass.isWhitespace(scalar) {
        offset += UTF8.width(scalar)
      } else {
        return
      }
    }
  }

  /// Reads one token that begins here, and returns its kind.
  @inline(__always)
  private mutating func scan() -> TokenKind {
    let first = bytes[offset]
    if CharacterClass.isNameStart(first) {
      offset += 1
      skipNameParts()
      return .word
    }
    if CharacterClass.isDigit(first) { return number() }
    return scanSign(first)
  }

  private mutating func scanSign(_ first: UInt8) -> TokenKind {
    let second = byte(ahead: 1)
    switch first {
    case UInt8(ascii: "("): return taken(1, .leftParenthesis)
    case UInt8(ascii: ")"): return taken(1, .rightParenthesis)
    case UInt8(ascii: "["): return taken(1, .leftBracket)
    case UInt8(ascii: "]"): return taken(1, .rightBracket)
    case UInt8(ascii: "{"): return taken(1, .leftBrace)
    case UInt8(ascii: "}"): return taken(1, .rightBrace)
    case UInt8(ascii: ","): return taken(1, .comma)
    case UInt8(ascii: ":"): return taken(1, .colon)
    case UInt8(ascii: ";"): return taken(1, .semicolon)
    case UInt8(ascii: "-"): return taken(1, .minus)
    case UInt8(ascii: "*"): return taken(1, .asterisk)
    case UInt8(ascii: "/"): return taken(1, .slash)
    case UInt8(ascii: "%"): return taken(1, .percent)
    case UInt8(ascii: "^"): return taken(1, .caret)
    case UInt8(ascii: "&"): return taken(1, .ampersand)
    case UInt8(ascii: "?"): return taken(1, .question)
    case UInt8(ascii: "~"): return taken(1, .tilde)
    case UInt8(ascii: "."):
      if second == UInt8(ascii: ".") { return taken(2, .doubleDot) }
      return CharacterClass.isDigit(second) ? number() : taken(1, .dot)
    case UInt8(ascii: "+"):
      return second == UInt8(ascii: "=") ? taken(2, .plusEqual) : taken(1, .plus)
    case UInt8(ascii: "|"):
      return second == UInt8(ascii: "|") ? taken(2, .doubleBar) : taken(1, .bar)
    case UInt8(ascii: "="):
      if second == UInt8(ascii: "~") { return taken(2, .matches) }
      return second == UInt8(ascii: "=") ? taken(2, .foreignComparison) : taken(1, .equal)
    case UInt8(ascii: "!"):
      return second == UInt8(ascii: "=") ? taken(2, .foreignComparison) : taken(1, .exclamation)
    case UInt8(ascii: "<"):
      if second == UInt8(ascii: "=") { return taken(2, .lessOrEqual) }
      return second == UInt8(ascii: ">") ? taken(2, .notEqual) : taken(1, .less)
    case UInt8(ascii: ">"):
      return second == UInt8(ascii: "=") ? taken(2, .greaterOrEqual) : taken(1, .greater)
    case UInt8(ascii: "'"), UInt8(ascii: "\""): return string(first)
    case UInt8(ascii: "`"): return quotedName() ? .quotedName : .unclosedName
    case UInt8(ascii: "$"): return parameter()
    case 0x80...: return scanOutsideASCII()
    default: return taken(1, .unknownCharacter)
    }
  }

  @inline(__always)
  private mutating func taken(_ width: Int, _ kind: TokenKind) -> TokenKind {
    offset += width
    return kind
  }

  private mutating func scanOutsideASCII() -> TokenKind {
    guard let scalar = scalar() else { return taken(1, .unknownCharacter) }
    let width = UTF8.width(scalar)
    if CharacterClass.isNameStart(scalar) {
      offset += width
      skipNameParts()
      return .word
    }
    if CharacterClass.isDash(scalar) { return taken(width, .unicodeDash) }
    if CharacterClass.isLeftAngle(scalar) { return taken(width, .unicodeLeftAngle) }
    if CharacterClass.isRightAngle(scalar) { return taken(width, .unicodeRightAngle) }
    return taken(width, .unknownCharacter)
  }

  @inline(__always)
  mutating func skipNameParts() {
    while offset < bytes.count {
      let next = bytes[offset]
      if CharacterClass.isNamePart(next) {
        offset += 1
      } else if next >= 0x80, let scalar = scalar(), CharacterClass.isNamePart(scalar) {
        offset += UTF8.width(scalar)
      } else {
        return
      }
    }
  }

  /// The scalar outside ASCII that begins here.
  ///
  /// The text was a string, so its bytes are sound; nil stands for what cannot be.
  func scalar() -> Unicode.Scalar? {
    let first = UInt32(bytes[offset])
    let width = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 0
    guard width > 0, offset + width <= bytes.count else { return nil }
    var value = first & (0x7F >> UInt32(width))
    for index in 1..<width { value = value << 6 | UInt32(bytes[offset + index] & 0x3F) }
    return Unicode.Scalar(value)
  }
}
