// SPDX-License-Identifier: Apache-2.0

extension TextMetrics {
  /// The text broken into lines no wider than `maximumWidth`, at most `maximumLines` of them.
  ///
  /// Breaks fall at spaces, after hyphens, dashes and slashes, and beside full-width letters; a
  /// word too long for a line is broken between letters, with a hyphen when `isHyphenated`. A line
  /// feed always breaks. What does not fit is replaced by an ellipsis, and so is what follows the
  /// first `scalarLimit` scalars. When `isBalanced`, lines are made about equally long.
  ///
  /// - Complexity: O(*n*) for each of at most twelve tries in balancing.
  public func lines(
    of text: String, maximumWidth: Double, maximumLines: Int = .max, isBalanced: Bool = false,
    isHyphenated: Bool = false, scalarLimit: Int = 1_000
  ) -> [String] {
    let limit = max(maximumLines, 1)
    let paragraphs = DisplayText.clean(text, limit: scalarLimit).split(separator: "\n").map {
      pieces(of: $0)
    }
    var widest = 0.0
    for paragraph in paragraphs {
      for piece in paragraph { widest = max(widest, piece.width) }
    }
    func broken(at width: Double) -> [String] {
      paragraphs.flatMap { fill($0, width, isHyphenated) }
    }
    var lines = broken(at: maximumWidth)
    if lines.count > limit {
      let rest = lines[limit...].reduce(lines[limit - 1]) { "\($0) \($1)" }
      lines = Array(lines[..<(limit - 1)])
      lines.append(truncated(rest, to: maximumWidth))
      return lines
    }
    guard isBalanced, lines.count > 1, widest <= maximumWidth else { return lines }
    // Lines are only counted until the width is known; no piece is wider than any that is tried.
    var low = widest
    var high = maximumWidth
    for _ in 0..<12 where high - low > 1 {
      let middle = (low + high) / 2
      if paragraphs.reduce(0, { $0 + lineCount($1, middle) }) <= lines.count {
        high = middle
      } else {
        low = middle
      }
    }
    if high < maximumWidth { lines = broken(at: high) }
    return lines
  }

  /// How many lines ``fill(_:_:_:)`` makes where no piece is wider than a line.
  private func lineCount(_ pieces: [Piece], _ maximumWidth: Double) -> Int {
    let space = width(of: " ")
    var count = 0
    var used = 0.0
    for piece in pieces {
      let gap = piece.isAfterSpace && count > 0 ? space : 0
      if count > 0, used + gap + piece.width <= maximumWidth {
        used += gap + piece.width
      } else {
        count += 1
        used = piece.width
      }
    }
    return count
  }

  /// Width of the widest word, in points: below it, words are broken between letters.
  func widestWord(of text: String) -> Double {
    var widest = 0.0
    for paragraph in DisplayText.clean(text).split(separator: "\n") {
      for piece in pieces(of: paragraph) { widest = max(widest, piece.width) }
    }
    return widest
  }

  /// The start of a text with an ellipsis, no wider than `maximumWidth`.
  func truncated(_ text: String, to maximumWidth: Double) -> String {
    let room = maximumWidth - width(of: "…")
    var kept = ""
    var used = 0.0
    for character in text {
      used += width(of: String(character))
      if used > room {
        // A whole word less reads better than a piece of one, when enough is left.
        if character != " ", let space = kept.lastIndex(of: " "),
          width(of: kept[..<space]) > room * 0.6
        {
          kept = String(kept[..<space])
        }
        break
      }
      kept.append(character)
    }
    while kept.last == " " || kept.last == "," { kept.removeLast() }
    return kept + "…"
  }

  /// What stays together on a line.
  private struct Piece {
    var text: String
    var width: Double
    var isAfterSpace: Bool
  }

