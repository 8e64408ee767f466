// SPDX-License-Identifier: Apache-2.0

internal import GraphAlgorithms
public import GraphDrawing
public import GraphModel

/// A figure of a brief as it was and as it is, in one drawing: what came, went, ended or changed is
/// marked as in other comparisons, and what stayed is drawn thin.
public struct BriefChangeFigure: Sendable {
  private let comparison: BriefDrawingComparison
  private let sources: [String: BriefLock.Source]
  private let graph: PropertyGraph

  /// The caption of the block, else its label or command.
  private let title: String

  /// More changes than this are not told in words under the figure.
  private static let noteLimit = 12

  /// The figures of a question whose nodes or edges have changed, in the order of its parts.
  ///
  /// - Parameters:
  ///   - caption: that of the block.
  ///   - graph: the one that was asked, which has words for types.
  public static func all(
    of question: BriefDifference.Question, in difference: BriefDifference, caption: String?,
    graph: PropertyGraph
  ) -> [BriefChangeFigure] {
    guard let old = question.old, let new = question.new else { return [] }
    let sources = Dictionary(
      (difference.new.sources + difference.old.sources).map { ($0.key, $0) },
      uniquingKeysWith: { first, _ in first })
    return zip(old.parts, new.parts).compactMap { was, now in
      guard case .figure(let was) = was, case .figure(let now) = now else { return nil }
      let comparison = BriefDrawingComparison(old: was, new: now)
      guard !comparison.nodes.isEmpty || !comparison.edges.isEmpty else { return nil }
      return BriefChangeFigure(
        comparison: comparison, sources: sources, graph: graph,
        title: caption ?? question.name)
    }
  }

  /// The figure; the same for the same two locks.
  ///
  /// Complexity: O(*n* log *n*) in nodes and edges.
  public func figure() -> Figure {
    var numbers: [String: Int] = [:]
    var order: [String] = []
    func number(_ key: String) -> Int {
      if let known = numbers[key] { return known }
      order.append(key)
      numbers[key] = order.count
      return order.count
    }
    let changedNodes = Set(comparison.nodes.compactMap { $0.new?.id })
    var nodes = comparison.nodes.map(node)
    nodes += comparison.new.nodes.filter { !changedNodes.contains($0.id) }.map(plain)
    let ends = Set(nodes.map(\.id))
    var edges = comparison.edges.map { edge($0, number) }
    let changed = comparison.edges.compactMap(\.new)
    edges += BriefQuestionComparison.unmatched(changed, comparison.new.edges).1.map { edge in
      // Dates and sources of what stayed would hide the changes.
      var drawn = plain(edge)
      drawn.dates = nil
      return drawn
    }
    edges.removeAll { !ends.contains($0.from) || !ends.contains($0.to) }
    let notes = notes(number)
    return Figure(
      title: title, subtitle: counts, language: graph.description.language ?? "en",
      nodes: nodes, edges: edges,
      sources: order.map { key in
        Figure.Source(
          number: number(key), text: sources[key]?.text ?? key, url: sources[key]?.url, key: key)
      },
      notes: notes)
  }

  /// Such as "3 added, 1 ended".
  private var counts: String {
    let kinds = comparison.nodes.map(\.kind) + comparison.edges.map(\.kind)
    return ChangeKind.allCases.compactMap { kind in
      let count = kinds.count { $0 == kind }
      return count == 0 ? nil : "\(count) \(BriefDifferenceWording.word(kind))"
    }.joined(separator: ", ")
  }

  // MARK: Nodes

  private func plain(_ node: BriefLock.Node) -> Figure.Node {
    var drawn = Figure.Node(
      id: node.id, typeName: node.type,
      typeTitle: DisplayLabel.title(ofType: node.type, in: graph.description),
      typePlural: graph.description.types[node.type]?.plural?.capitalisedFirst, label: node.label,
      sublabel: node.sublabel,
      isEnded: node.hasEnded, hiddenNeighbourCount: node.hiddenNeighbours)
    drawn.members = node.members
    drawn.details = node.details
    return drawn
  }

  private func node(_ change: BriefDrawingComparison.NodeChange) -> Figure.Node {
    guard let node = change.new ?? change.old else {
      return Figure.Node(id: "", typeName: "", label: "")
    }
    var drawn = plain(node)
    if let was = change.old, let now = change.new {
      drawn.sublabel = Figure.Change.text(was.sublabel, now.sublabel)
    }
    drawn.isEnded = change.kind == .ended
    drawn.change = Figure.Change(change.kind)
    return drawn
  }

  // MARK: Edges

  private func plain(_ edge: BriefLock.Edge) -> Figure.Edge {
    Figure.Edge(
      from: edge.from, to: edge.to, typeName: edge.type, verb: edge.verb, dates: edge.dates,
      isEnded: edge.hasEnded, isDisputed: edge.isDisputed, isDirected: edge.isDirected,
      count: edge.count)
  }

  private func edge(
    _ change: BriefDrawingComparison.EdgeChange, _ number: (String) -> Int
  ) -> Figure.Edge {
    guard let edge = change.new ?? change.old else {
      return Figure.Edge(from: "", to: "", typeName: "", verb: "")
    }
    var drawn = plain(edge)
    if let was = change.old, let now = change.new {
      drawn.dates = Figure.Change.text(was.dates, now.dates)
    }
    drawn.sourceNumbers = edge.sources.map(number).sorted()
    drawn.isEnded = change.kind == .ended
    drawn.change = Figure.Change(change.kind)
    return drawn
  }

  // MARK: Notes

  /// What the marks alone do not say: what it is that changed, and which sources are others.
  private func notes(_ number: (String) -> Int) -> [String] {
    let told = comparison.changes.filter { $0.kind == .changed || $0.kind == .resourced }
    var texts = told.prefix(Self.noteLimit).map { change in
      "\(change.kind.mark) \(numbered(change.text, number))."
    }
    let rest = told.count - texts.count
    if rest > 0 { texts.append("\(rest) more changes are told by entente report --check.") }
    return texts
  }

  /// The text with the numbers of sources in the place of their keys.
  private func numbered(_ text: String, _ number: (String) -> Int) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "[") {
      result += rest[..<open]
      rest = rest[open...].dropFirst()
      guard let close = rest.firstIndex(of: "]"), sources[String(rest[..<close])] != nil else {
        result += "["
        continue
      }
      result += "[\(number(String(rest[..<close])))]"
      rest = rest[close...].dropFirst()
    }
    return result + rest
  }
}
