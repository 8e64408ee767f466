// SPDX-License-Identifier: Apache-2.0

/// One explained sign of a figure.
struct LegendEntry {
  enum Sign {
    case node(NodeStyle)
    case line(LineStyle, isDirected: Bool)
    case endedLine
    case emphasis
    case disputed
    /// What became of something, with the mark that says so.
    case change(Figure.Change, mark: String)
    /// What is the same in both versions of a comparison.
    case unchanged(isLine: Bool)
    case rank
    /// The day asked about, across the rows of a timeline.
    case day

    var isNode: Bool {
      if case .node = self { return true }
      return false
    }

    /// Room of the sign, in points.
    var width: Double {
      switch self {
      case .line, .endedLine, .unchanged(isLine: true): FigureFrame.Measure.lineWidth
      case .node, .emphasis, .change, .unchanged: FigureFrame.Measure.glyphWidth
      case .disputed, .day: 15
      case .rank: FigureFrame.Measure.glyphWidth
      }
    }
  }

  var sign: Sign
  var text: String

  /// Most entries of a legend; the rest is left away.
  private static let limit = 40
  /// Most verbs that one entry lists.
  private static let verbLimit = 6
  /// Verbs that one look of all lines still tells apart from others.
  private static let telling = 3

  /// What the figure shows, and nothing else: node types, kinds of line, then marks.
  static func entries(
    of figure: Figure, style: FigureStyle, looks: FigureLooks, wording: FigureWording
  ) -> [LegendEntry] {
    var entries = nodeEntries(figure, looks, wording)
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
    if figure.edges.contains(where: \.isEnded) {
      add(.endedLine, wording.endedLine, .ended)
    } else if figure.nodes.contains(where: \.isEnded) {
      add(.node(looks.endedOutline), wording.endedLine, .ended)
    }
    if figure.edges.contains(where: \.isDisputed) {
      add(.disputed, wording.disputed, .disputed)
    }
    let changes = changeEntries(of: figure, wording: wording, looks: looks)
    return Array(entries.prefix(limit - changes.count)) + changes
  }

  /// What the marks of a comparison mean.
  private static func changeEntries(
    of figure: Figure, wording: FigureWording, looks: FigureLooks
  ) -> [LegendEntry] {
    guard figure.isComparison else { return [] }
    let shown = Set(figure.nodes.map(\.change) + figure.edges.map(\.change))
    var entries: [LegendEntry] = []
    for change in Figure.Change.allCases {
      guard let mark = change.mark,
        // What stands before a note needs its meaning too, and so does what a group counts.
        shown.contains(change) || figure.notes.contains(where: { $0.hasPrefix("\(mark) ") })
          || figure.nodes.contains(where: { $0.counts(mark) }),
        let state = StyleSelector.State(rawValue: change.rawValue)
      else { continue }
      let sign = Sign.change(change, mark: mark)
      let words = wording.changes[change]
      switch looks.mark(of: state) {
      case nil: entries.append(LegendEntry(sign: sign, text: words))
      case .text(let words):
        entries.append(LegendEntry(sign: sign, text: DisplayText.line(words, limit: 80)))
      case .hidden: break
      }
    }
    if shown.contains(nil) {
      let isLine = figure.edges.contains { $0.change == nil }
      entries.append(LegendEntry(sign: .unchanged(isLine: isLine), text: wording.unchanged))
    }
    return entries
  }

  /// One entry for each look of a type, in the order of words.
  private static func nodeEntries(
    _ figure: Figure, _ looks: FigureLooks, _ wording: FigureWording
  ) -> [LegendEntry] {
    /// Nodes of one type that look alike and have the same words.
    struct Group {
      var typeName: String
      var sign: NodeStyle
      var words: FigureLooks.LegendWords
      var title: String
    }
    var groups: [Group] = []
    // A node with details says by itself which type it is.
    for (node, look) in zip(figure.nodes, looks.nodes)
    where !look.legend.isHidden && node.details.isEmpty {
      let title =
        look.legend.text
        ?? words(
          DisplayText.line(node.typeTitle, limit: 80), look.legend.states, wording)
      // Types that look alike and have the same words are one; other types stay apart.
      let typeName = look.legend.text == nil ? node.typeName : ""
      let known = groups.firstIndex {
        $0.typeName == typeName && $0.sign == look.sign && $0.words == look.legend
      }
      if let known {
        // The first title in order, so that the order of nodes does not matter.
        groups[known].title = min(groups[known].title, title)
      } else {
        groups.append(
          Group(typeName: typeName, sign: look.sign, words: look.legend, title: title))
      }
    }
    groups.sort {
      ($0.title, $0.typeName, $0.sign.sortKey) < ($1.title, $1.typeName, $1.sign.sortKey)
    }
    return groups.map { LegendEntry(sign: .node($0.sign), text: $0.title) }
  }

