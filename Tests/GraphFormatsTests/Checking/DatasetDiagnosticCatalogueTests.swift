// SPDX-License-Identifier: Apache-2.0

import SourceDiagnostics
import Testing

@testable import GraphFormats

@Suite struct DatasetDiagnosticCatalogueTests {
  @Test func catalogueIsSound() {
    #expect(DatasetDiagnosticCatalogue.catalogue.problems() == [])
  }

  @Test func everyCodeOfALetterHasItsSeverity() {
    for entry in DatasetDiagnosticCatalogue.catalogue.entries {
      let expected: Diagnostic.Severity =
        entry.code.hasPrefix("E") ? .error : entry.code.hasPrefix("W") ? .warning : .information
      #expect(entry.severity == expected, "\(entry.code)")
    }
  }

  /// The codes that the messages of this target use, apart from tables, types and formatting.
  static let codes =
    ["E101", "E102", "E103", "E104", "E105", "E106", "E107", "E108", "E109"]
    + (110...124).map { "E\($0)" } + ["E129", "I129"] + (201...214).map { "E\($0)" }
    + ["E401", "E402", "E501"] + (201...211).map { "W\($0)" } + ["I201", "I202"]

  @Test(arguments: codes) func everyCodeIsExplained(_ code: String) {
    #expect(DatasetDiagnosticCatalogue.catalogue.entry(for: code) != nil)
  }

  /// Corrections of entries read without a fault of structure, and examples of E105 to E107 do not.
  @Test func correctionsAreYAML() {
    for entry in DatasetDiagnosticCatalogue.catalogue.entries
    where Self.codes.contains(entry.code) {
      guard let correction = entry.correction else { continue }
      let reading = YAMLReader.read(name: entry.code, bytes: Array(correction.utf8))
      #expect(reading.diagnostics == [], "\(entry.code)")
    }
    for code in ["E103", "E105", "E106", "E107"] {
      let example = DatasetDiagnosticCatalogue.catalogue.entry(for: code)?.example ?? ""
      let reading = YAMLReader.read(name: code, bytes: Array(example.utf8))
      #expect(reading.diagnostics.map(\.code) == [code])
    }
  }
}
