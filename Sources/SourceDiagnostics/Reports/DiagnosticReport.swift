// SPDX-License-Identifier: Apache-2.0

/// The findings about a set of files, to be printed for people or for programmes.
///
/// ## Topics
/// - For people: ``text(with:)``
/// - For programmes: ``json()``, ``gitHubCommands()``, ``sarif()``
public struct DiagnosticReport: Sendable {
  /// In order of place.
  public let diagnostics: [Diagnostic]

  /// How many files were read.
  public var fileCount: Int

  /// Explains the codes; SARIF takes the descriptions of its rules from here.
  public var catalogue: DiagnosticCatalogue

  /// The version of the programme that made the findings.
  public var version: String?

  public init(
    _ diagnostics: [Diagnostic], fileCount: Int,
    catalogue: DiagnosticCatalogue = DiagnosticCatalogue([]), version: String? = nil
  ) {
    self.diagnostics = diagnostics.sorted()
    self.fileCount = fileCount
    self.catalogue = catalogue
    self.version = version
  }

  public var summary: DiagnosticSummary {
    DiagnosticSummary(diagnostics, fileCount: fileCount)
  }

  /// Every finding with its excerpt, then the summary line.
  public func text(with renderer: DiagnosticRenderer = DiagnosticRenderer()) -> String {
    renderer.render(diagnostics) + summary.description + "\n"
  }
}
