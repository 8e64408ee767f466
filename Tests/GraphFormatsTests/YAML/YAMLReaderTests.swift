// SPDX-License-Identifier: Apache-2.0

import GraphFormats
import SourceDiagnostics
import Testing

@Suite struct YAMLReaderTests {
  private func read(_ text: String) -> YAMLReading {
    YAMLReader.read(name: "test.yaml", bytes: Array(text.utf8))
  }

  /// Texts, and the trees that they mean; each also agrees with libyaml.
  static let trees: [(String, String)] = [
    ("", "nothing"),
    ("# only a comment\n", "nothing"),
    ("---\n", "nothing"),
    ("text", "«text»"),
    ("a: b", "{«a»: «b»}"),
    ("a: b\nc:\n", "{«a»: «b», «c»: «»}"),
    ("a:\n\n# note\nb: c # note\n", "{«a»: «», «b»: «c»}"),
    ("a:\n  b:\n    c: d\n  e: f\n", "{«a»: {«b»: {«c»: «d»}, «e»: «f»}}"),
    ("- a\n- b\n", "[«a», «b»]"),
    ("-\n- b\n-\n  c\n", "[«», «b», «c»]"),
    ("- - a\n  - b\n- - c\n", "[[«a», «b»], [«c»]]"),
    ("- a: b\n  c: d\n- e: f\n", "[{«a»: «b», «c»: «d»}, {«e»: «f»}]"),
    ("a:\n- b\n- c\nd: e\n", "{«a»: [«b», «c»], «d»: «e»}"),
    ("a:\n  - b\n  - c\nd: e\n", "{«a»: [«b», «c»], «d»: «e»}"),
    ("- a:\n  - b\n  c: d\n", "[{«a»: [«b»], «c»: «d»}]"),
    ("  a: b\n  c: d\n", "{«a»: «b», «c»: «d»}"),
    ("---\n- a\n...\n", "[«a»]"),
    ("--- # note\na: b\n", "{«a»: «b»}"),
    ("a : b\n\"c\" : d\n'e': f\n", "{«a»: «b», «c»: «d», «e»: «f»}"),
    ("a: b c\n   d\n\n\n  e\nf: g", "{«a»: «b c d\\n\\ne», «f»: «g»}"),
    ("a: http://x.eu/#part?b=c\n", "{«a»: «http://x.eu/#part?b=c»}"),
    ("a: -1\nb: --\nc: ?x\nd: :x\n", "{«a»: «-1», «b»: «--», «c»: «?x», «d»: «:x»}"),
    ("a: b#c\n", "{«a»: «b#c»}"),
    ("a: 'it''s'\nb: ''\n", "{«a»: «it's», «b»: «»}"),
    ("a: 'b\n  c\n\n  d '\n", "{«a»: «b c\\nd »}"),
    ("a: \"b \\\n  c\\n\\x41\\u00e9\\U0001F600\"\n", "{«a»: «b c\\nAé😀»}"),
    ("a: \"b\\t \n  c\"\n", "{«a»: «b\\t c»}"),
    ("a: |\n  b\n   c\n\n  d\n\ne: f\n", "{«a»: «b\\n c\\n\\nd\\n», «e»: «f»}"),
    ("a: >\n  b\n  c\n\n  d\n   e\n  f\n", "{«a»: «b c\\nd\\n e\\nf\\n»}"),
    ("a: >-\n  b\n  c\n\nd: |+\n  e\n\n", "{«a»: «b c», «d»: «e\\n\\n»}"),
    ("a: |2-\n    b\n   c\n", "{«a»: «  b\\n c»}"),
    ("a: |\n\n\n  b", "{«a»: «\\n\\nb»}"),
    ("a: |\nb: >-\nc: d\n", "{«a»: «», «b»: «», «c»: «d»}"),
    ("- |\n a\n- >\n b\n", "[«a\\n», «b\\n»]"),
    ("[]", "[]"),
    ("{}", "{}"),
    ("a: [b, c d, 'e', \"f\",]\n", "{«a»: [«b», «c d», «e», «f»]}"),
    ("a: {b: c, d: [e, {f: g}], h: }\n", "{«a»: {«b»: «c», «d»: [«e», {«f»: «g»}], «h»: «»}}"),
    ("a: [\n  b, # note\n  c\n  d,\n]\ne: f\n", "{«a»: [«b», «c d»], «e»: «f»}"),
    ("[a: b, \"c\":d, e: ]\n", "[{«a»: «b»}, {«c»: «d»}, {«e»: «»}]"),
    ("{a: b:c, \"d\": e}\n", "{«a»: «b:c», «d»: «e»}"),
    ("- {to: x, since: 2009-04}\n- y\n", "[{«to»: «x», «since»: «2009-04»}, «y»]"),
    (
      "no: no\n012: 012\n1:30: 1:30\n~: ~\nyes: null\n",
      "{«no»: «no», «012»: «012», «1:30»: «1:30», «~»: «~», «yes»: «null»}"
    ),
    ("'<<': a\n", "{«<<»: «a»}"),
    ("ключ: значение\nclé: «x»\n", "{«ключ»: «значение», «clé»: ««x»»}"),
    ("a: b\r\nc: |\r\n  d\r\n  e\r\nf:\r\n- g\r\n", "{«a»: «b», «c»: «d\\ne\\n», «f»: [«g»]}"),
    ("a: \"b\r\n  c\"\rd: e\r", "{«a»: «b c», «d»: «e»}"),
    ("a: b\t# note\nc:\td\n", "{«a»: «b», «c»: «d»}"),
  ]

