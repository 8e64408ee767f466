// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import SourceDiagnostics
import Testing

@Suite("What the codes of queries mean")
struct QueryFaultCatalogueTests {
  @Test("the catalogue is sound")
  func soundness() {
    #expect(QueryFaultCatalogue.catalogue.problems() == [])
  }

  @Test("every detail has one entry, and there are no others")
  func entries() {
    #expect(
      QueryFaultCatalogue.catalogue.entries.map(\.code)
        == QueryFault.Detail.allCases.map(\.code))
  }

  @Test("every code stands for an error, with a title that does not end as a sentence does")
  func wording() {
    for entry in QueryFaultCatalogue.catalogue.entries {
      #expect(entry.severity == .error, "\(entry.code)")
      #expect(!entry.title.hasSuffix("."), "\(entry.code)")
      #expect(entry.explanation.hasSuffix("."), "\(entry.code)")
      #expect(entry.example != entry.correction, "\(entry.code)")
    }
  }
}
