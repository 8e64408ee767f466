// SPDX-License-Identifier: Apache-2.0

/// The changes of a brief as Markdown: drawn for figures, as tables with a mark for each row, and as
/// lists for the rest.
public struct BriefChangeDocument: Sendable {
  private let answer: BriefDifferenceAnswer

  /// The names of drawings, for questions that have some.
  private let drawings: [String: [String]]

  /// - Parameter drawings: names of files beside the text, by ``BriefDifference/Question/name``.
  public init(_ answer: BriefDifferenceAnswer, drawings: [String: [String]]) {
    self.answer = answer
    self.drawings = drawings
  }

  /// CommonMark with the tables of GitHub's dialect.
  public var text: String {
    let markdown = MarkdownText()
    var parts = [markdown.escaped(answer.summary) + "."]
    for question in answer.difference.questions {
      parts.append(
        "## \(markdown.escaped(question.name))\n\n" + markdown.escaped(answer.place(of: question)))
      for name in drawings[question.name] ?? [] {
        parts.append("![\(markdown.escaped(question.changes[0].text))](\(name))")
      }
      if let table = Self.table(question) { parts.append(markdown.markdown(table)) }
      parts.append(
        question.changes.map { "- " + markdown.escaped(BriefDifferenceAnswer.text($0)) }
          .joined(separator: "\n"))
    }
    if !answer.difference.sources.isEmpty {
      parts.append("## Sources")
      parts.append(
        answer.difference.sources.map { "- " + markdown.escaped(BriefDifferenceAnswer.text($0)) }
          .joined(separator: "\n"))
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  /// The rows that came and went, each with its mark; nil where both have the same or there is none.
  private static func table(_ question: BriefDifference.Question) -> AnswerTable? {
    guard let old = question.old?.table, let new = question.new?.table, old.columns == new.columns
    else { return nil }
    let (gone, come) = BriefQuestionComparison.unmatched(old.rows, new.rows)
    guard !gone.isEmpty || !come.isEmpty else { return nil }
    var left = gone
    var rows: [[String]] = []
    for row in come {
      // What was stands right above what is.
      if let same = left.firstIndex(where: { $0.first == row.first }) {
        rows.append(["−"] + left.remove(at: same))
      }
      rows.append(["+"] + row)
    }
    rows += left.map { ["−"] + $0 }
    return AnswerTable(columns: [""] + new.columns, rows: rows)
  }
}

extension BriefLock.Question {
  /// Its first table.
  fileprivate var table: AnswerTable? {
    for case .table(let columns, let rows) in parts {
      return AnswerTable(columns: columns, rows: rows)
    }
    return nil
  }
}
