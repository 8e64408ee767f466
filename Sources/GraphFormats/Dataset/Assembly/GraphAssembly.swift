// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// Makes a graph of stated facts: gives values their types, resolves keys, and reports whatever
/// does not fit at the place where it is written.
struct GraphAssembly {
  var findings: Findings
  let facts: StatedFacts
  let graphType: GraphType?

  /// Where the parts of the graph type are declared.
  let graphTypePlaces: GraphTypePlaces?
  let vocabulary: DatasetVocabulary
  var builder: GraphBuilder
  var typing: PropertyTyping

  /// The position of each key's entry among the stated nodes.
  private(set) var nodeIndex: [String: Int] = [:]

  /// By position; nil for an entry whose key another one has.
  private(set) var handles: [NodeHandle?] = []

  /// The position of the entry of each node, by handle.
  private(set) var entryOfNode: [Int] = []

  /// Where each edge is stated, by handle.
  private(set) var originOfEdge: [EdgeOrigin] = []

  /// When each entry's node existed, as far as the entry says so.
  var validity: [Validity] = []

  /// When each edge held, by handle, as far as the entry says so.
  var edgeValidity: [Validity] = []

  private var sourceIDs: [String: SourceID] = [:]

  /// Whether anything cites a source, by its position among the stated ones.
  private(set) var citedSources: [Bool] = []

  /// Properties whose values have been reported on, so that they do not count as missing too.
  var unreadable: Set<SubjectProperty> = []

  /// Ends that were not found, so that the edges do not count as missing too.
  private(set) var danglingEdges: Set<SubjectProperty> = []

  private var identifiedEdges: [EdgeIdentity: TextPlace] = [:]

  /// Where the ends of an edge that is not in an entry are kept.
  struct EdgeOrigin: Sendable {
    /// The position of the entry, nil for an edge of a table.
    var entry: Int?
    var position: Int
  }

  struct Validity: Sendable {
    var since: PartialDate?
    var until: PartialDate?
  }

  struct SubjectProperty: Hashable {
    var subject: GraphViolation.Subject
    var property: String
  }

  private struct EdgeIdentity: Hashable {
    var from: String
    var type: String
    var to: String
    var identifier: String
  }

  init(
    _ facts: StatedFacts, graphType: GraphType?, places: GraphTypePlaces?,
    description: GraphDescription, vocabulary: DatasetVocabulary, findings: Findings
  ) {
    self.facts = facts
    graphTypePlaces = places
    self.graphType = graphType
    self.vocabulary = vocabulary
    self.findings = findings
    typing = PropertyTyping(graphType)
    builder = GraphBuilder(graphType: graphType, description: description)
  }

  /// Adds everything and returns the graph, nil when anything is wrong.
  mutating func assemble() -> PropertyGraph? {
    addSources()
    addNodes()
    addEdges()
    if findings.hasErrors {
      report(builder.violations())
      return nil
    }
    do throws(GraphBuildingError) {
      return try builder.freeze()
    } catch {
      if case .violations(let violations) = error {
        report(violations)
      } else {
        findings.report(DatasetMessages.notBuilt(error), file: "graph.yaml")
      }
      return nil
    }
  }

  // MARK: - Sources

  private mutating func addSources() {
    var keys = UniqueKeys()
    citedSources = [Bool](repeating: false, count: facts.sources.count)
    for source in facts.sources {
      guard keys.add(source.key, noun: "source", &findings) else { continue }
      var entry = Source(key: source.key.text, title: source.title?.text ?? source.key.text)
      if source.title == nil {
        findings.report(
          DatasetMessages.missingKey("title", of: "source"), at: source.key.place)
      }
      entry.publisher = source.publisher?.text
      entry.url = address(source.url)
      entry.published = date(source.published)
      entry.retrieved = date(source.retrieved)
      entry.language = source.language?.text
      entry.licence = source.licence?.text
      entry.note = source.note?.text
      do throws(GraphBuildingError) {
        sourceIDs[source.key.text] = try builder.addSource(entry)
      } catch {
        // The keys were compared above.
        findings.report(DatasetMessages.notBuilt(error), at: source.key.place)
      }
    }
    // Numbers follow the order of addition, from 0.
    sourcePositions = keys.positions
  }

  /// The position of each source in the register among the stated ones.
  private var sourcePositions: [Int] = []

