// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import GraphDrawing

@Suite(.enabled(if: Graphviz.isPresent, "libgraphviz is not installed"))
struct GraphvizLayoutTests {
  private func pairs<Item>(_ items: [Item]) -> [(Item, Item)] {
    items.indices.flatMap { left in
      items[(left + 1)...].map { (items[left], $0) }
    }
  }

  private static let figures: [Figure] = {
    var topDown = FigureFixtures.random(nodes: 30, edges: 45, seed: 5)
    topDown.direction = .topDown
    return [
      FigureFixtures.path, FigureFixtures.neighbourhood, FigureFixtures.schema,
      FigureFixtures.scripts, topDown, FigureFixtures.random(nodes: 40, edges: 60, seed: 3),
    ]
  }()

  @Test(
    "No two nodes overlap, no label lies on a node, and all is inside the figure",
    arguments: figures)
  func nothingOverlaps(figure: Figure) throws {
    let layout = try GraphvizLayout().layout(of: figure)
    #expect(layout.nodes.count == figure.nodes.count)
    #expect(layout.edges.count == figure.edges.count)
    for (one, other) in pairs(layout.nodes) {
      #expect(!one.box.overlaps(other.box), "\(one.id) and \(other.id)")
    }
    for node in layout.nodes {
      #expect(node.box.left >= -1 && node.box.right <= layout.width + 1, "\(node.id)")
      #expect(node.box.top >= -1 && node.box.bottom <= layout.height + 1, "\(node.id)")
    }
    // Where lines lie on each other, words could be those of any.
    #expect(layout.edges.count { $0.labelBox == nil } <= 1)
    for edge in layout.edges {
      guard let label = edge.labelBox else { continue }
      for node in layout.nodes { #expect(!label.overlaps(node.box), "\(edge.index) \(node.id)") }
    }
    for (one, other) in pairs(layout.edges.compactMap(\.labelBox)) {
      #expect(!one.overlaps(other))
    }
  }

  @Test("Every line of text stands inside the outline of its node", arguments: figures)
  func labelsFit(figure: Figure) throws {
    let layout = try GraphvizLayout().layout(of: figure)
    for node in layout.nodes {
      #expect(!node.lines.isEmpty)
      for line in node.lines {
        let size = line.role == .label ? 12.0 : 10.08
        for x in [line.anchor.x - line.width / 2, line.anchor.x + line.width / 2] {
          for y in [line.anchor.y - size * 0.72, line.anchor.y + size * 0.2] {
            let point = FigureLayout.Point(x: x, y: y)
            #expect(contains(node, point), "\(node.id) \(node.shape): \(line.text)")
          }
        }
      }
    }
  }

  /// True when a point lies in the outline of a node, by the even-odd rule or the ellipse.
  private func contains(_ node: FigureLayout.Node, _ point: FigureLayout.Point) -> Bool {
    let box = node.box
    let (dx, dy) = (point.x - box.centre.x, point.y - box.centre.y)
    if node.shape == .ellipse || node.shape == .doubleEllipse {
      let (a, b) = (box.width / 2, box.height / 2)
      return (dx * dx) / (a * a) + (dy * dy) / (b * b) <= 1
    }
    let corners = node.outline
    if corners.isEmpty { return abs(dx) <= box.width / 2 && abs(dy) <= box.height / 2 }
    var isInside = false
    var previous = corners[corners.count - 1]
    for corner in corners {
      if (corner.y > point.y) != (previous.y > point.y) {
        let share = (point.y - corner.y) / (previous.y - corner.y)
        if point.x < corner.x + share * (previous.x - corner.x) { isInside.toggle() }
      }
      previous = corner
    }
    return isInside
  }

  @Test("Arrow tips touch the outline of the node they point at", arguments: figures)
  func tipsTouch(figure: Figure) throws {
    let layout = try GraphvizLayout().layout(of: figure)
    let boxes = Dictionary(uniqueKeysWithValues: layout.nodes.map { ($0.id, $0) })
    for edge in layout.edges {
      let source = figure.edges[edge.index]
      guard source.isDirected else {
        #expect(edge.tip == nil)
        continue
      }
      let tip = try #require(edge.tip)
      let node = try #require(boxes[source.to])
      #expect(abs(tip.x - node.box.centre.x) <= node.box.width / 2 + 2)
      #expect(abs(tip.y - node.box.centre.y) <= node.box.height / 2 + 2)
      let last = try #require(edge.curve.points.last)
      #expect(edge.curve.points.count % 3 == 1)
      // The head has a length, so the tip is never where the line ends.
      #expect(abs(last.x - tip.x) + abs(last.y - tip.y) > 2)
    }
  }

  @Test("A path runs from its origin to its destination, whatever way its edges point")
  func pathRunsForward() throws {
    let names = ["a", "b", "c", "d"]
    let figure = Figure(
      title: "t",
      nodes: names.map {
        Figure.Node(
          id: $0, typeName: "State", label: $0,
          emphasis: $0 == "a" ? .origin : $0 == "d" ? .destination : .none)
      },
      edges: [
        Figure.Edge(from: "b", to: "a", typeName: "X", verb: "x"),
        Figure.Edge(from: "b", to: "c", typeName: "X", verb: "x"),
        Figure.Edge(from: "d", to: "c", typeName: "X", verb: "x"),
      ])
    let layout = try GraphvizLayout().layout(of: figure)
    let places = layout.nodes.map(\.box.centre.x)
    #expect(layout.nodes.map(\.id) == names)
    #expect(places == places.sorted())
    // The arrow of b -> a points to the left, at a.
    let first = try #require(layout.edges.first)
    #expect(try #require(first.tip).x < (try #require(first.curve.points.first)).x)
  }

  @Test("The order in which nodes come does not matter")
  func orderOfNodes() throws {
    var figure = FigureFixtures.neighbourhood
    let layout = try GraphvizLayout().layout(of: figure)
    figure.nodes.reverse()
    #expect(try GraphvizLayout().layout(of: figure) == layout)
  }

  @Test("Each engine gives the same numbers each time", arguments: LayoutEngine.allCases)
  func repeatable(engine: LayoutEngine) throws {
    let figure = FigureFixtures.random(nodes: 25, edges: 40, seed: 1)
    let first = try GraphvizLayout().layout(of: figure, engine: engine, effort: .reduced)
    _ = try GraphvizLayout().layout(of: FigureFixtures.path, engine: .sfdp)
    let second = try GraphvizLayout().layout(of: figure, engine: engine, effort: .reduced)
    #expect(first == second)
    #expect(first.engine == engine)
    for (one, other) in pairs(first.nodes) { #expect(!one.box.overlaps(other.box)) }
  }

  @Test("Nothing that a figure says reaches Graphviz")
  func onlyNumbers() throws {
    var figure = FigureFixtures.path
    figure.nodes[0].label = "\\N <b>&amp;</b> image=\"/etc/passwd\""
    let plan = try FigurePlan(figure, style: .default)
    let text = plan.problem(engine: .dot, effort: .full, hasLabels: true).graphvizText
    #expect(!text.contains("passwd") && !text.contains("Turkmenistan") && !text.contains("amp"))
    let allowed = Set("abcdefghijklmnopqrstuvwxyzLRTB0123456789 \n.,;:=<>/{}[]\"-")
    #expect(text.allSatisfy { allowed.contains($0) })
  }

  @Test("Edges to nodes the figure does not have, and double ids, are refused")
  func badFigures() {
    let node = Figure.Node(id: "a", typeName: "State", label: "A")
    let edge = Figure.Edge(from: "a", to: "b", typeName: "X", verb: "x")
    #expect(throws: LayoutError.unknownNode("b", edge: 0)) {
      try GraphvizLayout().layout(of: Figure(title: "t", nodes: [node], edges: [edge]))
    }
    #expect(throws: LayoutError.duplicateNode("a")) {
      try GraphvizLayout().layout(of: Figure(title: "t", nodes: [node, node]))
    }
  }

