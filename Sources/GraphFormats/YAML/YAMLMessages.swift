// SPDX-License-Identifier: Apache-2.0

import SourceDiagnostics

/// Every sentence about YAML itself, by code.
enum YAMLMessages {
  /// What YAML allows and datasets do not.
  enum Feature {
    case anchor, alias, tag, mergeKey, directive, severalDocuments, complexKey
  }

  // MARK: - E101 to E103: characters

  static func notUTF8(byte: UInt8, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      code: "E101", severity: .error,
      message: "byte \(hexadecimal(UInt32(byte), digits: 2)) does not belong in a UTF-8 text",
      at: place, help: "save the file as UTF-8")
  }

  static func refusedCharacter(_ scalar: UInt32, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      code: "E102", severity: .error,
      message: "character U+\(hexadecimal(scalar, digits: 4)) is not allowed in a dataset",
      at: place, caretText: "a character that is not shown", help: "remove it")
  }

  static func tab(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      code: "E103", severity: .error, message: "a tab is used as indentation", at: place,
      help: "indent with spaces, two a level")
  }

  // MARK: - E105: structure

  private static func structure(
    _ message: String, at place: SourceLocation, caretText: String? = nil,
    notes: [Diagnostic.Note] = [], help: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      code: "E105", severity: .error, message: message, at: place, caretText: caretText,
      notes: notes, help: help)
  }

  static func textAfterValue(at place: SourceLocation) -> Diagnostic {
    structure("nothing may follow the value on this line", at: place)
  }

  static func textAfterBlockIndicator(at place: SourceLocation) -> Diagnostic {
    structure(
      "after '|' or '>' the text begins on the next line", at: place,
      help: "quote the text if it begins with '|' or '>'")
  }

  static func indentation(found: Int, expected: Int, at place: SourceLocation) -> Diagnostic {
    structure(
      "this line is indented by \(found) \(found == 1 ? "space" : "spaces"), expected \(expected)",
      at: place)
  }

  static func notAListItem(at place: SourceLocation) -> Diagnostic {
    structure("expected a list item, which begins with '- '", at: place)
  }

  static func listItemAmongKeys(at place: SourceLocation) -> Diagnostic {
    structure("expected 'key: value', found a list item", at: place)
  }

  static func listItemInText(at place: SourceLocation) -> Diagnostic {
    structure(
      "a list item stands inside a text that began on the line above", at: place,
      help: "begin the list on a line of its own, or quote the text")
  }

  static func listOnKeyLine(at place: SourceLocation) -> Diagnostic {
    structure("a list with '- ' begins on the line after its key", at: place)
  }

  static func unexpectedHyphen(at place: SourceLocation) -> Diagnostic {
    structure(
      "a list item with '- ' cannot stand here", at: place,
      help: "inside brackets items are separated by commas")
  }

  static func keyWithoutColon(_ text: String, at place: SourceLocation) -> Diagnostic {
    structure(
      "expected 'key: value', found '\(text)'", at: place,
      help: "write a colon and a space after the key, or indent the line if it continues a text")
  }

  static func keyWithoutValue(_ text: String, at place: SourceLocation) -> Diagnostic {
    structure(
      "'\(text)' has no value", at: place,
      help: "inside braces a text with a comma needs quotes")
  }

  static func colonWithoutKey(at place: SourceLocation) -> Diagnostic {
    structure("no key stands before this colon", at: place)
  }

  static func colonInText(at place: SourceLocation) -> Diagnostic {
    structure(
      "a text with ': ' in it needs quotes", at: place,
      help: "put the whole text in double quotes")
  }

  static func colonWithoutSpace(at place: SourceLocation) -> Diagnostic {
    structure("a colon before a bracket, comma or question mark needs quotes or a space", at: place)
  }

  static func emptyItem(at place: SourceLocation) -> Diagnostic {
    structure("nothing stands before this comma", at: place)
  }

  static func expectedComma(
    closing: String, at place: SourceLocation, opened: SourceLocation
  ) -> Diagnostic {
    structure(
      "expected ',' or '\(closing)'", at: place,
      notes: [Diagnostic.Note("opened here", at: opened)])
  }

  static func notClosed(bracket: String, at place: SourceLocation) -> Diagnostic {
    structure(
      "'\(bracket)' is not closed", at: place,
      help: "lines inside brackets are indented more than the key they belong to")
  }

  static func notClosed(quote: String, at place: SourceLocation) -> Diagnostic {
    structure(
      "the quote \(quote) is not closed", at: place,
      help: "lines of a quoted text are indented more than the key they belong to")
  }

  static func reservedCharacter(_ character: String, at place: SourceLocation) -> Diagnostic {
    structure(
      "a text that begins with '\(character)' needs quotes", at: place,
      help: "put the whole text in double quotes")
  }

  static func unknownEscape(_ text: String, at place: SourceLocation) -> Diagnostic {
    structure(
      "'\(text)' means nothing inside double quotes", at: place,
      help: "write '\\\\' for a backslash, or use single quotes")
  }

  static func keyTooLong(at place: SourceLocation) -> Diagnostic {
    structure("a key is longer than 1,024 bytes", at: place)
  }

  // MARK: - E106: features that are refused

  static func feature(_ feature: Feature, at place: SourceLocation) -> Diagnostic {
    let (message, help): (String, String?) =
      switch feature {
      case .anchor:
        (
          "anchors (&) are not used in datasets",
          "write the value where it is needed, or quote a text that begins with '&'"
        )
      case .alias:
        (
          "aliases (*) are not used in datasets",
          "write the value where it is needed, or quote a text that begins with '*'"
        )
      case .tag:
        (
          "tags (!) are not used in datasets",
          "the graph type gives values their types; quote a text that begins with '!'"
        )
      case .mergeKey:
        ("merge keys (<<) are not used in datasets", "write the pairs where they are needed")
      case .directive: ("directives (%) are not used in datasets", "remove the line")
      case .severalDocuments:
        ("a dataset file holds one document", "move what follows into a file of its own")
      case .complexKey: ("a key must be a text on one line", nil)
      }
    return Diagnostic(code: "E106", severity: .error, message: message, at: place, help: help)
  }

  // MARK: - E107: a key twice

  static func duplicateKey(
    _ key: String, at place: SourceLocation, first: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      code: "E107", severity: .error, message: "key '\(key.prefixed(60))' stands twice", at: place,
      notes: [Diagnostic.Note("first here", at: first)],
      help: "put several values into one list")
  }

  // MARK: - E108: limits

  private static func limit(_ message: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(code: "E108", severity: .error, message: message, at: place)
  }

  static func tooLarge(limit: Int, at place: SourceLocation) -> Diagnostic {
    Self.limit("the file is larger than \(limit >> 20) MB", at: place)
  }

  static func tooDeep(limit: Int, at place: SourceLocation) -> Diagnostic {
    Self.limit("lists and mappings stand more than \(limit) deep in each other", at: place)
  }

  static func tooManyNodes(limit: Int, at place: SourceLocation) -> Diagnostic {
    Self.limit("the file holds more than \(limit) values", at: place)
  }

  static func tooManyFaults(_ count: Int, _ file: String) -> Diagnostic {
    limit(
      "after \(count) faults the rest of the file was not read", at: SourceLocation(file: file))
  }

  private static func hexadecimal(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
