// SPDX-License-Identifier: Apache-2.0

/// What only regular expressions of queries know.
extension TextPatternParser {
  /// What stands behind `(?`.
  enum GroupKind {
    /// Flags for what follows.
    case flags
    /// A group, perhaps with flags of its own.
    case group
  }

  /// Reads what stands between `(?` and the contents of a group: a name, or flags.
  mutating func parseGroupKind(_ start: Int) throws(TextPatternError) -> GroupKind {
    if let next, ["=", "!", ">", "P", "#"].contains(next) { throw unsupported(start, index) }
    if take("<") {
      if let next, ["=", "!"].contains(next) { throw unsupported(start, index) }
      let nameStart = index
      while let next, ScalarSet.wordCharacters.contains(next) { index += 1 }
      guard index > nameStart, take(">") else { throw unsupported(start, index) }
      return .group
    }
    var isOn = true
    while let next {
      index += 1
      switch next {
      case ")": return .flags
      case ":": return .group
      case "-" where isOn: isOn = false
      default:
        if !flags.set(next, to: isOn) { throw unsupported(start, index - 1) }
      }
    }
    throw error(.unclosedGroup, at: start)
  }

  private func unsupported(_ start: Int, _ end: Int) -> TextPatternError {
    let text = String(String.UnicodeScalarView(scalars[start...min(end, scalars.count - 1)]))
    return error(.unsupported(text), at: start)
  }

  /// Reads an escape that is a place or a stretch rather than one character; nil for any other.
  mutating func parseLongEscape(_ start: Int) throws(TextPatternError) -> TextPatternTree? {
    guard let next else { return nil }
    let tree: TextPatternTree
    switch next {
    case "b": tree = .boundary(.word)
    case "B": tree = .boundary(.notWord)
    case "A": tree = .start
    case "z", "Z": tree = .end
    case "Q":
      index += 1
      return parseQuotation()
    case "1"..."9", "k": throw unsupported(start, index)
    default: return nil
    }
    index += 1
    return tree
  }

  /// Reads everything up to `\E`, or to the end, as it is.
  private mutating func parseQuotation() -> TextPatternTree {
    var parts: [TextPatternTree] = []
    while index < scalars.count {
      if scalars[index] == "\\", index + 1 < scalars.count, scalars[index + 1] == "E" {
        index += 2
        break
      }
      parts.append(.character(inCase(ScalarSet(scalars[index]))))
      index += 1
    }
    return parts.isEmpty ? .empty : .sequence(parts)
  }

  /// Reads the digits behind `\x` or `\u`.
  mutating func parseNumber(
    _ letter: Unicode.Scalar, _ start: Int
  ) throws(TextPatternError) -> Unicode.Scalar {
    let isBraced = letter == "x" && take("{")
    let count = isBraced ? 8 : letter == "x" ? 2 : 4
    var digits = ""
    while digits.utf8.count < count, let next, ScalarSet.hexadecimalDigits.contains(next) {
      digits.unicodeScalars.append(next)
      index += 1
    }
    let isComplete = isBraced ? take("}") : digits.utf8.count == count
    guard isComplete, let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value)
    else {
      let text = String(String.UnicodeScalarView(scalars[start..<index]))
      throw error(.unknownEscape(text), at: start)
    }
    return scalar
  }

  /// Reads the name behind `\p`: one letter, or more in braces.
  mutating func parseCategory(_ start: Int) throws(TextPatternError) -> ScalarSet {
    var name = ""
    if take("{") {
      while let next, next != "}", name.utf8.count < 32 {
        name.unicodeScalars.append(next)
        index += 1
      }
      if !take("}") { throw error(.unknownEscape("\\p{\(name)"), at: start) }
    } else if let next {
      name.unicodeScalars.append(next)
      index += 1
    }
    guard let set = ScalarSet.category(named: name) else {
      throw error(.unknownEscape("\\p{\(name)}"), at: start)
    }
    return set
  }
}
