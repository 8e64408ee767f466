// SPDX-License-Identifier: Apache-2.0

internal import GraphModel
public import SourceDiagnostics

/// A brief as a document of pandoc, for the formats that pandoc writes.
///
/// The document has what the page has: the same numbers of figures, tables and sources, references
/// that lead to them, the sources at its end and the version of the data. The author's Markdown is
/// that of the page as well; nothing of it, and nothing of the data, is markup of the format that
/// pandoc writes.
public struct PandocBrief: Sendable {
  /// The document as JSON.
  public let document: [UInt8]

  /// What is wrong with the brief, and links and pictures that the document does without, in order
  /// of place.
  public let diagnostics: [Diagnostic]

  /// - Parameters:
  ///   - version: the version of pandoc's types, as ``PandocDocument/version``.
  ///   - media: where figures go that are files.
  ///   - fallbackTitle: what the document is called where the brief has no title.
  /// - Throws: a fault where a figure cannot be kept.
  ///
  /// Complexity: linear in the length of the brief and its answers.
  public init(
    _ answered: AnsweredBrief, target: PandocTarget, version: PandocDocument.Version,
    media: any PandocMedia, dataVersion: String? = nil, fallbackTitle: String? = nil
  ) throws(BriefFault) {
    let front = answered.brief.frontMatter
    let outline = BriefOutline(answered)
    let figures = PandocFigures(
      media: media, target: target, dialect: version.dialect, namesByIdentifier: true)
    var text = PandocBriefWriter(answered, outline: outline, target: target, figures: figures)
    var writer = PandocWriter()
    text.write(to: &writer)
    if let fault = text.fault { throw fault }
    if !answered.sources.isEmpty {
      // The list is set smaller, and addresses may break its lines.
      if target.isTeX { writer.raw("latex", "\\begingroup\\small\\raggedright") }
      writer.sources(
        answered.sources, heading: answered.wording.sources, identifier: "sources",
        style: target.hasNamedStyles ? "Bibliography" : nil
      )
      if target.isTeX { writer.raw("latex", "\\endgroup") }
    }
    if let origin = answered.wording.origin(asOf: front.asOf, dataVersion: dataVersion) {
      writer.element("HorizontalRule")
      writer.paragraph { writer in writer.element("Emph") { $0.list { $0.words(origin) } } }
    }
    let title = front.title ?? outline.title ?? fallbackTitle ?? answered.wording.untitled
    var meta = PandocMetadata()
    meta.set("title", words: title)
    if let subtitle = front.subtitle { meta.set("subtitle", words: subtitle) }
    if !front.authors.isEmpty { meta.set("author", words: front.authors) }
    if let date = front.date { meta.set("date", words: date) }
    // TeX has hyphenation for other languages in packages of their own.
    let language = front.language ?? "en"
    if !target.isTeX || !language.lowercased().hasPrefix("en") { meta.set("lang", text: language) }
    if target.isTeX { meta.setForTeX() }
    document = meta.document(version: version, blocks: writer.elements)
    diagnostics = (answered.diagnostics + text.diagnostics).sorted()
  }
}
