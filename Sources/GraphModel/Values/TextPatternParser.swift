// SPDX-License-Identifier: Apache-2.0

/// Reads the text of a pattern into its tree.
struct TextPatternParser {
  /// Groups within groups; the parser and all that walk the tree recurse once for each.
  static let deepestNesting = 100

  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var depth = 0
  private var partCount = 0

  init(_ source: String) {
    scalars = Array(source.unicodeScalars)
  }

  /// Reads everything.
  mutating func parse() throws(TextPatternError) -> TextPatternTree {
    let tree = try parseChoice()
    // Only a closing bracket ends a choice early.
    if index < scalars.count { throw error(.unopenedGroup, at: index) }
    return tree
  }

  private func error(_ fault: TextPatternError.Fault, at index: Int) -> TextPatternError {
    TextPatternError(fault: fault, position: index + 1)
  }

  private var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    index += 1
    return true
  }

  private mutating func parseChoice() throws(TextPatternError) -> TextPatternTree {
    var choices = [try parseSequence()]
    while take("|") { choices.append(try parseSequence()) }
    return choices.count == 1 ? choices[0] : .choice(choices)
  }

  private mutating func parseSequence() throws(TextPatternError) -> TextPatternTree {
    var parts: [TextPatternTree] = []
    while let next, next != "|", next != ")" {
      parts.append(try parseRepeated())
    }
    return parts.count == 1 ? parts[0] : parts.isEmpty ? .empty : .sequence(parts)
  }

  private mutating func parseRepeated() throws(TextPatternError) -> TextPatternTree {
    let part = try parsePart()
    let position = index
    guard let (atLeast, atMost) = try parseRepetition() else { return part }
    switch part {
    case .start, .end: throw error(.nothingToRepeat, at: position)
    default: break
    }
    if let next, ["*", "+", "?", "{"].contains(next) {
      let text = String(String.UnicodeScalarView(scalars[position...index]))
      throw error(.unsupported(text), at: position)
    }
    return .repetition(part, atLeast: atLeast, atMost: atMost, position: position + 1)
  }

  private mutating func parseRepetition()
    throws(TextPatternError) -> (atLeast: Int, atMost: Int?)?
  {
    if take("*") { return (0, nil) }
    if take("+") { return (1, nil) }
    if take("?") { return (0, 1) }
    let start = index
    guard take("{") else { return nil }
    guard let atLeast = try takeCount(start) else { throw error(.badRepetition, at: start) }
    var atMost: Int? = atLeast
    if take(",") { atMost = try takeCount(start) }
    guard take("}") else { throw error(.badRepetition, at: start) }
    if let atMost, atMost < atLeast { throw error(.reversedRepetition, at: start) }
    return (atLeast, atMost)
  }

  /// Reads the digits of a count; more than the largest program is refused at once.
  private mutating func takeCount(_ start: Int) throws(TextPatternError) -> Int? {
    var count: Int?
    while let digit = next, ("0"..."9").contains(digit) {
      let number = (count ?? 0) * 10 + Int(digit.value - 0x30)
      if number > TextPatternCompiler.largestProgram { throw error(.tooLarge, at: start) }
      count = number
      index += 1
    }
    return count
  }

  private mutating func parsePart() throws(TextPatternError) -> TextPatternTree {
    let start = index
    // Every part takes a step, so that a tree is never larger than the program may be.
    partCount += 1
    if partCount > TextPatternCompiler.largestProgram { throw error(.tooLarge, at: start) }
    let scalar = scalars[index]
    index += 1
    switch scalar {
    case ".": return .character(.anyButLineBreaks)
    case "^": return .start
    case "$": return .end
    case "(": return try parseGroup(start)
    case "[": return try parseClass(start)
    case "\\": return .character(try parseEscape(start))
    case "*", "+", "?", "{": throw error(.nothingToRepeat, at: start)
    default: return .character(ScalarSet(scalar))
    }
  }

  private mutating func parseGroup(_ start: Int) throws(TextPatternError) -> TextPatternTree {
    depth += 1
    if depth > TextPatternParser.deepestNesting { throw error(.tooDeep, at: start) }
    if take("?"), !take(":") {
      let text = String(String.UnicodeScalarView(scalars[start...min(index, scalars.count - 1)]))
      throw error(.unsupported(text), at: start)
    }
    let tree = try parseChoice()
    guard take(")") else { throw error(.unclosedGroup, at: start) }
    depth -= 1
    return tree
  }

  private mutating func parseEscape(_ start: Int) throws(TextPatternError) -> ScalarSet {
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
    case "0"..."9", "A"..."Z", "a"..."z": throw error(.unknownEscape("\\\(scalar)"), at: start)
    default: return ScalarSet(scalar)
    }
  }

  private mutating func parseClass(_ start: Int) throws(TextPatternError) -> TextPatternTree {
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
    let set = isInverted ? ScalarSet(ranges).inverted : ScalarSet(ranges)
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
