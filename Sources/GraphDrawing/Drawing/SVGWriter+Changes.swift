// SPDX-License-Identifier: Apache-2.0

/// The marks of what became of things, in figures that compare two versions.
extension Drawing {
  private enum Measure {
    static let badge = 13.0
  }

  /// The mark at the upper left of a node, on its outline.
  func writeBadge(
    _ mark: String, on placed: FigureLayout.Node, _ look: NodeStyle, _ markup: inout Markup
  ) {
    let box = placed.box
    // The corner of a round shape lies outside of it, and so does that of one with cut corners.
    let isRound = placed.shape == .ellipse || placed.shape == .doubleEllipse
    let inset = isRound ? 0.354 : 0.5
    let outline = placed.shape.corners(width: box.width, height: box.height)
    let nearest = outline.min { ($0.y + $0.x / 100) < ($1.y + $1.x / 100) }
    let corner = FigureLayout.Point(
      x: hundredths(box.centre.x + (nearest?.x ?? -box.width * inset)),
      y: hundredths(box.centre.y + (nearest?.y ?? -box.height * inset)))
    writeBadge(mark, at: corner, stroke: look.stroke, &markup)
  }

  /// A mark in a small circle.
  func writeBadge(
    _ mark: String, at centre: FigureLayout.Point, stroke: String, _ markup: inout Markup
  ) {
    let box = FigureLayout.Box(centre: centre, width: Measure.badge, height: Measure.badge)
    ShapeDrawing(
      shape: .ellipse, box: box, fill: colours.paper, stroke: stroke, strokeWidth: 1, dashes: []
    ).write(to: &markup)
    let metrics = typography.heading
    write(
      mark, x: centre.x, y: hundredths(centre.y + metrics.size * 0.36), metrics: metrics,
      fill: colours.text, anchor: "middle", to: &markup)
  }

  /// A small box as nodes are drawn that changed so.
  func writeChangeSign(
    _ change: Figure.Change, _ mark: String, _ box: FigureLayout.Box, _ markup: inout Markup
  ) {
    var look = NodeStyle(
      shape: .box, fill: colours.paper, stroke: colours.outline, strokeWidth: 1.2)
    ChangeLook.apply(change, to: &look, colours)
    for rule in style.rules
    where rule.selector.isStateAlone && rule.selector.states.first?.change == change {
      if let fill = rule.changes.fill { look.fill = fill }
      if let stroke = rule.changes.stroke { look.stroke = stroke }
      if let width = rule.changes.width { look.strokeWidth = width }
      if let line = rule.changes.line { look.dashes = line.outlineDashes }
    }
    ShapeDrawing(
      shape: .box, box: box, fill: look.fill, stroke: look.stroke, strokeWidth: look.strokeWidth,
      dashes: look.dashes
    ).write(to: &markup)
    let metrics = typography.heading
    write(
      mark, x: box.centre.x, y: hundredths(box.centre.y + metrics.size * 0.36), metrics: metrics,
      fill: colours.readable(colours.text, on: look.fill), anchor: "middle", to: &markup)
  }

  /// A point about half way along a curve.
  func middle(of curve: FigureLayout.Curve) -> FigureLayout.Point {
    let pieces = (curve.points.count - 1) / 3
    guard pieces > 0 else { return curve.points.first ?? FigureLayout.Point(x: 0, y: 0) }
    let start = pieces / 2 * 3
    if pieces.isMultiple(of: 2) { return curve.points[start] }
    let points = curve.points[start...(start + 3)]
    func mean(_ value: (FigureLayout.Point) -> Double) -> Double {
      let values = points.map(value)
      // The middle of a cubic Bézier curve.
      return hundredths((values[0] + 3 * values[1] + 3 * values[2] + values[3]) / 8)
    }
    return FigureLayout.Point(x: mean(\.x), y: mean(\.y))
  }
}
