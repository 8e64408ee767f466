// SPDX-License-Identifier: Apache-2.0

public import GraphModel
public import SourceDiagnostics

/// A brief with the answers to its questions, its figures, tables and sources numbered.
///
/// Questions are asked in the order of the text, so that sources have numbers in the order in which
/// the text, its tables and its figures first cite them.
public struct AnsweredBrief: Sendable {
  /// A part of what a block shows.
  public enum Part: Sendable {
    case figure(BriefFigure, Numbered)
    case table(AnswerTable, Numbered)
    case text([AnswerBlock])
    case sources([NumberedSource])
  }

  /// The number, the identifier and the caption of a figure or table.
  public struct Numbered: Sendable, Hashable {
    /// From 1, of figures and tables apart.
    public var number: Int

    /// Unique in the document: the label, or `figure-2`.
    public var identifier: String
    public var caption: String?
  }

  /// What became of a block.
  public struct Block: Sendable {
    /// Empty when the block has no answer.
    public var parts: [Part] = []

    /// The numbers of the sources that the answer cites, ascending.
    public var sourceNumbers: [Int] = []

    /// What the answer cites, with the places in the sources.
    public var citations: [Citation] = []

    /// Why there is no answer.
    public var faults: [Diagnostic] = []
  }

  /// What became of inline code.
  public struct Quotation: Sendable {
    public var text = ""
    public var sourceNumbers: [Int] = []
    public var citations: [Citation] = []
    public var faults: [Diagnostic] = []
  }

  /// What a reference leads to: `Figure 1`.
  struct Target: Sendable, Hashable {
    var word: String
    var number: Int
    var identifier: String
  }

  public let brief: Brief

  /// The words of pages in the language of the brief; English where they have none.
  let wording: BriefWording

  /// In the order of ``Brief/blocks``.
  public private(set) var blocks: [Block] = []

  /// In the order of ``Brief/quotations``.
  public private(set) var quotations: [Quotation]

  /// All sources cited, in the order of their numbers.
  public private(set) var sources: [NumberedSource] = []

  /// What is wrong with the brief, its questions and references, in order of place.
  public private(set) var diagnostics: [Diagnostic] = []

  /// What labels mean, by label.
  private(set) var targets: [String: Target] = [:]

  private var figureCount = 0
  private var tableCount = 0
  private var identifiers: Set<String> = []

  /// Whether every question has an answer and every reference a target.
  public var isSound: Bool { !diagnostics.contains { $0.severity == .error } }

  /// Asks all questions of the brief, those after a fault too.
  public init(_ brief: Brief, by resolver: some BriefResolver) {
    self.brief = brief
    wording = brief.frontMatter.language.flatMap(BriefWording.init) ?? .english
    quotations = Array(repeating: Quotation(), count: brief.quotations.count)
    diagnostics = brief.diagnostics
    var numbering = SourceNumbering(resolver.graph)
    // A label keeps its identifier from blocks that stand before it and have none.
    identifiers = Set(
      brief.blocks.compactMap { $0.value?.label.map(BriefLabel.init) }
        .flatMap { [$0.figure, $0.table] })
    var answerer = Answerer(brief: brief, resolver: resolver)
    visit(brief.root, &answerer, &numbering)
    sources = numbering.sources
    checkReferences(in: brief.root)
    diagnostics.sort()
  }

  private struct Answerer {
    let brief: Brief
    let resolver: any BriefResolver
  }

  private mutating func visit(
    _ node: MarkdownNode, _ answerer: inout Answerer, _ numbering: inout SourceNumbering
  ) {
    switch node.kind {
    case .block(let index):
      // The parser keeps the order of the text, so blocks come in the order of their numbers.
      blocks.append(answer(brief.blocks[index], answerer.resolver, &numbering))
    case .quotation(let index):
      quotations[index] = answer(brief.quotations[index], answerer.resolver, &numbering)
    default:
      for child in node.children { visit(child, &answerer, &numbering) }
    }
  }

  // MARK: Answers

