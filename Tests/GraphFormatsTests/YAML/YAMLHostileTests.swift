// SPDX-License-Identifier: Apache-2.0

import GraphFormats
import SourceDiagnostics
import Testing

/// Texts made to exhaust a reader. Each ends with a finding or a value, in little time and space.
@Suite(.timeLimit(.minutes(10))) struct YAMLHostileTests {
  private func read(
    _ text: String, limits: YAMLReader.Limits = YAMLReader.Limits()
  ) -> YAMLReading {
    YAMLReader.read(name: "test", bytes: Array(text.utf8), limits: limits)
  }

  private func messages(_ reading: YAMLReading) -> [String] {
    reading.diagnostics.map { "\($0.code) \($0.location?.line ?? 0): \($0.message)" }
  }

  @Test func aliasBomb() {
    var text = "a: &a [x, x, x, x, x, x, x, x, x]\n"
    for (name, before) in zip("bcdefghi", "abcdefgh") {
      text +=
        "\(name): &\(name) [" + Array(repeating: "*\(before)", count: 9).joined(separator: ",")
      text += "]\n"
    }
    let reading = read(text)
    #expect(reading.root?.pairs?.isEmpty == true)
    #expect(messages(reading).count == 9)
    #expect(messages(reading).allSatisfy { $0.contains("anchors (&) are not used in datasets") })
  }

  @Test func aliasToItself() {
    #expect(messages(read("&a [*a]")) == ["E106 1: anchors (&) are not used in datasets"])
  }

  @Test(arguments: ["[", "{a: ", "- ", "[a: "])
  func fiveThousandDeep(_ piece: String) {
    let reading = read(String(repeating: piece, count: 5_000))
    #expect(
      messages(reading) == ["E108 1: lists and mappings stand more than 64 deep in each other"])
  }

  @Test func fiveThousandLevelsOfIndentation() {
    let text = (0..<5_000).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
    #expect(
      messages(read(text)) == ["E108 65: lists and mappings stand more than 64 deep in each other"])
  }

  @Test func sixtyFourDeepIsAllowed() {
    let text = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(messages(read(text)) == [])
  }

  @Test func tagsOnEndOfTags() {
    #expect(messages(read(String(repeating: "!a ", count: 100_000))).count == 1)
  }

  @Test func tooManyNodes() {
    var limits = YAMLReader.Limits()
    limits.nodes = 1_000
    let reading = read(
      "- a\n- [" + String(repeating: "x,", count: 2_000) + "]\n- b\n", limits: limits)
    #expect(messages(reading) == ["E108 2: the file holds more than 1000 values"])
  }

  @Test func keysAreNotCounted() {
    var limits = YAMLReader.Limits()
    limits.nodes = 5
    #expect(messages(read("- a: b\n- {c: d}\n", limits: limits)) == [])
    #expect(messages(read("- a: b\n- {c: d, e: f}\n", limits: limits)).count == 1)
  }

  @Test func tooLarge() {
    var limits = YAMLReader.Limits()
    limits.size = 2 << 20
    let reading = read(String(repeating: "x", count: (2 << 20) + 1), limits: limits)
    #expect(messages(reading) == ["E108 0: the file is larger than 2 MB"])
  }

  @Test func tooManyFaults() {
    let reading = read(String(repeating: "- *a\n", count: 1_000))
    #expect(reading.diagnostics.count == 101)
    #expect(messages(reading).last == "E108 0: after 100 faults the rest of the file was not read")
  }

  @Test func tooManyDuplicates() {
    let reading = read(String(repeating: "a: b\n", count: 1_000))
    #expect(reading.diagnostics.count == 100)
  }

  @Test func millionItems() {
    let reading = read("[" + String(repeating: "a,", count: 1_000_000) + "]")
    #expect(reading.root?.items?.count == 1_000_000)
    let block = read(String(repeating: "- a\n", count: 1_000_000))
    #expect(block.root?.items?.count == 1_000_000)
  }

  @Test func tenMegabyteScalar() {
    let text = String(repeating: "x", count: 10 << 20)
    #expect(read("a: \(text)\n").root?.value(of: "a")?.text?.utf8.count == 10 << 20)
    #expect(read("a: \"\(text)\"\n").root?.value(of: "a")?.text?.utf8.count == 10 << 20)
    #expect(messages(read("a: \"\(text)\n")) == ["E105 1: the quote \" is not closed"])
  }

  @Test func manyUnclosedBracketsAreLinear() {
    let reading = read(String(repeating: "- [a\n", count: 200_000))
    #expect(reading.diagnostics.count == 101)
  }

  @Test func manyEmptyLinesInsideTexts() {
    let lines = String(repeating: "\n", count: 1_000_000)
    #expect(messages(read("a: b\(lines)c: d\(lines)")) == [])
    #expect(read("a: |+\n  b\(lines)").root?.value(of: "a")?.text?.utf8.count == 1_000_001)
  }

  /// No text at all makes the reader trap, hang or report a place outside of it.
  @Test func randomTexts() {
    var random = SplitMix(state: 42)
    let alphabet = Array("ab:-#[]{},'\"|>?!&*%@\\ \n\t\r0+.é\u{2028}".unicodeScalars)
    for _ in 0..<20_000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<random.next(below: 40) {
        text.append(alphabet[random.next(below: alphabet.count)])
      }
      let reading = read(String(text))
      for diagnostic in reading.diagnostics {
        #expect(diagnostic.location.map { $0.line <= reading.text.lineCount } ?? false)
      }
      #expect(reading.root != nil || !reading.diagnostics.isEmpty || isEmpty(reading.text))
    }
  }

  private func isEmpty(_ text: SourceText) -> Bool {
    String(decoding: text.utf8, as: UTF8.self).split(whereSeparator: \.isNewline).allSatisfy {
      let line = $0.drop { $0 == " " || $0 == "\t" }
      return line.isEmpty || line.hasPrefix("#") || line.hasPrefix("---") || line.hasPrefix("...")
    }
  }
}
