// SPDX-License-Identifier: Apache-2.0

import GraphModel
import GraphReports
import SourceDiagnostics

/// Answers made-up commands about a small graph: the first word says what is given back.
struct StubResolver: BriefResolver {
  let graph: PropertyGraph

  /// What stands in figures, tables and sentences.
  var name = "Exchange"

  /// The drawing of every figure.
  var svg: String?

  init() throws { graph = try ReportGraph().graph }

  func answer(
    to block: BriefBlock, in frontMatter: BriefFrontMatter, numbering: inout SourceNumbering
  ) throws(BriefFault) -> BriefAnswer {
    let citations = try citations(block.words)
    let marks = numbering.numbers(of: citations).map { "[\($0)]" }.joined()
    var parts: [BriefAnswer.Part] = []
    for part in block.show where part != .sources {
      switch part {
      case .figure, .matrix, .timeline:
        parts.append(.figure(BriefFigure(svg: svg ?? drawing(marks), alternative: "\(name) drawn")))
      case .table:
        parts.append(
          .table(AnswerTable(columns: ["Name", "Source"], rows: [[name, marks], ["Other", ""]])))
      case .path, .list:
        parts.append(
          .text([
            .heading("Answer"), .chain("\(name) ── covers ── Arland"),
            .steps(["It covers \(marks)."]),
            .facts([AnswerFact("Since", ["2014", "2015"])]), .items([name]),
            .tree([AnswerTreeLine(depth: 0, name), AnswerTreeLine(depth: 1, "Arland")]),
            .note("No more."), .sources(numbering.sources),
          ]))
      case .sources: break
      }
    }
    return BriefAnswer(parts: parts, citations: citations, title: name)
  }

  func answer(
    to quotation: BriefQuotation, in frontMatter: BriefFrontMatter,
    numbering: inout SourceNumbering
  ) throws(BriefFault) -> BriefQuotationAnswer {
    let citations = try citations(quotation.words)
    switch quotation.form {
    case .sentence: return BriefQuotationAnswer("\(name) covers Arland", citations: citations)
    case .number: return BriefQuotationAnswer("2", citations: citations)
    case .date: return BriefQuotationAnswer("March 2014", citations: citations)
    }
  }

  /// The sources named by the words after the first.
  private func citations(_ words: [BriefWord]) throws(BriefFault) -> [Citation] {
    var citations: [Citation] = []
    for word in words.dropFirst() {
      guard let position = graph.sources.firstIndex(where: { $0.key == word.text }) else {
        throw BriefFault(
          "unknown source '\(word.text)'",
          help: Suggestion.didYouMean(word.text, among: ["gazette", "ministry", "yearbook"]),
          at: word.place)
      }
      citations.append(Citation(source: SourceID(rawValue: UInt32(position))))
    }
    return citations
  }

  private func drawing(_ marks: String) -> String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" id="m1" role="img" aria-labelledby="m1-title" width="60" height="20" viewBox="0 0 60 20">
    <title id="m1-title">Drawing</title>
    <defs><clipPath id="m1-clip"><rect width="60" height="20"/></clipPath></defs>
    <a href="https://example.org/a"><text x="5" y="15" clip-path="url(#m1-clip)">\(marks)</text></a>
    <use href="#m1-clip"/>
    </svg>
    """
  }
}

extension Brief {
  /// A brief from a text in a test.
  static func read(_ text: String) throws -> Brief {
    try Brief.read(name: "brief.md", bytes: Array(text.utf8))
  }
}
