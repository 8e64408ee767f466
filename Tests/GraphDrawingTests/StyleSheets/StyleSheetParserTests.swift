// SPDX-License-Identifier: Apache-2.0
import GraphTestSupport
import SourceDiagnostics
import Testing

@testable import GraphDrawing

/// What good texts mean.
@Suite struct StyleSheetParserTests {
  /// The names that the tests below may use.
  static let vocabulary: StyleVocabulary = {
    var vocabulary = StyleVocabulary(
      nodeTypes: ["State", "Programme", "Agreement", "IS PART"],
      edgeTypes: ["COVERS", "FUNDS", "is in"],
      properties: ["name", "since", "until", "budget", "isOpen"],
      keys: StyleVocabulary.Keys(
        contains: { ["bomca", "bomca-10", "the eu"].contains($0) },
        all: { ["bomca", "bomca-10", "the eu"] }))
    vocabulary.kinds = ["since": .date, "until": .date, "budget": .number, "isOpen": .truth]
    return vocabulary
  }()

  @Test func everythingThereIs() throws {
    let text = """
      \u{FEFF}/* all there is; { } */
      Programme, #bomca-10 { shape: double-rounded-box; fill: #abc; stroke: Navy; }
      "IS PART"#"the eu"[name = "a \\"b\\""] { width: 2.5pt; line: dotted; text: #0F0f0f }
      -COVERS->[since>=2015-04]:disputed:ended,-*->,-"is in"-> { line: 6 2, .5 2; text-size: 9; }
      [until]:ended { legend: 'over'; } :asked{legend:none;}
      *[budget < -5][budget != 0] { width: 1; width: 2; }
      @media print, dark {
        * { fill: white; }
        @figure { paper: silver; text-size: 14; }
      }
      @figure { quiet: #123456; ended-line: red; }
      @figure{} State{} ;
      """
    let outcome = StyleSheetParser.parse(
      SourceText(name: "style.css", text), vocabulary: Self.vocabulary)
    // The semicolon after a block is one too many.
    #expect(outcome.findings.map(\.message) == ["unexpected ';', expected a selector"])
    try expectGolden(StyleSheetDump.text(outcome.sheet), "everything.style.txt")
  }

  @Test func nothing() {
    for text in ["", " \n", "/**/", "/* a */ /* b */", "\u{FEFF}"] {
      let outcome = StyleSheetParser.parse(SourceText(name: "t", text))
      #expect(outcome.findings == [])
      #expect(outcome.sheet == StyleSheet())
    }
  }

  @Test("Without a vocabulary, every name is taken")
  func anyName() {
    let outcome = StyleSheetParser.parse(SourceText(name: "t", "Ship[deck]#x, -SAILS-> {width: 2}"))
    #expect(outcome.findings == [])
    #expect(outcome.sheet.rules(for: .screen).count == 2)
  }

  @Test("Every shape, line and colour that has a name can be said by it")
  func names() {
    for (name, shape) in StyleProperty.shapes {
      #expect(Self.changes("shape: \(name)")?.shape == shape)
    }
    #expect(Self.changes("shape: wavy-box")?.shape == .wavyBox)
    for (name, line) in StyleLine.names { #expect(Self.changes("line: \(name)")?.line == line) }
    for (name, value) in ColourValue.names {
      #expect(Self.changes("fill: \(name)")?.fill == value)
    }
    #expect(Self.changes("fill: #1aF")?.fill == "#11AAFF")
  }

  @Test("The words for other words lead to properties")
  func synonyms() {
    for name in StyleProperty.synonyms.values { #expect(StyleProperty(rawValue: name) != nil) }
    for name in FigureProperty.synonyms.values { #expect(FigureProperty(rawValue: name) != nil) }
  }

  private static func changes(_ declaration: String) -> StyleChanges? {
    let outcome = StyleSheetParser.parse(SourceText(name: "t", "* { \(declaration) }"))
    return outcome.findings.isEmpty ? outcome.sheet.rules(for: .screen).first?.changes : nil
  }
}

/// A sheet as lines, one for each item.
enum StyleSheetDump {
  static func text(_ sheet: StyleSheet) -> String {
    sheet.items.map { item in
      let media = item.media.map { $0.map(\.rawValue).joined(separator: ",") + ": " } ?? ""
      switch item.content {
      case .rule(let rule): return media + selector(rule.selector) + " ⇒ " + changes(rule.changes)
      case .colours(let changes): return media + "@figure ⇒ " + fields(of: changes)
      }
    }.map { $0 + "\n" }.joined()
  }

  private static func selector(_ selector: StyleSelector) -> String {
    var text = "\(selector.subject)"
    for key in selector.keys { text += " key \(key)" }
    for condition in selector.conditions {
      text += " [\(condition.property)"
      if let comparison = condition.comparison {
        text += " \(comparison.rawValue) \(condition.value)"
      }
      text += "]"
    }
    for state in selector.states { text += " \(state)" }
    return text
  }

  private static func changes(_ changes: StyleChanges) -> String { fields(of: changes) }

  /// The fields that are not nil, in their order.
  private static func fields(of value: Any) -> String {
    Mirror(reflecting: value).children.compactMap { child in
      let content = Mirror(reflecting: child.value)
      guard content.displayStyle == .optional, let inner = content.children.first else {
        return nil
      }
      return "\(child.label ?? ""): \(inner.value)"
    }.joined(separator: ", ")
  }
}
