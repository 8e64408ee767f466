// SPDX-License-Identifier: Apache-2.0

public import SourceDiagnostics

/// A brief whose answers are written into its own text, between marks:
///
/// ```markdown
/// <!-- entente:begin fig-bomca -->
/// <!-- entente:end -->
/// ```
///
/// The label is that of a block of the same text, or `sources` for the list of sources. Nothing
/// outside the marks changes, and doing it again changes nothing.
public struct BriefInPlace: Sendable {
  /// The whole text.
  public let text: String

  /// The files that the text links to, each name once.
  public let files: [BriefMarkdown.File]

  /// What is wrong with the marks, in order of place.
  public let diagnostics: [Diagnostic]

  private static let begin = "<!-- entente:begin "
  private static let end = "<!-- entente:end -->"

  /// - Parameter folder: what the links put before the names of files, such as `figures/`.
  public init(_ answered: AnsweredBrief, folder: String = "") {
    let brief = answered.brief
    let source = brief.source
    let writer = BriefMarkdownAnswers(answered, folder: folder)
    var edits: [BriefTextEdit] = []
    var diagnostics: [Diagnostic] = []
    var seen: Set<String> = []
    var open: (label: String, line: Int)?
    func place(_ line: Int) -> SourceLocation { source.location(of: source.range(ofLine: line)) }
    for mark in Self.marks(in: brief.root) {
      if let label = mark.label {
        if let open { diagnostics.append(BriefMessages.markWithoutEnd(at: place(open.line))) }
        open = (label, mark.line)
        continue
      }
      guard let (label, line) = open else {
        diagnostics.append(BriefMessages.endWithoutMark(at: place(mark.line)))
        continue
      }
      open = nil
      guard seen.insert(label).inserted else {
        diagnostics.append(BriefMessages.repeatedMark(label, at: place(line)))
        continue
      }
      guard let content = Self.content(of: label, answered, writer) else {
        diagnostics.append(
          BriefMessages.unknownMark(label, among: Self.labels(of: answered), at: place(line)))
        continue
      }
      // A block without an answer keeps what stands there.
      if content.isEmpty { continue }
      let first = source.range(ofLine: line)
      let last = source.range(ofLine: mark.line)
      // Both edges are at the marks themselves, so that the lines begin as the marks do.
      let start = Self.markStart(in: source, first)
      edits.append(
        BriefTextEdit(
          span: start..<max(start, last.upperBound),
          text: "\(Self.begin)\(label) -->\n\n\(content)\n\n\(Self.end)"))
    }
    if let open { diagnostics.append(BriefMessages.markWithoutEnd(at: place(open.line))) }
    text =
      (brief.hasByteOrderMark ? "\u{FEFF}" : "")
      + BriefTextEdit.applied(edits, to: source, from: 0)
    files = writer.files
    self.diagnostics = diagnostics.sorted()
  }

  private static func markStart(in source: SourceText, _ line: Range<Int>) -> Int {
    let bytes = source.utf8[line]
    return bytes.firstIndex(of: UInt8(ascii: "<")) ?? line.lowerBound
  }

  /// The marks in the order of the text; an end has no label.
  private static func marks(in node: MarkdownNode) -> [(label: String?, line: Int)] {
    guard case .markupBlock(let text) = node.kind else { return node.children.flatMap(marks) }
    var line = text[...]
    while let last = line.last, last.isWhitespace { line.removeLast() }
    while let first = line.first, first.isWhitespace { line.removeFirst() }
    if line == end { return [(nil, node.lines.lowerBound)] }
    guard line.hasPrefix(begin), line.hasSuffix(" -->") else { return [] }
    let label = String(line.dropFirst(begin.count).dropLast(4))
    return BriefLabel(label).isWellFormed ? [(label, node.lines.lowerBound)] : []
  }

  private static func labels(of answered: AnsweredBrief) -> [String] {
    answered.brief.blocks.compactMap { $0.value?.label } + ["sources"]
  }

  /// Empty for a block without an answer, nil for an unknown label.
  private static func content(
    of label: String, _ answered: AnsweredBrief, _ writer: BriefMarkdownAnswers
  ) -> String? {
    if label == "sources" { return writer.text(of: answered.sources) }
    let stem = BriefLabel(label).stem
    for (question, block) in zip(answered.brief.blocks, answered.blocks) {
      guard let own = question.value?.label, BriefLabel(own).stem == stem else { continue }
      if !block.faults.isEmpty { return "" }
      let parts =
        own == label
        ? block.parts
        : block.parts.filter { part in
          switch part {
          case .figure(_, let numbered), .table(_, let numbered): numbered.identifier == label
          case .text, .sources: false
          }
        }
      return parts.isEmpty ? nil : writer.text(of: parts, citing: block.sourceNumbers)
    }
    return nil
  }
}
