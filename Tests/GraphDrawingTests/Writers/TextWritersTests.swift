// SPDX-License-Identifier: Apache-2.0
import CGraphviz
@testable import GraphDrawing
import Testing

@Suite struct DOTWriterTests {
  @Test func golden() throws {
    try expectGolden(DOTWriter().dot(of: FigureFixtures.path), "path.dot")
    try expectGolden(DOTWriter().dot(of: FigureFixtures.schema), "schema.dot")
  }

  /// Names of the nodes that libgraphviz finds in DOT text.
  private func names(in dot: String) -> [String] {
    var answer = cgraphviz_answer()
    let candidates = GraphvizLibrary.system.candidates
    let pointers = candidates.map { candidate -> UnsafePointer<CChar>? in
      let bytes = UnsafeMutablePointer<CChar>.allocate(capacity: candidate.utf8.count + 1)
      for (index, byte) in (Array(candidate.utf8) + [0]).enumerated() {
        bytes[index] = CChar(bitPattern: byte)
      }
      return UnsafePointer(bytes)
    }
    defer { for pointer in pointers { pointer?.deallocate() } }
    cgraphviz_layout(pointers, pointers.count, "dot", dot, &answer)
    defer { cgraphviz_answer_free(&answer) }
    guard let geometry = answer.geometry else { return [] }
    return String(cString: geometry).split(separator: "\n").filter { $0.hasPrefix("n\t") }
      .map { String($0.split(separator: "\t")[1]) }
  }

  @Test(
    "Graphviz itself reads hostile names as the names they are",
    .enabled(if: Graphviz.isPresent),
    arguments: [
      "graph", "n:p:ne", "a\"b", "trailing \\", "\\\"", "<b>html</b>", "node", "a -> b", "{", "//",
      "/*",
      "#", "é中👩‍👧", "1e3", "-.5", "\\N", "a;b", "x\" , image=\"/etc/passwd",
    ])
  func hostileNames(name: String) {
    let figure = Figure(
      title: name,
      nodes: [
        Figure.Node(id: name, typeName: name, label: name, url: name, tooltip: name),
        Figure.Node(id: "zz", typeName: "State", label: "zz"),
      ],
      edges: [Figure.Edge(from: name, to: "zz", typeName: name, verb: name, dates: name)])
    let dot = DOTWriter().dot(of: figure)
    let expected = name.replacing("\\", with: "\\\\")
    #expect(Set(names(in: dot)) == [expected, "zz"] || Set(names(in: dot)) == [name, "zz"])
  }

  @Test("Two ids that read alike stay two nodes")
  func likeIDs() {
    let figure = Figure(
      title: "t",
      nodes: ["a", "a\u{1}", "a\u{202e}"].map {
        Figure.Node(id: $0, typeName: "State", label: $0)
      })
    let dot = DOTWriter().dot(of: figure)
    #expect(dot.contains("  \"a\" [") && dot.contains("  \"a~2\" [") && dot.contains("  \"a~3\" ["))
  }

  @Test("No address but an allowed one, and no attribute that opens a file")
  func attributes() {
    let figure = Figure(
      title: "t",
      nodes: [
        Figure.Node(id: "a", typeName: "State", label: "A", url: "javascript:x"),
        Figure.Node(id: "b", typeName: "State", label: "B", url: "https://example.org"),
      ])
    let dot = DOTWriter().dot(of: figure)
    #expect(!dot.contains("javascript"))
    #expect(dot.contains("URL=\"https://example.org\""))
    #expect(!dot.contains("image") && !dot.contains("shapefile"))
  }
}

@Suite struct MermaidWriterTests {
  @Test func golden() throws {
    try expectGolden(MermaidWriter().flowchart(of: FigureFixtures.path), "path.mmd")
    try expectGolden(MermaidWriter().flowchart(of: FigureFixtures.schema), "schema.mmd")
  }

  @Test(
    "A text can end neither its quotes nor the fence around the chart",
    arguments: [
      "\"] --> x", "```", "end", "<script>", "#quot;", "a|b", "%% comment", "`**bold**`",
      "click n0 x",
      "a\nb\n```", "javascript:alert(1)",
    ])
  func hostile(text: String) {
    let figure = Figure(
      title: text,
      nodes: [
        Figure.Node(id: text, typeName: text, label: text, sublabel: text, url: text),
        Figure.Node(id: "z", typeName: "State", label: "z"),
      ],
      edges: [Figure.Edge(from: text, to: "z", typeName: text, verb: text, dates: text)])
    let chart = MermaidWriter().flowchart(of: figure)
    #expect(!chart.contains("`"))
    #expect(!chart.contains("<script"))
    #expect(!chart.contains("href \"javascript"))
    #expect(!chart.contains("%%"))
    for line in chart.split(separator: "\n") {
      #expect(line.filter { $0 == "\"" }.count % 2 == 0)
    }
  }
}

@Suite(.enabled(if: Graphviz.isPresent, "libgraphviz is not installed"))
struct GraphMLWriterTests {
  private func graphML(_ figure: Figure) throws -> String {
    try FigureRenderer().graphMLNow(figure)
  }

  @Test(.enabled(if: Graphviz.isGoldenVersion)) func golden() throws {
    try expectGolden(graphML(FigureFixtures.path), "path.graphml")
  }

  @Test("Every node and edge is there once, with its place")
  func everything() throws {
    let figure = FigureFixtures.neighbourhood
    let xml = try WellFormedXML(graphML(figure))
    #expect(xml.elements.count { $0.name == "node" } == figure.nodes.count)
    #expect(xml.elements.count { $0.name == "edge" } == figure.edges.count)
    let keys = Set(xml.elements.filter { $0.name == "key" }.compactMap { $0.attributes["id"] })
    let data = xml.elements.filter { $0.name == "data" }
    #expect(data.allSatisfy { keys.contains($0.attributes["key"] ?? "") })
    for place in ["nx", "ny", "nw", "nh"] {
      #expect(data.count { $0.attributes["key"] == place } == figure.nodes.count)
    }
    let names = Set(xml.elements.filter { $0.name == "node" }.compactMap { $0.attributes["id"] })
    for edge in xml.elements where edge.name == "edge" {
      #expect(names.contains(edge.attributes["source"] ?? ""))
      #expect(names.contains(edge.attributes["target"] ?? ""))
    }
  }

  @Test(
    "Hostile texts come out as text",
    arguments: [
      "<!DOCTYPE x>", "]]>", "&bogus;", "\u{0}\u{1}", "\" onload=\"x", "javascript:alert(1)",
    ])
  func hostileTexts(text: String) throws {
    let figure = Figure(
      title: text,
      nodes: [
        Figure.Node(id: text, typeName: text, label: text, sublabel: text, url: text),
        Figure.Node(id: "other", typeName: "State", label: "other"),
      ],
      edges: [
        Figure.Edge(
          from: text, to: "other", typeName: text, verb: text, dates: text, isDirected: false)
      ])
    let xml = try WellFormedXML(graphML(figure))
    let data = xml.elements.filter { $0.name == "data" }
    #expect(data.allSatisfy { $0.attributes["key"] != "nu" || LinkAddress($0.text) != nil })
    #expect(xml.elements.count { $0.name == "edge" } == 1)
  }
}
