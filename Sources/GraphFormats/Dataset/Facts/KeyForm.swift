// SPDX-License-Identifier: Apache-2.0

/// How keys of nodes, sources and edge types are written.
enum KeyForm {
  /// Whether a text is a key of nodes and sources: lower-case ASCII letters, digits and hyphens,
  /// the first not a hyphen.
  static func isKey(_ text: String) -> Bool {
    guard let first = text.utf8.first, first != ASCII.hyphen, text.utf8.count <= 200 else {
      return false
    }
    return text.utf8.allSatisfy {
      switch $0 {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), ASCII.zero...ASCII.nine, ASCII.hyphen: true
      default: false
      }
    }
  }

  /// Whether a key of an entry is written like an edge type: `UPPER_SNAKE`.
  static func isEdgeType(_ text: String) -> Bool {
    guard let first = text.utf8.first, (0x41...0x5A).contains(first) else { return false }
    return text.utf8.allSatisfy {
      switch $0 {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), ASCII.zero...ASCII.nine, ASCII.underscore: true
      default: false
      }
    }
  }

  /// What a reader could take a malformed key for: lower case, one kind of hyphen, no marks.
  ///
  /// A well-formed key is its own form.
  static func lookalike(of text: String) -> String {
    var form = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "_", " ", "\u{AD}", "\u{2010}"..."\u{2015}", "\u{2212}", "\u{FE58}", "\u{FE63}",
        "\u{FF0D}", "\u{A0}":
        form.append("-")
      default: form.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      }
    }
    return String(form)
  }
}
