// SPDX-License-Identifier: Apache-2.0

extension TokenParser {
  /// A number, perhaps with the minus sign before it, which has been read.
  func number(
    isNegative: Bool, from sign: SourceSpan
  ) throws(SyntaxRefusal) -> Expression {
    let span = sign.joined(to: current.span)
    if kind == .float {
      let value = try float()
      return Expression(.literal(.float(isNegative ? -value : value)), span)
    }
    return Expression(.literal(.integer(try integer(isNegative: isNegative))), span)
  }

  /// The value of an integer token.
  func integer(isNegative: Bool) throws(SyntaxRefusal) -> Int64 {
    let token = current
    let base: UInt64
    var digits = token.range
    switch token.kind {
    case .hexadecimalInteger:
      base = 16
      digits = digits.dropFirst(2)
    case .octalInteger:
      base = 8
      digits = digits.dropFirst(2)
    default: base = 10
    }
    var magnitude: UInt64 = 0
    var overflows = false
    for index in digits {
      let digit = UInt64(CharacterClass.hexadecimalValue(bytes[index]) ?? 0)
      let product = magnitude.multipliedReportingOverflow(by: base)
      let sum = product.partialValue.addingReportingOverflow(digit)
      overflows = overflows || product.overflow || sum.overflow
      magnitude = sum.partialValue
    }
    let limit = isNegative ? Int64.min.magnitude : Int64.max.magnitude
    guard !overflows, magnitude <= limit else {
      let text = (isNegative ? "-" : "") + text(of: token)
      throw fail(.integerOverflow(text, at: token.span))
    }
    advance()
    return isNegative ? Int64(truncatingIfNeeded: 0 &- magnitude) : Int64(magnitude)
  }

  private func float() throws(SyntaxRefusal) -> Double {
    let token = current
    let text = text(of: token)
    guard let value = Double(text), value.isFinite else {
      throw fail(.floatOverflow(text, at: token.span))
    }
    advance()
    return value
  }

  func string() throws(SyntaxRefusal) -> Expression {
    let token = current
    let content = Int(token.lower) + 1..<Int(token.upper) - 1
    let quote = bytes[Int(token.lower)]
    let value: String
    if bytes[content].contains(where: { $0 == UInt8(ascii: "\\") || $0 == quote }) {
      value = try unescaped(content, quote)
    } else {
      value = text(content)
    }
    advance()
    return Expression(.literal(.string(value)), token.span)
  }
}

// MARK: - Escapes

extension TokenParser {
  private func unescaped(
    _ content: Range<Int>, _ quote: UInt8
  ) throws(SyntaxRefusal) -> String {
    var plain: [UInt8] = []
    plain.reserveCapacity(content.count)
    var index = content.lowerBound
    while index < content.upperBound {
      let byte = bytes[index]
      guard byte == UInt8(ascii: "\\") else {
        plain.append(byte)
        // A quote within the string is doubled.
        index += byte == quote ? 2 : 1
        continue
      }
      switch bytes[index + 1] {
      case UInt8(ascii: "b"): plain.append(0x08)
      case UInt8(ascii: "f"): plain.append(0x0C)
      case UInt8(ascii: "n"): plain.append(0x0A)
      case UInt8(ascii: "r"): plain.append(0x0D)
      case UInt8(ascii: "t"): plain.append(0x09)
      case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"):
        plain.append(bytes[index + 1])
      case UInt8(ascii: "u"), UInt8(ascii: "U"):
        let scalar = try unicodeEscape(&index, content.upperBound)
        plain.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        continue
      default:
        throw fail(unknownEscape(at: index))
      }
      index += 2
    }
    return String(decoding: plain, as: UTF8.self)
  }

  private func unknownEscape(at index: Int) -> QueryFault {
    var end = index + 2
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return .unknownEscape(text(index..<end), at: SourceSpan(index, end))
  }

  /// Reads `\uhhhh`, also as a pair of surrogates, or `\Uhhhhhhhh`.
  private func unicodeEscape(
    _ index: inout Int, _ end: Int
  ) throws(SyntaxRefusal) -> Unicode.Scalar {
    let start = index
    let first = try unicodeValue(&index, end)
    if let scalar = Unicode.Scalar(first) { return scalar }
    // Two escapes may be the halves of one character.
    if (0xD800...0xDBFF).contains(first), index + 1 < end, bytes[index] == UInt8(ascii: "\\"),
      bytes[index + 1] == UInt8(ascii: "u")
    {
      let second = try unicodeValue(&index, end)
      if (0xDC00...0xDFFF).contains(second),
        let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
      {
        return scalar
      }
    }
    throw fail(.noSuchScalar(text(start..<index), at: SourceSpan(start, index)))
  }

  private func unicodeValue(_ index: inout Int, _ end: Int) throws(SyntaxRefusal) -> UInt32 {
    let start = index
    let digits = bytes[index + 1] == UInt8(ascii: "u") ? 4 : 8
    index += 2
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard index < end, let digit = CharacterClass.hexadecimalValue(bytes[index]) else {
        // The character that is no digit is shown with the escape.
        var shown = min(index + 1, end)
        while shown < end, bytes[shown] & 0xC0 == 0x80 { shown += 1 }
        throw fail(
          .badUnicodeEscape(text(start..<shown), digits: digits, at: SourceSpan(start, shown)))
      }
      value = value << 4 | digit
      index += 1
    }
    return value
  }
}
