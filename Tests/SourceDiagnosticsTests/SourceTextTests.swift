// SPDX-License-Identifier: Apache-2.0

import GraphTestSupport
import SourceDiagnostics
import Testing

@Suite struct SourceTextTests {
  @Test func linesEndWithAnyOfThreeEnds() {
    let text = SourceText(name: "a", "one\ntwo\r\nthree\rfour")
    #expect(text.lineCount == 4)
    #expect(
      (1...5).map { text.text(of: text.range(ofLine: $0)) } == ["one", "two", "three", "four", ""])
    #expect(
      [0, 3, 4, 8, 9, 14, 15, 18, 99].map { text.line(at: $0) } == [1, 1, 2, 2, 3, 3, 4, 4, 4])
  }

  @Test func emptyTextHasOneLine() {
    let text = SourceText(name: "a", "")
    #expect(text.lineCount == 1)
    #expect(text.location(of: 0..<0).description == "a:1:1")
    #expect(text.location(of: 5..<9).description == "a:1:1")
  }

  @Test func columnsCountScalars() {
    let text = SourceText(name: "a", "é中x")
    let location = text.location(of: 5..<6)
    #expect(location.column == 3)
    #expect(location.length == 1)
    #expect(text.offset(line: 1, column: 3) == 5)
    #expect(text.offset(line: 1, column: 99) == 6)
  }

  @Test func byteOrderMarkBelongsToNoLine() {
    let text = SourceText(name: "a", "\u{FEFF}ab\ncd")
    #expect(text.location(of: 3..<4).description == "a:1:1")
    #expect(text.location(of: 0..<1).description == "a:1:1")
    #expect(text.location(of: 3..<4).excerpt == "ab")
  }

  @Test func spanOverLinesIsCutAtTheFirst() {
    let text = SourceText(name: "a", "abc\ndef")
    let location = text.location(of: 1..<6)
    #expect((location.line, location.column, location.length) == (1, 2, 2))
  }

  @Test func excerptOfALongLineKnowsItsPlace() {
    let text = SourceText(name: "a", String(repeating: "ж", count: 5000))
    let location = text.location(of: 4000..<4002)
    #expect(location.column == 2001)
    #expect(location.excerptColumn == 1841)
    #expect(location.isExcerptCutShort)
    #expect(location.excerpt?.unicodeScalars.count == 320)
  }

  @Test func placesAreOrdered() {
    let first = SourceLocation(file: "a", line: 2, column: 9)
    let second = SourceLocation(file: "a", line: 10, column: 1)
    let third = SourceLocation(file: "b", line: 1, column: 1)
    #expect([third, second, first].sorted() == [first, second, third])
  }

  @Test func everySpanOfRandomBytesHasAPlace() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<300 {
      let pieces: [[UInt8]] = [[0x61], [0x0A], [0x0D], [0xE2, 0x82, 0xAC], [0x82], [0xFF], [0x09]]
      let bytes = (0..<Int.random(in: 0...30, using: &generator)).flatMap { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &generator)]
      }
      let text = SourceText(name: "a", utf8: bytes)
      for lower in -1...bytes.count + 1 {
        let location = text.location(of: lower..<lower + 3)
        #expect(location.line >= 1 && location.line <= text.lineCount)
        #expect(location.column >= 1 && location.length >= 1)
        let rendered = DiagnosticRenderer(excerptWidth: 10).render(
          Diagnostic(code: "E100", severity: .error, message: "m", at: location))
        #expect(rendered.contains("^"))
      }
    }
  }
}