  private static func lineEntries(
    _ figure: Figure, _ style: FigureStyle, _ looks: FigureLooks, _ wording: FigureWording
  ) -> [LegendEntry] {
    /// Edges of one kind, or of one type where it has no kind, that look alike.
    struct Group {
      var kind: Figure.LineKind
      var typeName: String
      var sign: LineStyle
      var words: FigureLooks.LegendWords
      var verbs: Set<String> = []
      var isDirected = false
    }
    var groups: [Group] = []
    for (edge, look) in zip(figure.edges, looks.edges) where !look.legend.isHidden {
      let kind = style.lineKind(of: edge)
      let typeName = kind == .other ? edge.typeName : ""
      let known = groups.firstIndex {
        $0.kind == kind && $0.typeName == typeName && $0.sign == look.sign
          && $0.words == look.legend
      }
      if known == nil {
        groups.append(Group(kind: kind, typeName: typeName, sign: look.sign, words: look.legend))
      }
      let place = known ?? groups.count - 1
      groups[place].verbs.insert(DisplayText.line(edge.verb, limit: 60))
      if edge.isDirected { groups[place].isDirected = true }
    }
    groups.sort {
      ($0.kind, $0.typeName, $0.words.text ?? "", $0.sign.sortKey)
        < ($1.kind, $1.typeName, $1.words.text ?? "", $1.sign.sortKey)
    }
    return groups.compactMap { group in
      // A line may be of several types, as in a figure of a graph type.
      var named: Set<String> = []
      for verbs in group.verbs {
        for verb in verbs.split(separator: ",") {
          let verb = verb.drop { $0 == " " }
          if !verb.isEmpty { named.insert(String(verb)) }
        }
      }
      // One look for everything explains nothing; each line says what it is.
      if groups.count == 1, named.count > telling, group.words.text == nil { return nil }
      var text = Array(named.sorted().prefix(verbLimit)).joined(separator: ", ")
      if named.count > verbLimit { text += ", …" }
      if text.isEmpty { text = wording.lineKinds[group.kind] }
      return LegendEntry(
        sign: .line(group.sign, isDirected: group.isDirected),
        text: group.words.text ?? words(text, group.words.states, wording))
    }
  }

  /// A title and the states it is told for: "State, asked about".
  private static func words(
    _ title: String, _ states: [StyleSelector.State], _ wording: FigureWording
  ) -> String {
    let told = states.compactMap { state in
      switch state {
      case .asked: wording.emphasised
      case .ended: wording.ended
      case .disputed: wording.disputed
      case .added, .removed, .changed, .resourced:
        Figure.Change(rawValue: state.rawValue).map { wording.changes[$0] }
      }
    }
    return ([title] + told).joined(separator: ", ")
  }
}

extension Figure.Node {
  /// Whether it stands for several of which some have this mark.
  fileprivate func counts(_ mark: String) -> Bool {
    change != nil && !members.isEmpty && (sublabel?.contains("\(mark) ") ?? false)
  }
}

extension NodeStyle {
  /// A text that orders styles, the same for the same style.
  var sortKey: String {
    [
      shape.rawValue, fill, stroke, decimal(strokeWidth),
      dashes.map(decimal).joined(separator: ","),
    ]
    .joined(separator: " ")
  }
}

extension LineStyle {
  var sortKey: String {
    [
      stroke, decimal(width), dashes.map(decimal).joined(separator: ","),
      hasRoundEnds ? "round" : "",
    ].joined(separator: " ")
  }
}
