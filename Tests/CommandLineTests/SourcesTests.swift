// SPDX-License-Identifier: Apache-2.0

import Foundation
import ProgramTestSupport
import Testing

/// The command `entente sources`.
@Suite struct SourcesTests {
  @Test func sources() throws {
    try expectSessions(
      "sources", in: Sessions.harbour(), environment: ["ENTENTE_GRAPH": "harbour"],
      ["text", "table", "markdown", "json", "jsonl", "csv", "csl", "bibtex"].map {
        "entente sources --format \($0)"
      } + [
        "entente sources gazette ministry gazette",
        "entente sources gazete",
        "entente sources --cited-by Borvia",
        "entente sources gazette --cited-by 'CGE 2' --format bibtex",
        "entente sources --cited-by Nobody",
        "entente sources -o sources.bib; cat sources.bib | grep -c '^@'",
        "entente sources -o sources.json; head -c 40 sources.json",
        "entente sources --format dot",
      ])
  }

  private static let pandoc = [
    "/usr/bin/pandoc", "/usr/local/bin/pandoc", "/opt/homebrew/bin/pandoc",
  ]
  .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// Pandoc sets every source of the shipped dataset, and has nothing to complain of.
  @Test(.enabled(if: pandoc != nil, "pandoc is missing"), arguments: ["csl", "bibtex"])
  func pandocSetsEverySource(_ format: String) throws {
    let workspace = try Sessions.shipped()
    let file = format == "csl" ? "sources.json" : "sources.bib"
    let written = try workspace.run("entente sources --format \(format) -o \(file) -q")
    #expect(written.status == 0)
    try workspace.write("---\nnocite: '@*'\n---\n", to: "empty.md")
    let set = try workspace.run(
      "pandoc --citeproc --bibliography \(file) empty.md -t html --fail-if-warnings")
    #expect(set.status == 0)
    #expect(set.errorText == "")
    let count = set.outputText.components(separatedBy: "class=\"csl-entry\"").count - 1
    let register = try workspace.run("entente sources --format jsonl").outputText
    #expect(count == register.split(separator: "\n").count)
    #expect(count > 100)
  }
}
