// SPDX-License-Identifier: Apache-2.0

import Foundation
import GraphDrawing
import ProgramTestSupport
import Testing

/// Programs of this machine that tests ask for.
enum Tools {
  static let hasPandoc = has("pandoc") && has("rsvg-convert")
  static let setsPages = has("weasyprint")
  static let readsPages = has("pdftotext")
  static let setsTeX = has("xelatex")

  static func has(_ name: String) -> Bool {
    ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"]
      .contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
  }
}

/// `entente pandoc`, run by pandoc as a filter.
@Suite(.enabled(if: Tools.hasPandoc, "pandoc or rsvg-convert is missing"))
struct PandocTests {
  private static func workspace() throws -> Workspace {
    let workspace = try Sessions.shipped()
    try workspace.copy("Examples/Briefs", as: "Briefs")
    _ = try workspace.run("ln -s \"$(command -v entente)\" entente-pandoc")
    return workspace
  }

  private static let brief = """
    ---
    title: A test
    graph: eu-central-asia
    as-of: 2022
    ---

    Programmes: `entente list programmes --state Tajikistan --format number`{.entente}.

    ```{.entente #fig-forums caption="Forums & $x$" alt="What is seen"}
    neighbours Tajikistan --types Dialogue
    ```

    ```entente
    #| label: tbl-p
    #| caption: Programmes
    #| show: table
    list programmes --area "border management" --state Tajikistan
    ```
    """

  private func words(of document: String, in workspace: Workspace) throws -> String {
    try workspace.run("pandoc '\(document)' -t plain --wrap=none").outputText
  }

  @Test func documentsThatHoldTheirPictures() throws {
    let workspace = try Self.workspace()
    try workspace.write(Self.brief, to: "b.md")
    for format in ["docx", "odt", "epub"] {
      let outcome = try workspace.run("pandoc --filter ./entente-pandoc b.md -o b.\(format)")
      #expect(outcome.status == 0 && outcome.errorText.isEmpty, "\(format): \(outcome.errorText)")
      let text = try words(of: "b.\(format)", in: workspace)
      #expect(text.contains("Programmes: 7 [1]"), "\(format): \(text.prefix(300))")
      #expect(text.contains("Forums & $x$") && text.contains("Sources"), "\(format)")
      #expect(text.contains("Border Management Programme in Central Asia"), "\(format)")
    }
    _ = try workspace.run("pandoc b.docx --extract-media=docx -t json -o docx.json")
    #expect(
      try workspace.text(of: "docx.json").contains(
        #"{"t":"Str","c":"What"},{"t":"Space"},{"t":"Str","c":"is"}"#), "the alternative text")
    let picture = try #require(
      workspace.run("ls docx/*/*.png docx/*.png 2>/dev/null").outputText.split(separator: "\n")
        .first)
    // A width of 4.79 inches at 300 dots to an inch.
    let header = try workspace.bytes(of: String(picture))
    let width = header[16..<20].reduce(0) { $0 << 8 | Int($1) }
    #expect((1400...1480).contains(width), "\(width)")
    #expect(try !workspace.names().contains("entente-figures"), "nothing lies beside the document")
  }

