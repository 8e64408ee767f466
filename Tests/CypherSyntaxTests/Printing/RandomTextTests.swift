// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphTestSupport
import Testing

@Suite("Random texts")
struct RandomTextTests {
  /// Expressions with holes, which are filled with others.
  static let expressions = [
    "a", "b", "n", "1", "-2", "1.5", "'x'", "$p", "true", "null", "any", "count(*)", "(a)", "(#)",
    "# + #", "# - #", "# * #", "# / #", "# % #", "# ^ #", "# || #", "-#", "+#", "NOT #", "# AND #",
    "# OR #", "# XOR #", "# = #", "# <> #", "# < #", "# >= #", "# IN #", "# STARTS WITH #",
    "# CONTAINS #", "# =~ #", "# IS NULL", "# IS NOT NULL", "#:A", "#:A:B", "#:A|B", "# IS A",
    "# IS NOT A|B", "#:!A", "#.x", "#.match", "#[#]", "#[#..#]", "#[..#]", "[#]", "[#, #]", "[]",
    "{k: #}", "f(#)", "a.f(#, #)", "f(DISTINCT #)", "[x IN # WHERE # | #]", "[x IN #]",
    "[x IN # | #]",
    "[(a)-->(b) WHERE # | #]", "[p = (a)-[r]-(b) | #]", "all(x IN # WHERE #)", "any(x IN #)",
    "any(#)", "reduce(s = #, x IN # | #)", "CASE # WHEN # THEN # END",
    "CASE WHEN # THEN # ELSE # END",
    "n {.x, .*, y: #, a}", "(a)-->(b)", "(a:A|B)--()", "(a {x: #})<-[r:T*1..2]-(b)",
    "shortestPath((a)-[*]-(b))", "EXISTS { (a)-->(b) WHERE # }", "COUNT { MATCH (a) RETURN # }",
    "exists(#)", "(a)-[#]", "(a)-(#)", "(a) < -#", "(n:A)--#",
  ]

  static func text(
    depth: Int, using generator: inout SeededGenerator
  ) -> String {
    let simple = depth <= 0 ? 13 : expressions.count
    let template = expressions[Int.random(in: 0..<simple, using: &generator)]
    var text = ""
    for character in template {
      if character == "#" {
        text += Self.text(depth: depth - 1, using: &generator)
      } else {
        text.append(character)
      }
    }
    return text
  }

  @Test("random expressions print as the same tree")
  func expressions() {
    var generator = SeededGenerator(seed: 9)
    var parsed = 0
    for _ in 0..<2_000 {
      let text = "RETURN " + Self.text(depth: 4, using: &generator)
      guard let statement = QueryParser.parse(text).statement else { continue }
      parsed += 1
      RoundTrip.check(statement, text)
    }
    #expect(parsed > 500)
  }

  @Test("random words and signs parse or have faults, and print as the same tree")
  func tokens() {
    let tokens = [
      "MATCH", "WHERE", "RETURN", "WITH", "AS", "(", ")", "[", "]", "{", "}", "-", ">", "<", ":",
      "|", "*", "..", ",", ".", "a", "A", "1", "IN", "IS", "NOT", "=", "ANY", "SHORTEST", "+", "?",
      "&", "!", "%", "~", "$p", "'s'", "(a)", "-->", "(b)", "-[r]-", "EXISTS", "CASE", "END", "x.y",
      "OF", "COST", "UNION", "CALL", "SET", "`q`", "FILTER", "LET", "FOR",
    ]
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<8_000 {
      let length = Int.random(in: 1...12, using: &generator)
      var text = ["MATCH (a)", "RETURN", "MATCH", ""].randomElement(using: &generator) ?? ""
      for _ in 0..<length { text += " " + (tokens.randomElement(using: &generator) ?? "") }
      let parsed = QueryParser.parse(text)
      if let statement = parsed.statement { RoundTrip.check(statement, text) }
      if (parsed.statement == nil) == parsed.faults.isEmpty { Issue.record("\(text)") }
    }
  }
}