  private func pieces(of paragraph: Substring) -> [Piece] {
    if let pieces = plainPieces(of: paragraph) { return pieces }
    var pieces: [Piece] = []
    var current = ""
    var isAfterSpace = false
    func finish() {
      guard !current.isEmpty else { return }
      pieces.append(Piece(text: current, width: width(of: current), isAfterSpace: isAfterSpace))
      current = ""
      isAfterSpace = false
    }
    for (character, next) in zip(paragraph, paragraph.dropFirst().map { $0 } + [" "]) {
      if character == " " {
        finish()
        isAfterSpace = true
        continue
      }
      if isFullWidth(character) {
        finish()
        current.append(character)
        finish()
        continue
      }
      current.append(character)
      // A date or a range of numbers stays whole.
      if Self.breaksBehind(character), !next.isNumber { finish() }
    }
    finish()
    return pieces
  }

  private static func breaksBehind(_ character: Character) -> Bool {
    switch character {
    case "-", "–", "—", "/": true
    default: false
    }
  }

  /// The pieces of a text in Latin, Greek or Cyrillic without combining marks, where every scalar
  /// is a character; nil for any other.
  private func plainPieces(of paragraph: Substring) -> [Piece]? {
    let pieces: [Piece]?? = paragraph.utf8.withContiguousStorageIfAvailable { bytes in
      var pieces: [Piece] = []
      var start = 0
      var isAfterSpace = false
      func finish(before end: Int) {
        guard start < end else { return }
        let text = String(decoding: bytes[start..<end], as: UTF8.self)
        pieces.append(Piece(text: text, width: width(of: text), isAfterSpace: isAfterSpace))
        start = end
        isAfterSpace = false
      }
      func isDigit(at position: Int) -> Bool {
        position < bytes.count && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position])
      }
      var position = 0
      while position < bytes.count {
        switch bytes[position] {
        case UInt8(ascii: " "):
          finish(before: position)
          position += 1
          start = position
          isAfterSpace = true
        case UInt8(ascii: "-"), UInt8(ascii: "/"):
          position += 1
          if !isDigit(at: position) { finish(before: position) }
        case 0x20..<0x7f: position += 1
        // U+0080 to U+02FF, Greek, and Cyrillic up to its last plain letter.
        case 0xc2...0xcb, 0xce...0xd1: position += 2
        case 0xe2:
          // Dashes and quotation marks.
          guard position + 2 < bytes.count, bytes[position + 1] == 0x80,
            (0x93...0x9e).contains(bytes[position + 2])
          else { return nil }
          let isDash = bytes[position + 2] <= 0x94
          position += 3
          if isDash, !isDigit(at: position) { finish(before: position) }
        default: return nil
        }
      }
      finish(before: bytes.count)
      return pieces
    }
    return pieces ?? nil
  }

  private func isFullWidth(_ character: Character) -> Bool {
    guard let first = character.unicodeScalars.first else { return false }
    return (0x2e80...0xa4cf).contains(first.value) || (0xac00...0xd7a3).contains(first.value)
  }

  private func fill(
    _ pieces: [Piece], _ maximumWidth: Double, _ isHyphenated: Bool
  ) -> [String] {
    let space = width(of: " ")
    let hyphen = isHyphenated ? width(of: "-") : 0
    var lines: [String] = []
    var line = ""
    var used = 0.0
    for piece in pieces {
      let gap = piece.isAfterSpace && !line.isEmpty ? space : 0
      if !line.isEmpty, used + gap + piece.width <= maximumWidth {
        if gap > 0 { line += " " }
        line += piece.text
        used += gap + piece.width
        continue
      }
      if !line.isEmpty { lines.append(line) }
      (line, used) = (piece.text, piece.width)
      guard piece.width > maximumWidth else { continue }
      (line, used) = ("", 0)
      for character in piece.text {
        let advance = width(of: String(character))
        if let last = line.last, used + advance + hyphen > maximumWidth {
          let joinsLetters = isHyphenated && last.isLetter && character.isLetter
          lines.append(joinsLetters ? line + "-" : line)
          (line, used) = ("", 0)
        }
        line.append(character)
        used += advance
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }
}