  private mutating func answer(
    _ question: Brief.Question<BriefBlock>, _ resolver: any BriefResolver,
    _ numbering: inout SourceNumbering
  ) -> Block {
    guard let block = question.value else { return Block(faults: question.diagnostics) }
    let answer: BriefAnswer
    do {
      answer = try resolver.answer(to: block, in: brief.frontMatter, numbering: &numbering)
    } catch {
      return fail(block, with: BriefMessages.failed(error, of: subject(of: block), at: block.place))
    }
    var result = Block()
    result.sourceNumbers = numbering.numbers(of: answer.citations)
    result.citations = answer.citations
    for part in answer.parts {
      switch part {
      case .figure(let figure):
        guard EmbeddedSVG(figure.svg, prefix: "", alternative: "") != nil else {
          return fail(block, with: BriefMessages.unfitDrawing(at: block.place))
        }
        let caption = block.caption ?? answer.title
        var figure = figure
        if let alternative = block.alternative { figure.alternative = alternative }
        if figure.alternative.isEmpty { figure.alternative = caption ?? subject(of: block) }
        result.parts.append(.figure(figure, numberedFigure(of: block, caption: caption)))
      case .table(let table):
        result.parts.append(
          .table(
            wording.table(table), numberedTable(of: block, caption: block.caption ?? answer.title)))
      case .text(let blocks): result.parts.append(.text(blocks.filter { !$0.isSources }))
      }
    }
    if block.show.contains(.sources) {
      let cited = Set(result.sourceNumbers)
      result.parts.append(.sources(numbering.sources.filter { cited.contains($0.number) }))
    }
    guard !result.parts.isEmpty else {
      return fail(block, with: BriefMessages.unansweredPart(block.show[0], at: block.place))
    }
    return result
  }

  /// A block without an answer keeps the numbers that it would have.
  private mutating func fail(_ block: BriefBlock, with diagnostic: Diagnostic) -> Block {
    diagnostics.append(diagnostic)
    for part in block.show {
      if part.isFigure {
        _ = numberedFigure(of: block, caption: nil)
      } else if part == .table {
        _ = numberedTable(of: block, caption: nil)
      }
    }
    return Block(faults: [diagnostic])
  }

  private mutating func answer(
    _ question: Brief.Question<BriefQuotation>, _ resolver: any BriefResolver,
    _ numbering: inout SourceNumbering
  ) -> Quotation {
    guard let quotation = question.value else { return Quotation(faults: question.diagnostics) }
    do {
      let answer = try resolver.answer(
        to: quotation, in: brief.frontMatter, numbering: &numbering)
      return Quotation(
        text: answer.text, sourceNumbers: numbering.numbers(of: answer.citations),
        citations: answer.citations)
    } catch {
      let diagnostic = BriefMessages.failed(
        error, of: quotation.command[0], at: quotation.place)
      diagnostics.append(diagnostic)
      return Quotation(faults: [diagnostic])
    }
  }

  private func subject(of block: BriefBlock) -> String { block.label ?? block.command[0] }

  // MARK: Numbers

  private mutating func numberedFigure(of block: BriefBlock, caption: String?) -> Numbered {
    figureCount += 1
    let label = block.label.map { BriefLabel($0).figure }
    return numbered(
      figureCount, label, word: wording.figure, fallback: "figure", caption: caption)
  }

  private mutating func numberedTable(of block: BriefBlock, caption: String?) -> Numbered {
    tableCount += 1
    let label = block.label.map { BriefLabel($0).table }
    return numbered(
      tableCount, label, word: wording.table, fallback: "table", caption: caption)
  }

  private mutating func numbered(
    _ number: Int, _ label: String?, word: String, fallback: String, caption: String?
  ) -> Numbered {
    if let label, targets[label] == nil {
      targets[label] = Target(word: word, number: number, identifier: label)
      return Numbered(number: number, identifier: label, caption: caption)
    }
    var identifier = "\(label ?? fallback)-\(number)"
    while !identifiers.insert(identifier).inserted { identifier += "-x" }
    return Numbered(number: number, identifier: identifier, caption: caption)
  }

  // MARK: References

  /// After so many unknown labels no more are reported.
  private static let mostUnknownLabels = 100

  private mutating func checkReferences(in root: MarkdownNode) {
    var unknown: [(label: String, line: Int)] = []
    var seen: Set<String> = []
    func visit(_ node: MarkdownNode) {
      if case .reference(let label) = node.kind, targets[label] == nil,
        unknown.count < Self.mostUnknownLabels, seen.insert(label).inserted
      {
        unknown.append((label, node.lines.lowerBound))
      }
      for child in node.children { visit(child) }
    }
    visit(root)
    let labels = targets.keys.sorted()
    for (label, line) in unknown {
      diagnostics.append(
        BriefMessages.unknownReference(label, among: labels, at: place(of: label, from: line)))
    }
  }

  /// The first place of a reference from a line on; the line where it cannot be told.
  private func place(of label: String, from line: Int) -> SourceLocation {
    let source = brief.source
    let sought = Array("@\(label)".utf8)
    var start = source.start(ofLine: line)
    while let found = source.utf8[start...].firstIndex(of: UInt8(ascii: "@")) {
      if source.utf8[found...].starts(with: sought) {
        return source.location(of: found..<found + sought.count)
      }
      start = found + 1
    }
    return source.location(of: source.range(ofLine: line))
  }
}

extension AnswerBlock {
  fileprivate var isSources: Bool {
    if case .sources = self { return true }
    return false
  }
}
