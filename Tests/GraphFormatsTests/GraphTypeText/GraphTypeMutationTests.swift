// SPDX-License-Identifier: Apache-2.0

import GraphFormats
import GraphModel
import GraphTestSupport
import SourceDiagnostics
import Testing

/// Texts that were right once: whatever happens to them, reading ends, and what it finds has a
/// place in the text.
@Suite struct GraphTypeMutationTests {
  private func check(_ bytes: [UInt8]) {
    let text = SourceText(name: "t", utf8: bytes)
    let (graphType, diagnostics, _) = GraphTypeParser.parse(text)
    #expect((graphType == nil) == diagnostics.contains { $0.severity == .error })
    #expect(diagnostics.count <= 101)
    for diagnostic in diagnostics {
      guard let location = diagnostic.location, location.line > 0 else { continue }
      #expect(location.line <= text.lineCount)
      #expect(text.offset(line: location.line, column: location.column) <= bytes.count)
    }
    if let graphType {
      let printed = GraphTypePrinter.print(graphType)
      let (again, _, _) = GraphTypeParser.parse(SourceText(name: "t", printed))
      #expect(again == graphType, "\(printed)")
    } else {
      #expect(DiagnosticRenderer().render(diagnostics).contains("error[E3"))
    }
  }

  @Test(arguments: ExampleGraphType.all)
  func everyBeginning(example: ExampleGraphType) {
    let bytes = Array(example.text.utf8)
    for length in 0...bytes.count { check(Array(bytes[..<length])) }
  }

  @Test(arguments: ExampleGraphType.all)
  func everyDeletion(example: ExampleGraphType) {
    let bytes = Array(example.text.utf8)
    for index in bytes.indices {
      var changed = bytes
      changed.remove(at: index)
      check(changed)
    }
  }

  @Test(arguments: ExampleGraphType.all)
  func randomEdits(example: ExampleGraphType) {
    var generator = SeededGenerator(seed: UInt64(example.text.utf8.count))
    let pieces =
      [
        "(", ")", "{", "}", "[", "]", "<", ">", ",", ":", "::", "=>", "->", "<-", "~", "'", "\"",
        "`",
        "@'", "\\", "--", "/*", "*/", "..", "0..1", "-", "\u{0}", "é", "\u{FEFF}", "LIST<",
        "NODE TYPE ",
        "EXTENDS ", "KEY (", "IN [", "MATCHES '", "ABSTRACT ", "DIRECTED EDGE ", "AS ", "NOT NULL ",
      ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xE2, 0x82]]
    for _ in 0..<400 {
      var bytes = Array(example.text.utf8)
      for _ in 0..<Int.random(in: 1...4, using: &generator) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0:
          bytes.insert(
            contentsOf: pieces[Int.random(in: 0..<pieces.count, using: &generator)], at: place)
        case 1:
          let end = min(bytes.count, place + Int.random(in: 1...12, using: &generator))
          bytes.removeSubrange(place..<end)
        case 2:
          bytes[place] = UInt8.random(in: 0...255, using: &generator)
        default:
          let end = min(bytes.count, place + Int.random(in: 1...40, using: &generator))
          let other = Int.random(in: 0..<bytes.count, using: &generator)
          bytes.insert(contentsOf: Array(bytes[place..<end]), at: other)
        }
      }
      check(bytes)
    }
  }

  @Test func randomTokens() {
    var generator = SeededGenerator(seed: 99)
    let words = [
      "(", ")", "{", "}", "[", "]", "<", ">", ",", ":", "=>", "->", "<-", "-", "~", "&", "|", "x",
      "A",
      "NODE", "TYPE", "EDGE", "DIRECTED", "ABSTRACT", "LABEL", "LIST", "STRING", "NOT", "NULL",
      "IN",
      "'a'", "1", "0..1", "EXTENDS", "KEY", "AS", "CONNECTING", "TO", "MATCHES", "OUT", ";", "OPEN",
    ]
    for _ in 0..<800 {
      let count = Int.random(in: 0...40, using: &generator)
      let body = (0..<count).map { _ in words.randomElement(using: &generator) ?? "" }
      check(Array("CREATE GRAPH TYPE t AS { \(body.joined(separator: " ")) }".utf8))
    }
  }
}
