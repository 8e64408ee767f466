// SPDX-License-Identifier: Apache-2.0

import GraphDrawing
import Testing

/// The bytes of a figure tell it from every other.
@Suite struct FigureContentTests {
  private static var figure: Figure {
    var figure = Figure(
      title: "Title",
      nodes: [
        Figure.Node(id: "a", typeName: "State", label: "A", properties: ["x": ["1"], "y": ["2"]]),
        Figure.Node(id: "b", typeName: "State", label: "B"),
      ],
      edges: [Figure.Edge(from: "a", to: "b", typeName: "T", verb: "t", sourceNumbers: [1])],
      sources: [Figure.Source(number: 1, text: "Source")])
    figure.metadata = Figure.Metadata(question: "?")
    return figure
  }

  private static let changes: [@Sendable (inout Figure) -> Void] = [
    { $0.title = "Titl" }, { $0.subtitle = "" }, { $0.asOf = "2020" }, { $0.language = "ru" },
    { $0.direction = .topDown }, { $0.notes = ["note"] },
    { $0.groups = [Figure.Group(label: "g", members: ["a"])] },
    { $0.clusters = [Figure.Group(label: "g", members: ["a"])] }, { $0.ranking = .types },
    { $0.keptPositions = ["a": FigureLayout.Point(x: 1, y: 2)] }, { $0.idPrefix = "p" },
    { $0.isBare = true }, { $0.metadata = nil }, { $0.metadata?.question = nil },
    { $0.metadata?.command = "c" }, { $0.metadata?.dataVersion = "v" },
    { $0.metadata?.dataHash = "h" }, { $0.metadata?.program = "p" }, { $0.metadata?.style = "s" },
    { $0.metadata?.styleHash = "s" }, { $0.metadata?.earlierDataHash = "e" },
    { $0.nodes.swapAt(0, 1) }, { $0.nodes.removeLast() },
    { $0.nodes[0].id = "c" }, { $0.nodes[0].typeName = "c" }, { $0.nodes[0].typeTitle = "c" },
    { $0.nodes[0].typePlural = "c" }, { $0.nodes[0].label = "c" }, { $0.nodes[0].sublabel = "c" },
    { $0.nodes[0].isEnded = true }, { $0.nodes[0].endYear = "c" },
    { $0.nodes[0].emphasis = .focus }, { $0.nodes[0].url = "c" }, { $0.nodes[0].tooltip = "c" },
    { $0.nodes[0].hiddenNeighbourCount = 0 }, { $0.nodes[0].labels = ["c"] },
    { $0.nodes[0].properties["x"] = ["1", "2"] }, { $0.nodes[0].details = ["c"] },
    { $0.nodes[0].members = ["c"] }, { $0.nodes[0].change = .added }, { $0.edges[0].from = "b" },
    { $0.edges[0].to = "a" }, { $0.edges[0].typeName = "c" }, { $0.edges[0].verb = "c" },
    { $0.edges[0].dates = "c" }, { $0.edges[0].sourceNumbers = [] }, { $0.edges[0].isEnded = true },
    { $0.edges[0].isDisputed = true }, { $0.edges[0].lineKind = .legal },
    { $0.edges[0].isDirected = false }, { $0.edges[0].count = 2 },
    { $0.edges[0].properties = ["x": []] }, { $0.edges[0].change = .removed },
    { $0.edges[0].pathRanks = [1] }, { $0.edges[0].isLabelled = false },
    { $0.sources[0].number = 2 }, { $0.sources[0].text = "c" },
    { $0.sources[0].url = "c" }, { $0.sources[0].key = "c" }, { $0.sources[0].locators = ["c"] },
  ]

  @Test func everyChangeIsSeen() {
    var seen: Set<[UInt8]> = [Self.figure.contentBytes]
    #expect(Self.figure.contentBytes == Self.figure.contentBytes)
    for (position, change) in Self.changes.enumerated() {
      var figure = Self.figure
      change(&figure)
      #expect(seen.insert(figure.contentBytes).inserted, "change \(position)")
    }
  }

  /// A member that a figure gains has to be told from its other values as well: this fails until
  /// the change of it stands above.
  @Test func everyMemberIsChangedAbove() throws {
    let figure = Self.figure
    let members = try [
      Mirror(reflecting: figure), Mirror(reflecting: #require(figure.metadata)),
      Mirror(reflecting: figure.nodes[0]), Mirror(reflecting: figure.edges[0]),
      Mirror(reflecting: figure.sources[0]),
    ].map(\.children.count)
    #expect(members == [16, 8, 17, 15, 5])
  }
}