  @Test func emptyAndSingle() throws {
    let empty = try GraphvizLayout().layout(of: Figure(title: "t"))
    #expect(empty.nodes.isEmpty && empty.edges.isEmpty)
    let one = try GraphvizLayout().layout(
      of: Figure(title: "t", nodes: [Figure.Node(id: "", typeName: "", label: "")]))
    #expect(one.nodes.count == 1)
  }
}

@Suite struct MissingLibraryTests {
  @Test("Without the library, layout says what to install; nothing else fails")
  func missing() {
    let library = GraphvizLibrary(candidates: ["/nonexistent/libgvc.so.6"])
    #expect(library.version == nil)
    #expect(throws: LayoutError.libraryMissing(tried: ["/nonexistent/libgvc.so.6"])) {
      try GraphvizLayout(library: library).layout(of: FigureFixtures.path)
    }
    #expect(throws: LayoutError.libraryMissing(tried: ["/nonexistent/libgvc.so.6"])) {
      try LayoutService(library: library).layoutNow(of: FigureFixtures.path)
    }
  }

  @Test("A library that is not Graphviz is named unfit")
  func unfit() {
    #if os(Linux)
      let library = GraphvizLibrary(candidates: ["libm.so.6"])
      #expect(throws: LayoutError.libraryUnfit("function not found: gvContextPlugins")) {
        try GraphvizLayout(library: library).layout(of: FigureFixtures.path)
      }
    #endif
  }
}
