// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import GraphDrawing

/// What stands in for a figure for readers who do not see it.
@Suite struct FigureDescriptionTests {
  private static let paths: Figure = {
    var figure = Figure(
      title: "A to C", subtitle: "2 paths", asOf: "2020",
      nodes: ["C", "B", "A", "D"].map {
        Figure.Node(
          id: $0, typeName: "State", label: $0,
          emphasis: $0 == "A" ? .origin : $0 == "C" ? .destination : .none)
      },
      edges: [
        Figure.Edge(from: "B", to: "C", typeName: "X", verb: "joins"),
        Figure.Edge(from: "A", to: "C", typeName: "X", verb: "meets", sourceNumbers: [1]),
        Figure.Edge(from: "A", to: "B", typeName: "X", verb: "knows"),
      ],
      sources: [Figure.Source(number: 1, text: "Register", url: "https://example.org/r")],
      notes: ["A *note*."])
    figure.edges[0].pathRanks = [1]
    figure.edges[1].pathRanks = [2, 3, 4]
    figure.edges[2].pathRanks = [1]
    return figure
  }()

  @Test("A detail that goes on in the next line is one in words")
  func continuedDetails() {
    var figure = Figure(
      title: "t", nodes: [Figure.Node(id: "a", typeName: "Type", label: "Organisation")])
    figure.nodes[0].details = ["kind: string", "→ is part of: State,", "… Dialogue", "→ funds: X"]
    #expect(
      FigureDescription(figure).relationships.last
        == "Organisation: kind: string, → is part of: State, Dialogue, → funds: X")
  }

  @Test("Relationships follow the paths from their start, the best first, then what has no link")
  func order() {
    let words = FigureDescription(Self.paths)
    #expect(
      words.relationships == [
        "A knows B (path 1)", "B joins C (path 1)", "A meets C [1] (path 2–4)", "D (no link shown)",
      ])
    #expect(words.shortText == "A to C. 2 paths. As of 2020. Nodes: 4 (State 4). Links: 3.")
    #expect(words.remarks == ["[1] Register https://example.org/r", "A *note*."])
    #expect(
      words.plainText.hasPrefix("A to C\n2 paths. As of 2020\n\nNodes: 4 (State 4). Links: 3.\n"))
    #expect(words.plainText.contains("\n- A knows B (path 1)\n"))
  }

  @Test("Markdown is the same, and no name becomes markup")
  func markdown() {
    var figure = Self.paths
    figure.nodes[2].label = "<b>[x](y)`"
    let text = FigureDescription(figure).markdown
    #expect(text.contains("- \\<b\\>\\[x\\]\\(y\\)\\` knows B \\(path 1\\)\n"))
    #expect(text.contains("- A \\*note\\*.\n"))
  }

  @Test("Every relationship is told; only the description inside the SVG is bounded")
  func bounds() {
    var figure = FigureFixtures.neighbourhood
    figure.edges = (0..<1_000).map { _ in figure.edges[0] }
    let words = FigureDescription(figure)
    #expect(words.relationships.filter { $0.contains("covers") }.count == 1_000)
    #expect(words.text.utf8.count < 10_000)
  }

  @Test("Groups name their members, and charts have a sentence for each row")
  func groupsAndCharts() {
    let grouped = FigureFixtures.neighbourhood.grouped(maximumNodes: 8)
    #expect(
      FigureDescription(grouped).relationships.contains {
        $0.contains("Kyrgyzstan, Tajikistan")
      })
    let chart = CoverageChart(
      frame: Figure(title: "Gaps"), rows: ["A", "B"], columns: ["X", "Y"],
      cells: [
        CoverageChart.Cell(row: 0, column: 1, count: 3),
        CoverageChart.Cell(row: 0, column: 9, count: 1),
      ])
    #expect(FigureDescription(chart).relationships == ["A: Y 3", "B: ·"])
    let timeline = TimelineChart(
      frame: Figure(title: "When"),
      rows: [TimelineChart.Row(label: "P", typeName: "T", start: 2003, end: nil, dates: "2003 –")])
    #expect(FigureDescription(timeline).relationships == ["P: 2003 –"])
  }
}