  private mutating func address(_ text: PlacedText?) -> String? {
    guard let text else { return nil }
    let lower = text.text.lowercased()
    guard lower.hasPrefix("https://") || lower.hasPrefix("http://") else {
      findings.report(DatasetMessages.badAddress(text.text), at: text.place)
      return nil
    }
    return text.text
  }

  private mutating func date(_ text: PlacedText?) -> PartialDate? {
    guard let text else { return nil }
    switch PropertyType.partialDate.parse(text.text) {
    case .success(.partialDate(let date)): return date
    case .success: return nil
    case .failure(let problem):
      findings.report(DatasetMessages.badValue(problem), at: text.place)
      return nil
    }
  }

  /// What a support cites, without the sources that are not registered; those are reported.
  mutating func citations(_ support: Support?) -> [Citation] {
    guard let support else { return [] }
    var citations: [Citation] = []
    citations.reserveCapacity(support.citations.count)
    for citation in support.citations {
      let key = citation.source
      guard let source = sourceIDs[key.text] else {
        if facts.unreadKeys.contains(key.text) { continue }
        let help = findings.suggestion(for: key.text, among: sourceKeys)
        findings.report(DatasetMessages.unknownSource(key.text, help: help), at: key.place)
        continue
      }
      citedSources[sourcePositions[Int(source.rawValue)]] = true
      citations.append(
        Citation(source: source, locator: citation.locator, quote: citation.quote))
    }
    return citations
  }

  /// The same without a report, for the default sources of an entry, which have had theirs.
  private func knownCitations(_ support: Support?) -> [Citation] {
    (support?.citations ?? []).compactMap { citation in
      sourceIDs[citation.source.text].map {
        Citation(source: $0, locator: citation.locator, quote: citation.quote)
      }
    }
  }

  private lazy var sourceKeys: [String] = sourceIDs.keys.sorted()
  private lazy var nodeKeys: [String] = nodeIndex.keys.sorted()

  // MARK: - Nodes

  private mutating func addNodes() {
    var keys = UniqueKeys()
    nodeIndex.reserveCapacity(facts.nodes.count)
    handles.reserveCapacity(facts.nodes.count)
    validity = [Validity](repeating: Validity(), count: facts.nodes.count)
    for (position, node) in facts.nodes.enumerated() {
      let isFirst = keys.add(node.key, noun: "node", &findings)
      addNode(node, position, isFirst: isFirst)
    }
  }

  private mutating func addNode(_ node: StatedNode, _ position: Int, isFirst: Bool) {
    let subject = GraphViolation.Subject.node(NodeHandle(rawValue: UInt32(entryOfNode.count)))
    let rules = typing.rules(ofNodeType: node.type.text)
    let supports = node.supports.map { (citations($0), $0.note) }
    var properties: [(name: String, value: Value)] = []
    var claims: [Claim] = []
    read(
      node.statements, rules, subject, byDefault: supports.first?.0 ?? [], into: &properties,
      &claims)
    validity[position] = Self.validity(properties)
    let names = node.names.compactMap { name(of: $0) }
    guard isFirst else {
      handles.append(nil)
      return
    }
    do throws(GraphBuildingError) {
      let handle = try builder.addNode(
        type: node.type.text, key: node.key.text, properties: properties, names: names)
      for (citations, note) in supports where !citations.isEmpty || note != nil {
        builder.addClaim(Claim(citations: citations, note: note), on: handle)
      }
      for claim in claims { builder.addClaim(claim, on: handle) }
      handles.append(handle)
      entryOfNode.append(position)
      nodeIndex[node.key.text] = position
    } catch {
      findings.report(DatasetMessages.notBuilt(error), at: node.key.place)
      handles.append(nil)
    }
  }

  private mutating func name(of name: StatedName) -> NodeName? {
    var kind = NodeName.Kind.other
    if let text = name.kind {
      guard let known = NodeName.Kind(rawValue: text.text) else {
        let kinds = NodeName.Kind.allCases.map(\.rawValue)
        let help = findings.suggestion(for: text.text, among: kinds)
        findings.report(
          DatasetMessages.unknownNameKind(text.text, kinds: kinds, help: help), at: text.place)
        return nil
      }
      kind = known
    }
    return NodeName(name.name.text, kind: kind, language: name.language?.text)
  }

