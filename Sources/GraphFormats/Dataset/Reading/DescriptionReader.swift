// SPDX-License-Identifier: Apache-2.0

import GraphModel
import SourceDiagnostics

/// Reads `graph.yaml`: what a dataset says about itself.
struct DescriptionReader {
  private(set) var description = GraphDescription()

  /// Where the graph type lies, relative to the dataset.
  private(set) var graphTypePath: PlacedText?

  // The names to be looked up once the graph type is known.
  private var nodeTypes: [PlacedText] = []
  private var edgeTypes: [PlacedText] = []

  /// Borrowed from the loader while reading.
  private(set) var reader: DatasetReader

  private static let keys = [
    "title", "description", "licence", "language", "as-of", "graph-type", "types", "edges",
    "instruments", "facets",
  ]

  init(_ reading: YAMLReading, findings: Findings) {
    reader = DatasetReader(findings: findings, vocabulary: DatasetVocabulary(nil))
    reader.file = reader.findings.texts.add(reading.text)
    reader.findings.report(reading.diagnostics)
    guard let root = reading.root else { return }
    guard let pairs = root.pairs else {
      reader.findings.report(
        DatasetMessages.expectedMapping("graph.yaml", shown: reader.shown(root)),
        at: reader.place(root))
      return
    }
    for pair in pairs { read(pair) }
  }

  private mutating func read(_ pair: YAMLPair) {
    switch pair.name {
    case "title": description.title = reader.text(of: pair)?.text
    case "description": description.summary = reader.text(of: pair).map { Self.trimmed($0.text) }
    case "licence": description.licence = reader.text(of: pair)?.text
    case "language": description.language = reader.text(of: pair)?.text
    case "as-of": description.asOf = date(of: pair)
    case "graph-type": graphTypePath = reader.text(of: pair)
    case "types": for type in entries(of: pair) { readType(type) }
    case "edges": for edge in entries(of: pair) { readEdge(edge) }
    case "instruments":
      let types = texts(of: pair)
      nodeTypes += types
      description.instrumentTypes = types.map(\.text)
    case "facets": for facet in entries(of: pair) { readFacet(facet) }
    default: reader.reportUnknownKey(pair, of: "graph.yaml", among: Self.keys)
    }
  }

  // MARK: - Words

  private mutating func readType(_ pair: YAMLPair) {
    nodeTypes.append(reader.placed(pair.key))
    var wording = TypeWording()
    for word in entries(of: pair) {
      switch word.name {
      case "title": wording.title = reader.text(of: word)?.text
      case "plural": wording.plural = reader.text(of: word)?.text
      default: reader.reportUnknownKey(word, of: "a node type's words", among: ["title", "plural"])
      }
    }
    description.types[pair.name] = wording
  }

  private mutating func readEdge(_ pair: YAMLPair) {
    edgeTypes.append(reader.placed(pair.key))
    var wording = description.wording(ofEdgeType: pair.name)
    for word in entries(of: pair) {
      switch word.name {
      case "verb": if let text = reader.text(of: word)?.text { wording.verb = text }
      case "inverse": if let text = reader.text(of: word)?.text { wording.inverse = text }
      case "sentence":
        guard let text = reader.text(of: word) else { continue }
        wording.sentence = text.text
        for end in ["{from}", "{to}"] where !text.text.contains(end) {
          reader.findings.report(
            DatasetMessages.sentenceWithoutEnd(text.text, end), at: text.place)
        }
      default:
        reader.reportUnknownKey(
          word, of: "an edge type's words", among: ["sentence", "verb", "inverse"])
      }
    }
    description.edges[pair.name] = wording
  }

  // MARK: - Facets

