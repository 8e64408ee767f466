// SPDX-License-Identifier: Apache-2.0

extension Drawing {
  func writeNodes(_ markup: inout Markup) {
    markup.open("g", ["class": "nodes"])
    markup.newline()
    for (index, placed) in layout.nodes.enumerated() {
      guard let position = positions[placed.id] else { continue }
      write(figure.nodes[position], looks.nodes[position].drawn, placed, index, &markup)
      markup.newline()
    }
    markup.close("g")
    markup.newline()
  }

  private func write(
    _ node: Figure.Node, _ look: NodeStyle, _ placed: FigureLayout.Node, _ index: Int,
    _ markup: inout Markup
  ) {
    var classes = "node type-\(className(node.typeName))"
    if node.isEnded { classes += " ended" }
    if let change = node.change, change != .ended { classes += " \(change.rawValue)" }
    if node.emphasis != .none { classes += " \(node.emphasis.rawValue)" }
    markup.open(
      "g",
      [
        "id": "\(prefix)-n\(index)", "class": .string(classes),
        "data-id": faithful(node.id).map { .string($0) },
      ])
    markup.element("title", content: tooltip(of: node))
    let address = node.url.flatMap { LinkAddress($0) }
    if let address { markup.open("a", ["href": .string(address.text)]) }
    let strokeWidth = look.strokeWidth + (node.emphasis == .none ? 0 : NodeStyle.emphasis)
    ShapeDrawing(
      shape: placed.shape, box: placed.box, fill: look.fill, stroke: look.stroke,
      strokeWidth: strokeWidth, dashes: look.drawnDashes(width: strokeWidth)
    ).write(to: &markup)
    let typography = typography.scaled(for: look)
    let labelMetrics = node.isBold ? typography.boldLabel : typography.label
    let labelColour = look.text ?? colours.readable(colours.text, on: look.fill)
    let quietColour = look.text ?? colours.readable(colours.quiet, on: look.fill)
    if let first = placed.lines.first(where: { $0.role == .detail }) {
      writeDetailRule(above: first, placed.box, look, typography.sublabel, &markup)
    }
    for line in placed.lines {
      let isLabel = line.role == .label
      let colour = isLabel ? labelColour : quietColour
      write(
        line.text,
        x: line.role == .detail ? hundredths(line.anchor.x - line.width / 2) : line.anchor.x,
        y: line.anchor.y, metrics: isLabel ? labelMetrics : typography.sublabel,
        fill: colour == colours.text ? nil : colour,
        anchor: line.role == .detail ? "start" : "middle",
        isFixedWidth: line.width > 80, isStruck: isLabel && node.change == .removed, to: &markup)
    }
    if let mark = node.change?.mark { writeBadge(mark, on: placed, look, &markup) }
    if address != nil { markup.close("a") }
    markup.close("g")
  }

  /// A line across the box between what it is called and its details.
  private func writeDetailRule(
    above first: FigureLayout.TextLine, _ box: FigureLayout.Box, _ look: NodeStyle,
    _ metrics: TextMetrics, _ markup: inout Markup
  ) {
    let y = hundredths(first.anchor.y - metrics.ascent - FigurePlan.detailGap / 2)
    markup.empty(
      "path",
      [
        "d": "M\(decimal(hundredths(box.left))) \(decimal(y))H\(decimal(hundredths(box.right)))",
        "fill": "none", "stroke": .string(look.stroke), "stroke-width": 0.6,
      ])
  }

  private func tooltip(of node: Figure.Node) -> String {
    if let tooltip = node.tooltip { return DisplayText.line(tooltip, limit: 500) }
    let label = DisplayText.line(node.label, limit: 300)
    return "\(DisplayText.line(node.typeTitle, limit: 100)): \(label)"
  }

  /// The id when it survives cleaning whole; a shortened one would name another node.
  func faithful(_ id: String) -> String? {
    id.utf8.count <= 200 && DisplayText.clean(id) == id && !id.contains("\n") ? id : nil
  }

  /// A type name fit for a class.
  func className(_ typeName: String) -> String {
    let name = Figure.safeIdentifier(typeName)
    return name.isEmpty ? "other" : name
  }
}
