// SPDX-License-Identifier: Apache-2.0

import Foundation
import GraphReports
import Testing

/// Briefs as documents of pandoc hold what their pages hold, and nothing in them is markup.
@Suite struct PandocBriefTests {
  struct Media: PandocMedia {
    func keep(
      _ svg: String, as picture: PandocPicture, named name: String
    ) throws(BriefFault) -> String { "media/\(name)" }
  }

  static func document(
    _ answered: AnsweredBrief, to format: String, _ version: [Int] = [1, 23, 1]
  ) throws -> [UInt8] {
    let numbers = version.map(String.init).joined(separator: ",")
    let empty = Array(#"{"pandoc-api-version":[\#(numbers)],"meta":{},"blocks":[]}"#.utf8)
    return try PandocBrief(
      answered, target: PandocTarget(format: format), version: PandocDocument(empty).version,
      media: Media(), dataVersion: "2f3a"
    ).document
  }

  /// The document with a line for each block and each part of the metadata.
  private static func lines(_ document: [UInt8]) -> String {
    String(decoding: document, as: UTF8.self)
      .replacing(
        #/([,\[{:])(\{"t":"(?:Para|Plain|Header|Div|Figure|Table|CodeBlock|BulletList|OrderedList)")/#
      ) { "\($0.1)\n\($0.2)" }
  }

  @Test(arguments: [("docx", [1, 22, 2, 1]), ("latex", [1, 23, 1]), ("epub", [1, 22])])
  func documents(_ format: String, _ version: [Int]) throws {
    let answered = AnsweredBrief(
      try Brief.read(BriefPageTests.brief.replacing(", in @fig:none too", with: "")),
      by: try StubResolver())
    let document = try Self.document(answered, to: format, version)
    _ = try PandocDocument(document)
    try expectGolden(Self.lines(document), "brief.\(format).json")
    #expect(try Self.document(answered, to: format, version) == document, "the same bytes again")
  }

  /// The same numbers of figures, tables and sources as on the page.
  @Test(arguments: ["docx", "latex", "html"])
  func numbersAreThoseOfThePage(_ format: String) throws {
    let answered = AnsweredBrief(
      try Brief.read(BriefPageTests.brief.replacing(", in @fig:none too", with: "")),
      by: try StubResolver())
    let page = BriefPage(answered).html
    let text = Self.words(in: try Self.document(answered, to: format))
    for number in page.matches(of: #/<span class="brief-number">([^<]*)</#) {
      #expect(text.contains(String(number.1)), "\(number.1)")
    }
    for source in answered.sources {
      #expect(text.contains("[\(source.number)] \(source.textWithoutURL)"), "\(source)")
    }
    let identifiers = String(decoding: try Self.document(answered, to: format), as: UTF8.self)
    for link in identifiers.matches(of: #/"#((?:fig|tbl|source)-[^"]*)",""\]/#) {
      #expect(identifiers.contains(#"["\#(link.1)",["#), "'\(link.1)' leads somewhere")
    }
  }

  /// The words of a document, with spaces.
  private static func words(in document: [UInt8]) -> String {
    String(decoding: document, as: UTF8.self)
      .matches(of: #/"t":"(?:Str","c":"((?:[^"\\]|\\.)*)"|(Space)|(Para|Plain))/#)
      .map { $0.2 != nil ? " " : $0.3 != nil ? "\n" : String($0.1 ?? "") }.joined()
  }

  /// Whatever the author writes and the data hold, the only markup is that of figures on pages of
  /// books, and the settings of TeX, which are the same for all.
  @Test(arguments: ["docx", "latex", "odt", "epub", "pptx"], [[1, 22], [1, 23]])
  func nothingIsMarkup(_ format: String, _ version: [Int]) throws {
    let usual = try Self.markup(in: Self.document(Self.hostile("Exchange"), to: format, version))
    for name in HostileBriefTests.names + PandocBriefTests.names {
      let document = try Self.document(Self.hostile(name), to: format, version)
      #expect(Self.markup(in: document) == usual, "\(name.prefix(40))")
      let text = String(decoding: document, as: UTF8.self)
      #expect(
        !text.unicodeScalars.contains {
          $0.value < 0x20 && $0 != "\n" || "\u{202E}\u{2028}".unicodeScalars.contains($0)
        }, "\(name.prefix(40))")
      #expect(!text.contains(#"\u001b"#) && !text.contains(#"\u0000"#))
    }
  }

  static let names = [
    "\\input{/etc/passwd}", "$x^2$ \\end{document}", "% # ~ ^ _ & { }", "\\write18{touch x}",
    "<w:p>", "<![CDATA[", "^^5cinput", "``` {=latex}",
  ]

  /// A brief whose data, captions, title, text and markup are a name.
  static func hostile(_ name: String) throws -> AnsweredBrief {
    var resolver = try StubResolver()
    resolver.name = name
    let line = name.replacing(#/[\p{C}\n\u2028]/#, with: "").replacing("\\", with: "\\\\")
      .replacing("\"", with: "\\\"").prefix(500)
    return AnsweredBrief(
      try Brief.read(
        """
        ---
        title: "\(line)"
        author: "\(line)"
        ---
        # One

        Text <b>bold</b> <!-- not said --> \\input{/etc/passwd} $x$

        <div onclick="x">

        </div>

        ![picture](https://example.org/x.png) [link](javascript:x)

        ```entente
        #| caption: "\(line)"
        #| alt: "\(line)"
        #| show: figure, table, list
        x gazette
        ```

        `x gazette`{.entente}
        """), by: resolver)
  }

  /// What is handed on as markup of the format.
  private static func markup(in document: [UInt8]) -> [String] {
    String(decoding: document, as: UTF8.self)
      .matches(of: #/"t":"Raw(?:Block|Inline)","c":\[("[^"]*","(?:[^"\\]|\\.)*")/#).map {
        String($0.1)
      }
  }

  @Test func markupThatIsHandedOn() throws {
    let brief = try Self.hostile("Exchange")
    #expect(try Self.markup(in: Self.document(brief, to: "docx")) == [])
    #expect(try Self.markup(in: Self.document(brief, to: "odt", [1, 22])) == [])
    let tex = try Self.markup(in: Self.document(brief, to: "latex"))
    #expect(tex.count == 3 && tex[0].hasPrefix(#""latex","\\usepackage{float}"#), "\(tex)")
    let book = try Self.markup(in: Self.document(brief, to: "epub", [1, 22]))
    #expect(book.first == #""html","<figure id=\"figure-1\">""#)
  }

  @Test func linksAndPicturesOfTheAuthor() throws {
    let answered = try Self.hostile("Exchange")
    let text = Self.words(in: try Self.document(answered, to: "docx"))
    #expect(text.contains("<b>bold</b>") && !text.contains("not said"))
    let document = String(decoding: try Self.document(answered, to: "docx"), as: UTF8.self)
    #expect(!document.contains("javascript:") && !document.contains("example.org/x.png"))
  }
}
