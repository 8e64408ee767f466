// SPDX-License-Identifier: Apache-2.0

internal import SourceDiagnostics

/// A piece of a style sheet with its place.
struct StyleSheetToken {
  enum Kind: Equatable {
    /// A name, a number or a date.
    case word(String)
    /// Between double or single quotes.
    case quoted(String)
    /// A word after `#`: a key or a colour.
    case hash(String)
    /// A word after `@`.
    case atWord(String)
    /// One of `{ } [ ] : ; , * - ->` and the comparisons.
    case mark(String)
    case end
  }

  var kind: Kind
  /// Bytes of the text.
  var span: Range<Int>
}

/// Cuts a style sheet into tokens; comments and white space fall away.
///
/// A word begins with a letter, a digit, `_`, `.` or any character beyond ASCII; `-` belongs to it
/// where another such character follows, so that `-COVERS->` is an arrow around a word.
struct StyleSheetLexer {
  private let text: SourceText
  private var offset = 0
  private(set) var tokens: [StyleSheetToken] = []
  private(set) var findings: [Diagnostic] = []

  /// Complexity: linear in the length of the text.
  init(_ text: SourceText) {
    self.text = text
    if text.utf8.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    while let byte = byte(at: offset) { readToken(byte) }
    tokens.append(StyleSheetToken(kind: .end, span: text.utf8.count..<text.utf8.count))
  }

  private func byte(at offset: Int) -> UInt8? {
    offset < text.utf8.count ? text.utf8[offset] : nil
  }

  private mutating func readToken(_ first: UInt8) {
    let start = offset
    switch first {
    case 0x09, 0x0A, 0x0C, 0x0D, 0x20: offset += 1
    case UInt8(ascii: "/") where byte(at: start + 1) == UInt8(ascii: "*"): skipComment()
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      if let value = quoted() { add(.quoted(value), from: start) }
    case UInt8(ascii: "#"):
      offset += 1
      if byte(at: offset) == UInt8(ascii: "\"") || byte(at: offset) == UInt8(ascii: "'") {
        if let value = quoted() { add(.hash(value), from: start) }
      } else {
        add(.hash(word()), from: start)
      }
    case UInt8(ascii: "@"):
      offset += 1
      add(.atWord(word()), from: start)
    case UInt8(ascii: "-") where byte(at: start + 1) == UInt8(ascii: ">"): mark("->")
    case UInt8(ascii: "!") where byte(at: start + 1) == UInt8(ascii: "="): mark("!=")
    case UInt8(ascii: "<"), UInt8(ascii: ">"):
      let sign = first == UInt8(ascii: "<") ? "<" : ">"
      mark(byte(at: start + 1) == UInt8(ascii: "=") ? sign + "=" : sign)
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "*"),
      UInt8(ascii: "-"), UInt8(ascii: "="):
      mark(String(UnicodeScalar(first)))
    case let byte where Self.isOfWord(byte): add(.word(word()), from: start)
    default:
      // Neighbours that mean nothing either are one finding.
      repeat { offset += 1 } while byte(at: offset).map(Self.means) == false
      guard hasRoom else { return }
      findings.append(
        StyleSheetMessages.unexpectedCharacter(
          text.text(of: start..<offset), at: text.location(of: start..<offset)))
    }
  }

  private mutating func add(_ kind: StyleSheetToken.Kind, from start: Int) {
    tokens.append(StyleSheetToken(kind: kind, span: start..<offset))
  }

  private mutating func mark(_ sign: String) {
    offset += sign.utf8.count
    add(.mark(sign), from: offset - sign.utf8.count)
  }

  /// Places, which cost time, are worked out only for findings that somebody will read.
  private var hasRoom: Bool { findings.count < StyleSheetParser.findingLimit }

  private mutating func skipComment() {
    let start = offset
    offset += 2
    while let byte = byte(at: offset) {
      if byte == UInt8(ascii: "*"), self.byte(at: offset + 1) == UInt8(ascii: "/") {
        offset += 2
        return
      }
      offset += 1
    }
    guard hasRoom else { return }
    findings.append(
      StyleSheetMessages.unended(
        "the comment", with: "*/", at: text.location(of: start..<start + 2)))
  }

  /// The text between quotes, in which `\` keeps the next character; nil when it has no end on its
  /// line.
  private mutating func quoted() -> String? {
    let start = offset
    let quote = text.utf8[start]
    offset += 1
    var bytes: [UInt8] = []
    while let byte = byte(at: offset), byte != 0x0A, byte != 0x0D {
      offset += 1
      if byte == quote { return String(decoding: bytes, as: UTF8.self) }
      if byte == UInt8(ascii: "\\"), let next = self.byte(at: offset), next != 0x0A, next != 0x0D {
        bytes.append(next)
        offset += 1
      } else {
        bytes.append(byte)
      }
    }
    guard hasRoom else { return nil }
    findings.append(
      StyleSheetMessages.unended(
        "the text", with: String(UnicodeScalar(quote)), at: text.location(of: start..<offset)))
    return nil
  }

  private mutating func word() -> String {
    let start = offset
    while let byte = byte(at: offset) {
      let isHyphen =
        byte == UInt8(ascii: "-") && offset > start
        && self.byte(at: offset + 1).map(Self.isOfWord) == true
      guard isHyphen || Self.isOfWord(byte) else { break }
      offset += 1
    }
    return text.text(of: start..<offset)
  }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), 0x80...0xFF:
      true
    default: false
    }
  }

  /// Whether a token, a comment or white space may begin so.
  private static func means(_ byte: UInt8) -> Bool {
    isOfWord(byte) || [0x09, 0x0A, 0x0C, 0x0D].contains(byte)
      || " \"'#@-<>{}[]:;,*=".utf8.contains(byte)
  }
}
