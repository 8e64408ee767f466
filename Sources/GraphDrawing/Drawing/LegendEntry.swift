// SPDX-License-Identifier: Apache-2.0

/// One explained sign of a figure.
struct LegendEntry {
  enum Sign {
    case node(NodeStyle)
    case line(LineStyle, isDirected: Bool)
    case endedLine
    case emphasis
    case disputed
    case rank

    var isNode: Bool {
      if case .node = self { return true }
      return false
    }

    /// Room of the sign, in points.
    var width: Double {
      switch self {
      case .line, .endedLine: FigureFrame.Measure.lineWidth
      case .node, .emphasis: FigureFrame.Measure.glyphWidth
      case .disputed: 15
      case .rank: FigureFrame.Measure.glyphWidth
      }
    }
  }

  var sign: Sign
  var text: String

  /// Most entries of a legend; the rest is left away.
  private static let limit = 40

  /// What the figure shows, and nothing else: node types, kinds of line, then marks.
  static func entries(
    of figure: Figure, style: FigureStyle, looks: FigureLooks, wording: FigureWording
  ) -> [LegendEntry] {
    var entries = nodeEntries(figure, looks)
    // Nor has it kinds of line: they stand for edge types.
    if !figure.nodes.contains(where: { !$0.details.isEmpty }) {
      entries += lineEntries(figure, style, looks, wording)
    }
    func add(_ sign: Sign, _ text: String, _ state: StyleSelector.State) {
      switch looks.mark(of: state) {
      case nil: entries.append(LegendEntry(sign: sign, text: text))
      case .text(let words):
        entries.append(LegendEntry(sign: sign, text: DisplayText.line(words, limit: 80)))
      case .hidden: break
      }
    }
    if figure.edges.contains(where: { !$0.pathRanks.isEmpty }) {
      entries.append(LegendEntry(sign: .rank, text: wording.ranked))
    }
    if figure.nodes.contains(where: { $0.emphasis != .none }) {
      add(.emphasis, wording.emphasised, .asked)
    }
    if figure.edges.contains(where: \.isEnded) || figure.nodes.contains(where: \.isEnded) {
      add(.endedLine, wording.endedLine, .ended)
    }
    if figure.edges.contains(where: \.isDisputed) {
      add(.disputed, wording.disputed, .disputed)
    }
    return Array(entries.prefix(limit))
  }

  /// One entry for each look of a type, in the order of words.
  private static func nodeEntries(_ figure: Figure, _ looks: FigureLooks) -> [LegendEntry] {
    struct Key: Hashable {
      var typeName: String
      var sign: FigureLooks.LegendSign<NodeStyle>
    }
    var titles: [Key: String] = [:]
    // A node with details says by itself which type it is.
    for (node, look) in zip(figure.nodes, looks.nodes)
    where !look.legend.isHidden && node.details.isEmpty {
      let title = look.legend.text ?? DisplayText.line(node.typeTitle, limit: 80)
      // Types that look alike and have the same words are one; other types stay apart.
      let key = Key(
        typeName: look.legend.text == nil ? node.typeName : "", sign: look.legend)
      // The first title in order, so that the order of nodes does not matter.
      titles[key] = min(titles[key] ?? title, title)
    }
    let sorted = titles.sorted {
      ($0.value, $0.key.typeName, $0.key.sign.style.sortKey)
        < ($1.value, $1.key.typeName, $1.key.sign.style.sortKey)
    }
    return sorted.map { key, title in
      LegendEntry(sign: .node(key.sign.style), text: title)
    }
  }

  private static func lineEntries(
    _ figure: Figure, _ style: FigureStyle, _ looks: FigureLooks, _ wording: FigureWording
  ) -> [LegendEntry] {
    struct Key: Hashable {
      var kind: Figure.LineKind
      var typeName: String
      var sign: FigureLooks.LegendSign<LineStyle>
    }
    var verbs: [Key: Set<String>] = [:]
    var directed: Set<Key> = []
    for (edge, look) in zip(figure.edges, looks.edges) where !look.legend.isHidden {
      let kind = style.lineKind(of: edge)
      let key = Key(
        kind: kind, typeName: kind == .other ? edge.typeName : "", sign: look.legend)
      verbs[key, default: []].insert(DisplayText.line(edge.verb, limit: 60))
      if edge.isDirected { directed.insert(key) }
    }
    let sorted = verbs.sorted { left, right in
      let (first, second) = (left.key, right.key)
      return (first.kind, first.typeName, first.sign.text ?? "", first.sign.style.sortKey)
        < (second.kind, second.typeName, second.sign.text ?? "", second.sign.style.sortKey)
    }
    return sorted.map { key, verbs in
      let named = verbs.filter { !$0.isEmpty }.sorted()
      var text = named.prefix(3).joined(separator: ", ")
      if named.count > 3 { text += ", …" }
      if text.isEmpty { text = wording.lineKinds[key.kind] ?? "" }
      return LegendEntry(
        sign: .line(key.sign.style, isDirected: directed.contains(key)),
        text: key.sign.text ?? text)
    }
  }
}

extension NodeStyle {
  /// A text that orders styles, the same for the same style.
  var sortKey: String {
    "\(shape.rawValue) \(fill) \(stroke) \(decimal(strokeWidth)) \(dashes.map(decimal))"
  }
}

extension LineStyle {
  var sortKey: String { "\(stroke) \(decimal(width)) \(dashes.map(decimal)) \(hasRoundEnds)" }
}
