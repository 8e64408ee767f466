// SPDX-License-Identifier: Apache-2.0

/// What a shell is to do next.
struct ShellInput {
  enum Content {
    /// The text of a query, without what ended it.
    case query(String)
    /// A line that begins with a colon.
    case command(String)
  }

  let content: Content

  /// Where it begins: how many lines stand before it, and what stands before it in its line.
  let linesBefore: Int
  let lead: String
}

/// Puts lines together to statements: each ends with a `;`, with an empty line, or where the input
/// does.
///
/// A `;` or an empty line in quotes ends nothing. A line that begins with a colon, where no
/// statement has begun, is a command of its own.
struct StatementReader {
  private let source: any LineSource

  /// Lines that were read and not yet looked at; one that is called back may hold several.
  private var waiting: [String] = []
  private var lineCount = 0

  /// What is left of a line behind a `;`, and what stands before that.
  private var rest: (text: Substring, lead: String)?

  /// The lines as they were typed, since the last entry of the history.
  private var typed: [String] = []

  init(_ source: any LineSource) { self.source = source }

  /// The next query or command; nil at the end of the input.
  /// - Throws: ``CommandFailure`` when reading was interrupted where nobody types.
  mutating func next() throws(CommandFailure) -> ShellInput? {
    var statement = PendingStatement()
    while true {
      let isFresh = rest == nil
      let line: Substring
      var lead = ""
      if let rest {
        (line, lead) = rest
        self.rest = nil
      } else {
        switch read(prompt: statement.prompt) {
        case .line(let read): line = read[...]
        case .interrupted:
          guard source.isInteractive else { throw CommandFailure(.interrupted) }
          statement = PendingStatement()
          typed = []
          Interruption.forget()
          continue
        case .end: return statement.input()
        }
      }
      if statement.isEmpty, line.first(where: { !$0.isWhitespace }) == ":" {
        remember()
        return ShellInput(content: .command(String(line)), linesBefore: lineCount - 1, lead: lead)
      }
      if isFresh, !statement.isQuoted, line.allSatisfy(\.isWhitespace) {
        if let input = statement.input() {
          remember(endedBy: ";")
          return input
        }
        // Comments that nothing follows belong to nothing.
        statement = PendingStatement()
        typed = []
        continue
      }
      statement.begin(linesBefore: lineCount - 1, lead: lead)
      guard let end = statement.append(line) else { continue }
      let after = line[line.index(after: end)...]
      if !after.allSatisfy(\.isWhitespace) {
        rest = (after, lead + line[...end])
      }
      if let input = statement.input() {
        if rest == nil { remember() }
        return input
      }
      statement = PendingStatement()
    }
  }

  private mutating func read(prompt: String) -> LineReading {
    if waiting.isEmpty {
      let reading = source.next(prompt: prompt)
      guard case .line(let line) = reading else { return reading }
      waiting = line.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    let line = waiting.removeFirst()
    lineCount += 1
    typed.append(line)
    return .line(line)
  }

  /// Makes what was typed an entry of the history, with an end that lets it run when it is called
  /// back.
  private mutating func remember(endedBy end: String = "") {
    while typed.last?.allSatisfy(\.isWhitespace) ?? false { typed.removeLast() }
    defer { typed = [] }
    guard let last = typed.last else { return }
    // Behind a comment the end would be part of it.
    source.remember(typed.joined(separator: "\n") + (last.contains("//") ? "" : end))
  }
}

/// A statement that has not ended yet.
private struct PendingStatement {
  private var text = ""
  private var scanner = StatementScanner()
  private var start: (linesBefore: Int, lead: String)?

  /// Whether there is nothing yet but comments that are over.
  var isEmpty: Bool { !scanner.hasContent && scanner.part == .plain }
  var isQuoted: Bool { scanner.isQuoted }

  /// What asks for the next line: whether one begins, goes on, or is inside quotes.
  var prompt: String {
    if start == nil { return "entente> " }
    switch scanner.part {
    case .plain, .lineComment: return "      -> "
    case .comment: return "      *> "
    case .singleQuoted: return "      '> "
    case .doubleQuoted: return "      \"> "
    case .backquoted: return "      `> "
    }
  }

  mutating func begin(linesBefore: Int, lead: String) {
    if start == nil { start = (linesBefore, lead) }
  }

  /// Takes a line up to the `;` that ends the statement, whose place it returns, or all of it.
  mutating func append(_ line: Substring) -> Substring.Index? {
    for index in line.utf8.indices where scanner.scan(line.utf8[index]) {
      text += line[..<index]
      return index
    }
    text += line + "\n"
    _ = scanner.scan(UInt8(ascii: "\n"))
    return nil
  }

  /// The statement, if it says anything.
  func input() -> ShellInput? {
    guard scanner.hasContent, let start else { return nil }
    var text = text
    while text.last?.isWhitespace ?? false { text.removeLast() }
    return ShellInput(content: .query(text), linesBefore: start.linesBefore, lead: start.lead)
  }
}
