// SPDX-License-Identifier: Apache-2.0

import Foundation
import GraphModel
import SourceDiagnostics
import GraphReports
import Testing

/// Pages, Markdown and texts refreshed in place hold the answers, with one set of numbers.
@Suite struct BriefPageTests {
  static let brief = """
    ---
    title: Cooperation & safety
    subtitle: What two states share
    author: A. Author
    date: 3 June 2020
    as-of: 2020-06
    ---
    # Question

    As @fig-exchange and @tbl-exchange show, `entente x yearbook`{.entente}, since
    `x gazette --format date`{.entente}.[^1] See [the report](https://example.org/a?b&c).

    ```entente
    #| label: fig-exchange
    #| caption: The exchange & its states
    #| alt: The exchange covers "two" states.
    #| width: 80%
    #| show: figure, table
    x gazette ministry
    ```

    ### Too deep

    > ```{.entente show=list}
    > x
    > ```

    - [x] seen
    - [ ] open

      ```{.entente show="path,sources" #p}
      x ministry
      ```

    | State | Share |
    |:------|------:|
    | A \\| b | *12* |

    # Question

    3. ~~three~~

    ```
    code <b>
    ```

    [^1]: Stated by `x ministry`{.entente}, in @fig:none too.

    """

  private func answered(_ text: String) throws -> AnsweredBrief {
    AnsweredBrief(try Brief.read(text), by: try StubResolver())
  }

  @Test func page() throws {
    let answered = try answered(Self.brief.replacing(", in @fig:none too", with: ""))
    #expect(answered.isSound)
    let page = BriefPage(answered, options: .init(dataVersion: "2f3a<b>"))
    #expect(page.diagnostics.map(\.message) == [])
    try PageStructure(page.html).check()
    // The style sheet is left out: it changes without the page.
    let style = try #require(page.html.range(of: "<style>")).upperBound
    let end = try #require(page.html.range(of: "</style>")).lowerBound
    try expectGolden(
      page.html.replacingCharacters(in: style..<end, with: "…"), "brief.html")
  }

  @Test func markdown() throws {
    let markdown = BriefMarkdown(try answered(Self.brief), folder: "figures/", dataVersion: "2f3a")
    try expectGolden(markdown.text, "brief.md")
    #expect(markdown.files.map(\.name) == ["fig-exchange.svg"])
    #expect(try Brief.read(markdown.text).diagnostics.map(\.code) == [])
  }

  @Test func sourcesHaveNumbersInTheOrderOfTheText() throws {
    let answered = try answered(Self.brief)
    #expect(answered.sources.map(\.source.key) == ["yearbook", "gazette", "ministry"])
    #expect(answered.blocks.map(\.sourceNumbers) == [[2, 3], [], [3]])
    #expect(answered.quotations.map(\.sourceNumbers) == [[1], [2], [3]])
  }

