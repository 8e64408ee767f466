// SPDX-License-Identifier: Apache-2.0

import GraphModel
import GraphReports
import GraphTestSupport
import SourceDiagnostics
import Testing

/// Blocks, inline code and front matter are read with their places.
@Suite struct BriefBlockReaderTests {
  private func findings(_ marked: String) throws -> [String] {
    let source = MarkedSource(marked, name: "brief.md")
    return source.findings(
      of: try Brief.read(name: "brief.md", bytes: source.text.utf8).diagnostics)
  }

  private func block(_ text: String) throws -> BriefBlock {
    let brief = try Brief.read(text)
    #expect(brief.diagnostics.map(\.message) == [])
    return try #require(brief.blocks.first?.value)
  }

  @Test(arguments: [
    "```entente\nlist states\n```", "``` entente\nlist states\n```",
    "```{entente}\nlist states\n```",
    "```{.entente}\nlist states\n```", "~~~~ {.entente}\nentente list states\n~~~~",
    "> ```entente\n> list states\n> ```", "- item\n\n  ```entente\n  list \\\n  states\n  ```",
    "```entente\r\nlist states\r\n```\r\n",
  ])
  func fencesOfEveryDialect(_ text: String) throws {
    #expect(try block(text).command == ["list", "states"])
  }

  @Test(arguments: [
    "```\nlist\n```", "```ententes\nlist\n```", "```text entente\nx\n```", "    entente",
  ])
  func otherCodeIsLeftAlone(_ text: String) throws {
    #expect(try Brief.read(text).blocks.isEmpty)
  }

  @Test func linesWinOverAttributes() throws {
    let block = try block(
      """
      ```{.entente #fig-a caption="From \\"braces\\"" width=80%}
      #| caption: 'From lines: yes'
      #| alt: What it shows
      #| as-of: 2019-12
      #| style: print.style
      #| show: figure, table,list

      neighbours bomca
      ```
      """)
    #expect(block.label == "fig-a")
    #expect(block.stem == "a")
    #expect(block.caption == "From lines: yes")
    #expect(block.alternative == "What it shows")
    #expect(block.width?.text == "80%")
    #expect(block.asOf?.description == "2019-12")
    #expect(block.style == "print.style")
    #expect(block.show == [.figure, .table, .list])
    #expect(block.place.line == 1)
    #expect(block.words.map { "\($0.place)" } == ["brief.md:8:1", "brief.md:8:12"])
  }

  @Test(arguments: [
    (#"a 'b c' "d \" $e \x" f\ g"#, ["a", "b c", #"d " $e \x"#, "f g"]),
    ("a\n  b # c\n# d\ne", ["a", "b", "e"]), ("a\\\nb 'c\nd'", ["ab", "c\nd"]),
    ("$HOME *.md `ls` $(ls) | > ~ ''", ["$HOME", "*.md", "`ls`", "$(ls)", "|", ">", "~", ""]),
    ("a#b 'Größe'", ["a#b", "Größe"]),
  ])
  func wordsAreSplitAsByAShellThatRunsNothing(_ body: String, _ words: [String]) throws {
    let reading = BriefBlockReader.block(
      attributes: BriefAttributes(classes: ["entente"]), body: body, name: "block")
    #expect(reading.diagnostics.map(\.message) == [])
    #expect(reading.value?.command == words)
  }

  @Test func everyFaultOfABlockIsFoundWithItsPlace() throws {
    #expect(
      try findings(
        """
        ```{.entente 1️⃣captoin2️⃣=x}
        #| 3️⃣widht4️⃣: 80%
        #| width: 5️⃣wide6️⃣
        #| 7️⃣width8️⃣: 70%
        #| as-of: 9️⃣summer
        neighbours
        ```
        """) == [
          "1️⃣-2️⃣ error[B110]: a block has no option 'captoin'",
          "3️⃣-4️⃣ error[B110]: a block has no option 'widht'",
          "5️⃣-6️⃣ error[B112]: 'wide' is not a width",
          "7️⃣-8️⃣ error[B111]: 'width' is given twice",
          "9️⃣ error[B112]: 'summer' is not a date",
        ])
  }

