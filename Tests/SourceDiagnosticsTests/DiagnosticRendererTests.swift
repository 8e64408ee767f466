// SPDX-License-Identifier: Apache-2.0

import SourceDiagnostics
import Testing

@Suite struct DiagnosticRendererTests {
  let renderer = DiagnosticRenderer()

  /// A finding about a part of a line, rendered.
  private func rendered(
    _ line: String, _ marked: Range<Int>, caretText: String? = nil, width: Int = 100
  ) -> String {
    let text = SourceText(name: "a.yaml", line)
    let diagnostic = Diagnostic(
      code: "E101", severity: .error, message: "wrong", at: text.location(of: marked),
      caretText: caretText)
    return DiagnosticRenderer(excerptWidth: width).render(diagnostic)
  }

  @Test func excerptHasGutterCaretsAndHelp() {
    let text = SourceText(
      name: "data/facts.yaml",
      String(repeating: "\n", count: 35) + "bomca covers kyrgyztan\n# end\n")
    let diagnostic = Diagnostic(
      code: "E104", severity: .error, message: "unknown node 'kyrgyztan'",
      at: text.location(of: 48..<57), caretText: "no state, programme or area has this key",
      help: "did you mean 'kg' (Kyrgyzstan)?")
    #expect(
      renderer.render(diagnostic) == """
        error[E104]: unknown node 'kyrgyztan'
          --> data/facts.yaml:36:14
           |
        36 | bomca covers kyrgyztan
           |              ^^^^^^^^^ no state, programme or area has this key
           = help: did you mean 'kg' (Kyrgyzstan)?

        """)
  }

  @Test func placesWithoutExcerptStandAlone() {
    let diagnostic = Diagnostic(
      code: "W201", severity: .warning, message: "sources disagree on the date of 'ca-strategy'",
      at: SourceLocation(file: "facts.yaml", line: 46, column: 3),
      caretText: "2019-05  @ dg-home",
      notes: [
        .init("2019-06  @ pp-conf", at: SourceLocation(file: "facts.yaml", line: 47, column: 3))
      ],
      help: "mark one claim as preferred")
    #expect(
      renderer.render(diagnostic) == """
        warning[W201]: sources disagree on the date of 'ca-strategy'
          --> facts.yaml:46:3   2019-05  @ dg-home
          --> facts.yaml:47:3   2019-06  @ pp-conf
           = help: mark one claim as preferred

        """)
  }

  @Test func notesFollowTheExcerptAndShareItsMargin() {
    let text = SourceText(name: "schema.gql", "NODE TYPE State\nNODE TYPE State")
    let diagnostic = Diagnostic(
      code: "E340", severity: .error, message: "node type 'State' is declared twice",
      at: text.location(of: 26..<31),
      notes: [
        .init("first declared here", at: SourceLocation(file: "other.gql", line: 1200, column: 11)),
        .init("names of types are case-sensitive"),
      ])
    #expect(
      renderer.render(diagnostic) == """
        error[E340]: node type 'State' is declared twice
            --> schema.gql:2:11
             |
           2 | NODE TYPE State
             |           ^^^^^
            --> other.gql:1200:11   first declared here
             = note: names of types are case-sensitive

        """)
  }

  @Test func fileAsAWholeAndNoPlace() {
    let whole = Diagnostic(
      code: "E110", severity: .information, message: "no entries",
      at: SourceLocation(file: "empty.yaml"))
    #expect(renderer.render(whole) == "remark[E110]: no entries\n --> empty.yaml\n")
    let nowhere = Diagnostic(code: "E111", severity: .error, message: "no graph", at: nil)
    #expect(renderer.render(nowhere) == "error[E111]: no graph\n")
  }

  @Test func cellsOfTablesAreNamed() {
    var location = SourceText(name: "edges.csv", "a,b\nc,2009").location(of: 6..<10)
    location.cell = "B2"
    let diagnostic = Diagnostic(code: "E120", severity: .error, message: "wrong", at: location)
    #expect(
      renderer.render(diagnostic) == """
        error[E120]: wrong
         --> edges.csv:2:3 (B2)
          |
        2 | c,2009
          |   ^^^^

        """)
  }

  @Test func tabsReachTheNextStop() {
    #expect(
      rendered("\tab\tcd", 4..<6) == """
        error[E101]: wrong
         --> a.yaml:1:5
          |
        1 |     ab  cd
          |         ^^

        """)
    #expect(
      rendered("a\tb", 1..<2) == """
        error[E101]: wrong
         --> a.yaml:1:2
          |
        1 | a   b
          |  ^^^

        """)
  }

  @Test func wideCharactersTakeTwoColumns() {
    // 中国 is six bytes, 🇰🇿 eight, é here is an e with a combining accent.
    #expect(
      rendered("中国 x", 7..<8) == """
        error[E101]: wrong
         --> a.yaml:1:4
          |
        1 | 中国 x
          |      ^

        """)
    #expect(
      rendered("🇰🇿 x", 0..<8) == """
        error[E101]: wrong
         --> a.yaml:1:1
          |
        1 | 🇰🇿 x
          | ^^

        """)
    #expect(
      rendered("e\u{301}t x", 5..<6) == """
        error[E101]: wrong
         --> a.yaml:1:5
          |
        1 | e\u{301}t x
          |    ^

        """)
  }

  @Test func controlsAndInvisibleCharactersAreShown() {
    #expect(
      rendered("a\u{1B}[2Jb\u{202E}c", 9..<10, caretText: "x\u{7}y") == """
        error[E101]: wrong
         --> a.yaml:1:8
          |
        1 | a␛[2Jb\\u{202E}c
          |               ^ x␇y

        """)
    let diagnostic = Diagnostic(
      code: "E1", severity: .error, message: "unknown 'a\nb\u{9B}\u{2028}'", at: nil,
      notes: [.init("\u{0}")], help: "\u{7F}")
    #expect(
      renderer.render(diagnostic) == """
        error[E1]: unknown 'a␊b\\u{9B}\\u{2028}'
          = note: ␀
          = help: ␡

        """)
  }

  @Test func bytesThatAreNotTextKeepTheCaretInPlace() {
    let text = SourceText(name: "a", utf8: [0x80, 0x80, 0x61, 0xE2, 0x82, 0x62, 0xFF])
    let diagnostic = Diagnostic(
      code: "E101", severity: .error, message: "wrong", at: text.location(of: 5..<6))
    #expect(
      renderer.render(diagnostic) == """
        error[E101]: wrong
         --> a:1:5
          |
        1 | ��a�b�
          |     ^

        """)
  }

  @Test func emptyLinesAndEndsOfLines() {
    #expect(
      rendered("", 0..<0) == """
        error[E101]: wrong
         --> a.yaml:1:1
          |
        1 |
          | ^

        """)
    #expect(
      rendered("abc", 3..<3) == """
        error[E101]: wrong
         --> a.yaml:1:4
          |
        1 | abc
          |    ^

        """)
  }

  @Test func longLinesAreCutAroundThePlace() {
    let digits = String(repeating: "0123456789", count: 100)
    #expect(
      rendered(digits, 500..<503, width: 20) == """
        error[E101]: wrong
         --> a.yaml:1:501
          |
        1 | …456789012345678901…
          |        ^^^

        """)
    #expect(
      rendered(digits, 2..<4, width: 20) == """
        error[E101]: wrong
         --> a.yaml:1:3
          |
        1 | 012345678901234567…
          |   ^^

        """)
    #expect(
      rendered(digits, 998..<1000, width: 20) == """
        error[E101]: wrong
         --> a.yaml:1:999
          |
        1 | …234567890123456789
          |                  ^^

        """)
    // A span that is longer than the window is marked as far as it is shown.
    #expect(
      rendered(digits, 500..<900, width: 20) == """
        error[E101]: wrong
         --> a.yaml:1:501
          |
        1 | …456789012345678901…
          |        ^^^^^^^^^^^^

        """)
  }

  @Test func lineThatFitsExactlyIsNotCut() {
    #expect(rendered("0123456789", 9..<10, width: 10).contains("1 | 0123456789\n"))
    #expect(rendered("0123456789a", 9..<10, width: 10).contains("1 | …3456789a\n"))
  }

  @Test func oneCharacterOfManyScalarsIsBounded() {
    let hostile = "a" + String(repeating: "\u{301}", count: 100_000) + "b"
    let text = rendered(hostile, 200_001..<200_002)
    #expect(text.utf8.count < 5_000)
  }

  @Test func colourIsOptional() {
    let text = SourceText(name: "a", "b")
    let diagnostic = Diagnostic(
      code: "W2", severity: .warning, message: "m", at: text.location(of: 0..<1), help: "h")
    #expect(
      DiagnosticRenderer(isColoured: true).render(diagnostic) == """
        \u{1B}[1;33mwarning[W2]\u{1B}[0m\u{1B}[1m: m\u{1B}[0m
         \u{1B}[1;34m-->\u{1B}[0m a:1:1
          \u{1B}[1;34m|\u{1B}[0m
        \u{1B}[1;34m1\u{1B}[0m \u{1B}[1;34m|\u{1B}[0m b
          \u{1B}[1;34m|\u{1B}[0m \u{1B}[1;33m^\u{1B}[0m
          \u{1B}[1;34m=\u{1B}[0m \u{1B}[1mhelp:\u{1B}[0m h

        """)
  }
}
