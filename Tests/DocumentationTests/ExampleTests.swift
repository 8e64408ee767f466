// SPDX-License-Identifier: Apache-2.0

import Foundation
import GraphDrawing
import GraphReports
import ProgramTestSupport
import Testing

/// The examples run, and the pages show them as they are.
@Suite struct ExampleTests {
  /// A block that follows `<!-- file: PATH -->` is that file, without its licence line.
  @Test(arguments: Pages.guide)
  func includedFilesAreAsShown(_ page: String) throws {
    let text = try Repository.text(of: page)
    let lines = text.components(separatedBy: "\n")
    let blocks = FencedBlock.blocks(of: text)
    for (number, line) in lines.enumerated() {
      guard let match = line.wholeMatch(of: #/<!-- file: (\S+) -->/#) else { continue }
      let block = try #require(blocks.first { $0.line == number + 2 }, "\(page):\(number + 1)")
      let file = try Repository.text(of: String(match.1)).components(separatedBy: "\n")
        .drop { $0.hasPrefix("// SPDX") || $0.hasPrefix("#") || $0.isEmpty }
      #expect(block.lines == Array(file.dropLast()), "\(page): \(match.1)")
    }
    if page == "README.md" || page.hasSuffix("library.md") {
      #expect(lines.contains("<!-- file: Examples/Library/main.swift -->"))
    }
  }

  /// Swift in the pages is compiled, since it is in files of the package.
  @Test(arguments: Pages.guide)
  func everySwiftBlockIsAFileOfTheExamples(_ page: String) throws {
    let files = try Repository.files(under: "Examples", ending: ".swift")
      .map { try Repository.text(of: $0) }
    for block in FencedBlock.blocks(of: try Repository.text(of: page)) {
      guard block.language == "swift" else { continue }
      let code = block.lines.joined(separator: "\n")
      #expect(files.contains { $0.contains(code) }, "\(page):\(block.line)")
    }
  }

  @Test(.enabled(if: GraphvizLibrary.system.version != nil, "libgraphviz is missing"))
  func theLibraryExample() throws {
    let source = try Repository.text(of: "Examples/Library/main.swift")
    #expect(source.split(separator: "\n").count < 30)
    let workspace = try Workspace()
    let outcome = try workspace.run("'\(BuiltProgram.path(of: "LibraryExample"))'")
    #expect(outcome.status == 0, "\(outcome.errorText)")
    #expect(
      outcome.outputText == """
        Poland ── takes part in ── Prague Process ── takes part in (inverse) ── Kazakhstan (2 steps)

          1  Poland takes part in Prague Process [1]
          2  Kazakhstan takes part in Prague Process [1]

        No source states when the links hold.

        Sources
          [1] Register of dialogues (page 3).

        """)
    #expect(try workspace.text(of: "path.svg").hasPrefix("<svg "))
  }

  @Test func theExampleOfLoading() throws {
    let outcome = try Pages.workspace().run("'\(BuiltProgram.path(of: "DatasetExample"))'")
    #expect(outcome.status == 0, "\(outcome.errorText)")
    #expect(
      outcome.outputText.hasPrefix("## Central Asia Border Security Initiative\n\n- **type:**"))
    let without = try Workspace().run("'\(BuiltProgram.path(of: "DatasetExample"))'")
    #expect(without.outputText.hasPrefix("error[E109]: the dataset cannot be read"))
  }

  @Test func theExampleOfQuerying() throws {
    let outcome = try Pages.workspace().run("'\(BuiltProgram.path(of: "QueryExample"))'")
    #expect(outcome.status == 0, "\(outcome.errorText)")
    #expect(
      outcome.outputText == """
        Prague Process
        states
        ──────
        50
        Budapest Process
        states
        ──────
        52
        Global Gateway investment package for Central Asia, 2025-04-04
        Central Asia Drug Action Programme, phase 8, 2025-11-16

        """)
  }

  @Test(
    .enabled(
      if: GraphvizLibrary.system.version != nil && MarkdownLibrary.system.version != nil,
      "libgraphviz or libcmark-gfm is missing"))
  func theExampleOfReporting() throws {
    let workspace = try Workspace()
    let outcome = try workspace.run("'\(BuiltProgram.path(of: "ReportExample"))'")
    #expect(outcome.status == 0, "\(outcome.errorText)")
    #expect(outcome.outputText == "1 block, 1 source\n")
    let page = try workspace.text(of: "report.html")
    #expect(page.hasPrefix("<!doctype html>") && page.contains("<svg "))
    #expect(page.contains("So many states take part: 2."))
    #expect(page.contains("<caption><span class=\"brief-number\">Table\u{A0}1.</span>"))
    #expect(page.contains("[1]</a></td></tr>"), "each row cites its source")
    #expect(page.contains("Register of dialogues (page 3)."))
  }

  /// The types that the page on the library names are public.
  @Test func everyTypeOfTheLibraryPageExists() throws {
    let sources = try Repository.files(under: "Sources", ending: ".swift")
      .map { try Repository.text(of: $0) }.joined()
    let page = try Repository.text(of: "Documentation/Guide/library.md")
    let names = Set(page.matches(of: #/`([A-Z][A-Za-z]+)`/#).map { String($0.1) })
    #expect(names.count > 25)
    for name in names.sorted() {
      let declaration = try Regex("public (struct|enum|protocol|typealias|final class) \(name)\\b")
      let isModule = FileManager.default.fileExists(
        atPath: Repository.file("Sources/\(name)").path)
      #expect(isModule || sources.contains(declaration), "\(name)")
    }
  }

  @Test(.enabled(if: GraphvizLibrary.system.version != nil, "libgraphviz is missing"))
  func theWalkThrough() throws {
    let workspace = try Pages.workspace()
    let outcome = try workspace.run("sh Examples/walk-through.sh answers")
    #expect(outcome.status == 0, "\(outcome.errorText)")
    #expect(outcome.outputText.contains("\nSources\n  [1] "))
    let names = try workspace.names(in: "answers")
    #expect(
      names == ["bomca.svg", "path.csv", "path.md", "path.svg", "programmes.csv", "types.svg"])
    for name in names {
      #expect(try !workspace.bytes(of: "answers/\(name)").isEmpty, "\(name)")
    }
    let without = try workspace.run("sh Examples/walk-through.sh")
    #expect(without.status == 2)
    #expect(without.errorText == "usage: Examples/walk-through.sh FOLDER\n")
  }

  /// Positions are those of one version of the layout library.
  @Test(
    .enabled(
      if: GraphvizLibrary.system.version == "2.43.0",
      "the committed figures are those of libgraphviz 2.43.0"))
  func theFiguresAreUpToDate() throws {
    let workspace = try Pages.workspace()
    let script = Repository.file("Scripts/figures").path
    let outcome = try workspace.run("'\(script)' entente figures")
    #expect(outcome.status == 0, "\(outcome.errorText)")
    let drawn = try workspace.names(in: "figures")
    let committed = Repository.files(under: "Examples/Figures", ending: ".svg")
    #expect(drawn == committed.map { URL(fileURLWithPath: $0).lastPathComponent })
    #expect(drawn.count >= 3)
    for name in drawn {
      let same =
        try workspace.bytes(of: "figures/\(name)")
        == Data(contentsOf: Repository.file("Examples/Figures/\(name)"))
      #expect(same, "\(name) is not as committed; run Scripts/figures")
    }
  }
}
