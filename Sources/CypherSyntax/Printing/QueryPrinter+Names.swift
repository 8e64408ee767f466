// SPDX-License-Identifier: Apache-2.0

extension QueryPrinter {
  /// The name of a variable, in backquotes where it is a reserved word or no plain name.
  mutating func printVariable(_ name: String) {
    write(Self.isPlain(name) && !Self.keyword(name).isReserved ? name : Self.quoted(name))
  }

  /// The name of a label, an edge type, a property or a column.
  mutating func printName(_ name: String) {
    write(Self.isPlain(name) ? name : Self.quoted(name))
  }

  /// The name of a function or a procedure, whose parts are joined by full stops.
  mutating func printDottedName(_ name: String) {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    for (index, part) in parts.enumerated() {
      if index > 0 { write(".") }
      let isWord = Self.isPlain(part) && !(parts.count == 1 && Self.hasOwnForm(part))
      write(isWord ? part : Self.quoted(part))
    }
  }

  mutating func printParameter(_ name: String) {
    let isPlain = !name.isEmpty && name.utf8.allSatisfy(CharacterClass.isPlainNamePart)
    write("$", isPlain ? name : Self.quoted(name))
  }

  static func keyword(_ name: String) -> Keyword {
    KeywordTable.shared.keyword(Array(name.utf8))
  }

  /// Whether a call of the name could be read as something else than a call.
  private static func hasOwnForm(_ name: String) -> Bool {
    let keyword = keyword(name)
    switch keyword {
    case .any, .none, .single, .reduce, .filter, .extract, .shortestpath, .allshortestpaths:
      return true
    default: return keyword.isReserved
    }
  }

  private static func isPlain(_ name: String) -> Bool {
    guard let first = name.utf8.first, CharacterClass.isNameStart(first) else { return false }
    return name.utf8.allSatisfy(CharacterClass.isPlainNamePart)
  }

  private static func quoted(_ name: String) -> String {
    var text = "`"
    for scalar in name.unicodeScalars {
      text.unicodeScalars.append(scalar)
      if scalar == "`" { text += "`" }
    }
    return text + "`"
  }
}

extension CharacterClass {
  /// Letters, digits and the low line of ASCII.
  static func isPlainNamePart(_ byte: UInt8) -> Bool { isNameStart(byte) || isDigit(byte) }
}
