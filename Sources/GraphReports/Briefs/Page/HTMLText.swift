// SPDX-License-Identifier: Apache-2.0

internal import GraphDrawing

/// Text as it may stand in HTML, and tags around it.
enum HTMLText {
  /// Text with everything escaped that could be read as markup, without control characters and
  /// without characters that turn the direction of what follows.
  static func escaped(_ text: String) -> String {
    if text.utf8.allSatisfy(isPlain) { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 16)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": bytes += "&amp;".utf8
      case "<": bytes += "&lt;".utf8
      case ">": bytes += "&gt;".utf8
      case "\"": bytes += "&quot;".utf8
      case "'": bytes += "&#39;".utf8
      case "\n", "\t": bytes.append(UInt8(scalar.value))
      default:
        if isLeftOut(scalar) {
          bytes += "\u{FFFD}".utf8
        } else if let encoded = UTF8.encode(scalar) {
          bytes += encoded
        }
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a byte is a character of ASCII that needs no escape.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x22, 0x26, 0x27, 0x3C, 0x3E: false
    case 0x0A, 0x20..<0x7F: true
    default: false
    }
  }

  private static func isLeftOut(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20..<0x7F, 0xA0..<0x200B: false
    case 0..<0x20, 0x7F..<0xA0: true
    // Marks that embed, override or isolate a direction, and separators of lines.
    case 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
    // Not characters at all.
    case 0xFDD0...0xFDEF: true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }

  /// An attribute with a space before it.
  static func attribute(_ name: String, _ value: String) -> String {
    " \(name)=\"\(escaped(value))\""
  }

  /// The content as a link where the address is allowed, else as it is.
  static func linked(_ content: String, to address: String?) -> String {
    guard let link = address.flatMap({ LinkAddress($0) }) else { return content }
    return "<a\(attribute("href", link.text))>\(content)</a>"
  }
}
