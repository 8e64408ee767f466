// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import GraphDrawing

@Suite(.enabled(if: Graphviz.isPresent, "libgraphviz is not installed"))
struct KeptPositionTests {
  private func expectNoOverlap(_ layout: FigureLayout) {
    for (index, one) in layout.nodes.enumerated() {
      for other in layout.nodes[(index + 1)...] {
        #expect(!one.box.overlaps(other.box), "\(one.id) and \(other.id)")
      }
      for edge in layout.edges {
        if let box = edge.labelBox { #expect(!box.overlaps(one.box), "\(edge.index) \(one.id)") }
      }
      #expect(one.box.left >= -4 && one.box.right <= layout.width + 0.01)
      #expect(one.box.top >= -4 && one.box.bottom <= layout.height + 0.01)
    }
    let labels = layout.edges.compactMap(\.labelBox)
    for (index, one) in labels.enumerated() {
      for other in labels[(index + 1)...] { #expect(!one.overlaps(other)) }
    }
  }

  private func positions(_ layout: FigureLayout) -> [String: FigureLayout.Point] {
    Dictionary(uniqueKeysWithValues: layout.nodes.map { ($0.id, $0.box.centre) })
  }

  @Test(
    "What stays does not move, what is new stands beside it, and nothing overlaps",
    arguments: 1...12 as ClosedRange<UInt64>, Figure.Direction.allCases)
  func growing(seed: UInt64, direction: Figure.Direction) throws {
    var figure = FigureFixtures.random(nodes: 12 + Int(seed) * 2, edges: 30, seed: seed)
    figure.direction = direction
    let all = figure.nodes.map(\.id)
    let late = Set(all.enumerated().filter { $0.offset % 3 == Int(seed) % 3 }.map(\.element))
    var small = figure
    small.nodes.removeAll { late.contains($0.id) }
    small.edges.removeAll { late.contains($0.from) || late.contains($0.to) }
    let before = positions(try LayoutService().layoutNow(of: small))
    figure.keptPositions = before
    let layout = try LayoutService().layoutNow(of: figure)
    #expect(layout.engine == .pinned)
    #expect(layout.reason.contains("\(before.count) nodes kept in their places"))
    let after = positions(layout)
    for (id, place) in before { #expect(after[id] == place) }
    #expect(after.count == all.count)
    expectNoOverlap(layout)
  }

  @Test("An arrow reaches the outline of its node, wherever that was kept")
  func tips() throws {
    var figure = FigureFixtures.neighbourhood
    var kept = positions(try LayoutService().layoutNow(of: figure))
    kept[figure.nodes[0].id] = nil
    figure.keptPositions = kept
    let layout = try LayoutService().layoutNow(of: figure)
    let boxes = Dictionary(uniqueKeysWithValues: layout.nodes.map { ($0.id, $0.box) })
    var count = 0
    for edge in layout.edges {
      guard let tip = edge.tip, let box = boxes[figure.edges[edge.index].to] else { continue }
      count += 1
      #expect(abs(tip.x - box.centre.x) <= box.width / 2 + 2)
      #expect(abs(tip.y - box.centre.y) <= box.height / 2 + 2)
    }
    #expect(count > 3)
  }

  @Test("Edges go around nodes that stand between their ends")
  func routes() throws {
    var figure = Figure(
      title: "t",
      nodes: ["a", "b", "c"].map { Figure.Node(id: $0, typeName: "State", label: $0) },
      edges: [Figure.Edge(from: "a", to: "c", typeName: "X", verb: "x")])
    for (index, node) in figure.nodes.enumerated() {
      figure.keptPositions[node.id] = FigureLayout.Point(x: 60 + Double(index) * 150, y: 60)
    }
    let layout = try LayoutService().layoutNow(of: figure)
    let curve = try #require(layout.edges.first).curve.points
    let middle = layout.nodes[1].box
    // The curve lies within the hull of its points, all above or all below the node between.
    #expect(
      curve.contains { $0.y < middle.top } || curve.contains { $0.y > middle.bottom })
  }

  @Test(
    "Positions from an enemy are passed over with a warning",
    arguments: [
      (Double.nan, 1.0), (.infinity, 0), (-.infinity, 0), (1e300, 1e300), (0, -1e9),
      (.signalingNaN, .nan), (.greatestFiniteMagnitude, 0),
    ])
  func hostile(x: Double, y: Double) throws {
    var figure = FigureFixtures.path
    figure.keptPositions = Dictionary(
      uniqueKeysWithValues: figure.nodes.map { ($0.id, FigureLayout.Point(x: x, y: y)) })
    let none = try LayoutService().layoutNow(of: figure)
    #expect(none.engine == .dot)
    #expect(
      none.warnings == [
        "Places out of all bounds are passed over: bomca, cadap, eu and 3 more",
        "No place belongs to a node of the figure",
      ])
    // With one good position, all the same.
    figure.keptPositions[figure.nodes[2].id] = FigureLayout.Point(x: 300, y: 200)
    let one = try LayoutService().layoutNow(of: figure)
    #expect(one.engine == .pinned)
    #expect(positions(one)[figure.nodes[2].id] == FigureLayout.Point(x: 300, y: 200))
    #expect(one.warnings.contains { $0.hasPrefix("Places out of all bounds are passed over: ") })
    expectNoOverlap(one)
  }

  @Test("What Graphviz says is told in other words, or as its own")
  func messages() throws {
    var figure = FigureFixtures.path
    // So close above each other that no line fits in between.
    let sizes = try FigurePlan(figure, style: .default).nodes.map(\.fit.height)
    var y = 100.0
    for (node, height) in zip(figure.nodes.sorted { $0.id < $1.id }, sizes) {
      figure.keptPositions[node.id] = FigureLayout.Point(x: 300, y: y + height / 2)
      y += height + (node.id == "eu" ? 1 : 40)
    }
    let layout = try LayoutService().layoutNow(of: figure)
    #expect(
      layout.warnings == [
        "Edges are straight, as two nodes stand too close to each other: eu and icmpd"
      ])
    #expect(GraphvizMessage.reworded("Warning: new") == "Graphviz says: Warning: new")
  }

