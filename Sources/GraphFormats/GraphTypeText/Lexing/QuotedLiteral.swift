// SPDX-License-Identifier: Apache-2.0

/// What stands between quotes, with its escapes; to and from text.
///
/// A doubled quote is the quote. `\\`, `\'`, `\"`, `` \` ``, `\t`, `\b`, `\n`, `\r`, `\f`,
/// `\u0041` and `\U01F600` are escapes, except after `@`, where a backslash is a backslash.
///
/// Source: ISO/IEC 39075, character string literals and delimited identifiers.
enum QuotedLiteral {
  /// Reads a literal, quotes included; the closing one may be missing.
  ///
  /// - Returns: the text, and the offsets, from the start of the literal, of escapes that are none;
  ///   those stay in the text as they are.
  static func decode(_ literal: ArraySlice<UInt8>) -> (text: String, badEscapes: [Range<Int>]) {
    let isVerbatim = literal.first == UInt8(ascii: "@")
    let (body, quote) = contents(of: literal)
    var bytes: [UInt8] = []
    var badEscapes: [Range<Int>] = []
    var index = body.startIndex
    while index < body.endIndex {
      let byte = body[index]
      if byte == quote {
        bytes.append(byte)
        index += 2
      } else if byte == UInt8(ascii: "\\"), !isVerbatim {
        let (scalar, length) = escape(body[index...])
        if let scalar {
          bytes += Array(String(scalar).utf8)
        } else {
          let start = index - literal.startIndex
          badEscapes.append(start..<start + length)
          bytes += body[index..<index + length]
        }
        index += length
      } else {
        bytes.append(byte)
        index += 1
      }
    }
    return (String(decoding: bytes, as: UTF8.self), badEscapes)
  }

  /// Reads a literal as it stands: only a doubled quote is read as one quote.
  static func decodeVerbatim(_ literal: ArraySlice<UInt8>) -> String {
    let (body, quote) = contents(of: literal)
    var bytes: [UInt8] = []
    var index = body.startIndex
    while index < body.endIndex {
      bytes.append(body[index])
      // An escaped quote is not half of a doubled one.
      if body[index] == UInt8(ascii: "\\"), literal.first != UInt8(ascii: "@"),
        index + 1 < body.endIndex
      {
        bytes.append(body[index + 1])
        index += 2
      } else {
        index += body[index] == quote ? 2 : 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The bytes of a literal that give one character, from 1, of what ``decodeVerbatim(_:)`` reads;
  /// nil when it has fewer.
  static func range(ofCharacter position: Int, in literal: ArraySlice<UInt8>) -> Range<Int>? {
    let body = contents(of: literal).body
    var index = body.startIndex
    var remaining = position
    while index < body.endIndex {
      // All quotes inside are doubled, or follow a backslash.
      let isQuotePair = body[index...].starts(with: [UInt8(ascii: "'"), UInt8(ascii: "'")])
      var end = index + (isQuotePair ? 2 : 1)
      while end < body.endIndex, body[end] & 0xC0 == 0x80 { end += 1 }
      remaining -= 1
      if remaining == 0 { return index..<end }
      index = end
    }
    return nil
  }

  /// Writes a text between quotes, with escapes for what could not be seen or would end it.
  static func encode(_ text: String, quote: Unicode.Scalar = "'") -> String {
    var literal = String(quote)
    for scalar in text.unicodeScalars {
      switch scalar {
      case quote: literal += "\(quote)\(quote)"
      case "\\": literal += "\\\\"
      case "\n": literal += "\\n"
      case "\r": literal += "\\r"
      case "\t": literal += "\\t"
      default:
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator:
          let digits = String(scalar.value, radix: 16, uppercase: true)
          let width = scalar.value > 0xFFFF ? 6 : 4
          literal += scalar.value > 0xFFFF ? "\\U" : "\\u"
          literal += String(repeating: "0", count: width - digits.count) + digits
        default:
          literal.unicodeScalars.append(scalar)
        }
      }
    }
    return literal + String(quote)
  }

  /// Writes a text so that ``decodeVerbatim(_:)`` gives it back: as it stands where that is
  /// possible, else after `@`.
  static func encodeVerbatim(_ text: String) -> String {
    let doubled = text.unicodeScalars.map { $0 == "'" ? "''" : String($0) }.joined()
    let plain = "'\(doubled)'"
    let isOneLine = !text.unicodeScalars.contains { $0 == "\n" || $0 == "\r" }
    return isOneLine && isClosed(plain) && decodeVerbatim(Array(plain.utf8)[...]) == text
      ? plain : "@\(plain)"
  }

  /// Whether the last quote of a literal ends it, rather than being escaped.
  private static func isClosed(_ literal: String) -> Bool {
    let bytes = Array(literal.utf8)
    var index = 1
    while index < bytes.count - 1 {
      let isPair =
        bytes[index] == UInt8(ascii: "\\")
        || (bytes[index] == UInt8(ascii: "'") && bytes[index + 1] == UInt8(ascii: "'"))
      if bytes[index] == UInt8(ascii: "'"), !isPair { return false }
      index += isPair ? 2 : 1
    }
    return index == bytes.count - 1
  }

  private static func contents(
    of literal: ArraySlice<UInt8>
  ) -> (body: ArraySlice<UInt8>, quote: UInt8) {
    let opened = literal.first == UInt8(ascii: "@") ? literal.dropFirst() : literal
    guard let quote = opened.first else { return ([], 0) }
    let body = opened.dropFirst()
    // An unclosed literal keeps its last byte unless that is the quote.
    return (body.last == quote ? body.dropLast() : body, quote)
  }

  /// The scalar that an escape stands for, nil when it is none, and the length of the escape.
  private static func escape(_ bytes: ArraySlice<UInt8>) -> (Unicode.Scalar?, length: Int) {
    guard bytes.count > 1 else { return (nil, 1) }
    switch bytes[bytes.startIndex + 1] {
    case UInt8(ascii: "\\"): return ("\\", 2)
    case UInt8(ascii: "'"): return ("'", 2)
    case UInt8(ascii: "\""): return ("\"", 2)
    case UInt8(ascii: "`"): return ("`", 2)
    case UInt8(ascii: "t"): return ("\t", 2)
    case UInt8(ascii: "b"): return ("\u{8}", 2)
    case UInt8(ascii: "n"): return ("\n", 2)
    case UInt8(ascii: "r"): return ("\r", 2)
    case UInt8(ascii: "f"): return ("\u{C}", 2)
    case UInt8(ascii: "u"): return numbered(bytes, digitCount: 4)
    case UInt8(ascii: "U"): return numbered(bytes, digitCount: 6)
    default: return (nil, 2)
    }
  }

  private static func numbered(
    _ bytes: ArraySlice<UInt8>, digitCount: Int
  ) -> (Unicode.Scalar?, length: Int) {
    let digits = bytes.dropFirst(2).prefix(digitCount).prefix { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
      default: false
      }
    }
    guard digits.count == digitCount,
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { return (nil, 2 + digits.count) }
    return (Unicode.Scalar(value), 2 + digitCount)
  }
}
