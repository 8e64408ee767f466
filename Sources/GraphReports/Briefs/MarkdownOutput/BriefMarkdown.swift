// SPDX-License-Identifier: Apache-2.0

internal import GraphModel
internal import SourceDiagnostics

/// A brief as Markdown for places that know nothing of blocks: repositories, wikis.
///
/// The author's text stays as it is; blocks, inline code and references give way to their answers.
/// Figures become links to files beside the text.
public struct BriefMarkdown: Sendable {
  /// A file that the text links to.
  public struct File: Sendable, Hashable {
    /// The name, made of the label of the figure: `fig-bomca.svg`.
    public let name: String
    public let content: String
  }

  /// CommonMark with the tables of GitHub's dialect.
  public let text: String

  /// In the order of the text, each name once.
  public let files: [File]

  /// - Parameters:
  ///   - folder: what the links put before the names of files, such as `figures/`.
  ///   - dataVersion: the version of the data, as it stands at the foot.
  public init(_ answered: AnsweredBrief, folder: String = "", dataVersion: String? = nil) {
    let brief = answered.brief
    let writer = BriefMarkdownAnswers(answered, folder: folder)
    var edits: [BriefTextEdit] = []
    for (question, block) in zip(brief.blocks, answered.blocks) {
      guard let span = question.span else { continue }
      edits.append(BriefTextEdit(span: span, text: writer.text(of: block, of: question)))
    }
    for (question, quotation) in zip(brief.quotations, answered.quotations) {
      guard let span = question.span else { continue }
      edits.append(BriefTextEdit(span: span, text: writer.text(of: quotation)))
    }
    edits += Self.references(in: answered)
    var text = Self.header(brief.frontMatter)
    text += BriefTextEdit.applied(edits, to: brief.source, from: brief.start)
    if !answered.sources.isEmpty {
      if !text.hasSuffix("\n") { text += "\n" }
      text += "\n## \(answered.wording.sources)\n\n\(writer.text(of: answered.sources))\n"
    }
    if let origin = answered.wording.origin(
      asOf: brief.frontMatter.asOf, dataVersion: dataVersion)
    {
      text += "\n*\(MarkdownText().escaped(origin))*\n"
    }
    self.text = text
    files = writer.files
  }

  private static func header(_ front: BriefFrontMatter) -> String {
    let markdown = MarkdownText()
    var parts: [String] = []
    if let title = front.title { parts.append("# \(markdown.escaped(title))") }
    if let subtitle = front.subtitle { parts.append("**\(markdown.escaped(subtitle))**") }
    let byline = front.authors + [front.date].compactMap { $0 }
    if !byline.isEmpty { parts.append(markdown.escaped(byline.joined(separator: " · "))) }
    return parts.map { $0 + "\n\n" }.joined()
  }

  private static func references(in answered: AnsweredBrief) -> [BriefTextEdit] {
    let source = answered.brief.source
    var lines: Set<Int> = []
    func visit(_ node: MarkdownNode) {
      if case .reference = node.kind { lines.formUnion(node.lines) }
      for child in node.children { visit(child) }
    }
    visit(answered.brief.root)
    return lines.sorted().flatMap { line -> [BriefTextEdit] in
      let range = source.range(ofLine: line)
      let bytes = Array(source.utf8[range])
      return BriefReferences.ranges(in: bytes).compactMap { found in
        let label = String(decoding: bytes[found].dropFirst(), as: UTF8.self)
        guard let target = answered.targets[label] else { return nil }
        return BriefTextEdit(
          span: range.lowerBound + found.lowerBound..<range.lowerBound + found.upperBound,
          text: "\(target.word) \(target.number)")
      }
    }
  }
}

/// A part of a text with what is to stand in its place.
struct BriefTextEdit {
  let span: Range<Int>
  let text: String
}
