// SPDX-License-Identifier: Apache-2.0

/// A timeline with everything in its place.
struct TimelineDrawing {
  /// Measures in points; those that hold text grow with it.
  struct Measure {
    let labelWidth: Double
    let axisWidth: Double
    let barHeight: Double
    let axisHeight: Double
    static let gap = 12.0
    static let indent = 12.0
    static let rowPadding = 5.0
    static let moment = 5.5
    /// Room of the sign of a type before a label.
    static let signWidth = 23.0
    static let arrow = 7.0
    /// From the end of a bar to the words beside it.
    static let wordsGap = 6.0
    /// Narrower bars would not be seen.
    static let leastBar = 2.0

    init(labelSize: Double) {
      let factor = labelSize / 12
      labelWidth = hundredths(232 * factor + Measure.signWidth)
      axisWidth = hundredths(400 * max(factor, 1))
      barHeight = hundredths(13 * max(factor, 0.7))
      axisHeight = hundredths(22 * max(factor, 0.7))
    }
  }

  struct PlacedRow {
    let row: TimelineChart.Row
    let lines: [String]
    let top: Double
    let height: Double
    let style: NodeStyle

    var middle: Double { top + height / 2 }
  }

  private let chart: TimelineChart
  let measure: Measure
  let typography: Typography
  let axis: YearAxis
  private var rows: [PlacedRow] = []
  let drawing: Drawing
  private let height: Double
  private let width: Double

  init(_ chart: TimelineChart, style: FigureStyle, hints: PrintedHints) {
    let chart = chart.withFiniteYears
    self.chart = chart
    let typography = Typography(style)
    self.typography = typography
    let measure = Measure(labelSize: style.labelSize)
    self.measure = measure
    let years = chart.rows.flatMap { row in
      [row.earliestStart, row.latestEnd, row.latestStart, row.earliestEnd].compactMap { $0 }
    }
    axis = YearAxis(
      around: years + [chart.day].compactMap { $0 }, left: measure.labelWidth + Measure.gap,
      width: measure.axisWidth)
    let frame = chart.frameWithTypes
    let looks = FigureLooks(frame, style: style)
    let styles = Dictionary(
      zip(frame.nodes.map(\.typeName), looks.nodes.map(\.drawn)),
      uniquingKeysWith: { first, _ in first })
    var top = measure.axisHeight
    for row in chart.rows {
      let indent = row.isPart ? Measure.indent : 0
      let lines = typography.sublabel.lines(
        of: row.label,
        maximumWidth: (measure.labelWidth - indent - Measure.signWidth)
          / FigureFrame.Measure.fontAllowance,
        maximumLines: 6)
      let height =
        max(Double(lines.count) * typography.sublabel.lineHeight, measure.barHeight)
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
      Self.end(of: row.row, on: axis) + Measure.wordsGap
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
      frame: FigureFrame(
        frame, layout: layout, style: style,
        notes: NumberedNotes(rows.map { ($0.row, $0.lines) }, hints: hints),
        marks: chart.rows.isEmpty ? [] : [chart.dayEntry].compactMap(\.self)))
  }

  func text() -> String {
    drawing.text(description: description) { markup in
      guard !rows.isEmpty else { return }
      writeAxis(&markup)
      for (index, row) in rows.enumerated() { write(row, index, &markup) }
      for note in drawing.frame.notes.notes {
        drawing.writeNoteMark(
          note.number,
          at: FigureLayout.Point(x: axis.left - 7, y: hundredths(rows[note.position].middle)),
          &markup)
      }
    }
  }

  // MARK: Axis

  private func writeAxis(_ markup: inout Markup) {
    markup.open("g", ["class": "axis"])
    markup.newline()
    let words = rows.compactMap(wordsBox)
    for tick in axis.ticks {
      let x = axis.position(of: Double(tick))
      markup.empty(
        "path",
        [
          "d": .string(Drawing.upright(x: x, pieces(ofLineAt: x, between: words))),
          "fill": "none", "stroke": .string(drawing.colours.rule), "stroke-width": 0.6,
        ])
      drawing.write(
        String(tick), x: x, y: typography.source.ascent, metrics: typography.source,
        fill: drawing.colours.quiet, anchor: "middle", to: &markup)
      markup.newline()
    }
    if let day = chart.day {
      let x = axis.position(of: day)
      drawing.writeDay(x: x, pieces(ofLineAt: x, between: words), &markup)
      markup.newline()
    }
    markup.close("g")
    markup.newline()
  }

