// SPDX-License-Identifier: Apache-2.0

import GraphFormats
import GraphModel
import GraphTestSupport
import SourceDiagnostics
import Testing

/// Texts that are wrong: every message, its place and its advice.
@Suite struct GraphTypeFaultTests {
  /// What is found in a text: a line a finding, and a line for each note and help behind it.
  private func findings(_ marked: String) -> [String] {
    let source = MarkedSource(marked)
    let (graphType, diagnostics, _) = GraphTypeParser.parse(source.text)
    let hasErrors = diagnostics.contains { $0.severity == .error }
    #expect((graphType == nil) == hasErrors)
    return diagnostics.flatMap { source.findings(of: [$0]) + source.advice(of: $0) }
  }

  private func findings(elements: String) -> [String] {
    findings("CREATE GRAPH TYPE t AS { \(elements) }")
  }

  // MARK: Characters

  @Test func characters() {
    #expect(findings(elements: "(:A {x 1️⃣$$$2️⃣STRING})") == [
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
      findings(
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
      findings("CREATE GRAPH TYPE t AS { (:1️⃣`A)\n }") == [
        "1️⃣ error[E303]: the name is not closed: expected ` before the end of the line",
        "help: write ` inside the name as ``",
        "2:2 error[E310]: expected '&', '=>', '{' or ')', got '}'",
      ])
    #expect(findings(elements: "(:A)} 1️⃣/*2️⃣ ") == [
      "1️⃣-2️⃣ error[E303]: the comment is not closed: expected '*/'"
    ])
    #expect(findings(elements: "(:A {x STRING}1️⃣/*") == [
      "1️⃣ error[E303]: the comment is not closed: expected '*/'"
    ])
  }

  @Test func escapes() {
    #expect(findings(elements: #"(:A {x STRING IN ['1️⃣\q2️⃣', '3️⃣\uD8004️⃣', '5️⃣\u126️⃣']})"#) == [
      #"1️⃣-2️⃣ error[E304]: '\q' is not an escape"#,
      #"help: escapes are \\ \' \" \` \t \b \n \r \f \uXXXX \UXXXXXX; for \ itself write \\"#,
      #"3️⃣-4️⃣ error[E304]: '\uD800' is not an escape"#,
      #"help: escapes are \\ \' \" \` \t \b \n \r \f \uXXXX \UXXXXXX; for \ itself write \\"#,
      #"5️⃣-6️⃣ error[E304]: '\u12' is not an escape"#,
      #"help: escapes are \\ \' \" \` \t \b \n \r \f \uXXXX \UXXXXXX; for \ itself write \\"#,
    ])
    #expect(findings(elements: "(:1️⃣``2️⃣)") == [
      "1️⃣-2️⃣ error[E305]: a name has at least one character"
    ])
  }

  @Test func numbers() {
    #expect(findings(elements: "(:A {x INTEGER IN [1️⃣0x1F2️⃣]})") == [
      "1️⃣-2️⃣ error[E306]: '0x1F' is not a decimal number",
      "help: numbers are written as in 42, 12.5 or 1e-3",
    ])
    #expect(findings(elements: "(:A), (:A)-[:X]->(:A) OUT 1️⃣999999999999999999992️⃣") == [
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
    #expect(findings(marked) == [finding])
  }

  @Test(arguments: [
    ("1️⃣DROP2️⃣ GRAPH TYPE x", "'DROP'"), ("1️⃣CREATE GRAPH2️⃣ g ANY", "CREATE GRAPH"),
    ("1️⃣CREATE PROPERTY GRAPH2️⃣ g TYPED t", "CREATE GRAPH"), ("1️⃣MATCH2️⃣ (n)", "'MATCH'"),
  ])
  func otherStatements(marked: String, name: String) {
    #expect(findings(marked) == [
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
    #expect(findings(marked) == [
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
    #expect(findings(elements: element) == ["1️⃣-2️⃣ error[E310]: expected \(message)"])
  }

  @Test func commaWithoutElement() {
    #expect(findings("CREATE GRAPH TYPE t { (:A), 1️⃣}2️⃣") == [
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
    #expect(findings(elements: element) == ["1️⃣-2️⃣ error[E315]: \(message)"])
  }

  @Test(arguments: [
    ("(:A {a BOOL, b BOOL}) KEY (a) 1️⃣KEY2️⃣ (b)", "KEY"),
    ("()-[:X]->() OUT 0..1 1️⃣OUT2️⃣ 0..1", "OUT"),
    ("(:A {a BOOL NOT NULL 1️⃣NOT NULL2️⃣})", "NOT NULL"),
    ("(:A {a STRING UNIQUE 1️⃣UNIQUE2️⃣})", "UNIQUE"),
    ("(:A {a STRING MATCHES 'a' 1️⃣MATCHES 'b'2️⃣})", "MATCHES"),
  ])
  func repeatedClauses(element: String, clause: String) {
    #expect(findings(elements: element) == ["1️⃣-2️⃣ error[E314]: \(clause) is given twice"])
  }

  @Test func elementsWithoutNameOrLabel() {
    #expect(findings(elements: "1️⃣(a {x BOOL})2️⃣") == [
      "1️⃣-2️⃣ error[E316]: the node type has neither a name nor a label",
      "help: write (:Label) or NODE TYPE Name",
    ])
    #expect(findings(elements: "1️⃣()-[{x BOOL}]->()2️⃣") == [
      "1️⃣-2️⃣ error[E316]: the edge type has neither a name nor a label",
      "help: write -[:LABEL]-> or give the edge type a name",
    ])
    #expect(findings(elements: "1️⃣()->()2️⃣") == [
      "1️⃣-2️⃣ error[E316]: the edge type has neither a name nor a label",
      "help: write -[:LABEL]-> or give the edge type a name",
    ])
  }

  @Test func labelsThatCannotBeJoined() {
    #expect(findings(elements: "()-[1️⃣:A & B2️⃣]->()") == [
      "1️⃣-2️⃣ error[E317]: an edge type has one label, got 'A&B'",
      "help: declare one edge type for each label",
    ])
    #expect(findings(elements: "(1️⃣:A|B2️⃣)") == [
      "1️⃣-2️⃣ error[E317]: '|' stands between the labels of an end only",
      "help: join the labels of a node type with '&'",
    ])
  }

  @Test func slipsInArcs() {
    #expect(findings(elements: "()-[1️⃣X2️⃣ {a BOOL}]->()") == [
      "1️⃣-2️⃣ error[E310]: expected ':' before the label 'X'", "help: write -[:X]->",
    ])
    #expect(findings(elements: "()-[1️⃣x2️⃣:X]->()") == [
      "1️⃣-2️⃣ error[E310]: an edge type has no alias, got 'x'", "help: write -[:x]->",
    ])
    #expect(findings(elements: "()-[:X]1️⃣-2️⃣()") == [
      "1️⃣-2️⃣ error[E318]: expected an arrow, got '-'",
      "help: write -[...]-> or <-[...]- for a direction, ~[...]~ for none",
    ])
    #expect(findings(elements: "1️⃣UNDIRECTED2️⃣ EDGE TYPE X ()<-[:X]-()") == [
      "1️⃣-2️⃣ error[E318]: UNDIRECTED does not fit '<-'"
    ])
    #expect(findings(elements: "(a:A), 1️⃣DIRECTED2️⃣ EDGE X CONNECTING (a ~ a)") == [
      "1️⃣-2️⃣ error[E318]: DIRECTED does not fit '~'"
    ])
    #expect(findings(elements: "(a:A), 1️⃣EDGE2️⃣ X CONNECTING (a TO a)") == [
      "1️⃣-2️⃣ error[E318]: expected DIRECTED or UNDIRECTED before an edge type with CONNECTING"
    ])
  }

  @Test func slipsInEnds() {
    #expect(findings(elements: "(:A), (:A 1️⃣{x BOOL}2️⃣)-[:X]->()") == [
      "1️⃣-2️⃣ error[E319]: an end of an edge type has no properties of its own",
      "help: declare the properties with the node type",
    ])
    #expect(findings(elements: "(a:A), (1️⃣a2️⃣:A)-[:X]->()") == [
      "1️⃣-2️⃣ error[E319]: an end is an alias or labels, got alias 'a' with labels",
      "help: write (a) or the labels alone",
    ])
    #expect(findings(elements: "(:A), (:B), (1️⃣:A&B2️⃣)-[:X]->()") == [
      "1️⃣-2️⃣ error[E319]: no node type has exactly the labels 'A&B'",
      "help: for nodes with either label write '|' between the labels",
    ])
    #expect(findings(elements: "NODE TYPE N (n =>), (1️⃣n2️⃣)-[:X]->()") == [
      "1️⃣-2️⃣ error[E319]: node type 'N' has no label that an end could name"
    ])
  }

  @Test(arguments: [
    "(:A&1️⃣A2️⃣)", "(:A => :1️⃣A2️⃣)", "(:A), (:A|1️⃣A2️⃣)-[:X]->()",
    "(:A), (:B) EXTENDS A, 1️⃣A2️⃣", "(:A {A BOOL}) KEY (A, 1️⃣A2️⃣)",
    "(:A {x STRING IN ['A', 1️⃣'A'2️⃣]})",
  ])
  func listedTwice(element: String) {
    #expect(findings(elements: element) == ["1️⃣-2️⃣ error[E320]: 'A' is listed twice"])
  }

  // MARK: Properties and types

  @Test(arguments: [
    ("(:A {1️⃣,2️⃣ x BOOL})", "a property, got ','"),
    ("(:A {x 1️⃣}2️⃣)", "a type, got '}'"),
    ("(:A {x 1️⃣'BOOL'2️⃣})", "a type, got ''BOOL''"),
    ("(:A {x BOOL 1️⃣y2️⃣ BOOL})", "',' or '}', got 'y'"),
    ("(:A {x BOOL, 1️⃣}2️⃣)", "a property after ',', got '}'"),
    ("(:A {x BOOL NOT 1️⃣UNIQUE2️⃣})", "NULL, got 'UNIQUE'"),
    ("(:A {x STRING MATCHES 1️⃣a2️⃣})", "a pattern in quotes, got 'a'"),
    ("(:A {x STRING IN 1️⃣(2️⃣'a')})", "'[', got '('"),
    ("(:A {x STRING IN [1️⃣a2️⃣]})", "a value, got 'a'"),
    ("(:A {x STRING IN [1️⃣NULL2️⃣]})", "a value, got 'NULL'"),
    ("(:A {x STRING IN ['a', 1️⃣]2️⃣})", "a value, got ']'"),
    ("(:A {x STRING IN ['a' 1️⃣'b'2️⃣]})", "',' or ']', got ''b''"),
    ("(:A {x INTEGER IN [- 1️⃣x2️⃣]})", "a number, got 'x'"),
    ("(:A {x ANY IN [DATE 1️⃣12️⃣]})", "a text after DATE, got '1'"),
    ("(:A {x LIST<BOOL1️⃣,2️⃣ y BOOL})", "'>', got ','"),
    ("(:A {x STRING(1️⃣a2️⃣)})", "a length, got 'a'"),
    ("(:A {x STRING(11️⃣]2️⃣})", "')', got ']'"),
  ])
  func propertiesThatDoNotFollowTheGrammar(element: String, message: String) {
    #expect(findings(elements: element) == ["1️⃣-2️⃣ error[E310]: expected \(message)"])
  }

  @Test func colonBeforeAType() {
    #expect(findings(elements: "(:A {x1️⃣:2️⃣ BOOL, y1️⃣: BOOL})".replacing("y1️⃣", with: "y3️⃣")) == [
      "1️⃣-2️⃣ error[E310]: expected a type after 'x', got ':'",
      "help: write 'x STRING' or 'x :: STRING'",
      "3️⃣ error[E310]: expected a type after 'y', got ':'",
      "help: write 'y STRING' or 'y :: STRING'",
    ])
  }

  @Test(arguments: [
    ("INT32", "INT32", "use INTEGER, which has 64 bits"),
    ("small INTEGER", "SMALL INTEGER", "use INTEGER, which has 64 bits"),
    ("UNSIGNED INTEGER", "UNSIGNED INTEGER", "use INTEGER, which has 64 bits"),
    ("REAL", "REAL", "use FLOAT, which has 64 bits"),
    ("DECIMAL(10, 2)", "DECIMAL", "use FLOAT, or STRING with MATCHES to keep the digits"),
    ("BYTES(3)", "BYTES", "use STRING"),
    ("TIME", "TIME", "use LOCAL TIME or ZONED TIME"),
    ("DATETIME", "DATETIME", "use LOCAL DATETIME or ZONED DATETIME"),
    ("RECORD {a BOOL}", "RECORD", "use MAP"), ("PATH", "PATH", "declare an edge type instead"),
    ("BINDING TABLE", "BINDING TABLE", "declare an edge type instead"),
    ("NOTHING", "NOTHING", "leave the property out"),
  ])
  func unsupportedTypes(text: String, name: String, advice: String) {
    #expect(findings(elements: "(:A {x 1️⃣\(text), y BOOL})") == [
      "1️⃣ error[E321]: type \(name) is not supported", "help: \(advice)",
    ])
  }

  @Test func unionsOfTypes() {
    #expect(findings(elements: "(:A {x STRING 1️⃣|2️⃣ INTEGER})") == [
      "1️⃣-2️⃣ error[E321]: type with alternatives is not supported", "help: use ANY, or one type",
    ])
  }

  @Test(arguments: [
    ("1️⃣DURATION2️⃣(YEAR TO MONTH)", "DURATION"), ("1️⃣FLOAT2️⃣(5, 3)", "FLOAT"),
    ("STRING(1️⃣10012️⃣)", "more than 1000 characters"),
    ("LIST<BOOL>1️⃣[2️⃣5]", "LIST"), ("1️⃣LIST<LIST<STRING(5)>>2️⃣", "STRING in a LIST of LIST"),
  ])
  func unsupportedLengths(text: String, name: String) {
    #expect(findings(elements: "(:A {x \(text), y BOOL})") == [
      "1️⃣-2️⃣ error[E321]: a length of \(name) is not supported", "help: leave the length out",
    ])
  }

  @Test func lengthsThatContradict() {
    #expect(findings(elements: "(:A {x STRING(5) 1️⃣MATCHES 'a'2️⃣})") == [
      "1️⃣-2️⃣ error[E321]: a text type with a length cannot have a pattern as well",
      "help: put the length into the pattern",
    ])
    #expect(findings(elements: "(:A {x STRING1️⃣(5, 3)2️⃣})") == [
      "1️⃣-2️⃣ error[E321]: the least length is greater than the greatest"
    ])
  }

  @Test func unknownTypes() {
    #expect(findings(elements: "(:A {x 1️⃣STRNG2️⃣, y 3️⃣text4️⃣, z 5️⃣Foo6️⃣, w LIST<7️⃣Boolen8️⃣>})") == [
      "1️⃣-2️⃣ error[E322]: unknown type 'STRNG'", "help: did you mean 'STRING'?",
      "3️⃣-4️⃣ error[E322]: unknown type 'text'", "help: did you mean 'STRING'?",
      "5️⃣-6️⃣ error[E322]: unknown type 'Foo'",
      "7️⃣-8️⃣ error[E322]: unknown type 'Boolen'", "help: did you mean 'BOOLEAN'?",
    ])
  }

  @Test func enumerations() {
    #expect(findings(elements: "(:A {x STRING 1️⃣IN []2️⃣})".replacing("1️⃣IN ", with: "IN 1️⃣")) == [
      "1️⃣-2️⃣ error[E323]: IN [] allows no value"
    ])
    #expect(findings(elements: "(:A {x DATE IN [1️⃣'2019-02-30'2️⃣]})") == [
      "1️⃣-2️⃣ error[E324]: '2019-02-30' is not a date: February 2019 has 28 days"
    ])
    #expect(findings(elements: "(:A {x INTEGER IN [1️⃣1.52️⃣]})") == [
      "1️⃣-2️⃣ error[E324]: '1.5' is not an INTEGER: use digits with an optional sign, as in 42 or -7"
    ])
    #expect(findings(elements: "(:A {x STRING IN ['a', 1️⃣12️⃣]})") == [
      "1️⃣-2️⃣ error[E350]: property 'x' holds STRING and cannot be 1",
      "help: put the value in quotes",
    ])
    #expect(findings(elements: "(:A {x LIST<BOOL> IN [TRUE, 1️⃣'no'2️⃣]})") == [
      "1️⃣-2️⃣ error[E350]: property 'x' holds BOOL and cannot be 'no'"
    ])
  }

  @Test func requiredItemsAreAWarning() {
    #expect(findings(elements: "(:A {x LIST<STRING 1️⃣NOT NULL2️⃣> NOT NULL})") == [
      "1️⃣-2️⃣ warning[W325]: NOT NULL inside LIST is read but not enforced"
    ])
    #expect(findings(elements: "(:A {x STRING 1️⃣NOT NULL2️⃣ LIST})") == [
      "1️⃣-2️⃣ warning[W325]: NOT NULL inside LIST is read but not enforced"
    ])
  }

  // MARK: The type as a whole

  @Test func namesDeclaredTwice() {
    #expect(findings(elements: "(:1️⃣A2️⃣), (:3️⃣A4️⃣)") == [
      "3️⃣-4️⃣ error[E340]: node type 'A' is declared twice", "1️⃣-2️⃣ note: first declared here",
    ])
    #expect(findings(elements: "(:A {1️⃣x2️⃣ BOOL, y BOOL, 3️⃣x4️⃣ STRING})") == [
      "3️⃣-4️⃣ error[E343]: property 'x' is declared twice", "1️⃣-2️⃣ note: first declared here",
    ])
    #expect(findings(elements: "()-[:X {1️⃣x2️⃣ BOOL, 3️⃣x4️⃣ STRING}]->()") == [
      "3️⃣-4️⃣ error[E343]: property 'x' is declared twice", "1️⃣-2️⃣ note: first declared here",
    ])
    #expect(findings(elements: "()-[:1️⃣X2️⃣]->(), ()-[:3️⃣X4️⃣]->()") == [
      "3️⃣-4️⃣ error[E347]: edge type 'X' is declared twice with the same ends",
      "1️⃣-2️⃣ note: first declared here",
    ])
    #expect(findings(elements: "(1️⃣a2️⃣:A), (b), (3️⃣a4️⃣:B)".replacing("(b), ", with: "")) == [
      "3️⃣-4️⃣ error[E353]: alias 'a' is given twice", "1️⃣-2️⃣ note: first given here",
    ])
  }

  @Test func inheritance() {
    #expect(findings(elements: "(:Instrument), (:B) EXTENDS 1️⃣Instrumnet2️⃣") == [
      "1️⃣-2️⃣ error[E341]: no node type is called 'Instrumnet'",
      "help: did you mean 'Instrument'?",
    ])
    #expect(findings(elements: "(:A) EXTENDS 1️⃣A2️⃣") == [
      "1️⃣-2️⃣ error[E342]: node type 'A' extends itself"
    ])
    #expect(
      findings(elements: "(:A) EXTENDS 1️⃣B2️⃣, NODE TYPE B EXTENDS 3️⃣C4️⃣, (:C) EXTENDS 5️⃣A6️⃣") == [
        "1️⃣-2️⃣ error[E342]: node type 'A' extends itself through 'B', 'C'",
        "3️⃣-4️⃣ error[E342]: node type 'B' extends itself through 'C', 'A'",
        "5️⃣-6️⃣ error[E342]: node type 'C' extends itself through 'A', 'B'",
      ])
    #expect(findings(elements: "(:A {x STRING}), (:B {x 1️⃣BOOL2️⃣ NOT NULL}) EXTENDS A") == [
      "1️⃣-2️⃣ error[E344]: property 'x' has another type in 'A', which this type extends"
    ])
    let chain = (0...70).map { "NODE TYPE N\($0) EXTENDS N\($0 + 1)" }.joined(separator: ", ")
    #expect(findings(elements: "\(chain), (:N71)") == [
      "1:36 error[E307]: node type 'N0' extends more than 64 types"
    ])
  }

  @Test func keysAndEnds() {
    #expect(findings(elements: "(:A {iso2 STRING}) KEY (1️⃣iso2️⃣, name)") == [
      "1️⃣-2️⃣ error[E345]: key property 'iso' is not declared", "help: did you mean 'iso2'?",
    ])
    #expect(findings(elements: "(:State), (:1️⃣Stat2️⃣)-[:X]->(:State|3️⃣Foo4️⃣)") == [
      "1️⃣-2️⃣ error[E346]: no node type carries the label 'Stat'", "help: did you mean 'State'?",
      "3️⃣-4️⃣ error[E346]: no node type carries the label 'Foo'",
    ])
    #expect(findings(elements: "NODE TYPE Prog (:Programme), (:1️⃣Prog2️⃣)-[:X]->()") == [
      "1️⃣-2️⃣ error[E346]: no node type carries the label 'Prog'",
      "help: node type 'Prog' has the label 'Programme'",
    ])
    #expect(findings(elements: "(state:State), (1️⃣stat2️⃣)-[:X]->(3️⃣foo4️⃣)") == [
      "1️⃣-2️⃣ error[E352]: no node type has the alias 'stat'", "help: did you mean 'state'?",
      "3️⃣-4️⃣ error[E352]: no node type has the alias 'foo'",
    ])
    #expect(findings(elements: "()-[:X]->() OUT 1️⃣3..12️⃣, ()-[:Y]->() IN 3️⃣2..04️⃣") == [
      "1️⃣-2️⃣ error[E351]: cardinality 3..1 allows no count",
      "3️⃣-4️⃣ error[E351]: cardinality 2..0 allows no count",
    ])
  }

  @Test func patterns() {
    #expect(findings(elements: "(:A {x STRING MATCHES 'жa''1️⃣[2️⃣a-z'})") == [
      "1️⃣-2️⃣ error[E348]: pattern of 'x' does not compile: "
        + "the class is never closed: ']' expected, at character 4"
    ])
    #expect(findings(elements: "(:A {x STRING MATCHES @'a1️⃣\\2️⃣'})") == [
      "1️⃣-2️⃣ error[E348]: pattern of 'x' does not compile: "
        + "a backslash must be followed by a character, at character 2"
    ])
    #expect(findings(elements: "(:A {x LIST<INTEGER> MATCHES 1️⃣'a'2️⃣})") == [
      "1️⃣-2️⃣ error[E349]: property 'x' has a pattern but holds LIST<INTEGER>, not text"
    ])
  }

  // MARK: Several faults

  @Test func oneReadingFindsMany() {
    #expect(
      findings(
        """
        CREATE GRAPH TYPE t AS {
          NODE TYPE State (:State {iso 1️⃣STRNG, name STRING NOT 2️⃣NUL, good BOOL}),
          NODE TYPE Broken (:3️⃣),
          NODE TYPE Area (:Area {code 4️⃣:5️⃣ STRING})
          6️⃣DIRECTED EDGE TYPE COVERS (:Programme)-[:COVERS]-7️⃣>(:Area),
          nonsense 8️⃣
        }
        """.replacing("nonsense 8️⃣", with: "8️⃣nonsense").replacing("-7️⃣>", with: "7️⃣->")
      ) == [
        "1️⃣ error[E322]: unknown type 'STRNG'", "help: did you mean 'STRING'?",
        "2️⃣ error[E310]: expected NULL, got 'NUL'",
        "3️⃣ error[E310]: expected a label, got ')'",
        "4️⃣-5️⃣ error[E310]: expected a type after 'code', got ':'",
        "help: write 'code STRING' or 'code :: STRING'",
        "6️⃣ error[E310]: expected ',' or '}', got 'DIRECTED'",
        "8️⃣ error[E310]: expected a node or edge type, got 'nonsense'",
      ])
  }

  @Test func missingBracketsEndWithTheirElement() {
    #expect(
      findings(
        """
        CREATE GRAPH TYPE t AS {
          NODE TYPE A (:A {x BOOL1️⃣),
          NODE TYPE B (:B {x BOOL},2️⃣
          NODE TYPE C (:C {x BOOL,
          3️⃣NODE TYPE D (:4️⃣{)
        }
        """.replacing(",2️⃣", with: "2️⃣,")
      ) == [
        "1️⃣ error[E310]: expected ',' or '}', got ')'",
        "2️⃣ error[E310]: expected ')', got ','",
        "3️⃣ error[E310]: expected a property, got 'NODE'",
        "4️⃣ error[E310]: expected a label, got '{'",
      ])
  }

  @Test func unknownNamesAreNoNewsAfterAFault() {
    #expect(findings(elements: "(:A 1️⃣B), (:B)-[:X]->(:Q), NODE TYPE C EXTENDS A KEY (q)") == [
      "1️⃣ error[E310]: expected '&', '=>', '{' or ')', got 'B'"
    ])
  }

  @Test func endOfTextIsReportedOnce() {
    for text in ["(:A {x BOOL", "(:A {x", "(:A", "(:A) -[", "NODE TYPE", "(:A {x STRING IN ["] {
      let (_, diagnostics, _) = GraphTypeParser.parse(
        SourceText(name: "t", "CREATE GRAPH TYPE t AS { (:A), \(text)"))
      #expect(diagnostics.count == 1, "\(text)")
      #expect(diagnostics.first?.message.hasSuffix("got the end of the text") == true, "\(text)")
    }
  }

  // MARK: Limits

  @Test(arguments: ["(", "{", "[", "<", "(:A {x LIST<", "()-[:X {x ", ")", "]", "STRING LIST "])
  func nestingIsBounded(piece: String) {
    let text = "CREATE GRAPH TYPE t AS { (:A {x " + String(repeating: piece, count: 5000)
    let (graphType, diagnostics, _) = GraphTypeParser.parse(SourceText(name: "t", text))
    #expect(graphType == nil)
    #expect(diagnostics.count == 1)
  }

  @Test func nestedListsHaveOneFault() {
    let lists = String(repeating: "LIST<", count: 5000) + "BOOL" + String(repeating: ">", count: 5000)
    #expect(findings(elements: "(:A {x \(lists), y BOOL})") == [
      "1:358 error[E307]: types are nested more than 64 levels deep"
    ])
    let suffixes = "BOOL" + String(repeating: " LIST", count: 5000)
    #expect(findings(elements: "(:A {x \(suffixes), y BOOL})") == [
      "1:363 error[E307]: types are nested more than 64 levels deep"
    ])
    let deep = String(repeating: "LIST<", count: 64) + "BOOL" + String(repeating: ">", count: 64)
    #expect(findings(elements: "(:A {x \(deep)})") == [])
  }

  @Test func sizesAreBounded() {
    let long = String(repeating: " ", count: 1 << 20)
    let (_, diagnostics, _) = GraphTypeParser.parse(SourceText(name: "t", long + "x"))
    #expect(diagnostics.map(\.message)
      == ["the text has 1048577 bytes, more than the 1048576 of a graph type"])
    #expect(diagnostics.first?.location == SourceLocation(file: "t"))

    let types = (0...1000).map { "(:N\($0))" }.joined(separator: ",")
    #expect(findings("CREATE GRAPH TYPE t { \(types) }").last?.contains(
      "error[E307]: a graph type has at most 1000 node and edge types") == true)
    let properties = (0..<1001).map { "p\($0) BOOL" }.joined(separator: ",")
    #expect(
      findings("CREATE GRAPH TYPE t { (:A {\(properties)}), (:B {\(properties)}) }").map {
        String($0.drop { $0 != "[" })
      } == ["[E307]: a graph type has at most 2000 properties in all"])
    let labels = (0...5001).map { "L\($0)" }.joined(separator: "&")
    #expect(findings(elements: "(:\(labels))").map { String($0.drop { $0 != "[" }) } == [
      "[E307]: a graph type lists at most 5000 labels, ends, supertypes and keys in all"
    ])
  }

  @Test func findingsAreBounded() {
    let faults = String(repeating: "x, ", count: 500)
    let found = findings(elements: "(:A {\(faults)})")
    #expect(found.count == 101)
    #expect(found.last
      == "0:0 error[E308]: there are more faults than these 100; the rest is not shown")
    let signs = String(repeating: "$ ", count: 500)
    #expect(findings(signs).count == 101)
  }

  @Test func longNamesAreCutInMessages() {
    let name = String(repeating: "ж", count: 500)
    #expect(findings(elements: "(:A {x 1️⃣\(name)2️⃣})") == [
      "1️⃣-2️⃣ error[E322]: unknown type '\(String(repeating: "ж", count: 60))…'"
    ])
  }

  // MARK: The catalogue

  @Test func catalogueIsSound() {
    #expect(GraphTypeParser.catalogue.problems() == [])
    #expect(GraphTypeParser.catalogue.entries.map(\.code) == [
      "E301", "E302", "E303", "E304", "E305", "E306", "E307", "E308", "E310", "E311", "E312",
      "E313", "E314", "E315", "E316", "E317", "E318", "E319", "E320", "E321", "E322", "E323",
      "E324", "E340", "E341", "E342", "E343", "E344", "E345", "E346", "E347", "E348", "E349",
      "E350", "E351", "E352", "E353", "W325",
    ])
  }

  /// Each example has the fault that it stands for, and each correction has none.
  @Test(arguments: GraphTypeParser.catalogue.entries)
  func examplesOfTheCatalogue(entry: DiagnosticCatalogue.Entry) {
    // These are about files, not about anything that could be quoted.
    if ["E302", "E307", "E308"].contains(entry.code) { return }
    #expect(codes(entry.example).contains(entry.code))
    if let correction = entry.correction { #expect(codes(correction) == []) }
  }

  /// The codes found in a statement, in element types, or in a property.
  private func codes(_ example: String) -> [String] {
    let isElement = ["(", "NODE"].contains { example.hasPrefix($0) }
    let isStatement = example.hasPrefix("CREATE")
    let elements = isElement ? example : "(:A {\(example)})"
    let known = "NODE TYPE K (:State&Group&Area&A), NODE TYPE Instrument (:Instrument)"
    let text =
      isStatement ? example : "CREATE GRAPH TYPE t { \(elements), \(known) }"
    return GraphTypeParser.parse(SourceText(name: "t", text)).diagnostics.map(\.code)
  }
}
