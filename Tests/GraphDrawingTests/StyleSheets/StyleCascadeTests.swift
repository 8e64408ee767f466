// SPDX-License-Identifier: Apache-2.0
import SourceDiagnostics
import Testing

@testable import GraphDrawing

/// Which rules change what, and what wins.
@Suite struct StyleCascadeTests {
  private static func style(
    _ text: String, for medium: StyleSheet.Medium = .screen, over base: FigureStyle = .default
  ) -> FigureStyle {
    let outcome = StyleSheetParser.parse(SourceText(name: "t", text))
    #expect(outcome.findings == [])
    return base.applying(outcome.sheet, for: medium)
  }

  private static let figure = Figure(
    title: "t",
    nodes: [
      Figure.Node(
        id: "bomca", typeName: "Programme", label: "BOMCA", emphasis: .focus,
        labels: ["Programme", "Instrument"],
        properties: ["since": ["2003"], "budget": ["21650000"], "name": ["BOMCA"]]),
      Figure.Node(
        id: "cadap", typeName: "Programme", label: "CADAP", isEnded: true,
        labels: ["Programme", "Instrument"],
        properties: ["since": ["2001-04"], "until": ["2019-06-30"], "phase": ["5", "6"]]),
      Figure.Node(id: "poland", typeName: "State", label: "Poland"),
      Figure.Node(id: "kazakhstan", typeName: "State", label: "Kazakhstan"),
    ],
    edges: [
      Figure.Edge(
        from: "bomca", to: "kazakhstan", typeName: "COVERS", verb: "covers", isDisputed: true,
        properties: ["since": ["2015"]]),
      Figure.Edge(
        from: "cadap", to: "kazakhstan", typeName: "COVERS", verb: "covers", isEnded: true),
      Figure.Edge(from: "poland", to: "bomca", typeName: "FUNDS", verb: "funds"),
    ])

  private static func looks(_ text: String, for medium: StyleSheet.Medium = .screen) -> FigureLooks
  {
    FigureLooks(figure, style: style(text, for: medium))
  }

  /// The positions of the nodes, then of the edges, that a selector selects.
  private static func selected(_ selector: String) -> [String] {
    let style = style("\(selector) { width: 7 }")
    guard let selector = style.rules.first?.selector else { return [] }
    return figure.nodes.filter { selector.selects($0) }.map(\.id)
      + figure.edges.enumerated().filter { selector.selects($0.element) }.map { "e\($0.offset)" }
  }

  @Test(arguments: [
    ("*", ["bomca", "cadap", "poland", "kazakhstan", "e0", "e1", "e2"]),
    ("Programme", ["bomca", "cadap"]), ("Instrument", ["bomca", "cadap"]), ("programme", []),
    ("#bomca", ["bomca"]), ("State#bomca", []), ("#bomca#cadap", []),
    ("-COVERS->", ["e0", "e1"]), ("-*->", ["e0", "e1", "e2"]),
    ("[since]", ["bomca", "cadap", "e0"]), ("Programme[until]", ["cadap"]),
    ("[since > 2003]", ["e0"]), ("[since <= 2003]", ["bomca", "cadap"]),
    ("[until = 2019]", ["cadap"]), ("[until >= 2019-07]", []), ("[until < 2019-07-01]", ["cadap"]),
    ("[name = 'BOMCA']", ["bomca"]), ("[name != BOMCA]", []), ("[name = bomca]", []),
    ("[budget > 9000000]", ["bomca"]), ("[budget = 2.165e7]", ["bomca"]),
    ("[phase = 6]", ["cadap"]), ("[phase != 7]", ["cadap"]), ("[phase != 5]", []),
    (":ended", ["cadap", "e1"]), (":disputed", ["e0"]), (":asked", ["bomca"]),
    ("Programme:ended[since]", ["cadap"]), ("-COVERS->[since]:disputed", ["e0"]),
  ])
  func selection(_ selector: String, _ expected: [String]) {
    #expect(Self.selected(selector) == expected)
  }