  @Test(arguments: trees)
  func meaning(_ source: String, _ expected: String) {
    let reading = read(source)
    #expect(reading.diagnostics == [])
    #expect(YAMLDump.text(of: reading.root) == expected)
    if let peer = YAMLDump.textByPeer(source), reading.root != nil { #expect(peer == expected) }
  }

  @Test func spansAreBytesOfTheText() throws {
    let source = "- Programme: bomca # note\n  имя: 'a b'\n  list: [x, y]\n  text: |\n    l\n"
    let reading = read(source)
    let entry = try #require(reading.root?.items?.first)
    func slice(_ node: YAMLNode?) -> String {
      node.map { String(decoding: reading.text.utf8[$0.span], as: UTF8.self) } ?? "none"
    }
    #expect(slice(entry.pairs?[0].key) == "Programme")
    #expect(slice(entry.pairs?[0].value) == "bomca")
    #expect(slice(entry.pairs?[1].key) == "имя")
    #expect(slice(entry.pairs?[1].value) == "'a b'")
    #expect(slice(entry.value(of: "list")) == "[x, y]")
    #expect(slice(entry.value(of: "list")?.items?[1]) == "y")
    #expect(slice(entry.value(of: "text")) == "|\n    l")
    #expect(slice(entry).hasPrefix("Programme: bomca"))
    #expect(slice(entry).hasSuffix("    l"))
  }

  @Test func columnsCountScalars() throws {
    let reading = read("имя: [а, бв]\n")
    let item = try #require(reading.root?.value(of: "имя")?.items?[1])
    let location = reading.text.location(of: item.span)
    #expect(location.line == 1)
    #expect(location.column == 10)
    #expect(location.length == 2)
  }

  @Test func byteOrderMarkIsNoColumn() throws {
    let reading = read("\u{FEFF}a: b\n")
    #expect(reading.diagnostics == [])
    #expect(YAMLDump.text(of: reading.root) == "{«a»: «b»}")
    let key = try #require(reading.root?.pairs?.first?.key)
    #expect(reading.text.location(of: key.span).column == 1)
  }

  @Test func stylesAreKept() throws {
    let reading = read("- a\n- 'a'\n- \"a\"\n- |\n  a\n- >\n  a\n-\n")
    let styles = try #require(reading.root?.items).map(\.style)
    #expect(styles == [.plain, .singleQuoted, .doubleQuoted, .literal, .folded, .absent])
  }

  @Test func readingGoesOnAfterAFaultyItem() {
    let source = "- A: one\n  x: \"y\n- A: two\n  x: [a\n- A: three\n  x: b: c\n- A: four\n"
    let reading = read(source)
    #expect(YAMLDump.text(of: reading.root) == "[{«A»: «four»}]")
    #expect(reading.brokenItems.map { $0.value.text } == ["one", "two", "three"])
    #expect(reading.diagnostics.map { $0.location?.line } == [2, 4, 6])
  }

  @Test func readingGoesOnAfterAFaultyKey() {
    let reading = read("a: *b\nc: d\ne: &f g\nh:\n  i: [\nj: k\n")
    #expect(YAMLDump.text(of: reading.root) == "{«c»: «d», «j»: «k»}")
    #expect(reading.diagnostics.map { $0.location?.line } == [1, 3, 5])
    #expect(reading.brokenItems.isEmpty)
  }
}
