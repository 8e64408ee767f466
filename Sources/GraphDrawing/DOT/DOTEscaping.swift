// SPDX-License-Identifier: Apache-2.0

/// Quoted strings of the DOT language.
///
/// Graphviz reads `\N`, `\G` and `\l` in labels as commands, `&amp;` as a character, and an
/// unquoted `<…>` as markup; quoted and escaped, all of them are plain text.
enum DOTEscaping {
  /// A quoted name: only the quotation mark and the backslash before it need care.
  static func name(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  /// A quoted label, cleaned; line feeds become `\n`.
  static func label(_ text: String) -> String {
    var result = "\""
    for scalar in DisplayText.clean(text, limit: 4_000).unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\"": result += "\\\""
      case "&": result += "&amp;"
      case "\n": result += "\\n"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// A colour of a style, or black when it is not "#RRGGBB".
  static func colour(_ text: String) -> String {
    let digits = text.utf8.dropFirst()
    let isHex = digits.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x46).contains($0) || (0x61...0x66).contains($0)
    }
    return text.hasPrefix("#") && digits.count == 6 && isHex ? text : "#000000"
  }
}