  @Test func questionsWithoutAnswerAreAllReported() throws {
    let answered = try answered(
      """
      See @fig-one, @fig-oen and `x bad`{.entente}.

      ```entente
      #| label: fig-one
      x gazete
      ```

      ```entente
      #| label: fig-two
      x gazette
      ```

      ```entente
      #| labl: fig-three
      x
      ```
      """)
    #expect(!answered.isSound)
    #expect(
      answered.diagnostics.map {
        "\($0.location.map { "\($0)" } ?? "") \($0.code) \($0.message) \($0.help ?? "")"
      } == [
        "brief.md:1:15 B121 nothing has the label 'fig-oen' did you mean 'fig-one'?",
        "brief.md:1:31 B130 x: unknown source 'bad' ",
        "brief.md:5:3 B130 fig-one: unknown source 'gazete' did you mean 'gazette'?",
        "brief.md:14:4 B110 a block has no option 'labl' did you mean 'label'?",
      ])
    let html = BriefPage(answered).html
    try PageStructure(html.replacing("href=\"#fig-one\"", with: "")).check()
    #expect(html.ranges(of: "<div class=\"brief-fault\"").count == 2)
    #expect(html.contains("did you mean &#39;gazette&#39;?"))
    // The figure after the fault keeps the number that it would have.
    #expect(html.contains("Figure\u{A0}2."))
  }

  @Test func headingsBecomeTheTitle() throws {
    let html = BriefPage(try answered("# One & only\n\n## A\n\n## A\n\n## Fig-x")).html
    try PageStructure(html).check()
    #expect(html.contains("<title>One &amp; only</title>"))
    #expect(html.contains("<h2 id=\"a\">A</h2>\n<h2 id=\"a-2\">A</h2>\n<h2 id=\"section-fig-x\">"))
    #expect(html.ranges(of: "One &amp; only").count == 2)
  }

  @Test(arguments: [
    "# A\n\n#### B\n\n## C\n\n###### D", "### A\n\n# B", "## Ä ö\n\n## 日本\n\n## !\n\n## !",
  ])
  func headingsAreInOrder(_ text: String) throws {
    try PageStructure(BriefPage(try answered(text)).html).check()
  }

  @Test func everythingIsTheSameAgain() throws {
    #expect(BriefPage(try answered(Self.brief)).html == BriefPage(try answered(Self.brief)).html)
  }

  @Test func twoHundredBlocks() throws {
    let text = (1...200).map {
      "## Part \($0)\n\n```entente\n#| label: fig-\($0)\n#| show: figure, table\nx gazette\n```\n\nSee @fig-\($0).\n"
    }.joined(separator: "\n")
    let answered = try answered(text)
    #expect(answered.isSound)
    let html = BriefPage(answered).html
    try PageStructure(html).check()
    #expect(html.contains("Figure\u{A0}200."))
  }

  // MARK: In place

  private let marked = """
    # Readme

    ```entente
    #| label: fig-a
    #| show: figure, table
    x gazette
    ```

    Before.
    <!-- entente:begin fig-a -->
    old
    <!-- entente:end -->
    > Quoted
    > <!-- entente:begin tbl-a -->
    > <!-- entente:end -->

    <!-- entente:begin sources -->
    <!-- entente:end -->
    After.
    """

  @Test func answersAreWrittenBetweenMarks() throws {
    let once = BriefInPlace(try answered(marked), folder: "figures/")
    #expect(once.diagnostics.map(\.message) == [])
    #expect(once.files.map(\.name) == ["fig-a.svg"])
    try expectGolden(once.text, "in-place.md")
    #expect(BriefInPlace(try answered(once.text), folder: "figures/").text == once.text)
    let windows = BriefInPlace(try answered(marked.replacing("\n", with: "\r\n"))).text
    #expect(!windows.replacing("\r\n", with: "").contains("\n"))
    let withMark = BriefInPlace(try answered("\u{FEFF}" + marked)).text
    #expect(withMark.unicodeScalars.first == "\u{FEFF}")
  }

  @Test(arguments: [
    ("<!-- entente:begin fig-a -->", "1:1 the mark that begins here has no end"),
    ("<!-- entente:end -->", "1:1 nothing that begins ends here"),
    ("<!-- entente:begin fig-x -->\n<!-- entente:end -->", "1:1 no block has the label 'fig-x'"),
    (
      "<!-- entente:begin sources -->\n<!-- entente:end -->\n<!-- entente:begin sources -->\n<!-- entente:end -->",
      "3:1 'sources' has a place already"
    ),
  ])
  func marksThatDoNotFitChangeNothing(_ text: String, _ finding: String) throws {
    let result = BriefInPlace(try answered(text))
    #expect(
      result.diagnostics.map {
        "\($0.location?.line ?? 0):\($0.location?.column ?? 0) \($0.message)"
      } == [finding])
    if !text.contains("sources") { #expect(result.text == text) }
  }
}

/// Compares a text with a committed file; `ENTENTE_RECORD=1` writes the file anew.
func expectGolden(
  _ text: String, _ name: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws {
  let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Goldens").appendingPathComponent(name)
  if ProcessInfo.processInfo.environment["ENTENTE_RECORD"] == "1" {
    try Data(text.utf8).write(to: file)
    Issue.record("\(name) was recorded; run again without ENTENTE_RECORD")
    return
  }
  let expected = String(decoding: try Data(contentsOf: file), as: UTF8.self)
  guard text != expected else { return }
  let lines = zip(
    text.split(separator: "\n", omittingEmptySubsequences: false),
    expected.split(separator: "\n", omittingEmptySubsequences: false))
  let difference = lines.first { $0 != $1 }
  Issue.record(
    "\(name) differs: got \(difference?.0 ?? "other length"), expected \(difference?.1 ?? "")",
    sourceLocation: sourceLocation)
}
