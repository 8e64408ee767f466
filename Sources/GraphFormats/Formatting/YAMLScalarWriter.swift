// SPDX-License-Identifier: Apache-2.0

/// Writes scalars in their canonical form.
enum YAMLScalarWriter {
  /// One line: without quotes where that is safe or the author did without, else in double quotes.
  static func line(_ scalar: YAMLSyntaxScalar, inFlow: Bool) -> [UInt8] {
    isPlain(scalar, inFlow: inFlow) ? scalar.text : quoted(scalar.text[...])
  }

  /// One line when that fits, else the author's lines; no line is ever broken anew.
  ///
  /// - Parameter column: where the first line begins.
  static func lines(_ scalar: YAMLSyntaxScalar, column: Int) -> [[UInt8]] {
    let hasNewlines = scalar.folds.contains { $0.newlines > 0 }
    // Line ends in plain text exist only as folds: all of them are written, or none would be read.
    let isPlain =
      hasNewlines
      ? scalar.style == .plain || isSafeOverLines(scalar) : isPlain(scalar, inFlow: false)
    if !hasNewlines {
      let line = isPlain ? scalar.text : quoted(scalar.text[...])
      let fits = column + YAMLText.width(line) <= YAMLText.lineWidth
      if scalar.folds.isEmpty || fits { return [line] }
    }
    var lines: [[UInt8]] = []
    var start = 0
    for fold in scalar.folds where canBreak(scalar.text, at: fold, isPlain: isPlain) {
      lines.append(segment(scalar.text[start..<fold.offset], isPlain: isPlain))
      lines += Array(repeating: [], count: fold.newlines)
      start = fold.offset + max(1, fold.newlines)
    }
    lines.append(segment(scalar.text[start...], isPlain: isPlain))
    guard !isPlain else { return lines }
    lines[0].insert(YAMLByte.doubleQuote, at: 0)
    lines[lines.count - 1].append(YAMLByte.doubleQuote)
    return lines
  }

  private static func isPlain(_ scalar: YAMLSyntaxScalar, inFlow: Bool) -> Bool {
    if scalar.style == .plain {
      // Lines that only fold to newlines have no place on one line.
      return !scalar.text.contains(YAMLByte.lineFeed)
    }
    return YAMLPlainText.isSafe(scalar.text, inFlow: inFlow)
  }

  /// Whether a quoted text with newlines can do without quotes: every newline must be a fold that
  /// can be written, and every line between safe by itself.
  private static func isSafeOverLines(_ scalar: YAMLSyntaxScalar) -> Bool {
    var start = 0
    for fold in scalar.folds {
      guard canBreak(scalar.text, at: fold, isPlain: true) || fold.newlines == 0 else {
        return false
      }
      guard fold.newlines > 0 else { continue }
      guard YAMLPlainText.isSafe(Array(scalar.text[start..<fold.offset]), inFlow: false) else {
        return false
      }
      start = fold.offset + fold.newlines
    }
    return YAMLPlainText.isSafe(Array(scalar.text[start...]), inFlow: false)
  }

  /// Whether a line end at the fold is read back as what the fold stands for: no white space may
  /// touch it, and a plain line must not begin like something else.
  private static func canBreak(
    _ text: [UInt8], at fold: YAMLSyntaxScalar.Fold, isPlain: Bool
  ) -> Bool {
    let next = fold.offset + max(1, fold.newlines)
    guard fold.offset > 0, next < text.count else { return false }
    func isWhite(_ byte: UInt8) -> Bool { YAMLByte.isBlank(byte) || YAMLByte.isBreak(byte) }
    if isWhite(text[fold.offset - 1]) || isWhite(text[next]) { return false }
    if !isPlain || fold.newlines > 0 { return true }
    return !YAMLByte.isIndicator(text[next]) && text[next] != YAMLByte.dash
      && text[next] != YAMLByte.question && text[next] != YAMLByte.colon
  }

  private static func segment(_ text: ArraySlice<UInt8>, isPlain: Bool) -> [UInt8] {
    isPlain ? Array(text) : escaped(text)
  }

  private static func quoted(_ text: ArraySlice<UInt8>) -> [UInt8] {
    [YAMLByte.doubleQuote] + escaped(text) + [YAMLByte.doubleQuote]
  }

  private static func escaped(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count + 2)
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\"": output += "\\\"".utf8
      case "\\": output += "\\\\".utf8
      case "\n": output += "\\n".utf8
      case "\t": output += "\\t".utf8
      case "\r": output += "\\r".utf8
      default:
        if YAMLCharacters.isEscaped(scalar.value) {
          output += hexadecimal(scalar.value)
        } else {
          output += String(Character(scalar)).utf8
        }
      }
    }
    return output
  }

  private static func hexadecimal(_ value: UInt32) -> [UInt8] {
    let digits = String(value, radix: 16, uppercase: true)
    let (mark, width) = value < 0x100 ? ("x", 2) : value < 0x10000 ? ("u", 4) : ("U", 8)
    return Array(
      "\\\(mark)\(String(repeating: "0", count: width - digits.utf8.count))\(digits)".utf8)
  }
}

/// What the printer knows about lines.
enum YAMLText {
  /// In characters.
  static let lineWidth = 100

  /// The Unicode scalars of a text.
  static func width(_ text: [UInt8]) -> Int {
    text.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }
}
