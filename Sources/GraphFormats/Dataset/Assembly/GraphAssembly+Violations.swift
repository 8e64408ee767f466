// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// What the graph type forbids, at the place where somebody wrote it.
extension GraphAssembly {
  mutating func report(_ violations: [GraphViolation]) {
    for violation in violations { report(violation) }
  }

  private mutating func report(_ violation: GraphViolation) {
    let subject = violation.subject
    if let property = violation.property,
      unreadable.contains(.init(subject: subject, property: property))
    {
      return
    }
    switch violation.kind {
    case .unknownNodeType(let name):
      let help = findings.suggestion(for: name, among: vocabulary.nodeTypes)
      findings.report(
        DatasetMessages.unknownNodeType(name, known: vocabulary.nodeTypes, help: help),
        at: typePlace(of: subject))
    case .abstractNodeType(let name):
      findings.report(
        DatasetMessages.abstractNodeType(name, concrete: subtypes(of: name)),
        at: typePlace(of: subject))
    case .unknownProperty(let name, let type):
      reportUnknownProperty(name, of: type, subject)
    case .missingProperty(let name, let type):
      findings.report(DatasetMessages.missingProperty(name, of: type), at: place(of: subject))
    case .wrongType(let property, let expected, let value):
      findings.report(
        DatasetMessages.wrongType(property, expected: expected.name, value: value),
        at: valuePlace(property, of: subject))
    case .patternMismatch(let property, let value, let pattern):
      findings.report(
        DatasetMessages.patternMismatch(
          value, property: property, pattern: pattern, example: nil),
        at: valuePlace(property, of: subject))
    case .notInEnumeration(let property, let value, let allowed):
      findings.report(
        DatasetMessages.notInEnumeration(value, property: property, allowed: allowed, help: nil),
        at: valuePlace(property, of: subject))
    case .duplicateValue(let property, let value):
      findings.report(
        DatasetMessages.duplicateValue(value, property: property),
        at: valuePlace(property, of: subject),
        notes: related(violation, property).map { [("the first is here", $0)] } ?? [])
    case .duplicateKey(let properties, let values, let type):
      let property = properties.first ?? "name"
      findings.report(
        DatasetMessages.duplicateTypeKey(properties, values: values, of: type),
        at: valuePlace(property, of: subject),
        notes: related(violation, property).map { [("the first is here", $0)] } ?? [])
    case .unknownEdgeType(let name):
      let help = findings.suggestion(for: name, among: vocabulary.edgeTypes)
      findings.report(
        DatasetMessages.unknownEdgeType(name, help: help), at: typePlace(of: subject))
    case .wrongEnds(let type, let from, let to, let allowed):
      findings.report(
        DatasetMessages.wrongEnds(type, from: from, to: to, allowed: allowed),
        at: place(of: subject))
    case .tooFewEdges(let type, let isOutgoing, let count, let allowed):
      guard !danglingEdges.contains(.init(subject: subject, property: type)) else { return }
      findings.report(
        DatasetMessages.edgeCount(
          type, isOutgoing: isOutgoing, count: count, allowed: allowed.description, isFew: true),
        at: place(of: subject))
    case .tooManyEdges(let type, let isOutgoing, let count, let allowed):
      findings.report(
        DatasetMessages.edgeCount(
          type, isOutgoing: isOutgoing, count: count, allowed: allowed.description, isFew: false),
        at: excessPlace(type, isOutgoing: isOutgoing, allowed: allowed.maximum, subject))
    case .endsBeforeItStarts(let since, let until):
      let start = valuePlace("since", of: subject)
      findings.report(
        DatasetMessages.endsBeforeItStarts(since: since, until: until),
        at: valuePlace("until", of: subject), notes: [("it starts here", start)])
    }
  }

  private mutating func reportUnknownProperty(
    _ name: String, of type: String, _ subject: GraphViolation.Subject
  ) {
    let place = statement(name, of: subject)?.property.place ?? self.place(of: subject)
    let known: [String]
    switch subject {
    case .node: known = vocabulary.keys(inEntryOf: type)
    case .edge(let edge):
      known = edgeKeys(of: edge)
    }
    let help = findings.suggestion(for: name, among: known)
    findings.report(DatasetMessages.unknownProperty(name, of: type, help: help), at: place)
  }

  // MARK: - What a violation is about

  private func node(of subject: GraphViolation.Subject) -> StatedNode? {
    switch subject {
    case .node(let handle): facts.nodes[entryOfNode[Int(handle.rawValue)]]
    case .edge: nil
    }
  }

  private func edge(of handle: EdgeHandle) -> StatedEdge {
    let origin = originOfEdge[Int(handle.rawValue)]
    guard let entry = origin.entry else { return facts.looseEdges[origin.position].edge }
    return facts.nodes[entry].edges[origin.position]
  }

  private mutating func edgeKeys(of handle: EdgeHandle) -> [String] {
    let edge = edge(of: handle)
    let origin = originOfEdge[Int(handle.rawValue)]
    let from =
      origin.entry.map { facts.nodes[$0].type.text }
      ?? nodeIndex[facts.looseEdges[origin.position].from.text].map { facts.nodes[$0].type.text }
    let to = nodeIndex[edge.to.text].map { facts.nodes[$0].type.text }
    let rules = typing.rules(ofEdgeType: edge.type.text, from: from ?? "", to: to ?? "")
    return rules.keys.sorted() + ["to", "id", "sources"]
  }

  private func statement(
    _ property: String, of subject: GraphViolation.Subject
  ) -> Statement? {
    switch subject {
    case .node: node(of: subject)?.statement(of: property)
    case .edge(let handle):
      edge(of: handle).statements.first { $0.property.text == property }
    }
  }

  /// The key of a node, the target of an edge.
  private func place(of subject: GraphViolation.Subject) -> TextPlace {
    switch subject {
    case .node(let handle): facts.nodes[entryOfNode[Int(handle.rawValue)]].key.place
    case .edge(let handle): edge(of: handle).to.place
    }
  }

  private func typePlace(of subject: GraphViolation.Subject) -> TextPlace {
    switch subject {
    case .node(let handle): facts.nodes[entryOfNode[Int(handle.rawValue)]].type.place
    case .edge(let handle): edge(of: handle).type.place
    }
  }

  /// The value that the column holds; the subject itself where none is written.
  private func valuePlace(_ property: String, of subject: GraphViolation.Subject) -> TextPlace {
    guard let statement = statement(property, of: subject) else { return place(of: subject) }
    return statement.claims[statement.leading].value.place
  }

  private func related(_ violation: GraphViolation, _ property: String) -> TextPlace? {
    violation.related.map { valuePlace(property, of: $0) }
  }

  /// The first edge beyond the number allowed, when they all stand in the entry of the node.
  private func excessPlace(
    _ type: String, isOutgoing: Bool, allowed: Int?, _ subject: GraphViolation.Subject
  ) -> TextPlace {
    guard isOutgoing, let allowed, let node = node(of: subject) else { return place(of: subject) }
    let edges = node.edges.filter { $0.type.text == type }
    return edges.count > allowed ? edges[allowed].to.place : place(of: subject)
  }

  private func subtypes(of name: String) -> [String] {
    guard let graphType else { return [] }
    return graphType.concreteNodeTypes
      .filter { type in graphType.lineage(of: type).contains { $0.name == name } }
      .map(\.name).sorted()
  }
}
