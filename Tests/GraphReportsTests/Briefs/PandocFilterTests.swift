// SPDX-License-Identifier: Apache-2.0

import Foundation
import GraphModel
import GraphReports
import SourceDiagnostics
import Testing

/// Documents of pandoc with questions in them.
@Suite struct PandocFilterTests {
  /// Answers `figure`, `table`, `words` and `number`, and nothing else.
  struct MadeUpResolver: BriefResolver {
    let graph: PropertyGraph

    static let svg = """
      <svg xmlns="http://www.w3.org/2000/svg" id="f123" role="img" width="192" height="96" \
      viewBox="0 0 192 96"><title id="f123-title">T</title><desc id="f123-desc">D</desc>\
      <rect width="192" height="96" fill="#C2DBEC"/></svg>

      """

    private func citation(_ number: UInt32, _ locator: String?) -> Citation {
      Citation(source: SourceID(rawValue: number), locator: locator)
    }

    func answer(
      to block: BriefBlock, in frontMatter: BriefFrontMatter, numbering: inout SourceNumbering
    ) throws(BriefFault) -> BriefAnswer {
      let citations = [citation(0, "page 9"), citation(2, nil)]
      let table = AnswerTable(
        columns: ["state", "sources"], rows: [["<Arland> & |Co|", "[1]"], ["", "[1][2]"]])
      switch block.command.first {
      case "figure":
        return BriefAnswer(
          parts: [.figure(BriefFigure(svg: Self.svg, alternative: "A and \"B\""))],
          citations: citations)
      case "table": return BriefAnswer(parts: [.table(table)], citations: citations)
      case "both":
        return BriefAnswer(
          parts: [.figure(BriefFigure(svg: Self.svg, alternative: "A")), .table(table)],
          citations: citations)
      case "words":
        return BriefAnswer(
          parts: [
            .text([
              .heading("H"), .steps(["one [1]", "two [9]"]), .facts([AnswerFact("f", ["a", "b"])]),
              .tree([.init(depth: 0, "a"), .init(depth: 1, "b"), .init(depth: 0, "c")]),
              .sources([]),
            ])
          ], citations: citations)
      case "nothing": return BriefAnswer(parts: [])
      default:
        throw BriefFault("no node is called 'bomka'", help: "did you mean 'bomca'?")
      }
    }

    func answer(
      to quotation: BriefQuotation, in frontMatter: BriefFrontMatter,
      numbering: inout SourceNumbering
    ) throws(BriefFault) -> BriefQuotationAnswer {
      BriefQuotationAnswer("since 2009", citations: [citation(0, "page 9")])
    }
  }

  private struct MadeUpMedia: PandocMedia {
    func keep(
      _ svg: String, as picture: PandocPicture, named name: String
    ) throws(BriefFault) -> String { "media/\(name)" }
  }

  private static let old = #"{"pandoc-api-version":[1,22,2,1],"#
  private static let new = #"{"pandoc-api-version":[1,23,1],"#

  private func filtered(
    _ text: String, to format: String, keepsGoing: Bool = false
  ) throws -> PandocFilter.Outcome {
    PandocFilter(
      resolver: MadeUpResolver(graph: try ReportGraph().graph), media: MadeUpMedia(),
      target: PandocTarget(format: format), name: "brief.md", keepsGoing: keepsGoing
    ).filtered(try PandocDocument(Array(text.utf8)))
  }

