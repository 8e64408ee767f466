// SPDX-License-Identifier: Apache-2.0

internal import GraphModel
internal import GraphReports

/// An answer as a sentence, a number or a date within a text.
struct BriefQuotationWording {
  private let answer: any Answer
  private let blocks: [AnswerBlock]

  /// - Parameter blocks: those of the answer, in which only marks look like marks.
  init(_ answer: any Answer, _ blocks: [AnswerBlock]) {
    self.answer = answer
    self.blocks = blocks
  }

  /// With the marks that the answer has; nil when it holds nothing of that form.
  func text(_ form: BriefQuotation.Form) -> String? {
    switch form {
    case .sentence: sentence
    case .number: number
    case .date: date
    }
  }

  static func help(for form: BriefQuotation.Form) -> String {
    switch form {
    case .sentence: "ask for a path, or for something with a summary"
    case .number: "ask for a path, a list, or a query with one number"
    case .date: "show a node that has a date of its own, or a table whose first row has one"
    }
  }

  /// The steps of a path, else the first paragraph or note.
  private var sentence: String? {
    for block in blocks {
      if case .steps(let steps) = block, !steps.isEmpty {
        return steps.map(\.withoutFullStop).joined(separator: "; ")
      }
    }
    for block in blocks {
      switch block {
      case .paragraph(let text), .note(let text): return text.withoutFullStop
      default: continue
      }
    }
    return nil
  }

  /// The steps of a path, the number in the only cell of a query, else how many rows there are.
  private var number: String? {
    for block in blocks {
      if case .steps(let steps) = block { return String(steps.count) }
    }
    if let answer = answer as? QueryAnswer {
      let table = answer.valueTable
      guard table.rows.count == 1, table.columns.count == 1 else { return String(table.rows.count) }
      return Double(table.rows[0][0]) == nil ? nil : table.rows[0][0]
    }
    return String(answer.table.rows.count)
  }

  /// Since when a node has been there, all that sources say; else the first date of the first row.
  private var date: String? {
    var dates: [String] = []
    for row in datedRows {
      if let date = row.first(where: { PartialDate($0) != nil }), !dates.contains(date) {
        dates.append(date)
      }
    }
    return dates.isEmpty ? nil : dates.joined(separator: " or ")
  }

  /// The rows that a date is read from.
  private var datedRows: [[String]] {
    let table = answer.table
    guard answer is NodeAnswer, let name = table.columns.firstIndex(of: "name") else {
      return Array(table.rows.prefix(1))
    }
    return table.rows.filter { $0[name] == "since" }
  }

  // MARK: Sources

  /// The sources that the marks in a text stand for; all of the answer where it has none, and
  /// those of the row in which a date stands.
  func sources(of text: String, _ form: BriefQuotation.Form) -> [NumberedSource] {
    let all = sources
    if form == .date, let column = answer.table.columns.firstIndex(of: "sources") {
      let keys = Set(datedRows.flatMap { $0[column].split(separator: " ").map(String.init) })
      return all.filter { keys.contains($0.source.key) }
    }
    let marked = all.filter { text.contains("[\($0.number)]") }
    return marked.isEmpty ? all : marked
  }

  private var sources: [NumberedSource] {
    blocks.flatMap { block -> [NumberedSource] in
      if case .sources(let sources) = block { return sources }
      return []
    }
  }

  /// The text without the marks of its sources, which stand behind the whole.
  func withoutMarks(_ text: String) -> String {
    var text = text
    for source in sources {
      text.replace("[\(source.number)]", with: "")
    }
    // A mark stands behind a space.
    while text.contains("  ") { text.replace("  ", with: " ") }
    for sign in [";", ",", "."] { text.replace(" \(sign)", with: sign) }
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }
}

extension String {
  fileprivate var withoutFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
