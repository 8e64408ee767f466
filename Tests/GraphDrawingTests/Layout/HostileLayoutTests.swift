// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import GraphDrawing

extension WorkerSuites {
  /// Figures that a layout library chokes on: each is drawn in some way, or refused with a reason.
  @Suite struct HostileLayoutTests {}
}

extension WorkerSuites.HostileLayoutTests {
  /// Limits small enough for a test; in-process layouts are off, so that nothing can take this
  /// process down.
  private var renderer: FigureRenderer {
    FigureRenderer(
      service: LayoutService(
        workerExecutable: WorkerProgram.path,
        limits: LayoutLimits(
          inProcessNodes: 0, inProcessEdges: 0, wallMilliseconds: 1_500, cpuSeconds: 2)))
  }

  private func figure(_ count: Int, _ edges: [(Int, Int)]) -> Figure {
    Figure(
      title: "t",
      nodes: (0..<count).map { Figure.Node(id: "n\($0)", typeName: "State", label: "\($0)") },
      edges: edges.map {
        Figure.Edge(from: "n\($0.0)", to: "n\($0.1)", typeName: "X", verb: "x")
      })
  }

  /// What must hold of any answer.
  private func laidOut(_ figure: Figure) throws -> LaidOutFigure {
    let laidOut = try renderer.laidOutNow(figure)
    #expect(laidOut.layout.nodes.count == laidOut.figure.nodes.count)
    #expect(laidOut.layout.edges.count == laidOut.figure.edges.count)
    #expect(
      FreePlaces.separated(laidOut.layout.nodes.map(\.box), gap: 0) == nil, "nodes overlap")
    return laidOut
  }

  @Test("Eighty nodes, each linked to each: dot takes too long, a cheaper engine draws it")
  func complete() throws {
    let pairs = (0..<80).flatMap { one in (one + 1..<80).map { (one, $0) } }
    let answer = try laidOut(figure(80, pairs))
    #expect(answer.figure.nodes.count == 80)
    #expect(answer.layout.engine == .sfdp || answer.layout.warnings.count > 0)
  }

  @Test("A star of 5,000 is put together")
  func star() throws {
    let answer = try laidOut(figure(5_001, (1...5_000).map { (0, $0) }))
    #expect(answer.figure.nodes.count <= 80)
    #expect(answer.layout.warnings.first?.hasPrefix("Nodes are put together: ") == true)
    #expect(answer.layout.reason.contains("after 5001 nodes were put together"))
  }

  @Test("A chain of 10,000 is put together")
  func chain() throws {
    let answer = try laidOut(figure(10_000, (1..<10_000).map { ($0 - 1, $0) }))
    #expect(answer.figure.nodes.count <= 80)
    #expect(answer.layout.reason.contains("were put together"))
  }

  @Test("Loops and parallel edges by hundreds are drawn")
  func loops() throws {
    let edges = (0..<200).map { _ in (0, 0) } + (0..<200).map { _ in (0, 1) }
    let answer = try laidOut(figure(2, edges))
    #expect(answer.layout.edges.count == answer.figure.edges.count)
  }

  @Test("A name of a megabyte, and counts without bounds, are drawn")
  func hugeTexts() throws {
    var huge = figure(2, [(0, 1)])
    huge.nodes[0].label = String(repeating: "name ", count: 200_000)
    huge.nodes[1].hiddenNeighbourCount = Int.max
    huge.edges[0].count = Int.max
    #expect(try laidOut(huge).layout.engine == .dot)
  }

  @Test("A thousand frames, and frames over each other, are drawn")
  func frames() throws {
    var many = figure(400, (1..<400).map { ($0 / 2, $0) })
    many.clusters = (0..<1_000).map { number in
      Figure.Group(
        label: "Set \(number)", members: ["n\(number % 400)", "n\((number * 7) % 400)"])
    }
    let answer = try laidOut(many)
    #expect(answer.layout.warnings.contains { $0.contains("more than one frame") })
  }

  @Test("More than any limit is refused, whatever is put together")
  func beyond() {
    let edges = (0..<100_001).map { _ in (0, 1) }
    #expect(
      throws: LayoutError.tooLarge(
        nodes: 4_000, edges: 100_001, maximumNodes: 3_000, maximumEdges: 12_000)
    ) {
      try renderer.laidOutNow(figure(4_000, edges))
    }
  }

  @Test("sfdp leaves no box on another, in figures of some hundred nodes", arguments: [300, 700])
  func overlaps(count: Int) throws {
    var service = renderer.service
    service.limits.layeredNodes = 0
    service.limits.wallMilliseconds = 20_000
    service.limits.cpuSeconds = 30
    let figure = FigureFixtures.random(nodes: count, edges: count * 5 / 4, seed: 3)
    let layout = try service.layoutNow(of: figure)
    #expect(layout.engine == .sfdp)
    #expect(FreePlaces.separated(layout.nodes.map(\.box), gap: 0) == nil)
  }
}