  @Test("Numbers compare as numbers, whole ones exactly, and words for no number as texts")
  func numbers() {
    func holds(_ text: String, _ comparison: StyleCondition.Comparison, _ value: String) -> Bool {
      StyleCondition("p", comparison, value).holds(in: ["p": [text]])
    }
    #expect(holds("10", .greater, "9") && holds("1.50", .equal, "1.5"))
    #expect(!holds("nan", .equal, "5") && !holds("nan", .less, "5"))
    #expect(holds("9007199254740993", .unequal, "9007199254740992"))
    #expect(holds("b", .greater, "a") && holds("2019-04", .atLeast, "2019-04-30"))
  }

  @Test("The later rule wins, however little it names")
  func laterWins() {
    let looks = Self.looks(
      """
      #bomca[since] { fill: red; width: 3; }
      Programme { fill: navy; }
      * { width: 2; }
      """)
    #expect(looks.nodes[0].drawn.fill == "#000080")
    #expect(looks.nodes[0].drawn.strokeWidth == 2)
    // What no rule names stays as the theme has it.
    #expect(looks.nodes[0].drawn.shape == .box)
    #expect(looks.nodes[2].drawn.fill == "#FFFFFF")
    #expect(looks.edges[0].drawn.width == 2)
  }

  @Test("Later sheets win over earlier ones")
  func sheets() {
    let first = Self.style("State { fill: red; shape: hexagon }")
    let both = Self.style("State { fill: navy }", over: first)
    let look = FigureLooks(Self.figure, style: both).nodes[2].drawn
    #expect(look.fill == "#000080" && look.shape == .hexagon)
  }

  @Test("Rules of a medium hold there, in the place where they stand")
  func media() {
    let text = """
      State { fill: red } @media print { State { fill: white } @figure { paper: silver } }
      @media dark, screen { State { width: 4 } } State { stroke: navy }
      """
    let print = Self.looks(text, for: .print).nodes[2].drawn
    #expect(print.fill == "#FFFFFF" && print.strokeWidth == 1.2 && print.stroke == "#000080")
    let screen = Self.looks(text, for: .screen).nodes[2].drawn
    #expect(screen.fill == "#FF0000" && screen.strokeWidth == 4)
    #expect(Self.style(text, for: .print).colours.paper == "#C0C0C0")
    #expect(Self.style(text, for: .dark).colours.paper == "#FFFFFF")
  }

  @Test("What has ended is grey unless a rule on :ended says otherwise")
  func ended() {
    let plain = Self.looks("Programme { fill: red; stroke: red; text: red }")
    #expect(plain.nodes[1].drawn.fill == "#F7F7F7" && plain.nodes[1].drawn.stroke == "#8C8C8C")
    #expect(plain.nodes[1].drawn.text == "#595959" && plain.nodes[1].coloured.fill == "#FF0000")
    let own = Self.looks(":ended { stroke: navy } Programme { fill: red }")
    #expect(own.nodes[1].drawn.fill == "#F7F7F7" && own.nodes[1].drawn.stroke == "#000080")
    #expect(own.edges[1].drawn.stroke == "#000080")
    #expect(own.endedLine.stroke == "#000080")
  }

  @Test("Without a colour of their own, texts on dark grounds turn light")
  func readable() throws {
    let colours = FigureColours()
    #expect(colours.readable(colours.text, on: "#FBE3B5") == colours.text)
    #expect(colours.readable(colours.text, on: "#000080") == "#FFFFFF")
    #expect(colours.readable("#FFFFFF", on: "#FFFF00") == "#1A1A1A")
    for name in ColourValue.names.values {
      let text = try TestColour(colours.readable(colours.quiet, on: name))
      // Some middle grounds leave no better than this.
      #expect(text.contrast(with: try TestColour(name)) >= 3.9, "\(name)")
    }
  }

