// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import Foundation
import Testing

@Suite("Hostile texts")
struct HostileTextTests {
  /// Texts that nest, each far deeper than anybody writes; whether their brackets are closed is all
  /// the same.
  static let nested: [(name: String, text: String)] = {
    let repeated = { (text: String) in String(repeating: text, count: 5_000) }
    return [
      ("parentheses", "RETURN " + repeated("(") + "1" + repeated(")")),
      ("open parentheses", "RETURN " + repeated("(")),
      ("lists", "RETURN " + repeated("[") + repeated("]")),
      ("lists in lists", "RETURN " + repeated("[1, ")),
      ("NOT", "RETURN " + repeated("NOT ") + "true"),
      ("signs", "RETURN " + repeated("- ") + "x"),
      ("CASE", "RETURN " + repeated("CASE WHEN ")),
      ("THEN", "RETURN " + repeated("CASE WHEN a THEN ")),
      ("ELSE", "RETURN " + repeated("CASE WHEN a THEN b ELSE ")),
      ("maps", "RETURN " + repeated("{a: ")),
      ("calls", "RETURN " + repeated("f(")),
      ("positions", "RETURN a" + repeated("[a")),
      ("EXISTS", "MATCH (n) WHERE " + repeated("EXISTS { MATCH (n) WHERE ")),
      ("subqueries", repeated("CALL { ")),
      ("groups", "MATCH " + repeated("(") + "(a)-->(b)" + repeated(")")),
      ("labels in parentheses", "MATCH (a:" + repeated("(") + "A" + repeated(")") + ")"),
      ("negated labels", "MATCH (a:" + repeated("!") + "A)"),
      ("conjunctions of labels", "MATCH (a:" + repeated("A&") + "A)"),
      ("sums", "RETURN 1" + repeated(" + 1")),
      ("powers", "RETURN 1" + repeated("^1")),
      ("properties", "RETURN a" + repeated(".a")),
      ("IS NULL", "RETURN a" + repeated(" IS NULL")),
      ("IN", "RETURN a" + repeated(" IN a")),
      ("comprehensions", "RETURN " + repeated("[x IN ")),
      ("results of comprehensions", "RETURN " + repeated("[x IN xs | ")),
      ("quantifiers", "RETURN " + repeated("any(x IN ")),
      ("reductions", "RETURN " + repeated("reduce(a = ")),
      ("map projections", "RETURN " + repeated("n {a: ")),
      ("properties of nodes", "MATCH (a {x: " + repeated("[(a {x: ")),
      ("shortest paths", "RETURN " + repeated("shortestPath((a {x: ")),
      ("trees of many short sums", "RETURN " + repeated("(1 + 1 + 1 + ")),
    ]
  }()

