// SPDX-License-Identifier: Apache-2.0

/// Reads the text of a pattern into its tree.
struct TextPatternParser {
  /// Groups within groups; the parser and all that walk the tree recurse once for each.
  static let deepestNesting = 100

  let dialect: TextPatternDialect
  let scalars: [Unicode.Scalar]
  var index = 0
  var flags = TextPatternFlags()
  private var depth = 0
  private var partCount = 0

  init(_ source: String, dialect: TextPatternDialect = .schema) {
    scalars = Array(source.unicodeScalars)
    self.dialect = dialect
  }

  /// Reads everything.
  mutating func parse() throws(TextPatternError) -> TextPatternTree {
    let tree = try parseChoice()
    // Only a closing bracket ends a choice early.
    if index < scalars.count { throw error(.unopenedGroup, at: index) }
    return tree
  }

  func error(_ fault: TextPatternError.Fault, at index: Int) -> TextPatternError {
    TextPatternError(fault: fault, position: index + 1)
  }

  var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    index += 1
    return true
  }

  private mutating func parseChoice() throws(TextPatternError) -> TextPatternTree {
    // Flags hold to the end of the group that they stand in.
    let outerFlags = flags
    defer { flags = outerFlags }
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
    case .start, .end, .boundary: throw error(.nothingToRepeat, at: position)
    default: break
    }
    // What a lazy repetition leaves to the rest makes no difference to a whole text.
    if dialect == .expression { _ = take("?") }
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
    case ".": return .character(dot)
    case "^": return flags.isMultiline ? .boundary(.lineStart) : .start
    case "$": return flags.isMultiline ? .boundary(.lineEnd) : .end
    case "(": return try parseGroup(start)
    case "[": return try parseClass(start)
    case "\\":
      if dialect == .expression, let tree = try parseLongEscape(start) { return tree }
      return .character(inCase(try parseEscape(start)))
    case "*", "+", "?", "{": throw error(.nothingToRepeat, at: start)
    default: return .character(inCase(ScalarSet(scalar)))
    }
  }

  private var dot: ScalarSet {
    if flags.dotTakesLineBreaks { return .everything }
    return dialect == .expression ? ScalarSet.lineBreaks.inverted : .anyButLineBreaks
  }

  /// The set as the flags want it.
  func inCase(_ set: ScalarSet) -> ScalarSet {
    flags.ignoresCase ? set.ignoringCase : set
  }

  private mutating func parseGroup(_ start: Int) throws(TextPatternError) -> TextPatternTree {
    depth += 1
    if depth > TextPatternParser.deepestNesting { throw error(.tooDeep, at: start) }
    let outerFlags = flags
    if take("?"), !take(":") {
      if dialect == .expression {
        if try parseGroupKind(start) == .flags {
          depth -= 1
          return .empty
        }
        let tree = try parseChoice()
        guard take(")") else { throw error(.unclosedGroup, at: start) }
        flags = outerFlags
        depth -= 1
        return tree
      }
      let text = String(String.UnicodeScalarView(scalars[start...min(index, scalars.count - 1)]))
      throw error(.unsupported(text), at: start)
    }
    let tree = try parseChoice()
    guard take(")") else { throw error(.unclosedGroup, at: start) }
    depth -= 1
    return tree
  }
}
