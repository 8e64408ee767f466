// SPDX-License-Identifier: Apache-2.0

extension FigurePlan {
  /// Wraps what a node says and finds the size of its shape.
  func sizedText(of node: Figure.Node, _ look: NodeStyle) -> SizedText {
    let typography = typography.scaled(for: look)
    let labelMetrics = node.isBold ? typography.boldLabel : typography.label
    // A long single word widens its box, to a limit, before it is broken.
    let usualWidth = style.labelWidth * typography.label.size / style.labelSize
    let wordWidth = min(labelMetrics.widestWord(of: node.label), usualWidth * 1.5)
    let labelWidth = max(usualWidth, wordWidth)
    var lines: [(text: String, metrics: TextMetrics, role: FigureLayout.TextLine.Role)] = []
    for line in labelMetrics.lines(
      of: node.label, maximumWidth: labelWidth, maximumLines: style.labelLineLimit,
      isBalanced: true, isHyphenated: true)
    {
      lines.append((line, labelMetrics, .label))
    }
    if let sublabel = node.sublabel {
      for line in typography.sublabel.lines(
        of: sublabel, maximumWidth: labelWidth, maximumLines: 3, isBalanced: true,
        isHyphenated: true)
      {
        lines.append((line, typography.sublabel, .sublabel))
      }
    }
    if node.isEnded {
      let year = node.endYear.map { " " + DisplayText.line($0, limit: 20) } ?? ""
      lines.append(("(\(wording.ended)\(year))", typography.sublabel, .remark))
    }
    if let hidden = node.hiddenNeighbourCount, hidden > 0 {
      lines.append(("+\(hidden) \(wording.more)", typography.sublabel, .remark))
    }
    for detail in node.details.prefix(Self.detailLimit) {
      let line = DisplayText.line(detail, limit: 200)
      let room = labelWidth * 2
      let metrics = typography.sublabel
      lines.append(
        (
          metrics.width(of: line) > room ? metrics.truncated(line, to: room) : line, metrics,
          .detail
        ))
    }
    return FigurePlan.stack(lines) { extents in look.shape.fit(extents) }
  }

  /// Details shown of one node, and the room above the first.
  static let detailLimit = 40
  static let detailGap = 7.0

  /// The label of an edge: the verb, and below it dates and source marks.
  func sizedLabel(of edge: Figure.Edge, _ look: LineStyle) -> SizedText {
    guard edge.isLabelled else { return .none }
    let first = edge.heading(wording)
    let second = [DisplayText.line(edge.dates ?? "", limit: 100), edge.sourceMarks]
      .filter { !$0.isEmpty }.joined(separator: " ")
    var lines: [(text: String, metrics: TextMetrics, role: FigureLayout.TextLine.Role)] = []
    let metrics = typography.edgeLabel(of: look)
    if let ranks = edge.rankText { lines.append((ranks, metrics, .rank)) }
    let width = style.labelWidth * 0.8 * metrics.size / typography.edgeLabel.size
    for text in [first, second] {
      for line in metrics.lines(
        of: text, maximumWidth: width, maximumLines: 3, isBalanced: true,
        isHyphenated: true)
      {
        lines.append((line, metrics, .label))
      }
    }
    guard !lines.isEmpty else { return .none }
    return FigurePlan.stack(lines) { extents in
      ShapeFit(
        width: hundredths(extents.map { $0.width(withRoom: 7, least: 2) }.max() ?? 0),
        height: hundredths((extents.last?.bottom ?? 0) + 3), textX: 0, textY: 0)
    }
  }

  static func stack(
    _ lines: [(text: String, metrics: TextMetrics, role: FigureLayout.TextLine.Role)],
    fit: ([NodeShape.LineExtent]) -> ShapeFit
  ) -> SizedText {
    var extents: [NodeShape.LineExtent] = []
    var top = 0.0
    var hasDetails = false
    for line in lines {
      if line.role == .detail, !hasDetails {
        hasDetails = true
        top += detailGap
      }
      // Room around the mark.
      if line.role == .rank { top += 1 }
      let bottom = top + line.metrics.lineHeight
      extents.append(
        NodeShape.LineExtent(
          width: line.metrics.width(of: line.text), reach: line.metrics.reach(of: line.text),
          top: top, bottom: bottom))
      top = line.role == .rank ? bottom + 2 : bottom
    }
    let shape = fit(extents)
    // Details begin at one edge, from which a wider font takes them further.
    let detailReach = zip(lines, extents).filter { $0.0.role == .detail }.map(\.1.reach).max() ?? 0
    let placed = zip(lines, extents).map { line, extent in
      FigureLayout.TextLine(
        text: line.text,
        anchor: FigureLayout.Point(
          x: shape.textX - (line.role == .detail ? (detailReach - extent.width) / 2 : 0),
          y: shape.textY + extent.top + line.metrics.ascent - top / 2),
        width: hundredths(extent.width), role: line.role)
    }
    return SizedText(width: shape.width, height: shape.height, lines: placed)
  }
}

extension Figure.Edge {
  /// "[1][2]", at most four of them and then the number of the rest.
  var sourceMarks: String {
    let shown = sourceNumbers.prefix(4).map { "[\($0)]" }.joined()
    return sourceNumbers.count > 4 ? shown + " +\(sourceNumbers.count - 4)" : shown
  }
}

/// The sizes of a figure's texts.
struct Typography: Sendable {
  let label: TextMetrics
  let boldLabel: TextMetrics
  let sublabel: TextMetrics
  let edgeLabel: TextMetrics
  let title: TextMetrics
  let subtitle: TextMetrics
  let legend: TextMetrics
  let source: TextMetrics
  let heading: TextMetrics

  init(_ style: FigureStyle) { self.init(size: style.labelSize) }

  /// The sizes that belong to a node whose style has one of its own.
  func scaled(for look: NodeStyle) -> Typography {
    look.textSize.map { Typography(size: $0) } ?? self
  }

  func edgeLabel(of look: LineStyle) -> TextMetrics {
    look.textSize.map { TextMetrics(size: $0) } ?? edgeLabel
  }

  private init(size: Double) {
    label = TextMetrics(size: size)
    boldLabel = TextMetrics(size: size, isBold: true)
    sublabel = TextMetrics(size: hundredths(size * 0.84))
    edgeLabel = TextMetrics(size: hundredths(size * 0.84))
    title = TextMetrics(size: hundredths(size * 1.35), isBold: true)
    subtitle = TextMetrics(size: hundredths(size * 0.96))
    legend = TextMetrics(size: hundredths(size * 0.84))
    source = TextMetrics(size: hundredths(size * 0.8))
    heading = TextMetrics(size: hundredths(size * 0.84), isBold: true)
  }
}
