// SPDX-License-Identifier: Apache-2.0

public import GraphDrawing
public import GraphModel

/// A graph type as an entity-relationship figure: a box for each node type with its properties,
/// and one line for all edge types that may join the same two.
///
/// Types that others extend are boxes too, so that a property or an edge type which several share
/// is drawn once; the others say what they extend. A declaration may allow many pairs of types that no data use; lines are drawn for
/// the pairs that the graph has, or for all that the type allows while the graph has no edges.
public struct GraphTypeFigure: Sendable {
  private struct Pair: Hashable {
    let source: String
    let target: String
  }

  /// More verbs than this on one line, and more properties in one box, are counted, not listed.
  private static let listedVerbs = 3
  private static let listedProperties = 6
  /// Where a list of types goes on on the next line, in characters.
  private static let lineLength = 34

  private let graphType: GraphType
  private let graph: PropertyGraph

  /// - Complexity: linear in the number of edges.
  public init(_ graphType: GraphType, of graph: PropertyGraph) {
    self.graphType = graphType
    self.graph = graph
  }

  public func figure(title: String) -> Figure {
    let pairs = declaredPairs
    let edges = typedEdges(pairs)
    let nodes = graphType.nodeTypes.sorted { $0.name < $1.name }
      .map { node($0, edges[$0.name] ?? []) }
    var figure = Figure(
      title: title,
      subtitle: graph.edgeCount == 0
        ? "Node types, and the edges that may join them"
        : "Node types, and the edges that join them in the data",
      direction: .topDown, nodes: nodes, edges: links(pairs))
    // Types are linked to so many others that ranks by links would be one long chain.
    figure.ranking = .rows
    var notes = ["* A node must have the property."]
    if figure.edges.contains(where: { $0.verb.contains("..") }) {
      notes.append("[0..1] So many such edges each node has; where nothing is said, any number.")
    }
    if figure.nodes.contains(where: { $0.details.contains { $0.hasPrefix("+ ") } }) {
      notes.append("Properties that are not shown are listed by the same command as text.")
    }
    figure.notes = notes
    return figure
  }

  // MARK: Boxes

  private func node(_ type: NodeType, _ edges: [TypedEdges]) -> Figure.Node {
    let title = DisplayLabel.title(ofType: type.name, in: graph.description)
    let count = graph.nodes(ofType: type.name).count
    var node = Figure.Node(
      id: type.name, typeName: type.name, typeTitle: title, label: title,
      sublabel: [
        type.supertypes.isEmpty
          ? nil
          : "extends "
            + type.supertypes.map { DisplayLabel.title(ofType: $0, in: graph.description) }
            .joined(separator: ", "),
        type.isAbstract ? "abstract" : count == 0 ? nil : "\(count) in the graph",
      ].compactMap { $0 }.joined(separator: ", ").nonEmpty,
      labels: graphType.allLabels(of: type))
    let key = Set(type.key)
    let ordered =
      type.properties.filter { key.contains($0.name) }
      + type.properties.filter { !key.contains($0.name) && $0.isRequired }
      + type.properties.filter { !key.contains($0.name) && !$0.isRequired }
    // One more line is no longer than the words that there is one more.
    let limit =
      ordered.count == Self.listedProperties + 1 ? ordered.count : Self.listedProperties
    node.details = ordered.prefix(limit).map { property in
      (key.contains(property.name) ? "key " : "")
        + "\(property.name)\(property.isRequired ? "*" : ""): \(property.type.name.lowercased())"
    }
    if ordered.count > limit { node.details.append("+ \(ordered.count - limit) more properties") }
    if node.details.isEmpty { node.details = ["no properties of its own"] }
    node.details += edges.flatMap(lines)
    return node
  }

  /// "→ covers: Programme, State", on as many lines as that takes.
  private func lines(_ edges: TypedEdges) -> [String] {
    var lines: [String] = []
    for (position, target) in edges.targets.enumerated() {
      let title = DisplayLabel.title(ofType: target, in: graph.description)
      let word = title + (position + 1 < edges.targets.count ? "," : "")
      guard let last = lines.last else {
        lines.append("→ \(edges.verb): \(word)")
        continue
      }
      if last.count + 1 + word.count > Self.lineLength {
        lines.append(Figure.Node.continuation + word)
      } else {
        lines[lines.count - 1] += " \(word)"
      }
    }
    return lines
  }

  // MARK: Lines

