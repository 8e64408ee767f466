// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import GraphDrawing

/// Rows and frames that keep to a page.
@Suite(.enabled(if: Graphviz.isPresent, "libgraphviz is not installed"))
struct PageRowsTests {
  /// So many states that take part in one dialogue.
  private func dialogue(states: Int, direction: Figure.Direction) -> Figure {
    let names = (1...states).map { "State \($0) of \(states)" }
    var figure = Figure(
      title: "t", direction: direction,
      nodes: names.map { Figure.Node(id: $0, typeName: "State", label: $0) },
      edges: names.map {
        Figure.Edge(
          from: $0, to: "dialogue", typeName: "X", verb: "takes part in", dates: "2009–",
          sourceNumbers: [1])
      })
    figure.nodes.append(
      Figure.Node(
        id: "dialogue", typeName: "Dialogue", label: "The dialogue", emphasis: .focus))
    return figure
  }

  private func expectNoOverlap(_ layout: FigureLayout) {
    for (index, one) in layout.nodes.enumerated() {
      for other in layout.nodes[(index + 1)...] {
        #expect(!one.box.overlaps(other.box), "\(one.id), \(other.id)")
      }
    }
  }

  /// Checks that each planned row is a line, after the one before it.
  private func expectLines(_ layout: FigureLayout, _ figure: Figure) throws {
    let plan = try FigurePlan(figure, style: .default)
    let isAcross = figure.direction == .leftToRight
    var last = -Double.infinity
    for row in plan.ranks {
      let places = row.map { node in
        isAcross ? layout.nodes[node].box.centre.x : layout.nodes[node].box.centre.y
      }
      let (first, end) = (places.min() ?? 0, places.max() ?? 0)
      #expect(end - first < 0.1, "\(places)")
      #expect(first > last)
      last = end
    }
  }

  @Test(
    "Fifty nodes in rows stand on lines that are no longer than a page is wide",
    arguments: Figure.Direction.allCases)
  func rows(direction: Figure.Direction) throws {
    var figure = dialogue(states: 50, direction: direction)
    figure.ranking = .rows
    let layout = try LayoutService().layoutNow(of: figure)
    let isAcross = direction == .leftToRight
    #expect((isAcross ? layout.height : layout.width) <= 1_050)
    #expect((isAcross ? layout.width : layout.height) <= 1_800)
    #expect(layout.engine == .pinned)
    try expectLines(layout, figure)
    expectNoOverlap(layout)
    let labelled = layout.edges.count { $0.labelBox != nil }
    #expect(labelled >= 40, "\(labelled) of 50")
  }

  @Test(
    "Rows are lines in any figure, and none is longer than a page allows",
    arguments: 1...12 as ClosedRange<UInt64>, Figure.Direction.allCases)
  func randomRows(seed: UInt64, direction: Figure.Direction) throws {
    var figure = FigureFixtures.random(
      nodes: 10 + Int(seed) * 3, edges: 10 + Int(seed) * 4, seed: seed)
    let types = ["Agreement", "Programme", "State", "Region", "Area"]
    for index in figure.nodes.indices {
      figure.nodes[index].typeName = types[(index * index + Int(seed)) % 5]
      figure.nodes[index].emphasis = .none
    }
    figure.ranking = .rows
    figure.direction = direction
    let layout = try LayoutService().layoutNow(of: figure)
    try expectLines(layout, figure)
    expectNoOverlap(layout)
    #expect((direction == .leftToRight ? layout.height : layout.width) <= 1_250)
  }

  @Test(
    "Many members of a frame stand in rows, and the figure fits on a page",
    arguments: Figure.Direction.allCases, [[28, 6, 6, 5, 3], [48], [24, 24], [10, 10, 10, 10]])
  func frames(direction: Figure.Direction, sizes: [Int]) throws {
    var figure = dialogue(states: 50, direction: direction)
    var start = 0
    for size in sizes {
      figure.clusters.append(
        Figure.Group(
          label: "The \(size) members of a union",
          members: Set(figure.nodes[start..<start + size].map(\.id))))
      start += size
    }
    let layout = try LayoutService().layoutNow(of: figure)
    #expect(layout.width <= 1_400)
    #expect(layout.height <= 2_500)
    #expect(layout.clusters.map(\.index) == Array(figure.clusters.indices))
    for cluster in layout.clusters {
      #expect(!cluster.labelLines.isEmpty)
      let members = figure.clusters[cluster.index].members
      for node in layout.nodes {
        let isInside =
          node.box.left >= cluster.box.left && node.box.right <= cluster.box.right
          && node.box.top >= cluster.box.top && node.box.bottom <= cluster.box.bottom
        #expect(isInside == members.contains(node.id), "\(node.id)")
        #expect(isInside || !node.box.overlaps(cluster.box), "\(node.id)")
      }
    }
    expectNoOverlap(layout)
  }

  @Test("A frame whose members fit stays as layers have it")
  func smallFrames() throws {
    var figure = dialogue(states: 6, direction: .topDown)
    figure.clusters = [
      Figure.Group(label: "Members", members: Set(figure.nodes.prefix(4).map(\.id)))
    ]
    #expect(try LayoutService().layoutNow(of: figure).engine == .dot)
  }

  @Test("Types stay together in rows, and small ones share a row")
  func typesTogether() {
    let lengths = Array(repeating: 100.0, count: 30)
    func rows(_ counts: [Int]) -> [[Int]] {
      var start = 0
      return FigureRows.rows(
        ofTypes: counts.map { count in
          defer { start += count }
          return Array(start..<start + count)
        }, lengths: lengths)
    }
    #expect(rows([2, 2]) == [[0, 1, 2, 3]])
    #expect(rows([1, 4, 1]) == [[0], [1, 2, 3, 4], [5]])
    #expect(rows([6]) == [[0, 1, 2], [3, 4, 5]])
    #expect(rows([3, 3]) == [[0, 1, 2], [3, 4, 5]])
    #expect(rows([1, 1, 1, 8]) == [[0, 1, 2], [3, 4, 5, 6], [7, 8, 9, 10]])
    #expect(rows([]).isEmpty)
    // Of sixteen, five fit: no row of one at the end.
    #expect(rows([16]).map(\.count) == [4, 4, 4, 4])
  }

  @Test("A node longer than a page has a row of its own")
  func longNodes() {
    #expect(
      FigureRows.rows(of: [[0], [1], [2]], lengths: [900, 50, 900]) == [[0], [1], [2]])
    #expect(FigureRows.rows(of: [[0], [1]], lengths: [10, 10], limit: 0) == [[0], [1]])
  }
}
