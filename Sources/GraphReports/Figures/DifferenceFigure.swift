// SPDX-License-Identifier: Apache-2.0

internal import GraphAlgorithms
public import GraphDrawing
internal import GraphModel

/// The changes between two versions of a graph as one figure: the nodes and edges that differ, and
/// the ends of the latter.
public struct DifferenceFigure: Sendable {
  private let answer: DifferenceAnswer

  /// Whether edges that did not change are drawn between the nodes of the figure.
  public var hasUnchangedEdges = false

  /// More changes than this are not told in words under the figure.
  private static let noteLimit = 12

  public init(_ answer: DifferenceAnswer) { self.answer = answer }

  private var difference: GraphDifference { answer.difference }

  /// The figure, with the source numbers that the text has too.
  ///
  /// - Complexity: O(*n* log *n*) in the changes and, with unchanged edges, in the edges of the nodes
  ///   drawn.
  public func figure() -> Figure {
    var nodes: [String: Figure.Node] = [:]
    var order: [String] = []
    func add(_ node: Figure.Node) {
      if nodes.updateValue(node, forKey: node.id) == nil { order.append(node.id) }
    }
    for change in difference.nodes { add(figureNode(change)) }
    var numbering = answer.numbering
    var edges: [Figure.Edge] = []
    for change in difference.edges {
      guard let edge = figureEdge(change, &numbering) else { continue }
      for end in edge.ends where nodes[end.id] == nil { add(end.node) }
      edges.append(edge.edge)
    }
    if hasUnchangedEdges { edges += unchangedEdges(among: Set(order), &numbering) }
    let notes = notes
    let cited = Set(edges.flatMap(\.sourceNumbers)).union(notes.numbers)
    return Figure(
      title: answer.title, subtitle: answer.counts,
      language: difference.new.description.language ?? "en",
      nodes: order.compactMap { nodes[$0] }, edges: edges,
      sources: answer.sources.filter { cited.contains($0.number) }.map(\.inFigure),
      notes: notes.texts)
  }

  // MARK: - Nodes

  private func subgraph(_ graph: PropertyGraph) -> SubgraphFigure {
    SubgraphFigure(graph: graph, nodes: [], edges: [])
  }

  /// Nodes that are the same in both versions have one name; others never share one.
  private func identifier(_ node: NodeID, isOld: Bool) -> String {
    if isOld {
      if let now = difference.newNode(ofOld: node) { return identifier(now, isOld: false) }
      return difference.old.key(of: node) ?? "old-node-\(node.rawValue)"
    }
    return difference.new.key(of: node) ?? "node-\(node.rawValue)"
  }

  private func figureNode(_ change: ElementDifference<NodeID>) -> Figure.Node {
    let was = change.old.map { subgraph(difference.old).figureNode($0) }
    let now = change.new.map { subgraph(difference.new).figureNode($0) }
    guard var node = now ?? was else { return Figure.Node(id: "", typeName: "", label: "") }
    if let new = change.new {
      node.id = identifier(new, isOld: false)
    } else if let old = change.old {
      node.id = identifier(old, isOld: true)
    }
    node.sublabel =
      was == nil || now == nil
      ? node.sublabel : Figure.Change.text(was?.sublabel, now?.sublabel)
    node.isEnded = change.kind == .ended
    node.change = Figure.Change(change.kind)
    var wording = DifferenceWording(difference)
    wording.numbering = answer.numbering
    node.tooltip = wording.sentence(change)
    return node
  }

  private func unchangedNode(_ node: NodeID, isOld: Bool) -> Figure.Node {
    var drawn = subgraph(isOld ? difference.old : difference.new).figureNode(node)
    drawn.id = identifier(node, isOld: isOld)
    return drawn
  }

  // MARK: - Edges

  private struct DrawnEdge {
    var edge: Figure.Edge
    var ends: [(id: String, node: Figure.Node)]
  }

