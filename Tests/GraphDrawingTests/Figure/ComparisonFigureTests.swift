// SPDX-License-Identifier: Apache-2.0
import SourceDiagnostics
import Testing

@testable import GraphDrawing

/// Figures that compare two versions of the data.
@Suite struct ComparisonFigureTests {
  private static func node(
    _ id: String, _ type: String = "Programme", _ change: Figure.Change? = nil
  ) -> Figure.Node {
    var node = Figure.Node(
      id: id, typeName: type, label: id.prefix(1).uppercased() + id.dropFirst())
    node.change = change
    node.isEnded = change == .ended
    node.endYear = change == .ended ? "2024" : nil
    return node
  }

  private static func edge(
    _ from: String, _ to: String, _ change: Figure.Change? = nil, dates: String? = nil
  ) -> Figure.Edge {
    var edge = Figure.Edge(
      from: from, to: to, typeName: "COVERS", verb: "covers", dates: dates, sourceNumbers: [1])
    edge.change = change
    edge.isEnded = change == .ended
    return edge
  }

  /// Everything that can become of something, and what stayed.
  static let figure = Figure(
    title: "HEAD~1 → HEAD", subtitle: "5 nodes and 6 edges differ.",
    nodes: [
      node("came", "Programme", .added), node("went", "PolicyArea", .removed),
      node("over", "Programme", .ended), node("other", "Dialogue", .changed),
      node("cited", "Agreement", .resourced), node("arland", "State"), node("borvia", "State"),
    ],
    edges: [
      edge("came", "arland", .added, dates: "2024–"), edge("came", "went", .removed),
      edge("over", "arland", .ended, dates: "2003– → 2003–2024"),
      edge("other", "arland", .changed, dates: "2010– → 2011–"),
      edge("cited", "borvia", .resourced), edge("over", "borvia"),
    ],
    sources: [Figure.Source(number: 1, text: "Register.")])

  @Test("What became of things can be read without colours", .enabled(if: Graphviz.isGoldenVersion))
  func golden() throws {
    try expectGolden(FigureRenderer().svgNow(Self.figure), "comparison.svg")
  }

  @Test(.enabled(if: Graphviz.isGoldenVersion), arguments: [Figure.Side.old, .new])
  func goldenOfASide(_ side: Figure.Side) throws {
    var (part, layout, style) = try FigureRenderer().sideNow(Self.figure, side)
    part.title = side.rawValue
    try expectGolden(
      SVGWriter().svg(of: part, layout: layout, style: style), "comparison-\(side.rawValue).svg")
  }

  @Test func goldensOfTexts() throws {
    try expectGolden(DOTWriter().dot(of: Self.figure), "comparison.dot")
    try expectGolden(MermaidWriter().flowchart(of: Self.figure), "comparison.mmd")
  }

  @Test("A side has what that version had, and nothing moves", .enabled(if: Graphviz.isPresent))
  func sides() throws {
    let whole = try LayoutService().layoutNow(of: Self.figure)
    let places = Dictionary(uniqueKeysWithValues: whole.nodes.map { ($0.id, $0.box) })
    for (side, absent, count) in [(Figure.Side.old, "came", 4), (.new, "went", 5)] {
      let part = Self.figure.side(side)
      #expect(Set(part.nodes.map(\.id)) == Set(places.keys).subtracting([absent]))
      #expect(part.edges.count == count)
      let layout = try whole.limited(to: part, of: Self.figure, style: .default)
      #expect(layout.nodes.count == part.nodes.count && layout.edges.count == part.edges.count)
      for node in layout.nodes { #expect(node.box == places[node.id]) }
      for edge in layout.edges {
        let same = whole.edges.first { $0.curve == edge.curve }
        #expect(Self.figure.edges[same?.index ?? 0].to == part.edges[edge.index].to)
      }
      #expect(layout.width == whole.width && layout.height == whole.height)
    }
    let old = Self.figure.side(.old)
    #expect(old.edges.compactMap(\.dates) == ["2003–", "2010–"])
    #expect(!old.nodes.contains(where: \.isEnded) && !old.edges.contains(where: \.isEnded))
    #expect(
      Self.figure.side(.new).edges.compactMap(\.dates) == ["2024–", "2003–2024", "2011–"])
    #expect(Self.figure.side(.both) == Self.figure)
  }

  @Test func types() throws {
    // Types that no style knows look the same on both sides.
    var figure = Self.figure
    figure.nodes[0].typeName = "Alpha"
    figure.nodes[5].typeName = "Beta"
    figure.edges[0].typeName = "FIRST"
    figure.edges[2].typeName = "SECOND"
    let style = FigureStyle.default.fixed(for: figure)
    let whole = FigureLooks(figure, style: .default)
    let old = FigureLooks(figure.side(.old), style: style)
    let place = try #require(figure.side(.old).nodes.firstIndex { $0.typeName == "Beta" })
    #expect(old.nodes[place].drawn == whole.nodes[5].drawn)
    let line = try #require(figure.side(.old).edges.firstIndex { $0.typeName == "SECOND" })
    #expect(old.edges[line].coloured.dashes == whole.edges[2].coloured.dashes)
  }

