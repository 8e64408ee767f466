// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import GraphDrawing

/// Figures with too many nodes for the eye.
struct FigureGroupingTests {
  private static let centre = Figure.Node(
    id: "centre", typeName: "Dialogue", label: "Centre", emphasis: .focus)

  /// States around a centre; every third one also chairs it.
  private func star(_ count: Int) -> Figure {
    let states = (0..<count).map {
      Figure.Node(id: "s\($0)", typeName: "State", typePlural: "States", label: "State \($0)")
    }
    var edges = states.map {
      Figure.Edge(
        from: $0.id, to: "centre", typeName: "TAKES_PART_IN", verb: "takes part in",
        sourceNumbers: [1])
    }
    for place in stride(from: 0, to: count, by: 3) {
      edges.append(
        Figure.Edge(
          from: "s\(place)", to: "centre", typeName: "CHAIRS", verb: "chairs", sourceNumbers: [2]))
    }
    return Figure(title: "Star", nodes: [Self.centre] + states, edges: edges)
  }

  @Test("A figure that is small enough stays as it is")
  func small() {
    let figure = star(9)
    #expect(figure.grouped(maximumNodes: 10) == figure)
  }

  @Test("Nodes with the same links become one, the largest set first")
  func sameLinks() throws {
    let figure = star(9).grouped(maximumNodes: 5)
    #expect(figure.nodes.map(\.label) == ["Centre", "State 0", "States (6)", "State 3", "State 6"])
    #expect(figure.nodes[2].sublabel == "State 1, State 2, State 4, …")
    let trunk = try #require(figure.edges.first { $0.from == figure.nodes[2].id })
    #expect(trunk.count == 6)
    #expect(trunk.verb == "takes part in")
    #expect(trunk.sourceNumbers == [1])
    #expect(figure.notes == ["Put together to keep the figure readable: States 6."])
    #expect(
      star(9).grouped(maximumNodes: 4).nodes.map(\.label) == [
        "Centre", "States (3)", "States (6)",
      ])
    #expect(star(9).grouped(maximumNodes: 2).nodes.map(\.label) == ["Centre", "States (9)"])
  }

  @Test("What was asked about stays by itself, even where that is too much")
  func emphasis() {
    var figure = star(6)
    for index in figure.nodes.indices { figure.nodes[index].emphasis = .origin }
    #expect(figure.grouped(maximumNodes: 3) == figure)
  }

  @Test("A set with a name of its own has it")
  func named() {
    var figure = star(9)
    figure.groups = [
      Figure.Group(label: "Some", members: ["s1", "s2"]),
      Figure.Group(label: "The Ring", members: ["s1", "s2", "s4", "s5", "s7", "s8"]),
    ]
    let labels = figure.grouped(maximumNodes: 5).nodes.map(\.label)
    #expect(labels.contains("The Ring (6)"))
  }

  @Test("Ended nodes and nodes of other types are kept apart")
  func apart() {
    var figure = star(8)
    figure.nodes[2].isEnded = true
    figure.nodes[3].isEnded = true
    figure.nodes[4].typeName = "Organisation"
    let grouped = figure.grouped(maximumNodes: 4)
    #expect(grouped.nodes.count == 4)
    #expect(grouped.nodes.count { $0.isEnded } == 1)
    #expect(grouped.nodes.contains { $0.typeName == "Organisation" && $0.id == "s3" })
  }

  @Test("A group's name never clashes with a node's")
  func clash() {
    var figure = star(9)
    figure.nodes.append(Figure.Node(id: "group s1", typeName: "Event", label: "Clash"))
    let nodes = figure.grouped(maximumNodes: 6).nodes
    #expect(Set(nodes.map(\.id)).count == nodes.count)
  }

  @Test("No node and no link is lost, whatever the figure", arguments: 0..<40)
  func nothingIsLost(seed: Int) throws {
    var random = RepeatableGenerator(state: UInt64(seed))
    let types = ["State", "Programme", "Event"]
    let nodes = (0..<Int.random(in: 1...60, using: &random)).map { place in
      Figure.Node(
        id: "n\(place)", typeName: types.randomElement(using: &random) ?? "State",
        label: "n\(place)", isEnded: Int.random(in: 0..<9, using: &random) == 0,
        emphasis: Int.random(in: 0..<20, using: &random) == 0 ? .focus : .none)
    }
    let edges = (0..<Int.random(in: 0...120, using: &random)).map { _ in
      Figure.Edge(
        from: nodes.randomElement(using: &random)?.id ?? "n0",
        to: nodes.randomElement(using: &random)?.id ?? "n0",
        typeName: Bool.random(using: &random) ? "COVERS" : "FUNDS", verb: "x",
        isDirected: Bool.random(using: &random))
    }
    let figure = Figure(title: "Random", nodes: nodes, edges: edges)
    let limit = Int.random(in: 1...70, using: &random)
    let grouped = figure.grouped(maximumNodes: limit)
    let kept = Set(grouped.nodes.map(\.id))
    #expect(grouped.edges.reduce(0) { $0 + $1.count } == edges.count)
    #expect(grouped.edges.allSatisfy { kept.contains($0.from) && kept.contains($0.to) })
    // Every node stands by itself or is named by exactly one group.
    let named = grouped.nodes.filter { !$0.id.hasPrefix("n") }
      .flatMap { ($0.tooltip ?? "").split(separator: ", ").map(String.init) }
    let single = grouped.nodes.filter { $0.id.hasPrefix("n") }.map(\.id)
    #expect((named + single).sorted() == nodes.map(\.id).sorted())
    let types3 = Set(nodes.map { "\($0.typeName)\($0.isEnded)" }).count
    let asked = nodes.count { $0.emphasis != .none }
    #expect(grouped.nodes.count <= max(limit, types3 + asked))
    #expect(grouped == figure.grouped(maximumNodes: limit))
  }

  @Test("A frame holds the group of its nodes, and none that only some of them are in")
  func frames() {
    var figure = Figure(
      title: "t",
      nodes: ["a", "b", "c", "d"].map { Figure.Node(id: $0, typeName: "State", label: $0) },
      edges: [])
    figure.clusters = [
      Figure.Group(label: "All", members: ["a", "b", "c", "d"]),
      Figure.Group(label: "Some", members: ["a", "c"]),
    ]
    let grouped = figure.grouped(into: [Figure.Group(label: "First", members: ["a", "b"])])
    let names = Set(grouped.nodes.map(\.id))
    #expect(names == ["group a", "c", "d"])
    #expect(grouped.clusters.map { $0.members.intersection(names) } == [names, ["c"]])
    #expect(grouped.notes == ["Put together: State 2."])
  }
}
