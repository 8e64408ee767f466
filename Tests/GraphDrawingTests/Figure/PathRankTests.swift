// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import GraphDrawing

/// How several paths in one figure are told apart.
@Suite struct PathRankTests {
  private static func edge(_ ranks: [Int]) -> Figure.Edge {
    var edge = Figure.Edge(from: "a", to: "b", typeName: "COVERS", verb: "covers")
    edge.pathRanks = ranks
    return edge
  }

  @Test(
    "Runs of ranks are written as runs, and many are cut",
    arguments: [
      ([], nil), ([2], "2"), ([2, 1], "1, 2"), ([1, 2, 3], "1–3"), ([3, 1, 3, 2, 5], "1–3, 5"),
      ([1, 3, 5, 7], "1, 3, 5, …"), ([Int.min, Int.max], "\(Int.min), \(Int.max)"),
    ] as [([Int], String?)])
  func text(ranks: [Int], text: String?) {
    #expect(Self.edge(ranks).rankText == text)
  }

  @Test("The best path is twice as strong, every rank has a mark, and the legend explains it")
  func drawing() throws {
    var figure = Figure(
      title: "t",
      nodes: ["a", "b"].map { Figure.Node(id: $0, typeName: "State", label: $0) },
      edges: [Self.edge([1, 2]), Self.edge([3])])
    let xml = try WellFormedXML(try FigureRenderer().svgNow(figure))
    let widths = xml.elements.filter { $0.attributes["class"] == "line" }
      .compactMap { $0.attributes["stroke-width"].flatMap { Double($0) } }
    #expect(widths.count == 2 && widths[0] == widths[1] * 2)
    let marks = xml.elements.filter { $0.attributes["class"] == "rank" }
    #expect(marks.count == 3, "two edges and the legend")
    // In grey as well: filled on the best path, framed elsewhere.
    #expect(Set(marks.prefix(2).compactMap { $0.attributes["fill"] }).count == 2)
    let texts = xml.elements.filter { $0.name == "text" }.map(\.text)
    #expect(texts.contains("1, 2") && texts.contains("3"))
    #expect(texts.contains(FigureWording.english.ranked))
    for index in figure.edges.indices { figure.edges[index].pathRanks = [] }
    #expect(!(try FigureRenderer().svgNow(figure).contains("rank")))
  }

  @Test("DOT, Mermaid and GraphML name the ranks as well")
  func writers() throws {
    let figure = Figure(
      title: "t", nodes: ["a", "b"].map { Figure.Node(id: $0, typeName: "State", label: $0) },
      edges: [Self.edge([1, 2, 3])])
    #expect(DOTWriter().dot(of: figure).contains("label=\"1–3: covers\""))
    #expect(MermaidWriter().flowchart(of: figure).contains("1–3#58; covers"))
    #expect(try FigureRenderer().graphMLNow(figure).contains("<data key=\"er\">1–3</data>"))
  }
}
