// SPDX-License-Identifier: Apache-2.0

/// A regular expression that is matched against a whole text in linear time.
///
/// Known in every dialect: literal characters, `.` (any character but a line break), `\d \w \s` and `\D \W \S`
/// (ASCII only), `\t \n \r` and a backslash before any punctuation, classes `[a-z0-9_]` and
/// `[^…]`, groups `(…)` and `(?:…)`, `|`, the repetitions `* + ? {m} {m,} {m,n}`, and `^` and `$`
/// for the ends of the text. A character is a Unicode scalar. ``TextPatternDialect`` says what more
/// a dialect knows.
///
/// There are no back references, no look-around and no backtracking: the time for a match grows
/// with the length of the text times the size of the pattern, whatever both are. The size is
/// bounded when the pattern is read.
///
/// Source: K. Thompson, "Regular expression search algorithm", CACM 11 (1968); R. Pike's virtual
/// machine for it.
public struct TextPattern: Sendable, Hashable {
  /// The pattern as it was written.
  public let source: String

  /// How it was read.
  public let dialect: TextPatternDialect

  /// A short text that matches; nil when none was found.
  public let example: String?

  let program: [TextPatternInstruction]

  /// Reads a pattern.
  ///
  /// - Throws: `TextPatternError` with the place of the first fault.
  public init(
    _ source: String, dialect: TextPatternDialect = .schema
  ) throws(TextPatternError) {
    var parser = TextPatternParser(source, dialect: dialect)
    let tree = try parser.parse()
    var compiler = TextPatternCompiler()
    try compiler.emit(tree)
    self.source = source
    self.dialect = dialect
    program = compiler.program + [.match]
    let candidate = tree.example
    example = TextPattern.run(program, on: candidate).isMatch ? candidate : nil
  }

  /// Whether the whole text matches.
  ///
  /// O(length of the text × size of the pattern).
  public func matches(_ text: some StringProtocol) -> Bool {
    TextPattern.run(program, on: text).isMatch
  }

  /// Whether the whole text matches, for texts of any length.
  ///
  /// O(length of the text × size of the pattern).
  /// - Parameter poll: told now and then how many steps were looked at since it was told last; what
  ///   it throws ends the match.
  public func matches<Failure: Error>(
    _ text: String, polling poll: (Int) throws(Failure) -> Void
  ) throws(Failure) -> Bool {
    try TextPattern.run(program, on: text, poll).isMatch
  }

  /// The same, with the number of instructions looked at.
  func countingSteps(_ text: some StringProtocol) -> (isMatch: Bool, steps: Int) {
    TextPattern.run(program, on: text)
  }

  /// The number of steps of its program: what each character of a text may cost.
  public var size: Int { program.count }

  /// Patterns are equal when they are written the same way, in the same dialect.
  public static func == (left: TextPattern, right: TextPattern) -> Bool {
    left.dialect == right.dialect && ScalarString(left.source) == ScalarString(right.source)
  }

  /// Hashes the pattern as it was written.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(ScalarString(source))
  }
}

/// Why a text is not a pattern, and where.
public struct TextPatternError: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Fault: Hashable, Sendable {
    /// A group without its end.
    case unclosedGroup
    /// The end of a group that never began.
    case unopenedGroup
    /// A class without its end.
    case unclosedClass
    /// A class that no character can be in.
    case emptyClass
    /// A range in a class whose end comes before its start.
    case reversedRange
    /// A repetition with nothing before it.
    case nothingToRepeat
    /// Braces that are not `{m}`, `{m,}` or `{m,n}`.
    case badRepetition
    /// A repetition whose upper bound is below its lower one.
    case reversedRepetition
    /// A backslash at the end of the pattern.
    case trailingBackslash
    /// A backslash before something that has no meaning here.
    case unknownEscape(String)
    /// A construction that these patterns do not have.
    case unsupported(String)
    /// Groups within groups beyond the limit.
    case tooDeep
    /// More than a pattern may hold once its repetitions are written out.
    case tooLarge
  }

  /// What is wrong.
  public let fault: Fault

  /// The character of the pattern where it is wrong, counted from 1.
  public let position: Int
}

extension TextPatternError: CustomStringConvertible {
  /// The message with the place.
  public var description: String {
    let text =
      switch fault {
      case .unclosedGroup: "the group is never closed: ')' expected"
      case .unopenedGroup: "')' closes no group; for the character itself write '\\)'"
      case .unclosedClass: "the class is never closed: ']' expected"
      case .emptyClass: "no character can be in this class"
      case .reversedRange: "the range ends before it starts"
      case .nothingToRepeat: "there is nothing to repeat"
      case .badRepetition: "not a repetition: write {2}, {2,} or {2,5}"
      case .reversedRepetition: "the repetition ends before it starts"
      case .trailingBackslash: "a backslash must be followed by a character"
      case .unknownEscape(let escape): "'\(escape)' has no meaning in a pattern"
      case .unsupported(let text): "'\(text)' is not supported in a pattern"
      case .tooDeep: "more than \(TextPatternParser.deepestNesting) groups within each other"
      case .tooLarge:
        "the pattern holds more than \(TextPatternCompiler.largestProgram) steps "
          + "once its repetitions are written out"
      }
    return "\(text), at character \(position)"
  }
}
