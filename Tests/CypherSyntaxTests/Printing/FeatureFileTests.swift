// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import Testing

@Suite("Queries of openCypher's scenarios")
struct FeatureFileTests {
  /// Details that the parser itself finds.
  static let syntactic: Set<String> = [
    "InvalidNumberLiteral", "IntegerOverflow", "FloatingPointOverflow", "InvalidUnicodeLiteral",
    "InvalidUnicodeCharacter", "InvalidRelationshipPattern",
  ]

  @Test(
    "each parses, or has the fault that its scenario expects, and prints as the same tree",
    .enabled(
      if: FeatureFiles.folder != nil,
      "the scenarios are not on this machine; OPENCYPHER_FEATURES names their folder"))
  func scenarios() throws {
    guard let folder = FeatureFiles.folder else { return }
    let queries = try FeatureFiles.queries(in: folder)
    #expect(queries.count > 1000)
    for query in queries {
      let parsed = QueryParser.parse(query.text)
      guard let statement = parsed.statement else {
        let details = parsed.faults.map(\.detail.rawValue)
        #expect(
          query.expectedDetail.map(details.contains) ?? false,
          "\(query.file): \(query.text): \(parsed.faults.map(\.message))")
        continue
      }
      #expect(
        !Self.syntactic.contains(query.expectedDetail ?? ""),
        "\(query.file): \(query.text) should not parse")
      RoundTrip.check(statement, query.text)
    }
  }
}

/// Printing and parsing again must change nothing.
enum RoundTrip {
  static func check(
    _ statement: Statement, _ text: String, _ location: SourceLocation = #_sourceLocation
  ) {
    let printed = QueryPrinter.print(statement)
    let again = QueryParser.parse(printed)
    guard let second = again.statement else {
      Issue.record(
        "\(text) is printed as \(printed): \(again.faults.map(\.message))",
        sourceLocation: location)
      return
    }
    #expect(
      SyntaxDump.dump(second) == SyntaxDump.dump(statement), "\(text) is printed as \(printed)",
      sourceLocation: location)
    #expect(QueryPrinter.print(second) == printed, "\(text)", sourceLocation: location)
  }
}
