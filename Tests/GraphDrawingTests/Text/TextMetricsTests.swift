// SPDX-License-Identifier: Apache-2.0
import GraphDrawing
import Testing

@Suite struct TextMetricsTests {
  private let regular = TextMetrics(size: 1_000)
  private let bold = TextMetrics(size: 1_000, isBold: true)

  @Test("Latin letters have the widths that Adobe publishes for Helvetica")
  func latinWidths() {
    #expect(regular.width(of: "Hello") == 722 + 556 + 222 + 222 + 556)
    #expect(bold.width(of: "Hello") == 722 + 556 + 278 + 278 + 611)
    #expect(regular.width(of: "Wij 1.") == 944 + 222 + 222 + 278 + 556 + 278)
    #expect(regular.width(of: "éŁŠ") == 556 + 556 + 667)
    #expect(regular.width(of: "–—…“") == 556 + 1_000 + 1_000 + 333)
  }

  @Test("Marks and joiners take no room, full-width letters and emoji one em")
  func otherWidths() {
    #expect(regular.width(of: "e\u{301}") == 556)
    #expect(regular.width(of: "中文") == 2_000)
    // Without a font for the family, its members stand side by side, and so does a tint of skin.
    #expect(regular.width(of: "👩‍👩‍👧") == 3_000)
    #expect(regular.width(of: "👍🏽") == 2_000)
    #expect(regular.width(of: "❤️") == 1_000)
    #expect(regular.width(of: "a\u{200d}b") == 1_112)
    #expect(regular.width(of: "") == 0)
  }

  @Test("Cyrillic and Greek are measured letter by letter, those of Kazakh too")
  func otherScripts() {
    #expect(regular.width(of: "а") == 556)
    #expect(regular.width(of: "Ш") > regular.width(of: "Г"))
    #expect(regular.width(of: "Қазақстан") > 4_000)
    #expect(regular.width(of: "Ω") > 700)
  }

  @Test func widthIsProportionalToSize() {
    #expect(TextMetrics(size: 12).width(of: "Hello") == 2_278.0 * 12 / 1_000)
  }

  @Test("Lines are no wider than asked, and together they are the text")
  func wrapping() {
    let metrics = TextMetrics(size: 12)
    let text = "International Centre for Migration Policy Development"
    let lines = metrics.lines(of: text, maximumWidth: 120)
    #expect(lines.count == 3)
    #expect(lines.joined(separator: " ") == text)
    for line in lines { #expect(metrics.width(of: line) <= 120) }
  }

  @Test("Balanced lines are as many as greedy ones, and no line is left nearly empty")
  func balancing() {
    let metrics = TextMetrics(size: 12)
    let text = "one two three four five six seven"
    #expect(metrics.lines(of: text, maximumWidth: 150) == ["one two three four five six", "seven"])
    #expect(
      metrics.lines(of: text, maximumWidth: 150, isBalanced: true)
        == ["one two three", "four five six seven"])
  }

  @Test("A word too long for a line is broken between letters, with a hyphen when asked")
  func forcedBreaks() {
    let metrics = TextMetrics(size: 10)
    let word = "Grenzschutzzusammenarbeit"
    let lines = metrics.lines(of: word, maximumWidth: 50)
    #expect(lines.joined() == word)
    let hyphenated = metrics.lines(of: word, maximumWidth: 50, isHyphenated: true)
    #expect(hyphenated.dropLast().allSatisfy { $0.hasSuffix("-") })
    for line in lines + hyphenated { #expect(metrics.width(of: line) <= 50) }
  }

  @Test("Too many lines end in an ellipsis that fits")
  func ellipsis() {
    let metrics = TextMetrics(size: 10)
    let lines = metrics.lines(
      of: "one two three four five six seven eight nine ten", maximumWidth: 60, maximumLines: 2)
    #expect(lines == ["one two", "three four…"])
  }

  @Test("Line feeds break, white space at the ends goes, hyphens allow a break after them")
  func breaks() {
    let metrics = TextMetrics(size: 10)
    #expect(metrics.lines(of: " a \n\n b ", maximumWidth: 100) == ["a", "b"])
    #expect(metrics.lines(of: "", maximumWidth: 100) == [])
    #expect(metrics.lines(of: "EU–Kazakhstan", maximumWidth: 60) == ["EU–", "Kazakhstan"])
    #expect(metrics.lines(of: "上海合作", maximumWidth: 21) == ["上海", "合作"])
  }

  @Test("A width smaller than any letter still ends, one letter a line")
  func narrow() {
    #expect(TextMetrics(size: 10).lines(of: "abc", maximumWidth: 0) == ["a", "b", "c"])
  }
}
