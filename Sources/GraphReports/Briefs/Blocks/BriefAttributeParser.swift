// SPDX-License-Identifier: Apache-2.0

internal import SourceDiagnostics

/// Reads `{.entente #fig-a caption="States" width=80%}`, as it stands after a fence or after
/// inline code.
struct BriefAttributeParser {
  private let passage: BriefPassage
  private var index: Int
  private let end: Int
  private(set) var attributes = BriefAttributes()
  private(set) var options: [BriefOption] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// Reads the info string of a fence: `entente`, `entente {…}` or `{…}`.
  init(info range: Range<Int>, in passage: BriefPassage) {
    self.passage = passage
    index = range.lowerBound
    end = range.upperBound
    skipSpace()
    if byte != UInt8(ascii: "{") {
      let start = index
      while let byte, !BriefPassage.isSpace(byte), byte != UInt8(ascii: "{") { index += 1 }
      attributes.classes.append(passage.text(of: start..<index))
      skipSpace()
    }
    guard byte == UInt8(ascii: "{") else {
      if byte != nil, attributes.isEntente { reportUnexpected(index..<end) }
      return
    }
    let open = index
    index += 1
    while true {
      skipSpace()
      guard let byte else {
        diagnostics.append(
          BriefMessages.unclosedBrace(at: passage.location(of: open..<open + 1)))
        return
      }
      if byte == UInt8(ascii: "}") { break }
      guard readAttribute() else { return }
    }
    index += 1
    skipSpace()
    if byte != nil { reportUnexpected(index..<end) }
  }

  private var byte: UInt8? { index < end ? passage.bytes[index] : nil }

  private mutating func skipSpace() {
    while let byte, BriefPassage.isSpace(byte) { index += 1 }
  }

  private mutating func reportUnexpected(_ range: Range<Int>) {
    diagnostics.append(
      BriefMessages.unexpectedAttribute(
        passage.text(of: range), at: passage.location(of: range)))
  }

  /// Reads one attribute; false after a fault that the rest cannot be read behind.
  private mutating func readAttribute() -> Bool {
    let start = index
    while let byte, !BriefPassage.isSpace(byte), byte != UInt8(ascii: "="),
      byte != UInt8(ascii: "}")
    { index += 1 }
    let name = passage.text(of: start..<index)
    guard byte == UInt8(ascii: "=") else {
      if name.hasPrefix("#"), name.count > 1 {
        if attributes.identifier.isEmpty { attributes.identifier = String(name.dropFirst()) }
        options.append(
          option(
            "label", String(name.dropFirst()), key: start..<index, value: start + 1..<index))
      } else if name.hasPrefix("."), name.count > 1 {
        attributes.classes.append(String(name.dropFirst()))
      } else if name == "entente", attributes.classes.isEmpty {
        attributes.classes.append(name)
      } else {
        reportUnexpected(start..<index)
      }
      return true
    }
    let keyRange = start..<index
    index += 1
    let valueStart = index
    guard let value = readValue() else {
      diagnostics.append(
        BriefMessages.unclosedQuote(at: passage.location(of: valueStart..<valueStart + 1)))
      return false
    }
    attributes.pairs.append(.init(name, value))
    options.append(option(name, value, key: keyRange, value: valueStart..<index))
    return true
  }

  /// A value with or without quotes; nil when the quote is never closed.
  private mutating func readValue() -> String? {
    guard let quote = byte, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      let start = index
      while let byte, !BriefPassage.isSpace(byte), byte != UInt8(ascii: "}") { index += 1 }
      return passage.text(of: start..<index)
    }
    index += 1
    var text: [UInt8] = []
    while let byte {
      index += 1
      if byte == quote { return String(decoding: text, as: UTF8.self) }
      if byte == UInt8(ascii: "\\"), let escaped = self.byte,
        escaped == quote || escaped == UInt8(ascii: "\\")
      {
        text.append(escaped)
        index += 1
      } else {
        text.append(byte)
      }
    }
    return nil
  }

  private func option(
    _ key: String, _ value: String, key keyRange: Range<Int>, value valueRange: Range<Int>
  ) -> BriefOption {
    BriefOption(
      key: key, value: value, keyPlace: passage.location(of: keyRange),
      valuePlace: passage.location(of: valueRange))
  }
}
