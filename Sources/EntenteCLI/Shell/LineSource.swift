// SPDX-License-Identifier: Apache-2.0

/// Where the lines of a shell come from.
protocol LineSource: AnyObject {
  /// What places in its text are called in findings.
  var name: String { get }

  /// Whether somebody types the lines.
  var isInteractive: Bool { get }

  /// The next line, without its end. A prompt is for those who type.
  func next(prompt: String) -> LineReading

  /// Keeps what was typed, to be called back.
  func remember(_ entry: String)
}

/// What came of reading a line.
enum LineReading {
  case line(String)
  /// Ctrl-C was pressed; what stood in the line is dropped.
  case interrupted
  case end
}

extension LineSource {
  func remember(_ entry: String) {}
}

/// The lines of a text that is there already.
final class TextLines: LineSource {
  let name: String
  let isInteractive = false
  private var lines: ArraySlice<Substring>

  init(_ text: String, named name: String) {
    self.name = name
    lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }[...]
    if lines.last?.isEmpty ?? false { lines.removeLast() }
  }

  func next(prompt: String) -> LineReading {
    if Interruption.isRequested { return .interrupted }
    return lines.popFirst().map { .line(String($0)) } ?? .end
  }
}

/// Standard input, read plainly.
final class StandardInputLines: LineSource {
  let isInteractive: Bool
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false

  /// - Parameter isInteractive: whether a terminal is at the other end, which gets the prompt on
  ///   standard error.
  init(isInteractive: Bool) { self.isInteractive = isInteractive }

  var name: String { isInteractive ? "<query>" : "<stdin>" }

  func next(prompt: String) -> LineReading {
    if isInteractive { Console.ask(prompt) }
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { start = end + 1 }
        return .line(text(upTo: end))
      }
      if isAtEnd {
        guard start < buffer.count else { return .end }
        defer { start = buffer.count }
        return .line(text(upTo: buffer.count))
      }
      buffer.removeFirst(start)
      start = 0
      searched = buffer.count
      guard let bytes = Platform.read(from: 0, until: { Interruption.isRequested }) else {
        buffer = []
        if isInteractive { Console.say("") }
        return .interrupted
      }
      isAtEnd = bytes.isEmpty
      buffer += bytes
    }
  }

  private func text(upTo end: Int) -> String {
    var line = buffer[start..<end]
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    return String(decoding: line, as: UTF8.self)
  }
}

/// A terminal with line editing, history and completion.
final class EditedLines: LineSource {
  let name = "<query>"
  let isInteractive = true
  private let editor: LineEditor

  init(_ editor: LineEditor) { self.editor = editor }

  func next(prompt: String) -> LineReading { editor.line(prompt: prompt) }
  func remember(_ entry: String) { editor.remember(entry) }
}
