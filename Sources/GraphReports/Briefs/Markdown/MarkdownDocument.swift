// SPDX-License-Identifier: Apache-2.0

internal import CMarkdown
public import SourceDiagnostics

/// The tree of a Markdown text: CommonMark with tables, strikethrough, autolinks, task lists and
/// footnotes.
///
/// libcmark-gfm parses; the tree, its bounds and everything that is written from it are ours.
public struct MarkdownDocument: Sendable {
  /// What a text may ask for at most.
  public struct Limits: Sendable {
    /// In bytes.
    public var size = 8 << 20

    /// How deep quotations, lists, links and emphases may stand in each other.
    public var depth = 100

    /// Parts of all kinds together.
    public var nodes = 500_000

    public init() {}
  }

  public let source: SourceText

  /// The document as a whole.
  public let root: MarkdownNode

  /// Parses a text.
  ///
  /// - Parameters:
  ///   - start: where the Markdown begins in the source; what is before is passed over.
  /// - Returns: nil as the document when a bound is passed, and then the finding that says so.
  static func parse(
    _ source: SourceText, from start: Int = 0, limits: Limits = Limits(),
    with library: MarkdownLibrary = .system
  ) throws(MarkdownError) -> BriefReading<MarkdownDocument> {
    guard source.utf8.count <= limits.size else {
      return BriefReading(
        nil, [BriefMessages.tooLarge(source.utf8.count, limit: limits.size, name: source.name)])
    }
    // Line ends stand for what is passed over, so that lines keep their numbers.
    let firstLine = source.line(at: start)
    let bytes = [UInt8](repeating: 0x0A, count: firstLine - 1) + source.utf8[start...]
    var answer = cmarkdown_answer()
    defer { cmarkdown_answer_free(&answer) }
    library.withCandidates { names, count in
      bytes.withUnsafeBytes { buffer in
        cmarkdown_parse(
          names, count, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count,
          Int32(limits.depth), limits.nodes * 2, &answer)
      }
    }
    let line = max(1, Int(answer.line))
    switch UInt32(answer.status) {
    case CMARKDOWN_OK.rawValue: break
    case CMARKDOWN_LIBRARY_MISSING.rawValue: throw .libraryMissing
    case CMARKDOWN_LIBRARY_UNFIT.rawValue: throw .libraryUnfit
    case CMARKDOWN_TOO_DEEP.rawValue:
      return BriefReading(
        nil,
        [
          BriefMessages.nestedTooDeeply(
            limit: limits.depth, at: source.location(of: source.range(ofLine: line)))
        ])
    case CMARKDOWN_TOO_MANY.rawValue:
      return BriefReading(
        nil,
        [
          BriefMessages.tooManyParts(
            limit: limits.nodes, at: source.location(of: source.range(ofLine: line)))
        ])
    default: throw .outOfMemory
    }
    var builder = MarkdownTreeBuilder(lineCount: source.lineCount)
    let pool = UnsafeRawBufferPointer(start: answer.pool, count: answer.pool_length)
    for event in UnsafeBufferPointer(start: answer.events, count: answer.event_count) {
      builder.take(event, texts: pool)
    }
    return BriefReading(MarkdownDocument(source: source, root: builder.root))
  }

  private init(source: SourceText, root: MarkdownNode) {
    self.source = source
    self.root = root
  }
}
