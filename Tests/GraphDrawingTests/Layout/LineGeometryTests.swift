// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import GraphDrawing

/// Lines run neither through words nor through nodes that they do not join.
@Suite(.enabled(if: Graphviz.isPresent, "libgraphviz is not installed"))
struct LineGeometryTests {
  /// A random figure with a loop at every fourth node and some links twice.
  private func figure(seed: UInt64, direction: Figure.Direction) -> Figure {
    var figure = FigureFixtures.random(
      nodes: 10 + Int(seed) * 2, edges: 14 + Int(seed) * 3, seed: seed)
    figure.direction = direction
    for index in figure.nodes.indices where index % 4 == 1 {
      figure.edges.append(
        Figure.Edge(
          from: figure.nodes[index].id, to: figure.nodes[index].id, typeName: "COVERS",
          verb: "is a phase of", dates: "2001–", sourceNumbers: [1]))
    }
    for index in 0..<3 { figure.edges.append(figure.edges[index * 3]) }
    return figure
  }

  /// The positions of a layout, without every so many nodes.
  private func positions(
    _ layout: FigureLayout, without step: Int
  ) -> [String: FigureLayout.Point] {
    let left = layout.nodes.enumerated().filter { $0.offset % step != 0 }
    return Dictionary(uniqueKeysWithValues: left.map { ($0.element.id, $0.element.box.centre) })
  }

  @Test(
    "In crowded figures with loops, nearly no line runs through words, and none through a node",
    arguments: Figure.Direction.allCases)
  func crowded(direction: Figure.Direction) throws {
    var labels = 0
    var crossed: [String] = []
    for seed in 1...10 as ClosedRange<UInt64> {
      let figure = figure(seed: seed, direction: direction)
      let layout = try LayoutService().layoutNow(of: figure)
      let geometry = LineGeometry(figure: figure, layout: layout)
      #expect(geometry.linesThroughNodes.isEmpty)
      crossed += geometry.linesThroughLabels().map { "seed \(seed): \($0)" }
      labels += layout.edges.count { $0.labelBox != nil }
    }
    #expect(labels > 380)
    #expect(crossed.count <= 2, "\(crossed)")
  }

  @Test(
    "Among kept nodes none runs through a node, and other lines are kept off most words",
    arguments: Figure.Direction.allCases)
  func kept(direction: Figure.Direction) throws {
    var labels = 0
    var edges = 0
    var crossed: [String] = []
    for seed in 1...10 as ClosedRange<UInt64> {
      var figure = figure(seed: seed, direction: direction)
      figure.keptPositions = positions(try LayoutService().layoutNow(of: figure), without: 5)
      let layout = try LayoutService().layoutNow(of: figure)
      #expect(layout.engine == .pinned)
      let geometry = LineGeometry(figure: figure, layout: layout)
      #expect(geometry.linesThroughNodes.isEmpty, "seed \(seed)")
      crossed += geometry.linesThroughLabels(isOwnToo: false).map { "seed \(seed): \($0)" }
      labels += layout.edges.count { $0.labelBox != nil }
      edges += layout.edges.count
      for point in layout.edges.flatMap(\.curve.points) {
        #expect(point.x >= -4 && point.y >= -4 && point.x <= layout.width + 0.01)
        #expect(point.y <= layout.height + 0.01)
      }
    }
    #expect(Double(labels) > Double(edges) * 0.94, "\(labels) of \(edges)")
    #expect(Double(crossed.count) < Double(labels) * 0.1, "\(crossed.count) of \(labels)")
  }

  @Test("A line goes around a row of nodes that touch each other")
  func wall() throws {
    var figure = Figure(
      title: "t",
      nodes: (0..<9).map { Figure.Node(id: "n\($0)", typeName: "Programme", label: "Node \($0)") },
      edges: [Figure.Edge(from: "n0", to: "n8", typeName: "X", verb: "x")])
    let size = try #require(
      try FigurePlan(figure, style: .default).nodes.first.map { ($0.fit.width, $0.fit.height) })
    for index in 1...7 {
      figure.keptPositions["n\(index)"] = FigureLayout.Point(
        x: 300, y: 50 + Double(index - 1) * (size.1 + 0.2))
    }
    figure.keptPositions["n0"] = FigureLayout.Point(x: 100, y: 130)
    figure.keptPositions["n8"] = FigureLayout.Point(x: 500, y: 130)
    let layout = try LayoutService().layoutNow(of: figure)
    let geometry = LineGeometry(figure: figure, layout: layout)
    #expect(geometry.linesThroughNodes.isEmpty)
    #expect(geometry.linesThroughLabels().isEmpty)
    #expect(layout.edges.first?.labelBox != nil)
  }

  @Test("A line through a box is found, however little of it is inside")
  func crossings() {
    func edge(_ points: [(Double, Double)]) -> FigureLayout.Edge {
      FigureLayout.Edge(
        index: 0,
        curve: FigureLayout.Curve(points: points.map { FigureLayout.Point(x: $0.0, y: $0.1) }),
        tip: nil, labelBox: nil, labelLines: [])
    }
    let box = FigureLayout.Box(
      centre: FigureLayout.Point(x: 50, y: 50), width: 20, height: 10)
    let through = edge([(0, 50), (30, 50), (70, 50), (100, 50)])
    let above = edge([(0, 44.8), (30, 44.8), (70, 44.8), (100, 44.8)])
    // An arc whose points lie around the box while it passes above: at (50, 37.5).
    let arc = edge([(0, 0), (30, 50), (70, 50), (100, 0)])
    let inside = edge([(45, 50), (48, 50), (52, 50), (55, 50)])
    #expect(LineCrossings([through, above, arc, inside]).count(through: box, limit: 9) == 2)
    #expect(LineCrossings([through]).isFree(box, except: 0))
    var nearer = box
    nearer.centre.y = 42
    #expect(!LineCrossings([arc]).isFree(nearer))
    #expect(LineCrossings([edge([])]).isFree(box))
  }
}
