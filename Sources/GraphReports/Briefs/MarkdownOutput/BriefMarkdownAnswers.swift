// SPDX-License-Identifier: Apache-2.0

internal import SourceDiagnostics

/// Writes answers as Markdown.
struct BriefMarkdownAnswers {
  private let answered: AnsweredBrief
  private let folder: String
  private let markdown = MarkdownText()

  init(_ answered: AnsweredBrief, folder: String) {
    self.answered = answered
    self.folder = folder
  }

  /// The drawings of all figures, under names made of their identifiers.
  var files: [BriefMarkdown.File] {
    answered.blocks.flatMap(\.parts).compactMap { part in
      guard case .figure(let figure, let numbered) = part else { return nil }
      return BriefMarkdown.File(name: Self.fileName(numbered), content: figure.svg)
    }
  }

  /// `fig:states` is no name of a file everywhere.
  private static func fileName(_ numbered: AnsweredBrief.Numbered) -> String {
    numbered.identifier.replacing(":", with: "-") + ".svg"
  }

  func text(
    of block: AnsweredBrief.Block, of question: Brief.Question<BriefBlock>
  ) -> String {
    guard block.faults.isEmpty else {
      let subject = question.value?.label ?? question.value?.command.first ?? "\(question.place)"
      let lines =
        ["**\(markdown.escaped(answered.wording.failed(subject)))**"]
        + block.faults.map { markdown.escaped($0.message) }
      return lines.map { "> \($0)" }.joined(separator: "\n>\n")
    }
    return text(of: block.parts, citing: block.sourceNumbers)
  }

  func text(of parts: [AnsweredBrief.Part], citing numbers: [Int]) -> String {
    parts.map { text(of: $0, citing: numbers) }.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private func text(of part: AnsweredBrief.Part, citing numbers: [Int]) -> String {
    switch part {
    case .figure(let figure, let numbered):
      let alternative = markdown.escaped(figure.alternative).replacing("\n", with: " ")
      return "![\(alternative)](\(folder)\(Self.fileName(numbered)))\n\n"
        + caption(answered.wording.figure, numbered, citing: numbers)
        + figure.notes.map {
          "\n\n*\(markdown.escaped("\(answered.wording.figureNote) \($0)"))*"
        }.joined()
    case .table(let table, let numbered):
      return caption(answered.wording.table, numbered, citing: numbers) + "\n\n"
        + markdown.markdown(table)
    case .text(let blocks):
      // Headings of answers are not headings of the brief.
      let words = blocks.map { block in
        if case .heading(let text) = block { AnswerBlock.chain(text) } else { block }
      }
      var text = markdown.text(of: words)
      while text.hasSuffix("\n") { text.removeLast() }
      return text
    case .sources(let sources): return text(of: sources)
    }
  }

  func text(of quotation: AnsweredBrief.Quotation) -> String {
    if let fault = quotation.faults.first { return "**\(markdown.escaped(fault.message))**" }
    return markdown.escaped(quotation.text).replacing("\n", with: " ")
      + (quotation.sourceNumbers.isEmpty ? "" : " " + marks(quotation.sourceNumbers))
  }

  func text(of sources: [NumberedSource]) -> String {
    // The heading of the list is written by whoever places it.
    let text = markdown.text(of: [.sources(sources)])
    return text.split(separator: "\n").filter { $0.hasPrefix("- ") }.joined(separator: "\n")
  }

  private func caption(
    _ word: String, _ numbered: AnsweredBrief.Numbered, citing numbers: [Int]
  ) -> String {
    var text = "**\(word) \(numbered.number).**"
    if let caption = numbered.caption {
      text += " " + markdown.escaped(caption).replacing("\n", with: " ")
    }
    if !numbers.isEmpty { text += " " + marks(numbers) }
    return text
  }

  private func marks(_ numbers: [Int]) -> String {
    BriefWording.marks(numbers) { "\\[\($0)\\]" }
  }
}
