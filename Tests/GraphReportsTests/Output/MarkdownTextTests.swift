// SPDX-License-Identifier: Apache-2.0

@testable import GraphReports
import GraphModel
import Testing

@Suite struct MarkdownTextTests {
  private func markdown(_ blocks: [AnswerBlock]) -> String { MarkdownText().text(of: blocks) }

  private static let escapes: [(text: String, escaped: String)] = [
    ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
    ("[click](javascript:x)", #"\[click\](javascript:x)"#),
    ("![x](y)", #"!\[x\](y)"#),
    ("**bold** _it_ `code` ~~no~~", #"\*\*bold\*\* \_it\_ \`code\` \~\~no\~\~"#),
    ("a | b", #"a \| b"#),
    ("# heading", ##"\# heading"##),
    ("&copy; $x$ \\", #"&amp;copy; \$x\$ \\"#),
    ("1. first", #"1\. first"#),
    ("2019) second", #"2019\) second"#),
    ("- item", #"\- item"#), ("+ item", #"\+ item"#), ("=== rule", #"\=== rule"#),
    ("10.5 million", #"10\.5 million"#),
    ("line\nbreak", "line break"),
    ("\u{1B}[31mred", #" \[31mred"#),
  ]

  @Test func textIsNeverMarkup() {
    for (text, escaped) in Self.escapes {
      #expect(markdown([.paragraph(text)]) == escaped + "\n")
    }
  }

  @Test func blocks() {
    let source = NumberedSource(
      number: 1, source: Source(key: "s", title: "A [title]", url: "https://a.example/x y>z"),
      locators: ["page 1"])
    #expect(
      markdown([
        .heading("Two | one"), .chain("A ── covers ── B"), .steps(["A covers B", "B ends"]),
        .facts([AnswerFact("budget", ["1 [1]", "2"])]), .items(["- x"]),
        .tree([AnswerTreeLine(depth: 0, "A"), AnswerTreeLine(depth: 1, "B")]),
        .table(AnswerTable(columns: ["a|b"], rows: [["c|d"]])), .note("aside"),
        .sources([source]), .sources([]),
      ]) == #"""
        ## Two \| one

        **A ── covers ── B**

        1. A covers B
        2. B ends

        - **budget:** 1 \[1\]; 2

        - \- x

        - A
          - B

        | a\|b |
        | --- |
        | c\|d |

        *aside*

        ### Sources

        - \[1\] A \[title\] (page 1). <https://a.example/x%20y%3Ez>

        """#)
  }

  @Test func namesThatAreMarkupStayText() throws {
    let sample = try ReportGraph(names: [
      "arland": "<img src=x onerror=alert(1)>", "borvia": "a|b](c)\n# d",
    ])
    for answer in try sample.answers() {
      let text = AnswerWriter().text(of: answer, as: .markdown)
      #expect(!text.contains("<img"))
      #expect(!text.contains("a|b"))
      #expect(!text.contains("\n# d"))
      #expect(!text.contains("javascript:"))
    }
  }
}
