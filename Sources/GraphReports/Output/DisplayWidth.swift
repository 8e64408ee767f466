// SPDX-License-Identifier: Apache-2.0

extension String {
  /// The number of terminal columns the text fills: none for combining marks, two for the wide
  /// letters of East Asia, as Unicode Standard Annex 11 classes them.
  var displayWidth: Int {
    unicodeScalars.reduce(0) { $0 + $1.displayWidth }
  }

  /// The text, without what would move a terminal's cursor or change its state.
  var withoutControls: String {
    guard unicodeScalars.contains(where: \.isControl) else { return self }
    var text = String.UnicodeScalarView()
    for scalar in unicodeScalars { text.append(scalar.isControl ? " " : scalar) }
    return String(text)
  }

  /// Lines of at most `width` columns, broken between words.
  ///
  /// A longer word stands alone, so that an address stays whole, or is broken too.
  func wrapped(to width: Int, isBreakingWords: Bool = false) -> [String] {
    var lines: [String] = []
    var line = ""
    var lineWidth = 0
    for word in split(separator: " ").flatMap({
      isBreakingWords ? String($0).pieces(of: width) : [String($0)]
    }) {
      let wordWidth = word.displayWidth
      if lineWidth > 0, lineWidth + 1 + wordWidth > width {
        lines.append(line)
        line = ""
        lineWidth = 0
      }
      line += lineWidth > 0 ? " \(word)" : "\(word)"
      lineWidth += (lineWidth > 0 ? 1 : 0) + wordWidth
    }
    return line.isEmpty && !lines.isEmpty ? lines : lines + [line]
  }

  /// The text in pieces of at most `width` columns; a character stays whole.
  private func pieces(of width: Int) -> [String] {
    guard displayWidth > width else { return [self] }
    var pieces: [String] = []
    var piece = ""
    for character in self {
      if !piece.isEmpty, piece.displayWidth + String(character).displayWidth > width {
        pieces.append(piece)
        piece = ""
      }
      piece.append(character)
    }
    return pieces + [piece]
  }

  /// The text, filled up with spaces to `width` columns.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - displayWidth))
  }
}

extension Unicode.Scalar {
  fileprivate var displayWidth: Int {
    if value < 0x300 { return 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    let isWide =
      (0x1100...0x115F).contains(value) || (0x2E80...0x303E).contains(value)
      || (0x3041...0x33FF).contains(value) || (0x3400...0x4DBF).contains(value)
      || (0x4E00...0x9FFF).contains(value) || (0xA000...0xA4CF).contains(value)
      || (0xAC00...0xD7A3).contains(value) || (0xF900...0xFAFF).contains(value)
      || (0xFE30...0xFE6F).contains(value) || (0xFF00...0xFF60).contains(value)
      || (0xFFE0...0xFFE6).contains(value) || (0x1F300...0x1FAFF).contains(value)
      || (0x20000...0x3FFFD).contains(value)
    return isWide ? 2 : 1
  }

  /// Controls, and the marks that reorder the text around them.
  fileprivate var isControl: Bool {
    value < 0x20 || (0x7F...0x9F).contains(value) || (0x202A...0x202E).contains(value)
      || (0x2066...0x2069).contains(value) || value == 0x2028 || value == 0x2029
  }
}
