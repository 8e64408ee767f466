// SPDX-License-Identifier: Apache-2.0

@testable import GraphReports
import Testing

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("Poland", 6), ("Čeština", 7), ("e\u{301}", 1), ("Казахстан", 9), ("日本", 4),
    ("한국", 4), ("ＥＵ", 4), ("🏛", 2), ("a\u{200B}b", 2), ("─", 1),
  ])
  func columnsOfATerminal(_ text: String, _ columns: Int) {
    #expect(text.displayWidth == columns)
  }

  @Test func linesBreakBetweenWords() {
    #expect("one two three".wrapped(to: 7) == ["one two", "three"])
    #expect("one two three".wrapped(to: 13) == ["one two three"])
    #expect("one   two".wrapped(to: 80) == ["one two"])
    #expect("".wrapped(to: 10) == [""])
    #expect("   ".wrapped(to: 10) == [""])
  }

  @Test func aLongWordStandsAloneOrIsBroken() {
    #expect("see https://a.example/b now".wrapped(to: 8) == ["see", "https://a.example/b", "now"])
    #expect(
      "see https://a.example/b now".wrapped(to: 8, isBreakingWords: true)
        == ["see", "https://", "a.exampl", "e/b now"])
    // A character is never cut: a letter keeps its mark, and one that is too wide stays whole.
    #expect(
      "e\u{301}e\u{301}e\u{301}".wrapped(to: 2, isBreakingWords: true)
        == ["e\u{301}e\u{301}", "e\u{301}"])
    #expect("日本".wrapped(to: 1, isBreakingWords: true) == ["日", "本"])
  }

  @Test func wideLettersCountTwiceWhenWrapping() {
    #expect("日本 中国".wrapped(to: 9) == ["日本 中国"])
    #expect("日本 中国".wrapped(to: 8) == ["日本", "中国"])
  }

  @Test func paddingFillsColumnsNotLetters() {
    #expect("日本".padded(to: 6) == "日本  ")
    #expect("e\u{301}".padded(to: 3) == "e\u{301}  ")
    #expect("longer".padded(to: 3) == "longer")
  }

  @Test func controlsBecomeSpaces() {
    #expect("a\u{1B}[31mb\u{7}\r\nc".withoutControls == "a [31mb   c")
    #expect("a\u{202E}b\u{2066}c\u{2028}d\u{9B}e".withoutControls == "a b c d e")
    #expect("Ünïcode – ok".withoutControls == "Ünïcode – ok")
    #expect(TerminalText.harmless("one\ntwo\u{1B}]0;x\u{7}") == "one\ntwo ]0;x ")
  }
}