  @Test("5,000 of anything nested is one fault, on a stack of half a mebibyte")
  func nesting() async {
    await onSmallStack {
      for (name, text) in Self.nested {
        let parsed = QueryParser.parse(text)
        #expect(parsed.faults.map(\.detail) == [.nestingTooDeep], "\(name)")
        #expect(
          parsed.faults.first?.message
            == "the query is nested too deep here, expected at most 200 levels", "\(name)")
      }
    }
  }

  @Test("what is allowed to nest parses on a stack of half a mebibyte")
  func allowedNesting() async {
    await onSmallStack {
      for (opening, middle, closing, count) in [
        ("(", "1", ")", 190), ("[", "1", "]", 190), ("{a: ", "1", "}", 190), ("f(", "1", ")", 190),
        ("NOT (", "a", ")", 90), ("CASE WHEN ", "a", " THEN 1 END", 60),
        ("[x IN xs WHERE ", "a", "]", 90), ("any(x IN xs WHERE ", "a", ")", 90),
        ("n {a: ", "1", "}", 90), ("EXISTS { MATCH (n) WHERE ", "a", " }", 38),
        ("[(a)-->(b) | ", "1", "]", 90),
      ] {
        let repeated = { (text: String) in String(repeating: text, count: count) }
        let text = "RETURN " + repeated(opening) + middle + repeated(closing)
        let parsed = QueryParser.parse(text)
        #expect(parsed.faults.map(\.message) == [], "\(opening)")
      }
    }
  }

  private func onSmallStack(_ work: @escaping @Sendable () -> Void) async {
    await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
      let thread = Thread {
        work()
        continuation.resume()
      }
      thread.stackSize = 512 * 1024
      thread.start()
    }
  }

  @Test("long chains of AND, OR and XOR parse, and print as the same text")
  func longChains() throws {
    for word in ["AND", "OR", "XOR"] {
      let text = "RETURN a" + String(repeating: " \(word) a", count: 5_000)
      let statement = try #require(QueryParser.parse(text).statement)
      #expect(QueryPrinter.print(statement) == text)
    }
  }

  @Test("long lists of clauses, items, unions and comparisons parse")
  func longLists() {
    for text in [
      String(repeating: "MATCH (n) ", count: 5_000) + "RETURN n",
      "RETURN 1" + String(repeating: ", 1", count: 5_000),
      "RETURN 1" + String(repeating: " UNION RETURN 1", count: 5_000),
      "RETURN a" + String(repeating: " < a", count: 5_000),
      "MATCH (a)" + String(repeating: "-->(a)", count: 5_000) + " RETURN a",
      "RETURN [x IN xs WHERE x" + String(repeating: ":A", count: 190) + "]",
    ] {
      #expect(QueryParser.parse(text).faults.map(\.message) == [])
    }
  }

  @Test("at most 20 faults are reported")
  func manyFaults() {
    let parsed = QueryParser.parse(String(repeating: "RETURN ) ", count: 5_000))
    #expect(parsed.faults.count == 20)
  }

  @Test("unclosed brackets without end take no time that grows with their square")
  func unclosedBrackets() {
    for text in ["[", "(", "{", "[x IN ", "RETURN (a", "[(a)-[", "`", "'", "/*", "CASE "] {
      // An odd number, so that the last quote closes nothing.
      let count = 100_000 / text.utf8.count | 1
      #expect(!QueryParser.parse(String(repeating: text, count: count)).faults.isEmpty)
      #expect(!QueryParser.parse("RETURN " + String(repeating: text, count: count)).faults.isEmpty)
    }
  }

  @Test("control characters and broken UTF-8 are faults in their places")
  func strangeBytes() {
    expectFaults(
      """
      RETURN 1️⃣\u{0}2️⃣
        1️⃣-2️⃣ UnexpectedSyntax: unexpected control character U+0000, expected an expression
      RETURN a 1️⃣\u{7F}2️⃣
        1️⃣-2️⃣ UnexpectedSyntax: unexpected control character U+007F, expected the next clause or \
      the end of the query
      """)
    let broken = String(
      decoding: [0x52, 0x45, 0x54, 0x55, 0x52, 0x4E, 0x20, 0xC3, 0x28], as: UTF8.self)
    #expect(QueryParser.parse(broken).faults.map(\.detail) == [.invalidUnicodeCharacter])
    for bytes: [UInt8] in [
      [0xFF], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0x27, 0xE2, 0x80],
    ] {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!QueryParser.parse(text).faults.isEmpty)
      #expect(!QueryParser.parse("RETURN '" + text).faults.isEmpty)
    }
    #expect(QueryParser.parse("RETURN '\u{0}'").faults.isEmpty)
  }

  /// A query of many constructs, to be broken.
  static let large = """
    EXPLAIN MATCH p = ANY SHORTEST (a:State|Area {iso: 'K\\u005A', `x y`: $p})-[r:T*1..3]->(b IS A&!B)
    ((c)-[e WHERE e.x > 1.5e3]->{1,3}(d)){2,} (f) COST r.w AS OF date('2020-01-01')
    WHERE NOT a.x IN [1, 0xFF, -2] AND (a)--(b) OR [x IN xs WHERE x:A | x] <> [] XOR a STARTS WITH "b"
    OPTIONAL MATCH (a), q = shortestPath((a)-[*]-(b)) UNWIND range(1, 2)[0..1] AS i
    WITH DISTINCT *, count(*) AS n, CASE a WHEN 1 THEN 2 ELSE 3 END ORDER BY n DESC SKIP 1 LIMIT $n
    CALL (a) { MERGE (m:M) ON CREATE SET m.x = 1, m += {y: 2} ON MATCH SET m:L RETURN m }
    FILTER EXISTS { MATCH (a) WHERE any(x IN xs WHERE x) } LET z = a {.x, .*, y: 1}
    CALL db.labels() YIELD label AS l WHERE l =~ '.*' REMOVE a.x, a:B DETACH DELETE a // done
    RETURN reduce(s = 0, x IN xs | s + x ^ 2 % 3) AS `end`, a[1].b IS NOT NULL /* all */
    UNION ALL CREATE (a)-[:T {x: 1}]->(b) SET a = {} RETURN 1;
    """

  @Test("the large query is whole, and prints as the same tree")
  func large() throws {
    let parsed = QueryParser.parse(Self.large)
    #expect(parsed.faults.map(\.message) == [])
    RoundTrip.check(try #require(parsed.statement), Self.large)
  }

  @Test("every beginning of a large query parses, or has a fault within it")
  func prefixes() {
    let bytes = Array(Self.large.utf8)
    for length in 0...bytes.count { check(Array(bytes[..<length])) }
  }

  @Test(
    "a large query without any one byte, or with a strange one, parses or has a fault within it")
  func deletions() {
    let bytes = Array(Self.large.utf8)
    let strange = Array("(){}[]'\"`,;:$|-<>=\u{0}9".utf8)
    for index in bytes.indices {
      var shorter = bytes
      shorter.remove(at: index)
      check(shorter)
      var changed = bytes
      changed[index] = strange[index % strange.count]
      check(changed)
    }
  }

  private func check(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    let parsed = QueryParser.parse(text)
    #expect((parsed.statement == nil) == !parsed.faults.isEmpty)
    for fault in parsed.faults {
      #expect(fault.span.map { $0.range.upperBound <= text.utf8.count } ?? false)
    }
    if let statement = parsed.statement { RoundTrip.check(statement, text) }
  }
}
