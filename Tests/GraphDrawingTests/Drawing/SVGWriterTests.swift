// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import GraphDrawing

@Suite struct SVGWriterTests {
  @Test("What has ended stands in the legend as it does in the figure: as a line, or as a box")
  func endedInLegend() throws {
    var figure = Figure(
      title: "t",
      nodes: ["a", "b"].map { Figure.Node(id: $0, typeName: "State", label: $0) },
      edges: [Figure.Edge(from: "a", to: "b", typeName: "X", verb: "x")])
    func isNode() throws -> Bool {
      let looks = FigureLooks(figure, style: .default)
      let entries = LegendEntry.entries(
        of: figure, style: .default, looks: looks, wording: .english)
      return try #require(entries.first { $0.text == "ended" }).sign.isNode
    }
    figure.nodes[0].isEnded = true
    #expect(try isNode())
    figure.edges[0].isEnded = true
    #expect(try !isNode())
    figure.nodes[0].isEnded = false
    #expect(try !isNode())
  }

  /// Every shape in a row with one edge between neighbours: positions by hand, no engine.
  private static let shapes: (figure: Figure, layout: FigureLayout, style: FigureStyle) = {
    var style = FigureStyle.default
    var figure = Figure(title: "Every shape & line <1>", asOf: "today", idPrefix: "shapes")
    var nodes: [FigureLayout.Node] = []
    var edges: [FigureLayout.Edge] = []
    let kinds = Figure.LineKind.allCases
    for (index, shape) in NodeShape.allCases.enumerated() {
      let name = shape.rawValue
      style.nodes[name] = NodeStyle(
        shape: shape, fill: "#EEEEEE", stroke: "#333333", dashes: index % 4 == 3 ? [4, 2] : [])
      figure.nodes.append(
        Figure.Node(
          id: name, typeName: name, label: name, isEnded: index == 5, endYear: "1999",
          emphasis: index == 2 ? .focus : .none, url: index == 1 ? "https://example.org/?a&b" : nil)
      )
      let centre = FigureLayout.Point(
        x: 70 + Double(index % 4) * 160, y: 30 + Double(index / 4) * 90)
      nodes.append(
        FigureLayout.Node(
          id: name, box: FigureLayout.Box(centre: centre, width: 120, height: 44), shape: shape,
          lines: [
            FigureLayout.TextLine(
              text: name, anchor: FigureLayout.Point(x: centre.x, y: centre.y + 4), width: 70,
              role: .label)
          ]))
      guard index % 4 != 0 else { continue }
      let kind = kinds[index % kinds.count]
      figure.edges.append(
        Figure.Edge(
          from: figure.nodes[index - 1].id, to: name, typeName: "T\(index)", verb: kind.rawValue,
          dates: "20\(10 + index)–", sourceNumbers: [1, index], isEnded: index == 6,
          isDisputed: index == 7, lineKind: kind, isDirected: index != 9))
      let (left, right) = (centre.x - 100, centre.x - 60)
      edges.append(
        FigureLayout.Edge(
          index: figure.edges.count - 1,
          curve: FigureLayout.Curve(
            points: [left, left + 10, right - 18, right - 8].map {
              FigureLayout.Point(x: $0, y: centre.y + (index == 10 && $0 != left ? 6 : 0))
            }), tip: index == 9 ? nil : FigureLayout.Point(x: right, y: centre.y),
          labelBox: FigureLayout.Box(
            centre: FigureLayout.Point(x: centre.x - 80, y: centre.y - 16), width: 40, height: 13),
          labelLines: [
            FigureLayout.TextLine(
              text: "[1]", anchor: FigureLayout.Point(x: centre.x - 80, y: centre.y - 13),
              width: 12, role: .label)
          ]))
    }
    let layout = FigureLayout(
      width: 620, height: 330, nodes: nodes, edges: edges, engine: .dot, reason: "by hand")
    return (figure, layout, style)
  }()

  @Test func everyShape() throws {
    let (figure, layout, style) = SVGWriterTests.shapes
    let text = SVGWriter().svg(of: figure, layout: layout, style: style)
    _ = try WellFormedXML(text)
    try expectGolden(text, "shapes.svg")
  }

  @Test("A bare figure has no frame and no background, but keeps title and description")
  func bare() throws {
    var (figure, layout, style) = SVGWriterTests.shapes
    figure.isBare = true
    figure.sources = [Figure.Source(number: 1, text: "left out")]
    let xml = try WellFormedXML(SVGWriter().svg(of: figure, layout: layout, style: style))
    #expect(!xml.elements.contains { $0.text.contains("left out") })
    let classes = xml.elements.compactMap { $0.attributes["class"] }
    #expect(!classes.contains("legend") && !classes.contains("background"))
    let root = try #require(xml.elements.first)
    #expect(root.attributes["width"] == "628")
    #expect(root.attributes["height"] == "338")
    #expect(xml.elements[1].name == "title" && xml.elements[1].text == "Every shape & line <1>")
    #expect(xml.elements[2].name == "desc")
  }

