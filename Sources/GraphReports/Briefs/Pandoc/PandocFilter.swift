// SPDX-License-Identifier: Apache-2.0

internal import GraphFormats
internal import GraphModel
internal import SourceDiagnostics

/// Answers the questions of a document of pandoc in the document.
///
/// Code blocks and inline code of the class `entente` are replaced; every other byte stays as it
/// was written.
///
/// ```swift
/// let document = try PandocDocument(bytes)
/// let filter = PandocFilter(
///   resolver: resolver, media: folder, target: PandocTarget(format: "docx"), name: "brief.md")
/// let filtered = filter.filtered(document)
/// ```
public struct PandocFilter: Sendable {
  /// What came of a document.
  public struct Outcome: Sendable {
    /// The document with answers in it; nil when there are faults and the filter stops at them.
    public let document: [UInt8]?

    /// What is wrong, one line each, in the order of the document:
    /// `brief.md:12: fig-bomca: no node is called 'bomka'. Did you mean 'bomca'?`
    public let faults: [String]

    /// The sources cited, by their numbers.
    public let sources: [NumberedSource]
  }

  private let resolver: any BriefResolver
  private let media: any PandocMedia
  private let target: PandocTarget
  private let name: String

  /// Whether a box with the fault stands in the place of an answer that there is not.
  private let keepsGoing: Bool

  /// - Parameters:
  ///   - media: where figures go that are files.
  ///   - name: what faults call the document, where pandoc does not say.
  public init(
    resolver: any BriefResolver, media: any PandocMedia, target: PandocTarget, name: String,
    keepsGoing: Bool = false
  ) {
    self.resolver = resolver
    self.media = media
    self.target = target
    self.name = name
    self.keepsGoing = keepsGoing
  }

  /// The document with the answers in it.
  ///
  /// Complexity: linear in the size of the document and of the answers, besides asking for them.
  public func filtered(_ document: PandocDocument) -> Outcome {
    var numbering = SourceNumbering(resolver.graph)
    var faults = document.faults.map { TerminalText.harmless("\(name): \($0).") }
    var replacements: [(range: Range<Int>, bytes: [UInt8])] = []
    let keys = document.hasBibliography ? CitationKeys(resolver.graph) : nil
    var figures = PandocFigures(media: media, target: target, dialect: document.dialect)
    var ordinals: [PandocQuestion.Kind: Int] = [:]
    for question in document.questions {
      ordinals[question.kind, default: 0] += 1
      let subject = PandocSubject(
        question, ordinal: ordinals[question.kind] ?? 0, document: name)
      var writer = PandocWriter()
      do throws(PandocComplaint) {
        if question.isMisread { throw subject.misread() }
        switch question.kind {
        case .block:
          try answer(
            question, subject, document.frontMatter, keys, &numbering, &figures, to: &writer)
        case .quotation:
          try quote(question, subject, document.frontMatter, keys, &numbering, to: &writer)
        }
      } catch {
        faults += error.lines
        writer = PandocWriter()
        writer.box(error.lines, isBlock: question.kind == .block)
      }
      replacements.append((document.syntax.range(of: question.node), writer.elements))
    }
    if keys == nil, !numbering.sources.isEmpty {
      replacements.append(sourceList(numbering.sources, in: document))
    }
    return Outcome(
      document: faults.isEmpty || keepsGoing
        ? Self.spliced(document.syntax.bytes, replacements) : nil,
      faults: faults, sources: numbering.sources)
  }

  // MARK: Questions