  /// One line for each two types, with the verbs of both directions: those of the one as they are,
  /// those of the other the other way round, so that all are read along the line.
  ///
  /// The boxes say what the lines mean, and what leads from a type to itself.
  private func links(_ pairs: [(pair: Pair, type: EdgeType)]) -> [Figure.Edge] {
    var verbs: [Pair: [String]] = [:]
    for (pair, type) in pairs where pair.source != pair.target {
      let isTurned =
        verbs[pair] == nil && verbs[Pair(source: pair.target, target: pair.source)] != nil
      let line = isTurned ? Pair(source: pair.target, target: pair.source) : pair
      let wording = graph.description.wording(ofEdgeType: type.label)
      let cardinality = isTurned ? type.incoming : type.outgoing
      let mark = cardinality == .any ? "" : " [\(cardinality)]"
      verbs[line, default: []].append((isTurned ? wording.inverse : wording.verb) + mark)
    }
    return verbs.sorted { ($0.key.source, $0.key.target) < ($1.key.source, $1.key.target) }
      .map { pair, verbs in
        var edge = Figure.Edge(
          from: pair.source, to: pair.target, typeName: "edges", verb: listed(verbs.uniqued),
          lineKind: .other)
        edge.isLabelled = false
        return edge
      }
  }

  /// What a type says of its edges of one type, and where they lead.
  private struct TypedEdges {
    var label: String
    var verb: String
    var targets: [String]
  }

  /// By the type that the edges lead from.
  private func typedEdges(_ pairs: [(pair: Pair, type: EdgeType)]) -> [String: [TypedEdges]] {
    var edges: [String: [TypedEdges]] = [:]
    for (pair, type) in pairs {
      var known = edges[pair.source] ?? []
      // Pairs come sorted by edge type.
      if known.last?.label == type.label {
        known[known.count - 1].targets.append(pair.target)
      } else {
        let mark = type.outgoing == .any ? "" : " [\(type.outgoing)]"
        known.append(
          TypedEdges(
            label: type.label, verb: graph.description.wording(ofEdgeType: type.label).verb + mark,
            targets: [pair.target]))
      }
      edges[pair.source] = known
    }
    return edges
  }

  private func listed(_ verbs: [String]) -> String {
    guard verbs.count > Self.listedVerbs else { return verbs.joined(separator: ", ") }
    let listed = verbs.prefix(Self.listedVerbs - 1).joined(separator: ", ")
    return "\(listed), \(verbs.count - Self.listedVerbs + 1) more"
  }

  /// The pairs of ends that edge types declare, as far as the graph has such an edge.
  private var declaredPairs: [(pair: Pair, type: EdgeType)] {
    let present = graph.edgeCount == 0 ? nil : presentPairs
    var pairs: [(Pair, EdgeType)] = []
    var known: Set<String> = []
    for type in graphType.edgeTypes.sorted(by: { $0.label < $1.label }) {
      for source in ends(type.sourceLabels) {
        for target in ends(type.targetLabels) {
          let isUsed = present.map { present in
            (present[type.label] ?? []).contains { pair in
              isKind(pair.source, of: source) && isKind(pair.target, of: target)
            }
          }
          guard isUsed ?? true, known.insert("\(type.label)\u{0}\(source)\u{0}\(target)").inserted
          else { continue }
          pairs.append((Pair(source: source, target: target), type))
        }
      }
    }
    return pairs
  }

  /// The node types that the labels of an end name; all concrete ones where it names none.
  private func ends(_ labels: [String]) -> [String] {
    let named = graphType.nodeTypes.filter { labels.contains($0.name) }.map(\.name)
    if !named.isEmpty { return named }
    return graphType.concreteNodeTypes
      .filter { graphType.end(labels, admits: graphType.allLabels(of: $0)) }
      .map(\.name)
  }

  private func isKind(_ type: String, of supertype: String) -> Bool {
    if type == supertype { return true }
    guard let declared = graphType.nodeType(named: type) else { return false }
    return graphType.lineage(of: declared).contains { $0.name == supertype }
  }

  private var presentPairs: [String: Set<Pair>] {
    var pairs: [String: Set<Pair>] = [:]
    for edge in graph.edges {
      let pair = Pair(
        source: graph.typeName(of: graph.source(of: edge)),
        target: graph.typeName(of: graph.target(of: edge)))
      pairs[graph.typeName(of: edge), default: []].insert(pair)
    }
    return pairs
  }
}
