// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import GraphDrawing

/// Names and addresses from an enemy: each must come out as harmless text or not at all.
@Suite(.enabled(if: Graphviz.isPresent, "libgraphviz is not installed"))
struct HostileFigureTests {
  /// Puts a text everywhere a figure takes one.
  private func figure(_ text: String) -> Figure {
    Figure(
      title: text, subtitle: text, asOf: text, language: text,
      nodes: [
        Figure.Node(
          id: text, typeName: text, typeTitle: text, label: text, sublabel: text, isEnded: true,
          endYear: text, url: text, tooltip: text, hiddenNeighbourCount: 3),
        Figure.Node(id: "other", typeName: "State", label: "other"),
      ],
      edges: [
        Figure.Edge(
          from: text, to: "other", typeName: text, verb: text, dates: text, sourceNumbers: [1])
      ],
      sources: [Figure.Source(number: 1, text: text, url: text)], notes: [text], idPrefix: text,
      metadata: Figure.Metadata(question: text, dataVersion: text))
  }

  private func elements(_ text: String) throws -> [WellFormedXML.Element] {
    var printed = FigureRenderer()
    printed.hints = .tooltipsAndLinks
    for svg in [try FigureRenderer().svgNow(figure(text)), try printed.svgNow(figure(text))] {
      #expect(svg.utf8.count < 200_000)
      try check(WellFormedXML(svg))
    }
    return try WellFormedXML(FigureRenderer().svgNow(figure(text))).elements
  }

  private func check(_ xml: WellFormedXML) throws {
    let names = Set(xml.elements.map(\.name))
    #expect(names.isSubset(of: FigureMarkup.elements.union(FigureMarkup.metadata)))
    for element in xml.elements {
      #expect(Set(element.attributes.keys).isSubset(of: Self.attributes))
      #expect(!element.attributes.keys.contains { $0.hasPrefix("on") || $0 == "style" })
      if let address = element.attributes["href"] { #expect(LinkAddress(address) != nil) }
    }
  }

  private static let attributes: Set<String> = [
    "xmlns", "id", "class", "role", "aria-labelledby", "xml:lang", "width", "height", "viewBox",
    "font-family", "font-size", "font-weight", "font-style", "fill", "fill-opacity", "stroke",
    "stroke-width", "stroke-opacity", "stroke-dasharray", "stroke-linecap", "stroke-linejoin",
    "transform", "d", "x", "y", "rx", "ry", "cx", "cy", "dx", "text-anchor", "textLength",
    "lengthAdjust", "href", "data-id", "text-decoration", "xmlns:entente", "program", "key",
  ]

  @Test(
    "Markup in names is text",
    arguments: [
      "<script>alert(1)</script>", "\"><img src=x onerror=1>", "]]>", "-->", "<!--",
      "<![CDATA[x]]>",
      "<?xml-stylesheet href=\"http://evil.example\"?>", "&lt;b&gt;", "&#60;script&#62;", "&bogus;",
      "' onload='x", "<<IMG SRC=\"/etc/passwd\"/>>", "image=/etc/passwd.png",
      "x\", shape=none, image=\"/etc/passwd", "a -> b; stylesheet=\"x\"", "\\N\\G\\E\\l\\", "graph",
      "n:p:ne", "](javascript:alert(1))", "`code`", "a|b", "{{7*7}}", "%s%n%n",
    ])
  func markup(text: String) throws {
    let elements = try elements(text)
    // It is there as it was written, apart from where its lines break.
    func letters(_ text: String) -> String { text.filter { $0 != " " && $0 != "-" } }
    let shown = elements.filter { $0.name == "text" }.map(\.text).joined()
    #expect(letters(shown).contains(letters(text)))
  }

  @Test(
    "Addresses that run code or leave the web are dropped",
    arguments: [
      "javascript:alert(1)", " JaVa\tScript:alert(1)", "\u{1}javascript:alert(1)",
      "data:text/html,<script>alert(1)</script>", "vbscript:x", "file:///etc/passwd",
      "//evil.example",
      "/\\evil.example", "java\nscript:x",
    ])
  func addresses(text: String) throws {
    #expect(!(try elements(text)).contains { $0.name == "a" })
  }

  @Test("An allowed address is kept and escaped")
  func goodAddress() throws {
    let links = try elements("https://example.org/?a=1&b='2'").filter { $0.name == "a" }
    #expect(links.count >= 2)
    #expect(links.allSatisfy { $0.attributes["href"] == "https://example.org/?a=1&b='2'" })
  }

  @Test(
    "Characters that XML forbids or that deceive are gone",
    arguments: [
      "a\u{0}b", "a\u{1}\u{b}\u{1f}b", "a\u{7f}\u{80}b", text([0x61, 0xfffe, 0xffff, 0x62]),
      "a\u{202e}b\u{2066}c",
      "a\u{2028}b\u{2029}c", "a\u{feff}b", text([0x61, 0x10ffff, 0x62]), "\u{fffd}",
    ])
  func characters(text: String) throws {
    for element in try elements(text) {
      for scalar in element.text.unicodeScalars {
        let isControl = scalar.value < 0x20 && scalar != "\n"
        #expect(!isControl && !(0x7f..<0xa0).contains(scalar.value))
        #expect(!(0x202a...0x202e).contains(scalar.value))
        #expect(!(0x2066...0x2069).contains(scalar.value))
        #expect(scalar.value & 0xfffe != 0xfffe)
      }
    }
  }

  @Test("Bytes that are not UTF-8 become replacement characters before they arrive")
  func invalidBytes() throws {
    _ = try elements(
      String(decoding: [0x61, 0xff, 0xed, 0xa0, 0x80, 0x62] as [UInt8], as: UTF8.self))
  }

  @Test(
    "A name of a megabyte neither fills the figure nor takes long",
    arguments: ["x", "word ", "中", "\u{301}", "<&\">", "\n", "\u{202e}", "👩‍👩‍👧"])
  func megabyte(piece: String) throws {
    let start = Platform.milliseconds()
    _ = try elements("a" + String(repeating: piece, count: (1 << 20) / piece.utf8.count))
    #expect(Platform.milliseconds() - start < 60_000)
  }

  @Test("Empty texts and strange numbers are drawn all the same")
  func emptyTexts() throws {
    _ = try elements("")
    var odd = figure("x")
    odd.edges[0].count = Int.min
    odd.edges[0].sourceNumbers = [Int.min, Int.max, -1]
    odd.nodes[0].hiddenNeighbourCount = Int.min
    odd.sources[0].number = Int.min
    _ = try WellFormedXML(try FigureRenderer().svgNow(odd))
  }

  @Test("Ten thousand sources and notes are cut")
  func manySources() throws {
    var figure = FigureFixtures.path
    figure.sources = (0..<10_000).map { Figure.Source(number: $0, text: "source \($0)") }
    figure.notes = figure.sources.map(\.text)
    let svg = try FigureRenderer().svgNow(figure)
    #expect(svg.utf8.count < 100_000)
    #expect(svg.contains("and more: 9800"))
  }
}