  private func figureEdge(
    _ change: ElementDifference<EdgeID>, _ numbering: inout SourceNumbering
  ) -> DrawnEdge? {
    let isOld = change.new == nil
    guard let edge = change.new ?? change.old else { return nil }
    var drawn = unchangedEdge(edge, isOld: isOld, &numbering)
    if let old = change.old, change.new != nil {
      let was = unchangedEdge(old, isOld: true, &numbering)
      drawn.edge.dates = Figure.Change.text(was.edge.dates, drawn.edge.dates)
    }
    drawn.edge.isEnded = change.kind == .ended
    drawn.edge.change = Figure.Change(change.kind)
    return drawn
  }

  private func unchangedEdge(
    _ edge: EdgeID, isOld: Bool, _ numbering: inout SourceNumbering
  ) -> DrawnEdge {
    let graph = isOld ? difference.old : difference.new
    numbering.graph = graph
    var drawn = subgraph(graph).figureEdge(edge, &numbering)
    let ends = [graph.source(of: edge), graph.target(of: edge)]
      .map { unchangedNode($0, isOld: isOld) }
    drawn.from = ends[0].id
    drawn.to = ends[1].id
    return DrawnEdge(edge: drawn, ends: ends.map { ($0.id, $0) })
  }

  /// The edges of the newer version between nodes of the figure that are as they were: without
  /// dates and sources, which would hide the changes.
  private func unchangedEdges(
    among shown: Set<String>, _ numbering: inout SourceNumbering
  ) -> [Figure.Edge] {
    let changed = Set(difference.edges.compactMap(\.new))
    var edges: [Figure.Edge] = []
    for node in difference.new.nodes where shown.contains(identifier(node, isOld: false)) {
      for edge in difference.new.edges(at: node, direction: .outgoing) where !changed.contains(edge)
      {
        let far = identifier(difference.new.target(of: edge), isOld: false)
        guard shown.contains(far) else { continue }
        var drawn = unchangedEdge(edge, isOld: false, &numbering).edge
        drawn.dates = nil
        drawn.sourceNumbers = []
        edges.append(drawn)
      }
    }
    return edges
  }

  // MARK: - Notes

  /// What the marks alone do not say: what it is that changed, and which sources are others.
  private var notes: (texts: [String], numbers: Set<Int>) {
    var wording = DifferenceWording(difference)
    wording.numbering = answer.numbering
    var sentences: [String] = []
    for kind in [ChangeKind.changed, .resourced] {
      for change in difference.nodes where change.isTold(as: kind) {
        sentences.append("\(kind.mark) \(wording.sentence(change)).")
      }
      for change in difference.edges where change.isTold(as: kind) {
        sentences.append("\(kind.mark) \(wording.sentence(change)).")
      }
    }
    var texts = Array(sentences.prefix(Self.noteLimit))
    let rest = sentences.count - texts.count
    if rest > 0 { texts.append("\(rest) more changes are told by entente diff.") }
    let numbers = texts.flatMap { text in
      text.split(separator: "[").compactMap { part in
        part.firstIndex(of: "]").flatMap { Int(part[..<$0]) }
      }
    }
    return (texts, Set(numbers))
  }
}

extension ElementDifference {
  /// Whether a note tells of it: also of what has ended, where more has changed than its end.
  fileprivate func isTold(as kind: ChangeKind) -> Bool {
    guard self.kind == .ended, kind == .changed else { return self.kind == kind }
    return statements.contains { !$0.isOfSourcesOnly && $0.subject != .property("until") }
  }
}

extension Figure.Change {
  init(_ kind: ChangeKind) {
    self =
      switch kind {
      case .added: .added
      case .removed: .removed
      case .ended: .ended
      case .changed: .changed
      case .resourced: .resourced
      }
  }
}

extension ChangeKind {
  /// The mark that figures give it.
  var mark: String { self == .changed ? "Δ" : "§" }
}
