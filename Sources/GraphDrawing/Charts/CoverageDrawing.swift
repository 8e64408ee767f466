// SPDX-License-Identifier: Apache-2.0

/// A grid of counts with everything in its place.
struct CoverageDrawing {
  /// Measures in points, which grow with the text.
  private struct Measure {
    let labelWidth: Double
    let headingWidth: Double
    let cellWidth: Double
    let cellHeight: Double
    static let headingLines = 2
    static let gap = 8.0
    /// Cosine and sine of the turn of column headings, 45 degrees.
    static let slant = 0.707
    /// The size of labels that the measures are made for.
    private static let usualSize = 12.0

    init(_ metrics: TextMetrics, labelSize: Double) {
      let factor = labelSize / Self.usualSize
      labelWidth = 190 * factor
      headingWidth = 130 * factor
      // Two slanted lines must fit between those of the columns beside.
      let headings = Double(Self.headingLines) * metrics.lineHeight / Self.slant
      cellWidth = hundredths(max(40 * factor, headings + 4))
      cellHeight = hundredths(max(22 * factor, metrics.lineHeight + 6))
    }
  }

  /// How much of the colour of links goes into the paper, from little to much. A theme's grid is in
  /// its own colours so, and its lightness changes evenly, which a grey print keeps.
  private static let shares = [0.1, 0.26, 0.45, 0.82, 1]

  private let chart: CoverageChart
  private let measure: Measure
  private let typography: Typography
  private let drawing: Drawing
  private let rowLabels: [String]
  private let columnLabels: [[String]]
  private let left: Double
  private let top: Double
  private let bounds: [Int]
  private let shades: [(fill: String, text: String)]

  init(_ chart: CoverageChart, style: FigureStyle) {
    var chart = chart
    chart.cells.removeAll {
      !chart.rows.indices.contains($0.row) || !chart.columns.indices.contains($0.column)
    }
    self.chart = chart
    let typography = Typography(style)
    self.typography = typography
    let metrics = typography.sublabel
    let measure = Measure(metrics, labelSize: style.labelSize)
    self.measure = measure
    rowLabels = chart.rows.map { label in
      let line = DisplayText.line(label, limit: 300)
      return metrics.width(of: line) > measure.labelWidth
        ? metrics.truncated(line, to: measure.labelWidth) : line
    }
    columnLabels = chart.columns.map {
      metrics.lines(
        of: $0, maximumWidth: measure.headingWidth, maximumLines: Measure.headingLines,
        isBalanced: true)
    }
    left =
      (rowLabels.map { metrics.width(of: $0) }.max() ?? 0)
      * FigureFrame.Measure.fontAllowance + Measure.gap
    let longest = columnLabels.flatMap { $0 }.map { metrics.width(of: $0) }.max() ?? 0
    let block = Double(columnLabels.map(\.count).max() ?? 1) * metrics.lineHeight
    top = (longest * 1.05 + block) * Measure.slant + Measure.gap
    bounds = Self.bounds(of: chart.cells.compactMap(\.count))
    let colours = style.colours
    shades = Self.shares.map { share in
      let fill = ColourValue.blend(colours.paper, colours.link, share: share)
      return (fill, colours.readable(colours.text, on: fill))
    }
    var frame = chart.frame
    frame.nodes = []
    frame.edges = []
    if frame.idPrefix == nil { frame.idPrefix = "m" + chart.fingerprint }
    let isEmpty = chart.rows.isEmpty || chart.columns.isEmpty
    let layout = FigureLayout(
      width: hundredths(
        left + Double(chart.columns.count) * measure.cellWidth
          + (longest * 1.05 + block) * Measure.slant),
      height: isEmpty ? 0 : hundredths(top + Double(chart.rows.count) * measure.cellHeight + 2),
      nodes: [], edges: [], engine: .dot, reason: "")
    drawing = Drawing(
      figure: frame, layout: layout, style: style,
      frame: FigureFrame(frame, layout: layout, style: style))
  }

  /// Counts that begin the second and each further shade: a fifth of the cells in each, by rank.
  private static func bounds(of counts: [Int]) -> [Int] {
    let sorted = Set(counts).sorted()
    return (1..<shares.count).map { shade in
      let place = (sorted.count * shade + shares.count - 1) / shares.count
      return place < sorted.count ? sorted[place] : .max
    }
  }

  func text() -> String {
    drawing.text(description: description) { markup in
      guard !chart.rows.isEmpty, !chart.columns.isEmpty else { return }
      writeColumns(&markup)
      let cells = Dictionary(
        chart.cells.map { ($0.row * chart.columns.count + $0.column, $0) },
        uniquingKeysWith: { first, _ in first })
      for row in chart.rows.indices { writeRow(row, cells, &markup) }
    }
  }

