// SPDX-License-Identifier: Apache-2.0

import Foundation
import GraphModel
import SourceDiagnostics
import GraphReports
import Testing

/// Documents and names made to break a page.
@Suite struct HostileBriefTests {
  static let block =
    "```entente\n#| show: figure, table, list\nx gazette\n```\n\n`x gazette`{.entente}\n"

  static let names = [
    "<script>alert(1)</script>", "\"><img src=x onerror=1>", "]]>", "-->",
    "[x](javascript:alert(1))",
    "a | b `c` <!-- d", "\u{0}\u{1}\u{1B}[31m", "\u{202E}evil\u{2028}", "![x](http://evil/x.png)",
    "' onmouseover='alert(1)", "&lt;b&gt;", "{.entente}", "</td></table><h1>",
    String(repeating: "x", count: 100_000),
  ]

  @Test(arguments: names)
  func namesAreOnlyText(_ name: String) throws {
    var resolver = try StubResolver()
    resolver.name = name
    let answered = AnsweredBrief(try Brief.read(Self.block), by: resolver)
    #expect(answered.diagnostics.map(\.message) == [])
    let html = BriefPage(answered).html
    try PageStructure(html).check()
    #expect(!html.contains("<script") && !html.contains("<img") && !html.contains("<b>"))
    #expect(
      !html.unicodeScalars.contains { "\u{0}\u{1B}\u{202E}\u{2028}".unicodeScalars.contains($0) })
    #expect(html.ranges(of: "<h1").count == 1)
    // What was written as Markdown reads as a text of the same structure.
    let markdown = BriefMarkdown(answered).text
    let again = try Brief.read(markdown)
    #expect(again.blocks.isEmpty)
    let kinds = Self.kinds(again.root)
    #expect(!kinds.contains("markup") && !kinds.contains("markupBlock"), "\(markdown.prefix(400))")
    #expect(kinds.count { $0 == "picture" } == 1)
    #expect(kinds.count { $0 == "row" } == 3)
    #expect(!Self.addresses(again.root).contains { $0.contains("script") })
  }

  private static func kinds(_ node: MarkdownNode) -> [String] {
    let name = "\(node.kind)".prefix { $0.isLetter }
    return [String(name)] + node.children.flatMap(kinds)
  }

  private static func addresses(_ node: MarkdownNode) -> [String] {
    var own: [String] = []
    if case .link(let address, _) = node.kind { own = [address] }
    return own + node.children.flatMap(addresses)
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "text <img src=x onerror=alert(1)> text",
    "[a](javascript:alert(1))", "[a](  JaVaScript:alert(1))", "[a](data:text/html,x)",
    "[a](//evil)",
    "[a](vbscript:x)", "[a](file:///etc/passwd)", "![a](https://evil.example/x.png)",
    "<javascript:alert(1)>", "[a]: javascript:x\n\n[a]", "<iframe src=\"https://evil\"></iframe>",
    "<!-- comment <script> -->", "# <script>alert(1)</script>", "|a|\n|-|\n|<script>|", "a\u{0}b",
    "<style>*{}</style>", "[a](https://x \"t\\\" onclick=1\")", "[^1]\n\n[^1]: <script>",
  ])
  func markupOfTheAuthorIsNotPassedOn(_ text: String) throws {
    let page = BriefPage(AnsweredBrief(try Brief.read(text), by: try StubResolver()))
    try PageStructure(page.html).check()
    for banned in [
      "<script", "<img", "<iframe", "href=\"javascript", "href=\"//", "href=\"data", "\u{0}",
    ] {
      #expect(!page.html.contains(banned))
    }
    #expect(page.html.ranges(of: "<style").count == 1)
    #expect(!page.html.contains("<!-- "))
  }

  @Test(arguments: [
    ("script", "<svg id=\"a\"><script>x</script></svg>"), ("text", "none"),
    ("open", "<svg id=\"a\"><g>"),
    ("image", "<svg><image href=\"x\"/></svg>"), ("foreign", "<svg><foreignObject/></svg>"),
    ("comment", "<svg><!-- --></svg>"), ("root", "<g/>"), ("empty", ""), ("cut", "<svg id=\"a"),
    ("close", "</svg>"),
  ])
  func drawingsOfOthersAreRefused(_ name: String, _ svg: String) throws {
    var resolver = try StubResolver()
    resolver.svg = svg
    let answered = AnsweredBrief(try Brief.read("```entente\nx\n```"), by: resolver)
    #expect(
      answered.diagnostics.map(\.message)
        == ["the figure is not a drawing of shapes, text and links alone"])
    try PageStructure(BriefPage(answered).html).check()
  }

  @Test func drawingsLoseWhatTheyDoNotNeed() throws {
    var resolver = try StubResolver()
    resolver.svg =
      "<svg id=\"a\" onload=\"x\"><a href=\"javascript&#58;x\"><rect style=\"x\" fill=\"url(http://e)\" "
      + "stroke=\"url(#b)\"/></a></svg>"
    let html = BriefPage(AnsweredBrief(try Brief.read("```entente\nx\n```"), by: resolver)).html
    #expect(
      html.contains(
        "<svg aria-label=\"Exchange drawn\" id=\"svg-1-a\"><a><rect stroke=\"url(#svg-1-b)\"/></a></svg>"
      ))
  }

  @Test func textsBeyondTheBoundsAreFindings() throws {
    func codes(_ text: String) throws -> [String] { try Brief.read(text).diagnostics.map(\.code) }
    #expect(try codes(String(repeating: ">", count: 5_000) + " x") == ["B101"])
    #expect(try codes(String(repeating: "- ", count: 101) + "x") == ["B101"])
    #expect(try codes(String(repeating: "*a **b ", count: 3_000) + "c") == [])
    #expect(try codes(String(repeating: "x", count: 9 << 20)) == ["B100"])
    #expect(
      try Brief.read(name: "b", bytes: [0x61, 0x0A, 0x62, 0xFF]).diagnostics.map {
        "\($0.code) \($0.location?.description ?? "")"
      } == ["B100 b:2:2"])
    var limits = MarkdownDocument.Limits()
    limits.nodes = 10
    let many = try Brief.read(
      name: "b", bytes: Array("a\n\nb\n\nc\n\nd\n\ne\n\nf".utf8), limits: limits)
    #expect(many.diagnostics.map(\.code) == ["B100"])
  }

  @Test(arguments: [
    String(repeating: "xy ", count: 350_000), String(repeating: "@fig-a ", count: 10_000),
    "```entente\n" + String(repeating: "word ", count: 10_000), "```entente\nx",
    "~~~{.entente\n" + String(repeating: "#| a: b\n", count: 5_000),
    String(repeating: "`", count: 1 << 16),
    String(repeating: "[", count: 1 << 16), "---\n" + String(repeating: "a: b\n", count: 1_000),
    "```{.entente " + String(repeating: "a=b ", count: 10_000) + "}\nx\n```",
    String(repeating: "`x`{.entente} ", count: 500), "", "\u{FEFF}", "\u{FEFF}---\ntitle: x\n---",
    "\r\r\r", "```entente", "<!-- entente:begin", "{.entente}",
  ])
  func anyTextGivesAPage(_ text: String) throws {
    let answered = AnsweredBrief(try Brief.read(text), by: try StubResolver())
    let html = BriefPage(answered).html
    #expect(html.hasSuffix("</html>\n"))
    _ = BriefMarkdown(answered)
    _ = BriefInPlace(answered)
  }

  @Test func aMissingLibraryIsNamed() throws {
    let none = MarkdownLibrary(candidates: ["libno-such-library.so", ""])
    #expect(none.version == nil)
    #expect(throws: MarkdownError.libraryMissing) {
      try Brief.read(name: "b", bytes: [], with: none)
    }
    #expect(
      MarkdownError.libraryMissing.description
        == "the library that reads Markdown is not installed; install "
        + "libcmark-gfm-extensions0.29.0.gfm.6 (Debian, Ubuntu) or cmark-gfm (Homebrew)")
    #expect(MarkdownLibrary.system.version?.hasPrefix("0.29") == true)
  }
}
