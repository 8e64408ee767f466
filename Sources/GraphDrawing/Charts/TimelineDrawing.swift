// SPDX-License-Identifier: Apache-2.0

/// A timeline with everything in its place.
struct TimelineDrawing {
  private enum Measure {
    static let labelWidth = 232.0
    static let axisWidth = 400.0
    static let gap = 12.0
    static let indent = 12.0
    static let barHeight = 13.0
    static let rowPadding = 5.0
    static let axisHeight = 22.0
    static let moment = 5.5
    static let arrow = 7.0
    /// Narrower bars would not be seen.
    static let leastBar = 2.0
  }

  private struct PlacedRow {
    let row: TimelineChart.Row
    let lines: [String]
    let top: Double
    let height: Double
    let style: NodeStyle

    var middle: Double { top + height / 2 }
  }

  private let chart: TimelineChart
  private let typography: Typography
  private let axis: YearAxis
  private var rows: [PlacedRow] = []
  private let drawing: Drawing
  private let height: Double
  private let width: Double

  init(_ chart: TimelineChart, style: FigureStyle) {
    let chart = chart.withFiniteYears
    self.chart = chart
    let typography = Typography(style)
    self.typography = typography
    let years = chart.rows.flatMap { [$0.start, $0.end].compactMap { $0 } }
    axis = YearAxis(
      around: years + [chart.day].compactMap { $0 }, left: Measure.labelWidth + Measure.gap,
      width: Measure.axisWidth)
    let frame = chart.frameWithTypes
    let looks = FigureLooks(frame, style: style)
    let styles = Dictionary(
      zip(frame.nodes.map(\.typeName), looks.nodes.map(\.drawn)),
      uniquingKeysWith: { first, _ in first })
    var top = Measure.axisHeight
    for row in chart.rows {
      let indent = row.isPart ? Measure.indent : 0
      let lines = typography.sublabel.lines(
        of: row.label,
        maximumWidth: (Measure.labelWidth - indent) / FigureFrame.Measure.fontAllowance,
        maximumLines: 4)
      let height =
        max(Double(lines.count) * typography.sublabel.lineHeight, Measure.barHeight)
        + 2 * Measure.rowPadding
      rows.append(
        PlacedRow(
          row: row, lines: lines, top: top, height: height,
          style: styles[row.typeName]
            ?? NodeStyle(shape: .box, fill: style.colours.paper, stroke: style.colours.text)
        ))
      top += height
    }
    let axis = axis
    let remarks = rows.map { row in
      Self.end(of: row.row, on: axis) + 6
        + typography.sublabel.width(of: Self.remark(of: row.row))
        * FigureFrame.Measure.fontAllowance
    }
    width = hundredths(max(axis.left + axis.width, remarks.max() ?? 0) + 4)
    height = hundredths(top + 4)
    let layout = FigureLayout(
      width: width, height: rows.isEmpty ? 0 : height, nodes: [], edges: [], engine: .dot,
      reason: "")
    drawing = Drawing(
      figure: frame, layout: layout, style: style,
      frame: FigureFrame(frame, layout: layout, style: style))
  }

  func text() -> String {
    drawing.text(description: description) { markup in
      guard !rows.isEmpty else { return }
      writeAxis(&markup)
      for (index, row) in rows.enumerated() { write(row, index, &markup) }
    }
  }

  // MARK: Axis

  private func writeAxis(_ markup: inout Markup) {
    markup.open("g", ["class": "axis"])
    markup.newline()
    for tick in axis.ticks {
      let x = axis.position(of: Double(tick))
      markup.empty(
        "path",
        [
          "d": "M\(decimal(x)) \(decimal(Measure.axisHeight - 4))V\(decimal(height))",
          "fill": "none", "stroke": .string(drawing.colours.rule), "stroke-width": 0.6,
        ])
      drawing.write(
        String(tick), x: x, y: typography.source.ascent, metrics: typography.source,
        fill: drawing.colours.quiet, anchor: "middle", to: &markup)
      markup.newline()
    }
    if let day = chart.day {
      let x = axis.position(of: day)
      markup.empty(
        "path",
        [
          "class": "as-of",
          "d": "M\(decimal(x)) \(decimal(Measure.axisHeight - 4))V\(decimal(height))",
          "fill": "none", "stroke": .string(drawing.colours.text), "stroke-width": 1.2,
          "stroke-dasharray": "4 2.5",
        ])
      markup.newline()
    }
    markup.close("g")
    markup.newline()
  }

  // MARK: Rows

  private func write(_ placed: PlacedRow, _ index: Int, _ markup: inout Markup) {
    let row = placed.row
    markup.open(
      "g",
      [
        "id": "\(drawing.prefix)-r\(index)",
        "class": "row type-\(drawing.className(row.typeName))",
      ])
    markup.element("title", content: Self.sentence(of: row))
    let metrics = typography.sublabel
    var y = placed.middle - Double(placed.lines.count) * metrics.lineHeight / 2 + metrics.ascent
    for line in placed.lines {
      drawing.write(
        line, x: row.isPart ? Measure.indent : 0, y: hundredths(y), metrics: metrics,
        to: &markup)
      y += metrics.lineHeight
    }
    if row.isMoment {
      writeMoment(placed, &markup)
    } else {
      writeBar(placed, &markup)
    }
    drawing.write(
      Self.remark(of: row), x: hundredths(Self.end(of: row, on: axis) + 6),
      y: hundredths(placed.middle + metrics.size * 0.36), metrics: metrics,
      fill: drawing.colours.quiet, to: &markup)
    markup.close("g")
    markup.newline()
  }

