// SPDX-License-Identifier: Apache-2.0
import GraphDrawing
import Testing

@Suite(.enabled(if: Graphviz.isPresent, "libgraphviz is not installed"))
struct FigureRendererTests {
  private static let named: [(String, Figure)] = {
    var bare = FigureFixtures.path
    bare.isBare = true
    return [
      ("path.svg", FigureFixtures.path), ("path-bare.svg", bare),
      ("neighbourhood.svg", FigureFixtures.neighbourhood), ("schema.svg", FigureFixtures.schema),
      ("scripts.svg", FigureFixtures.scripts), ("empty.svg", Figure(title: "Nothing found")),
    ]
  }()

  @Test(
    "The figures of record, byte for byte", .enabled(if: Graphviz.isGoldenVersion),
    arguments: named)
  func goldens(name: String, figure: Figure) throws {
    let text = try FigureRenderer().svgNow(figure)
    _ = try WellFormedXML(text)
    try expectGolden(text, name)
  }

  @Test("Both calls give the same bytes, and again the next time")
  func bothCalls() async throws {
    let renderer = FigureRenderer()
    let first = try renderer.svgNow(FigureFixtures.neighbourhood)
    #expect(try await renderer.svg(FigureFixtures.neighbourhood) == first)
    #expect(try renderer.svgNow(FigureFixtures.neighbourhood) == first)
  }

  @Test("Two figures in one page share no id")
  func idsOfTwoFigures() throws {
    let renderer = FigureRenderer()
    func ids(_ figure: Figure) throws -> Set<String> {
      let xml = try WellFormedXML(try renderer.svgNow(figure))
      return Set(xml.elements.compactMap { $0.attributes["id"] })
    }
    #expect(try ids(FigureFixtures.path).isDisjoint(with: try ids(FigureFixtures.schema)))
  }

  @Test("Random figures are well-formed", arguments: 1...12 as ClosedRange<UInt64>)
  func randomFigures(seed: UInt64) throws {
    let figure = FigureFixtures.random(nodes: Int(seed * 4), edges: Int(seed * 6), seed: seed)
    let xml = try WellFormedXML(try FigureRenderer().svgNow(figure))
    let classes = xml.elements.compactMap { $0.attributes["class"] }
    #expect(classes.filter { $0.hasPrefix("node ") }.count == figure.nodes.count)
    #expect(classes.filter { $0.hasPrefix("edge edge-") }.count == figure.edges.count)
  }
}
