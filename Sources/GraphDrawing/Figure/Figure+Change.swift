// SPDX-License-Identifier: Apache-2.0

extension Figure.Change {
  /// What stands beside a name or a verb; nil for what says so in words.
  var mark: String? {
    switch self {
    case .added: "+"
    case .removed: "−"
    case .ended: nil
    case .changed: "Δ"
    case .resourced: "§"
    }
  }

  /// What was and what is, in one text; one of them where they are the same.
  public static func text(_ old: String?, _ new: String?) -> String? {
    guard let old, let new, old != new else { return new ?? old }
    return old + separator + new
  }

  static let separator = " → "
}

extension Figure {
  /// Which version of what it compares a figure shows.
  public enum Side: String, Sendable, Hashable, CaseIterable {
    case old, new, both
  }

  /// Whether the figure compares two versions of the data.
  public var isComparison: Bool {
    nodes.contains { $0.change != nil } || edges.contains { $0.change != nil }
  }

  /// A copy with only what one version has. What ends in the newer has not ended in the older, and
  /// what ``Change/text(_:_:)`` says of both is cut to one.
  public func side(_ side: Side) -> Figure {
    guard side != .both else { return self }
    let absent: Change = side == .old ? .added : .removed
    func cut(_ text: String?, _ change: Change?) -> String? {
      guard change != nil, let text else { return text }
      let parts = text.split(separator: Change.separator, omittingEmptySubsequences: false)
      guard parts.count == 2 else { return text }
      return String(side == .old ? parts[0] : parts[1])
    }
    var copy = self
    copy.nodes = nodes.compactMap { node in
      guard node.change != absent else { return nil }
      var node = node
      node.sublabel = cut(node.sublabel, node.change)
      if side == .old, node.change == .ended {
        node.isEnded = false
        node.change = .changed
      }
      return node
    }
    let left = Set(copy.nodes.map(\.id))
    copy.edges = edges.compactMap { edge in
      guard edge.change != absent, left.contains(edge.from), left.contains(edge.to) else {
        return nil
      }
      var edge = edge
      edge.dates = cut(edge.dates, edge.change)
      if side == .old, edge.change == .ended {
        edge.isEnded = false
        edge.change = .changed
      }
      return edge
    }
    return copy
  }
}

extension Figure.Node {
  /// The label with its mark, for formats that draw none.
  var markedLabel: String { change?.mark.map { "\($0) \(label)" } ?? label }

  /// What the figure is about stands out.
  var isBold: Bool { emphasis != .none || change == .added }
}

extension Figure.Edge {
  /// What the edge says first: its mark, the verb, how many it stands for, and whether it is
  /// disputed or over.
  func heading(_ wording: FigureWording) -> String {
    [
      change?.mark, DisplayText.line(verb, limit: 200), count > 1 ? "×\(count)" : nil,
      isDisputed ? "(?)" : nil, change == .ended ? "(\(wording.ended))" : nil,
    ].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The same after the ranks of the paths that take the edge, for writers without signs for them.
  func rankedHeading(_ wording: FigureWording) -> String {
    [rankText.map { "\($0):" }, heading(wording)].compactMap { $0 }.joined(separator: " ")
  }
}