  private func writeColumns(_ markup: inout Markup) {
    let metrics = typography.sublabel
    markup.open("g", ["class": "columns"])
    markup.newline()
    for (column, lines) in columnLabels.enumerated() {
      let x = left + (Double(column) + 0.5) * measure.cellWidth
      // The block of lines ends at the cell, and its middle stands above the cell's.
      let shift = (Double(lines.count) - 0.5) * metrics.lineHeight * Measure.slant / 2
      markup.open(
        "g",
        [
          "transform":
            "translate(\(decimal(hundredths(x + shift))) \(decimal(hundredths(top - 5)))) rotate(-45)"
        ])
      markup.element("title", content: DisplayText.line(chart.columns[column], limit: 300))
      for (number, line) in lines.enumerated() {
        drawing.write(
          line, x: 0, y: hundredths(Double(number - lines.count + 1) * metrics.lineHeight),
          metrics: metrics, to: &markup)
      }
      markup.close("g")
      markup.newline()
    }
    markup.close("g")
    markup.newline()
  }

  private func writeRow(
    _ row: Int, _ cells: [Int: CoverageChart.Cell], _ markup: inout Markup
  ) {
    let metrics = typography.sublabel
    let y = top + Double(row) * measure.cellHeight
    let baseline = hundredths(y + measure.cellHeight / 2 + metrics.size * 0.36)
    markup.open("g", ["class": "row"])
    markup.newline()
    drawing.write(rowLabels[row], x: 0, y: baseline, metrics: metrics, to: &markup)
    markup.newline()
    for column in chart.columns.indices {
      let cell = cells[row * chart.columns.count + column]
      let x = left + Double(column) * measure.cellWidth
      let shade = cell?.count.map { count in shades[bounds.count { $0 <= count }] }
      markup.open("g", ["class": cell == nil ? "cell gap" : "cell"])
      markup.element("title", content: tooltip(row, column, cell))
      markup.empty(
        "rect",
        [
          "x": .number(hundredths(x)), "y": .number(hundredths(y)),
          "width": .number(measure.cellWidth), "height": .number(measure.cellHeight),
          "fill": .string(shade?.fill ?? drawing.colours.paper),
          "stroke": .string(drawing.colours.rule), "stroke-width": 0.6,
        ])
      drawing.write(
        // A dot that is seen at the size of print.
        cell == nil ? "•" : Self.mark(of: cell), x: hundredths(x + measure.cellWidth / 2),
        y: baseline,
        metrics: metrics,
        fill: shade?.text ?? drawing.colours.quiet, anchor: "middle", to: &markup)
      markup.close("g")
      markup.newline()
    }
    markup.close("g")
    markup.newline()
  }

  static func mark(of cell: CoverageChart.Cell?) -> String {
    guard let cell else { return "·" }
    return cell.count.map(String.init) ?? "?"
  }

  private func tooltip(_ row: Int, _ column: Int, _ cell: CoverageChart.Cell?) -> String {
    let pair = [chart.rows[row], chart.columns[column]].map { DisplayText.line($0, limit: 100) }
      .joined(separator: " – ")
    let what = cell?.tooltip.map { DisplayText.line($0, limit: 400) }
    return "\(pair): \([Self.mark(of: cell), what].compactMap { $0 }.joined(separator: " "))"
  }

  private var description: String { FigureDescription(chart).text }
}

extension FigureDescription {
  /// A sentence for each row, so that it reads as a table does.
  public init(_ chart: CoverageChart) {
    let wording = FigureWording.of(chart.frame.language)
    let isEmpty = chart.rows.isEmpty || chart.columns.isEmpty
    var counts: [Int: [String]] = [:]
    for cell in chart.cells.sorted(by: { ($0.row, $0.column) < ($1.row, $1.column) })
    where chart.columns.indices.contains(cell.column) {
      counts[cell.row, default: []].append(
        "\(DisplayText.line(chart.columns[cell.column], limit: 80)) "
          + CoverageDrawing.mark(of: cell))
    }
    let sentences = chart.rows.indices.map { row in
      "\(DisplayText.line(chart.rows[row], limit: 80)): "
        + (counts[row]?.joined(separator: ", ") ?? CoverageDrawing.mark(of: nil))
    }
    self.init(
      chart.frame, wording: wording, summary: isEmpty ? wording.nothing + "." : "",
      relationships: isEmpty ? [] : sentences)
  }
}

extension CoverageChart {
  fileprivate var fingerprint: String {
    var hash = ContentHash()
    hash.add(frame.resolvedPrefix)
    for name in rows + columns { hash.add(name) }
    for cell in cells {
      hash.add(String(cell.row), String(cell.column), cell.count.map(String.init), cell.tooltip)
    }
    return hash.text
  }
}