  /// The room of what stands beside the bar of a row.
  private func wordsBox(of placed: PlacedRow) -> FigureLayout.Box? {
    let metrics = typography.sublabel
    let width = metrics.width(of: Self.remark(of: placed.row)) * FigureFrame.Measure.fontAllowance
    guard width > 0 else { return nil }
    let left = Self.end(of: placed.row, on: axis) + Measure.wordsGap - 3
    return FigureLayout.Box(
      centre: FigureLayout.Point(x: left + width / 2 + 3, y: placed.middle), width: width + 6,
      height: metrics.lineHeight + 2)
  }

  /// An upright line through all rows, with gaps where it would run through words.
  private func pieces(
    ofLineAt x: Double, between words: [FigureLayout.Box]
  ) -> [ClosedRange<Double>] {
    var pieces: [ClosedRange<Double>] = []
    var top = measure.axisHeight - 4
    for box in words where box.left < x && x < box.right {
      if box.top > top { pieces.append(hundredths(top)...hundredths(box.top)) }
      top = max(top, box.bottom)
    }
    if height > top { pieces.append(hundredths(top)...height) }
    return pieces
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
    let left = row.isPart ? Measure.indent : 0
    writeSign(of: placed, x: left, &markup)
    for line in placed.lines {
      drawing.write(
        line, x: left + Measure.signWidth, y: hundredths(y), metrics: metrics,
        to: &markup)
      y += metrics.lineHeight
    }
    if row.isMoment {
      writeMoment(placed, &markup)
    } else {
      writeBar(placed, &markup)
    }
    drawing.write(
      Self.remark(of: row), x: hundredths(Self.end(of: row, on: axis) + Measure.wordsGap),
      y: hundredths(placed.middle + metrics.size * 0.36), metrics: metrics,
      fill: drawing.colours.quiet, to: &markup)
    markup.close("g")
    markup.newline()
  }

  /// Where the bar or mark of a row ends, in points.
  static func end(of row: TimelineChart.Row, on axis: YearAxis) -> Double {
    if row.isMoment {
      return axis.position(of: row.start ?? row.end ?? axis.first) + Measure.moment
    }
    let start = row.earliestStart.map { axis.position(of: $0) } ?? axis.left
    return max(
      row.latestEnd.map { axis.position(of: $0) } ?? axis.left + axis.width,
      start + Measure.leastBar)
  }

  /// What stands beside the bar: dates, and the marks of sources.
  static func remark(of row: TimelineChart.Row) -> String {
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
      chart.rows[index].startRange = chart.rows[index].startRange?.finite
      chart.rows[index].endRange = chart.rows[index].endRange?.finite
    }
    return chart
  }

  /// What the line of the day means; nil without one.
  fileprivate var dayEntry: LegendEntry? {
    guard let day else { return nil }
    let year = Int(min(max(day, YearAxis.bounds.lowerBound), YearAxis.bounds.upperBound))
    let asOf = frame.asOf.flatMap { $0.isEmpty ? nil : $0 } ?? String(year)
    let wording = FigureWording.of(frame.language)
    return LegendEntry(
      sign: .day, text: "\(wording.asOf) \(DisplayText.line(asOf, limit: 80))")
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
      for range in [row.startRange, row.endRange] {
        if let range { hash.add(decimal(range.lowerBound), decimal(range.upperBound)) }
      }
      hash.add(row.sourceNumbers.map(String.init).joined(separator: ","))
      hash.add(row.isMoment ? "1" : "0", row.isPart ? "1" : "0", row.isDisputed ? "1" : "0")
    }
    return hash.text
  }
}

extension ClosedRange<Double> {
  /// The range where both its bounds are numbers that an axis can show.
  fileprivate var finite: ClosedRange<Double>? {
    lowerBound.isFinite && upperBound.isFinite ? self : nil
  }
}
