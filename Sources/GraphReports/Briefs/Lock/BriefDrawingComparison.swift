// SPDX-License-Identifier: Apache-2.0

internal import GraphAlgorithms

/// Compares what a figure shows with what it showed.
struct BriefDrawingComparison {
  /// A node that is in one of the two, or differs.
  struct NodeChange {
    var kind: ChangeKind
    var old: BriefLock.Node?
    var new: BriefLock.Node?
  }

  struct EdgeChange {
    var kind: ChangeKind
    var old: BriefLock.Edge?
    var new: BriefLock.Edge?
  }

  let old: BriefLock.Drawing
  let new: BriefLock.Drawing

  /// In the order of the newer figure; what has gone stands at the end.
  let nodes: [NodeChange]
  let edges: [EdgeChange]

  /// Complexity: linear in nodes and edges, but for parallel edges.
  init(old: BriefLock.Drawing, new: BriefLock.Drawing) {
    self.old = old
    self.new = new
    nodes = Self.nodes(old, new)
    edges = Self.edges(old, new)
  }

  private static func nodes(
    _ old: BriefLock.Drawing, _ new: BriefLock.Drawing
  ) -> [NodeChange] {
    let was = Dictionary(old.nodes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let kept = Set(new.nodes.map(\.id))
    var changes = new.nodes.compactMap { node -> NodeChange? in
      guard let before = was[node.id] else { return NodeChange(kind: .added, new: node) }
      guard before != node else { return nil }
      let kind = ended(before.until, node.until) ? ChangeKind.ended : .changed
      return NodeChange(kind: kind, old: before, new: node)
    }
    changes += old.nodes.filter { !kept.contains($0.id) }
      .map { NodeChange(kind: .removed, old: $0) }
    return changes
  }

  private struct Place: Hashable {
    var from: String
    var to: String
    var type: String
  }

  private static func edges(
    _ old: BriefLock.Drawing, _ new: BriefLock.Drawing
  ) -> [EdgeChange] {
    let (gone, come) = BriefQuestionComparison.unmatched(old.edges, new.edges)
    var waiting = Dictionary(grouping: gone.indices) { index in
      Place(from: gone[index].from, to: gone[index].to, type: gone[index].type)
    }
    var isTaken = Array(repeating: false, count: gone.count)
    var changes: [EdgeChange] = []
    for edge in come {
      let place = Place(from: edge.from, to: edge.to, type: edge.type)
      // Of parallel edges, the start tells which is which.
      let candidates = waiting[place] ?? []
      let same = candidates.firstIndex { gone[$0].since == edge.since } ?? candidates.indices.first
      guard let same else {
        changes.append(EdgeChange(kind: .added, new: edge))
        continue
      }
      waiting[place]?.remove(at: same)
      isTaken[candidates[same]] = true
      let before = gone[candidates[same]]
      var resourced = before
      resourced.sources = edge.sources
      let kind: ChangeKind =
        resourced == edge ? .resourced : ended(before.until, edge.until) ? .ended : .changed
      changes.append(EdgeChange(kind: kind, old: before, new: edge))
    }
    for (index, edge) in gone.enumerated() where !isTaken[index] {
      changes.append(EdgeChange(kind: .removed, old: edge))
    }
    return changes
  }

  private static func ended(_ was: String?, _ now: String?) -> Bool { was == nil && now != nil }

  // MARK: Words

  var changes: [BriefDifference.Change] {
    typealias Wording = BriefDifferenceWording
    let (before, after) = (old.labels, new.labels)
    var found: [BriefDifference.Change] = []
    if old.title != new.title {
      found.append(.init(kind: .changed, text: Wording.changed("the title", old.title, new.title)))
    }
    if old.subtitle != new.subtitle {
      found.append(
        .init(
          kind: .changed, text: Wording.changed("the subtitle", old.subtitle, new.subtitle)))
    }
    for change in nodes {
      let text: String
      switch (change.old, change.new) {
      case (let was?, let now?): text = Wording.node(was, now, change.kind)
      case (let node?, nil), (nil, let node?): text = Wording.node(node)
      case (nil, nil): continue
      }
      found.append(.init(kind: change.kind, text: text))
    }
    for change in edges {
      let text: String
      switch (change.old, change.new) {
      case (let was?, let now?): text = Wording.edge(was, now, after, change.kind)
      case (let edge?, nil): text = Wording.edge(edge, before)
      case (nil, let edge?): text = Wording.edge(edge, after)
      case (nil, nil): continue
      }
      found.append(.init(kind: change.kind, text: text))
    }
    if old.notes != new.notes {
      let (gone, come) = BriefQuestionComparison.unmatched(old.notes, new.notes)
      found += come.map { .init(kind: .added, text: Wording.note($0)) }
      found += gone.map { .init(kind: .removed, text: Wording.note($0)) }
    }
    return found
  }
}

extension BriefLock.Drawing {
  /// What nodes are called, by their identifiers.
  var labels: [String: String] {
    Dictionary(nodes.map { ($0.id, $0.label) }, uniquingKeysWith: { first, _ in first })
  }
}
