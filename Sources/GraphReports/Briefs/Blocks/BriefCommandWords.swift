// SPDX-License-Identifier: Apache-2.0

internal import SourceDiagnostics

/// Splits the command of a brief into words as a shell does, and does nothing else that a shell
/// does: no variables, no patterns of file names, nothing is run.
///
/// Words are parted by white space and line ends. `'…'` holds everything as it is; in `"…"` a
/// backslash escapes `"`, `\`, `$`, `` ` `` and a line end; elsewhere it escapes any character, and
/// a line end after it joins two lines. `#` at the start of a word begins a comment, which ends
/// with the line.
struct BriefCommandWords {
  /// Most words of a command.
  static let limit = 1_000

  private let passage: BriefPassage
  private var index: Int
  private(set) var words: [BriefWord] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameter start: where the command begins in the passage.
  init(_ passage: BriefPassage, from start: Int = 0) {
    self.passage = passage
    index = start
    while readWord() {}
  }

  private var byte: UInt8? { index < passage.bytes.count ? passage.bytes[index] : nil }

  /// Reads the next word; false at the end.
  private mutating func readWord() -> Bool {
    while let byte {
      if BriefPassage.isSpace(byte) {
        index += 1
      } else if byte == UInt8(ascii: "\\"), isLineEnd(at: index + 1) {
        index += 2
      } else if byte == UInt8(ascii: "#") {
        skipLine()
      } else {
        break
      }
    }
    guard byte != nil else { return false }
    let start = index
    guard words.count < Self.limit else {
      diagnostics.append(
        BriefMessages.tooManyWords(Self.limit, at: passage.location(of: start..<start + 1)))
      return false
    }
    var text: [UInt8] = []
    while let byte, !BriefPassage.isSpace(byte) {
      index += 1
      switch byte {
      case UInt8(ascii: "'"):
        guard readQuoted(by: byte, from: index - 1, into: &text) else { return false }
      case UInt8(ascii: "\""):
        guard readQuoted(by: byte, from: index - 1, into: &text) else { return false }
      case UInt8(ascii: "\\"):
        guard let escaped = self.byte else { break }
        index += 1
        if escaped != 0x0A { text.append(escaped) }
      default: text.append(byte)
      }
    }
    words.append(
      BriefWord(String(decoding: text, as: UTF8.self), at: passage.location(of: start..<index)))
    return true
  }

  /// Reads to the closing quote; false when there is none.
  private mutating func readQuoted(
    by quote: UInt8, from start: Int, into text: inout [UInt8]
  ) -> Bool {
    while let byte {
      index += 1
      if byte == quote { return true }
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\""), let escaped = self.byte,
        Self.isEscapable(escaped)
      {
        index += 1
        if escaped != 0x0A { text.append(escaped) }
      } else {
        text.append(byte)
      }
    }
    diagnostics.append(
      BriefMessages.unclosedQuote(at: passage.location(of: start..<start + 1)))
    return false
  }

  private static func isEscapable(_ byte: UInt8) -> Bool {
    [UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "$"), UInt8(ascii: "`"), 0x0A]
      .contains(byte)
  }

  private func isLineEnd(at index: Int) -> Bool {
    index < passage.bytes.count && passage.bytes[index] == 0x0A
  }

  private mutating func skipLine() {
    while let byte, byte != 0x0A { index += 1 }
  }
}
