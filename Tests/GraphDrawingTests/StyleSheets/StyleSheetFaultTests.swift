// SPDX-License-Identifier: Apache-2.0
import GraphTestSupport
import SourceDiagnostics
import Testing

@testable import GraphDrawing

/// What is said of texts that are wrong, and where.
@Suite struct StyleSheetFaultTests {
  /// A text with marks, the findings, and the help of each.
  struct Example: Sendable, CustomTestStringConvertible {
    var text: String
    var findings: [String]
    var help: [String?]

    init(_ text: String, _ findings: (String, String?)...) {
      self.text = text
      self.findings = findings.map(\.0)
      help = findings.map(\.1)
    }

    var testDescription: String { text }
  }

  private static let colours = "#RGB, #RRGGBB, or the name of a colour"

  static let examples = [
    Example(
      "1️⃣Programe2️⃣ { fill: red }",
      ("1️⃣-2️⃣ error[S105]: unknown node type 'Programe'", "did you mean 'Programme'?")),
    Example(
      "1️⃣COVERS2️⃣ { width: 1 }",
      (
        "1️⃣-2️⃣ error[S105]: unknown node type 'COVERS'",
        "edges of this type are selected as -COVERS->"
      )),
    Example(
      "-1️⃣COVER2️⃣-> { width: 1 }",
      ("1️⃣-2️⃣ error[S106]: unknown edge type 'COVER'", "did you mean 'COVERS'?")),
    Example(
      "-1️⃣State2️⃣-> { width: 1 }",
      ("1️⃣-2️⃣ error[S106]: unknown edge type 'State'", "nodes of this type are selected as State")),
    Example(
      "1️⃣#bomka2️⃣ { width: 1 }",
      ("1️⃣-2️⃣ error[S107]: no node has the key 'bomka'", "did you mean 'bomca'?")),
    Example(
      "State[1️⃣untill2️⃣] { width: 1 }",
      (
        "1️⃣-2️⃣ error[S108]: no node and no edge has a property 'untill'", "did you mean 'until'?"
      )),
    Example(
      "State:1️⃣end2️⃣ { width: 1 }",
      ("1️⃣-2️⃣ error[S109]: unknown state ':end'", "did you mean 'ended'?")),
    Example(
      "State { 1️⃣fil2️⃣: red }",
      ("1️⃣-2️⃣ error[S110]: unknown property 'fil'", "did you mean 'fill'?")),
    Example(
      "State { 1️⃣stroke-width2️⃣: 1 }",
      ("1️⃣-2️⃣ error[S110]: unknown property 'stroke-width'", "here it is called 'width'")),
    Example(
      "State { 1️⃣display2️⃣: none }",
      (
        "1️⃣-2️⃣ error[S110]: unknown property 'display'",
        "properties are: shape, fill, stroke, width, line, text, text-size, legend"
      )),
    Example(
      "@figure { 1️⃣background2️⃣: red }",
      ("1️⃣-2️⃣ error[S110]: unknown property 'background'", "here it is called 'paper'")),
    Example(
      "State { fill: 1️⃣rde2️⃣ }",
      ("1️⃣-2️⃣ error[S111]: 'rde' is no value of 'fill', expected \(colours)", "did you mean 'red'?")),
    Example(
      "State { text: 1️⃣#12342️⃣ }",
      ("1️⃣-2️⃣ error[S111]: '#1234' is no value of 'text', expected \(colours)", nil)),
    Example(
      "State { width: 1️⃣4002️⃣ }",
      (
        "1️⃣-2️⃣ error[S111]: '400' is no value of 'width', expected a number of points from 0.25 to 12",
        nil
      )),
    Example(
      "State { width: 1️⃣1e12️⃣; width: 3️⃣nan4️⃣ }",
      (
        "1️⃣-2️⃣ error[S111]: '1e1' is no value of 'width', expected a number of points from 0.25 to 12",
        nil
      ),
      (
        "3️⃣-4️⃣ error[S111]: 'nan' is no value of 'width', expected a number of points from 0.25 to 12",
        nil
      )),
    Example(
      "State { line: 1️⃣1 2 3 4 5 6 7 8 92️⃣ }",
      (
        """
        1️⃣-2️⃣ error[S111]: '1 2 3 4 5 6 7 8 9' is no value of 'line', expected solid, dashed, \
        dotted, long-dashed, dash-dotted, or lengths of dashes and gaps
        """, nil
      )),
    Example(
      "State { 1️⃣legend2️⃣: ; }",
      ("1️⃣-2️⃣ error[S111]: 'legend' has no value, expected a text in quotes, or none", nil)),
    Example(
      "State { legend: 1️⃣\"\"2️⃣; }",
      ("1️⃣-2️⃣ error[S111]: '\"\"' is no value of 'legend', expected a text in quotes, or none", nil)),
    Example(
      "-COVERS-> { 1️⃣fill2️⃣: red; }",
      (
        "1️⃣-2️⃣ error[S112]: 'fill' is for nodes, and the rule selects edges",
        "the colour of a line is its 'stroke'"
      )),
    Example(
      "[since >= 1️⃣\"abc\"2️⃣] { width: 1 } [since < 2019-06] { width: 1 }",
      (
        "1️⃣-2️⃣ error[S113]: 'abc' is no date, and 'since' has dates",
        "dates are written 2019, 2019-06 or 2019-06-30"
      )),
    Example(
      "[budget >= 1️⃣much2️⃣], [budget != -3] { width: 1 }",
      (
        "1️⃣-2️⃣ error[S113]: 'much' is no number, and 'budget' has numbers",
        "numbers are written 12, -3 or 4.5"
      )),
    Example(
      "[isOpen = 1️⃣yes2️⃣], [isOpen = true] { width: 1 }",
      (
        "1️⃣-2️⃣ error[S113]: 'yes' is neither true nor false, as 'isOpen' is",
        "write true or false"
      )),
    Example(
      "State { fill: red; }1️⃣\u{0}\u{1b}2️⃣",
      ("1️⃣-2️⃣ error[S100]: 'U+0000 U+001B' means nothing in a style sheet", nil)),
    Example(
      "1️⃣-2️⃣*->:asked { width: 1 }",
      ("1️⃣-2️⃣ error[S112]: ':asked' is for nodes, and this selects edges", nil)),
    Example(
      "-*->1️⃣#bomca2️⃣ { width: 1 }",
      ("1️⃣-2️⃣ error[S112]: keys are of nodes, and this selects edges", nil)),
    Example(
      "@media 1️⃣prnt2️⃣ { State { width: 1 } }",
      ("1️⃣-2️⃣ error[S104]: unknown medium 'prnt'", "did you mean 'print'?")),
    Example(
      "1️⃣@import2️⃣ 'x'; State { width: 1 }",
      ("1️⃣-2️⃣ error[S103]: unknown '@import'", "there are @media and @figure")),
    Example(
      "@media print { 1️⃣@media2️⃣ dark { State { width: 1 } } }",
      ("1️⃣-2️⃣ error[S100]: unexpected '@media', expected a selector or '}'", nil)),
    Example(
      "State 1️⃣fill2️⃣: red; State { width: 1 }",
      ("1️⃣-2️⃣ error[S100]: unexpected 'fill', expected '{' after the selector", nil)),
    Example(
      "State { fill 1️⃣red2️⃣; width: 1 }",
      ("1️⃣-2️⃣ error[S100]: unexpected 'red', expected ':' after 'fill'", nil)),
    Example(
      "State 1️⃣>2️⃣ State { width: 1 }",
      ("1️⃣-2️⃣ error[S100]: unexpected '>', expected '{' after the selector", nil)),
    Example(
      "State { width: 1 } 1️⃣}2️⃣",
      ("1️⃣-2️⃣ error[S100]: unexpected '}', expected a selector or @media", nil)),
    Example(
      "-COVERS 1️⃣{2️⃣ width: 1 }",
      ("1️⃣-2️⃣ error[S100]: unexpected '{', expected '->' after the edge type", nil)),
    Example(
      "State[name = border 1️⃣guard2️⃣] { width: 1 }",
      (
        "1️⃣-2️⃣ error[S100]: unexpected 'guard', expected ']' after the value; "
          + "a text with spaces stands in quotes", nil
      )),
    Example(
      "State { width: 1; 1️⃣?!&2️⃣ }",
      ("1️⃣-2️⃣ error[S100]: '?!&' means nothing in a style sheet", nil)),
    Example(
      "1️⃣State2️⃣ { width: 1;",
      ("1️⃣-2️⃣ error[S101]: the block that begins here has no end", "end it with }")),
    Example(
      "State { width: 1 } 1️⃣/*2️⃣ State {",
      ("1️⃣-2️⃣ error[S101]: the comment that begins here has no end", "end it with */")),
    Example(
      "State { legend: none } State[name=1️⃣'x] { width: 1 }2️⃣\n",
      ("1️⃣-2️⃣ error[S101]: the text that begins here has no end", "end it with '"),
      (
        "2:1 error[S100]: unexpected end of the text, expected a value; "
          + "a text with spaces stands in quotes", nil
      )),
  ]

