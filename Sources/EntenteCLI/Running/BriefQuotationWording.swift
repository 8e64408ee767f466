// SPDX-License-Identifier: Apache-2.0

internal import GraphModel
internal import GraphReports

/// An answer as a sentence, a number or a date within a text.
struct BriefQuotationWording {
  private let answer: any Answer
  private let blocks: [AnswerBlock]

  init(_ answer: any Answer) {
    self.answer = answer
    blocks = answer.blocks
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
    case .date: "the date is the first one in the first row of the answer's table"
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
    if answer is QueryAnswer {
      let table = answer.table
      guard table.rows.count == 1, table.columns.count == 1 else { return String(table.rows.count) }
      return Double(table.rows[0][0]) == nil ? nil : table.rows[0][0]
    }
    return String(answer.table.rows.count)
  }

  private var date: String? {
    guard let row = answer.table.rows.first else { return nil }
    for cell in row {
      if PartialDate(cell) != nil { return cell }
    }
    return nil
  }

  // MARK: Sources

  /// The sources that the marks in a text stand for; all of the answer where it has none.
  func sources(of text: String) -> [NumberedSource] {
    let all = blocks.flatMap { block -> [NumberedSource] in
      if case .sources(let sources) = block { return sources }
      return []
    }
    let marked = all.filter { text.contains("[\($0.number)]") }
    return marked.isEmpty ? all : marked
  }

  /// The text without the marks of its sources, which stand behind the whole.
  func withoutMarks(_ text: String) -> String {
    var text = text
    for source in sources(of: text) {
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
