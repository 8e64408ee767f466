// SPDX-License-Identifier: Apache-2.0

/// What a reader has only by pointing at a figure or by following its links, to be printed below it.
public enum PrintedHints: String, Sendable, Hashable, CaseIterable {
  /// Nothing: for SVG, which keeps tooltips and links.
  case none
  /// Tooltips: for PDF, which keeps links.
  case tooltips
  /// Tooltips and links: for pictures made of pixels.
  case tooltipsAndLinks
}

/// Notes below a figure, each with a number that stands at what it is about.
struct NumberedNotes: Sendable {
  struct Note: Sendable {
    /// Position of what the note is about: in ``Figure/nodes``, or of a row of a chart.
    var position: Int
    var number: Int
    var text: String
    var address: LinkAddress?
  }

  private(set) var notes: [Note] = []
  /// How many more there would be.
  private(set) var hiddenCount = 0

  /// Most notes below one figure.
  static let limit = 40
  /// Most scalars of one note.
  static let length = 2_000

  static let none = NumberedNotes()

  private init() {}

  /// What the nodes of a figure say in tooltips and links, and names that were cut to fit.
  init(_ figure: Figure, layout: FigureLayout, hints: PrintedHints) {
    guard hints != .none, !figure.isBare else { return }
    let positions = Dictionary(
      figure.nodes.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    // In the order of the eye: by rows, then from left to right.
    let placed = layout.nodes.sorted {
      ($0.box.centre.y, $0.box.centre.x, $0.id) < ($1.box.centre.y, $1.box.centre.x, $1.id)
    }
    for node in placed {
      guard let position = positions[node.id] else { continue }
      add(figure.nodes[position], placed: node, position, hints)
    }
  }

  /// What the rows of a timeline say in tooltips, and labels that were cut to fit.
  init(_ rows: [(row: TimelineChart.Row, lines: [String])], hints: PrintedHints) {
    guard hints != .none else { return }
    for (position, (row, lines)) in rows.enumerated() {
      let label = DisplayText.line(row.label, limit: Self.length)
      let details = row.details.map { DisplayText.line($0, limit: Self.length) } ?? label
      let isCut = lines.last?.hasSuffix("…") == true && !label.hasSuffix("…")
      if isCut || details != label { add(details, nil, position) }
    }
  }

  private mutating func add(
    _ node: Figure.Node, placed: FigureLayout.Node, _ position: Int, _ hints: PrintedHints
  ) {
    let label = DisplayText.line(node.label, limit: Self.length)
    let sublabel = DisplayText.line(node.sublabel ?? "", limit: Self.length)
    let tooltip = DisplayText.line(node.tooltip ?? "", limit: Self.length)
    let address = hints == .tooltipsAndLinks ? node.url.flatMap { LinkAddress($0) } : nil
    func isCut(_ text: String?, _ role: FigureLayout.TextLine.Role) -> Bool {
      placed.lines.last { $0.role == role }?.text.hasSuffix("…") == true
        && text?.hasSuffix("…") == false
    }
    let cutSublabel = isCut(node.sublabel, .sublabel) ? sublabel : ""
    let saysMore = !tooltip.isEmpty && !label.contains(tooltip) && !sublabel.contains(tooltip)
    guard saysMore || !cutSublabel.isEmpty || isCut(node.label, .label) || address != nil else {
      return
    }
    let more = saysMore ? tooltip : cutSublabel
    add(more.isEmpty ? label : "\(label): \(more)", address, position)
  }

  private mutating func add(_ text: String, _ address: LinkAddress?, _ position: Int) {
    guard notes.count < Self.limit else {
      hiddenCount += 1
      return
    }
    notes.append(
      Note(position: position, number: notes.count + 1, text: text, address: address))
  }
}

extension Drawing {
  /// The number of a note in a circle.
  func writeNoteMark(_ number: Int, at middle: FigureLayout.Point, _ markup: inout Markup) {
    let metrics = TextMetrics(size: hundredths(typography.source.size * 0.85))
    let radius = hundredths(metrics.size * 0.8)
    markup.open("g", ["class": "note-mark"])
    markup.empty(
      "ellipse",
      [
        "cx": .number(middle.x), "cy": .number(middle.y), "rx": .number(radius),
        "ry": .number(radius), "fill": .string(colours.paper), "stroke": .string(colours.quiet),
        "stroke-width": 0.8,
      ])
    write(
      String(number), x: middle.x, y: hundredths(middle.y + metrics.size * 0.36),
      metrics: metrics, anchor: "middle", to: &markup)
    markup.close("g")
    markup.newline()
  }

  /// The marks at nodes, after all nodes, so that none lies under one.
  func writeNoteMarks(_ notes: NumberedNotes, _ markup: inout Markup) {
    guard !notes.notes.isEmpty else { return }
    let boxes = Dictionary(
      layout.nodes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for note in notes.notes {
      guard let placed = boxes[figure.nodes[note.position].id] else { continue }
      writeNoteMark(note.number, at: placed.notePlace, &markup)
    }
  }
}

extension FigureLayout.Node {
  /// Where the mark of a note stands: on the outline, at the top right.
  fileprivate var notePlace: FigureLayout.Point {
    switch shape {
    case .ellipse, .doubleEllipse:
      FigureLayout.Point(
        x: hundredths(box.centre.x + box.width / 2 * 0.707),
        y: hundredths(box.centre.y - box.height / 2 * 0.707))
    case .pill:
      FigureLayout.Point(
        x: hundredths(box.right - min(box.height, box.width) / 2), y: hundredths(box.top))
    default: FigureLayout.Point(x: hundredths(box.right - 16), y: hundredths(box.top))
    }
  }
}
