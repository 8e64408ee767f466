// SPDX-License-Identifier: Apache-2.0

extension TimelineDrawing {
  /// The shape of a type as the legend has it: bars of two types may have the same colours.
  func writeSign(of placed: PlacedRow, x: Double, _ markup: inout Markup) {
    let middle = FigureLayout.Point(x: x + Measure.signWidth / 2 - 3, y: placed.middle)
    ShapeDrawing(
      shape: placed.style.shape,
      box: FigureLayout.Box(centre: middle, width: Measure.signWidth - 7, height: 10),
      fill: placed.style.fill, stroke: placed.style.stroke, strokeWidth: 1,
      dashes: placed.style.dashes.map { $0 * 0.5 }
    ).write(to: &markup)
  }

  func writeMoment(_ placed: PlacedRow, _ markup: inout Markup) {
    let x = axis.position(of: placed.row.start ?? placed.row.end ?? axis.first)
    let (y, reach) = (placed.middle, Measure.moment)
    markup.empty(
      "path",
      [
        "d": .string(
          "M\(decimal(x - reach)) \(decimal(y))L\(decimal(x)) \(decimal(y - reach))"
            + "L\(decimal(x + reach)) \(decimal(y))L\(decimal(x)) \(decimal(y + reach))Z"),
        "fill": .string(placed.style.stroke), "stroke": .string(placed.style.stroke),
        "stroke-width": 1,
      ])
  }

  /// A box, pointed at an end that is not known. Where sources disagree about an end, the bar is
  /// light from the earliest to the latest of its values.
  func writeBar(_ placed: PlacedRow, _ markup: inout Markup) {
    let row = placed.row
    guard row.startRange != nil || row.endRange != nil else {
      write(bar(placed, from: row.start, to: row.end), of: placed, &markup)
      return
    }
    var light = placed.style
    light.fill = ColourValue.blend(drawing.colours.paper, light.fill, share: 0.3)
    light.strokeWidth = min(light.strokeWidth, 1)
    light.dashes = [2, 2]
    write(
      bar(placed, from: row.earliestStart, to: row.latestEnd), of: placed, style: light, &markup)
    if let start = row.latestStart, let end = row.earliestEnd, end <= start { return }
    write(bar(placed, from: row.latestStart, to: row.earliestEnd), of: placed, &markup)
  }

  private func write(
    _ outline: String, of placed: PlacedRow, style: NodeStyle? = nil, _ markup: inout Markup
  ) {
    let style = style ?? placed.style
    let dashes = style.drawnDashes(width: style.strokeWidth)
    markup.empty(
      "path",
      [
        "d": .string(outline), "fill": .string(style.fill), "stroke": .string(style.stroke),
        "stroke-width": .number(style.strokeWidth), "stroke-linejoin": "round",
        "stroke-dasharray": dashes.isEmpty
          ? nil : .string(dashes.map(decimal).joined(separator: " ")),
      ])
  }

  /// The outline of a bar from one year to another; nil is an end that is not known.
  private func bar(_ placed: PlacedRow, from first: Double?, to last: Double?) -> String {
    let start = first.map { axis.position(of: $0) } ?? axis.left
    let end = max(
      last.map { axis.position(of: $0) } ?? axis.left + axis.width, start + Measure.leastBar)
    let (top, bottom) = (
      placed.middle - measure.barHeight / 2, placed.middle + measure.barHeight / 2
    )
    let point = min(Measure.arrow, (end - start) / 3)
    let middle = decimal(placed.middle)
    var path = "M\(decimal(first == nil ? start + point : start)) \(decimal(top))"
    path += "H\(decimal(last == nil ? end - point : end))"
    if last == nil {
      path += "L\(decimal(end)) \(middle)L\(decimal(end - point)) \(decimal(bottom))"
    }
    path += last == nil ? "" : "V\(decimal(bottom))"
    path += "H\(decimal(first == nil ? start + point : start))"
    if first == nil { path += "L\(decimal(start)) \(middle)" }
    return path + "Z"
  }
}

extension TimelineChart.Row {
  var earliestStart: Double? { startRange?.lowerBound ?? start }
  var latestStart: Double? { startRange?.upperBound ?? start }
  var earliestEnd: Double? { endRange?.lowerBound ?? end }
  var latestEnd: Double? { endRange?.upperBound ?? end }
}
