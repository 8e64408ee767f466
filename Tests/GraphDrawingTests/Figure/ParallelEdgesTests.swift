// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import GraphDrawing

/// Parallel edges as one line or several, and nodes that are put together by name.
@Suite struct ParallelEdgesTests {
  private static func figure(_ dates: [String?]) -> Figure {
    Figure(
      title: "t", nodes: ["a", "b"].map { Figure.Node(id: $0, typeName: "State", label: $0) },
      edges: dates.map {
        Figure.Edge(from: "a", to: "b", typeName: "X", verb: "funds", dates: $0)
      })
  }

  @Test(
    "Spread says from which year to which",
    arguments: [
      (["2003–2010", "2015–2019"], "2003–2019"), (["2003–", "2001–2004"], "2001–"),
      (["–2014", "2003–2005"], "–2014"), (["2009-12-04", "2009"], "2009"),
      (["2003–2010", nil], nil), (["2003–2010", "–"], nil), (["–2001", "2003–"], nil),
      (["2003/2004–2010", "2011"], "2003–2011"),
    ] as [([String?], String?)])
  func spread(dates: [String?], joined: String?) {
    let edges = Self.figure(dates).drawing(.spread).edges
    #expect(edges.count == 1 && edges[0].count == 2)
    #expect(edges[0].dates == joined)
  }

  @Test("Fold tells their number, and separate leaves them")
  func foldAndSeparate() {
    let figure = Self.figure(["2003–2010", "2015–2019"])
    #expect(figure.drawing(.fold).edges.map(\.dates) == [nil])
    #expect(figure.drawing(.separate) == figure)
  }

  @Test("Sets become one node each; who is in several goes to the largest, who was asked stays")
  func sets() {
    var figure = Figure(
      title: "t",
      nodes: (0..<8).map {
        Figure.Node(
          id: "n\($0)", typeName: "State", label: "N\($0)", emphasis: $0 == 0 ? .focus : .none)
      },
      edges: (1..<8).map {
        Figure.Edge(from: "n\($0)", to: "n0", typeName: "X", verb: "joins", sourceNumbers: [$0])
      })
    figure.notes = ["first"]
    let grouped = figure.grouped(into: [
      Figure.Group(label: "Small", members: ["n1", "n2", "n3"]),
      Figure.Group(label: "Large", members: ["n0", "n2", "n3", "n4", "n5", "absent"]),
      Figure.Group(label: "Lone", members: ["n1", "n6"]),
    ])
    #expect(Set(grouped.nodes.map(\.label)) == ["N0", "Large (4)", "Lone (2)", "N7"])
    #expect(grouped.edges.map(\.count).sorted() == [1, 2, 4])
    #expect(grouped.notes.count == 2)
    #expect(figure.grouped(into: [Figure.Group(label: "x", members: ["n1"])]) == figure)
  }
}
