// SPDX-License-Identifier: Apache-2.0

internal import SourceDiagnostics

/// Cuts a graph type text into tokens; comments and spaces fall away.
///
/// Nothing stops it: what it cannot read becomes a fault, and it goes on behind it.
struct GraphTypeLexer {
  private(set) var tokens: [GraphTypeToken] = []
  private(set) var faults: [(fault: GraphTypeFault, span: Range<Int>)] = []

  /// Whether the text ends inside a comment, so that an end too early is no news.
  private(set) var endsInsideComment = false

  private let bytes: [UInt8]
  private var position = 0

  init(_ text: SourceText) {
    bytes = text.utf8
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    while position < bytes.count { readNext() }
    tokens.append(GraphTypeToken(kind: .end, span: bytes.count..<bytes.count))
    assignDepths()
  }

  // MARK: Dispatch

  private mutating func readNext() {
    let start = position
    let byte = bytes[position]
    switch byte {
    case 0x09...0x0D, 0x20:
      position += 1
    case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "/"),
      UInt8(ascii: "-") where peek(1) == UInt8(ascii: "-"):
      skipToLineEnd()
    case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "*"):
      skipBlockComment()
    case UInt8(ascii: "'"):
      readQuoted(.singleQuoted, quote: byte, isVerbatim: false)
    case UInt8(ascii: "\""):
      readQuoted(.doubleQuoted, quote: byte, isVerbatim: false)
    case UInt8(ascii: "`"):
      readQuoted(.backquoted, quote: byte, isVerbatim: false)
    case UInt8(ascii: "@"):
      readVerbatim()
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      readNumber()
    default:
      if let symbol = symbol() {
        position += symbol.rawValue.utf8.count
        tokens.append(GraphTypeToken(kind: .symbol(symbol), span: start..<position))
      } else if let scalar = scalar(at: position), RegularIdentifier.canStart(scalar.value) {
        readWord()
      } else {
        skipUnexpected()
      }
    }
  }

  private func peek(_ distance: Int) -> UInt8? {
    position + distance < bytes.count ? bytes[position + distance] : nil
  }

  /// The sign that stands here, the longest where one begins another.
  private func symbol() -> GraphTypeToken.Symbol? {
    switch (bytes[position], peek(1)) {
    case (UInt8(ascii: "<"), UInt8(ascii: "-")): .leftArrow
    case (UInt8(ascii: "-"), UInt8(ascii: ">")): .rightArrow
    case (UInt8(ascii: "="), UInt8(ascii: ">")): .implies
    case (UInt8(ascii: ":"), UInt8(ascii: ":")): .doubleColon
    case (UInt8(ascii: "."), UInt8(ascii: ".")): .range
    case (let byte, _):
      byte < 0x80 ? GraphTypeToken.Symbol(rawValue: String(Unicode.Scalar(byte))) : nil
    }
  }

  private mutating func report(_ fault: GraphTypeFault, at span: Range<Int>) {
    // One more than are shown, so that it is known that there are more.
    if faults.count <= GraphTypeLimits.faults { faults.append((fault, span)) }
  }

  // MARK: Comments

  private mutating func skipToLineEnd() {
    while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D {
      position += 1
    }
  }

  private mutating func skipBlockComment() {
    let start = position
    position += 2
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "*"), peek(1) == UInt8(ascii: "/") {
        position += 2
        return
      }
      position += 1
    }
    endsInsideComment = true
    report(.openComment, at: start..<start + 2)
  }

  // MARK: Words and numbers

  private mutating func readWord() {
    let start = position
    while let (scalar, length) = scalar(at: position), RegularIdentifier.canContinue(scalar) {
      position += length
    }
    tokens.append(GraphTypeToken(kind: .word, span: start..<position))
  }

  private mutating func readNumber() {
    let start = position
    skipDigits()
    // Two periods are the sign between the bounds of a cardinality.
    if peek(0) == UInt8(ascii: "."), peek(1).map(Self.isDigit) ?? false {
      position += 1
      skipDigits()
    }
    if peek(0) == UInt8(ascii: "e") || peek(0) == UInt8(ascii: "E") {
      let hasSign = peek(1) == UInt8(ascii: "+") || peek(1) == UInt8(ascii: "-")
      if peek(hasSign ? 2 : 1).map(Self.isDigit) ?? false {
        position += hasSign ? 2 : 1
        skipDigits()
      }
    }
    let end = position
    while let (scalar, length) = scalar(at: position), RegularIdentifier.canContinue(scalar) {
      position += length
    }
    if position > end {
      report(.badNumber(text(start..<position)), at: start..<position)
    }
    tokens.append(GraphTypeToken(kind: .number, span: start..<end))
  }

  private mutating func skipDigits() {
    while position < bytes.count, Self.isDigit(bytes[position]) { position += 1 }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  // MARK: Quotes

  private mutating func readVerbatim() {
    switch peek(1) {
    case UInt8(ascii: "'"):
      readQuoted(.singleQuoted, quote: UInt8(ascii: "'"), isVerbatim: true)
    case UInt8(ascii: "\""):
      readQuoted(.doubleQuoted, quote: UInt8(ascii: "\""), isVerbatim: true)
    case UInt8(ascii: "`"):
      readQuoted(.backquoted, quote: UInt8(ascii: "`"), isVerbatim: true)
    default:
      skipUnexpected()
    }
  }

  /// Reads to the closing quote.
  ///
  /// Only verbatim text, after `@`, may run over lines: there a forgotten quote is rare, and
  /// elsewhere it is reported on its own line.
  private mutating func readQuoted(
    _ kind: GraphTypeToken.Kind, quote: UInt8, isVerbatim: Bool
  ) {
    let start = position
    position += isVerbatim ? 2 : 1
    while position < bytes.count {
      let byte = bytes[position]
      if byte == quote {
        guard peek(1) == quote else {
          position += 1
          tokens.append(GraphTypeToken(kind: kind, span: start..<position))
          return
        }
        position += 2
      } else if !isVerbatim, byte == 0x0A || byte == 0x0D {
        break
      } else if !isVerbatim, byte == UInt8(ascii: "\\"), let next = peek(1), next != 0x0A,
        next != 0x0D
      {
        position += 2
      } else {
        position += 1
      }
    }
    let sign = String(Unicode.Scalar(quote))
    report(.openQuote(sign, isName: kind == .backquoted), at: start..<position)
    tokens.append(GraphTypeToken(kind: kind, span: start..<position))
  }

  // MARK: What does not belong

  private mutating func skipUnexpected() {
    let start = position
    guard let (first, length) = scalar(at: position) else {
      while position < bytes.count, scalar(at: position) == nil { position += 1 }
      report(.notUTF8, at: start..<position)
      return
    }
    position += length
    report(.unexpectedCharacter(String(first)), at: start..<position)
    // One fault for a run of the same character.
    while let (next, length) = scalar(at: position), next == first { position += length }
  }

  /// The scalar at an offset and its length in bytes; nil at the end and where the bytes are not
  /// UTF-8.
  private func scalar(at offset: Int) -> (value: Unicode.Scalar, length: Int)? {
    guard offset < bytes.count else { return nil }
    let byte = bytes[offset]
    if byte < 0x80 { return (Unicode.Scalar(byte), 1) }
    var iterator = bytes[offset..<min(offset + 4, bytes.count)].makeIterator()
    var codec = UTF8()
    guard case .scalarValue(let scalar) = codec.decode(&iterator) else { return nil }
    return (scalar, UTF8.width(scalar))
  }

  private func text(_ span: Range<Int>) -> String {
    String(decoding: bytes[span], as: UTF8.self)
  }

  // MARK: Brackets

  /// Tells each token how deep it stands.
  ///
  /// A closing bracket closes the nearest open one of its kind, and with it those that were left
  /// open inside; without one it changes nothing.
  private mutating func assignDepths() {
    var open: [GraphTypeToken.Symbol] = []
    var openCounts: [GraphTypeToken.Symbol: Int] = [:]
    for index in tokens.indices {
      tokens[index].depth = open.count
      guard case .symbol(let symbol) = tokens[index].kind else { continue }
      switch symbol {
      case .leftParenthesis, .leftBracket, .leftBrace:
        open.append(symbol)
        openCounts[symbol, default: 0] += 1
      case .rightParenthesis, .rightBracket, .rightBrace:
        let opening = symbol.opening
        guard openCounts[opening, default: 0] > 0 else { continue }
        while let last = open.popLast() {
          openCounts[last, default: 0] -= 1
          if last == opening { break }
        }
        tokens[index].depth = open.count
      default:
        break
      }
    }
  }
}

extension GraphTypeToken.Symbol {
  /// The bracket that this one closes; itself when it closes none.
  fileprivate var opening: Self {
    switch self {
    case .rightParenthesis: .leftParenthesis
    case .rightBracket: .leftBracket
    case .rightBrace: .leftBrace
    default: self
    }
  }
}
