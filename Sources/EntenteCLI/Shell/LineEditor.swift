// SPDX-License-Identifier: Apache-2.0

internal import CLineEditing
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Line editing, history and completion by libedit, which is opened when the first shell starts.
final class LineEditor {
  private static let completion = Mutex<ShellCompletion?>(nil)
  private let history: HistoryFile?
  private var lastEntry = ""

  /// Whether the library is there, and is opened.
  static var isAvailable: Bool {
    let names = Self.candidates.map { strdup($0) }
    defer { for name in names { free(name) } }
    return names.map { UnsafePointer($0) }.withUnsafeBufferPointer {
      clineediting_open($0.baseAddress, $0.count, Platform.isTerminal(1) ? 0 : 1) == 1
    }
  }

  /// Nil where the library is missing.
  init?(history: HistoryFile?) {
    guard Self.isAvailable else { return nil }
    self.history = history
    clineediting_set_completer { line, word in
      guard let line, let word else { return nil }
      return LineEditor.matches(String(cString: line), String(cString: word))
    }
    clineediting_limit_history(Int32(HistoryFile.limit))
    if let history { _ = clineediting_load_history(history.path) }
  }

  /// Completes with this from now on.
  func complete(with completion: ShellCompletion) {
    Self.completion.withLock { $0 = completion }
  }

  func line(prompt: String) -> LineReading {
    guard let line = clineediting_read(prompt) else {
      Console.say("")
      return Interruption.isRequested ? .interrupted : .end
    }
    defer { free(line) }
    return Interruption.isRequested ? .interrupted : .line(String(cString: line))
  }

  /// Adds an entry, and keeps the history for later shells.
  func remember(_ entry: String) {
    guard entry != lastEntry else { return }
    lastEntry = entry
    clineediting_add_history(entry)
    if let history, history.isWritable() { _ = clineediting_save_history(history.path) }
  }

  /// Names or paths of the library, tried in order.
  private static let candidates: [String] = {
    #if canImport(Darwin)
      [
        "libedit.3.dylib", "libedit.2.dylib", "/usr/lib/libedit.3.dylib",
        "/usr/lib/libedit.2.dylib",
      ]
    #else
      ["libedit.so.2", "libedit.so.0", "libedit.so"]
    #endif
  }()

  /// The lines that the library asks for; nil leaves the word to the names of files.
  private static func matches(_ line: String, _ word: String) -> UnsafeMutablePointer<CChar>? {
    guard let completion = completion.withLock({ $0 }),
      let matches = completion.candidates(for: word, endOf: line)
    else { return nil }
    return strdup(matches.map { "\($0)\n" }.joined())
  }
}