  private mutating func readFacet(_ pair: YAMLPair) {
    var facet = Facet(edges: [])
    for part in entries(of: pair) {
      switch part.name {
      case "type":
        let types =
          part.value.items == nil ? reader.text(of: part).map { [$0] } ?? [] : texts(of: part)
        nodeTypes += types
        facet.types = types.map(\.text)
      case "edges":
        let edges = texts(of: part)
        edgeTypes += edges
        facet.edges = edges.map(\.text)
      case "expand": facet.expansion = expansion(part)
      default:
        reader.reportUnknownKey(part, of: "a facet", among: ["type", "edges", "expand"])
      }
    }
    if facet.edges.isEmpty, !(pair.value.pairs ?? []).contains(where: { $0.name == "edges" }) {
      reader.findings.report(
        DatasetMessages.missingKey("edges", of: "facet"), at: reader.place(pair.key))
    }
    description.facets[pair.name] = facet
  }

  private mutating func expansion(_ pair: YAMLPair) -> Facet.Expansion? {
    var edge: PlacedText?
    var isOutgoing: Bool?
    for part in entries(of: pair) {
      switch part.name {
      case "edge": edge = reader.text(of: part)
      case "direction":
        guard let text = reader.text(of: part) else { continue }
        switch text.text {
        case "out": isOutgoing = true
        case "in": isOutgoing = false
        default:
          reader.findings.report(DatasetMessages.unknownDirection(text.text), at: text.place)
        }
      default: reader.reportUnknownKey(part, of: "an expansion", among: ["edge", "direction"])
      }
    }
    guard let edge else {
      reader.findings.report(
        DatasetMessages.missingKey("edge", of: "expansion"), at: reader.place(pair.key))
      return nil
    }
    edgeTypes.append(edge)
    return Facet.Expansion(edge: edge.text, isOutgoing: isOutgoing ?? true)
  }

  // MARK: - Shapes

  private mutating func entries(of pair: YAMLPair) -> [YAMLPair] {
    if let pairs = pair.value.pairs { return pairs }
    if pair.value.isAbsent {
      reader.reportAbsent(pair)
    } else {
      reader.findings.report(
        DatasetMessages.expectedMapping(pair.name, shown: reader.shown(pair.value)),
        at: reader.place(pair.value))
    }
    return []
  }

  private mutating func texts(of pair: YAMLPair) -> [PlacedText] {
    guard let items = pair.value.items else {
      reader.findings.report(
        DatasetMessages.expectedList(pair.name), at: reader.place(pair.value))
      return []
    }
    var texts: [PlacedText] = []
    for item in items {
      if item.text != nil, !item.isAbsent {
        texts.append(reader.placed(item))
      } else {
        reader.findings.report(DatasetMessages.expectedText(pair.name), at: reader.place(item))
      }
    }
    return texts
  }

  private mutating func date(of pair: YAMLPair) -> PartialDate? {
    guard let text = reader.text(of: pair) else { return nil }
    switch PropertyType.partialDate.parse(text.text) {
    case .success(.partialDate(let date)): return date
    case .success: return nil
    case .failure(let problem):
      reader.findings.report(DatasetMessages.badValue(problem), at: text.place)
      return nil
    }
  }

  private static func trimmed(_ text: String) -> String {
    var text = text
    while text.last == "\n" { text.removeLast() }
    return text
  }

  // MARK: - Checking against the graph type

  /// Reports the names that the graph type does not have.
  mutating func checkNames(_ vocabulary: DatasetVocabulary, findings: inout Findings) {
    let knownNodeTypes = Set(vocabulary.nodeTypes)
    for name in nodeTypes where !knownNodeTypes.contains(name.text) {
      let help = findings.suggestion(for: name.text, among: vocabulary.nodeTypes)
      findings.report(
        DatasetMessages.unknownNodeType(name.text, known: vocabulary.nodeTypes, help: help),
        at: name.place)
    }
    let knownEdgeTypes = Set(vocabulary.edgeTypes)
    for name in edgeTypes where !knownEdgeTypes.contains(name.text) {
      let help = findings.suggestion(for: name.text, among: vocabulary.edgeTypes)
      findings.report(
        DatasetMessages.unknownEdgeType(name.text, help: help), at: name.place)
    }
  }
}
