// SPDX-License-Identifier: Apache-2.0

extension FigureRenderer {
  /// One version of what a figure compares, at the places that both have together, so that two
  /// figures can stand side by side; with the style in which types look alike on both sides.
  public func sideNow(
    _ figure: Figure, _ side: Figure.Side
  ) throws(LayoutError) -> (figure: Figure, layout: FigureLayout, style: FigureStyle) {
    let layout = try service.layoutNow(of: figure, style: style)
    guard side != .both else { return (figure, layout, style) }
    let part = figure.side(side)
    let style = style.fixed(for: figure)
    return (part, try layout.limited(to: part, of: figure, style: style), style)
  }
}

extension FigureStyle {
  /// A copy in which types that the style does not know look as they do in a figure, also where a
  /// part of the figure shows fewer of them.
  func fixed(for figure: Figure) -> FigureStyle {
    var copy = self
    copy.nodes.merge(nodeStyles(of: figure)) { known, _ in known }
    let lines = lineStyles(of: figure).sorted { $0.key < $1.key }.map { type, line in
      var changes = StyleChanges()
      changes.width = line.width
      changes.line = line.hasRoundEnds ? .dotted : .lengths(line.dashes)
      return StyleRule(StyleSelector(.edges(ofType: type)), changes)
    }
    copy.rules = lines + rules
    return copy
  }
}
