// SPDX-License-Identifier: Apache-2.0

import SourceDiagnostics

/// Checks that a text is UTF-8 and holds only characters that people can see.
enum YAMLCharacterCheck {
  /// The first fault, or nil. Complexity: linear.
  static func firstFault(in text: SourceText) -> Diagnostic? {
    let bytes = text.utf8
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        if byte < 0x20 ? (byte != 0x0A && byte != 0x0D && byte != 0x09) : byte == 0x7F {
          return character(UInt32(byte), at: index, length: 1, in: text)
        }
        index += 1
        continue
      }
      guard let (scalar, length) = decode(bytes, at: index) else {
        return YAMLMessages.notUTF8(byte: byte, at: text.location(of: index..<index + 1))
      }
      if isRefused(scalar) { return character(scalar, at: index, length: length, in: text) }
      index += length
    }
    return nil
  }

  private static func character(
    _ scalar: UInt32, at index: Int, length: Int, in text: SourceText
  ) -> Diagnostic {
    YAMLMessages.refusedCharacter(scalar, at: text.location(of: index..<index + length))
  }

  /// Beyond ASCII: the second block of control characters (some readers take U+0085 as a line
  /// end), the line and paragraph separators (likewise), a byte order mark inside the text, and
  /// the characters that Unicode promises never to assign.
  static func isRefused(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x80...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFDD0...0xFDEF: true
    default: scalar & 0xFFFE == 0xFFFE
    }
  }

  /// The scalar that begins at an offset, by the table of well-formed UTF-8 (Unicode 15, 3-7).
  private static func decode(_ bytes: [UInt8], at index: Int) -> (UInt32, Int)? {
    func continuation(_ offset: Int, _ allowed: ClosedRange<UInt8> = 0x80...0xBF) -> UInt32? {
      guard index + offset < bytes.count, allowed.contains(bytes[index + offset]) else {
        return nil
      }
      return UInt32(bytes[index + offset] & 0x3F)
    }
    let lead = bytes[index]
    switch lead {
    case 0xC2...0xDF:
      guard let second = continuation(1) else { return nil }
      return (UInt32(lead & 0x1F) << 6 | second, 2)
    case 0xE0...0xEF:
      let allowed: ClosedRange<UInt8> =
        lead == 0xE0 ? 0xA0...0xBF : lead == 0xED ? 0x80...0x9F : 0x80...0xBF
      guard let second = continuation(1, allowed), let third = continuation(2) else { return nil }
      return (UInt32(lead & 0x0F) << 12 | second << 6 | third, 3)
    case 0xF0...0xF4:
      let allowed: ClosedRange<UInt8> =
        lead == 0xF0 ? 0x90...0xBF : lead == 0xF4 ? 0x80...0x8F : 0x80...0xBF
      guard let second = continuation(1, allowed), let third = continuation(2),
        let fourth = continuation(3)
      else { return nil }
      return (UInt32(lead & 0x07) << 18 | second << 12 | third << 6 | fourth, 4)
    default:
      return nil
    }
  }
}
