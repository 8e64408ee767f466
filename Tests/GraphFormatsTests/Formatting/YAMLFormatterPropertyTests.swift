// SPDX-License-Identifier: Apache-2.0

import GraphTestSupport
import SourceDiagnostics
import Testing

@testable import GraphFormats

/// Damaged and rearranged texts: they are formatted faithfully or refused, and nothing else.
struct YAMLFormatterPropertyTests {
  private static let seeds: [String] = [
    """
    # Programmes
    - Programme: bomca-9
      name: Border Management Programme in Central Asia, phase 9  # official
      aliases: [BOMCA 9, {name: БОМКА 9, language: ru}, {name: Old name, kind: former}]
      since: 2015-06-15
      budget: {value: 6600000, sources: [{icmpd-bomca9: "fact box"}]}
      total:
        - {value: 33600000, sources: [ec-action-document-2019], preferred: true}
        # the rival
        - value: 36000000
          note: 'announced, rounded: twice'
      COVERS: kazakhstan
      PARTICIPATES_IN:
      - to: other
        since:
          - {value: 2001, sources: [giz-cadap]}
      sources: [{bomca-site: About}]

    - State: kazakhstan
      note: >
        a folded
        text

          deeper
    """,
    """
    title: EU–Central Asia
    description: |-
      one
       two
    facets:   # what list means
      area:  {type: PolicyArea, edges: [ADDRESSES], expand: {edge: BROADER, direction: in}}
      state:
        edges: [COVERS, # first
          PARTY_TO,
          # last
        ]
    instruments: ["Agreement", 'Programme',
      Dialogue]
    long: a text over
      several lines

      and paragraphs
    kept: |+
      x

    "quoted key": "a \\u0416 \\
      b
      c"
    """,
  ]

  private static let pieces: [String] = [
    "\n", "\n", "\n  ", "\n    ", "\n- ", "\n  - ", "  ", " ", ": ", ":", "- ", "# c\n", " # c",
    "#",
    "[", "]", "{", "}", ", ", ",", "\"", "'", "|", ">", "|+\n", ">-\n", "|2\n", "a", "b: c",
    "A: b\n",
    "name", "COVERS", "sources: [x]", "\t", "\\", "\\n", "\r\n", "---\n", "...", "?", "&", "*", "!",
    "é", "2015", "no", "\n\n", "\n\n\n", "\n# d\n", "\n      # e\n", "''", "\"\"", "[]", "{}",
    "- - ",
    "%", "@", "<<", "~", "\u{FEFF}", "\u{85}",
  ]

  private static func mutated(_ text: String, _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = Array(text.utf8)
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let position = Int.random(in: 0...bytes.count, using: &random)
      let end = min(bytes.count, position + Int.random(in: 0...6, using: &random))
      let piece = Array(pieces[Int.random(in: 0..<pieces.count, using: &random)].utf8)
      switch Int.random(in: 0..<6, using: &random) {
      case 0: bytes.removeSubrange(position..<end)
      case 1: bytes.replaceSubrange(position..<end, with: piece)
      case 2:
        // A stretch of the text again, somewhere else.
        let from = Int.random(in: 0...bytes.count, using: &random)
        let length = Int.random(in: 0...40, using: &random)
        bytes.insert(contentsOf: Array(bytes[from..<min(bytes.count, from + length)]), at: position)
      default: bytes.insert(contentsOf: piece, at: position)
      }
    }
    return bytes
  }

  /// A text made of pieces alone.
  private static func composed(_ random: inout SeededGenerator) -> [UInt8] {
    (0..<Int.random(in: 1...25, using: &random)).flatMap { _ in
      Array(pieces[Int.random(in: 0..<pieces.count, using: &random)].utf8)
    }
  }

  /// What went wrong with a text; nil when nothing did.
  private static func fault(of bytes: [UInt8]) -> (fault: String?, isFormatted: Bool) {
    let source = SourceText(name: "a.yaml", utf8: bytes)
    let result = YAMLFormatter.format(source)
    guard let formatted = result.formatted else {
      let code = result.diagnostics.first?.code
      return (code == nil ? "no reason" : code == "E195" ? "inconsistent" : nil, false)
    }
    let again = YAMLFormatter.format(SourceText(name: "a.yaml", utf8: formatted))
    guard let twice = again.formatted else { return ("not read again", true) }
    if twice != formatted { return ("changes again", true) }
    guard let before = try? YAMLSyntaxParser.parse(source),
      let after = try? YAMLSyntaxParser.parse(again.source),
      YAMLSyntaxEquality.isEqual(before, after)
    else { return ("says something else", true) }
    if formatted.contains(YAMLByte.carriageReturn) { return ("keeps a carriage return", true) }
    return (nil, true)
  }

  @Test(arguments: 0..<4)
  func formatsFaithfullyOrRefuses(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var faults: [String] = []
    var formattedCount = 0
    for round in 0..<2_500 {
      let bytes =
        round % 3 == 0
        ? Self.composed(&random) : Self.mutated(Self.seeds[round % 2], &random)
      let outcome = Self.fault(of: bytes)
      if outcome.isFormatted { formattedCount += 1 }
      if let fault = outcome.fault {
        faults.append("\(fault): \(String(decoding: bytes, as: UTF8.self).debugDescription)")
      }
    }
    #expect(faults.prefix(3) == [])
    #expect(formattedCount > 300)
  }

  /// Every text of up to four characters that mean something.
  @Test func survivesAllShortTexts() {
    let alphabet = Array("a \n-:#|>\"[]{,'\\".utf8)
    var faults: [String] = []
    var formattedCount = 0
    var texts: [[UInt8]] = [[]]
    for _ in 0..<4 {
      texts = texts.flatMap { text in alphabet.map { text + [$0] } }
      for text in texts {
        let outcome = Self.fault(of: text)
        if outcome.isFormatted { formattedCount += 1 }
        if let fault = outcome.fault {
          faults.append("\(fault): \(String(decoding: text, as: UTF8.self).debugDescription)")
        }
      }
    }
    #expect(faults.prefix(3) == [])
    #expect(formattedCount > 1_000)
  }

  /// The comparison that guards the formatter sees what it is there to see.
  @Test(arguments: [
    ("a: b\n", "a: c\n"), ("a: b # c\n", "a: b\n"), ("a: b # c\n", "a: b # d\n"),
    ("a: 'no'\n", "a: no\n"), ("a:\n", "a: ''\n"), ("- a\n- b\n", "- b\n- a\n"),
    ("a: [b]\n", "a: b\n"), ("a: |\n  b\n", "a: >\n  b\n"), ("a: |\n  b\n", "a: |-\n  b\n"),
    ("a: b\nc: d\n", "a: b\n"), ("a: {}\n", "a: []\n"), ("# a\n# a\nb: c\n", "# a\nb: c\n"),
  ])
  func tellsTextsApart(_ left: String, _ right: String) throws {
    let left = try YAMLSyntaxParser.parse(SourceText(name: "l", left))
    let right = try YAMLSyntaxParser.parse(SourceText(name: "r", right))
    #expect(!YAMLSyntaxEquality.isEqual(left, right))
    #expect(YAMLSyntaxEquality.isEqual(left, left))
  }
}
