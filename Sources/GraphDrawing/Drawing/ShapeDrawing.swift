// SPDX-License-Identifier: Apache-2.0

/// Writes the outline of a node, or its small picture in a legend.
struct ShapeDrawing {
  var shape: NodeShape
  var box: FigureLayout.Box
  var fill: String
  var stroke: String
  var strokeWidth: Double
  var dashes: [Double]

  func write(to markup: inout Markup) {
    switch shape {
    case .box: rectangle(box, radius: 0, &markup)
    case .roundedBox: rectangle(box, radius: 7, &markup)
    case .doubleBox: doubled(&markup) { rectangle($0, radius: 0, &$1) }
    case .doubleRoundedBox: doubled(&markup) { rectangle($0, radius: 7, &$1) }
    case .ellipse: ellipse(box, &markup)
    case .doubleEllipse: doubled(&markup) { ellipse($0, &$1) }
    case .pill: rectangle(box, radius: box.height / 2, &markup)
    case .note:
      polygon(&markup)
      fold(&markup)
    case .folder, .hexagon, .pointedBox, .octagon, .parallelogram, .trapezium: polygon(&markup)
    case .barredBox:
      rectangle(box, radius: 0, &markup)
      bar(&markup)
    case .wavyBox: wavy(&markup)
    }
  }

  private var dashText: Markup.Value? {
    dashes.isEmpty ? nil : .string(dashes.map(decimal).joined(separator: " "))
  }

  private func doubled(
    _ markup: inout Markup, _ draw: (FigureLayout.Box, inout Markup) -> Void
  ) {
    let gap = min(NodeShape.Measure.doubleLineGap, box.height * 0.16)
    draw(box, &markup)
    var inner = box
    inner.width -= 2 * gap
    inner.height -= 2 * gap
    draw(inner, &markup)
  }

  private func rectangle(
    _ box: FigureLayout.Box, radius: Double, _ markup: inout Markup
  ) {
    let corner = min(radius, box.height / 2)
    markup.empty(
      "rect",
      [
        "x": .number(box.left), "y": .number(box.top), "width": .number(box.width),
        "height": .number(box.height), "rx": corner > 0 ? .number(corner) : nil,
        "fill": .string(fill), "stroke": .string(stroke), "stroke-width": .number(strokeWidth),
        "stroke-dasharray": dashText,
      ])
  }

  private func ellipse(_ box: FigureLayout.Box, _ markup: inout Markup) {
    markup.empty(
      "ellipse",
      [
        "cx": .number(box.centre.x), "cy": .number(box.centre.y), "rx": .number(box.width / 2),
        "ry": .number(box.height / 2), "fill": .string(fill), "stroke": .string(stroke),
        "stroke-width": .number(strokeWidth), "stroke-dasharray": dashText,
      ])
  }

  private func place(_ x: Double, _ y: Double) -> String {
    "\(decimal(box.centre.x + x)) \(decimal(box.centre.y + y))"
  }

  private func path(_ commands: String, fill: String, _ markup: inout Markup) {
    markup.empty(
      "path",
      [
        "d": .string(commands), "fill": .string(fill), "stroke": .string(stroke),
        "stroke-width": .number(strokeWidth), "stroke-linejoin": "round",
        "stroke-dasharray": dashText,
      ])
  }

  private func polygon(_ markup: inout Markup) {
    let corners = shape.corners(width: box.width, height: box.height)
    let commands = corners.map { place($0.x, $0.y) }.joined(separator: "L")
    path("M\(commands)Z", fill: fill, &markup)
  }

  private func fold(_ markup: inout Markup) {
    let corners = shape.corners(width: box.width, height: box.height)
    guard corners.count > 2 else { return }
    let (upper, lower) = (corners[1], corners[2])
    let commands =
      "M\(place(upper.x, upper.y))L\(place(upper.x, lower.y))L\(place(lower.x, lower.y))"
    markup.empty(
      "path",
      [
        "d": .string(commands), "fill": "none", "stroke": .string(stroke),
        "stroke-width": .number(max(strokeWidth * 0.8, 0.8)), "stroke-linejoin": "round",
      ])
  }

  private func bar(_ markup: inout Markup) {
    let x = -box.width / 2 + NodeShape.Measure.bar
    path(
      "M\(place(x, -box.height / 2))L\(place(x, box.height / 2))", fill: "none", &markup)
  }

  private func wavy(_ markup: inout Markup) {
    let (x, y) = (box.width / 2, box.height / 2)
    let wave = min(NodeShape.Measure.wave, box.height * 0.2)
    let base = y - wave
    var commands = "M\(place(-x, -y))L\(place(x, -y))L\(place(x, base))"
    commands += "C\(place(x / 2, base - 2 * wave)) \(place(x / 3, base - wave)) \(place(0, base))"
    commands += "C\(place(-x / 3, base + wave)) \(place(-x / 2, base + 2 * wave * 0.8)) "
    commands += "\(place(-x, base))Z"
    path(commands, fill: fill, &markup)
  }
}
