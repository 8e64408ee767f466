// SPDX-License-Identifier: Apache-2.0

import GraphFormats
import SourceDiagnostics
import Testing

/// Several faults in one text, very large texts, and the catalogue of codes.
@Suite struct GraphTypeRecoveryTests {
  // MARK: Several faults

  @Test func oneReadingFindsMany() {
    #expect(
      graphTypeFindings(
        """
        CREATE GRAPH TYPE t AS {
          NODE TYPE State (:State {iso 1️⃣STRNG, name STRING NOT 2️⃣NUL, good BOOL}),
          NODE TYPE Broken (:3️⃣),
          NODE TYPE Area (:Area {code 4️⃣:5️⃣ STRING})
          6️⃣DIRECTED EDGE TYPE COVERS (:Programme)-[:COVERS]->(:Area),
          7️⃣nonsense
        }
        """
      ) == [
        "1️⃣ error[E322]: unknown type 'STRNG'", "help: did you mean 'STRING'?",
        "2️⃣ error[E310]: expected NULL, got 'NUL'",
        "3️⃣ error[E310]: expected a label, got ')'",
        "4️⃣-5️⃣ error[E310]: expected a type after 'code', got ':'",
        "help: write 'code STRING' or 'code :: STRING'",
        "6️⃣ error[E310]: expected ',' or '}', got 'DIRECTED'",
        "7️⃣ error[E310]: expected a node or edge type, got 'nonsense'",
      ])
  }

  @Test func missingBracketsEndWithTheirElement() {
    #expect(
      graphTypeFindings(
        """
        CREATE GRAPH TYPE t AS {
          NODE TYPE A (:A {x BOOL1️⃣),
          NODE TYPE B (:B {x BOOL}2️⃣,
          NODE TYPE C (:C {x BOOL,
          3️⃣NODE TYPE D (:4️⃣{)
        }
        """
      ) == [
        "1️⃣ error[E310]: expected ',' or '}', got ')'",
        "2️⃣ error[E310]: expected ')', got ','",
        "3️⃣ error[E310]: expected a property, got 'NODE'",
        "4️⃣ error[E310]: expected a label, got '{'",
      ])
  }

  @Test func unknownNamesAreNoNewsAfterAFault() {
    #expect(
      graphTypeFindings(elements: "(:A 1️⃣B), (:B)-[:X]->(:Q), NODE TYPE C EXTENDS A KEY (q)") == [
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
    let lists =
      String(repeating: "LIST<", count: 5000) + "BOOL" + String(repeating: ">", count: 5000)
    #expect(
      graphTypeFindings(elements: "(:A {x \(lists), y BOOL})") == [
        "1:358 error[E307]: types are nested more than 64 levels deep"
      ])
    let suffixes = "BOOL" + String(repeating: " LIST", count: 5000)
    #expect(
      graphTypeFindings(elements: "(:A {x \(suffixes), y BOOL})") == [
        "1:363 error[E307]: types are nested more than 64 levels deep"
      ])
    let deep = String(repeating: "LIST<", count: 64) + "BOOL" + String(repeating: ">", count: 64)
    #expect(graphTypeFindings(elements: "(:A {x \(deep)})") == [])
  }

  @Test func sizesAreBounded() {
    let long = String(repeating: " ", count: 1 << 20)
    let (_, diagnostics, _) = GraphTypeParser.parse(SourceText(name: "t", long + "x"))
    #expect(
      diagnostics.map(\.message)
        == ["the text has 1048577 bytes, more than the 1048576 of a graph type"])
    #expect(diagnostics.first?.location == SourceLocation(file: "t"))

    let types = (0...1000).map { "(:N\($0))" }.joined(separator: ",")
    #expect(
      graphTypeFindings("CREATE GRAPH TYPE t { \(types) }").last?.contains(
        "error[E307]: a graph type has at most 1000 node and edge types") == true)
    let properties = (0..<1001).map { "p\($0) BOOL" }.joined(separator: ",")
    #expect(
      graphTypeFindings("CREATE GRAPH TYPE t { (:A {\(properties)}), (:B {\(properties)}) }").map {
        String($0.drop { $0 != "[" })
      } == ["[E307]: a graph type has at most 2000 properties in all"])
    let labels = (0...5001).map { "L\($0)" }.joined(separator: "&")
    #expect(
      graphTypeFindings(elements: "(:\(labels))").map { String($0.drop { $0 != "[" }) } == [
        "[E307]: a graph type lists at most 5000 labels, ends, supertypes and keys in all"
      ])
  }

  @Test func findingsAreBounded() {
    let faults = String(repeating: "x, ", count: 500)
    let found = graphTypeFindings(elements: "(:A {\(faults)})")
    #expect(found.count == 101)
    #expect(
      found.last
        == "0:0 error[E308]: there are more faults than these 100; the rest is not shown")
    let signs = String(repeating: "$ ", count: 500)
    #expect(graphTypeFindings(signs).count == 101)
  }

  @Test func longNamesAreCutInMessages() {
    let name = String(repeating: "ж", count: 500)
    #expect(
      graphTypeFindings(elements: "(:A {x 1️⃣\(name)2️⃣})") == [
        "1️⃣-2️⃣ error[E322]: unknown type '\(String(repeating: "ж", count: 60))…'"
      ])
  }

  // MARK: The catalogue

  @Test func catalogueIsSound() {
    #expect(GraphTypeParser.catalogue.problems() == [])
    #expect(
      GraphTypeParser.catalogue.entries.map(\.code) == [
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
