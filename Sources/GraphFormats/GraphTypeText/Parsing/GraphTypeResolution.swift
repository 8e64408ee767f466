// SPDX-License-Identifier: Apache-2.0

internal import GraphModel
internal import SourceDiagnostics

/// Makes a graph type of what was written: gives each node type its name and labels, and looks up
/// what the ends of edge types refer to.
struct GraphTypeResolution {
  /// A fault with the further place that explains it.
  struct Finding {
    let fault: GraphTypeFault
    let span: Range<Int>
    var note: (text: String, span: Range<Int>)?
  }

  let syntax: GraphTypeSyntax
  private(set) var graphType: GraphType
  private(set) var places: GraphTypePlaces
  private(set) var findings: [Finding] = []

  /// By alias.
  private var aliases: [String: Int] = [:]
  /// By name; the first of several.
  private var names: [String: Int] = [:]

  init(_ syntax: GraphTypeSyntax, source: SourceText) {
    self.syntax = syntax
    graphType = GraphType(name: syntax.name.text, isClosed: syntax.isClosed)
    places = GraphTypePlaces(source: source)
    places.name = syntax.name.span
  }

  mutating func resolve() {
    for node in syntax.nodeTypes { add(node) }
    for edge in syntax.edgeTypes { add(edge) }
  }

  // MARK: Node types

  private mutating func add(_ node: NodeTypeSyntax) {
    let labels = node.contents.allLabels
    guard let name = node.name ?? labels.first else { return }
    let index = graphType.nodeTypes.count
    graphType.nodeTypes.append(
      NodeType(
        name: name.text,
        labels: labels.isEmpty && !node.contents.hasKey ? [name.text] : labels.map(\.text),
        isAbstract: node.isAbstract, supertypes: node.supertypes.map(\.text),
        properties: node.contents.properties.map(\.declaration), key: node.key.map(\.text)))
    places.nodeTypes.append(
      .init(
        name: name.span, supertypes: node.supertypes.map(\.span), key: node.key.map(\.span),
        properties: node.contents.properties.map(\.places)))
    if names[name.text] == nil { names[name.text] = index }
    guard let alias = node.contents.alias else { return }
    if let first = aliases[alias.text] {
      findings.append(
        Finding(
          fault: .duplicateAlias(alias.text), span: alias.span,
          note: aliasSpan(of: first).map { ("first given here", $0) }))
    } else {
      aliases[alias.text] = index
    }
  }

  private func aliasSpan(of nodeType: Int) -> Range<Int>? {
    // Node types without name and labels were dropped, so positions are those of the rest.
    let kept = syntax.nodeTypes.filter { $0.name != nil || !$0.contents.allLabels.isEmpty }
    return kept.indices.contains(nodeType) ? kept[nodeType].contents.alias?.span : nil
  }

  // MARK: Edge types

  private mutating func add(_ edge: EdgeTypeSyntax) {
    guard let label = edge.label ?? edge.name else { return }
    let name = edge.name ?? label
    let source = labels(of: edge.source)
    let target = labels(of: edge.target)
    graphType.edgeTypes.append(
      EdgeType(
        name: name.text, label: label.text, isDirected: edge.isDirected, from: source.map(\.text),
        to: target.map(\.text), properties: edge.properties.map(\.declaration),
        outgoing: edge.outgoing?.cardinality ?? .any, incoming: edge.incoming?.cardinality ?? .any
      ))
    places.edgeTypes.append(
      .init(
        name: name.span, source: source.map(\.span), target: target.map(\.span),
        properties: edge.properties.map(\.places), outgoing: edge.outgoing?.span,
        incoming: edge.incoming?.span))
  }

  /// The labels that an end takes, with the places where it names them.
  private mutating func labels(of end: EdgeTypeSyntax.End) -> [SpannedName] {
    switch end {
    case .labels(let names):
      return names
    case .reference(let name):
      if let index = aliases[name.text] ?? names[name.text] {
        return representative(of: index, at: name.span)
      }
      let known = Array(aliases.keys) + Array(names.keys)
      findings.append(
        Finding(
          fault: .unknownAlias(
            name.text, suggestion: Suggestion.didYouMean(name.text, among: known.sorted())),
          span: name.span))
      return []
    case .labelSet(let labels, let span):
      let wanted = Set(labels.map(\.text))
      if let index = graphType.nodeTypes.firstIndex(where: { Set($0.labels) == wanted }) {
        return representative(of: index, at: span)
      }
      findings.append(Finding(fault: .unknownLabelSet(labels.map(\.text)), span: span))
      return []
    }
  }

  /// The label by which an end names a node type: the one that is its name, else its first.
  private mutating func representative(
    of index: Int, at span: Range<Int>
  ) -> [SpannedName] {
    let type = graphType.nodeTypes[index]
    guard let label = type.labels.first(where: { $0 == type.name }) ?? type.labels.first else {
      findings.append(Finding(fault: .endWithoutLabel(type.name), span: span))
      return []
    }
    return [SpannedName(text: label, span: span)]
  }
}
