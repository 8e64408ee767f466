// SPDX-License-Identifier: Apache-2.0

extension TextMetrics {
  /// A web address broken into lines, whole, so that a reader of paper can type it.
  ///
  /// Lines end after a slash, or before another mark: a hyphen at the end of a line would be taken
  /// for one that the break put there. What has no such place is broken between letters.
  ///
  /// - Complexity: O(*n*) in the length of the address.
  func addressLines(of address: LinkAddress, maximumWidth: Double) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0.0
    func add(_ piece: String, _ width: Double) {
      if used + width > maximumWidth, !line.isEmpty {
        lines.append(line)
        (line, used) = ("", 0)
      }
      line += piece
      used += width
    }
    for piece in Self.pieces(of: address.text) {
      let width = width(of: piece)
      guard width > maximumWidth else {
        add(piece, width)
        continue
      }
      for character in piece {
        let letter = String(character)
        add(letter, self.width(of: letter))
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  private static func pieces(of address: String) -> [String] {
    var pieces: [String] = []
    var current = ""
    var previous: Character = " "
    for character in address {
      let isAfterSlash = previous == "/" && character != "/"
      let isMark = "-._?&=#%~,;".contains(character) && !"-._".contains(previous)
      if isAfterSlash || isMark, !current.isEmpty {
        pieces.append(current)
        current = ""
      }
      current.append(character)
      previous = character
    }
    if !current.isEmpty { pieces.append(current) }
    return pieces
  }
}
