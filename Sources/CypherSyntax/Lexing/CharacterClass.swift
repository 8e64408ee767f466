// SPDX-License-Identifier: Apache-2.0

/// What the language takes a character for.
enum CharacterClass {
  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// Letters and the low line; a name of ASCII begins with one.
  @inline(__always)
  static func isNameStart(_ byte: UInt8) -> Bool {
    let capital = byte & 0xDF
    return (capital >= 0x41 && capital <= 0x5A) || byte == 0x5F
  }

  @inline(__always)
  static func isNamePart(_ byte: UInt8) -> Bool {
    isNameStart(byte) || isDigit(byte) || byte == 0x24
  }

  /// The value of a digit in base sixteen.
  static func hexadecimalValue(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46: UInt32(byte - 0x41 + 10)
    case 0x61...0x66: UInt32(byte - 0x61 + 10)
    default: nil
    }
  }

  /// Space, tab, line ends and the separators of ASCII.
  @inline(__always)
  static func isWhitespace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) || (byte >= 0x1C && byte <= 0x1F)
  }

  /// Whitespace outside ASCII, by openCypher's grammar; a byte order mark counts too.
  static func isWhitespace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xA0, 0x1680, 0x180E, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF:
      true
    default: false
    }
  }

  static func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isIDStart || scalar.properties.generalCategory == .connectorPunctuation
  }

  static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isIDContinue || scalar.properties.generalCategory == .currencySymbol
  }

  static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: true
    default: false
    }
  }

  static func isLeftAngle(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x27E8, 0x3008, 0xFE64, 0xFF1C: true
    default: false
    }
  }

  static func isRightAngle(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x27E9, 0x3009, 0xFE65, 0xFF1E: true
    default: false
    }
  }
}
