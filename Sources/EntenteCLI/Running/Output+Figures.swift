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
  func write(
    _ figure: Figure, _ drawing: DrawingOptions, _ arrangement: ArrangementOptions? = nil,
    leftOut: String? = nil, command: String? = FigureCommand.current, in session: GraphSession
  ) throws(CommandFailure) {
    let style = try session.style(drawing)
    var figure = drawing.framing(figure)
    if let arrangement {
      figure = try session.arranged(figure, arrangement)
      figure = figure.grouped(maximumNodes: arrangement.nodeLimit(for: drawing.media))
      if let limit = arrangement.maxNodes, figure.nodes.count > limit {
        remark(
          "note: \(figure.nodes.count) nodes are left, as many as cannot be put together: "
            + "what was asked about, and one of each type")
      }
    }
    figure.metadata = session.metadata(style, command: command)
    if let leftOut { remark("note: \(leftOut)") }
    switch format {
    case .dot: try write(DOTWriter().dot(of: figure, style: style.style))
    case .mermaid: try write(MermaidWriter().flowchart(of: figure, style: style.style))
    case .graphml:
      try write(GraphMLWriter().graphML(of: figure, layout: try layout(of: figure, style)))
    default:
      let layout = try layout(of: figure, style)
      let svg = SVGWriter().svg(of: figure, layout: layout, style: style.style)
      try writePicture(svg, scale: drawing.scale)
    }
    try write(FigureDescription(figure), drawing)
  }

  /// Writes a timeline.
  func write(
    _ chart: TimelineChart, _ drawing: DrawingOptions, in session: GraphSession
  ) throws(CommandFailure) {
    var chart = chart
    let style = try session.style(drawing)
    chart.frame = drawing.framing(chart.frame)
    chart.frame.metadata = session.metadata(style, command: FigureCommand.current)
    let svg: String
    do throws(ChartError) { svg = try chart.svg(style: style.style) } catch {
      throw Self.failure(error, hint: "Name fewer nodes, or add --as-of.")
    }
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
    let svg: String
    do throws(ChartError) { svg = try chart.svg(style: style.style) } catch {
      throw Self.failure(error, hint: "Narrow it with --rows-in and --columns-in.")
    }
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
    _ description: FigureDescription, _ drawing: DrawingOptions
  ) throws(CommandFailure) {
    guard let path = drawing.alt else { return }
    let isMarkdown = OutputFormat(ofFile: path) == .markdown
    try write(Array((isMarkdown ? description.markdown : description.plainText).utf8), to: path)
  }

  /// The layout; says what went wrong on the way.
  private func layout(
    of figure: Figure, _ style: NamedStyle
  ) throws(CommandFailure) -> FigureLayout {
    let service = LayoutService(
      workerExecutable: Platform.executablePath, workerArguments: ["layout-worker"])
    let layout: FigureLayout
    do throws(LayoutError) {
      layout = try service.layoutNow(of: figure, style: style.style)
    } catch {
      let status: ExitStatus =
        switch error {
        case .libraryMissing, .libraryUnfit: .missing
        default: .nothing
        }
      throw CommandFailure(status, "no figure: \(error.description)")
    }
    for warning in layout.warnings { remark("note: \(warning)") }
    return layout
  }
}
