// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import Testing

@Suite("Query printer")
struct QueryPrinterTests {
  private func printed(_ text: String) -> String {
    QueryParser.parse(text).statement.map { QueryPrinter.print($0) } ?? dump(text)
  }

  @Test("a clause stands in a line of its own, but in braces")
  func lines() {
    #expect(
      printed("explain match(n) call{with n return 1 as x} return x union return 2 as x;") == """
        EXPLAIN MATCH (n)
        CALL { WITH n RETURN 1 AS x }
        RETURN x
        UNION
        RETURN 2 AS x
        """)
  }

  @Test("parentheses stand where they are needed only")
  func parentheses() {
    for (text, expected) in [
      ("((a)) + (b * c)", "a + b * c"), ("(a + b) * c", "(a + b) * c"),
      ("a - (b - c)", "a - (b - c)"), ("(a - b) - c", "a - b - c"), ("a ^ (b ^ c)", "a ^ (b ^ c)"),
      ("NOT (a AND b)", "NOT (a AND b)"), ("(NOT a) AND b", "NOT a AND b"),
      ("(a OR b) AND c", "(a OR b) AND c"), ("a = (b = c)", "a = (b = c)"),
      ("(a = b) IS NULL", "(a = b) IS NULL"), ("(a + b).c", "(a + b).c"), ("(a.b).c", "a.b.c"),
      ("-(a + b)", "-(a + b)"), ("(-5).x", "(-5).x"), ("(-5) ^ 2", "-5 ^ 2"),
      ("-(5 ^ 2)", "-(5 ^ 2)"), ("(a:B).c", "(a:B).c"), ("a AND (b AND c)", "a AND (b AND c)"),
      ("[x IN xs WHERE (x:A|B)]", "[x IN xs WHERE (x:A|B)]"),
      ("f((x:A|B))", "f(x:A|B)"), ("a - (-b)", "a - (-b)"), ("a + (-b)", "a + -b"),
    ] {
      #expect(printed("RETURN " + text) == "RETURN " + expected, "\(text)")
    }
  }

  @Test("names are in backquotes where they have to be")
  func names() {
    for (text, expected) in [
      ("`a`", "a"), ("`a b`", "`a b`"), ("`a``b`", "`a``b`"), ("`match`.`match`", "`match`.match"),
      ("`1a`", "`1a`"), ("``", "``"), ("é", "`é`"), ("$`a b`", "$`a b`"), ("$`a`", "$a"),
      ("$1", "$1"), ("`any`(x)", "`any`(x)"), ("`a b`.c(1)", "`a b`.c(1)"),
      ("`count` {.x}", "`count` {.x}"), ("count", "count"),
      ("{`a`: 1, `b c`: 2}", "{a: 1, `b c`: 2}"),
    ] {
      #expect(printed("RETURN " + text) == "RETURN " + expected, "\(text)")
    }
  }

  @Test("literals have one spelling each")
  func literals() {
    for (text, expected) in [
      ("TRUE", "true"), ("NULL", "null"), ("0xFF", "255"), ("1E3", "1000.0"), ("1e20", "1e20"),
      ("\"a'b\"", "'a\\'b'"), ("'a\\\\b'", "'a\\\\b'"), ("'\\u0001'", "'\\u0001'"),
      ("'\\n\\t'", "'\\n\\t'"), ("'é'", "'é'"),
    ] {
      #expect(printed("RETURN " + text) == "RETURN " + expected, "\(text)")
    }
  }

  @Test("an expression or a query by itself is printed too")
  func parts() throws {
    let statement = try #require(QueryParser.parse("MATCH (n) WHERE n.x > 1 RETURN n").statement)
    #expect(QueryPrinter.print(statement.query) == "MATCH (n) WHERE n.x > 1\nRETURN n")
    guard case .match(let match) = statement.query.first.clauses.first, let filter = match.filter
    else {
      Issue.record("no filter")
      return
    }
    #expect(QueryPrinter.print(filter) == "n.x > 1")
  }
}
