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
        add(String(piece), width)
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

  private static func pieces(of address: String) -> [Substring] {
    let bytes = address.utf8
    var pieces: [Substring] = []
    var start = bytes.startIndex
    var previous: UInt8 = 0
    // All marks are ASCII, so every break is one between characters.
    for place in bytes.indices {
      let byte = bytes[place]
      let isAfterSlash = previous == UInt8(ascii: "/") && byte != UInt8(ascii: "/")
      if place > start, isAfterSlash || (isMark(byte) && !isJoint(previous)) {
        pieces.append(address[start..<place])
        start = place
      }
      previous = byte
    }
    if start < bytes.endIndex { pieces.append(address[start...]) }
    return pieces
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "?"), UInt8(ascii: "&"), UInt8(ascii: "="), UInt8(ascii: "#"),
      UInt8(ascii: "%"), UInt8(ascii: "~"), UInt8(ascii: ","), UInt8(ascii: ";"):
      true
    default: isJoint(byte)
    }
  }

  /// Marks that stand together stay together.
  private static func isJoint(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
  }
}
