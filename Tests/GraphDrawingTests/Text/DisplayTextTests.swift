// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import GraphDrawing

@Suite struct DisplayTextTests {
  @Test(
    "What XML forbids and what turns text around is removed",
    arguments: [
      ("a\u{0}b", "ab"), ("a\u{1}\u{1b}[31m", "a[31m"), ("a\u{7f}\u{9f}b", "ab"),
      ("evil\u{202e}gpj.exe", "evilgpj.exe"), ("\u{2066}x\u{2069}", "x"),
      (text([0x61, 0xfffe, 0xffff, 0xfdd0, 0x1ffff, 0x62]), "ab"), ("\u{feff}bom", "bom"),
      ("soft\u{ad}hyphen", "softhyphen"), ("tag\u{e0041}", "tag"),
      ("a\tb", "a b"), ("a\r\nb\rc\u{2028}d\u{2029}e\u{85}f", "a\nb\nc\nd\ne\nf"),
      ("Ünïcödé Қазақ 中 👩‍👧", "Ünïcödé Қазақ 中 👩‍👧"),
    ] as [(String, String)])
  func cleaning(text: String, expected: String) {
    #expect(DisplayText.clean(text) == expected)
  }

  @Test("A long text is cut with an ellipsis, whatever it is made of")
  func limit() {
    let long = String(repeating: "x", count: 1_000_000)
    #expect(DisplayText.clean(long) == String(repeating: "x", count: 1_000) + "…")
    #expect(DisplayText.clean("abc", limit: 2) == "ab…")
  }

  @Test("A pile of combining marks is cut at eight")
  func marks() {
    let pile = "a" + String(repeating: "\u{301}", count: 100_000) + "b"
    #expect(DisplayText.clean(pile).unicodeScalars.count == 10)
  }

  @Test func oneLine() {
    #expect(DisplayText.line("  a \n b\t\tc  ") == "a b c")
  }
}