  @Test(arguments: examples)
  func oneFault(_ example: Example) {
    let source = MarkedSource(example.text)
    let findings = StyleSheetParser.parse(
      source.text, vocabulary: StyleSheetParserTests.vocabulary
    ).findings
    #expect(source.findings(of: findings) == example.findings)
    #expect(findings.map(\.help) == example.help)
  }

  @Test("Every code has an example that has the fault, and a correction without one")
  func catalogue() {
    #expect(StyleSheetCatalogue.catalogue.problems() == [])
    let codes = StyleSheetCatalogue.Code.allCases.map(\.rawValue)
    #expect(StyleSheetCatalogue.catalogue.entries.map(\.code) == codes)
    var vocabulary = StyleVocabulary(
      nodeTypes: ["Programme"], edgeTypes: ["COVERS"], properties: ["until", "since"],
      keys: StyleVocabulary.Keys(contains: { $0 == "bomca" }, all: { ["bomca"] }))
    vocabulary.kinds = ["since": .date]
    for entry in StyleSheetCatalogue.catalogue.entries where entry.correction != nil {
      func codes(_ text: String) -> Set<String> {
        Set(
          StyleSheetParser.parse(SourceText(name: "t", text), vocabulary: vocabulary)
            .findings.map(\.code))
      }
      #expect(codes(entry.example).contains(entry.code), "\(entry.code)")
      #expect(codes(entry.correction ?? "") == [], "\(entry.code)")
    }
  }

  @Test("All faults of a text are found, and the rest of it is kept")
  func manyFaults() throws {
    let text = """
      Programe { fil: red; fill: redd; shape: boxx; }
      Programme { fill: navy; widht: 2; }
      -COVER-> { line: dasched; }
      @media paper { State { fill: white; } }
      State, { fill: white; }
      State:disputed[until = ] { fill: white }
      @figure { paper: 3; text-size: 400 }
      State { width: 3 }
      """
    let outcome = StyleSheetParser.parse(
      SourceText(name: "style.css", text), vocabulary: StyleSheetParserTests.vocabulary)
    try expectGolden(DiagnosticRenderer().render(outcome.findings), "faults.style.txt")
    let rules = outcome.sheet.rules(for: .screen)
    #expect(rules.first?.changes.fill == "#000080")
    #expect(rules.last?.changes.width == 3)
  }
}
