// SPDX-License-Identifier: Apache-2.0

internal import GraphDrawing
public import GraphModel
internal import SourceDiagnostics

extension BriefLock {
  /// The lock of a brief with its answers.
  ///
  /// - Parameters:
  ///   - graph: the one that was asked.
  ///   - dataHash: see `DataHash`.
  ///   - program: its name and version.
  ///
  /// Complexity: O(*n* log *n*) in what the answers show.
  public init(
    _ answered: AnsweredBrief, of graph: PropertyGraph, dataHash: String?, program: String
  ) {
    let front = answered.brief.frontMatter
    let reading = BriefLockReading(answered, graph)
    var questions: [Question] = []
    for (question, block) in zip(answered.brief.blocks, answered.blocks) {
      guard let value = question.value else { continue }
      questions.append(reading.question(value, block))
    }
    for (question, quotation) in zip(answered.brief.quotations, answered.quotations) {
      guard let value = question.value else { continue }
      questions.append(reading.question(value, quotation))
    }
    // The parser gives the blocks first; those who read the file go through the text.
    let ordered = questions.enumerated().sorted {
      ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
    }
    self.init(
      program: program, dataTitle: graph.description.title, dataHash: dataHash,
      asOf: (front.asOf ?? graph.description.asOf)?.description, style: front.style,
      questions: ordered.map(\.element),
      sources: answered.sources.map { BriefLock.source($0.source) }.sorted { $0.key < $1.key })
  }

  private static func source(_ source: GraphModel.Source) -> Source {
    let plain = NumberedSource(number: 0, source: source, locators: [])
    return Source(key: source.key, text: plain.textWithoutURL, url: plain.url)
  }
}

/// Takes answers with numbered sources into the form that is kept.
private struct BriefLockReading {
  let front: BriefFrontMatter
  let graph: PropertyGraph

  /// Keys by the numbers of the brief.
  let keys: [Int: String]

  init(_ answered: AnsweredBrief, _ graph: PropertyGraph) {
    front = answered.brief.frontMatter
    self.graph = graph
    keys = Dictionary(
      answered.sources.map { ($0.number, $0.source.key) }, uniquingKeysWith: { first, _ in first })
  }

  func question(_ block: BriefBlock, _ answer: AnsweredBrief.Block) -> BriefLock.Question {
    var question = BriefLock.Question(
      kind: .block, line: block.place.line, label: block.label,
      command: BriefCommandWords.text(of: block.words.map(\.text)),
      show: block.show.map(\.rawValue), asOf: day(block.asOf), style: block.style ?? front.style)
    question.parts = answer.parts.compactMap { part in
      switch part {
      case .figure(let figure, _): self.part(figure)
      case .table(let table, _):
        .table(
          columns: table.columns.map(text), rows: table.rows.map { $0.map(text) })
      case .text(let blocks): .text(blocks.flatMap(lines).map(text))
      case .sources: nil
      }
    }
    question.sources = cited(answer.citations)
    return question
  }

  func question(
    _ quotation: BriefQuotation, _ answer: AnsweredBrief.Quotation
  ) -> BriefLock.Question {
    BriefLock.Question(
      kind: .quotation, line: quotation.place.line, label: nil,
      command: BriefCommandWords.text(of: quotation.words.map(\.text)),
      show: [quotation.form.rawValue], asOf: day(nil), style: nil, parts: [.text([answer.text])],
      sources: cited(answer.citations))
  }

  private func day(_ own: PartialDate?) -> String? {
    (own ?? front.asOf ?? graph.description.asOf)?.description
  }

  private func cited(_ citations: [Citation]) -> [BriefLock.Cited] {
    var locators: [String: Set<String>] = [:]
    for citation in citations {
      let key = graph.source(citation.source).key
      locators[key, default: []].formUnion([citation.locator].compactMap { $0 })
    }
    return locators.sorted { $0.key < $1.key }
      .map { BriefLock.Cited(key: $0.key, locators: $0.value.sorted()) }
  }

  // MARK: Figures

  private func part(_ drawn: BriefFigure) -> BriefLock.Part {
    guard let figure = drawn.figure else { return .text(drawn.words.map(text)) }
    var drawing = BriefLock.Drawing(
      title: filled(figure.title), subtitle: filled(figure.subtitle), notes: figure.notes.map(text))
    drawing.nodes = figure.nodes.map(node).sorted { ($0.type, $0.id) < ($1.type, $1.id) }
    drawing.edges = figure.edges.map(edge).sorted { $0.order.lexicographicallyPrecedes($1.order) }
    return .figure(drawing)
  }

  private func filled(_ text: String?) -> String? {
    text.flatMap { $0.isEmpty ? nil : self.text($0) }
  }

  private func node(_ node: Figure.Node) -> BriefLock.Node {
    BriefLock.Node(
      id: node.id, type: node.typeName, label: node.label, sublabel: node.sublabel,
      since: stated(node.properties["since"]), until: stated(node.properties["until"]),
      hasEnded: node.isEnded, hiddenNeighbours: node.hiddenNeighbourCount,
      members: node.members.sorted(), details: node.details)
  }

  private func edge(_ edge: Figure.Edge) -> BriefLock.Edge {
    BriefLock.Edge(
      from: edge.from, to: edge.to, type: edge.typeName, verb: edge.verb, dates: edge.dates,
      since: stated(edge.properties["since"]), until: stated(edge.properties["until"]),
      hasEnded: edge.isEnded, isDisputed: edge.isDisputed, isDirected: edge.isDirected,
      count: edge.count, pathRanks: edge.pathRanks,
      sources: Set(edge.sourceNumbers.compactMap { keys[$0] }).sorted())
  }

  private func stated(_ values: [String]?) -> String? {
    values.flatMap { $0.isEmpty ? nil : $0.joined(separator: " or ") }
  }

  // MARK: Words

  /// The text with the keys of sources in the place of their numbers.
  private func text(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "[")) else { return text }
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "[") {
      result += rest[..<open]
      rest = rest[open...]
      let digits = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
      if let key = Int(digits).flatMap({ keys[$0] }), rest[digits.endIndex...].first == "]" {
        result += "[\(key)]"
        rest = rest[digits.endIndex...].dropFirst()
      } else {
        result += "["
        rest = rest.dropFirst()
      }
    }
    return result + rest
  }

  private func lines(_ block: AnswerBlock) -> [String] {
    switch block {
    case .heading(let text), .paragraph(let text), .chain(let text), .note(let text): [text]
    case .steps(let items), .items(let items): items
    case .facts(let facts):
      facts.map { "\($0.label): \($0.values.joined(separator: "; "))" }
    case .tree(let lines): lines.map { String(repeating: "  ", count: $0.depth) + $0.text }
    case .table(let table):
      ([table.columns] + table.rows).map { $0.joined(separator: " | ") }
    case .sources: []
    }
  }
}

extension BriefLock.Edge {
  /// What edges are sorted by.
  var order: [String] {
    [from, to, type, since ?? "", until ?? "", dates ?? "", verb, sources.joined(separator: " ")]
  }
}