  @Test func documentsWithPicturesBesideThem() throws {
    let workspace = try Self.workspace()
    try workspace.write(Self.brief, to: "b.md")
    let tex = try workspace.run(
      "pandoc --filter ./entente-pandoc b.md -t latex -o b.tex && cat b.tex")
    #expect(tex.status == 0, "\(tex.errorText)")
    #expect(tex.outputText.contains("\\caption{Forums \\& \\$x\\$}\\label{fig-forums}"))
    let path = try #require(
      tex.outputText.firstMatch(of: #/\{(entente-figures/forums-[0-9a-f]{16}\.pdf)\}/#)?.1)
    #expect(try workspace.bytes(of: String(path)).starts(with: Data("%PDF".utf8)))
    let markdown = try workspace.run(
      "pandoc --filter ./entente-pandoc -M entente-media=pictures b.md -t gfm")
    #expect(markdown.outputText.contains("pictures/forums-"), "\(markdown.errorText)")
    #expect(try workspace.names(in: "pictures").allSatisfy { $0.hasSuffix(".svg") })
    let elsewhere = try workspace.run(
      "pandoc -t json b.md | entente pandoc rst --media ../elsewhere -q | pandoc -f json -t rst "
        + "&& ls ../elsewhere")
    #expect(elsewhere.outputText.contains("../elsewhere/forums-"), "\(elsewhere.errorText)")
    _ = try workspace.run("rm -r ../elsewhere")
  }

  @Test func pages() throws {
    let workspace = try Self.workspace()
    try workspace.write(Self.brief, to: "b.md")
    let page = try workspace.run("pandoc --filter ./entente-pandoc b.md -s -t html5")
    #expect(page.status == 0, "\(page.errorText)")
    #expect(page.outputText.contains("<figure id=\"fig-forums\">"))
    #expect(page.outputText.contains(">What is seen</desc>"))
    #expect(page.outputText.matches(of: #/<svg /#).count == 1)
    #expect(try !workspace.names().contains("entente-figures"))
  }

  /// Keys are those of the bibliographies that `entente sources` writes.
  @Test(arguments: ["csl", "bibtex"])
  func citations(_ format: String) throws {
    let workspace = try Self.workspace()
    let file = format == "csl" ? "sources.json" : "sources.bib"
    try workspace.write(
      Self.brief.replacing("as-of: 2022", with: "as-of: 2022\nbibliography: \(file)"), to: "b.md")
    let outcome = try workspace.run(
      "entente -g Graphs/eu-central-asia sources --format \(format) -o \(file) -q && "
        + "pandoc --filter ./entente-pandoc --citeproc b.md -t html5")
    #expect(outcome.status == 0 && outcome.errorText.isEmpty, "\(outcome.errorText)")
    let page = outcome.outputText
    let cited = Set(
      page.matches(of: #/data-cites="([^"]*)"/#).flatMap { $0.1.split(separator: " ") })
    #expect(cited.count > 5)
    for key in cited { #expect(page.contains("id=\"ref-\(key)\""), "\(key)") }
    #expect(!page.contains("entente-sources") && !page.contains("?)"))
  }

  /// A fault stops pandoc, with our words.
  @Test func faults() throws {
    let workspace = try Self.workspace()
    try workspace.write(
      """
      ---
      graph: eu-central-asia
      ---

      ```entente
      #| label: fig-bomka
      neighbours bomka
      ```

      `entente list programmes --formt number`{.entente}
      """, to: "bad.md")
    try workspace.write(
      "---\ngraph: ../Graphs/eu-central-asia\n---\n\n`entente stats`{.entente}\n",
      to: "in/outside.md")
    try workspace.write(
      "---\nentente-media: /tmp\ngraph: eu-central-asia\n---\n\n`entente stats`{.entente}\n",
      to: "media.md")
    try workspace.write("Nothing is asked.\n", to: "plain.md")
    try expectSessions(
      "pandoc-faults", in: workspace,
      [
        "pandoc --filter ./entente-pandoc bad.md -o bad.html", "ls",
        "pandoc -t json bad.md | entente pandoc html --name bad.md >/dev/null",
        "pandoc -t json bad.md | entente pandoc html --keep-going 2>/dev/null "
          + "| pandoc -f json -t plain",
        "cd in && pandoc --filter ../entente-pandoc outside.md -t latex",
        "pandoc --filter ./entente-pandoc media.md -t latex",
        "pandoc --filter ./entente-pandoc plain.md -t plain",
        "echo text | entente pandoc html", "entente pandoc </dev/null",
      ])
  }

  /// Links that lie where pictures go lead them nowhere.
  @Test func linksInTheWay() throws {
    let workspace = try Self.workspace()
    try workspace.write(Self.brief, to: "b.md")
    try workspace.write("mine", to: "precious")
    _ = try workspace.run("pandoc --filter ./entente-pandoc b.md -t latex")
    let name = try #require(try workspace.names(in: "entente-figures").first)
    _ = try workspace.run("cd entente-figures && rm '\(name)' && ln -s ../precious '\(name)'")
    let linked = try workspace.run("pandoc --filter ./entente-pandoc b.md -t latex")
    #expect(linked.status == 83 && linked.errorText.contains("is no file"), "\(linked.errorText)")
    _ = try workspace.run("rm -r entente-figures && mkdir ../out && ln -s ../out entente-figures")
    let folder = try workspace.run("pandoc --filter ./entente-pandoc b.md -t latex")
    #expect(folder.status == 83 && folder.errorText.contains("leads out of the folder"))
    #expect(try workspace.text(of: "precious") == "mine")
    #expect(try workspace.run("ls ../out").outputText.isEmpty)
  }

  // MARK: Examples

  /// The document for Quarto, through pandoc alone.
  @Test func theDocumentForQuarto() throws {
    let workspace = try Self.workspace()
    let outcome = try workspace.run(
      "pandoc -f markdown --filter ./entente-pandoc Briefs/forums.qmd -s -o forums.docx")
    #expect(outcome.status == 0 && outcome.errorText.isEmpty, "\(outcome.errorText)")
    let text = try words(of: "forums.docx", in: workspace)
    #expect(text.contains("Dialogues in which Kazakhstan takes part"))
    #expect(text.contains("Programmes on border management that cover Kazakhstan"))
    #expect(text.contains("deal with migration is 5") && !text.contains("{entente}"), "\(text)")
    let page = try workspace.run(
      "pandoc -f markdown --filter ./entente-pandoc Briefs/forums.qmd -s -t html5")
    #expect(page.outputText.contains(">Kazakhstan in the middle, joined to each dialogue"))
    #expect(page.outputText.contains("id=\"fig-forums\"") && page.outputText.contains("width:90%"))
  }

  /// The paper in LaTeX with the bibliography that is exported for it.
  @Test func thePaper() throws {
    let workspace = try Self.workspace()
    let outcome = try workspace.run(
      "entente -g Graphs/eu-central-asia sources -o sources.bib -q && "
        + "pandoc --filter ./entente-pandoc --biblatex -s Briefs/paper.md -o paper.tex && cat paper.tex"
    )
    #expect(outcome.status == 0 && outcome.errorText.isEmpty, "\(outcome.errorText)")
    let tex = outcome.outputText
    #expect(tex.contains("\\addbibresource{sources.bib}") && tex.contains("\\ref{fig-forums}"))
    #expect(tex.contains("\\label{fig-forums}") && tex.contains("\\begin{longtable}"))
    let bibliography = try workspace.text(of: "sources.bib")
    let keys = Set(
      tex.matches(of: #/\\autocites?(?:\[[^\]]*\])?\{([^}]*)\}/#)
        .flatMap { $0.1.split(separator: ",") })
    #expect(keys.count > 5)
    for key in keys { #expect(bibliography.contains("{\(key),"), "\(key)") }
    guard Tools.setsTeX, Tools.readsPages else { return }
    let set = try workspace.run(
      "pandoc --filter ./entente-pandoc --citeproc Briefs/paper.md -o paper.pdf "
        + "--pdf-engine xelatex && pdftotext paper.pdf -")
    // A TeX without its fonts sets nothing, and says so.
    if set.status == 0 { #expect(set.outputText.contains("Figure 1: Forums in which")) }
  }
}
