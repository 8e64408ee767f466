// SPDX-License-Identifier: Apache-2.0

/// Names as text: as they are where that reads back as the same name, else between backquotes.
enum PrintedName {
  /// The name of a type or label, which may stand beside keywords.
  static func ofType(_ name: String) -> String {
    printed(name, isKeyword: { isReserved($0) || GraphTypeKeyword.structural.contains($0) })
  }

  /// The name of a property, which stands where no keyword can.
  static func ofProperty(_ name: String) -> String {
    printed(name, isKeyword: isReserved)
  }

  private static func isReserved(_ word: String) -> Bool {
    GraphTypeKeyword.reserved.contains(word)
  }

  private static func printed(_ name: String, isKeyword: (String) -> Bool) -> String {
    RegularIdentifier.matches(name) && !isKeyword(name.uppercased())
      ? name : QuotedLiteral.encode(name, quote: "`")
  }
}
