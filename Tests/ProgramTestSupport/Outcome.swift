// SPDX-License-Identifier: Apache-2.0

public import Foundation

/// What a command line printed, and how it ended.
public struct Outcome: Sendable, Hashable {
  public var output: Data
  public var errors: Data

  /// As the shell gives it: above 128, a signal ended the command.
  public var status: Int32

  /// Whether the command was killed because it took too long.
  public var isTimedOut: Bool

  public var outputText: String { String(decoding: output, as: UTF8.self) }
  public var errorText: String { String(decoding: errors, as: UTF8.self) }

  /// The outcome as it stands in a golden file: standard output as it is, the lines of standard
  /// error marked `2> `, and a status that is not 0.
  public var transcript: String {
    var text = Self.closed(outputText)
    for line in Self.closed(errorText).split(separator: "\n", omittingEmptySubsequences: false)
      .dropLast()
    {
      text += line.isEmpty ? "2>\n" : "2> \(line)\n"
    }
    if isTimedOut { text += "[time limit]\n" }
    if status != 0 { text += "[exit \(status)]\n" }
    return text
  }

  /// Says where the last line does not end.
  private static func closed(_ text: String) -> String {
    text.isEmpty || text.hasSuffix("\n") ? text : text + "\n\\ no line end\n"
  }
}
