// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

@testable import GraphDrawing

@Suite struct ClusterWritingTests {
  private var figure: Figure {
    var figure = Figure(
      title: "t",
      nodes: ["a", "b", "c"].map { Figure.Node(id: $0, typeName: "State", label: $0) },
      edges: [Figure.Edge(from: "a", to: "c", typeName: "X", verb: "x")])
    figure.clusters = [
      Figure.Group(label: "North \"<1>\"", members: ["b", "a", "nobody"]),
      Figure.Group(label: "South", members: ["b", "c"]),
      Figure.Group(label: "Nobody", members: ["nobody", "a"]),
    ]
    return figure
  }

  @Test("DOT and Mermaid have the frames, each node in one")
  func textFormats() {
    let dot = DOTWriter().dot(of: figure)
    #expect(dot.contains("subgraph cluster_0 { label="))
    #expect(dot.contains("; \"a\"; \"b\"; }\n"))
    #expect(dot.contains("; \"c\"; }\n") && !dot.contains("cluster_2"))
    let chart = MermaidWriter().flowchart(of: figure)
    #expect(
      chart.contains("  subgraph s0[\"North #34;#60;1#62;#34;\"]\n    n0\n    n1\n  end\n"))
    #expect(chart.contains("  subgraph s1[\"South\"]\n    n2\n  end\n"))
    #expect(!chart.contains("Nobody"))
  }

  @Test(
    "SVG has a frame with a name, and GraphML the name at each node",
    .enabled(if: Graphviz.isPresent, "libgraphviz is not installed"))
  func laidOutFormats() throws {
    let svg = try FigureRenderer().svgNow(figure)
    let xml = try WellFormedXML(svg)
    #expect(xml.elements.filter { $0.attributes["class"] == "cluster" }.count == 2)
    #expect(xml.elements.contains { $0.name == "text" && $0.text == "North \"<1>\"" })
    let graphML = try FigureRenderer().graphMLNow(figure)
    #expect(graphML.components(separatedBy: "<data key=\"ng\">").count == 4)
    var plain = figure
    plain.clusters = []
    #expect(try !FigureRenderer().graphMLNow(plain).contains("\"ng\""))
    #expect(try !FigureRenderer().svgNow(plain).contains("cluster"))
  }
}
