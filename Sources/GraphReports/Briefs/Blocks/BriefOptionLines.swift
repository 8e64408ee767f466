// SPDX-License-Identifier: Apache-2.0

internal import SourceDiagnostics

/// Reads the lines `#| key: value` with which the body of a block begins.
///
/// A value may stand in quotes, in which a backslash escapes the quote and itself.
struct BriefOptionLines {
  private let passage: BriefPassage
  private(set) var options: [BriefOption] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// Where the command begins.
  private(set) var end = 0

  init(_ passage: BriefPassage) { self.passage = passage }

  mutating func read() {
    var start = 0
    var isInCommand = false
    while start < passage.bytes.count {
      let lineEnd = passage.bytes[start...].firstIndex(of: 0x0A) ?? passage.bytes.count
      let line = passage.trimmed(start..<lineEnd)
      let isOption = passage.bytes[line].starts(with: [UInt8(ascii: "#"), UInt8(ascii: "|")])
      if isOption, isInCommand {
        diagnostics.append(BriefMessages.lateOption(at: passage.location(of: line)))
      } else if isOption {
        readOption(line)
      } else if !line.isEmpty {
        isInCommand = true
      }
      start = lineEnd + 1
      if !isInCommand { end = min(start, passage.bytes.count) }
    }
  }

  private mutating func readOption(_ line: Range<Int>) {
    let content = line.lowerBound + 2..<line.upperBound
    guard let colon = passage.bytes[content].firstIndex(of: UInt8(ascii: ":")) else {
      diagnostics.append(BriefMessages.optionWithoutColon(at: passage.location(of: line)))
      return
    }
    let key = passage.trimmed(content.lowerBound..<colon)
    let value = passage.trimmed(colon + 1..<content.upperBound)
    guard !key.isEmpty else {
      diagnostics.append(BriefMessages.optionWithoutColon(at: passage.location(of: line)))
      return
    }
    guard let text = unquoted(value) else {
      diagnostics.append(
        BriefMessages.unclosedQuote(
          at: passage.location(of: value.lowerBound..<value.lowerBound + 1)))
      return
    }
    options.append(
      BriefOption(
        key: passage.text(of: key), value: text, keyPlace: passage.location(of: key),
        valuePlace: passage.location(of: value.isEmpty ? key : value)))
  }

  /// The value without its quotes; nil when it begins with a quote that does not end it.
  private func unquoted(_ range: Range<Int>) -> String? {
    guard let quote = passage.bytes[range].first,
      quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    else { return passage.text(of: range) }
    var text: [UInt8] = []
    var index = range.lowerBound + 1
    while index < range.upperBound {
      let byte = passage.bytes[index]
      index += 1
      if byte == quote {
        return index == range.upperBound ? String(decoding: text, as: UTF8.self) : nil
      }
      if byte == UInt8(ascii: "\\"), index < range.upperBound,
        passage.bytes[index] == quote || passage.bytes[index] == UInt8(ascii: "\\")
      {
        text.append(passage.bytes[index])
        index += 1
      } else {
        text.append(byte)
      }
    }
    return nil
  }
}
