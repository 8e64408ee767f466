// SPDX-License-Identifier: Apache-2.0

/// Text of users and of data on its way to a terminal.
public enum TerminalText {
  /// The text without what would move a terminal's cursor, change its state or reorder it.
  ///
  /// Line ends stay.
  public static func harmless(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0).withoutControls }.joined(separator: "\n")
  }
}
