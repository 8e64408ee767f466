// SPDX-License-Identifier: Apache-2.0

extension Drawing {
  func writeEdges(_ markup: inout Markup) {
    markup.open("g", ["class": "edges", "fill": "none"])
    markup.newline()
    for placed in layout.edges where figure.edges.indices.contains(placed.index) {
      write(figure.edges[placed.index], placed, &markup)
      markup.newline()
    }
    markup.close("g")
    markup.newline()
    guard layout.edges.contains(where: { !$0.labelLines.isEmpty }) else { return }
    // Labels follow all lines, so that no line runs over a label.
    markup.open("g", ["class": "edge-labels"])
    markup.newline()
    for placed in layout.edges where figure.edges.indices.contains(placed.index) {
      writeLabel(figure.edges[placed.index], placed, &markup)
    }
    markup.close("g")
    markup.newline()
  }

  private func write(
    _ edge: Figure.Edge, _ placed: FigureLayout.Edge, _ markup: inout Markup
  ) {
    let line = looks.edges[placed.index].drawn
    let colour = line.stroke
    let width = line.width(of: edge)
    var classes = "edge edge-\(className(edge.typeName)) line-\(style.lineKind(of: edge).rawValue)"
    if edge.isEnded { classes += " ended" }
    if edge.isDisputed { classes += " disputed" }
    if let change = edge.change, change != .ended { classes += " \(change.rawValue)" }
    markup.open("g", ["id": "\(prefix)-e\(placed.index)", "class": .string(classes)])
    markup.element("title", content: sentence(of: edge))
    let path = path(placed.curve)
    let route = path.text
    var reach = path
    if let tip = placed.tip { reach.line(to: tip) }
    markup.empty(
      "path",
      [
        "class": "hit", "d": .string(reach.text), "stroke": "#000000", "stroke-opacity": 0,
        "stroke-width": 10,
      ])
    markup.empty(
      "path",
      [
        "class": "line", "d": .string(route), "stroke": .string(colour),
        "stroke-width": .number(width),
        "stroke-dasharray": line.dashText,
        "stroke-linecap": line.hasRoundEnds ? "round" : nil,
      ])
    if let tip = placed.tip, let base = placed.curve.points.last {
      markup.empty(
        "path",
        [
          "class": "head", "d": .string(head(from: base, to: tip, width: width)),
          "fill": .string(colour),
        ])
    }
    if let mark = edge.change?.mark, placed.labelBox == nil {
      writeBadge(mark, at: middle(of: placed.curve), stroke: colour, &markup)
    }
    markup.close("g")
  }

  private func writeLabel(
    _ edge: Figure.Edge, _ placed: FigureLayout.Edge, _ markup: inout Markup
  ) {
    guard let box = placed.labelBox, !placed.labelLines.isEmpty else { return }
    // Only as wide as the words, so that the label's own line stays whole beside it.
    let width = (placed.labelLines.map(\.width).max() ?? 0) + 3
    let height = box.height - 2
    markup.open("g", ["class": "edge-label"])
    markup.empty(
      "rect",
      [
        "x": .number(box.centre.x - width / 2), "y": .number(box.centre.y - height / 2),
        "width": .number(width), "height": .number(height), "rx": 2, "fill": .string(colours.paper),
        "fill-opacity": 0.85,
      ])
    let look = looks.edges[placed.index].drawn
    for line in placed.labelLines where line.role == .rank {
      writeRank(line, isBest: edge.isOnBestPath, metrics: typography.edgeLabel(of: look), &markup)
    }
    for line in placed.labelLines where line.role != .rank {
      write(
        line.text, x: line.anchor.x, y: line.anchor.y, metrics: typography.edgeLabel(of: look),
        fill: look.text, anchor: "middle", to: &markup)
    }
    markup.close("g")
    markup.newline()
  }

  /// The numbers of the paths that take a step: white on black on the best path, else framed.
  func writeRank(
    _ line: FigureLayout.TextLine, isBest: Bool, metrics: TextMetrics, _ markup: inout Markup
  ) {
    let height = hundredths(metrics.size * 1.25)
    let width = max(line.width + 8, height)
    markup.empty(
      "rect",
      [
        "class": "rank", "x": .number(hundredths(line.anchor.x - width / 2)),
        "y": .number(hundredths(line.anchor.y - metrics.size * 0.36 - height / 2)),
        "width": .number(hundredths(width)), "height": .number(height),
        "rx": .number(hundredths(height / 2)),
        "fill": .string(isBest ? colours.text : colours.paper),
        "stroke": .string(colours.text), "stroke-width": 0.8,
      ])
    write(
      line.text, x: line.anchor.x, y: line.anchor.y, metrics: metrics,
      fill: isBest ? colours.paper : colours.text, anchor: "middle", to: &markup)
  }

  /// "BOMCA covers Kazakhstan, 2003–2019 [1][2]".
  func sentence(of edge: Figure.Edge) -> String {
    FigureDescription.sentence(
      edge, from: node(edge.from), to: node(edge.to), wording: frame.wording)
  }

  private func node(_ id: String) -> Figure.Node? { positions[id].map { figure.nodes[$0] } }

  private func path(_ curve: FigureLayout.Curve) -> PathText {
    var path = PathText()
    guard let first = curve.points.first, let last = curve.points.last else { return path }
    path.move(to: first)
    if isStraight(curve) {
      path.line(to: last)
    } else {
      path.curve(curve.points.dropFirst())
    }
    return path
  }

  /// True when every point lies on the line from first to last, in order.
  private func isStraight(_ curve: FigureLayout.Curve) -> Bool {
    guard let first = curve.points.first, let last = curve.points.last else { return false }
    let (dx, dy) = (last.x - first.x, last.y - first.y)
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > 0.01 else { return false }
    return curve.points.allSatisfy { point in
      abs((point.x - first.x) * dy - (point.y - first.y) * dx) / length < 0.05
    }
  }

  /// A triangle whose base meets the end of the line.
  private func head(
    from base: FigureLayout.Point, to tip: FigureLayout.Point, width: Double
  ) -> String {
    let (dx, dy) = (tip.x - base.x, tip.y - base.y)
    let length = max((dx * dx + dy * dy).squareRoot(), 0.01)
    let half = 2.6 + width * 0.45
    let (nx, ny) = (-dy / length * half, dx / length * half)
    let left = FigureLayout.Point(x: base.x + nx, y: base.y + ny)
    let right = FigureLayout.Point(x: base.x - nx, y: base.y - ny)
    var path = PathText()
    path.move(to: left)
    path.line(to: tip)
    path.line(to: right)
    path.close()
    return path.text
  }
}

extension LineStyle {
  /// The line of an edge: the best of several paths is twice as strong as others.
  func width(of edge: Figure.Edge) -> Double { edge.isOnBestPath ? width * 2 : width }
}
