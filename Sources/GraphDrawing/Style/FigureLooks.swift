// SPDX-License-Identifier: Apache-2.0

/// How every node and edge of one figure looks: the style of its type, changed by the rules that
/// select it.
///
/// What has ended is grey whatever its type and its rules say, unless a rule on `:ended` says so.
struct FigureLooks: Sendable {
  struct NodeLook: Sendable {
    /// As drawn.
    var drawn: NodeStyle
    /// Without the grey of what has ended, for formats that leave it away.
    var coloured: NodeStyle
    /// What stands for it in the legend.
    var sign: NodeStyle
    var legend: LegendWords
  }

  struct LineLook: Sendable {
    var drawn: LineStyle
    var coloured: LineStyle
    /// What stands for it in the legend.
    var sign: LineStyle
    var legend: LegendWords
    /// Whether a rule has changed it.
    var isChanged: Bool
  }

  /// What the legend says about the sign of an element: its look apart from its states, which have
  /// entries of their own.
  struct LegendWords: Sendable, Hashable {
    /// Nil leaves the words to the legend.
    var text: String?
    var isHidden = false
    /// The states that the look belongs to, where rules on a state and more change it.
    var states: [StyleSelector.State] = []
  }

  /// In the order of ``Figure/nodes``.
  let nodes: [NodeLook]
  /// In the order of ``Figure/edges``.
  let edges: [LineLook]

  private let style: FigureStyle

  /// - Complexity: O(*e* *r*) in elements and rules, apart from sorting the names of unknown types.
  init(_ figure: Figure, style: FigureStyle) {
    self.style = style
    let isComparison = figure.isComparison
    let nodeStyles = style.nodeStyles(of: figure)
    let lineStyles = style.lineStyles(of: figure)
    nodes = figure.nodes.map { node in
      let plain =
        nodeStyles[node.typeName]
        ?? NodeStyle(shape: .box, fill: style.colours.paper, stroke: style.colours.text)
      return FigureLooks.look(of: node, plain, style, isComparison)
    }
    edges = figure.edges.map { edge in
      let kind = style.lineKind(of: edge)
      let plain =
        (edge.lineKind == nil && kind == .other ? lineStyles[edge.typeName] : nil)
        ?? style.line(kind)
      return FigureLooks.look(of: edge, plain, style, isComparison)
    }
  }

  private static func look(
    of node: Figure.Node, _ plain: NodeStyle, _ style: FigureStyle, _ isComparison: Bool
  ) -> NodeLook {
    let rules = style.rules.filter { $0.selector.selects(node) }
    var coloured = plain
    for rule in rules { rule.changes.apply(to: &coloured) }
    if isComparison {
      ChangeLook.apply(node.change, to: &coloured, style.colours)
      for rule in rules where ChangeLook.isNamed(by: rule) { rule.changes.apply(to: &coloured) }
    }
    var drawn = coloured
    if node.isEnded {
      drawn.fill = style.colours.endedFill
      drawn.stroke = style.colours.endedLine
      drawn.text = style.colours.readable(style.colours.quiet, on: drawn.fill)
      for rule in rules where rule.selector.states.contains(.ended) {
        if let fill = rule.changes.fill { drawn.fill = fill }
        if let stroke = rule.changes.stroke { drawn.stroke = stroke }
        if let text = rule.changes.text { drawn.text = text }
      }
    }
    var words = Words(rules)
    var sign = plain
    var states: [StyleSelector.State] = []
    for rule in rules where rule.selector.states.isEmpty { rule.changes.apply(to: &sign) }
    if words.areOfState {
      sign = drawn
    } else {
      var stated = plain
      for rule in rules where !rule.selector.isStateAlone { rule.changes.apply(to: &stated) }
      if stated.withoutText != sign.withoutText {
        states = FigureLooks.states(of: rules)
        sign = states.contains(.ended) ? drawn : stated
      }
    }
    words.text = words.text.map { DisplayText.line($0, limit: 80) }
    return NodeLook(
      drawn: drawn, coloured: coloured,
      sign: sign.withoutText,
      legend: LegendWords(text: words.text, isHidden: words.areHidden, states: states))
  }

