// SPDX-License-Identifier: Apache-2.0

extension TextPatternParser {
  mutating func parseEscape(_ start: Int) throws(TextPatternError) -> ScalarSet {
    guard let scalar = next else { throw error(.trailingBackslash, at: start) }
    index += 1
    switch scalar {
    case "d": return .digits
    case "D": return ScalarSet.digits.inverted
    case "w": return .wordCharacters
    case "W": return ScalarSet.wordCharacters.inverted
    case "s": return .spaces
    case "S": return ScalarSet.spaces.inverted
    case "t": return ScalarSet("\t")
    case "n": return ScalarSet("\n")
    case "r": return ScalarSet("\r")
    case "f" where dialect == .expression: return ScalarSet("\u{C}")
    case "a" where dialect == .expression: return ScalarSet("\u{7}")
    case "e" where dialect == .expression: return ScalarSet("\u{1B}")
    case "h" where dialect == .expression:
      return ScalarSet([0x09...0x09, 0x20...0x20, 0xA0...0xA0, 0x2000...0x200A, 0x3000...0x3000])
    case "x" where dialect == .expression, "u" where dialect == .expression:
      return ScalarSet(try parseNumber(scalar, start))
    case "p" where dialect == .expression, "P" where dialect == .expression:
      let set = try parseCategory(start)
      return scalar == "p" ? set : set.inverted
    case "0"..."9", "A"..."Z", "a"..."z": throw error(.unknownEscape("\\\(scalar)"), at: start)
    default: return ScalarSet(scalar)
    }
  }

  mutating func parseClass(_ start: Int) throws(TextPatternError) -> TextPatternTree {
    let isInverted = take("^")
    var ranges: [ClosedRange<UInt32>] = []
    var isFirst = true
    while true {
      guard let next else { throw error(.unclosedClass, at: start) }
      if next == "]", !isFirst {
        index += 1
        break
      }
      if next == "]", isFirst { throw error(.emptyClass, at: start) }
      isFirst = false
      ranges += try parseClassMember(start)
    }
    let members = inCase(ScalarSet(ranges))
    let set = isInverted ? members.inverted : members
    if set.ranges.isEmpty { throw error(.emptyClass, at: start) }
    return .character(set)
  }

  /// Reads one character, one escape or one range of a class.
  private mutating func parseClassMember(
    _ start: Int
  ) throws(TextPatternError) -> [ClosedRange<UInt32>] {
    let memberStart = index
    let lower = try parseClassCharacter()
    guard index + 1 < scalars.count, scalars[index] == "-", scalars[index + 1] != "]" else {
      return lower.ranges
    }
    index += 1
    let upper = try parseClassCharacter()
    guard let first = lower.single, let last = upper.single else {
      let text = String(String.UnicodeScalarView(scalars[memberStart..<index]))
      throw error(.unsupported(text), at: memberStart)
    }
    guard first <= last else { throw error(.reversedRange, at: memberStart) }
    return [first...last]
  }

  private mutating func parseClassCharacter() throws(TextPatternError) -> ScalarSet {
    let start = index
    let scalar = scalars[index]
    index += 1
    switch scalar {
    case "\\": return try parseEscape(start)
    // Elsewhere this begins a nested class; here it would silently mean something else.
    case "[": throw error(.unsupported("["), at: start)
    case "&" where dialect == .expression && next == "&":
      throw error(.unsupported("&&"), at: start)
    default: return ScalarSet(scalar)
    }
  }
}

extension ScalarSet {
  /// The only member, nil when there are more.
  fileprivate var single: UInt32? {
    guard ranges.count == 1, ranges[0].count == 1 else { return nil }
    return ranges[0].lowerBound
  }
}
