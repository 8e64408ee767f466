// SPDX-License-Identifier: Apache-2.0

/// Names that need no quotes: a letter or underscore, then letters, digits, marks, underscores.
///
/// Source: ISO/IEC 39075, regular identifiers; letters after Unicode Standard Annex 31.
enum RegularIdentifier {
  static func canStart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0x5F: true
    case 0x00..<0x80: false
    default: scalar.properties.isXIDStart
    }
  }

  static func canContinue(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39: true
    case 0x00..<0x80: canStart(scalar)
    default: scalar.properties.isXIDContinue
    }
  }

  static func matches(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first, canStart(first) else { return false }
    return name.unicodeScalars.dropFirst().allSatisfy(canContinue)
  }
}
