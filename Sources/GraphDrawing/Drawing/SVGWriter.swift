// SPDX-License-Identifier: Apache-2.0

/// Writes a laid-out figure as SVG that stands alone or inside a page.
///
/// Presentation attributes only: no style sheet, script, marker, font or definition, so the text
/// works in browsers, Word, rsvg and LaTeX alike, and several figures fit in one page. Classes
/// (`node type-Programme`, `edge edge-COVERS`) let a page restyle it. The same figure and layout
/// give the same bytes on every machine.
public struct SVGWriter: Sendable {
  /// Whether the diagram is written on another thread while what stands around it is placed: where
  /// one figure is waited for.
  public var usesSecondThread: Bool

  public init(usesSecondThread: Bool = false) {
    self.usesSecondThread = usesSecondThread
  }

  /// - Parameter hints: what is printed as numbered notes, at most 40 of them, because the medium
  ///   the SVG is made for loses it.
  /// - Complexity: O(*n* log *n*) in nodes, else linear in edges and the length of bounded texts.
  public func svg(
    of figure: Figure, layout: FigureLayout, style: FigureStyle = .default,
    hints: PrintedHints = .none
  ) -> String {
    let notes = NumberedNotes(figure, layout: layout, hints: hints)
    let frame = FigureFrame(figure, style: style, notes: notes)
    var drawing = Drawing(figure: figure, layout: layout, style: style, frame: frame)
    // The diagram does not ask where it lies in the frame.
    let part = ConcurrentDiagram(isConcurrent: usesSecondThread) { [drawing] part in
      drawing.writeDiagram(&part.diagram)
      part.description =
        FigureDescription(figure, wording: drawing.frame.wording, isForText: true).text
    }
    drawing.frame.place(figure, layout, style)
    let written = part.finished()
    return drawing.text(description: written.description) { $0.append(written.diagram) }
  }
}

/// One figure being written.
struct Drawing {
  let figure: Figure
  let layout: FigureLayout
  let style: FigureStyle
  fileprivate(set) var frame: FigureFrame
  let prefix: String
  let typography: Typography
  let looks: FigureLooks
  /// Positions in ``Figure/nodes``.
  let positions: [String: Int]

  init(figure: Figure, layout: FigureLayout, style: FigureStyle, frame: FigureFrame) {
    self.figure = figure
    self.layout = layout
    self.style = style
    self.frame = frame
    prefix = figure.resolvedPrefix
    typography = Typography(style)
    looks = frame.looks
    positions = Dictionary(
      figure.nodes.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Colours that do not depend on a type.
  var colours: FigureColours { style.colours }

  /// Nodes and edges.
  fileprivate func writeDiagram(_ markup: inout Markup) {
    writeClusters(&markup)
    writeEdges(&markup)
    writeClusterNames(&markup)
    writeNodes(&markup)
    writeNoteMarks(frame.notes, &markup)
  }

  /// The frame around whatever `writeDiagram` writes, from its top left corner.
  func text(description: String, _ writeDiagram: (inout Markup) -> Void) -> String {
    var markup = Markup()
    markup.open(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "id": .string(prefix), "class": "entente-figure",
        "role": "img", "aria-labelledby": "\(prefix)-title \(prefix)-desc",
        "xml:lang": languageTag.map { .string($0) },
        "width": .number(frame.width), "height": .number(frame.height),
        "viewBox": "0 0 \(decimal(frame.width)) \(decimal(frame.height))",
        "font-family": .string(style.fontFamily), "fill": .string(colours.text),
      ])
    markup.newline()
    let title = DisplayText.line(figure.title, limit: 300)
    markup.element(
      "title", ["id": "\(prefix)-title"], content: title.isEmpty ? frame.wording.nothing : title)
    markup.newline()
    markup.element(
      "desc", ["id": "\(prefix)-desc"], content: description)
    markup.newline()
    writeMetadata(&markup)
    if !figure.isBare {
      markup.empty(
        "rect",
        [
          "class": "background", "width": .number(frame.width), "height": .number(frame.height),
          "fill": .string(colours.paper),
        ])
      markup.newline()
    }
    writeHeader(&markup)
    markup.open(
      "g",
      [
        "class": "diagram",
        "transform": "translate(\(decimal(frame.diagram.x)) \(decimal(frame.diagram.y)))",
      ])
    markup.newline()
    writeDiagram(&markup)
    markup.close("g")
    markup.newline()
    writeLegend(&markup)
    writeFooter(&markup)
    markup.close("svg")
    markup.newline()
    return markup.text
  }

  private var languageTag: String? {
    let tag = Figure.safeIdentifier(figure.language)
    return tag.isEmpty ? nil : tag
  }

  /// One line of text. `anchor` is "start" or "middle".
  ///
  /// Text of fixed width is squeezed where the reader's font is wider than the measured one. An
  /// address may follow on the same line.
  func write(
    _ text: String, x: Double, y: Double, metrics: TextMetrics, fill: String? = nil,
    anchor: String = "start", isItalic: Bool = false, isFixedWidth: Bool = false,
    isStruck: Bool = false, following: LinkAddress? = nil, to markup: inout Markup
  ) {
    let fixedWidth = isFixedWidth && metrics.isExact(for: text) ? metrics.width(of: text) : nil
    markup.open(
      "text",
      [
        "x": .number(x), "y": .number(y), "font-size": .number(metrics.size),
        "font-weight": metrics.isBold ? "bold" : nil, "font-style": isItalic ? "italic" : nil,
        "text-decoration": isStruck ? "line-through" : nil,
        "text-anchor": anchor == "start" ? nil : .string(anchor),
        "fill": fill.map { .string($0) },
        "textLength": fixedWidth.map { .number($0) },
        "lengthAdjust": fixedWidth == nil ? nil : "spacingAndGlyphs",
      ])
    markup.content(text)
    // In the same text, so that it begins where the reader's font ends.
    if let following {
      markup.open("a", ["href": .string(following.text)])
      markup.element("tspan", ["dx": 8, "fill": .string(colours.link)], content: following.text)
      markup.close("a")
    }
    markup.close("text")
  }
}
