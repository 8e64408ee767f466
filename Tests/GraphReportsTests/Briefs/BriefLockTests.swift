// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import GraphReports

/// The file that keeps what a brief said.
@Suite struct BriefLockTests {
  /// A lock in which every member says something.
  static var full: BriefLock {
    var first = BriefLock.Question(
      kind: .block, line: 3, label: "fig-a", command: "neighbours 'a b' \"", show: ["figure"],
      asOf: "2020-02", style: "print")
    var node = BriefLock.Node(
      id: "bomca", type: "Programme", label: "BOMCA\n\u{2028}", sublabel: "2003–", since: "2003",
      until: "2025", hasEnded: true, hiddenNeighbours: 7)
    node.members = ["x", "y"]
    node.details = ["name: text"]
    var edge = BriefLock.Edge(
      from: "bomca", to: "kz", type: "COVERS", verb: "covers", dates: "2003–", since: "2003-01",
      until: "2025", hasEnded: true, isDisputed: true, isDirected: false, count: 2)
    edge.pathRanks = [1, 3]
    edge.sources = ["dg-home", "iom"]
    first.parts = [
      .figure(
        BriefLock.Drawing(
          title: "Title", subtitle: "Line", nodes: [node, plainNode("kz", "Kazakhstan")],
          edges: [edge], notes: ["A note"])),
      .table(columns: ["Name", "Dates"], rows: [["BOMCA", "2003"], ["", ""]]),
    ]
    first.sources = [BriefLock.Cited(key: "dg-home", locators: ["page 3", "page 5"])]
    var second = BriefLock.Question(
      kind: .quotation, line: 9, label: nil, command: "path A B", show: ["number"])
    second.parts = [.text(["2"])]
    return BriefLock(
      program: "entente 0.1.0", dataTitle: "Data", dataHash: "abc", asOf: "2021", style: "mono",
      questions: [first, second],
      sources: [BriefLock.Source(key: "dg-home", text: "DG HOME: A page.", url: "https://a.org/")])
  }

  static func plainNode(_ id: String, _ label: String) -> BriefLock.Node {
    BriefLock.Node(id: id, type: "State", label: label)
  }

  @Test func whatIsWrittenIsRead() throws {
    #expect(try BriefLock(json: Array(Self.full.json.utf8)) == Self.full)
    let empty = BriefLock(program: "entente")
    #expect(try BriefLock(json: Array(empty.json.utf8)) == empty)
  }

  /// Git shows lines: each node, edge and row has its own.
  @Test func eachThingHasALine() {
    let lines = Self.full.json.split(separator: "\n").map { $0.drop { $0 == " " } }
    #expect(lines.contains(#"["BOMCA", "2003"],"#))
    #expect(
      lines.contains(
        ##"{"from": "bomca", "to": "kz", "type": "COVERS", "verb": "covers", "dates": "2003–", "##
          + ##""since": "2003-01", "until": "2025", "ended": true, "disputed": true, "##
          + ##""directed": false, "count": 2, "paths": [1, 3], "sources": ["dg-home", "iom"]}"##))
    #expect(lines.contains(#"{"id": "kz", "type": "State", "label": "Kazakhstan"}"#))
  }

  @Test(arguments: [
    ("", "the text ends before its value does", 1, 1),
    ("{\n  \"schema\": 3\n}", "expected a text", 2, 13),
    ("[]", "expected an object", 1, 1),
    ("{}", "the member 'schema' is missing", 1, 1),
    (
      "{\"schema\": \"entente.brief-lock/9\"}",
      "the schema is 'entente.brief-lock/9', and entente.brief-lock/1 is read here", 1, 12
    ),
    (
      "{\"schema\": \"entente.brief-lock/1\",\n \"program\": \"e\", \"questions\": {}}",
      "expected an array", 2, 31
    ),
    (
      "{\"schema\": \"entente.brief-lock/1\", \"program\": \"e\",\n\"questions\": [{\"kind\": \"x\"}]}",
      "'x' is no kind of question", 2, 24
    ),
    (
      "{\"schema\": \"entente.brief-lock/1\", \"program\": \"e\", \"questions\": [\n"
        + "{\"kind\": \"block\", \"line\": 0, \"command\": \"c\"}]}",
      "expected a whole number from 1", 2, 27
    ),
    (
      "{\"schema\": \"entente.brief-lock/1\", \"program\": \"e\", \"questions\": [\n"
        + "{\"kind\": \"block\", \"line\": 99999999999999999999, \"command\": \"c\"}]}",
      "expected a whole number from 1", 2, 27
    ),
    (
      "{\"schema\": \"entente.brief-lock/1\", \"program\": \"e\", \"questions\": [{\"kind\": \"block\", "
        + "\"line\": 1, \"command\": \"c\", \"parts\": [\n{\"part\": \"table\", \"columns\": [\"a\"], "
        + "\"rows\": [[]]}]}]}",
      "a row has 0 cells, and the table 1 columns", 2, 46
    ),
    (
      String(repeating: "[", count: 30), "more than 16 arrays and objects stand in each other", 1,
      17
    ),
  ])
  func damagedFiles(_ text: String, _ message: String, _ line: Int, _ column: Int) {
    let fault = #expect(throws: BriefLockFault.self) { try BriefLock(json: Array(text.utf8)) }
    #expect(fault?.message == message)
    #expect(fault?.line == line && fault?.column == column)
  }

  /// A file cut anywhere is refused, and none with a byte turned does harm.
  @Test func everyPrefixAndEveryTurnedByte() {
    let bytes = Array(Self.full.json.utf8)
    // The last byte ends the last line.
    for count in 0..<(bytes.count - 1) {
      #expect(throws: BriefLockFault.self) { try BriefLock(json: Array(bytes[..<count])) }
    }
    for position in bytes.indices {
      var turned = bytes
      turned[position] ^= 0x15
      guard let lock = try? BriefLock(json: turned) else { continue }
      let difference = BriefDifference(from: lock, to: Self.full)
      for question in difference.questions {
        #expect(!question.changes.isEmpty)
      }
    }
  }

  @Test func theLockOfAnAnsweredBrief() throws {
    let brief = try Brief.read(
      """
      Text `entente show gazette --format number`{.entente}.

      ```entente
      #| label: tbl-a
      #| show: table, path
      list yearbook
      ```
      """)
    let resolver = try StubResolver()
    let lock = BriefLock(
      AnsweredBrief(brief, by: resolver), of: resolver.graph, dataHash: "h", program: "p")
    #expect(lock.questions.map(\.line) == [1, 3])
    #expect(lock.questions.map(\.command) == ["show gazette", "list yearbook"])
    #expect(lock.questions[0].parts == [.text(["2"])])
    // Sources go by their keys, since numbers change with what stands before.
    #expect(
      lock.questions[1].parts[0]
        == .table(
          columns: ["Name", "Source"], rows: [["Exchange", "[yearbook]"], ["Other", ""]]))
    #expect(
      lock.questions[1].parts[1]
        == .text([
          "Answer", "Exchange ── covers ── Arland", "It covers [yearbook].", "Since: 2014; 2015",
          "Exchange", "Exchange", "  Arland", "No more.",
        ]))
    #expect(lock.questions[1].sources.map(\.key) == ["yearbook"])
    #expect(lock.sources.map(\.key) == ["gazette", "yearbook"])
  }
}