  // MARK: - Edges

  private mutating func addEdges() {
    for (position, node) in facts.nodes.enumerated() where !node.edges.isEmpty {
      let byDefault = knownCitations(node.supports.first)
      for (edgePosition, edge) in node.edges.enumerated() {
        addEdge(
          edge, from: position, source: handles[position], byDefault: byDefault,
          origin: EdgeOrigin(entry: position, position: edgePosition))
      }
    }
    for (position, loose) in facts.looseEdges.enumerated() {
      let source = entry(of: loose.from)
      if source == nil, let target = entry(of: loose.edge.to), let handle = handles[target] {
        danglingEdges.insert(.init(subject: .node(handle), property: loose.edge.type.text))
      }
      addEdge(
        loose.edge, from: source, source: source.flatMap { handles[$0] }, byDefault: [],
        origin: EdgeOrigin(entry: nil, position: position))
    }
  }

  /// The entry that a text names as an end; reports a name that nothing has.
  private mutating func entry(of end: PlacedText) -> Int? {
    if let position = nodeIndex[end.text], isSame(facts.nodes[position].key.text, end.text) {
      return position
    }
    if !facts.unreadKeys.contains(end.text) {
      let nearest = findings.nearest(to: end.text, among: nodeKeys)
      let name = nearest.flatMap { nodeIndex[$0] }.flatMap { facts.nodes[$0].officialName?.text }
      findings.report(
        DatasetMessages.unknownNode(end.text, nearest: nearest, name: name), at: end.place)
    }
    return nil
  }

  private mutating func addEdge(
    _ edge: StatedEdge, from: Int?, source: NodeHandle?, byDefault: [Citation],
    origin: EdgeOrigin
  ) {
    let target = entry(of: edge.to)
    let handle = EdgeHandle(rawValue: UInt32(originOfEdge.count))
    let rules = typing.rules(
      ofEdgeType: edge.type.text, from: from.map { facts.nodes[$0].type.text } ?? "",
      to: target.map { facts.nodes[$0].type.text } ?? "")
    let supports: [(citations: [Citation], note: String?)] =
      edge.supports?.map { (citations($0), $0.note) } ?? [(byDefault, nil)]
    var properties: [(name: String, value: Value)] = []
    var claims: [Claim] = []
    read(
      edge.statements, rules, .edge(handle), byDefault: supports.first?.citations ?? [],
      into: &properties, &claims)
    guard let source, let target, let targetHandle = handles[target] else {
      if let source {
        danglingEdges.insert(.init(subject: .node(source), property: edge.type.text))
      }
      return
    }
    checkIdentifier(edge, from: from)
    do throws(GraphBuildingError) {
      let added = try builder.addEdge(
        type: edge.type.text, from: source, to: targetHandle, identifier: edge.identifier?.text,
        properties: properties)
      for (citations, note) in supports where !citations.isEmpty || note != nil {
        builder.addClaim(Claim(citations: citations, note: note), on: added)
      }
      for claim in claims { builder.addClaim(claim, on: added) }
      originOfEdge.append(origin)
      edgeValidity.append(Self.validity(properties))
    } catch {
      findings.report(DatasetMessages.notBuilt(error), at: edge.to.place)
    }
  }

  private mutating func checkIdentifier(_ edge: StatedEdge, from: Int?) {
    guard let identifier = edge.identifier, let from else { return }
    let identity = EdgeIdentity(
      from: facts.nodes[from].key.text, type: edge.type.text, to: edge.to.text,
      identifier: identifier.text)
    if let first = identifiedEdges[identity] {
      findings.report(
        DatasetMessages.duplicateEdgeIdentifier(identifier.text), at: identifier.place,
        notes: [("the first is here", first)])
    } else {
      identifiedEdges[identity] = identifier.place
    }
  }

  private static func validity(_ properties: [(name: String, value: Value)]) -> Validity {
    var validity = Validity()
    for (name, value) in properties {
      guard case .partialDate(let date) = value else { continue }
      if name == "since" { validity.since = date }
      if name == "until" { validity.until = date }
    }
    return validity
  }

  /// Whether two texts are the same byte for byte, where Swift would call them equal.
  private func isSame(_ left: String, _ right: String) -> Bool {
    left.utf8.elementsEqual(right.utf8)
  }
}
