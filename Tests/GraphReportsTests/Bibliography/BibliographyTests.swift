// SPDX-License-Identifier: Apache-2.0

import GraphModel
import GraphReports
import Testing

/// Sources as CSL JSON and as BibTeX.
@Suite struct BibliographyTests {
  private func graph(_ sources: [Source]) throws -> PropertyGraph {
    var builder = GraphBuilder()
    for source in sources { _ = try builder.addSource(source) }
    return try builder.freeze()
  }

  private func all(of graph: PropertyGraph) -> [SourceID] {
    SourceRegisterAnswer(of: graph).sources
  }

  private let hostile = [
    Source(
      key: "{a}, b\\%", title: "50% of {\\x} & <b>$y_1$</b> -- ``it'' #1 ~^ \u{7}\u{202E}Ünï",
      publisher: "Ours, Theirs and {Others}", url: "https://a.example/{x}?q=\"1\"&r=%20#s",
      published: PartialDate("2019-12"), retrieved: PartialDate("2020-01-02"), language: "de",
      note: "a note, 100%"),
    Source(
      key: "report", title: "Yearly", publisher: "Ministry",
      url: "https://a.example/Y.PDF?download=1", published: PartialDate("2019")),
    Source(key: "script", title: "Nothing", url: "javascript:alert(1)"),
  ]

  @Test func cslKeepsDatesAndNamesNoTag() throws {
    let graph = try graph(hostile)
    let text = CSLBibliography(graph).text(of: all(of: graph))
    #expect(
      text == """
        [
          {
            "id": "report",
            "type": "report",
            "title": "Yearly",
            "author": [
              {
                "literal": "Ministry"
              }
            ],
            "issued": {
              "date-parts": [
                [
                  2019
                ]
              ]
            },
            "URL": "https://a.example/Y.PDF?download=1"
          },
          {
            "id": "script",
            "type": "document",
            "title": "Nothing"
          },
          {
            "id": "source-a---b",
            "type": "webpage",
            "title": "50% of {\\\\x} & <\u{2060}b>$y_1$<\u{2060}/b> -- ``it'' #1 ~^   Ünï",
            "author": [
              {
                "literal": "Ours, Theirs and {Others}"
              }
            ],
            "issued": {
              "date-parts": [
                [
                  2019,
                  12
                ]
              ]
            },
            "accessed": {
              "date-parts": [
                [
                  2020,
                  1,
                  2
                ]
              ]
            },
            "URL": "https://a.example/{x}?q=\\"1\\"&r=%20#s",
            "language": "de",
            "annote": "a note, 100%"
          }
        ]

        """)
  }

  @Test func bibTeXIsEscaped() throws {
    let graph = try graph(hostile)
    let text = BibTeXBibliography(graph).text(of: all(of: graph))
    #expect(
      text == ##"""
        @report{report,
          author = {{Ministry}},
          title = {{Yearly}},
          type = {report},
          institution = {{Ministry}},
          date = {2019},
          url = {https://a.example/Y.PDF?download=1},
        }

        @misc{script,
          title = {{Nothing}},
        }

        @online{source-a---b,
          author = {{Ours, Theirs and $\lbrace$Others$\rbrace$}},
          title = {{50\% of $\lbrace$\textbackslash{}x$\rbrace$ \& <b>\$y\_1\$</b> -{}- \`{}\`{}it'{}' \#1 \textasciitilde{}\textasciicircum{}   Ünï}},
          date = {2019-12},
          url = {https://a.example/%7Bx%7D?q=%221%22&r=%20#s},
          urldate = {2020-01-02},
          annotation = {a note, 100\%},
        }

        """##)
  }

  /// BibTeX finds the end of a value by counting braces, escaped ones too.
  @Test(arguments: ["}", "{", "}}{", "\\}", "a}, url = {b", "\\"])
  func bracesAreBalanced(_ title: String) throws {
    let graph = try graph([Source(key: "a", title: title, publisher: title, note: title)])
    let text = BibTeXBibliography(graph).text(of: all(of: graph))
    var depth = 0
    for character in text.dropLast(2) {
      if character == "{" { depth += 1 }
      if character == "}" { depth -= 1 }
      #expect(depth > 0 || text.hasPrefix("@"))
    }
    #expect(depth == 1 || text.hasSuffix("}\n") && depth == 1)
    #expect(text.filter { $0 == "{" }.count == text.filter { $0 == "}" }.count)
  }

  @Test func keysOfDocumentsAreDistinct() throws {
    let names = [
      "a b", "a-b", "A-B", "a_b", "a b ", "Ünï", "", "-", "x.", "pp:news/353", "a-b-2", "文",
    ]
    let graph = try graph(names.map { Source(key: $0, title: "") })
    let keys = CitationKeys(graph)
    let found = graph.sources.indices.map { keys.key(of: SourceID(rawValue: UInt32($0))) }
    #expect(Set(found.map { $0.lowercased() }).count == found.count)
    let byName = Dictionary(zip(graph.sources.map(\.key), found)) { first, _ in first }
    #expect(byName["a-b"] == "a-b" || byName["A-B"] == "A-B")
    #expect(byName["a_b"] == "a_b")
    #expect(byName["pp:news/353"] == "pp:news/353")
    #expect(byName["a-b-2"] == "a-b-2")
    #expect(byName["x."] == "x")
    #expect(found.allSatisfy { $0.wholeMatch(of: /[A-Za-z0-9][A-Za-z0-9:\/.+_-]*/) != nil })
  }

  @Test func sourcesOfANode() throws {
    let small = try ReportGraph()
    func keys(_ node: String) throws -> [String] {
      SourceRegisterAnswer(citedBy: try small.node(node), in: small.graph).sources
        .map { small.graph.source($0).key }
    }
    #expect(try keys("exchange") == ["gazette", "ministry", "yearbook"])
    #expect(try keys("process") == ["yearbook"])
    #expect(try keys("safety").isEmpty)
  }
}