  private func answer(
    _ question: PandocQuestion, _ subject: PandocSubject, _ frontMatter: BriefFrontMatter,
    _ keys: CitationKeys?, _ numbering: inout SourceNumbering, _ figures: inout PandocFigures,
    to writer: inout PandocWriter
  ) throws(PandocComplaint) {
    let reading = BriefBlockReader.block(
      attributes: question.attributes, body: question.text, name: name)
    guard let block = reading.value, reading.diagnostics.isEmpty else {
      throw subject.complaint(reading.diagnostics)
    }
    let subject = subject.named(block.label)
    let answer: BriefAnswer
    do throws(BriefFault) {
      answer = try resolver.answer(to: block, in: frontMatter, numbering: &numbering)
      numbering.number(answer.citations)
      let marks = PandocMarks(answer.citations, numbering, keys)
      let parts = PandocAnswerWriter(
        block: block, answer: answer, marks: marks, target: target)
      try parts.write(to: &writer, &figures)
    } catch {
      throw subject.complaint(error)
    }
  }

  private func quote(
    _ question: PandocQuestion, _ subject: PandocSubject, _ frontMatter: BriefFrontMatter,
    _ keys: CitationKeys?, _ numbering: inout SourceNumbering, to writer: inout PandocWriter
  ) throws(PandocComplaint) {
    let reading = BriefBlockReader.quotation(question.text, name: name)
    guard let quotation = reading.value, reading.diagnostics.isEmpty else {
      throw subject.complaint(reading.diagnostics)
    }
    do throws(BriefFault) {
      let answer = try resolver.answer(to: quotation, in: frontMatter, numbering: &numbering)
      let numbers = numbering.numbers(of: answer.citations)
      let marks = PandocMarks(answer.citations, numbering, keys)
      writer.words(answer.text)
      guard !numbers.isEmpty else { return }
      writer.element("Space")
      marks.write(numbers, to: &writer)
    } catch {
      throw subject.complaint(error)
    }
  }

  // MARK: The document

  /// The list of sources, after the last block.
  private func sourceList(
    _ sources: [NumberedSource], in document: PandocDocument
  ) -> (range: Range<Int>, bytes: [UInt8]) {
    var writer = PandocWriter()
    let wording = document.frontMatter.language.flatMap(BriefWording.init) ?? .english
    writer.sources(
      sources, heading: wording.sources, identifier: "entente-sources", style: nil)
    let end = document.syntax.range(of: document.blocks).upperBound - 1
    let isEmpty = document.syntax.items(of: document.blocks).isEmpty
    return (end..<end, (isEmpty ? [] : [UInt8(ascii: ",")]) + writer.elements)
  }

  /// The bytes with some ranges, in order and apart from each other, replaced.
  private static func spliced(
    _ bytes: [UInt8], _ replacements: [(range: Range<Int>, bytes: [UInt8])]
  ) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + replacements.reduce(0) { $0 + $1.bytes.count })
    var position = 0
    for replacement in replacements {
      result += bytes[position..<replacement.range.lowerBound]
      result += replacement.bytes
      position = replacement.range.upperBound
    }
    return result + bytes[position...]
  }
}

extension PandocWriter {
  /// What stands where an answer is missing.
  mutating func box(_ lines: [String], isBlock: Bool) {
    let text = lines.joined(separator: " ")
    guard isBlock else {
      element("Strong") { $0.list { $0.words("[\(text)]") } }
      return
    }
    division(.init(classes: ["entente-fault"])) { writer in
      writer.paragraph { $0.element("Strong") { $0.list { $0.words(text) } } }
    }
  }

  /// The heading of the list of sources, and the sources.
  /// - Parameter style: the name of the style of their paragraphs.
  mutating func sources(
    _ sources: [NumberedSource], heading: String, identifier: String, style: String?
  ) {
    element("Header") { writer in
      writer.list { writer in
        writer.number(1)
        writer.attributes(.init(identifier: identifier, classes: ["unnumbered"]))
        writer.list { $0.words(heading) }
      }
    }
    for source in sources {
      func entry(_ writer: inout PandocWriter) {
        writer.anchor(PandocMarks.identifier(of: source.number))
        writer.words("[\(source.number)] \(source.textWithoutURL)")
        guard let url = source.url else { return }
        writer.element("Space")
        writer.link(url.withoutControls)
      }
      if let style { styled(style, entry) } else { paragraph("Para", entry) }
    }
  }
}
