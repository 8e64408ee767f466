// SPDX-License-Identifier: Apache-2.0

import Testing

/// Texts that follow the grammar and mean nothing sound: every message, its place and its advice.
@Suite struct GraphTypeCheckTests {
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
    #expect(graphTypeFindings(elements: element) == ["1️⃣-2️⃣ error[E310]: expected \(message)"])
  }

  @Test func colonBeforeAType() {
    #expect(
      graphTypeFindings(elements: "(:A {x1️⃣:2️⃣ BOOL, y3️⃣: BOOL})") == [
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
    #expect(
      graphTypeFindings(elements: "(:A {x 1️⃣\(text), y BOOL})") == [
        "1️⃣ error[E321]: type \(name) is not supported", "help: \(advice)",
      ])
  }

  @Test func unionsOfTypes() {
    #expect(
      graphTypeFindings(elements: "(:A {x STRING 1️⃣|2️⃣ INTEGER})") == [
        "1️⃣-2️⃣ error[E321]: type with alternatives is not supported", "help: use ANY, or one type",
      ])
  }

  @Test(arguments: [
    ("1️⃣DURATION2️⃣(YEAR TO MONTH)", "DURATION"), ("1️⃣FLOAT2️⃣(5, 3)", "FLOAT"),
    ("STRING(1️⃣10012️⃣)", "more than 1000 characters"),
    ("LIST<BOOL>1️⃣[2️⃣5]", "LIST"), ("1️⃣LIST<LIST<STRING(5)>>2️⃣", "STRING in a LIST of LIST"),
  ])
  func unsupportedLengths(text: String, name: String) {
    #expect(
      graphTypeFindings(elements: "(:A {x \(text), y BOOL})") == [
        "1️⃣-2️⃣ error[E321]: a length of \(name) is not supported", "help: leave the length out",
      ])
  }

  @Test func lengthsThatContradict() {
    #expect(
      graphTypeFindings(elements: "(:A {x STRING(5) 1️⃣MATCHES 'a'2️⃣})") == [
        "1️⃣-2️⃣ error[E321]: a text type with a length cannot have a pattern as well",
        "help: put the length into the pattern",
      ])
    #expect(
      graphTypeFindings(elements: "(:A {x STRING1️⃣(5, 3)2️⃣})") == [
        "1️⃣-2️⃣ error[E321]: the least length is greater than the greatest"
      ])
  }

  @Test func unknownTypes() {
    #expect(
      graphTypeFindings(elements: "(:A {x 1️⃣STRNG2️⃣, y 3️⃣text4️⃣, z 5️⃣Foo6️⃣, w LIST<7️⃣Boolen8️⃣>})") == [
        "1️⃣-2️⃣ error[E322]: unknown type 'STRNG'", "help: did you mean 'STRING'?",
        "3️⃣-4️⃣ error[E322]: unknown type 'text'", "help: did you mean 'STRING'?",
        "5️⃣-6️⃣ error[E322]: unknown type 'Foo'",
        "7️⃣-8️⃣ error[E322]: unknown type 'Boolen'", "help: did you mean 'BOOLEAN'?",
      ])
  }

  @Test func enumerations() {
    #expect(
      graphTypeFindings(elements: "(:A {x STRING IN 1️⃣[]2️⃣})") == [
        "1️⃣-2️⃣ error[E323]: IN [] allows no value"
      ])
    #expect(
      graphTypeFindings(elements: "(:A {x DATE IN [1️⃣'2019-02-30'2️⃣]})") == [
        "1️⃣-2️⃣ error[E324]: '2019-02-30' is not a date: February 2019 has 28 days"
      ])
    #expect(
      graphTypeFindings(elements: "(:A {x INTEGER IN [1️⃣1.52️⃣]})") == [
        "1️⃣-2️⃣ error[E324]: '1.5' is not an INTEGER: use digits with an optional sign, as in 42 or -7"
      ])
    #expect(
      graphTypeFindings(elements: "(:A {x STRING IN ['a', 1️⃣12️⃣]})") == [
        "1️⃣-2️⃣ error[E350]: property 'x' holds STRING and cannot be 1",
        "help: put the value in quotes",
      ])
    #expect(
      graphTypeFindings(elements: "(:A {x LIST<BOOL> IN [TRUE, 1️⃣'no'2️⃣]})") == [
        "1️⃣-2️⃣ error[E350]: property 'x' holds BOOL and cannot be 'no'"
      ])
  }

  @Test func requiredItemsAreAWarning() {
    #expect(
      graphTypeFindings(elements: "(:A {x LIST<STRING 1️⃣NOT NULL2️⃣> NOT NULL})") == [
        "1️⃣-2️⃣ warning[W325]: NOT NULL inside LIST is read but not enforced"
      ])
    #expect(
      graphTypeFindings(elements: "(:A {x STRING 1️⃣NOT NULL2️⃣ LIST})") == [
        "1️⃣-2️⃣ warning[W325]: NOT NULL inside LIST is read but not enforced"
      ])
  }

  // MARK: The type as a whole

  @Test func namesDeclaredTwice() {
    #expect(
      graphTypeFindings(elements: "(:1️⃣A2️⃣), (:3️⃣A4️⃣)") == [
        "3️⃣-4️⃣ error[E340]: node type 'A' is declared twice", "1️⃣-2️⃣ note: first declared here",
      ])
    #expect(
      graphTypeFindings(elements: "(:A {1️⃣x2️⃣ BOOL, y BOOL, 3️⃣x4️⃣ STRING})") == [
        "3️⃣-4️⃣ error[E343]: property 'x' is declared twice", "1️⃣-2️⃣ note: first declared here",
      ])
    #expect(
      graphTypeFindings(elements: "()-[:X {1️⃣x2️⃣ BOOL, 3️⃣x4️⃣ STRING}]->()") == [
        "3️⃣-4️⃣ error[E343]: property 'x' is declared twice", "1️⃣-2️⃣ note: first declared here",
      ])
    #expect(
      graphTypeFindings(elements: "()-[:1️⃣X2️⃣]->(), ()-[:3️⃣X4️⃣]->()") == [
        "3️⃣-4️⃣ error[E347]: edge type 'X' is declared twice with the same ends",
        "1️⃣-2️⃣ note: first declared here",
      ])
    #expect(
      graphTypeFindings(elements: "(1️⃣a2️⃣:A), (3️⃣a4️⃣:B)") == [
        "3️⃣-4️⃣ error[E353]: alias 'a' is given twice", "1️⃣-2️⃣ note: first given here",
      ])
  }

  @Test func inheritance() {
    #expect(
      graphTypeFindings(elements: "(:Instrument), (:B) EXTENDS 1️⃣Instrumnet2️⃣") == [
        "1️⃣-2️⃣ error[E341]: no node type is called 'Instrumnet'",
        "help: did you mean 'Instrument'?",
      ])
    #expect(
      graphTypeFindings(elements: "(:A) EXTENDS 1️⃣A2️⃣") == [
        "1️⃣-2️⃣ error[E342]: node type 'A' extends itself"
      ])
    #expect(
      graphTypeFindings(elements: "(:A) EXTENDS 1️⃣B2️⃣, NODE TYPE B EXTENDS 3️⃣C4️⃣, (:C) EXTENDS 5️⃣A6️⃣")
        == [
          "1️⃣-2️⃣ error[E342]: node type 'A' extends itself through 'B', 'C'",
          "3️⃣-4️⃣ error[E342]: node type 'B' extends itself through 'C', 'A'",
          "5️⃣-6️⃣ error[E342]: node type 'C' extends itself through 'A', 'B'",
        ])
    #expect(
      graphTypeFindings(elements: "(:A {x STRING}), (:B {x 1️⃣BOOL2️⃣ NOT NULL}) EXTENDS A") == [
        "1️⃣-2️⃣ error[E344]: property 'x' has another type in 'A', which this type extends"
      ])
    let chain = (0...70).map { "NODE TYPE N\($0) EXTENDS N\($0 + 1)" }.joined(separator: ", ")
    #expect(
      graphTypeFindings(elements: "\(chain), (:N71)") == [
        "1:36 error[E307]: node type 'N0' extends more than 64 types"
      ])
  }

  @Test func keysAndEnds() {
    #expect(
      graphTypeFindings(elements: "(:A {iso2 STRING}) KEY (1️⃣iso2️⃣, name)") == [
        "1️⃣-2️⃣ error[E345]: key property 'iso' is not declared", "help: did you mean 'iso2'?",
      ])
    #expect(
      graphTypeFindings(elements: "(:State), (:1️⃣Stat2️⃣)-[:X]->(:State|3️⃣Foo4️⃣)") == [
        "1️⃣-2️⃣ error[E346]: no node type carries the label 'Stat'", "help: did you mean 'State'?",
        "3️⃣-4️⃣ error[E346]: no node type carries the label 'Foo'",
      ])
    #expect(
      graphTypeFindings(elements: "NODE TYPE Prog (:Programme), (:1️⃣Prog2️⃣)-[:X]->()") == [
        "1️⃣-2️⃣ error[E346]: no node type carries the label 'Prog'",
        "help: node type 'Prog' has the label 'Programme'",
      ])
    #expect(
      graphTypeFindings(elements: "(state:State), (1️⃣stat2️⃣)-[:X]->(3️⃣foo4️⃣)") == [
        "1️⃣-2️⃣ error[E352]: no node type has the alias 'stat'", "help: did you mean 'state'?",
        "3️⃣-4️⃣ error[E352]: no node type has the alias 'foo'",
      ])
    #expect(
      graphTypeFindings(elements: "()-[:X]->() OUT 1️⃣3..12️⃣, ()-[:Y]->() IN 3️⃣2..04️⃣") == [
        "1️⃣-2️⃣ error[E351]: cardinality 3..1 allows no count",
        "3️⃣-4️⃣ error[E351]: cardinality 2..0 allows no count",
      ])
  }

  @Test func patterns() {
    #expect(
      graphTypeFindings(elements: "(:A {x STRING MATCHES 'жa''1️⃣[2️⃣a-z'})") == [
        "1️⃣-2️⃣ error[E348]: pattern of 'x' does not compile: "
          + "the class is never closed: ']' expected, at character 4"
      ])
    #expect(
      graphTypeFindings(elements: "(:A {x STRING MATCHES @'a1️⃣\\2️⃣'})") == [
        "1️⃣-2️⃣ error[E348]: pattern of 'x' does not compile: "
          + "a backslash must be followed by a character, at character 2"
      ])
    #expect(
      graphTypeFindings(elements: "(:A {x LIST<INTEGER> MATCHES 1️⃣'a'2️⃣})") == [
        "1️⃣-2️⃣ error[E349]: property 'x' has a pattern but holds LIST<INTEGER>, not text"
      ])
  }
}
