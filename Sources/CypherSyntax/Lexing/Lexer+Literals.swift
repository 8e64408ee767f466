// SPDX-License-Identifier: Apache-2.0

extension Lexer {
  /// Reads a number; one that runs on into letters is malformed as a whole.
  mutating func number() -> TokenKind {
    let marker = byte(ahead: 1) | 0x20
    if byte() == UInt8(ascii: "0"), marker == UInt8(ascii: "x") || marker == UInt8(ascii: "o") {
      return numberWithBase(marker == UInt8(ascii: "x"))
    }
    var kind = TokenKind.decimalInteger
    skipDigits()
    // A full stop belongs to the number only before a digit: `1..3` is a range, `1.name` a property.
    if byte() == UInt8(ascii: "."), CharacterClass.isDigit(byte(ahead: 1)) {
      kind = .float
      offset += 1
      skipDigits()
    }
    if byte() | 0x20 == UInt8(ascii: "e") {
      let sign = byte(ahead: 1)
      let width = sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") ? 2 : 1
      if CharacterClass.isDigit(byte(ahead: width)) {
        kind = .float
        offset += width
        skipDigits()
      }
    }
    return endsBadly() ? .malformedNumber : kind
  }

  private mutating func numberWithBase(_ isHexadecimal: Bool) -> TokenKind {
    offset += 2
    let start = offset
    while let value = CharacterClass.hexadecimalValue(byte()), isHexadecimal || value < 8 {
      offset += 1
    }
    let isEmpty = offset == start
    if endsBadly() || isEmpty { return .malformedNumber }
    return isHexadecimal ? .hexadecimalInteger : .octalInteger
  }

  private mutating func skipDigits() {
    while CharacterClass.isDigit(byte()) { offset += 1 }
  }

  /// Whether letters follow a number without a gap; they are read with it.
  private mutating func endsBadly() -> Bool {
    let end = offset
    skipNameParts()
    return offset > end
  }

  /// Reads a string; escapes are looked at when its value is wanted.
  mutating func string(_ quote: UInt8) -> TokenKind {
    offset += 1
    while offset < bytes.count {
      let next = bytes[offset]
      offset += 1
      if next == UInt8(ascii: "\\") {
        offset = min(offset + 1, bytes.count)
      } else if next == quote {
        // A doubled quote stands for one.
        guard byte() == quote else { return .string }
        offset += 1
      }
    }
    return .unclosedString
  }

  /// Reads a name in backquotes, and returns whether it is closed.
  mutating func quotedName() -> Bool {
    let quote = UInt8(ascii: "`")
    offset += 1
    while offset < bytes.count {
      let next = bytes[offset]
      offset += 1
      if next == quote {
        guard byte() == quote else { return true }
        offset += 1
      }
    }
    return false
  }

  mutating func parameter() -> TokenKind {
    offset += 1
    if byte() == UInt8(ascii: "`") { return quotedName() ? .parameter : .unclosedName }
    let start = offset
    skipNameParts()
    return offset > start ? .parameter : .bareDollar
  }
}
