// SPDX-License-Identifier: Apache-2.0

public import SourceDiagnostics

/// A question in the running text of a brief, whose answer is one sentence, number or date.
///
/// In the text it is inline code that begins with `entente` and has the class `.entente`:
/// `` `entente path kz icmpd --format sentence`{.entente} ``.
public struct BriefQuotation: Sendable, Hashable {
  /// What the answer is to be.
  public enum Form: String, Sendable, Hashable, CaseIterable {
    case sentence, number, date
  }

  public var form: Form

  /// The words of the command, without the program's name and without `--format`; never empty.
  public var words: [BriefWord]

  /// Where the inline code begins.
  public var place: SourceLocation

  public init(words: [BriefWord], form: Form = .sentence, place: SourceLocation) {
    self.words = words
    self.form = form
    self.place = place
  }

  /// The words of the command as text.
  public var command: [String] { words.map(\.text) }
}
