// SPDX-License-Identifier: Apache-2.0

import GraphFormats
import SourceDiagnostics
import Testing

/// Texts that do not follow the grammar: every message, its place and its advice.
@Suite struct GraphTypeFaultTests {
  // MARK: Characters

  @Test func characters() {
    #expect(
      graphTypeFindings(elements: "(:A {x 1️⃣$$$2️⃣STRING})") == [
        "1️⃣ error[E301]: character '$' does not belong here"
      ])
    let bytes = Array("CREATE GRAPH TYPE t { (:A ".utf8) + [0xFF, 0xFE] + Array(") }".utf8)
    let (_, diagnostics, _) = GraphTypeParser.parse(SourceText(name: "t", utf8: bytes))
    #expect(diagnostics.map(\.message) == ["the text is not UTF-8 here"])
    #expect(diagnostics.map(\.code) == ["E302"])
    #expect(diagnostics.first?.location?.column == 27)
  }

  @Test func quotes() {
    #expect(
      graphTypeFindings(
        """
        CREATE GRAPH TYPE t AS { (:A {
          x STRING IN ['a, '1️⃣b2️⃣'],
          y STRING
        }) }
        """) == [
          "1️⃣-2️⃣ error[E310]: expected ',' or ']', got 'b'",
          "2️⃣ error[E303]: the text is not closed: expected ' before the end of the line",
          "help: write ' inside the text as ''",
        ])
    #expect(
      graphTypeFindings("CREATE GRAPH TYPE t AS { (:1️⃣`A)\n }") == [
        "1️⃣ error[E303]: the name is not closed: expected ` before the end of the line",
        "help: write ` inside the name as ``",
        "2:2 error[E310]: expected '&', '=>', '{' or ')', got '}'",
      ])
    #expect(
      graphTypeFindings(elements: "(:A)} 1️⃣/*2️⃣ ") == [
        "1️⃣-2️⃣ error[E303]: the comment is not closed: expected '*/'"
      ])
    #expect(
      graphTypeFindings(elements: "(:A {x STRING}1️⃣/*") == [
        "1️⃣ error[E303]: the comment is not closed: expected '*/'"
      ])
  }

  @Test func escapes() {
    #expect(
      graphTypeFindings(elements: #"(:A {x STRING IN ['1️⃣\q2️⃣', '3️⃣\uD8004️⃣', '5️⃣\u126️⃣']})"#) == [
        #"1️⃣-2️⃣ error[E304]: '\q' is not an escape"#,
        #"help: escapes are \\ \' \" \` \t \b \n \r \f \u0041 \U01F600; for \ itself write \\"#,
        #"3️⃣-4️⃣ error[E304]: '\uD800' is not an escape"#,
        #"help: escapes are \\ \' \" \` \t \b \n \r \f \u0041 \U01F600; for \ itself write \\"#,
        #"5️⃣-6️⃣ error[E304]: '\u12' is not an escape"#,
        #"help: escapes are \\ \' \" \` \t \b \n \r \f \u0041 \U01F600; for \ itself write \\"#,
      ])
    #expect(
      graphTypeFindings(elements: "(:1️⃣``2️⃣)") == [
        "1️⃣-2️⃣ error[E305]: a name has at least one character"
      ])
  }

  @Test func numbers() {
    #expect(
      graphTypeFindings(elements: "(:A {x INTEGER IN [1️⃣0x1F2️⃣]})") == [
        "1️⃣-2️⃣ error[E306]: '0x1F' is not a decimal number",
        "help: numbers are written as in 42, 12.5 or 1e-3",
      ])
    #expect(
      graphTypeFindings(elements: "(:A), (:A)-[:X]->(:A) OUT 1️⃣999999999999999999992️⃣") == [
        "1️⃣-2️⃣ error[E306]: count '99999999999999999999' is too large"
      ])
  }

  // MARK: Statement

  @Test(arguments: [
    ("1️⃣", "1️⃣ error[E310]: expected CREATE GRAPH TYPE, got the end of the text"),
    ("1️⃣{2️⃣", "1️⃣-2️⃣ error[E310]: expected CREATE GRAPH TYPE, got '{'"),
    ("CREATE 1️⃣NODE2️⃣ TYPE x", "1️⃣-2️⃣ error[E310]: expected GRAPH TYPE, got 'NODE'"),
    ("CREATE OR 1️⃣GRAPH2️⃣", "1️⃣-2️⃣ error[E310]: expected REPLACE, got 'GRAPH'"),
    (
      "CREATE GRAPH TYPE IF NOT 1️⃣x2️⃣ AS { }",
      "1️⃣-2️⃣ error[E310]: expected EXISTS, got 'x'"
    ),
    (
      "CREATE GRAPH TYPE 1️⃣{2️⃣ }",
      "1️⃣-2️⃣ error[E310]: expected a name for the graph type, got '{'"
    ),
    ("CREATE GRAPH TYPE a1️⃣.2️⃣b { }", "1️⃣-2️⃣ error[E310]: expected AS or '{', got '.'"),
    ("CREATE GRAPH TYPE t1️⃣", "1️⃣ error[E310]: expected AS or '{', got the end of the text"),
    (
      "CREATE GRAPH TYPE t { (:A) } 1️⃣CREATE2️⃣",
      "1️⃣-2️⃣ error[E313]: expected the end of the text after the graph type, got 'CREATE'"
    ),
    (
      "CREATE OR REPLACE GRAPH TYPE 1️⃣IF NOT EXISTS2️⃣ t { }",
      "1️⃣-2️⃣ error[E314]: OR REPLACE and IF NOT EXISTS exclude each other"
    ),
  ])
  func statements(marked: String, finding: String) {
    #expect(graphTypeFindings(marked) == [finding])
  }

  @Test(arguments: [
    ("1️⃣DROP2️⃣ GRAPH TYPE x", "'DROP'"), ("1️⃣CREATE GRAPH2️⃣ g ANY", "CREATE GRAPH"),
    ("1️⃣CREATE PROPERTY GRAPH2️⃣ g TYPED t", "CREATE GRAPH"), ("1️⃣MATCH2️⃣ (n)", "'MATCH'"),
  ])
  func otherStatements(marked: String, name: String) {
    #expect(
      graphTypeFindings(marked) == [
        "1️⃣-2️⃣ error[E312]: \(name) does not declare a graph type",
        "help: a graph type begins with CREATE GRAPH TYPE",
      ])
  }

  @Test(arguments: [
    ("CREATE GRAPH TYPE t AS 1️⃣COPY2️⃣ OF u", "COPY OF"),
    ("CREATE GRAPH TYPE IF NOT EXISTS t 1️⃣COPY2️⃣ OF u", "COPY OF"),
    ("CREATE GRAPH TYPE t 1️⃣LIKE2️⃣ g", "LIKE"),
  ])
  func whatNeedsACatalog(marked: String, clause: String) {
    #expect(
      graphTypeFindings(marked) == [
        "1️⃣-2️⃣ error[E311]: \(clause) needs a catalog of graphs and graph types, and there is none",
        "help: write the types in braces: CREATE GRAPH TYPE name AS { ... }",
      ])
  }

  // MARK: Elements

  @Test(arguments: [
    ("1️⃣State2️⃣ (:A)", "a node or edge type, got 'State'"),
    ("(:A) 1️⃣(2️⃣:B)", "',' or '}', got '('"),
    ("NODE TYPE 1️⃣,2️⃣ (:A)", "a name after NODE TYPE, got ','"),
    ("EDGE 1️⃣,2️⃣ (:A)", "a name after EDGE, got ','"),
    ("(:A1️⃣,2️⃣ (:B)", "'&', '=>', '{' or ')', got ','"),
    ("(a 1️⃣A2️⃣)", "a label, '{' or ')', got 'A'"),
    ("(:A => :B 1️⃣=>2️⃣)", "'&', '{' or ')', got '=>'"),
    ("(:A {x BOOL} 1️⃣:2️⃣B)", "')', got ':'"),
    ("(:A & 1️⃣{2️⃣x BOOL})", "a label, got '{'"),
    ("(:A & B 1️⃣|2️⃣ C)", "'&' again, got '|'"),
    ("(:1️⃣!2️⃣A)", "a label, got '!'"),
    ("NODE TYPE 1️⃣(2️⃣:A)", "a name after NODE TYPE, got '('"),
    ("NODE 1️⃣(2️⃣:A)", "a name after NODE, got '('"),
    ("EDGE TYPE 1️⃣(2️⃣)-[:A]->()", "a name after EDGE TYPE, got '('"),
    ("EDGE 1️⃣(2️⃣)-[:A]->()", "a name after EDGE, got '('"),
    ("DIRECTED 1️⃣NODE2️⃣ A", "EDGE TYPE, got 'NODE'"),
    ("EDGE TYPE X ()1️⃣,2️⃣ (:A)", "'-[', '<-[' or '~[', got ','"),
    ("()-1️⃣(2️⃣)", "'[', got '('"),
    ("()<-[:X]1️⃣->2️⃣()", "'-', got '->'"),
    ("()-[:X]1️⃣~2️⃣()", "'->', got '~'"),
    ("()~[:X]1️⃣->2️⃣()", "'~', got '->'"),
    ("()-[:X {a BOOL} 1️⃣:2️⃣Y]->()", "']', got ':'"),
    ("()-[:X]->1️⃣x2️⃣", "'(', got 'x'"),
    ("DIRECTED EDGE X 1️⃣,2️⃣ (:A)", "CONNECTING, got ','"),
    ("DIRECTED EDGE X CONNECTING (1️⃣:2️⃣A TO b)", "the alias of a node type, got ':'"),
    ("DIRECTED EDGE X CONNECTING (a 1️⃣b2️⃣)", "TO, '->', '<-' or '~', got 'b'"),
    ("(:A) KEY 1️⃣a2️⃣", "'(', got 'a'"),
    ("(:A) KEY (a 1️⃣b2️⃣)", "',' or ')', got 'b'"),
    ("(:A) EXTENDS 1️⃣(2️⃣:B)", "the name of a node type, got '('"),
    ("NODE A AS 1️⃣:2️⃣", "an alias, got ':'"),
    ("(:A)-[:X]->(:A) OUT 1️⃣many2️⃣", "a count such as 0..1, got 'many'"),
    ("(:A)-[:X]->(:A) OUT 0..1️⃣n2️⃣", "a count or '*', got 'n'"),
    ("(:A)-[:X]->(:A) OUT 1️⃣1.52️⃣", "a count such as 0..1, got '1.5'"),
  ])
  func elementsThatDoNotFollowTheGrammar(element: String, message: String) {
    #expect(graphTypeFindings(elements: element) == ["1️⃣-2️⃣ error[E310]: expected \(message)"])
  }

  @Test func commaWithoutElement() {
    #expect(
      graphTypeFindings("CREATE GRAPH TYPE t { (:A), 1️⃣}2️⃣") == [
        "1️⃣-2️⃣ error[E310]: expected a node or edge type after ',', got '}'"
      ])
  }

  @Test(arguments: [
    ("(:A) 1️⃣OUT2️⃣ 0..1", "OUT does not apply to a node type"),
    ("(:A) 1️⃣IN2️⃣ 0..1", "IN does not apply to a node type"),
    ("1️⃣ABSTRACT2️⃣ ()-[:X]->()", "ABSTRACT does not apply to an edge type"),
    ("1️⃣ABSTRACT2️⃣ EDGE TYPE X ()-[:X]->()", "ABSTRACT does not apply to an edge type"),
    ("()-[:X]->() 1️⃣KEY2️⃣ (x)", "KEY does not apply to an edge type"),
    ("()-[:X]->() 1️⃣EXTENDS2️⃣ Y", "EXTENDS does not apply to an edge type"),
    ("()-[:X]->() 1️⃣AS2️⃣ y", "AS does not apply to an edge type"),
  ])
  func misplacedClauses(element: String, message: String) {
    #expect(graphTypeFindings(elements: element) == ["1️⃣-2️⃣ error[E315]: \(message)"])
  }

  @Test(arguments: [
    ("(:A {a BOOL, b BOOL}) KEY (a) 1️⃣KEY2️⃣ (b)", "KEY"),
    ("()-[:X]->() OUT 0..1 1️⃣OUT2️⃣ 0..1", "OUT"),
    ("(:A {a BOOL NOT NULL 1️⃣NOT NULL2️⃣})", "NOT NULL"),
    ("(:A {a STRING UNIQUE 1️⃣UNIQUE2️⃣})", "UNIQUE"),
    ("(:A {a STRING MATCHES 'a' 1️⃣MATCHES 'b'2️⃣})", "MATCHES"),
  ])
  func repeatedClauses(element: String, clause: String) {
    #expect(graphTypeFindings(elements: element) == ["1️⃣-2️⃣ error[E314]: \(clause) is given twice"])
  }

  @Test func elementsWithoutNameOrLabel() {
    #expect(
      graphTypeFindings(elements: "1️⃣(a {x BOOL})2️⃣") == [
        "1️⃣-2️⃣ error[E316]: the node type has neither a name nor a label",
        "help: write (:Label) or NODE TYPE Name",
      ])
    #expect(
      graphTypeFindings(elements: "1️⃣()-[{x BOOL}]->()2️⃣") == [
        "1️⃣-2️⃣ error[E316]: the edge type has neither a name nor a label",
        "help: write -[:LABEL]-> or give the edge type a name",
      ])
    #expect(
      graphTypeFindings(elements: "1️⃣()->()2️⃣") == [
        "1️⃣-2️⃣ error[E316]: the edge type has neither a name nor a label",
        "help: write -[:LABEL]-> or give the edge type a name",
      ])
  }

  @Test func labelsThatCannotBeJoined() {
    #expect(
      graphTypeFindings(elements: "()-[1️⃣:A & B2️⃣]->()") == [
        "1️⃣-2️⃣ error[E317]: an edge type has one label, got 'A&B'",
        "help: declare one edge type for each label",
      ])
    #expect(
      graphTypeFindings(elements: "(1️⃣:A|B2️⃣)") == [
        "1️⃣-2️⃣ error[E317]: '|' stands between the labels of an end only",
        "help: join the labels of a node type with '&'",
      ])
  }

  @Test func slipsInArcs() {
    #expect(
      graphTypeFindings(elements: "()-[1️⃣X2️⃣ {a BOOL}]->()") == [
        "1️⃣-2️⃣ error[E310]: expected ':' before the label 'X'", "help: write -[:X]->",
      ])
    #expect(
      graphTypeFindings(elements: "()-[1️⃣x2️⃣:X]->()") == [
        "1️⃣-2️⃣ error[E310]: an edge type has no alias, got 'x'", "help: write -[:x]->",
      ])
    #expect(
      graphTypeFindings(elements: "()-[:X]1️⃣-2️⃣()") == [
        "1️⃣-2️⃣ error[E318]: expected an arrow, got '-'",
        "help: write -[...]-> or <-[...]- for a direction, ~[...]~ for none",
      ])
    #expect(
      graphTypeFindings(elements: "1️⃣UNDIRECTED2️⃣ EDGE TYPE X ()<-[:X]-()") == [
        "1️⃣-2️⃣ error[E318]: UNDIRECTED does not fit '<-'"
      ])
    #expect(
      graphTypeFindings(elements: "(a:A), 1️⃣DIRECTED2️⃣ EDGE X CONNECTING (a ~ a)") == [
        "1️⃣-2️⃣ error[E318]: DIRECTED does not fit '~'"
      ])
    #expect(
      graphTypeFindings(elements: "(a:A), 1️⃣EDGE2️⃣ X CONNECTING (a TO a)") == [
        "1️⃣-2️⃣ error[E318]: expected DIRECTED or UNDIRECTED before an edge type with CONNECTING"
      ])
  }

  @Test func slipsInEnds() {
    #expect(
      graphTypeFindings(elements: "(:A), (:A 1️⃣{x BOOL}2️⃣)-[:X]->()") == [
        "1️⃣-2️⃣ error[E319]: an end of an edge type has no properties of its own",
        "help: declare the properties with the node type",
      ])
    #expect(
      graphTypeFindings(elements: "(a:A), (1️⃣a2️⃣:A)-[:X]->()") == [
        "1️⃣-2️⃣ error[E319]: an end is an alias or labels, got alias 'a' with labels",
        "help: write (a) or the labels alone",
      ])
    #expect(
      graphTypeFindings(elements: "(:A), (:B), (1️⃣:A&B2️⃣)-[:X]->()") == [
        "1️⃣-2️⃣ error[E319]: no node type has exactly the labels 'A&B'",
        "help: for nodes with either label write '|' between the labels",
      ])
    #expect(
      graphTypeFindings(elements: "NODE TYPE N (n =>), (1️⃣n2️⃣)-[:X]->()") == [
        "1️⃣-2️⃣ error[E319]: node type 'N' has no label that an end could name"
      ])
  }

  @Test(arguments: [
    "(:A&1️⃣A2️⃣)", "(:A => :1️⃣A2️⃣)", "(:A), (:A|1️⃣A2️⃣)-[:X]->()",
    "(:A), (:B) EXTENDS A, 1️⃣A2️⃣", "(:A {A BOOL}) KEY (A, 1️⃣A2️⃣)",
    "(:A {x STRING IN ['A', 1️⃣'A'2️⃣]})",
  ])
  func listedTwice(element: String) {
    #expect(graphTypeFindings(elements: element) == ["1️⃣-2️⃣ error[E320]: 'A' is listed twice"])
  }
}
