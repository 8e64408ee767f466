// SPDX-License-Identifier: Apache-2.0

/// Which characters may stand in YAML as they are.
enum YAMLCharacters {
  /// Control characters but tab and line ends, characters that are no characters, the byte order
  /// mark inside the text, and U+0085, U+2028, U+2029, which YAML 1.1 takes as line ends.
  static func isRefused(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF: true
    default: scalar & 0xFFFE == 0xFFFE
    }
  }

  /// Whether double quotes show the character as an escape: what is refused, line ends and tabs,
  /// and what turns the direction of the text around without being seen.
  static func isEscaped(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09, 0x0A, 0x0D: true
    case 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060, 0x2066...0x2069: true
    default: isRefused(scalar)
    }
  }
}
