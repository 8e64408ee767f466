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

  /// The marks of sources, in ascending order; of many in a row the first and the last.
  static func marks(_ numbers: [Int], _ mark: (Int) -> String) -> String {
    var text = ""
    var rest = numbers[...]
    while let first = rest.popFirst() {
      var last = first
      while rest.first == last + 1 { last = rest.removeFirst() }
      text += mark(first)
      if last > first + 1 { text += "–" }
      if last > first { text += mark(last) }
    }
    return text
  }

  static func failed(_ subject: String) -> String { "No answer: \(subject)" }

  /// Where the answers come from, at the foot of a page; nil when nothing is known.
  static func origin(asOf: String?, dataVersion: String?) -> String? {
    let parts = [
      asOf.map { "Answers as of \($0)." }, dataVersion.map { "Version of the data: \($0)." },
    ].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }
}
