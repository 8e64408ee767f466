// SPDX-License-Identifier: Apache-2.0

internal import GraphModel

/// The words that the pages of briefs add to those of their authors, in one language.
///
/// Each language has a file of its own. Answers keep the words of the dataset.
struct BriefWording: Sendable {
  /// The BCP 47 tag of the language.
  let language: String
  let figure: String
  let table: String
  let contents: String
  let sources: String
  let footnotes: String

  /// Before the number of a footnote.
  let footnote: String
  let skip: String
  let untitled: String
  let backToText: String
  let done: String
  let notDone: String

  /// Before what a figure does not show.
  let figureNote: String

  /// In place of an answer, before what was asked.
  let noAnswer: String

  /// Before the day that answers are about, and what follows it.
  let asOf: (String, String)

  /// Before the version of the data, and what follows it.
  let dataVersion: (String, String)

  /// The names of months as they stand in a date, in their order.
  let months: [String]

  /// A day of a month: "4 December 2019".
  let day: @Sendable (_ day: Int, _ month: String, _ year: String) -> String

  /// A month of a year on its own: "December 2019".
  let month: @Sendable (_ month: Int, _ year: String) -> String

  /// What titles of columns that answers give themselves are called.
  let columns: [String: String]

  /// The languages that pages speak.
  static let all = [english, french, german, russian]

  /// The words for a tag, by its first part; nil where pages do not speak that language.
  init?(language tag: String) {
    let first = tag.prefix { $0 != "-" }.lowercased()
    guard let found = Self.all.first(where: { $0.language == first }) else { return nil }
    self = found
  }

  init(
    language: String, figure: String, table: String, contents: String, sources: String,
    footnotes: String, footnote: String, skip: String, untitled: String, backToText: String,
    done: String, notDone: String, figureNote: String, noAnswer: String, asOf: (String, String),
    dataVersion: (String, String), months: [String],
    day: @escaping @Sendable (Int, String, String) -> String,
    month: @escaping @Sendable (Int, String) -> String, columns: [String: String]
  ) {
    self.language = language
    self.figure = figure
    self.table = table
    self.contents = contents
    self.sources = sources
    self.footnotes = footnotes
    self.footnote = footnote
    self.skip = skip
    self.untitled = untitled
    self.backToText = backToText
    self.done = done
    self.notDone = notDone
    self.figureNote = figureNote
    self.noAnswer = noAnswer
    self.asOf = asOf
    self.dataVersion = dataVersion
    self.months = months
    self.day = day
    self.month = month
    self.columns = columns
  }

  // MARK: Sentences

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

  func failed(_ subject: String) -> String { "\(noAnswer): \(subject)" }

  /// A date as far as it is known: "2019", "December 2019", "4 December 2019".
  func text(of date: PartialDate) -> String {
    let year = String(date.year)
    guard let number = date.month else { return year }
    guard let day = date.day else { return month(number, year) }
    return self.day(day, months[number - 1], year)
  }

  /// Where the answers come from, at the foot of a page; nil when nothing is known.
  func origin(asOf date: PartialDate?, dataVersion version: String?) -> String? {
    let parts = [
      date.map { asOf.0 + text(of: $0) + asOf.1 },
      version.map { dataVersion.0 + $0 + dataVersion.1 },
    ].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  /// A table with the titles that answers give columns in this language.
  func table(_ table: AnswerTable) -> AnswerTable {
    AnswerTable(columns: table.columns.map { columns[$0] ?? $0 }, rows: table.rows)
  }
}
