// SPDX-License-Identifier: Apache-2.0

extension Drawing {
  func writeHeader(_ markup: inout Markup) {
    guard !frame.header.isEmpty else { return }
    markup.open("g", ["class": "header"])
    markup.newline()
    for line in frame.header { write(line, &markup) }
    markup.close("g")
    markup.newline()
  }

  func writeFooter(_ markup: inout Markup) {
    guard !frame.footer.isEmpty else { return }
    markup.open("g", ["class": "sources"])
    markup.newline()
    for line in frame.footer { write(line, &markup) }
    markup.close("g")
    markup.newline()
  }

  private func write(_ line: FigureFrame.PlacedText, _ markup: inout Markup) {
    if let link = line.link { markup.open("a", ["href": .string(link.text)]) }
    let colour = line.link != nil ? colours.link : line.isQuiet ? colours.quiet : nil
    write(
      line.text, x: line.x, y: line.y, metrics: line.metrics, fill: colour,
      isItalic: line.isItalic, following: line.following, to: &markup)
    if line.link != nil { markup.close("a") }
    markup.newline()
  }

  func writeLegend(_ markup: inout Markup) {
    guard !frame.legend.isEmpty else { return }
    markup.open("g", ["class": "legend"])
    markup.newline()
    for y in frame.rules {
      markup.empty(
        "path",
        [
          "d": "M\(decimal(frame.margin)) \(decimal(y))H\(decimal(frame.width - frame.margin))",
          "fill": "none", "stroke": .string(colours.rule), "stroke-width": 0.6,
        ])
      markup.newline()
    }
    for placed in frame.legend {
      writeSign(placed, &markup)
      let metrics = typography.legend
      write(
        placed.entry.text, x: placed.x + placed.entry.sign.width + 6,
        y: placed.y + metrics.size * 0.36, metrics: metrics, to: &markup)
      markup.newline()
    }
    markup.close("g")
    markup.newline()
  }

  private func writeSign(_ placed: FigureFrame.PlacedEntry, _ markup: inout Markup) {
    let room = placed.entry.sign.width
    let middle = FigureLayout.Point(x: placed.x + room / 2, y: placed.y)
    let box = FigureLayout.Box(
      centre: middle, width: room - 2, height: FigureFrame.Measure.glyphHeight)
    switch placed.entry.sign {
    case .node(let node):
      ShapeDrawing(
        shape: node.shape, box: box, fill: node.fill, stroke: node.stroke,
        strokeWidth: node.strokeWidth,
        dashes: node.drawnDashes(width: node.strokeWidth).map { $0 * 0.7 }
      ).write(to: &markup)
    case .line(let line, let isDirected):
      writeLineSign(line, isDirected: isDirected, box, &markup)
    case .endedLine:
      writeLineSign(looks.endedLine, isDirected: true, box, &markup)
    case .emphasis:
      let outline = looks.askedOutline
      let width = outline.strokeWidth + NodeStyle.emphasis
      ShapeDrawing(
        shape: outline.shape, box: box, fill: outline.fill, stroke: outline.stroke,
        strokeWidth: width, dashes: outline.drawnDashes(width: width).map { $0 * 0.7 }
      ).write(to: &markup)
    case .change(let change, let mark): writeChangeSign(change, mark, box, &markup)
    case .unchanged(let isLine):
      var line = LineStyle(width: 1)
      ChangeLook.apply(nil, to: &line, colours)
      if isLine {
        writeLineSign(line, isDirected: true, box, &markup)
      } else {
        ShapeDrawing(
          shape: .box, box: box, fill: colours.paper, stroke: colours.outline, strokeWidth: 0.8,
          dashes: []
        ).write(to: &markup)
      }
    case .rank:
      let metrics = typography.edgeLabel
      let mark = FigureLayout.TextLine(
        text: "1",
        anchor: FigureLayout.Point(x: middle.x, y: hundredths(middle.y + metrics.size * 0.36)),
        width: metrics.width(of: "1"), role: .rank)
      writeRank(mark, isBest: true, metrics: metrics, &markup)
    case .day:
      writeDay(x: middle.x, [box.top...box.bottom], &markup)
    case .disputed:
      write(
        "(?)", x: middle.x, y: middle.y + typography.edgeLabel.size * 0.36,
        metrics: typography.edgeLabel, fill: looks.disputedInk, anchor: "middle", to: &markup)
    }
  }

  /// The line of a day, in pieces from top to bottom.
  func writeDay(x: Double, _ pieces: [ClosedRange<Double>], _ markup: inout Markup) {
    markup.empty(
      "path",
      [
        "class": "as-of", "d": .string(Self.upright(x: x, pieces)), "fill": "none",
        "stroke": .string(colours.text), "stroke-width": 1.2, "stroke-dasharray": "4 2.5",
      ])
  }

  static func upright(x: Double, _ pieces: [ClosedRange<Double>]) -> String {
    pieces.map { "M\(decimal(x)) \(decimal($0.lowerBound))V\(decimal($0.upperBound))" }.joined()
  }

  private func writeLineSign(
    _ line: LineStyle, isDirected: Bool, _ box: FigureLayout.Box, _ markup: inout Markup
  ) {
    let y = decimal(box.centre.y)
    let end = isDirected ? box.right - 6 : box.right
    markup.empty(
      "path",
      [
        "d": "M\(decimal(box.left)) \(y)H\(decimal(end))", "fill": "none",
        "stroke": .string(line.stroke), "stroke-width": .number(line.width),
        "stroke-dasharray": line.dashText,
        "stroke-linecap": line.hasRoundEnds ? "round" : nil,
      ])
    guard isDirected else { return }
    let half = 2.6 + line.width * 0.45
    markup.empty(
      "path",
      [
        "d": .string(
          "M\(decimal(end)) \(decimal(box.centre.y - half))L\(decimal(box.right)) \(y)"
            + "L\(decimal(end)) \(decimal(box.centre.y + half))Z"),
        "fill": .string(line.stroke),
      ])
  }
}