  @Test(arguments: [
    ("1️⃣```entente2️⃣\n#| label: a\n```", "1️⃣-2️⃣ error[B114]: the block asks nothing"),
    ("```entente\nshow 1️⃣'Prague\n```", "1️⃣ error[B115]: the quote that begins here has no end"),
    ("```entente\n#| label: 1️⃣fig-2️⃣\nx\n```", "1️⃣-2️⃣ error[B112]: 'fig-' cannot be a label"),
    ("```entente\n#| show: 1️⃣figrue2️⃣\nx\n```", "1️⃣-2️⃣ error[B112]: a block cannot show 'figrue'"),
    (
      "```entente\nx\n1️⃣#| label: a2️⃣\n```",
      "1️⃣-2️⃣ error[B113]: options stand before the command"
    ),
    ("```entente\n1️⃣#| label2️⃣\nx\n```", "1️⃣-2️⃣ error[B113]: an option is a key, a colon and a value"),
    (
      "```entente 1️⃣{#fig-a\nx\n```", "1️⃣ error[B113]: the attributes that begin here have no end"
    ),
    ("```{.entente 1️⃣what2️⃣}\nx\n```", "1️⃣-2️⃣ error[B113]: 'what' is not an attribute"),
    (
      "> ```entente\n> show \n>  1️⃣\"x\n> ```",
      "1️⃣ error[B115]: the quote that begins here has no end"
    ),
    (
      "A `x --format 1️⃣tabel2️⃣`{.entente}.",
      "1️⃣-2️⃣ error[B117]: an answer within a sentence cannot be 'tabel'"
    ),
    ("1️⃣` `{.entente}2️⃣", "1️⃣-2️⃣ error[B114]: the code asks nothing"),
    ("---\n1️⃣titel2️⃣: x\n---\n", "1️⃣-2️⃣ warning[B103]: a brief has no key 'titel'"),
    ("---\nas-of: 1️⃣soon2️⃣\n---\n", "1️⃣-2️⃣ error[B104]: 'soon' is not a date"),
    (
      "---\nlanguage: 1️⃣English please2️⃣\n---\n",
      "1️⃣-2️⃣ error[B104]: 'English please' is not the tag of a language"
    ),
    ("---\ntitle: 1️⃣[a]2️⃣\n---\n", "1️⃣-2️⃣ error[B104]: 'title' takes one text"),
  ])
  func faults(_ marked: String, _ finding: String) throws {
    #expect(try findings(marked) == [finding])
  }

  @Test func helpNamesWhatWasMeant() throws {
    let brief = try Brief.read("```entente\n#| captoin: x\nlist\n```")
    #expect(brief.diagnostics.map(\.help) == ["did you mean 'caption'?"])
  }

  @Test func labelsAreUniqueByTheirStems() throws {
    #expect(
      try findings(
        "```entente\n#| label: fig-a\nx\n```\n\n1️⃣```entente2️⃣\n#| label: tbl-a\nx\n```\n") == [
          "1️⃣-2️⃣ error[B120]: another block has the label 'tbl-a'"
        ])
  }

  @Test func frontMatter() throws {
    let brief = try Brief.read(
      """
      ---
      title: "Cooperation: a brief"
      author: [A. One, B. Two]
      date: 3 June 2020
      graph: ../other
      as-of: 2020-06
      language: fr-BE
      ---
      # Text
      """)
    #expect(brief.diagnostics.map(\.message) == [])
    #expect(brief.frontMatter.title == "Cooperation: a brief")
    #expect(brief.frontMatter.authors == ["A. One", "B. Two"])
    #expect(brief.frontMatter.graph == "../other")
    #expect(brief.frontMatter.asOf?.description == "2020-06")
    #expect(brief.frontMatter.language == "fr-BE")
    #expect(brief.root.children.map(\.kind) == [.heading(1)])
    #expect(brief.root.children.first?.lines == 9...9)
  }

  @Test func aRuleAtTheTopIsNoFrontMatter() throws {
    #expect(try Brief.read("---\n\ntext").root.children.first?.kind == .rule)
  }

  @Test func inlineCode() throws {
    let brief = try Brief.read(
      """
      So `entente path kz icmpd`{.entente}, ``list 'a `b`' --format=number``{.entente} of
      > | a |
      > |---|
      > | `show x --format date`{.entente} |

      and `code`{.other}, `code`.
      """)
    let quotations = brief.quotations.compactMap(\.value)
    #expect(
      quotations.map(\.command) == [["path", "kz", "icmpd"], ["list", "a `b`"], ["show", "x"]])
    #expect(quotations.map(\.form) == [.sentence, .number, .date])
    #expect(quotations.map { "\($0.place)" } == ["brief.md:1:4", "brief.md:1:39", "brief.md:4:5"])
    #expect(brief.quotations.allSatisfy { $0.span != nil })
  }
}
