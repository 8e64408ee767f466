// SPDX-License-Identifier: Apache-2.0

public import Foundation

/// Texts that are committed, and compared byte for byte with what a test gets.
public enum Golden {
  /// What differs between a text and a committed file; nil when nothing does.
  ///
  /// While recording, a text that differs is written; the test still fails that once, so that
  /// somebody looks at it.
  public static func difference(_ text: String, from file: URL) -> String? {
    let expected = try? Data(contentsOf: file)
    if let expected, expected == Data(text.utf8) { return nil }
    let name = file.lastPathComponent
    if Recording.isOn {
      do {
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        return "\(name) was recorded; look at what changed, then run again without ENTENTE_RECORD"
      } catch {
        return "\(name) could not be recorded: \(error)"
      }
    }
    guard let expected else { return "\(name) is not there; run once with ENTENTE_RECORD=1" }
    return "\(name): "
      + difference(text, from: String(decoding: expected, as: UTF8.self))
  }

  /// The first lines that differ, with the line before.
  public static func difference(_ text: String, from expected: String) -> String {
    let got = text.split(separator: "\n", omittingEmptySubsequences: false)
    let wanted = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let first =
      zip(got, wanted).enumerated().first { $1.0 != $1.1 }?.offset
      ?? min(got.count, wanted.count)
    func excerpt(_ lines: [Substring], _ mark: String) -> String {
      lines[min(max(0, first - 1), lines.count)..<min(first + 3, lines.count)]
        .map { "\(mark) \($0)" }.joined(separator: "\n")
    }
    return "differs in line \(first + 1)\nexpected:\n\(excerpt(wanted, "-"))\n"
      + "got:\n\(excerpt(got, "+"))"
  }
}
