// SPDX-License-Identifier: Apache-2.0

internal import GraphDrawing
internal import GraphFormats
internal import GraphReports

extension Output {
  /// - Throws: a failure when options are given that only a figure has, and none is written.
  func refuseUnused(
    _ drawing: DrawingOptions, _ arrangement: ArrangementOptions? = nil
  ) throws(CommandFailure) {
    if format.isFigure, drawing.alt == "-", isToStandardOutput {
      throw CommandFailure(
        .misused, "the figure and --alt would both go to standard output",
        hint: "Add -o FILE, or name a file: --alt FILE")
    }
    if format.isFigure, let alt = drawing.alt, alt != "-", isAnswer(alt) {
      throw CommandFailure(.misused, "the figure and --alt would both go to '\(alt)'")
    }
    if format.isFigure, format != .svg, drawing.idPrefix != nil {
      throw CommandFailure(.misused, "--id-prefix is for SVG; \(format.rawValue) has no ids")
    }
    guard !format.isFigure, let option = drawing.firstGiven ?? arrangement?.firstGiven else {
      return
    }
    throw CommandFailure(
      .misused, "\(option) is for figures, and this answer is written as \(format.rawValue)",
      hint: "Add -o FILE.svg, or --format svg.")
  }

  /// Lays a figure out and writes it.
  ///
  /// - Parameters:
  ///   - arrangement: nil for figures that nothing is put together in.
  ///   - leftOut: what the figure does not show, to be said.
  ///   - command: what makes the figure again, where it is not the command that is running.
  ///   - side: which version is drawn of a figure that compares two, and what it is called.
  func write(
    _ figure: Figure, _ drawing: DrawingOptions, _ arrangement: ArrangementOptions? = nil,
    leftOut: String? = nil, command: String? = FigureCommand.current,
    side: (side: Figure.Side, title: String)? = nil, in session: GraphSession
  ) throws(CommandFailure) {
    let style = try session.style(drawing)
    var figure = drawing.framing(figure)
    if let arrangement {
      let table = try arrangement.positionTable()
      figure = try session.arranged(figure, arrangement, table)
      figure = figure.grouped(maximumNodes: arrangement.nodeLimit(for: drawing.media))
      for note in table?.notes(on: figure, of: session.graph) ?? [] { remark("note: \(note)") }
      if let limit = arrangement.maxNodes, figure.nodes.count > limit {
        remark(
          "note: \(figure.nodes.count) nodes are left, as many as cannot be put together: "
            + "what was asked about, and one of each type")
      }
    }
    let earlierDataHash = figure.metadata?.earlierDataHash
    figure.metadata = session.metadata(style, command: command)
    figure.metadata?.earlierDataHash = earlierDataHash
    let collection = AnswerCollection.current
    var described: FigureDescription?
    if let collection {
      figure = collection.renumbering(figure).figure(figure)
      described = FigureDescription(figure)
      figure = collection.unframed(figure)
    }
    if let leftOut { remark("note: \(leftOut)") }
    var drawn = figure
    if let side {
      drawn = figure.side(side.side)
      if drawing.title == nil { drawn.title = side.title }
    }
    switch format {
    case .dot: try write(DOTWriter().dot(of: drawn, style: style.style))
    case .mermaid: try write(MermaidWriter().flowchart(of: drawn, style: style.style))
    default:
      let look = DrawingCache.Look(style: style, medium: drawing.media, hints: hints)
      if let collection, let described, format == .svg,
        let svg = collection.drawings.svg(of: figure, look)
      {
        return collection.take(svg, described, of: figure)
      }
      var laidOut = try laidOut(figure, style, side?.side)
      if side == nil { drawn = laidOut.figure }
      if arrangement != nil, let note = sizeNote(laidOut.layout, of: drawn) {
        laidOut.layout.warnings.append(note)
        remark("note: \(note)")
      }
      if format == .graphml {
        try write(GraphMLWriter().graphML(of: drawn, layout: laidOut.layout))
      } else {
        let svg = SVGWriter(usesSecondThread: collection == nil).svg(
          of: drawn, layout: laidOut.layout, style: laidOut.style, hints: hints)
        if let collection, let described {
          collection.drawings.keep(
            svg, of: figure, look,
            isFinal: laidOut.layout.warnings.isEmpty && laidOut.figure == figure)
          return collection.take(svg, described, of: drawn)
        }
        try writePicture(svg, scale: drawing.scale)
      }
    }
    try write(FigureDescription(drawn), drawing)
  }

