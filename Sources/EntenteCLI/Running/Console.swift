// SPDX-License-Identifier: Apache-2.0

internal import GraphReports
internal import Synchronization

/// Standard output for answers, standard error for everything else.
enum Console {
  private static let buffer = Mutex<[UInt8]>([])

  /// What is said while somebody listens.
  private static let heard = Mutex<[String]?>(nil)

  /// Runs something and gives back what it said on standard error, where it is said all the same.
  static func listening(_ body: () -> Void) -> [String] {
    heard.withLock { $0 = [] }
    body()
    return heard.withLock { heard in
      defer { heard = nil }
      return heard ?? []
    }
  }

  static func prepare() { Platform.endureFailedWrites() }

  /// Adds to the answer, of which much is written as it comes.
  static func write(_ text: String) throws(CommandFailure) {
    let isFull = buffer.withLock { buffer in
      buffer.append(contentsOf: text.utf8)
      return buffer.count > 1 << 16
    }
    if isFull { try flush() }
  }

  static func write(_ bytes: [UInt8]) throws(CommandFailure) {
    buffer.withLock { $0.append(contentsOf: bytes) }
    try flush()
  }

  /// Writes what is left of the answer.
  static func finish() throws(CommandFailure) { try flush() }

  private static func flush() throws(CommandFailure) {
    let bytes = buffer.withLock { buffer in
      let bytes = buffer
      buffer.removeAll(keepingCapacity: true)
      return bytes
    }
    switch Platform.write(bytes, to: 1) {
    case nil: return
    // The reader has what it wanted (`| head`); there is nobody to tell.
    case .closed: throw CommandFailure(.found)
    case .refused(let reason):
      throw CommandFailure(.unwritable, "cannot write to standard output: \(reason)")
    }
  }

  /// A line on standard error, with the program's name.
  static func complain(_ line: String) {
    let text = line.hasPrefix("Error:") || line.hasPrefix("Usage:") ? line : "entente: \(line)"
    say(text)
  }

  /// A line on standard error.
  static func say(_ line: String) {
    heard.withLock { $0?.append(line) }
    // Where standard error cannot be written, there is nowhere to say so.
    _ = Platform.write(Array("\(line)\n".utf8), to: 2)
  }

  /// A question on standard error, answered in the same line.
  static func ask(_ prompt: String) { _ = Platform.write(Array(prompt.utf8), to: 2) }

  static func report(_ failure: CommandFailure) {
    // What was answered so far belongs before the complaint.
    do { try flush() } catch { exit(error.status) }
    // Both quote the user's words and names from the data.
    if let message = failure.message { complain(TerminalText.harmless(message)) }
    if let hint = failure.hint { say(TerminalText.harmless(hint)) }
  }

  static func exit(_ status: ExitStatus) -> Never { Platform.exit(status.rawValue) }
}
