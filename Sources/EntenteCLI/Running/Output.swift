// SPDX-License-Identifier: Apache-2.0

internal import GraphDrawing
internal import GraphFormats
internal import GraphReports

/// Where an answer goes and in which format.
struct Output {
  private let options: GlobalOptions
  let format: OutputFormat

  /// - Parameter standard: the format when neither `--format` nor the file's ending names one.
  init(
    _ options: GlobalOptions, standard: OutputFormat, allowed: Set<OutputFormat>
  ) throws(CommandFailure) {
    self.options = options
    if let given = options.format {
      format = given
    } else if let path = options.output, path != "-" {
      guard let ofFile = OutputFormat(ofFile: path) else {
        throw CommandFailure(
          .misused, "the ending of '\(path)' names no format",
          hint: "Add --format, or use one of: \(Self.names(allowed))")
      }
      format = ofFile
    } else {
      format = standard
    }
    guard allowed.contains(format) else {
      throw CommandFailure(
        .misused, "this command does not write \(format.rawValue)",
        hint: "It writes: \(Self.names(allowed))")
    }
  }

  static let answers: Set<OutputFormat> = [.text, .table, .markdown, .json, .jsonl, .csv]
  static let figures: Set<OutputFormat> = [.svg, .png, .pdf, .dot, .mermaid, .graphml]

  /// Charts are not made of nodes and edges.
  static let charts: Set<OutputFormat> = [.svg, .png, .pdf]

  /// Writes an answer; says on standard error and in the status when it is empty.
  func write(_ answer: any Answer) throws(CommandFailure) {
    if let format = format.answerFormat { try write(answer, as: format) }
  }

  /// Writes an answer in another format than was asked for.
  func write(_ answer: any Answer, as format: AnswerFormat) throws(CommandFailure) {
    let writer = AnswerWriter(
      width: options.textWidth, isColoured: options.coloursAnswers,
      isASCII: !options.isUnicode)
    try write(writer.text(of: answer, as: format))
  }

  /// Lays a figure of two versions out and writes one of them, or both.
  ///
  /// - Parameter title: of that version.
  func write(
    _ figure: Figure, side: Figure.Side, title: String, _ drawing: DrawingOptions,
    in session: GraphSession
  ) throws(CommandFailure) {
    guard side != .both else { return try write(figure, drawing, in: session) }
    let style = try session.style(drawing)
    let figure = figure.grouped(maximumNodes: drawing.nodeLimit)
    var part = figure.side(side)
    part.title = title
    switch format {
    case .dot: try write(DOTWriter().dot(of: part, style: style))
    case .mermaid: try write(MermaidWriter().flowchart(of: part, style: style))
    case .graphml:
      try write(
        laidOut(style) { (renderer) throws(LayoutError) in
          try renderer.graphMLNow(figure, side: side, title: title)
        })
    default:
      try writePicture(
        laidOut(style) { (renderer) throws(LayoutError) in
          try renderer.svgNow(figure, side: side, title: title)
        })
    }
  }

  /// Lays a figure out and writes it.
  func write(
    _ figure: Figure, _ drawing: DrawingOptions, in session: GraphSession
  ) throws(CommandFailure) {
    let style = try session.style(drawing)
    let figure = figure.grouped(maximumNodes: drawing.nodeLimit)
    switch format {
    case .dot: try write(DOTWriter().dot(of: figure, style: style))
    case .mermaid: try write(MermaidWriter().flowchart(of: figure, style: style))
    case .graphml:
      try write(
        laidOut(style) { (renderer) throws(LayoutError) in try renderer.graphMLNow(figure) })
    default:
      try writePicture(
        laidOut(style) { (renderer) throws(LayoutError) in try renderer.svgNow(figure) })
    }
  }

  /// Writes a timeline.
  func write(
    _ chart: TimelineChart, _ drawing: DrawingOptions, in session: GraphSession
  ) throws(CommandFailure) {
    try writeChart(
      drawing, in: session, hint: "Name fewer nodes, or add --as-of."
    ) { (style) throws(ChartError) in try chart.svg(style: style, hints: hints) }
  }

