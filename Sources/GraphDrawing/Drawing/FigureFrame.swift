// SPDX-License-Identifier: Apache-2.0

/// Places what stands around the diagram: title and date above; legend, sources and notes below.
struct FigureFrame {
  struct PlacedText {
    var text: String
    var x: Double
    var y: Double
    var metrics: TextMetrics
    var isQuiet = false
    var isItalic = false
    var link: LinkAddress?
    /// An address right after the text, on the same line.
    var following: LinkAddress?
  }

  struct PlacedEntry {
    var entry: LegendEntry
    var x: Double
    /// Middle of the row.
    var y: Double
  }

  private(set) var width = 0.0
  private(set) var height = 0.0
  private(set) var diagram = FigureLayout.Point(x: 0, y: 0)
  private(set) var header: [PlacedText] = []
  private(set) var legend: [PlacedEntry] = []
  var footer: [PlacedText] = []
  private(set) var rules: [Double] = []
  let wording: FigureWording
  let margin: Double
  let looks: FigureLooks
  let notes: NumberedNotes

  enum Measure {
    static let margin = 20.0
    static let bareMargin = 4.0
    static let minimumWidth = 420.0
    /// Lines of text longer than this are hard to read.
    static let textWidth = 760.0
    /// How much wider than measured the text may come out where no font has Helvetica's widths:
    /// DejaVu Sans is wider by 16 %.
    static let fontAllowance = 1.16
    static let glyphWidth = 30.0
    /// Lines need room to show their dashes.
    static let lineWidth = 40.0
    static let glyphHeight = 17.0
    static let rowHeight = 23.0
    static let sourceLimit = 200
    /// Scalars of one source that are printed.
    static let sourceLength = 4_000
    static let noteLimit = 40
  }

  let typography: Typography

  /// A frame in which nothing has its place yet.
  init(_ figure: Figure, style: FigureStyle, notes: NumberedNotes = .none) {
    self.notes = notes
    wording = FigureWording.of(figure.language)
    typography = Typography(style)
    looks = FigureLooks(figure, style: style)
    margin = figure.isBare ? Measure.bareMargin : Measure.margin
  }

  /// A frame around a diagram, everything in its place.
  init(
    _ figure: Figure, layout: FigureLayout, style: FigureStyle, notes: NumberedNotes = .none,
    marks: [LegendEntry] = []
  ) {
    self.init(figure, style: style, notes: notes)
    place(figure, layout, style, marks: marks)
  }

  /// Gives everything its place around a diagram.
  ///
  /// - Parameter marks: what the legend explains besides what the figure tells by itself.
  mutating func place(
    _ figure: Figure, _ layout: FigureLayout, _ style: FigureStyle, marks: [LegendEntry] = []
  ) {
    let isEmpty = layout.height <= 0
    guard !figure.isBare else {
      width = hundredths(max(layout.width, 1) + 2 * margin)
      height = hundredths(max(layout.height, 1) + 2 * margin)
      diagram = FigureLayout.Point(x: margin, y: margin)
      return
    }
    let inner = max(layout.width, Measure.minimumWidth)
    let textWidth = min(inner / Measure.fontAllowance, Measure.textWidth)
    width = hundredths(inner + 2 * margin)
    var y = margin
    placeHeader(figure, textWidth, &y)
    y += 12
    diagram = FigureLayout.Point(
      x: hundredths(margin + (inner - layout.width) / 2), y: hundredths(y))
    if isEmpty {
      header.append(
        PlacedText(
          text: wording.nothing, x: margin, y: y + typography.label.ascent,
          metrics: typography.label, isQuiet: true))
      y += typography.label.lineHeight
    }
    y += layout.height
    placeLegend(figure, layout, style, marks, inner, &y)
    placeFooter(figure, layout, textWidth, &y)
    height = hundredths(y + margin)
  }

