// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import CypherSyntax
internal import GraphDrawing
internal import GraphFormats
internal import GraphReports
internal import SourceDiagnostics

/// The command `entente explain CODE`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain the code of a finding, with an example.",
    discussion: """
      Examples:
        entente explain E104
        entente explain --all
      """)

  @Argument(help: "A code, such as E104.")
  var code: String?

  @Flag(help: "List all codes.")
  var all = false

  func validate() throws {
    if code == nil && !all { throw ValidationError("Name a code, or give --all.") }
  }

  func run() throws {
    let catalogue = FindingCatalogue.all
    guard let code, !all else {
      for entry in catalogue.entries {
        try Console.write("\(entry.code)  \(entry.title)\n")
      }
      return
    }
    guard let entry = catalogue.entry(for: code.uppercased()) else {
      throw CommandFailure(
        .misused, "no finding has the code '\(code)'",
        hint: Suggestion.didYouMean(code.uppercased(), among: catalogue.entries.map(\.code))
          .map(\.capitalisedSentence) ?? "See: entente explain --all")
    }
    try Console.write(entry.text.trimmedEnd + "\n")
  }
}

/// The codes of all findings that the program can print.
enum FindingCatalogue {
  static let all = DiagnosticCatalogue(joining: [
    DatasetDiagnosticCatalogue.catalogue, GraphTypeParser.catalogue,
    QueryFaultCatalogue.catalogue, StyleSheetCatalogue.catalogue, BriefCatalogue.catalogue,
  ])
}
