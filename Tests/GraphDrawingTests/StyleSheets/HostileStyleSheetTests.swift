// SPDX-License-Identifier: Apache-2.0
import SourceDiagnostics
import Testing

@testable import GraphDrawing

/// Texts that nobody would write: no trap, no endless work, findings with places inside the text.
@Suite struct HostileStyleSheetTests {
  private static let pieces = [
    "Programme", "State", "COVERS", "-", "->", "*", "#", "#bomca", "@media", "@figure", "@",
    "print",
    "dark", "{", "}", "[", "]", ":", ";", ",", "=", "!=", "<", "<=", ">", ">=", "!", "/*", "*/",
    "\"",
    "'", "\\", "fill", "width", "line", "legend", "shape", "none", "red", "#fff", "#12", "1", "2.5",
    "-3", "dashed", "box", "ended", "asked", "disputed", "until", " ", "\n", "\r\n", "\t", "é",
    "\u{202E}",
    "\u{0}", "🏳️‍🌈", "1e400", "&", "?",
  ]

  private static let good = """
    Programme[until]  { line: dashed; legend: "with an end"; } /* a */
    -COVERS->[since >= 2015]:ended, #bomca { width: 1; text: #123456; }
    @media print, dark { * { fill: white; } @figure { paper: #fff; } }
    """

  private func expectSound(_ bytes: [UInt8]) {
    let text = SourceText(name: "t", utf8: bytes)
    let outcome = StyleSheetParser.parse(text, vocabulary: StyleSheetParserTests.vocabulary)
    #expect(outcome.findings.count <= StyleSheetParser.findingLimit)
    for finding in outcome.findings {
      #expect((finding.location?.line ?? 0) <= text.lineCount)
      #expect(StyleSheetCatalogue.Code(rawValue: finding.code) != nil)
      #expect(!finding.message.contains("\u{202E}") && !finding.message.contains("\u{0}"))
    }
    // The same text gives the same sheet and findings.
    let again = StyleSheetParser.parse(text, vocabulary: StyleSheetParserTests.vocabulary)
    #expect(again.sheet == outcome.sheet && again.findings == outcome.findings)
  }

  @Test func randomPieces() {
    var generator = RepeatableGenerator(state: 20_261_128)
    for _ in 0..<2_000 {
      let count = Int.random(in: 0...40, using: &generator)
      let text = (0..<count).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }
        .joined()
      expectSound(Array(text.utf8))
    }
  }

  @Test func changedBytes() {
    var generator = RepeatableGenerator(state: 7)
    let good = Array(Self.good.utf8)
    for _ in 0..<2_000 {
      var bytes = good
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: place)
        default: bytes.removeSubrange(place..<min(place + 12, bytes.count))
        }
        if bytes.isEmpty { break }
      }
      expectSound(bytes)
    }
  }

  @Test("Every beginning of a good text is read to its end")
  func beginnings() {
    let good = Array(Self.good.utf8)
    for count in good.indices { expectSound(Array(good[..<count])) }
  }

  @Test("Long runs of one thing take little time", arguments: pieces)
  func runs(_ piece: String) {
    let text = String(repeating: piece, count: 30_000 / max(piece.utf8.count, 1))
    let start = ContinuousClock.now
    _ = StyleSheetParser.parse(
      SourceText(name: "t", text), vocabulary: StyleSheetParserTests.vocabulary)
    #expect(start.duration(to: .now) < .seconds(10))
  }

  @Test func limits() {
    let long = StyleSheetParser.parse(
      SourceText(name: "t", String(repeating: " ", count: StyleSheetParser.lengthLimit + 1)))
    #expect(
      long.findings.map(\.message) == [
        "the style sheet has 262145 bytes, and at most 262144 are read"
      ])
    let lines = StyleSheetParser.parse(
      SourceText(name: "t", String(repeating: "State { width: 1 }\n", count: 20_000)))
    #expect(lines.findings.first?.location?.line == StyleSheetParser.lengthLimit / 19 + 1)
    let bytes = StyleSheetParser.parse(SourceText(name: "t", utf8: [0x2A, 0xFF]))
    #expect(bytes.findings.map(\.message) == ["the style sheet is not UTF-8"])
    let rules =
      String(repeating: "State,", count: StyleSheetParser.ruleLimit) + "State { width: 1 }"
    let many = StyleSheetParser.parse(SourceText(name: "t", rules))
    #expect(many.findings.map(\.message) == ["the style sheet has more than 2000 rules"])
    #expect(many.sheet.rules(for: .screen).count == StyleSheetParser.ruleLimit)
    let faults = StyleSheetParser.parse(
      SourceText(name: "t", String(repeating: "State { x: 1 }\n", count: 1_000)))
    #expect(faults.findings.count == StyleSheetParser.findingLimit)
  }
}
