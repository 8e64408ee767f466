// SPDX-License-Identifier: Apache-2.0

/// The words that the pages of briefs add to those of their authors.
enum BriefWording {
  static let figure = "Figure"
  static let table = "Table"
  static let contents = "Contents"
  static let sources = "Sources"
  static let footnotes = "Notes"
  static let skip = "Skip to the text"
  static let untitled = "Brief"
  static let backToText = "back to the text"
  static let done = "done"
  static let notDone = "not done"

  static func failed(_ subject: String) -> String { "No answer: \(subject)" }

  /// Where the answers come from, at the foot of a page; nil when nothing is known.
  static func origin(asOf: String?, dataVersion: String?) -> String? {
    let parts = [
      asOf.map { "Answers as of \($0)." }, dataVersion.map { "Version of the data: \($0)." },
    ].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }
}
