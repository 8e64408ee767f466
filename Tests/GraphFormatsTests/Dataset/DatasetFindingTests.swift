// SPDX-License-Identifier: Apache-2.0

import GraphTestSupport
import SourceDiagnostics
import Testing

@testable import GraphFormats

/// Every message about a dataset, with its place.
@Suite struct DatasetFindingTests {
  private func check(
    _ facts: String, files: [(path: String, text: String?)] = [], _ expected: [String],
    advice: [String]? = nil, sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    let fixture = DatasetFixture(facts, files: files)
    let loading = fixture.load()
    #expect(fixture.findings(of: loading.diagnostics) == expected, sourceLocation: sourceLocation)
    #expect(
      (loading.graph == nil) == loading.diagnostics.contains { $0.severity == .error },
      sourceLocation: sourceLocation)
    if let advice, let first = loading.diagnostics.first {
      let given =
        (first.caretText.map { ["caret: " + $0] } ?? []) + fixture.facts.advice(of: first)
      #expect(given == advice, sourceLocation: sourceLocation)
    }
  }

  // MARK: - Keys

  @Test func unknownNodes() {
    check(
      "- Programme: a\n  COVERS: 1️⃣polnad2️⃣\n", ["1️⃣-2️⃣ error[E104]: unknown node 'polnad'"],
      advice: ["caret: no entry has this key", "help: did you mean 'poland' (Poland)?"])
    check(
      "- Programme: a\n  COVERS: [poland, 1️⃣x2️⃣]\n", ["1️⃣-2️⃣ error[E104]: unknown node 'x'"],
      advice: ["caret: no entry has this key"])
    check(
      "- Programme: a\n  COVERS:\n    - {to: 1️⃣Poland2️⃣}\n",
      ["1️⃣-2️⃣ error[E104]: unknown node 'Poland'"])
  }

  @Test func malformedKeys() {
    check(
      "- Programme: 1️⃣Bomca_92️⃣\n",
      ["1️⃣-2️⃣ error[E110]: 'Bomca_9' is not a key of a node"],
      advice: ["caret: lower-case letters, digits and hyphens only", "help: write 'bomca-9'"])
    check(
      "- Programme: 1️⃣-a2️⃣\n", ["1️⃣-2️⃣ error[E110]: '-a' is not a key of a node"],
      advice: ["caret: lower-case letters, digits and hyphens only"])
    check("- Programme: 1️⃣\"\"2️⃣\n", ["1️⃣-2️⃣ error[E110]: '' is not a key of a node"])
    check(
      "- Source: 1️⃣A B2️⃣\n  title: T\n", ["1️⃣-2️⃣ error[E110]: 'A B' is not a key of a source"])
    // These are texts like any other, and good keys.
    check("- Programme: no\n- Programme: 012\n- Programme: null\n", [])
    check("- Programme: 1️⃣~2️⃣\n", ["1️⃣-2️⃣ error[E110]: '~' is not a key of a node"])
    check("- Programme: 1️⃣1:302️⃣\n", ["1️⃣-2️⃣ error[E110]: '1:30' is not a key of a node"])
  }

  @Test func duplicateKeys() {
    check(
      "- Programme: 0️⃣a\n- Area: 1️⃣a2️⃣\n", ["1️⃣-2️⃣ error[E111]: node 'a' is defined twice"],
      advice: ["0️⃣ note: the first is here", "help: put everything about a node into one entry"])
    check(
      "- Programme: a\n", files: [("more.yaml", "- Programme: a\n")],
      ["more.yaml:1:14 error[E111]: node 'a' is defined twice"])
    check(
      "- Source: 1️⃣icmpd2️⃣\n  title: T\n",
      ["sources.yaml:4:11 error[E111]: source 'icmpd' is defined twice"])
  }

  @Test func lookalikeKeys() {
    check(
      "- Programme: 0️⃣a-b\n- Programme: 1️⃣A-b2️⃣\n",
      ["1️⃣-2️⃣ error[E112]: node keys 'A-b' and 'a-b' look the same"],
      advice: [
        "0️⃣ note: the first is here",
        "help: use one spelling for both, or a key that differs in more than case or hyphens",
      ])
    check(
      "- Programme: a-b\n- Programme: 1️⃣a\u{2010}b2️⃣\n",
      ["1️⃣-2️⃣ error[E112]: node keys 'a\u{2010}b' and 'a-b' look the same"])
    check(
      "- Programme: 1️⃣caf\u{E9}2️⃣\n- Programme: 3️⃣cafe\u{301}4️⃣\n",
      [
        "1️⃣-2️⃣ error[E110]: 'caf\u{E9}' is not a key of a node",
        "3️⃣-4️⃣ error[E112]: node keys 'cafe\u{301}' and 'caf\u{E9}' look the same",
      ])
  }

  @Test func unknownSources() {
    check(
      "- Programme: a\n  sources: [1️⃣hom2️⃣]\n", ["1️⃣-2️⃣ error[E113]: unknown source 'hom'"],
      advice: ["caret: not in the source register", "help: did you mean 'home'?"])
    check(
      "- Programme: a\n  budget: {value: 1, sources: [{1️⃣xyz2️⃣: page 3}]}\n",
      ["1️⃣-2️⃣ error[E113]: unknown source 'xyz'"])
    // Default sources are reported once, however much they stand behind.
    check(
      "- Programme: a\n  budget: 1\n  COVERS: [poland, latvia]\n  sources: [1️⃣xyz2️⃣]\n",
      ["1️⃣-2️⃣ error[E113]: unknown source 'xyz'"])
  }

  // MARK: - Shapes

  @Test func entries() {
    check(
      "1️⃣a: b2️⃣\n",
      ["1️⃣-2️⃣ error[E115]: a file of facts is a list of entries, each of which begins with '- '"])
    check(
      "- 1️⃣poland2️⃣\n", ["1️⃣-2️⃣ error[E115]: expected an entry, found 'poland'"],
      advice: ["help: an entry begins with its node type and key, as in '- State: poland'"])
    check("- 1️⃣[a]2️⃣\n", ["1️⃣-2️⃣ error[E115]: expected an entry, found a list"])
    check(
      "- 1️⃣Programme2️⃣:\n",
      [
        "1️⃣-2️⃣ error[E115]: the first line of an entry names its node type and key, found only 'Programme'"
      ],
      advice: ["help: an entry begins as in '- State: poland'"])
    check("", [])
  }

  @Test func shapes() {
    check(
      "- Programme: a\n  sources: 1️⃣home2️⃣\n", ["1️⃣-2️⃣ error[E114]: 'sources' holds a list"],
      advice: ["help: put it into brackets: [a, b]"])
    check("- Programme: a\n  aliases: 1️⃣A2️⃣\n", ["1️⃣-2️⃣ error[E114]: 'aliases' holds a list"])
    check(
      "- Programme: a\n  aliases: [1️⃣[b]2️⃣]\n",
      ["1️⃣-2️⃣ error[E114]: expected a name, or a mapping with 'name', 'kind' and 'language'"])
    check(
      "- Programme: a\n  aliases: [{name: 1️⃣[b]2️⃣}]\n",
      ["1️⃣-2️⃣ error[E114]: 'name' holds a text here, found a list or a mapping"])
    check(
      "- Programme: a\n  1️⃣budget2️⃣:\n",
      ["1️⃣-2️⃣ error[E114]: nothing is written after 'budget'"],
      advice: ["help: remove the line, or write \"\" for an empty text"])
    check(
      "- Programme: a\n  1️⃣COVERS2️⃣:\n", ["1️⃣-2️⃣ error[E114]: nothing is written after 'COVERS'"])
    check(
      "- Programme: a\n  tags:\n    -1️⃣\n", ["1️⃣ error[E114]: an item of the list is empty"])
    check(
      "- Programme: a\n  sources: [1️⃣[home]2️⃣]\n",
      ["1️⃣-2️⃣ error[E114]: expected the key of a source"],
      advice: ["help: write 'dg-home', '{dg-home: Article 3}' or '{source: dg-home, quote: …}'"])
    check(
      "- Programme: a\n  sources: [1️⃣{home: x, icmpd: y}2️⃣]\n",
      ["1️⃣-2️⃣ error[E114]: expected the key of a source"])
    check(
      "- Programme: a\n  COVERS: [1️⃣[poland]2️⃣]\n",
      ["1️⃣-2️⃣ error[E114]: 'COVERS' leads to the key of a node, or to a mapping with 'to'"])
    check(
      "- Programme: a\n  tags: [a, 1️⃣[b]2️⃣]\n",
      ["1️⃣-2️⃣ error[E114]: 'tags' holds a text here, found a list or a mapping"])
    check(
      "- Programme: a\n  budget: {value: 1, preferred: 1️⃣yes2️⃣}\n",
      ["1️⃣-2️⃣ error[E114]: 'preferred' is true or false, found 'yes'"])
  }

  @Test func keysOfMappings() {
    check(
      "- Programme: a\n  budget: {value: 1, 1️⃣source2️⃣: [home]}\n",
      ["1️⃣-2️⃣ error[E116]: 'source' is not a key of a claim"],
      advice: ["help: did you mean 'sources'?"])
    check(
      "- Programme: a\n  budget: {value: 1, 1️⃣xyz2️⃣: b}\n",
      ["1️⃣-2️⃣ error[E116]: 'xyz' is not a key of a claim"],
      advice: ["help: keys: value, sources, preferred, note"])
    check(
      "- Programme: a\n  sources: [{source: home, 1️⃣page2️⃣: 3}]\n",
      ["1️⃣-2️⃣ error[E116]: 'page' is not a key of a citation"])
    check(
      "- Programme: a\n  aliases: [{name: A, 1️⃣lang2️⃣: ru}]\n",
      ["1️⃣-2️⃣ error[E116]: 'lang' is not a key of a name"])
    check(
      "- Source: s\n  title: T\n  1️⃣author2️⃣: X\n",
      ["1️⃣-2️⃣ error[E116]: 'author' is not a key of a source"])
    check(
      "- Programme: a\n  aliases: [1️⃣{kind: acronym}2️⃣]\n",
      ["1️⃣-2️⃣ error[E117]: the name has no 'name'"])
    check(
      "- Programme: a\n  budget: 1️⃣{sources: [home]}2️⃣\n",
      ["1️⃣-2️⃣ error[E117]: the claim about 'budget' has no 'value'"],
      advice: ["help: write '{value: …, sources: […]}'; an edge type is written in capitals"])
    check(
      "- Programme: a\n  COVERS: [1️⃣{since: 2003}2️⃣]\n",
      ["1️⃣-2️⃣ error[E117]: the 'COVERS' edge has no 'to'"],
      advice: ["help: write '{to: KEY, …}'"])
    check(
      "- Source: 1️⃣s2️⃣\n", ["1️⃣-2️⃣ error[E117]: the source has no 'title'"])
  }

  @Test func claims() {
    check(
      """
      - Programme: a
        budget:
          - {value: 1, 0️⃣preferred: true}
          - {value: 2, 1️⃣preferred2️⃣: true}

      """,
      ["1️⃣-2️⃣ error[E118]: two claims about 'budget' are preferred"],
      advice: ["0️⃣ note: the first is here"])
    check(
      "- Programme: a\n  budget:\n    - {value: 1}\n    - 1️⃣22️⃣\n",
      ["1️⃣-2️⃣ error[E119]: 'budget' mixes claims and plain values"],
      advice: ["help: write each as '{value: …, sources: […]}'"])
    check(
      "- Programme: a\n  COVERS: [{to: poland, id: 0️⃣x}, {to: poland, id: 1️⃣x2️⃣}]\n",
      ["1️⃣-2️⃣ error[E120]: two parallel edges have the id 'x'"],
      advice: ["0️⃣ note: the first is here"])
    check("- Programme: a\n  COVERS: [{to: poland, id: x}, {to: latvia, id: x}]\n", [])
  }

  @Test func sourcesAndNames() {
    check(
      "- Source: s\n  title: T\n  url: 1️⃣javascript:alert(1)2️⃣\n",
      [
        "1️⃣-2️⃣ error[E123]: 'javascript:alert(1)' is not a web address: it begins with 'https://' or 'http://'"
      ])
    check(
      "- Source: s\n  title: T\n  retrieved: 1️⃣2026-022️⃣-30\n".replacingDay,
      ["1️⃣-2️⃣ error[E402]: '2026-02-30' is not a date: February 2026 has 28 days"])
    check(
      "- Programme: a\n  aliases: [{name: A, kind: 1️⃣acronim2️⃣}]\n",
      ["1️⃣-2️⃣ error[E124]: 'acronim' is not a kind of name"],
      advice: ["help: did you mean 'acronym'?"])
    check(
      "- Programme: a\n  aliases: [{name: A, kind: 1️⃣xx2️⃣}]\n",
      ["1️⃣-2️⃣ error[E124]: 'xx' is not a kind of name"],
      advice: ["help: kinds: acronym, former, short, translation, other"])
  }
}

extension String {
  /// Moves the end marker behind the day.
  fileprivate var replacingDay: String {
    split(separator: "2️⃣", omittingEmptySubsequences: false).joined().replacing("-30", with: "-302️⃣")
  }
}