  /// The blocks that come of one block, without a bibliography or with one.
  private func blocks(
    _ command: String, options: String = "", in beginning: String = new, to format: String,
    cites: Bool = true
  ) throws -> String {
    let meta = cites ? #"{"bibliography":{"t":"MetaString","c":"b.json"}}"# : "{}"
    let start = beginning + #""meta":\#(meta),"blocks":["#
    let outcome = try filtered(
      start + #"{"t":"CodeBlock","c":[["fig-a",["entente"],[\#(options)]],"\#(command)"]}]}"#,
      to: format)
    #expect(outcome.faults == [])
    let text = String(decoding: try #require(outcome.document), as: UTF8.self)
    #expect(text.hasPrefix(start) && text.hasSuffix("]}"))
    return String(text.dropFirst(start.count).dropLast(2))
  }

  private let caption = #"["caption","C d"]"#

  @Test func figuresOfTheOldDialect() throws {
    // One text serves as caption and alternative, and a title carries the other.
    let latex = try blocks("figure", options: caption, in: Self.old, to: "latex", cites: false)
    #expect(
      latex.hasPrefix(
        #"{"t":"Para","c":[{"t":"Image","c":[["fig-a",[],[["width","2.00in"]]],[{"t":"Str","c":"C"},{"t":"Space"},{"t":"Str","c":"d"}],["media/a-"#
      ))
    #expect(latex.contains(#".pdf","fig:A and \"B\""]]}]},{"t":"Header","c":[1,["#))
    // Where paragraphs have styles by name, both have places of their own.
    for format in ["docx", "odt"] {
      let styled = try blocks("figure", options: caption, in: Self.old, to: format, cites: false)
      #expect(
        styled.hasPrefix(
          #"{"t":"Div","c":[["",[],[["custom-style","Captioned Figure"]]],[{"t":"Para","c":[{"t":"Image","c":[["",[],[["width","2.00in"]]],[{"t":"Str","c":"A"},"#
        ), "\(styled)")
      #expect(
        styled.contains(
          #".png",""]]}]}]]},{"t":"Div","c":[["",[],[["custom-style","Image Caption"]]],[{"t":"Para","c":[{"t":"Span","c":[["fig-a",[],[]],[]]},{"t":"Str","c":"C"}"#
        ), "\(styled)")
    }
    let book = try blocks("figure", options: caption, in: Self.old, to: "epub", cites: false)
    #expect(
      book.hasPrefix(
        #"{"t":"RawBlock","c":["html","<figure id=\"fig-a\">"]},{"t":"Plain","c":[{"t":"Image""#))
    let html = try blocks("figure", in: Self.old, to: "html5", cites: false)
    #expect(
      html.hasPrefix(
        #"{"t":"RawBlock","c":["html","<figure id=\"fig-a\">"]},{"t":"RawBlock","c":["html","<svg style=\""#
      ))
    #expect(!html.contains("figcaption"))
  }

  @Test func figuresOfTheNewDialect() throws {
    let latex = try blocks("figure", options: caption, to: "latex")
    #expect(
      latex.hasPrefix(
        #"{"t":"Figure","c":[["fig-a",[],[]],[null,[{"t":"Plain","c":[{"t":"Str","c":"C"},"#))
    #expect(latex.contains(#"{"t":"Str","c":"Sources:"},{"t":"Space"},{"t":"Str","c":"[1]"},"#))
    #expect(
      latex.contains(
        #""citationId":"gazette","citationPrefix":[],"citationSuffix":[{"t":"Str","c":","},{"t":"Space"},{"t":"Str","c":"page"},"#
      ))
    #expect(
      latex.contains(#"[[{"t":"Str","c":"A"},{"t":"Space"},{"t":"Str","c":"and"}"#)
        || latex.contains(#".pdf",""]"#))
    #expect(!latex.contains("entente-sources"))
    let html = try blocks(
      "figure", options: caption + #",["alt","<Z>"],["width","80%"]"#, to: "html")
    #expect(html.contains(#"<desc id=\"f123-desc\">&lt;Z&gt;</desc>"#))
    #expect(html.contains("width:80%;max-width:100%"))
    #expect(try blocks("figure", to: "plain").contains(#""c":"[A"}"#))
    #expect(try blocks("figure", to: "gfm").contains(".svg"))
  }

  @Test func aFigureAndATableShareALabel() throws {
    let text = try blocks("both", options: #"["show","figure, table"]"#, to: "docx")
    #expect(text.contains(#"["fig-a",[],[]]"#) && text.contains(#"["tbl-a",[],[]]"#))
  }

  @Test func tablesAndWords() throws {
    let table = try blocks("table", options: caption, to: "docx", cites: false)
    #expect(table.contains(#"{"t":"Str","c":"<Arland>"},{"t":"Space"},{"t":"Str","c":"&"}"#))
    let words = try blocks("words", to: "docx")
    // A number that the answer does not cite is no mark.
    #expect(words.contains(#"{"t":"Str","c":"[9]"}"#) && !words.contains(#"{"t":"Str","c":"[1]"}"#))
    #expect(try blocks("nothing", to: "docx") == #"{"t":"Div","c":[["",[],[]],[]]}"#)
  }

  @Test(arguments: ["{entente}", "{.entente", "{.entente}", "entente"])
  func classesOfReaders(_ name: String) throws {
    let outcome = try filtered(
      Self.new + #""meta":{},"blocks":[{"t":"CodeBlock","c":[["",["\#(name)"],[]],"x"]}]}"#,
      to: "html")
    #expect(
      outcome.faults == ["brief.md: block 1: no node is called 'bomka'. Did you mean 'bomca'?"])
    #expect(outcome.document == nil)
  }

  /// Pandoc 3 reads the fence `{entente}` as inline code, in which the ends of lines are lost.
  @Test func fencesThatPandocMisreads() throws {
    func outcome(_ inlines: String) throws -> PandocFilter.Outcome {
      try filtered(
        Self.new + #""meta":{},"blocks":[{"t":"Para","c":[\#(inlines)]}]}"#, to: "latex")
    }
    let answered = try outcome(#"{"t":"Code","c":[["",[],[]],"{entente} figure"]}"#)
    #expect(answered.faults == [])
    let text = String(decoding: try #require(answered.document), as: UTF8.self)
    #expect(text.contains(#""blocks":[{"t":"Figure""#) && !text.contains("{entente}"))
    let fault =
      "brief.md: block 1: pandoc reads a block that begins with '{entente' as inline code, without "
      + "its lines. Write '```entente' or '```{.entente}' above the block."
    for code in ["{entente} #| label: fig-a figure", "{entente label=fig-a} figure"] {
      let refused = try outcome(#"{"t":"Code","c":[["",[],[]],"\#(code)"]}"#)
      #expect(refused.faults == [fault] && refused.document == nil, "\(code)")
    }
    // Behind other words it is no block.
    let inline = try outcome(
      #"{"t":"Str","c":"a"},{"t":"Code","c":[["",[],[]],"{entente} figure"]}"#)
    #expect(inline.faults == [fault.replacing("block 1", with: "inline code 1")])
    for code in ["{ententes} figure", "entente path", "{enten"] {
      #expect(try outcome(#"{"t":"Code","c":[["",[],[]],"\#(code)"]}"#).faults == [], "\(code)")
    }
  }

  /// Options as Quarto calls them, and a day that is none.
  @Test func wordsOfQuarto() throws {
    let text = try blocks(
      "#| fig-cap: \\\"C: d\\\"\\n#| fig-alt: Z\\n#| out-width: 40%\\nfigure", to: "docx",
      cites: false)
    #expect(text.contains(#"[{"t":"Str","c":"C:"},{"t":"Space"},{"t":"Str","c":"d"}]"#), "\(text)")
    #expect(text.contains(#"[["width","40%"]]],[{"t":"Str","c":"Z"}]"#), "\(text)")
    let late = try filtered(
      Self.new
        + #""meta":{"as-of":{"t":"MetaInlines","c":[{"t":"Str","c":"soon"}]}},"blocks":[]}"#,
      to: "docx")
    #expect(
      late.faults == [
        "brief.md: as-of: 'soon' is not a date; write a day such as 2022-01-01, a month or a year."
      ])
  }

  /// Long tables have widths where a page of paper would cut them off, and only there.
  @Test func widthsOfColumns() throws {
    let resolver = try StubResolver()
    func table(_ format: String, _ name: String) throws -> String {
      var resolver = resolver
      resolver.name = name
      let answered = AnsweredBrief(
        try Brief.read("```entente\n#| show: table\nx gazette\n```\n"), by: resolver)
      return String(
        decoding: try PandocBriefTests.document(answered, to: format), as: UTF8.self)
    }
    let long = String(repeating: "word ", count: 40)
    let shares = try table("latex", long).matches(of: #/"ColWidth","c":([0-9.]+)/#)
      .compactMap { Double($0.1) }
    #expect(shares.count == 2 && shares[0] > shares[1] && shares.reduce(0, +) <= 1, "\(shares)")
    #expect(try !table("html", long).contains(#""ColWidth""#))
    #expect(try !table("latex", "short").contains(#""ColWidth""#))
  }

  @Test func faultsNameLineAndLabel() throws {
    let text =
      Self.new
      + #""meta":{},"blocks":[{"t":"CodeBlock","c":[["",["entente"],[["data-pos","a.md@12:1-15:4"]]],"#
      + ##""#| label: fig-a\n#| captoin: x\nfigure"]},{"t":"CodeBlock","c":[["fig-b",["entente"],[]],"x"]}]}"##
    let outcome = try filtered(text, to: "html", keepsGoing: true)
    #expect(
      outcome.faults == [
        "a.md:14: fig-a: a block has no option 'captoin'. Did you mean 'caption'?",
        "brief.md: fig-b: no node is called 'bomka'. Did you mean 'bomca'?",
      ])
    let document = String(decoding: try #require(outcome.document), as: UTF8.self)
    #expect(document.contains("entente-fault"))
  }

  @Test func inlineCode() throws {
    let start = #""meta":{},"blocks":[{"t":"Para","c":["#
    let outcome = try filtered(
      Self.old + start + #"{"t":"Code","c":[["",["entente"],[]],"list states --format date"]}]}]}"#,
      to: "html")
    let text = String(decoding: try #require(outcome.document), as: UTF8.self)
    #expect(
      text.hasPrefix(
        Self.old + start
          + #"{"t":"Str","c":"since"},{"t":"Space"},{"t":"Str","c":"2009"},{"t":"Space"},{"t":"Str","c":"[1]"}]},{"t":"Header""#
      ))
    #expect(outcome.sources.map(\.number) == [1])
  }

  @Test(arguments: [
    (
      "",
      "the document is not the JSON of pandoc: line 1, column 1: the text ends before its value does"
    ),
    ("[]", "the document is not one of pandoc: it has no 'pandoc-api-version'"),
    (#"{"pandoc-api-version":[1,22]}"#, "the document is not one of pandoc: it has no 'meta'"),
    (
      #"{"pandoc-api-version":[1,22],"meta":{},"blocks":{}}"#,
      "the document is not one of pandoc: it has no 'blocks'"
    ),
    (
      #"{"pandoc-api-version":[1,24],"meta":{},"blocks":[]}"#,
      "the document is of version 1.24 of pandoc's types, and 1.21 to 1.23 are read; use pandoc 2.10 or later"
    ),
    (
      #"{"pandoc-api-version":"x","meta":{},"blocks":[]}"#,
      "the document is of version ? of pandoc's types, and 1.21 to 1.23 are read; use pandoc 2.10 or later"
    ),
  ])
  func hostileDocuments(_ text: String, _ wanted: String) {
    do throws(PandocFault) {
      _ = try PandocDocument(Array(text.utf8))
      Issue.record("read")
    } catch {
      #expect(error.description == wanted)
    }
  }

  /// Elements known and unknown, of any shape, come out byte for byte.
  @Test func otherDocumentsStayAsTheyAre() throws {
    var state: UInt64 = 7
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    func value(_ depth: Int) -> String {
      switch depth > 6 ? 3 + random(4) : random(7) {
      case 0, 1:
        return "[" + (0..<random(5)).map { _ in value(depth + 1) }.joined(separator: ", ") + "]"
      case 2:
        let tag = ["Para", "CodeBlock", "Code", "Unheard", "Image"][random(5)]
        return #"{"c" : \#(value(depth + 1)),"t":"\#(tag)", "z":1e-\#(random(9))}"#
      case 3: return #""\u00e9\/ entente \#(random(99))""#
      case 4: return "\(random(999) - 500).50"
      case 5: return ["true", "false", "null"][random(3)]
      default: return #"{"t":"CodeBlock","c":[["",["other"],[]],"entente"]}"#
      }
    }
    let blocks = (0..<3_000).map { _ in value(0) }.joined(separator: ",\n")
    func document(_ last: String) -> String {
      Self.new + #""meta":{},"blocks":[\#(blocks), \#(last) ]}"#
    }
    let text = document(#"{"t":"CodeBlock","c":[["",["entente"],[]],"nothing"]}"#)
    let wanted = document(#"{"t":"Div","c":[["",[],[]],[]]}"#)
    #expect(text.utf8.count > 100_000)
    #expect(try filtered(text, to: "html").document == Array(wanted.utf8))
  }
}
