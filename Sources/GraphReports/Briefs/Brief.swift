// SPDX-License-Identifier: Apache-2.0

public import SourceDiagnostics

/// A brief as it was read: its front matter, its text, and the questions in it, none of them
/// answered yet.
///
/// ```swift
/// let brief = try Brief.read(name: "brief.md", bytes: bytes)
/// let answered = AnsweredBrief(brief, by: resolver)
/// let page = BriefPage(answered).html
/// ```
public struct Brief: Sendable {
  /// A question with the place in which its answer will stand.
  public struct Question<Value: Sendable>: Sendable {
    /// Nil when it could not be read.
    public var value: Value?

    /// What is wrong with it.
    public var diagnostics: [Diagnostic]

    /// The bytes of the source that it takes up; nil where they cannot be told.
    public var span: Range<Int>?

    /// Where it begins.
    public var place: SourceLocation
  }

  /// The whole text, without a byte order mark.
  public let source: SourceText

  /// Whether a byte order mark stood before it.
  let hasByteOrderMark: Bool

  /// May be changed before the questions are asked, such as the day that they are about.
  public var frontMatter: BriefFrontMatter

  /// The byte at which the text begins, after the front matter.
  public let start: Int

  /// The blocks in the order of the text.
  public let blocks: [Question<BriefBlock>]

  /// The inline code that asks something, in the order of the text; that of footnotes last.
  public let quotations: [Question<BriefQuotation>]

  /// The text as a tree, in which blocks, quotations and references stand by their numbers.
  public let root: MarkdownNode

  /// What is wrong with the text, the questions in it included, in order of place.
  public let diagnostics: [Diagnostic]

  /// Whether nothing is wrong but what is only doubtful.
  public var isSound: Bool { !diagnostics.contains { $0.severity == .error } }

  /// Reads a brief; what is wrong with it stands in ``diagnostics``.
  ///
  /// Complexity: linear in the length of the text but for texts made to be slow; at most
  /// ``MarkdownDocument/Limits``.
  /// - Parameter name: what the findings call the text.
  /// - Throws: ``MarkdownError`` when the library that parses Markdown cannot be used.
  public static func read(
    name: String, bytes: [UInt8], limits: MarkdownDocument.Limits = .init(),
    with library: MarkdownLibrary = .system
  ) throws(MarkdownError) -> Brief {
    let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let content = bytes.starts(with: byteOrderMark) ? Array(bytes.dropFirst(3)) : bytes
    guard content.count <= limits.size else {
      return Brief(
        unreadable: SourceText(name: name, utf8: []),
        [BriefMessages.tooLarge(content.count, limit: limits.size, name: name)])
    }
    let source = SourceText(name: name, utf8: content)
    if let fault = firstFault(in: source) { return Brief(unreadable: source, [fault]) }
    let front = BriefFrontMatterReader(source)
    let reading = try MarkdownDocument.parse(
      source, from: front.end, limits: limits, with: library)
    guard let document = reading.value else {
      return Brief(unreadable: source, front.diagnostics + reading.diagnostics)
    }
    var finder = BriefQuestionFinder(source)
    let root = finder.rewritten(document.root)
    return Brief(
      source: source, hasByteOrderMark: content.count < bytes.count,
      frontMatter: front.frontMatter, start: front.end, blocks: finder.blocks,
      quotations: finder.quotations, root: root,
      diagnostics: (front.diagnostics + finder.diagnostics).sorted())
  }

  private init(
    source: SourceText, hasByteOrderMark: Bool = false, frontMatter: BriefFrontMatter,
    start: Int, blocks: [Question<BriefBlock>],
    quotations: [Question<BriefQuotation>], root: MarkdownNode, diagnostics: [Diagnostic]
  ) {
    self.source = source
    self.hasByteOrderMark = hasByteOrderMark
    self.frontMatter = frontMatter
    self.start = start
    self.blocks = blocks
    self.quotations = quotations
    self.root = root
    self.diagnostics = diagnostics
  }

  private init(unreadable source: SourceText, _ diagnostics: [Diagnostic]) {
    self.init(
      source: source, frontMatter: BriefFrontMatter(), start: 0, blocks: [], quotations: [],
      root: MarkdownNode(.document, lines: 1...1), diagnostics: diagnostics.sorted())
  }

  private static func firstFault(in source: SourceText) -> Diagnostic? {
    guard String(validating: source.utf8, as: UTF8.self) == nil else { return nil }
    for line in 1...source.lineCount {
      let range = source.range(ofLine: line)
      if String(validating: source.utf8[range], as: UTF8.self) != nil { continue }
      var end = range.lowerBound
      while end < range.upperBound, String(validating: source.utf8[end...end], as: UTF8.self) != nil
      { end += 1 }
      return BriefMessages.notUTF8(at: source.location(of: end..<end + 1))
    }
    return nil
  }
}
