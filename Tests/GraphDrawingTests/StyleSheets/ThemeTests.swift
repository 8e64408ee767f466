// SPDX-License-Identifier: Apache-2.0
import Foundation
import SourceDiagnostics
import Testing

@testable import GraphDrawing

/// What every theme keeps, worked out from its colours for all types of the shipped dataset.
@Suite struct ThemeTests {
  /// The node types that `graph.yaml` of the dataset has words for.
  private static let shippedTypes: [String] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Graphs/eu-central-asia/graph.yaml")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    let part =
      text.components(separatedBy: "\ntypes:\n").last?
      .components(separatedBy: "\nedges:\n").first ?? ""
    return part.matches(of: #/(?m)^  (\w+): \{plural/#).map { String($0.1) }
  }()

  private static let allTypes = Set(shippedTypes).union(FigureStyle.default.nodes.keys).sorted()

  /// One node of each type, as it is and as it has ended, and edges of every kind.
  private static func figure(_ types: [String]) -> Figure {
    let spare = (0..<20).map { "Spare\($0)" }
    return Figure(
      title: "t",
      nodes: (types + spare).flatMap { type in
        [
          Figure.Node(id: type, typeName: type, label: type),
          Figure.Node(id: type + "-ended", typeName: type, label: type, isEnded: true),
        ]
      },
      edges: Figure.LineKind.allCases.flatMap { kind in
        [false, true].map { isEnded in
          Figure.Edge(
            from: types[0], to: types[0], typeName: "EDGE", verb: "v", isEnded: isEnded,
            lineKind: kind)
        }
      })
  }

  @Test func theDatasetHasTypes() {
    #expect(Self.shippedTypes.count >= 11)
    #expect(Self.shippedTypes.contains("Programme") && Self.shippedTypes.contains("Topic"))
  }

  @Test("The sheets of the themes are sound and change something", arguments: FigureTheme.allCases)
  func sheets(_ theme: FigureTheme) {
    let outcome = StyleSheetParser.parse(SourceText(name: "theme", theme.sheetText))
    #expect(outcome.findings == [])
    #expect((theme.style == .default) == (theme == .default))
  }

  @Test("Each medium has its theme", arguments: StyleSheet.Medium.allCases)
  func media(_ medium: StyleSheet.Medium) {
    let expected: FigureTheme =
      switch medium {
      case .print: .print
      case .screen: .default
      case .dark: .dark
      }
    #expect(FigureTheme(for: medium) == expected)
  }

  @Test(
    "Text has 4.5 to 1 on its ground, outlines and lines 3 to 1 on the paper",
    arguments: FigureTheme.allCases)
  func contrast(_ theme: FigureTheme) throws {
    let style = theme.style
    let colours = style.colours
    let paper = try TestColour(colours.paper)
    for text in [colours.text, colours.quiet, colours.link] {
      #expect(try TestColour(text).contrast(with: paper) >= 4.5, "\(text)")
    }
    for line in [colours.outline, colours.endedLine] {
      #expect(try TestColour(line).contrast(with: paper) >= 3, "\(line)")
    }
    let figure = Self.figure(Self.allTypes)
    let looks = FigureLooks(figure, style: style)
    for (node, look) in zip(figure.nodes, looks.nodes) {
      let ground = try TestColour(look.drawn.fill)
      let texts = look.drawn.text.map { [$0] } ?? [colours.text, colours.quiet]
      for text in texts {
        #expect(try TestColour(text).contrast(with: ground) >= 4.5, "\(node.id) \(text)")
      }
      #expect(try TestColour(look.drawn.stroke).contrast(with: paper) >= 3, "\(node.id)")
    }
    for (edge, look) in zip(figure.edges, looks.edges) {
      #expect(try TestColour(look.drawn.stroke).contrast(with: paper) >= 3, "\(edge)")
      let text = try TestColour(look.drawn.text ?? colours.text)
      #expect(text.contrast(with: paper) >= 4.5, "\(edge)")
    }
  }

  /// Types that grey does not tell apart must differ otherwise: lightness this near counts as equal.
  private static let lightnessThreshold = 10.0

  @Test(
    "In grey, no two types share shape and dashes unless they differ in lightness",
    arguments: FigureTheme.allCases)
  func greyscale(_ theme: FigureTheme) throws {
    let styles = theme.styles(of: Self.figure(Self.shippedTypes), Self.shippedTypes)
    for (index, one) in styles.enumerated() {
      for other in styles[..<index]
      where one.style.shape == other.style.shape && one.style.dashes == other.style.dashes {
        let lightness = try [one, other].map { try TestColour($0.style.fill).lab.lightness }
        #expect(
          abs(lightness[0] - lightness[1]) >= Self.lightnessThreshold,
          "\(one.name) and \(other.name)")
      }
    }
  }

  @Test(
    "All types of a theme differ by shape, dashes and width alone", arguments: FigureTheme.allCases)
  func shapes(_ theme: FigureTheme) {
    let styles = theme.styles(of: Self.figure(Self.allTypes), Self.allTypes)
    let looks = Set(styles.map { "\($0.style.shape) \($0.style.dashes) \($0.style.strokeWidth)" })
    #expect(looks.count == Self.allTypes.count)
  }

  @Test(
    "Contrast holds for readers who see fewer colours",
    arguments: FigureTheme.allCases, TestColour.Vision.allCases)
  func contrast(_ theme: FigureTheme, with vision: TestColour.Vision) throws {
    let colours = theme.style.colours
    let paper = try TestColour(colours.paper).seen(with: vision)
    for (name, style) in theme.styles(of: Self.figure(Self.allTypes), Self.allTypes) {
      let ground = try TestColour(style.fill).seen(with: vision)
      for text in [colours.text, colours.quiet] {
        let seen = try TestColour(text).seen(with: vision)
        #expect(seen.contrast(with: ground) >= 4.5, "\(name) \(text)")
      }
      let outline = try TestColour(style.stroke).seen(with: vision)
      #expect(outline.contrast(with: paper) >= 3, "\(name)")
    }
  }

  @Test(
    "The colours of the default theme stay apart for readers who see fewer of them",
    arguments: TestColour.Vision.allCases)
  func hues(_ vision: TestColour.Vision) throws {
    // One type for each hue; the others share a hue and differ in shape and dashes.
    let names = ["Organisation", "Programme", "Agreement", "PolicyArea", "Dialogue", "StateGroup"]
    let styles = FigureTheme.default.styles(of: Self.figure(names), names)
    for (index, one) in styles.enumerated() {
      for other in styles[..<index] {
        let fill = try TestColour(one.style.fill).seen(with: vision)
          .difference(from: TestColour(other.style.fill).seen(with: vision))
        let outline = try TestColour(one.style.stroke).seen(with: vision)
          .difference(from: TestColour(other.style.stroke).seen(with: vision))
        // 2.3 is a just noticeable difference of CIE 1976 (Mahy, Van Eycken and Oosterlinck 1994);
        // four of them are plain to see.
        #expect(max(fill, outline) >= 9.2, "\(one.name) and \(other.name): \(fill), \(outline)")
      }
    }
  }
}

extension FigureTheme {
  /// The styles of some types of a figure, in their order.
  fileprivate func styles(
    of figure: Figure, _ names: [String]
  ) -> [(name: String, style: NodeStyle)] {
    let looks = FigureLooks(figure, style: style)
    return names.compactMap { name in
      figure.nodes.firstIndex { $0.id == name }.map { (name, looks.nodes[$0].drawn) }
    }
  }
}
