// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import GraphDrawing

/// Frames around sets of nodes, and ranks by type.
@Suite(.enabled(if: Graphviz.isPresent, "libgraphviz is not installed"))
struct LayoutPartsTests {
  /// A random figure whose nodes are shared out among so many sets; every seventh is in none.
  private func clustered(
    nodes: Int, edges: Int, clusters: Int, seed: UInt64, direction: Figure.Direction
  ) -> Figure {
    var figure = FigureFixtures.random(nodes: nodes, edges: edges, seed: seed)
    figure.direction = direction
    figure.clusters = (0..<clusters).map { number in
      let members = figure.nodes.indices.filter { $0 % 7 != 0 && $0 % clusters == number }
      return Figure.Group(
        label: "Set \(number) with a name", members: Set(members.map { figure.nodes[$0].id }))
    }
    return figure
  }

  @Test("The name of a frame stands along its top where the fewest lines run through it")
  func namesOfFrames() throws {
    let names = (1...9).map { "member \($0)" }
    var figure = Figure(
      title: "t",
      nodes: (names + ["hub"]).map { Figure.Node(id: $0, typeName: "State", label: $0) },
      edges: names.map { Figure.Edge(from: $0, to: "hub", typeName: "X", verb: "is a member of") })
    figure.nodes[9].label = "The union of all the members there are"
    figure.clusters = [
      Figure.Group(label: "Members", members: Set(names)),
      Figure.Group(label: "Unions", members: ["hub"]),
    ]
    let layout = try LayoutService().layoutNow(of: figure)
    let lines = LineCrossings(layout.edges)
    for cluster in layout.clusters {
      let name = try #require(cluster.labelLines.first)
      let box = FigureLayout.Box(
        centre: FigureLayout.Point(x: name.anchor.x, y: name.anchor.y - 4), width: name.width,
        height: 10)
      #expect(lines.isFree(box), "\(name.text)")
      #expect(box.left > cluster.box.left && box.right < cluster.box.right)
    }
  }

  @Test(
    "A frame holds its members and its name, no stranger, and lies beside other frames",
    arguments: 1...8 as ClosedRange<UInt64>, Figure.Direction.allCases)
  func frames(seed: UInt64, direction: Figure.Direction) throws {
    let figure = clustered(
      nodes: 12 + Int(seed) * 3, edges: 20 + Int(seed) * 4, clusters: 2 + Int(seed) % 4,
      seed: seed, direction: direction)
    let layout = try GraphvizLayout().layout(of: figure)
    #expect(layout.clusters.map(\.index) == Array(figure.clusters.indices))
    for cluster in layout.clusters {
      let members = figure.clusters[cluster.index].members
      for node in layout.nodes {
        guard members.contains(node.id) else {
          #expect(!node.box.overlaps(cluster.box), "\(node.id) in \(cluster.index)")
          continue
        }
        #expect(node.box.left >= cluster.box.left && node.box.right <= cluster.box.right)
        #expect(node.box.top >= cluster.box.top && node.box.bottom <= cluster.box.bottom)
        for line in cluster.labelLines {
          let box = FigureLayout.Box(
            centre: FigureLayout.Point(x: line.anchor.x, y: line.anchor.y - 4),
            width: line.width, height: 8)
          #expect(!node.box.overlaps(box), "\(node.id) under the name of \(cluster.index)")
          #expect(box.left >= cluster.box.left && box.right <= cluster.box.right)
          #expect(box.top >= cluster.box.top && box.bottom <= cluster.box.bottom)
        }
      }
      #expect(!cluster.labelLines.isEmpty)
      for other in layout.clusters where other.index != cluster.index {
        #expect(!other.box.overlaps(cluster.box))
      }
    }
    for (index, one) in layout.nodes.enumerated() {
      for other in layout.nodes[(index + 1)...] { #expect(!one.box.overlaps(other.box)) }
    }
  }

  @Test("A node that is in two sets stands in the first, and a set without nodes has no frame")
  func overlappingSets() throws {
    var figure = FigureFixtures.path
    let ids = figure.nodes.map(\.id)
    figure.clusters = [
      Figure.Group(label: "Nobody", members: ["nobody"]),
      Figure.Group(label: "First", members: [ids[0], ids[1]]),
      Figure.Group(label: "Second", members: [ids[1], ids[2], "nobody"]),
      Figure.Group(label: "Third", members: [ids[0]]),
    ]
    let layout = try GraphvizLayout().layout(of: figure)
    #expect(layout.clusters.map(\.index) == [1, 2])
    #expect(layout.warnings.contains("Nodes in more than one frame stand in the first of them: 2"))
  }

  private func ranked(nodes: Int, edges: Int, seed: UInt64, labels: Bool) -> Figure {
    var figure = FigureFixtures.random(nodes: nodes, edges: edges, seed: seed)
    let types = ["Agreement", "Programme", "State", "Region", "Area"]
    var generator = RepeatableGenerator(state: seed)
    for index in figure.nodes.indices {
      figure.nodes[index].typeName = types.randomElement(using: &generator) ?? ""
      figure.nodes[index].emphasis = .none
    }
    if !labels {
      for index in figure.edges.indices {
        figure.edges[index].verb = ""
        figure.edges[index].dates = nil
        figure.edges[index].sourceNumbers = []
      }
    }
    figure.ranking = .types
    figure.direction = .topDown
    return figure
  }

  @Test(
    "Nodes of one type stand in one rank, and no two types in the same",
    arguments: 1...40 as ClosedRange<UInt64>, [true, false])
  func typeRanks(seed: UInt64, labels: Bool) throws {
    let figure = ranked(
      nodes: 4 + Int(seed % 20), edges: Int(seed % 20) * 2, seed: seed, labels: labels)
    let layout = try GraphvizLayout().layout(of: figure)
    var ranks: [String: Set<Double>] = [:]
    for node in figure.nodes {
      let placed = try #require(layout.nodes.first { $0.id == node.id })
      ranks[node.typeName, default: []].insert(placed.box.centre.y)
    }
    for (type, places) in ranks {
      let spread = (places.max() ?? 0) - (places.min() ?? 0)
      #expect(spread < 0.1, "\(type) in \(places.sorted())")
    }
    #expect(Set(ranks.values.compactMap(\.first)).count == ranks.count)
    for (index, one) in layout.nodes.enumerated() {
      for other in layout.nodes[(index + 1)...] { #expect(!one.box.overlaps(other.box)) }
    }
  }

  @Test("Ranks follow the links, and a circle is cut where fewest links go back")
  func orderOfTypes() {
    #expect(
      TypeRanks.order(["A", "B", "C"], links: ["C": ["B": 2], "B": ["A": 1]]) == ["C", "B", "A"])
    #expect(
      TypeRanks.order(
        ["A", "B", "C"], links: ["A": ["B": 5], "B": ["C": 5, "B": 9], "C": ["A": 1]])
        == ["A", "B", "C"])
    #expect(TypeRanks.order(["B", "A"], links: [:]) == ["A", "B"])
    #expect(TypeRanks.order([], links: [:]).isEmpty)
  }
}