  /// Writes a timeline.
  func write(
    _ chart: TimelineChart, _ drawing: DrawingOptions, in session: GraphSession
  ) throws(CommandFailure) {
    var chart = chart
    let style = try session.style(drawing)
    chart.frame = drawing.framing(chart.frame)
    chart.frame.metadata = session.metadata(style, command: FigureCommand.current)
    let collection = AnswerCollection.current
    var described: FigureDescription?
    if let collection {
      chart = collection.renumbering(chart.frame).timeline(chart)
      described = FigureDescription(chart)
      chart.frame = collection.unframed(chart.frame)
    }
    let svg: String
    do throws(ChartError) { svg = try chart.svg(style: style.style, hints: hints) } catch {
      throw Self.failure(error, hint: "Name fewer nodes, or add --as-of.")
    }
    if let collection, let described { return collection.take(svg, described) }
    try writePicture(svg, scale: drawing.scale)
    try write(FigureDescription(chart), drawing)
  }

  /// Writes a grid of counts.
  func write(
    _ chart: CoverageChart, _ drawing: DrawingOptions, in session: GraphSession
  ) throws(CommandFailure) {
    var chart = chart
    let style = try session.style(drawing)
    chart.frame = drawing.framing(chart.frame)
    chart.frame.metadata = session.metadata(style, command: FigureCommand.current)
    let collection = AnswerCollection.current
    var described: FigureDescription?
    if let collection {
      chart.frame = collection.renumbering(chart.frame).figure(chart.frame)
      described = FigureDescription(chart)
      chart.frame = collection.unframed(chart.frame)
    }
    let svg: String
    do throws(ChartError) { svg = try chart.svg(style: style.style) } catch {
      throw Self.failure(error, hint: "Narrow it with --rows-in and --columns-in.")
    }
    if let collection, let described { return collection.take(svg, described) }
    try writePicture(svg, scale: drawing.scale)
    try write(FigureDescription(chart), drawing)
  }

  private static func failure(_ error: ChartError, hint: String) -> CommandFailure {
    CommandFailure(.misused, "no chart: \(error.description)", hint: hint)
  }

  private func writePicture(_ svg: String, scale: Double?) throws(CommandFailure) {
    if scale != nil, format != .png {
      throw CommandFailure(.misused, "--scale is for PNG; \(format.rawValue) has no pixels")
    }
    switch format {
    case .png: try write(try PictureConversion.bytes(of: svg, as: .png, scale: scale ?? 2))
    case .pdf: try write(try PictureConversion.bytes(of: svg, as: .pdf, scale: 1))
    default: try write(svg)
    }
  }

  /// Writes what stands in for the picture, where `--alt` asks for it.
  private func write(
    _ description: @autoclosure () -> FigureDescription, _ drawing: DrawingOptions
  ) throws(CommandFailure) {
    guard let path = drawing.alt else { return }
    let description = description()
    let isMarkdown = OutputFormat(ofFile: path) == .markdown
    try write(Array((isMarkdown ? description.markdown : description.plainText).utf8), to: path)
  }

  /// What the format loses of tooltips and links, which is printed then.
  private var hints: PrintedHints {
    switch format {
    case .png: .tooltipsAndLinks
    case .pdf: .tooltips
    default: .none
    }
  }

  /// One for all figures: its workers stay for the next, and end with the program.
  private static let layoutService = LayoutService(
    workerExecutable: Platform.executablePath, workerArguments: ["layout-worker"])

  /// The figure, or a side of it, laid out, and the style it is drawn in; says what went wrong on
  /// the way.
  private func laidOut(
    _ figure: Figure, _ style: NamedStyle, _ side: Figure.Side?
  ) throws(CommandFailure) -> (figure: Figure, layout: FigureLayout, style: FigureStyle) {
    let renderer = FigureRenderer(style: style.style, service: Self.layoutService)
    do throws(LayoutError) {
      if let side {
        let (part, layout, style) = try renderer.sideNow(figure, side)
        tell(layout)
        return (part, layout, style)
      }
      let laidOut = try renderer.laidOutNow(figure)
      tell(laidOut.layout)
      return (laidOut.figure, laidOut.layout, style.style)
    } catch {
      let status: ExitStatus =
        switch error {
        case .libraryMissing, .libraryUnfit: .missing
        default: .nothing
        }
      throw CommandFailure(status, "no figure: \(error.description)")
    }
  }

  /// What makes a figure smaller that nobody can take in at once; nil for others.
  private func sizeNote(_ layout: FigureLayout, of figure: Figure) -> String? {
    guard layout.width > 2_000 || layout.height > 4_000 else { return nil }
    let size = "\(Int(layout.width.rounded())) × \(Int(layout.height.rounded()))"
    var options = ["--group-by"]
    if figure.ranking == .links, figure.clusters.isEmpty { options.insert("--ranks rows", at: 0) }
    if figure.ranking == .rows, figure.direction == .leftToRight {
      options.insert("--direction down", at: 0)
    }
    return "The figure is larger than a page, \(size) points: "
      + "\(options.joined(separator: ", ")) or --max-nodes may make it smaller"
  }

  private func tell(_ layout: FigureLayout) {
    for warning in layout.warnings { remark("note: \(warning)") }
  }
}