  private static func look(
    of edge: Figure.Edge, _ plain: LineStyle, _ style: FigureStyle, _ isComparison: Bool
  ) -> LineLook {
    let rules = style.rules.filter { $0.selector.selects(edge) }
    var coloured = plain
    for rule in rules { rule.changes.apply(to: &coloured) }
    if isComparison {
      ChangeLook.apply(edge.change, to: &coloured, style.colours)
      for rule in rules where ChangeLook.isNamed(by: rule) { rule.changes.apply(to: &coloured) }
    }
    var drawn = coloured
    if edge.isEnded {
      drawn.stroke = style.colours.endedLine
      drawn.text = style.colours.quiet
      for rule in rules where rule.selector.states.contains(.ended) {
        if let stroke = rule.changes.stroke { drawn.stroke = stroke }
        if let text = rule.changes.text { drawn.text = text }
      }
    }
    var words = Words(rules)
    var sign = plain
    var states: [StyleSelector.State] = []
    for rule in rules where rule.selector.states.isEmpty { rule.changes.apply(to: &sign) }
    if words.areOfState {
      sign = drawn
    } else {
      var stated = plain
      for rule in rules where !rule.selector.isStateAlone { rule.changes.apply(to: &stated) }
      if stated.withoutText != sign.withoutText {
        states = FigureLooks.states(of: rules)
        sign = states.contains(.ended) ? drawn : stated
      }
    }
    words.text = words.text.map { DisplayText.line($0, limit: 80) }
    return LineLook(
      drawn: drawn, coloured: coloured,
      sign: sign.withoutText,
      legend: LegendWords(text: words.text, isHidden: words.areHidden, states: states),
      isChanged: coloured != plain)
  }

  /// The states that rules on a state and more name, in their own order.
  private static func states(of rules: [StyleRule]) -> [StyleSelector.State] {
    StyleSelector.State.allCases.filter { state in
      rules.contains { !$0.selector.isStateAlone && $0.selector.states.contains(state) }
    }
  }

  /// What the rules of an element say about its entry in the legend.
  ///
  /// A rule on a state alone speaks of the mark of that state; see ``mark(of:)``.
  private struct Words {
    var text: String?
    var areHidden = false
    /// Whether the words are those of a rule that also names a state.
    var areOfState = false

    init(_ rules: [StyleRule]) {
      for rule in rules where !rule.selector.isStateAlone {
        switch rule.changes.legend {
        case nil: continue
        case .text(let words): (text, areHidden) = (words, false)
        case .hidden: (text, areHidden) = (nil, true)
        }
        areOfState = !rule.selector.states.isEmpty
      }
    }
  }

  /// What rules on a state alone say about its mark in the legend; nil when they do not.
  func mark(of state: StyleSelector.State) -> StyleChanges.Legend? {
    style.rules.last {
      $0.selector.isStateAlone && $0.selector.states == [state]
        && $0.changes.legend != nil
    }?.changes.legend
  }

  /// The outline that stands for what was asked about.
  var askedOutline: NodeStyle {
    var outline = NodeStyle(
      shape: .box, fill: style.colours.paper, stroke: style.colours.outline, strokeWidth: 1.2)
    for rule in style.rules
    where rule.selector.isStateAlone && rule.selector.states == [.asked] {
      rule.changes.apply(to: &outline)
    }
    return outline
  }

  /// The colour of the mark of what sources disagree about; nil for that of texts.
  var disputedInk: String? {
    let rules = style.rules.filter {
      $0.selector.isStateAlone && $0.selector.states == [.disputed]
    }
    return rules.compactMap(\.changes.text).last ?? rules.compactMap(\.changes.stroke).last
  }

  /// The outline that stands for what has ended where no line has.
  var endedOutline: NodeStyle {
    var outline = NodeStyle(
      shape: .box, fill: style.colours.endedFill, stroke: style.colours.endedLine,
      strokeWidth: 1.2)
    for rule in style.rules
    where rule.selector.isStateAlone && rule.selector.states == [.ended] {
      rule.changes.apply(to: &outline)
    }
    return outline.withoutText
  }

  /// The line that stands for what has ended.
  var endedLine: LineStyle {
    var line = LineStyle(width: 1.4, stroke: style.colours.endedLine)
    for rule in style.rules
    where rule.selector.isStateAlone && rule.selector.states == [.ended] {
      if let stroke = rule.changes.stroke { line.stroke = stroke }
    }
    return line
  }
}

extension NodeStyle {
  /// As a sign of a legend, which has no text.
  fileprivate var withoutText: NodeStyle {
    var copy = self
    (copy.text, copy.textSize) = (nil, nil)
    return copy
  }
}

extension LineStyle {
  fileprivate var withoutText: LineStyle {
    var copy = self
    (copy.text, copy.textSize) = (nil, nil)
    return copy
  }
}