  private mutating func placeHeader(_ figure: Figure, _ width: Double, _ y: inout Double) {
    func add(_ text: String, _ metrics: TextMetrics, _ limit: Int, isQuiet: Bool) {
      for line in metrics.lines(of: text, maximumWidth: width, maximumLines: limit) {
        header.append(
          PlacedText(
            text: line, x: margin, y: y + metrics.ascent, metrics: metrics, isQuiet: isQuiet))
        y += metrics.lineHeight
      }
    }
    add(figure.title, typography.title, 3, isQuiet: false)
    if let subtitle = figure.subtitle {
      y += 2
      add(subtitle, typography.subtitle, 3, isQuiet: false)
    }
    if let asOf = figure.asOf, !asOf.isEmpty {
      y += 2
      add("\(wording.asOf) \(asOf)", typography.subtitle, 1, isQuiet: true)
    }
  }

  private mutating func placeLegend(
    _ figure: Figure, _ layout: FigureLayout, _ style: FigureStyle, _ marks: [LegendEntry],
    _ width: Double, _ y: inout Double
  ) {
    let entries =
      LegendEntry.entries(of: figure, style: style, looks: looks, wording: wording) + marks
    guard !entries.isEmpty else { return }
    y += 16
    rules.append(hundredths(y))
    y += 8
    var x = margin
    let metrics = typography.legend
    let rowHeight = hundredths(max(Measure.rowHeight, metrics.lineHeight + 6))
    var isAmongNodes = true
    for entry in entries {
      let textRoom = width - entry.sign.width - 6
      var entry = entry
      // Lines and marks start a row of their own.
      if isAmongNodes, !entry.sign.isNode {
        isAmongNodes = false
        if x > margin {
          x = margin
          y += rowHeight
        }
      }
      if metrics.width(of: entry.text) > textRoom {
        entry.text = metrics.truncated(entry.text, to: textRoom)
      }
      let entryWidth = entry.sign.width + 6 + metrics.width(of: entry.text) * 1.1
      if x > margin, x + entryWidth > margin + width {
        x = margin
        y += rowHeight
      }
      legend.append(
        PlacedEntry(
          entry: entry, x: hundredths(x), y: hundredths(y + rowHeight / 2)))
      x += entryWidth + 20
    }
    y += rowHeight
  }

  private mutating func placeFooter(
    _ figure: Figure, _ layout: FigureLayout, _ width: Double, _ y: inout Double
  ) {
    let metrics = typography.source
    func add(
      _ line: String, x: Double, isQuiet: Bool = false, isItalic: Bool = false,
      link: LinkAddress? = nil
    ) {
      footer.append(
        PlacedText(
          text: line, x: hundredths(x), y: hundredths(y + metrics.ascent), metrics: metrics,
          isQuiet: isQuiet, isItalic: isItalic, link: link))
      y += metrics.lineHeight
    }
    let room = width
    if !figure.sources.isEmpty {
      y += 8
      footer.append(
        PlacedText(
          text: wording.sources, x: margin, y: hundredths(y + typography.heading.ascent),
          metrics: typography.heading))
      y += typography.heading.lineHeight + 2
      placeSources(figure, room, &y)
    }
    placeNumberedNotes(room, &y)
    var notes = Array(figure.notes.prefix(Measure.noteLimit))
    if layout.isWithoutEdgeLabels {
      notes.append("\(wording.labelsLeftOut) (\(layout.edges.count { $0.labelBox == nil })).")
    }
    if !notes.isEmpty { y += 6 }
    for note in notes {
      for line in metrics.lines(of: note, maximumWidth: room, maximumLines: 20) {
        add(line, x: margin, isItalic: true)
      }
    }
    let facts = [
      figure.metadata?.question.map { "\(wording.question): \($0)" },
      figure.metadata.flatMap(dataFact),
    ].compactMap { $0 }
    if !facts.isEmpty { y += 6 }
    for fact in facts {
      for line in metrics.lines(of: fact, maximumWidth: room, maximumLines: 20) {
        add(line, x: margin, isQuiet: true)
      }
    }
  }

  /// Which data the figure shows: their name, and enough of their hash to tell versions apart.
  private func dataFact(_ metadata: Figure.Metadata) -> String? {
    let hash = metadata.dataHash.map { String(DisplayText.line($0, limit: 100).prefix(12)) }
    let parts = [metadata.dataVersion, hash].compactMap { $0 }.filter { !$0.isEmpty }
    return parts.isEmpty ? nil : "\(wording.dataVersion): \(parts.joined(separator: ", "))"
  }
}
