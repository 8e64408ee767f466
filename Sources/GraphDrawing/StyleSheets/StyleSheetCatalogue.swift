// SPDX-License-Identifier: Apache-2.0

public import SourceDiagnostics

/// What the codes of findings about style sheets mean.
public enum StyleSheetCatalogue {
  enum Code: String, CaseIterable {
    case syntax = "S100"
    case unended = "S101"
    case tooLong = "S102"
    case unknownAtRule = "S103"
    case unknownMedium = "S104"
    case unknownNodeType = "S105"
    case unknownEdgeType = "S106"
    case unknownKey = "S107"
    case unknownTestedProperty = "S108"
    case unknownState = "S109"
    case unknownProperty = "S110"
    case badValue = "S111"
    case notApplicable = "S112"
    case incomparable = "S113"
  }

  public static let catalogue = DiagnosticCatalogue([
    entry(
      .syntax, "Style sheet that cannot be read",
      """
      A style sheet is a list of rules: a selector, and in braces properties with values. Node
      types stand alone, edge types in an arrow, keys after #, tests of properties in brackets.
      """,
      example: "Programme { fill #FBE3B5; }", correction: "Programme { fill: #FBE3B5; }"),
    entry(
      .unended, "Comment, text or block without an end",
      """
      A comment ends with */, a text on its line with the quote that begins it, a block with }.
      """,
      example: "Programme { legend: \"programmes; }",
      correction: "Programme { legend: \"programmes\"; }"),
    entry(
      .tooLong, "Style sheet that is too long",
      """
      Every rule is tried on every node and edge of a figure, so that the length of a style sheet
      and the number of its rules are limited. A selector of a list counts as a rule.
      """,
      example: "a style sheet with more than 2000 rules"),
    entry(
      .unknownAtRule, "Unknown word after @",
      "There are @media, for rules of one medium, and @figure, for what belongs to no type.",
      example: "@page { paper: #FFFFFF; }", correction: "@figure { paper: #FFFFFF; }"),
    entry(
      .unknownMedium, "Unknown medium",
      "Figures are drawn for print, for a screen, or for a dark screen.",
      example: "@media paper { * { fill: white; } }",
      correction: "@media print { * { fill: white; } }"),
    entry(
      .unknownNodeType, "Selector of an unknown node type",
      """
      The graph has no node type of this name, so that the rule would never be used. Upper and
      lower case count. Edge types stand in an arrow.
      """,
      example: "Programe { fill: #FBE3B5; }", correction: "Programme { fill: #FBE3B5; }"),
    entry(
      .unknownEdgeType, "Selector of an unknown edge type",
      "The graph has no edge type of this name. Upper and lower case count.",
      example: "-COVER-> { width: 2; }", correction: "-COVERS-> { width: 2; }"),
    entry(
      .unknownKey, "Selector of an unknown key",
      "No node of the graph has this key. `entente search` finds keys by names.",
      example: "#bomcaa { width: 3; }", correction: "#bomca { width: 3; }"),
    entry(
      .unknownTestedProperty, "Test of a property that nothing has",
      "No node and no edge of the graph has a property of this name.",
      example: "Programme[untill] { line: dashed; }",
      correction: "Programme[until] { line: dashed; }"),
    entry(
      .unknownState, "Unknown state",
      """
      After a colon stands what an element is in this figure: disputed, ended, or asked for a node
      that the question names.
      """,
      example: ":finished { text: grey; }", correction: ":ended { text: grey; }"),
    entry(
      .unknownProperty, "Unknown property of a style",
      """
      Nodes and edges have shape, fill, stroke, width, line, text, text-size and legend; @figure has
      the colours of paper and frame. Nothing can be hidden: a figure shows the whole answer.
      """,
      example: "Programme { background: #FBE3B5; }", correction: "Programme { fill: #FBE3B5; }"),
    entry(
      .badValue, "Value that a property of a style cannot have",
      """
      Colours are #RGB, #RRGGBB or one of a few names; widths and sizes are numbers of points within
      limits; shapes and lines have names.
      """,
      example: "Programme { shape: square; }", correction: "Programme { shape: box; }"),
    entry(
      .notApplicable, "Something that only nodes or only edges have",
      """
      Shape and fill are of nodes, so are keys and the state asked; the state disputed is of edges.
      """,
      example: "-COVERS-> { fill: red; }", correction: "-COVERS-> { stroke: red; }"),
    entry(
      .incomparable, "Comparison with a value of another kind",
      """
      The graph type says that the property has dates, numbers or truth values, and the test names
      something else, so that it would hold for nothing or for anything.
      """,
      example: "[since >= \"soon\"] { line: dashed; }",
      correction: "[since >= 2019] { line: dashed; }"),
  ])

  private static func entry(
    _ code: Code, _ title: String, _ explanation: String, example: String,
    correction: String? = nil
  ) -> DiagnosticCatalogue.Entry {
    DiagnosticCatalogue.Entry(
      code: code.rawValue, title: title, explanation: explanation, example: example,
      correction: correction)
  }
}
