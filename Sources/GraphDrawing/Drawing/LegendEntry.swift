// SPDX-License-Identifier: Apache-2.0

/// One explained sign of a figure.
struct LegendEntry {
  enum Sign {
    case node(NodeStyle)
    case line(LineStyle, isDirected: Bool)
    case endedLine
    case emphasis
    case disputed

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
      }
    }
  }

  var sign: Sign
  var text: String

  /// Most entries of a legend; the rest is left away.
  private static let limit = 40

  /// What the figure shows, and nothing else: node types, kinds of line, then marks.
  static func entries(
    of figure: Figure, style: FigureStyle, wording: FigureWording
  ) -> [LegendEntry] {
    var entries = nodeEntries(figure, style)
    entries += lineEntries(figure, style, wording)
    if figure.nodes.contains(where: { $0.emphasis != .none }) {
      entries.append(LegendEntry(sign: .emphasis, text: wording.emphasised))
    }
    if figure.edges.contains(where: \.isEnded) || figure.nodes.contains(where: \.isEnded) {
      entries.append(LegendEntry(sign: .endedLine, text: wording.endedLine))
    }
    if figure.edges.contains(where: \.isDisputed) {
      entries.append(LegendEntry(sign: .disputed, text: wording.disputed))
    }
    return Array(entries.prefix(limit))
  }

  private static func nodeEntries(_ figure: Figure, _ style: FigureStyle) -> [LegendEntry] {
    let styles = style.nodeStyles(of: figure)
    var titles: [String: String] = [:]
    for node in figure.nodes {
      let title = DisplayText.line(node.typeTitle, limit: 80)
      // The first title in order, so that the order of nodes does not matter.
      titles[node.typeName] = min(titles[node.typeName] ?? title, title)
    }
    let sorted = titles.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
    return sorted.compactMap { name, title in
      styles[name].map { LegendEntry(sign: .node($0), text: title) }
    }
  }

  private static func lineEntries(
    _ figure: Figure, _ style: FigureStyle, _ wording: FigureWording
  ) -> [LegendEntry] {
    struct Key: Hashable {
      var kind: Figure.LineKind
      var typeName: String
    }
    let ownStyles = style.lineStyles(of: figure)
    var verbs: [Key: Set<String>] = [:]
    var directed: Set<Key> = []
    for edge in figure.edges {
      let kind = style.lineKind(of: edge)
      let key = Key(kind: kind, typeName: kind == .other ? edge.typeName : "")
      verbs[key, default: []].insert(DisplayText.line(edge.verb, limit: 60))
      if edge.isDirected { directed.insert(key) }
    }
    let sorted = verbs.sorted {
      ($0.key.kind, $0.key.typeName) < ($1.key.kind, $1.key.typeName)
    }
    return sorted.map { key, verbs in
      let named = verbs.filter { !$0.isEmpty }.sorted()
      var text = named.prefix(3).joined(separator: ", ")
      if named.count > 3 { text += ", …" }
      if text.isEmpty { text = wording.lineKinds[key.kind] ?? "" }
      let lineStyle = key.kind == .other ? ownStyles[key.typeName] : nil
      return LegendEntry(
        sign: .line(lineStyle ?? style.line(key.kind), isDirected: directed.contains(key)),
        text: text)
    }
  }
}
