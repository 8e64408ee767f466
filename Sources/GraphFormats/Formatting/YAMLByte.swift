// SPDX-License-Identifier: Apache-2.0

/// The bytes that mean something in YAML.
enum YAMLByte {
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20
  static let doubleQuote = UInt8(ascii: "\"")
  static let singleQuote = UInt8(ascii: "'")
  static let number = UInt8(ascii: "#")
  static let comma = UInt8(ascii: ",")
  static let dash = UInt8(ascii: "-")
  static let colon = UInt8(ascii: ":")
  static let question = UInt8(ascii: "?")
  static let openBracket = UInt8(ascii: "[")
  static let closeBracket = UInt8(ascii: "]")
  static let openBrace = UInt8(ascii: "{")
  static let closeBrace = UInt8(ascii: "}")
  static let backslash = UInt8(ascii: "\\")
  static let bar = UInt8(ascii: "|")
  static let greater = UInt8(ascii: ">")
  static let percent = UInt8(ascii: "%")

  static func isBlank(_ byte: UInt8) -> Bool { byte == space || byte == tab }

  static func isBreak(_ byte: UInt8) -> Bool { byte == lineFeed || byte == carriageReturn }

  /// Whether the byte ends a scalar inside brackets.
  static func isFlowIndicator(_ byte: UInt8) -> Bool {
    byte == comma || byte == openBracket || byte == closeBracket || byte == openBrace
      || byte == closeBrace
  }

  /// Whether a plain scalar cannot begin with the byte whatever follows; `-`, `?` and `:` can when
  /// no space follows.
  static func isIndicator(_ byte: UInt8) -> Bool { indicators.contains(byte) }

  private static let indicators = Set(",[]{}#&*!|>'\"%@`".utf8)
}
