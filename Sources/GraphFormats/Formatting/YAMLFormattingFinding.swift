// SPDX-License-Identifier: Apache-2.0

import SourceDiagnostics

/// Everything that keeps a YAML text from being formatted, and the words for it.
enum YAMLFormattingFinding: Sendable, Hashable {
  case tooLarge(limit: Int)
  case encoding(TextEncodingFault.Kind)
  case character(UInt32)
  case tab
  case indentation
  case listOnKeyLine
  case unclosedQuote
  case textAfterValue
  case commentWithoutSpace
  case escape(String)
  case feature(Feature)
  case unclosedFlow(String)
  case flowItem(String)
  case noFlowValue(String)
  case colonInText
  case noKey
  case repeatedKey(String)
  case noCollection
  case blockHeader
  case blockIndentation
  case tooDeep(limit: Int)
  case longKey(limit: Int)
  case inconsistent

  /// A part of YAML that datasets do without.
  enum Feature: String, Sendable, Hashable {
    case anchor = "anchors (&)"
    case alias = "aliases (*)"
    case tag = "tags (!)"
    case merge = "merge keys (<<)"
    case directive = "directives (%)"
    case reserved = "texts that begin with @ or `"
    case explicitKey = "keys marked with ?"
    case collectionKey = "lists or mappings as keys"
    case documents = "several documents in one file"
    case contentAfterMarker = "text on the line of ---"

    var help: String? {
      switch self {
      case .anchor, .alias, .tag, .directive, .reserved: "put a text that begins so in quotes"
      case .contentAfterMarker: "begin it on the next line"
      default: nil
      }
    }
  }

  func diagnostic(at location: SourceLocation) -> Diagnostic {
    let words = isOfStructure ? structureWords : textWords
    return Diagnostic(
      code: words.code, severity: .error, message: words.message, at: location, help: words.help)
  }

  private typealias Words = (code: String, message: String, help: String?)

  private var isOfStructure: Bool {
    switch self {
    case .tooLarge, .encoding, .character, .tab, .unclosedQuote, .escape, .textAfterValue,
      .commentWithoutSpace:
      false
    default: true
    }
  }

  private var textWords: Words {
    switch self {
    case .tooLarge(let limit):
      ("E180", "File is larger than \(limit >> 20) MB", "split it; all fact files are merged")
    case .encoding(.utf16):
      ("E181", "File is in UTF-16, expected UTF-8", nil)
    case .encoding(.strayByte(let byte)):
      ("E181", "Byte 0x\(Self.hexadecimal(UInt32(byte), digits: 2)) is not UTF-8 here", nil)
    case .encoding(.nul):
      ("E181", "Character U+0000 cannot stand in YAML", nil)
    case .character(let scalar):
      (
        "E181", "Character U+\(Self.hexadecimal(scalar, digits: 4)) cannot stand in YAML",
        scalar < 0x80 ? nil : "write it as an escape in double quotes"
      )
    case .tab: ("E182", "Tab where YAML wants spaces", "indent with two spaces")
    case .unclosedQuote: ("E184", "Quote opened here is never closed", nil)
    case .textAfterValue:
      ("E185", "Text behind a value that has ended", "put the whole value in one pair of quotes")
    case .commentWithoutSpace:
      ("E185", "Comment without a space before '#'", "put a space before it")
    case .escape(let text):
      ("E186", "Unknown escape '\(text)' in double quotes", "write a backslash as \\\\")
    default: structureWords
    }
  }

  private var structureWords: Words {
    switch self {
    case .indentation:
      ("E183", "Line is not indented like the lines it belongs to", nil)
    case .listOnKeyLine:
      ("E183", "List begins on the line of its key", "begin it on a line of its own")
    case .feature(let feature):
      ("E187", "Datasets do without \(feature.rawValue)", feature.help)
    case .unclosedFlow(let opening):
      ("E188", "'\(opening)' opened here is never closed", nil)
    case .flowItem(let found):
      (
        "E188", found.isEmpty ? "Item missing before the end" : "'\(found)' is not expected here",
        "separate items by ', ' and pairs by 'key: value'"
      )
    case .noFlowValue(let key):
      ("E188", "Key '\(key)' has no value", "write \"\" for a text without characters")
    case .colonInText:
      ("E189", "Text holds ': ', which YAML reads as a key", "put the text in double quotes")
    case .noKey: ("E189", "Expected 'key: value'", nil)
    case .repeatedKey(let key): ("E190", "Key '\(key)' stands twice", nil)
    case .noCollection: ("E191", "Expected a list of entries or a mapping", nil)
    case .blockHeader:
      ("E192", "Expected nothing but '-', '+' or a digit behind '|' or '>'", nil)
    case .blockIndentation:
      ("E192", "Blank line is indented deeper than the text below it", "remove its spaces")
    case .tooDeep(let limit):
      ("E193", "Nested deeper than \(limit) lists and mappings", nil)
    case .longKey(let limit):
      ("E194", "Key is longer than \(limit) characters", nil)
    default:
      (
        "E195", "Formatting would change what the file says; it is left as it is",
        "this is a fault of the formatter, please report it with the file"
      )
    }
  }

  private static func hexadecimal(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }
}
