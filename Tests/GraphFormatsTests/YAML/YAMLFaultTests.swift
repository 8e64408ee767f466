// SPDX-License-Identifier: Apache-2.0

import GraphFormats
import GraphTestSupport
import SourceDiagnostics
import Testing

/// Every message about YAML, with its place.
@Suite struct YAMLFaultTests {
  private func check(
    _ marked: String, _ expected: [String], advice: [String]? = nil,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    let source = MarkedSource(marked)
    let reading = YAMLReader.read(name: "test", bytes: source.text.utf8)
    #expect(source.findings(of: reading.diagnostics) == expected, sourceLocation: sourceLocation)
    if let advice, let first = reading.diagnostics.first {
      #expect(source.advice(of: first) == advice, sourceLocation: sourceLocation)
    }
  }

  @Test func characters() {
    check(
      "имя: a1️⃣\u{0}2️⃣",
      ["1️⃣-2️⃣ error[E102]: character U+0000 is not allowed in a dataset"],
      advice: ["help: remove it"])
    check(
      "a: 1️⃣\u{2028}2️⃣", ["1️⃣-2️⃣ error[E102]: character U+2028 is not allowed in a dataset"])
    check(
      "a: b\u{FEFF}".replacingMark("\u{FEFF}"),
      ["1️⃣-2️⃣ error[E102]: character U+FEFF is not allowed in a dataset"])
    check(
      "a: \"1️⃣\\e2️⃣[31m\"", ["1️⃣-2️⃣ error[E102]: character U+001B is not allowed in a dataset"])
    check(
      "a: \"1️⃣\\x002️⃣\"", ["1️⃣-2️⃣ error[E102]: character U+0000 is not allowed in a dataset"])
    check(
      "a: \"1️⃣\\uD83D2️⃣\"", ["1️⃣-2️⃣ error[E102]: character U+D83D is not allowed in a dataset"])
    check(
      "a:\n1️⃣\t2️⃣b: c\n", ["1️⃣-2️⃣ error[E103]: a tab is used as indentation"],
      advice: ["help: indent with spaces, two a level"])
    check("- a\n-1️⃣\t2️⃣b\n", ["1️⃣-2️⃣ error[E103]: a tab is used as indentation"])
    check("a: b\n 1️⃣\t2️⃣c\n", ["1️⃣-2️⃣ error[E103]: a tab is used as indentation"])
    check("a: |\n1️⃣\t2️⃣c\n", ["1️⃣-2️⃣ error[E103]: a tab is used as indentation"])
    check("a: |\n  c\n1️⃣\t2️⃣c\n", ["1️⃣-2️⃣ error[E103]: a tab is used as indentation"])
  }

