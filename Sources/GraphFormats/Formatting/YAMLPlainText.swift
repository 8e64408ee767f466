// SPDX-License-Identifier: Apache-2.0

/// When a text may stand without quotes.
enum YAMLPlainText {
  /// Whether the text, without quotes, is read back as this very text by every reader of YAML.
  ///
  /// Stricter than YAML: what begins with `-`, `?` or `:` keeps its quotes for people's sake.
  ///
  /// - Parameter inFlow: whether it stands inside brackets.
  static func isSafe(_ text: [UInt8], inFlow: Bool) -> Bool {
    guard let first = text.first, let last = text.last else { return false }
    if first == YAMLByte.space || last == YAMLByte.space || last == YAMLByte.colon { return false }
    if YAMLByte.isIndicator(first) || first == YAMLByte.dash || first == YAMLByte.question
      || first == YAMLByte.colon || text.starts(with: "...".utf8)
    {
      return false
    }
    for (index, byte) in text.enumerated() {
      if inFlow, YAMLByte.isFlowIndicator(byte) || byte == YAMLByte.question { return false }
      guard index > 0 else { continue }
      if byte == YAMLByte.space, text[index - 1] == YAMLByte.colon { return false }
      if byte == YAMLByte.number, text[index - 1] == YAMLByte.space { return false }
    }
    let scalars = String(decoding: text, as: UTF8.self).unicodeScalars
    return !scalars.contains { YAMLCharacters.isEscaped($0.value) } && isText(text)
  }

  /// Whether YAML 1.1 and 1.2 take the text, without quotes, as text rather than as a number, a
  /// truth value, a date or nothing.
  ///
  /// Datasets read every scalar as text; other programs that read the same file do not.
  static func isText(_ text: [UInt8]) -> Bool {
    let lowered = String(decoding: text, as: UTF8.self).lowercased()
    return !words.contains(lowered) && !isNumber(text) && !isTimestamp(text)
  }

  private static let words: Set<String> = [
    "", "~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", "=", "<<",
    ".nan", ".inf", "+.inf", "-.inf", "nan", "inf", "+inf", "-inf",
  ]

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Decimal, hexadecimal, octal and binary numbers, `1:30`, `1e3`, `1_000`.
  private static func isNumber(_ text: [UInt8]) -> Bool {
    var rest = text[...]
    if let sign = rest.first, sign == UInt8(ascii: "+") || sign == YAMLByte.dash {
      rest = rest.dropFirst()
    }
    guard let first = rest.first, isDigit(first) || first == UInt8(ascii: ".") else { return false }
    if first == UInt8(ascii: "0"), rest.count > 2 {
      let base = rest[rest.startIndex + 1] | 0x20
      let digits = rest.dropFirst(2)
      func isHexadecimal(_ byte: UInt8) -> Bool {
        isDigit(byte) || (0x61...0x66).contains(byte | 0x20) || byte == UInt8(ascii: "_")
      }
      let isBased =
        base == UInt8(ascii: "x") || base == UInt8(ascii: "o")
        || base == UInt8(ascii: "b")
      if isBased, digits.allSatisfy(isHexadecimal) { return true }
    }
    guard rest.contains(where: isDigit) else { return false }
    var hasExponent = false
    var previous: UInt8 = 0
    for byte in rest {
      let isSign = byte == UInt8(ascii: "+") || byte == YAMLByte.dash
      if byte | 0x20 == UInt8(ascii: "e"), !hasExponent {
        hasExponent = true
      } else if isSign, previous | 0x20 == UInt8(ascii: "e") {
        // The sign of the exponent.
      } else if !isDigit(byte), byte != UInt8(ascii: "."), byte != UInt8(ascii: "_"),
        byte != YAMLByte.colon
      {
        return false
      }
      previous = byte
    }
    return true
  }

  /// What begins like `2009-04-27` and ends there or goes on with a time.
  private static func isTimestamp(_ text: [UInt8]) -> Bool {
    var rest = text[...]
    func digits(_ counts: ClosedRange<Int>) -> Bool {
      let found = rest.prefix(while: isDigit).count
      rest = rest.dropFirst(found)
      return counts.contains(found)
    }
    func dash() -> Bool {
      defer { rest = rest.dropFirst() }
      return rest.first == YAMLByte.dash
    }
    guard digits(4...4), dash(), digits(1...2), dash(), digits(1...2) else { return false }
    guard let next = rest.first else { return true }
    return next | 0x20 == UInt8(ascii: "t") || YAMLByte.isBlank(next)
  }
}
