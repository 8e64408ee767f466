// SPDX-License-Identifier: Apache-2.0

import GraphAlgorithms
import GraphDrawing
import GraphModel
import Testing

@testable import GraphReports

/// Sets of nodes by what the graph says, the whole graph, and the graph type.
@Suite struct FigureSetsTests {
  /// Three states of two unions; the third has left the first.
  private static func unions() throws -> PropertyGraph {
    var builder = GraphBuilder()
    let states = try ["a", "b", "c"].map { try builder.addNode(type: "State", key: $0) }
    let first = try builder.addNode(type: "Union", key: "first")
    let second = try builder.addNode(type: "Union", key: "second")
    for state in states {
      _ = try builder.addEdge(
        type: "MEMBER_OF", from: state, to: first,
        properties: state == states[2] ? [("until", date("2010-12-31"))] : [])
    }
    _ = try builder.addEdge(type: "MEMBER_OF", from: states[2], to: second)
    return try builder.freeze()
  }

  private static func figure(of graph: PropertyGraph) throws -> Figure {
    try #require(DatasetFigure(of: graph).figure(title: "All"))
  }

  @Test("A type is one set, and an edge type makes one for each node it leads to")
  func sets() throws {
    let graph = try Self.unions()
    let figure = try Self.figure(of: graph)
    let sets = FigureSets(of: figure, in: graph)
    #expect(sets.byType("State").map(\.members) == [["a", "b", "c"]])
    #expect(sets.byTypes.map(\.members) == [["a", "b", "c"], ["first", "second"]])
    #expect(sets.byEdge("MEMBER_OF") == [Figure.Group(label: "first", members: ["a", "b", "c"])])
    #expect(sets.byEdge("NONE").isEmpty && sets.byType("None").isEmpty)
    let today = FigureSets(
      of: figure, in: graph, asOf: try #require(CalendarDate(year: 2020, month: 1, day: 1)))
    #expect(
      today.byEdge("MEMBER_OF") == [
        Figure.Group(label: "first", members: ["a", "b"]),
        Figure.Group(label: "second", members: ["c"]),
      ])
    #expect(
      Set(figure.grouped(into: sets.byEdge("MEMBER_OF")).nodes.map(\.label)) == [
        "first (3)", "first", "second",
      ])
  }

  @Test("The whole graph is what the filter lets through")
  func dataset() throws {
    let graph = try Self.unions()
    #expect(DatasetFigure(of: graph).counts.map(\.type) == ["State", "Union"])
    var filter = TraversalFilter(allowedNodeTypes: ["State"])
    #expect(DatasetFigure(of: graph, filter: filter).figure(title: "t")?.edges == [])
    filter = TraversalFilter(asOf: CalendarDate(year: 2020, month: 1, day: 1))
    let now = try #require(DatasetFigure(of: graph, filter: filter).figure(title: "t"))
    #expect(now.nodes.count == 5 && now.edges.count == 3)
    #expect(now.subtitle == "5 nodes and 3 links")
    filter.allowedNodeTypes = ["None"]
    #expect(DatasetFigure(of: graph, filter: filter).figure(title: "t") == nil)
  }

  @Test("Each step of several paths has the numbers of those that take it")
  func ranks() throws {
    let sample = try ReportGraph()
    let one = try sample.paths("arland", "borvia", selection: .shortest(1)).figure()
    #expect(!one.edges.contains { !$0.pathRanks.isEmpty })
    let answer = try sample.paths("arland", "borvia", selection: .shortest(2))
    let figure = answer.figure()
    #expect(answer.paths.count == 2)
    for (position, path) in answer.paths.enumerated() {
      let taken = figure.edges.filter { $0.pathRanks.contains(position + 1) }
      #expect(taken.count == Set(path.path.steps.map(\.edge)).count)
    }
  }

  @Test("A graph type is boxes with their properties, and one line for each two types")
  func graphType() throws {
    let property = { (name: String, isRequired: Bool) in
      PropertyDeclaration(name: name, type: .string, isRequired: isRequired)
    }
    let type = GraphType(
      name: "t",
      nodeTypes: [
        NodeType(
          name: "State",
          properties: (1...9).map { property("p\($0)", $0 == 9) } + [property("code", true)],
          key: ["code"]),
        NodeType(name: "Union", supertypes: ["Body"]), NodeType(name: "Body", isAbstract: true),
      ],
      edgeTypes: [
        EdgeType(label: "MEMBER_OF", from: ["State"], to: ["Union"]),
        EdgeType(
          label: "HOSTED_BY", from: ["Union"], to: ["State"],
          outgoing: Cardinality(minimum: 0, maximum: 1)),
        EdgeType(label: "LEADS", from: ["State"], to: ["Body"]),
      ])
    var builder = GraphBuilder()
    let graph = try builder.freeze()
    let figure = GraphTypeFigure(type, of: graph).figure(title: "t")
    let state = try #require(figure.nodes.first { $0.id == "State" })
    #expect(state.details.prefix(2) == ["key code*: string", "p9*: string"])
    #expect(state.details[6] == "+ 4 more properties" && state.details.count == 9)
    #expect(state.details[7].hasPrefix("→ ") && state.details[7].hasSuffix(": Body"))
    #expect(figure.notes.count == 3 && figure.edges.allSatisfy { !$0.isLabelled })
    #expect(figure.nodes.first { $0.id == "Union" }?.sublabel == "extends Body")
    #expect(figure.edges.count == 2)
    let line = try #require(figure.edges.first { $0.to == "Union" || $0.from == "Union" })
    #expect(line.verb.contains("[0..1]") && line.verb.contains(","))
  }
}