  /// Writes a grid of counts.
  func write(
    _ chart: CoverageChart, _ drawing: DrawingOptions, in session: GraphSession
  ) throws(CommandFailure) {
    try writeChart(
      drawing, in: session, hint: "Narrow it with --rows-in and --columns-in."
    ) { (style) throws(ChartError) in try chart.svg(style: style) }
  }

  private func writeChart(
    _ drawing: DrawingOptions, in session: GraphSession, hint: String,
    _ draw: (FigureStyle) throws(ChartError) -> String
  ) throws(CommandFailure) {
    let style = try session.style(drawing)
    let svg: String
    do throws(ChartError) {
      svg = try draw(style)
    } catch {
      throw CommandFailure(.misused, "no chart: \(error.description)", hint: hint)
    }
    try writePicture(svg)
  }

  /// What the format loses of tooltips and links, which is printed then.
  private var hints: PrintedHints {
    switch format {
    case .png: .tooltipsAndLinks
    case .pdf: .tooltips
    default: .none
    }
  }

  private func writePicture(_ svg: String) throws(CommandFailure) {
    switch format {
    case .png: try write(try PictureConversion.bytes(of: svg, as: .png))
    case .pdf: try write(try PictureConversion.bytes(of: svg, as: .pdf))
    default: try write(svg)
    }
  }

  func write(_ text: String) throws(CommandFailure) { try write(Array(text.utf8)) }

  private func write(_ bytes: [UInt8]) throws(CommandFailure) {
    guard let path = options.output, path != "-" else { return try Console.write(bytes) }
    do throws(FileSystemError) {
      try FileSystem.writeAtomically(path, bytes)
    } catch {
      throw CommandFailure(.unwritable, "cannot write '\(path)': \(error.description)")
    }
    if !options.quiet { Console.say("wrote \(path)") }
  }

  private func laidOut(
    _ style: FigureStyle, _ draw: (FigureRenderer) throws(LayoutError) -> String
  ) throws(CommandFailure) -> String {
    var renderer = FigureRenderer(
      style: style,
      service: LayoutService(
        workerExecutable: Platform.executablePath, workerArguments: ["layout-worker"]))
    renderer.hints = hints
    do throws(LayoutError) {
      return try draw(renderer)
    } catch {
      let status: ExitStatus =
        switch error {
        case .libraryMissing, .libraryUnfit: .missing
        default: .nothing
        }
      throw CommandFailure(status, "no figure: \(error.description)")
    }
  }

  private static func names(_ formats: Set<OutputFormat>) -> String {
    formats.map(\.rawValue).sorted().joined(separator: ", ")
  }
}

extension GlobalOptions {
  /// Text fills the terminal, or what `COLUMNS` says, or 100 columns.
  var textWidth: Int {
    if let columns = Platform.environment("COLUMNS").flatMap({ Int($0) }), columns > 0 {
      return min(columns, 10_000)
    }
    return output == nil ? Platform.terminalWidth ?? 100 : 100
  }

  /// Whether the locale can show more than ASCII; an unset one is taken to.
  var isUnicode: Bool {
    let locale =
      Platform.environment("LC_ALL") ?? Platform.environment("LC_CTYPE")
      ?? Platform.environment("LANG")
    guard let locale else { return true }
    let lower = locale.lowercased()
    return lower.contains("utf-8") || lower.contains("utf8")
  }

  var coloursAnswers: Bool { output == nil && colours(onDescriptor: 1) }
  var coloursErrors: Bool { colours(onDescriptor: 2) }

  private func colours(onDescriptor descriptor: Int32) -> Bool {
    switch color {
    case .always: true
    case .never: false
    case .auto:
      Platform.environment("NO_COLOR") == nil && Platform.environment("TERM") != "dumb"
        && Platform.isTerminal(descriptor)
    }
  }
}