  @Test(
    arguments: [
      ([0x61, 0xFF], "FF", 2), ([0xC3, 0x28], "C3", 1), ([0x0A, 0xE2, 0x82], "E2", 1),
      ([0xC0, 0x80], "C0", 1), ([0xED, 0xA0, 0x80], "ED", 1), ([0xF5, 0x80, 0x80, 0x80], "F5", 1),
      ([0xF0, 0x80, 0x80, 0x80], "F0", 1), ([0xFF, 0xFE, 0x61, 0x00], "FF", 1),
    ] as [([UInt8], String, Int)])
  func notUTF8(_ bytes: [UInt8], _ byte: String, _ column: Int) {
    let reading = YAMLReader.read(name: "test", bytes: bytes)
    #expect(reading.root == nil)
    #expect(
      reading.diagnostics.map(\.message) == ["byte \(byte) does not belong in a UTF-8 text"])
    #expect(reading.diagnostics.first?.code == "E101")
    #expect(reading.diagnostics.first?.location?.column == column)
    #expect(reading.diagnostics.first?.help == "save the file as UTF-8")
  }

  @Test func structure() {
    check("a: 'b' 1️⃣c2️⃣\n", ["1️⃣-2️⃣ error[E105]: nothing may follow the value on this line"])
    check("[a]\n1️⃣b2️⃣\n", ["1️⃣-2️⃣ error[E105]: nothing may follow the value on this line"])
    check(
      "a: |1️⃣b2️⃣\n  c\n",
      ["1️⃣-2️⃣ error[E105]: after '|' or '>' the text begins on the next line"],
      advice: ["help: quote the text if it begins with '|' or '>'"])
    check(
      "a: 'b'\n   1️⃣c: d2️⃣\n",
      ["1️⃣-2️⃣ error[E105]: this line is indented by 3 spaces, expected 0"])
    check(
      "a:\n  b: [c]\n 1️⃣d: e2️⃣\n",
      ["1️⃣-2️⃣ error[E105]: this line is indented by 1 space, expected 0"])
    check(
      "a: |\n    \n  1️⃣b2️⃣\n",
      ["1️⃣-2️⃣ error[E105]: this line is indented by 2 spaces, expected 4"])
    check(
      "- a\n1️⃣b: c2️⃣\n", ["1️⃣-2️⃣ error[E105]: expected a list item, which begins with '- '"])
    check("a: b\n1️⃣-2️⃣ c\n", ["1️⃣-2️⃣ error[E105]: expected 'key: value', found a list item"])
    check(
      "a: b\n  1️⃣-2️⃣ c\n",
      ["1️⃣-2️⃣ error[E105]: a list item stands inside a text that began on the line above"],
      advice: ["help: begin the list on a line of its own, or quote the text"])
    check(
      "a: 1️⃣-2️⃣ b\n", ["1️⃣-2️⃣ error[E105]: a list with '- ' begins on the line after its key"])
    check(
      "a: [1️⃣-2️⃣ b]\n", ["1️⃣-2️⃣ error[E105]: a list item with '- ' cannot stand here"],
      advice: ["help: inside brackets items are separated by commas"])
    check(
      "a: b\n1️⃣имя2️⃣\n", ["1️⃣-2️⃣ error[E105]: expected 'key: value', found 'имя'"],
      advice: [
        "help: write a colon and a space after the key, or indent the line if it continues a text"
      ])
    check(
      "{note: announced, 1️⃣rounded2️⃣}\n", ["1️⃣-2️⃣ error[E105]: 'rounded' has no value"],
      advice: ["help: inside braces a text with a comma needs quotes"])
    check("a: b\n1️⃣:2️⃣ c\n", ["1️⃣-2️⃣ error[E105]: no key stands before this colon"])
    check("[1️⃣:2️⃣ c]\n", ["1️⃣-2️⃣ error[E105]: no key stands before this colon"])
    check(
      "a: BOMCA1️⃣:2️⃣ phase\n", ["1️⃣-2️⃣ error[E105]: a text with ': ' in it needs quotes"],
      advice: ["help: put the whole text in double quotes"])
    check("a: b\n  c1️⃣:2️⃣ d\n", ["1️⃣-2️⃣ error[E105]: a text with ': ' in it needs quotes"])
    check(
      "[a1️⃣:2️⃣, b]",
      ["1️⃣-2️⃣ error[E105]: a colon before a bracket, comma or question mark needs quotes or a space"])
    check("[a, 1️⃣,2️⃣ b]", ["1️⃣-2️⃣ error[E105]: nothing stands before this comma"])
    check("{1️⃣,2️⃣}", ["1️⃣-2️⃣ error[E105]: nothing stands before this comma"])
  }

  @Test func bracketsAndQuotes() {
    check(
      "a: 0️⃣[b, c1️⃣}2️⃣\n", ["1️⃣-2️⃣ error[E105]: expected ',' or ']'"],
      advice: ["0️⃣ note: opened here"])
    check("a: {b: c1️⃣]2️⃣\n", ["1️⃣-2️⃣ error[E105]: expected ',' or '}'"])
    check("a: ['b' 1️⃣c2️⃣]\n", ["1️⃣-2️⃣ error[E105]: expected ',' or ']'"])
    check(
      "a: 1️⃣[2️⃣b\nc: d\n", ["1️⃣-2️⃣ error[E105]: '[' is not closed"],
      advice: ["help: lines inside brackets are indented more than the key they belong to"])
    check("a: 1️⃣{2️⃣b: c", ["1️⃣-2️⃣ error[E105]: '{' is not closed"])
    check("1️⃣[2️⃣a\n---\n", ["1️⃣-2️⃣ error[E105]: '[' is not closed"])
    check(
      "a: 1️⃣\"2️⃣b\nc: d\n", ["1️⃣-2️⃣ error[E105]: the quote \" is not closed"],
      advice: ["help: lines of a quoted text are indented more than the key they belong to"])
    check("a: 1️⃣'2️⃣b", ["1️⃣-2️⃣ error[E105]: the quote ' is not closed"])
    check(
      "a: 1️⃣@2️⃣b\n", ["1️⃣-2️⃣ error[E105]: a text that begins with '@' needs quotes"],
      advice: ["help: put the whole text in double quotes"])
    check(
      "a: \"C:1️⃣\\W2️⃣indows\"\n", ["1️⃣-2️⃣ error[E105]: '\\W' means nothing inside double quotes"],
      advice: ["help: write '\\\\' for a backslash, or use single quotes"])
    check("a: \"1️⃣\\x2️⃣4g\"\n", ["1️⃣-2️⃣ error[E105]: '\\x' means nothing inside double quotes"])
    let long = String(repeating: "k", count: 1_025)
    check("1️⃣\(long)2️⃣: a\n", ["1️⃣-2️⃣ error[E105]: a key is longer than 1,024 bytes"])
  }

  @Test func refusedFeatures() {
    check(
      "a: 1️⃣&x2️⃣ b\n", ["1️⃣-2️⃣ error[E106]: anchors (&) are not used in datasets"],
      advice: [
        "help: write the value where it is needed, or quote a text that begins with '&'"
      ])
    check(
      "a: 1️⃣*x2️⃣\n", ["1️⃣-2️⃣ error[E106]: aliases (*) are not used in datasets"],
      advice: [
        "help: write the value where it is needed, or quote a text that begins with '*'"
      ])
    check(
      "a: 1️⃣!!int2️⃣ 3\n", ["1️⃣-2️⃣ error[E106]: tags (!) are not used in datasets"],
      advice: ["help: the graph type gives values their types; quote a text that begins with '!'"])
    check(
      "1️⃣<<2️⃣: a\n", ["1️⃣-2️⃣ error[E106]: merge keys (<<) are not used in datasets"],
      advice: ["help: write the pairs where they are needed"])
    check("{1️⃣<<2️⃣: a}\n", ["1️⃣-2️⃣ error[E106]: merge keys (<<) are not used in datasets"])
    check(
      "1️⃣%YAML 1.22️⃣\n---\na\n", ["1️⃣-2️⃣ error[E106]: directives (%) are not used in datasets"],
      advice: ["help: remove the line"])
    check(
      "a: b\n1️⃣---2️⃣\nc: d\n", ["1️⃣-2️⃣ error[E106]: a dataset file holds one document"],
      advice: ["help: move what follows into a file of its own"])
    check("a\n...\n1️⃣---2️⃣\n", ["1️⃣-2️⃣ error[E106]: a dataset file holds one document"])
    check("1️⃣?2️⃣ a\n: b\n", ["1️⃣-2️⃣ error[E106]: a key must be a text on one line"])
    check("1️⃣[a]2️⃣: b\n", ["1️⃣-2️⃣ error[E106]: a key must be a text on one line"])
    check("{1️⃣[a]2️⃣: b}\n", ["1️⃣-2️⃣ error[E106]: a key must be a text on one line"])
    check("a: b\n1️⃣{2️⃣a: b}: b\n", ["1️⃣-2️⃣ error[E106]: a key must be a text on one line"])
  }

  @Test func duplicateKeys() {
    check(
      "- 0️⃣a: b\n  c: d\n  1️⃣a2️⃣: e\n", ["1️⃣-2️⃣ error[E107]: key 'a' stands twice"],
      advice: ["0️⃣ note: first here", "help: put several values into one list"])
    check("{a: b, 1️⃣\"a\"2️⃣: c}", ["1️⃣-2️⃣ error[E107]: key 'a' stands twice"])
    let many = (0..<20).map { "key\($0): x\n" }.joined()
    check("\(many)1️⃣key32️⃣: y\nkey20: x\n", ["1️⃣-2️⃣ error[E107]: key 'key3' stands twice"])
  }
}

extension String {
  /// The text with markers 1 and 2 around one character of it.
  fileprivate func replacingMark(_ character: Character) -> String {
    map { $0 == character ? "1️⃣\($0)2️⃣" : String($0) }.joined()
  }
}