  @Test("Of all at the same point one stays, and the others find room")
  func samePoint() throws {
    var figure = FigureFixtures.random(nodes: 60, edges: 70, seed: 3)
    let place = FigureLayout.Point(x: 500, y: 500)
    figure.keptPositions = Dictionary(uniqueKeysWithValues: figure.nodes.map { ($0.id, place) })
    let layout = try LayoutService().layoutNow(of: figure)
    #expect(layout.nodes.filter { $0.box.centre == place }.count == 1)
    #expect(
      layout.warnings.contains {
        $0.hasPrefix("Places on which another node stands are passed over: ")
          && $0.hasSuffix(" and 56 more")
      })
    expectNoOverlap(layout)
  }

  @Test("Positions before the origin move the whole figure, and it says so")
  func beforeOrigin() throws {
    var figure = FigureFixtures.path
    var kept = positions(try LayoutService().layoutNow(of: figure))
    for id in kept.keys { kept[id]?.x -= 1_000 }
    figure.keptPositions = kept
    let layout = try LayoutService().layoutNow(of: figure)
    let after = positions(layout)
    let shifts = kept.map { id, place in hundredths((after[id]?.x ?? 0) - place.x) }
    #expect(Set(shifts).count == 1)
    #expect(layout.warnings.contains { $0.hasPrefix("All positions are moved by ") })
    expectNoOverlap(layout)
  }

  @Test("Two thousand nodes at one point are placed, bounded in time, without an engine")
  func manyAtOnePoint() throws {
    let figure = FigureFixtures.random(nodes: 2_000, edges: 2_100, seed: 3)
    let plan = try FigurePlan(figure, style: .default)
    let place = FigureLayout.Point(x: 50, y: 50)
    let placement = KeptPlacement(
      ids: plan.nodes.map { figure.nodes[$0.index].id },
      sizes: plan.nodes.map { ($0.fit.width, $0.fit.height) },
      kept: Array(repeating: place, count: plan.nodes.count),
      edges: plan.edges.map { ($0.from, $0.to) }, direction: .leftToRight)
    #expect(placement.keptCount == 1)
    let boxes = zip(plan.nodes, placement.places).map { node, centre in
      FigureLayout.Box(centre: centre, width: node.fit.width, height: node.fit.height)
    }
    #expect(FreePlaces.separated(boxes, gap: 0) == nil)
  }

  @Test("Boxes that overlap are moved apart, and those that do not are left alone")
  func separation() {
    var generator = RepeatableGenerator(state: 5)
    var boxes: [FigureLayout.Box] = []
    for _ in 0..<400 {
      boxes.append(
        FigureLayout.Box(
          centre: FigureLayout.Point(
            x: Double.random(in: 0...800, using: &generator),
            y: Double.random(in: -400...400, using: &generator)),
          width: Double.random(in: 20...200, using: &generator),
          height: Double.random(in: 20...80, using: &generator)))
    }
    let moved = FreePlaces.separated(boxes, gap: 8)
    #expect(moved != nil)
    #expect(moved.flatMap { FreePlaces.separated($0, gap: 8) } == nil)
    #expect(zip(boxes, moved ?? []).contains { $0 == $1 })
  }
}
