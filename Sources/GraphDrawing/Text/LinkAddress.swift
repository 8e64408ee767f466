// SPDX-License-Identifier: Apache-2.0

/// An address that may be linked: http, https, mailto, relative, or a place in the same page.
///
/// Everything else is refused: other schemes (`javascript:`, `data:`, `file:`), addresses without a
/// scheme that name a host (`//example.org`), backslashes, white space, control characters and
/// invisible characters, which browsers strip before they look for a scheme.
public struct LinkAddress: Sendable, Hashable {
  /// The address as given.
  public let text: String

  /// Most characters an address may have.
  static let limit = 2_000

  /// Nil when the address is not allowed.
  public init?(_ text: String) {
    guard !text.isEmpty, text.utf8.count <= LinkAddress.limit else { return nil }
    for scalar in text.unicodeScalars {
      // Most are letters of ASCII, of which nothing more need be asked.
      if isLetterOrDigit(scalar) { continue }
      guard scalar.value > 0x20, scalar != "\\", scalar != "<", scalar != ">", scalar != "\"",
        scalar != "`", !scalar.properties.isWhitespace,
        !scalar.properties.isDefaultIgnorableCodePoint
      else { return nil }
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .privateUse, .unassigned: return nil
      default: break
      }
    }
    guard LinkAddress.hasAllowedStart(text) else { return nil }
    self.text = text

    func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "/", "-", ".", "_": true
      default: false
      }
    }
  }

  private static func hasAllowedStart(_ text: String) -> Bool {
    if text.hasPrefix("#") { return true }
    if text.hasPrefix("//") { return false }
    let bytes = text.utf8
    let marks: [UInt8] = [
      UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"),
    ]
    guard let end = bytes.firstIndex(where: { marks.contains($0) }), bytes[end] == marks[0] else {
      return true
    }
    let rest = text[bytes.index(after: end)...]
    switch text[..<end].lowercased() {
    case "http", "https": return rest.hasPrefix("//") && rest.utf8.count > 2
    case "mailto": return !rest.isEmpty
    default: return false
    }
  }
}
