// SPDX-License-Identifier: Apache-2.0

/// The bytes that mean something in a text.
enum ASCII {
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20
  static let exclamationMark: UInt8 = 0x21
  static let quotationMark: UInt8 = 0x22
  static let numberSign: UInt8 = 0x23
  static let percent: UInt8 = 0x25
  static let ampersand: UInt8 = 0x26
  static let apostrophe: UInt8 = 0x27
  static let asterisk: UInt8 = 0x2A
  static let plus: UInt8 = 0x2B
  static let comma: UInt8 = 0x2C
  static let hyphen: UInt8 = 0x2D
  static let fullStop: UInt8 = 0x2E
  static let slash: UInt8 = 0x2F
  static let zero: UInt8 = 0x30
  static let nine: UInt8 = 0x39
  static let colon: UInt8 = 0x3A
  static let greaterThan: UInt8 = 0x3E
  static let questionMark: UInt8 = 0x3F
  static let atSign: UInt8 = 0x40
  static let openBracket: UInt8 = 0x5B
  static let backslash: UInt8 = 0x5C
  static let closeBracket: UInt8 = 0x5D
  static let underscore: UInt8 = 0x5F
  static let backtick: UInt8 = 0x60
  static let openBrace: UInt8 = 0x7B
  static let verticalBar: UInt8 = 0x7C
  static let closeBrace: UInt8 = 0x7D
}

extension UInt8 {
  var isBlank: Bool { self == ASCII.space || self == ASCII.tab }

  var isBreak: Bool { self == ASCII.lineFeed || self == ASCII.carriageReturn }

  /// A blank, a line end, or the end of the text (0).
  var endsIndicator: Bool { isBlank || isBreak || self == 0 }

  /// One of the bytes that structure flow collections: `,[]{}`.
  var isFlowIndicator: Bool {
    switch self {
    case ASCII.comma, ASCII.openBracket, ASCII.closeBracket, ASCII.openBrace, ASCII.closeBrace: true
    default: false
    }
  }
}