  @Test("The root is an image that its own title and description name")
  func accessibility() throws {
    let (figure, layout, style) = SVGWriterTests.shapes
    let xml = try WellFormedXML(SVGWriter().svg(of: figure, layout: layout, style: style))
    let root = try #require(xml.elements.first)
    #expect(root.name == "svg")
    #expect(root.attributes["role"] == "img")
    #expect(root.attributes["aria-labelledby"] == "shapes-title shapes-desc")
    #expect(xml.elements[1].attributes["id"] == "shapes-title")
    #expect(xml.elements[2].attributes["id"] == "shapes-desc")
    #expect(xml.elements[2].text.contains("doubleEllipse legal box") == false)
    for element in xml.elements {
      guard let id = element.attributes["id"] else { continue }
      #expect(id == "shapes" || id.hasPrefix("shapes-"))
    }
  }

  @Test("The description counts the nodes and tells the links of this figure")
  func description() {
    let figure = Figure(
      title: "t",
      nodes: [
        Figure.Node(id: "b", typeName: "Programme", label: "BOMCA"),
        Figure.Node(id: "k", typeName: "State", label: "Kazakhstan"),
        Figure.Node(id: "u", typeName: "State", label: "Uzbekistan"),
      ],
      edges: [
        Figure.Edge(
          from: "b", to: "k", typeName: "COVERS", verb: "covers", dates: "2003–2019",
          sourceNumbers: [1, 2], isEnded: true),
        Figure.Edge(from: "b", to: "u", typeName: "COVERS", verb: "", isDisputed: true, count: 3),
      ])
    #expect(
      FigureDescription(figure, wording: .english).text
        == "Nodes: 3 (Programme 1, State 2). Links: 2. BOMCA covers Kazakhstan, 2003–2019 (ended) "
        + "[1][2]; BOMCA → Uzbekistan ×3 (sources disagree).")
    #expect(FigureDescription(Figure(title: "t"), wording: .english).text == "Nothing to show.")
  }

  @Test("A long list of links is told in part and the rest counted")
  func longDescription() {
    var figure = FigureFixtures.neighbourhood
    figure.edges = (0..<1_000).map { _ in figure.edges[0] }
    let text = FigureDescription(figure, wording: .english).text
    // Nodes that none of the links reaches are told after the links.
    let unlinked = figure.nodes.count - 2
    #expect(text.hasSuffix("; and more: \(960 + unlinked)."))
    #expect(text.utf8.count < 10_000)
  }

  @Test("The legend explains what the figure shows, and nothing else")
  func legend() {
    func texts(_ figure: Figure) -> [String] {
      LegendEntry.entries(
        of: figure, style: .default, looks: FigureLooks(figure, style: .default), wording: .english
      ).map(\.text)
    }
    #expect(
      texts(FigureFixtures.path)
        == [
          "Group of states", "Organisation", "Programme", "State", "funds", "covers",
          "implements", "is a member of", "asked about", "ended", "sources disagree",
        ])
    #expect(texts(Figure(title: "t")) == [])
    let plain = Figure(
      title: "t", nodes: [Figure.Node(id: "a", typeName: "State", label: "A")])
    #expect(texts(plain) == ["State"])
  }

  @Test("Numbers have at most two decimals and a point in every locale")
  func decimals() {
    #expect(decimal(0) == "0")
    #expect(decimal(-0.001) == "0")
    #expect(decimal(1.5) == "1.5")
    #expect(decimal(-12.345) == "-12.35")
    #expect(decimal(3.05) == "3.05")
    #expect(decimal(1e15) == "0")
    #expect(decimal(.nan) == "0")
    #expect(decimal(-.infinity) == "0")
  }

  @Test("Only presentation attributes: nothing that a page or a printer could trip over")
  func vocabulary() throws {
    let (figure, layout, style) = SVGWriterTests.shapes
    let xml = try WellFormedXML(SVGWriter().svg(of: figure, layout: layout, style: style))
    let names = Set(xml.elements.map(\.name))
    #expect(names.isSubset(of: FigureMarkup.elements.union(FigureMarkup.metadata)))
    let attributes = Set(xml.elements.flatMap { $0.attributes.keys })
    #expect(
      attributes.isSubset(of: [
        "xmlns", "id", "class", "role", "aria-labelledby", "xml:lang", "width", "height", "viewBox",
        "font-family", "fill", "transform", "d", "stroke", "stroke-width", "stroke-opacity",
        "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "x", "y", "rx", "ry", "cx", "cy",
        "fill-opacity", "font-size", "font-weight", "font-style", "text-decoration", "text-anchor",
        "href", "data-id", "textLength", "lengthAdjust", "xmlns:entente", "key",
      ]))
  }
}