  @Test(arguments: [
    (":added", ["came", "e0"]), (":removed", ["went", "e1"]), (":ended", ["over", "e2"]),
    (":changed", ["other", "e3"]), (":resourced", ["cited", "e4"]), ("Programme:added", ["came"]),
    ("-COVERS->:removed", ["e1"]), (":added:removed", []),
  ])
  func selectors(_ text: String, _ expected: [String]) throws {
    let outcome = StyleSheetParser.parse(SourceText(name: "t", "\(text) { width: 7 }"))
    #expect(outcome.findings == [])
    let selector = try #require(outcome.sheet.rules(for: .screen).first?.selector)
    let nodes = Self.figure.nodes.filter { selector.selects($0) }.map(\.id)
    let edges = Self.figure.edges.enumerated().filter { selector.selects($0.element) }
    #expect(nodes + edges.map { "e\($0.offset)" } == expected)
  }

  @Test("A rule on a change has the last word on it")
  func rules() {
    let outcome = StyleSheetParser.parse(
      SourceText(
        name: "t", ":removed { line: solid; stroke: #112233; } * { line: dotted; }"))
    let style = FigureStyle.default.applying(outcome.sheet, for: .screen)
    let looks = FigureLooks(Self.figure, style: style)
    #expect(looks.nodes[1].drawn.dashes == [] && looks.nodes[1].drawn.stroke == "#112233")
    #expect(looks.edges[1].drawn.dashes == [] && looks.edges[1].drawn.stroke == "#112233")
    #expect(looks.nodes[0].drawn.dashes != [])
  }

  @Test("Without colours, each change differs from every other and from none")
  func greyscale() {
    let looks = FigureLooks(Self.figure, style: FigureTheme.mono.style)
    func sign(_ change: Figure.Change?, _ style: LineStyle) -> String {
      "\(style.width) \(style.dashes) \(change?.mark ?? "") \(change == .ended)"
    }
    let signs = zip(Self.figure.edges, looks.edges).map { sign($0.change, $1.drawn) }
    #expect(Set(signs).count == signs.count)
  }

  @Test("The legend explains what is drawn and nothing else")
  func legend() {
    func texts(_ figure: Figure) -> [String] {
      let looks = FigureLooks(figure, style: .default)
      return LegendEntry.entries(
        of: figure, style: .default, looks: looks, wording: .of("en")
      ).map(\.text)
    }
    let all = texts(Self.figure)
    #expect(
      all.suffix(6) == ["ended", "added", "removed", "changed", "other sources", "unchanged"])
    var some = Self.figure
    some.nodes = [Self.figure.nodes[0]]
    some.edges = []
    #expect(texts(some) == ["Programme", "added"])
    some.nodes[0].change = nil
    #expect(texts(some) == ["Programme"])
  }

  @Test("Nodes and edges that changed in different ways are never put together")
  func grouping() {
    let changes: [Figure.Change?] = [.added, .removed, .changed, .resourced, .ended, nil]
    var figure = Figure(title: "Star", nodes: [Self.node("centre", "Dialogue")])
    for place in 0..<36 {
      figure.nodes.append(Self.node("s\(place)", "State", changes[place % 6]))
      figure.edges.append(Self.edge("s\(place)", "centre", changes[place / 6]))
    }
    let counts = { (figure: Figure) in
      Dictionary(grouping: figure.edges, by: \.change).mapValues { $0.reduce(0) { $0 + $1.count } }
    }
    for limit in [40, 20, 7, 1] {
      let grouped = figure.grouped(maximumNodes: limit)
      #expect(counts(grouped) == counts(figure))
      #expect(Set(grouped.nodes.dropFirst().map(\.change)) == Set(changes))
      #expect(limit > 1 || grouped.nodes.count == 7)
      // A group holds what its own change says, as the names of its members show.
      for node in grouped.nodes.dropFirst() {
        for name in (node.tooltip ?? "").split(separator: ", ") {
          guard let place = Int(name.dropFirst()) else { continue }
          #expect(node.change == changes[place % 6])
        }
      }
    }
  }

  @Test func description() {
    let text = FigureDescription(Self.figure, wording: .of("en")).text
    #expect(text.contains(" added: Came. removed: Went. ended: Over. changed: Other."))
    #expect(text.contains("Came covers Arland, 2024– (added) [1]"))
    #expect(text.contains("Over covers Arland, 2003– → 2003–2024 (ended) [1]"))
  }

  @Test("A group whose members changed in different ways counts them, and the legend explains")
  func mixedGroup() throws {
    var nodes = (0..<5).map { Figure.Node(id: "n\($0)", typeName: "State", label: "State \($0)") }
    nodes[0].change = .added
    nodes[1].change = .removed
    nodes[2].change = .added
    nodes[3].change = .ended
    nodes[3].isEnded = true
    var figure = Figure(title: "t", nodes: nodes)
    figure = figure.grouped(into: [Figure.Group(label: "All", members: Set(nodes.map(\.id)))])
    let group = try #require(figure.nodes.first)
    #expect(figure.nodes.count == 1 && group.change == .changed && !group.isEnded)
    #expect(group.sublabel == "+ 2, − 1, ended: 1, unchanged: 1")
    let words = legend(figure)
    #expect(words.contains("added") && words.contains("removed") && words.contains("changed"))
    #expect(!words.contains("other sources"))
    figure.notes = ["§ State 1 has another source."]
    let wording = FigureWording.of("en")
    #expect(legend(figure).contains(try #require(wording.changes[.resourced])))
  }

  private func legend(_ figure: Figure) -> [String] {
    LegendEntry.entries(
      of: figure, style: .default, looks: FigureLooks(figure, style: .default),
      wording: FigureWording.of("en")
    ).map(\.text)
  }
}