  private static func legend(_ text: String, _ figure: Figure = figure) -> [String] {
    let style = style(text)
    return LegendEntry.entries(
      of: figure, style: style, looks: FigureLooks(figure, style: style), wording: .english
    ).map(\.text)
  }

  @Test("The legend has an entry for each look that is drawn, in the words of the rules")
  func legendWords() {
    let plain = [
      "Programme", "State", "funds", "covers", "asked about", "ended", "sources disagree",
    ]
    #expect(Self.legend("") == plain)
    #expect(Self.legend("Ship { legend: 'ship' }") == plain)
    #expect(
      Self.legend("Programme[until] { line: dashed; legend: 'programme with an end' }")
        == ["Programme", "State", "programme with an end"] + plain[2...])
    // A look of its own without words is an entry of its own; sizes and colours of text are none.
    #expect(Self.legend("#bomca { width: 4 }") == ["Programme"] + plain)
    #expect(Self.legend("#bomca { text-size: 20; text: navy }") == plain)
    #expect(Self.legend("#bomca { width: 4; legend: none }") == plain)
    #expect(Self.legend("State { legend: none }") == ["Programme"] + plain[2...])
    #expect(
      Self.legend("-*-> { legend: 'tie' } :ended { legend: 'over' } :disputed { legend: none }")
        == ["Programme", "State", "tie", "tie", "asked about", "over"])
    #expect(
      Self.legend("Programme:ended { legend: 'ended programme' }")
        == ["Programme", "State", "ended programme"] + plain[2...])
  }

  @Test("The order of nodes and edges does not change looks or legend")
  func order() {
    var turned = Self.figure
    turned.nodes.reverse()
    turned.edges.reverse()
    let text = "#bomca { width: 4 } State { legend: 's' } -COVERS->[since] { width: 3 }"
    #expect(Self.legend(text) == Self.legend(text, turned))
  }

  @Test("Shape and size of text decide the size of a node")
  func planning() throws {
    func sizes(_ text: String) throws -> [Double] {
      try FigurePlan(Self.figure, style: Self.style(text)).nodes.map(\.fit.width)
    }
    let plain = try sizes("")
    let shaped = try sizes("#bomca { shape: ellipse }")
    #expect(shaped[0] != plain[0] && shaped[1...] == plain[1...])
    let larger = try sizes("#bomca { text-size: 30 }")
    #expect(larger[0] > plain[0] && larger[1...] == plain[1...])
    let all = try sizes("@figure { text-size: 24 }")
    #expect(zip(all, plain).allSatisfy { $0 > $1 })
  }

  private static let houseStyle = """
    @figure { paper: #FFFFEE; text: #202020; quiet: #505050; rule: #999999; }
    Programme[until] { fill: navy; line: dotted; }
    #poland { shape: octagon; text: maroon; text-size: 15; }
    -COVERS->:disputed { stroke: maroon; width: 3; line: dashed; text: maroon; }
    """

  @Test func textFormats() throws {
    let style = Self.style(Self.houseStyle)
    try expectGolden(DOTWriter().dot(of: Self.figure, style: style), "house-style.dot")
    try expectGolden(
      MermaidWriter().flowchart(of: Self.figure, style: style), "house-style.mmd")
  }

  @Test("Every colour of the SVG follows the style", .enabled(if: Graphviz.isPresent))
  func drawing() throws {
    let style = Self.style(Self.houseStyle)
    let svg = try FigureRenderer(style: style).svgNow(Self.figure)
    _ = try WellFormedXML(svg)
    #expect(svg.contains("class=\"background\"") && svg.contains("fill=\"#FFFFEE\"/>"))
    for old in ["#1A1A1A", "#595959", "#BFBFBF"] {
      #expect(!svg.contains(old), "\(old)")
    }
    #expect(svg.contains("stroke=\"#800000\" stroke-width=\"3\" stroke-dasharray=\"7.5 4.38\""))
    #expect(svg.contains("font-size=\"15\""))
  }
}
