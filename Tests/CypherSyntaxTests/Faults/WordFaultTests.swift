// SPDX-License-Identifier: Apache-2.0

import Testing

@Suite("Faults of words and clauses")
struct WordFaultTests {
  @Test("each text has its faults, word for word and in their places")
  func faults() {
    expectFaults(Self.faults)
  }

  /// A text with its places marked, and below it, indented, its faults.
  static let faults = #"""
    1️⃣MTCH2️⃣ (n) RETURN n
      1️⃣-2️⃣ UnexpectedSyntax: unexpected 'MTCH', expected a clause such as MATCH or RETURN
        help: did you mean 'MATCH'?
    MATCH (n) 1️⃣WERE2️⃣ n.x RETURN n
      1️⃣-2️⃣ UnexpectedSyntax: unexpected 'WERE', expected the next clause or the end of the query
        help: did you mean 'WHERE'?
    MATCH (n) RETURN n 1️⃣ODER2️⃣ BY n
      1️⃣-2️⃣ UnexpectedSyntax: unexpected 'ODER', expected the next clause or the end of the query
        help: did you mean 'ORDER'?
    MATCH (n) RETURN n ORDER 1️⃣n2️⃣
      1️⃣-2️⃣ UnexpectedSyntax: unexpected 'n', expected BY after ORDER
    MATCH (n 1️⃣RETURN2️⃣ n
      1️⃣-2️⃣ UnexpectedSyntax: unexpected 'RETURN', expected labels after ':', properties in braces or ')'
    MATCH 1️⃣a2️⃣ RETURN a
      1️⃣-2️⃣ UnexpectedSyntax: unexpected 'a', expected a node in parentheses
    MATCH (1️⃣order2️⃣) RETURN 3️⃣order4️⃣.x
      1️⃣-2️⃣ UnexpectedSyntax: 'order' is a word of the language, expected a name
        help: write it in backquotes to make it a name: `order`
      3️⃣-4️⃣ UnexpectedSyntax: 'order' is a word of the language, expected a name
        help: write it in backquotes to make it a name: `order`
    RETURN 1️⃣limit2️⃣
      1️⃣-2️⃣ UnexpectedSyntax: unexpected 'limit', expected an expression
    RETURN1️⃣
      1️⃣ UnexpectedSyntax: the query ends too early, expected an expression
    RETURN 1 AS1️⃣
      1️⃣ UnexpectedSyntax: the query ends too early, expected a name
    RETURN 1 +1️⃣
      1️⃣ UnexpectedSyntax: the query ends too early, expected an expression
    RETURN (11️⃣
      1️⃣ UnexpectedSyntax: the query ends too early, expected an operator or ')'
    RETURN [1, 21️⃣
      1️⃣ UnexpectedSyntax: the query ends too early, expected ',' or ']' after an element
    RETURN [x IN xs WHERE1️⃣
      1️⃣ UnexpectedSyntax: the query ends too early, expected an expression
    RETURN {a 1️⃣12️⃣}
      1️⃣-2️⃣ UnexpectedSyntax: unexpected '1', expected ':' and a value after a key
    RETURN {1️⃣12️⃣: 2}
      1️⃣-2️⃣ UnexpectedSyntax: unexpected '1', expected the name of a key, or '}'
    RETURN f(1 1️⃣22️⃣)
      1️⃣-2️⃣ UnexpectedSyntax: unexpected '2', expected ',' or ')' after an argument
    RETURN a[11️⃣
      1️⃣ UnexpectedSyntax: the query ends too early, expected '..' or ']' after a position
    RETURN a.1️⃣
      1️⃣ UnexpectedSyntax: the query ends too early, expected the name of a property after '.'
    RETURN a STARTS 1️⃣'b'2️⃣
      1️⃣-2️⃣ UnexpectedSyntax: unexpected string 'b', expected WITH after STARTS
    RETURN a IS 1️⃣12️⃣
      1️⃣-2️⃣ UnexpectedSyntax: unexpected '1', expected NULL, NOT NULL or a label after IS
    RETURN a = 1️⃣NOT2️⃣ b
      1️⃣-2️⃣ UnexpectedSyntax: unexpected 'NOT', expected an operand; NOT needs parentheses here
    RETURN CASE a 1️⃣THEN2️⃣ 1 END
      1️⃣-2️⃣ UnexpectedSyntax: unexpected 'THEN', expected WHEN
        help: did you mean 'WHEN'?
    RETURN CASE WHEN a THEN 11️⃣
      1️⃣ UnexpectedSyntax: the query ends too early, expected WHEN, ELSE or END of the CASE
    RETURN n {.1️⃣}2️⃣
      1️⃣-2️⃣ UnexpectedSyntax: unexpected '}', expected the name of a property or '*'
    RETURN 1; 1️⃣RETURN2️⃣ 2
      1️⃣-2️⃣ UnexpectedSyntax: unexpected 'RETURN' after ';', expected the end of the query
    RETURN 1 1️⃣}2️⃣
      1️⃣-2️⃣ UnexpectedSyntax: unexpected '}', expected the next clause or the end of the query
    1️⃣FOREACH2️⃣ (x IN [1] | SET x.y = 1)
      1️⃣-2️⃣ UnexpectedSyntax: unexpected 'FOREACH', expected a clause such as MATCH or RETURN
    MERGE (n) ON 1️⃣DELETE2️⃣ 3️⃣SET4️⃣ n.x = 1
      1️⃣-2️⃣ UnexpectedSyntax: unexpected 'DELETE', expected CREATE or MATCH after ON
      3️⃣-4️⃣ UnexpectedSyntax: unexpected 'SET', expected an expression
    UNWIND [1] 1️⃣x2️⃣ RETURN x
      1️⃣-2️⃣ UnexpectedSyntax: unexpected 'x', expected AS and a name
    FOR x 1️⃣OF2️⃣ [1] RETURN x
      1️⃣-2️⃣ UnexpectedSyntax: unexpected 'OF', expected IN and a list
    LET x 1️⃣RETURN2️⃣ x
      1️⃣-2️⃣ UnexpectedSyntax: unexpected 'RETURN', expected '=' and a value
    CALL { RETURN 11️⃣
      1️⃣ UnexpectedSyntax: the query ends too early, expected '}' at the end of the subquery
    CALL (x) 1️⃣RETURN2️⃣ x
      1️⃣-2️⃣ UnexpectedSyntax: unexpected 'RETURN', expected '{' and a subquery
    CALL a.b() YIELD 1️⃣RETURN2️⃣ 1
      1️⃣-2️⃣ UnexpectedSyntax: 'RETURN' is a word of the language, expected a name
        help: write it in backquotes to make it a name: `RETURN`
    CALL a.b() YIELD 1️⃣12️⃣
      1️⃣-2️⃣ UnexpectedSyntax: unexpected '1', expected the name of a column
    1️⃣CALL a.b() YIELD *2️⃣ RETURN x
      1️⃣-2️⃣ UnexpectedSyntax: 'YIELD *' stands within a query, expected the names of the columns
        help: '*' is for a CALL that is the whole query
    MATCH (n) WHERE EXISTS { RETURN 1️⃣}2️⃣ RETURN n
      1️⃣-2️⃣ UnexpectedSyntax: unexpected '}', expected an expression
    MATCH (n) WHERE EXISTS { 1️⃣12️⃣ } RETURN n
      1️⃣-2️⃣ UnexpectedSyntax: unexpected '1', expected a clause or a pattern
    RETURN 1 UNION1️⃣
      1️⃣ UnexpectedSyntax: the query ends too early, expected a clause such as MATCH or RETURN
    EXPLAIN1️⃣
      1️⃣ UnexpectedSyntax: the query ends too early, expected a clause such as MATCH or RETURN
    MATCH (n) WHERE EXISTS { MATCH (m 1️⃣RETURN2️⃣ m } WITH n RETURN n,3️⃣
      1️⃣-2️⃣ UnexpectedSyntax: unexpected 'RETURN', expected labels after ':', properties in braces or ')'
      3️⃣ UnexpectedSyntax: the query ends too early, expected an expression
    """#
}