  private func writeMoment(_ placed: PlacedRow, _ markup: inout Markup) {
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

  /// A box, pointed at an end that is not known.
  private func writeBar(_ placed: PlacedRow, _ markup: inout Markup) {
    let row = placed.row
    let start = row.start.map { axis.position(of: $0) } ?? axis.left
    let end = max(
      row.end.map { axis.position(of: $0) } ?? axis.left + axis.width, start + Measure.leastBar)
    let (top, bottom) = (
      placed.middle - Measure.barHeight / 2, placed.middle + Measure.barHeight / 2
    )
    let point = min(Measure.arrow, (end - start) / 3)
    let middle = decimal(placed.middle)
    var path = "M\(decimal(row.start == nil ? start + point : start)) \(decimal(top))"
    path += "H\(decimal(row.end == nil ? end - point : end))"
    if row.end == nil {
      path += "L\(decimal(end)) \(middle)L\(decimal(end - point)) \(decimal(bottom))"
    }
    path += row.end == nil ? "" : "V\(decimal(bottom))"
    path += "H\(decimal(row.start == nil ? start + point : start))"
    if row.start == nil { path += "L\(decimal(start)) \(middle)" }
    markup.empty(
      "path",
      [
        "d": "\(path)Z", "fill": .string(placed.style.fill),
        "stroke": .string(placed.style.stroke), "stroke-width": .number(placed.style.strokeWidth),
        "stroke-linejoin": "round",
        "stroke-dasharray": placed.style.dashes.isEmpty
          ? nil : .string(placed.style.dashes.map(decimal).joined(separator: " ")),
      ])
  }

  /// Where the bar or mark of a row ends, in points.
  private static func end(of row: TimelineChart.Row, on axis: YearAxis) -> Double {
    if row.isMoment {
      return axis.position(of: row.start ?? row.end ?? axis.first) + Measure.moment
    }
    let start = row.start.map { axis.position(of: $0) } ?? axis.left
    return max(
      row.end.map { axis.position(of: $0) } ?? axis.left + axis.width, start + Measure.leastBar)
  }

  /// What stands beside the bar: dates, and the marks of sources.
  private static func remark(of row: TimelineChart.Row) -> String {
    var parts = [DisplayText.line(row.dates, limit: 60)].filter { !$0.isEmpty }
    if row.isDisputed { parts.append("(?)") }
    if !row.sourceNumbers.isEmpty {
      parts.append(row.sourceNumbers.prefix(6).map { "[\($0)]" }.joined())
      if row.sourceNumbers.count > 6 { parts.append("…") }
    }
    return parts.joined(separator: " ")
  }

  static func sentence(of row: TimelineChart.Row) -> String {
    let remark = remark(of: row)
    let label = DisplayText.line(row.details ?? row.label, limit: 1000)
    return remark.isEmpty ? label : "\(label): \(remark)"
  }

  private var description: String {
    FigureDescription(chart).text
  }
}

extension FigureDescription {
  /// A sentence for each row, in order.
  public init(_ chart: TimelineChart) {
    let wording = FigureWording.of(chart.frame.language)
    self.init(
      chart.frame, wording: wording, summary: chart.rows.isEmpty ? wording.nothing + "." : "",
      relationships: chart.rows.map(TimelineDrawing.sentence))
  }
}

extension TimelineChart {
  /// The chart without years that are no numbers.
  fileprivate var withFiniteYears: TimelineChart {
    var chart = self
    chart.day = day.flatMap { $0.isFinite ? $0 : nil }
    for index in chart.rows.indices {
      chart.rows[index].start = chart.rows[index].start.flatMap { $0.isFinite ? $0 : nil }
      chart.rows[index].end = chart.rows[index].end.flatMap { $0.isFinite ? $0 : nil }
    }
    return chart
  }

  /// The frame with one node for each type, so that the legend explains the colours.
  fileprivate var frameWithTypes: Figure {
    var frame = frame
    var known = Set<String>()
    frame.edges = []
    frame.nodes = rows.filter { known.insert($0.typeName).inserted }.map {
      Figure.Node(
        id: $0.typeName, typeName: $0.typeName, typeTitle: $0.typeTitle, label: $0.typeTitle)
    }
    if frame.idPrefix == nil { frame.idPrefix = "t" + fingerprint }
    return frame
  }

  private var fingerprint: String {
    var hash = ContentHash()
    hash.add(frame.resolvedPrefix, day.map(decimal))
    for row in rows {
      hash.add(
        row.label, row.details, row.typeName, row.dates, row.start.map(decimal),
        row.end.map(decimal))
      hash.add(row.sourceNumbers.map(String.init).joined(separator: ","))
      hash.add(row.isMoment ? "1" : "0", row.isPart ? "1" : "0", row.isDisputed ? "1" : "0")
    }
    return hash.text
  }
}
