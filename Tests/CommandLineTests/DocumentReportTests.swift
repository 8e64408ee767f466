// SPDX-License-Identifier: Apache-2.0

import Foundation
import ProgramTestSupport
import Testing

/// `entente report` in the formats that other programs write.
@Suite struct DocumentReportTests {
  private static func workspace() throws -> Workspace {
    let workspace = try Sessions.shipped()
    try workspace.copy("Examples/Briefs", as: "Briefs")
    return workspace
  }

  /// Captions and sources of a page: `Figure 1. The fewest links`, `[3] Ministry: …`.
  private func numbered(on page: String) -> (captions: [String], sources: [String]) {
    func text(_ markup: Substring) -> String {
      String(markup).replacing(#/<[^>]*>/#, with: "").replacing("&amp;", with: "&")
        .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
        .replacing("&#39;", with: "'").replacing("\u{A0}", with: " ")
    }
    let captions = page.matches(of: #/<span class="brief-number">.*?(?=<\/(?:fig)?caption>)/#)
      .map { match in String(text(match.0).prefix { $0 != "[" }) }
      .map { $0.trimmingCharacters(in: .whitespaces) }
    let sources = page.matches(of: #/<li id="source-(\d+)">(.*?)(?: <a |<\/li>)/#)
      .map { "[\($0.1)] \(text($0.2))" }
    return (captions, sources)
  }

  private func plain(_ text: String) -> String {
    text.replacing("\u{A0}", with: " ").replacing(#/\s+/#, with: " ")
  }

  @Test(
    .enabled(if: Tools.hasPandoc, "pandoc or rsvg-convert is missing"),
    arguments: ["docx", "odt", "epub", "tex"], ["central-asia-migration", "tajikistan"])
  func theNumbersAreThoseOfThePage(_ ending: String, _ name: String) throws {
    let workspace = try Self.workspace()
    let page = try workspace.run("entente report Briefs/\(name).md --format html -o -").outputText
    let (captions, sources) = numbered(on: page)
    // The note is as short as its page.
    #expect(captions.count >= 2 && sources.count >= 8)
    let built = try workspace.run("entente report Briefs/\(name).md -o r.\(ending)")
    #expect(built.status == 0 && built.errorText == "wrote r.\(ending)\n", "\(built.errorText)")
    let reader = ending == "tex" ? "latex" : ending
    let text = plain(
      try workspace.run("pandoc -f \(reader) r.\(ending) -t plain --wrap=none").outputText)
    for caption in captions {
      // Pandoc does not read the captions of long tables of TeX.
      if ending == "tex", caption.hasPrefix("Table") { continue }
      #expect(text.contains(caption), "\(ending): \(caption)")
    }
    // Quotation marks may have become those of typography.
    for source in sources where !source.contains("\"") && !source.contains("'") {
      #expect(text.contains(plain(source)), "\(ending): \(source)")
    }
    #expect(text.contains("Version of the data: EU–Central Asia cooperation"))
    let figures = page.matches(of: #/<figure /#).count
    if ending == "tex" {
      #expect(try workspace.names(in: "r-figures").count == figures)
      let tex = try workspace.text(of: "r.tex")
      #expect(
        tex.matches(of: #/\\includegraphics.*\{r-figures\/fig-[a-z]+\.pdf\}/#).count == figures)
      #expect(
        tex.matches(of: #/\\caption\{\\textbf\{(?:Figure|Table)~\d+\.\}/#).count == captions.count)
      #expect(tex.contains("\\begin{figure}") && tex.contains("\\captionsetup{labelformat=empty"))
    } else {
      _ = try workspace.run("pandoc r.\(ending) --extract-media=media -t json -o r.json")
      let tree = try workspace.text(of: "r.json")
      #expect(tree.matches(of: #/"t":"Image"/#).count == figures)
      let alternatives = tree.matches(
        of: #/"t":"Image","c":\[\[[^\]]*\[[^\]]*\],\[.*?\]\],\[\{"t":"Str"/#)
      if ending != "odt" { #expect(alternatives.count == figures, "alternative texts") }
    }
  }

  @Test(
    .enabled(if: Tools.setsPages && Tools.readsPages, "weasyprint or pdftotext is missing"))
  func pages() throws {
    let workspace = try Self.workspace()
    let name = "central-asia-migration"
    let page = try workspace.run("entente report Briefs/\(name).md --format html -o -").outputText
    let (captions, sources) = numbered(on: page)
    let built = try workspace.run(
      "entente report Briefs/\(name).md -o r.pdf --pdf-engine weasyprint && pdftotext r.pdf - ")
    #expect(built.status == 0 && built.errorText == "wrote r.pdf\n", "\(built.errorText)")
    let text = plain(built.outputText)
    for caption in captions { #expect(text.contains(caption), "\(caption)") }
    for source in sources.prefix(3) {
      let title = source.split(separator: " ").dropFirst().prefix(3).joined(separator: " ")
      #expect(text.contains(title), "\(title)")
    }
    #expect(text.contains(#/1 ?\/ ?\d/#), "pages have numbers")
    #expect(try workspace.names() == ["Briefs", "Graphs", "r.pdf"])
  }

  @Test(.enabled(if: Tools.hasPandoc, "pandoc or rsvg-convert is missing"))
  func hostileNames() throws {
    let workspace = try Sessions.harbour()
    let facts = "harbour/facts/instruments.yaml"
    let name = #"\\input{/etc/passwd} $x$ <script>]]> % & # ~ ^"#
    let changed = try workspace.text(of: facts)
      .replacing("Coast Guard Exchange, phase 1", with: "\"\(name)\"")
      .replacing("\"\"", with: "\"")
    try workspace.write(changed, to: facts)
    try workspace.write(
      """
      ---
      graph: harbour
      ---

      ```entente
      #| show: figure, table
      neighbours cge-1
      ```

      ```entente
      #| show: table
      list programmes
      ```
      """, to: "b.md")
    let tex = try workspace.run("entente report b.md -o b.tex && cat b.tex")
    #expect(tex.status == 0, "\(tex.errorText)")
    #expect(tex.outputText.contains(#"\textbackslash input\{/etc/passwd\} \$x\$"#))
    #expect(!tex.outputText.contains("\\input{") && !tex.outputText.contains("$x$"))
    for ending in ["docx", "odt", "epub"] {
      let built = try workspace.run(
        "entente report b.md -o b.\(ending) && pandoc b.\(ending) -t plain --wrap=none")
      #expect(built.status == 0, "\(built.errorText)")
      #expect(
        plain(built.outputText).contains(#"\input{/etc/passwd} $x$ <script>]]> % & # ~ ^"#),
        "\(ending)")
    }
  }

  /// What other programs do does not reach the file that was there.
  @Test func programsThatFail() throws {
    let workspace = try Self.workspace()
    try workspace.write(
      "#!/bin/sh\ncase \"$*\" in *'--to json'*) echo '{\"pandoc-api-version\":[1,22],\"meta\":{},\"blocks\":[]}';;\n"
        + "*) cat >/dev/null; echo 'something is wrong' >&2; echo half; exit 43;; esac\n",
      to: "bin/pandoc")
    try workspace.write(
      "#!/bin/sh\ncat >/dev/null; echo 'no fonts' >&2; exit 1\n", to: "bin/weasyprint")
    try workspace.write("as it was\n", to: "r.docx")
    _ = try workspace.run("chmod +x bin/pandoc bin/weasyprint")
    let plain = "---\ngraph: eu-central-asia\n---\n\nText.\n"
    try workspace.write(plain, to: "plain.md")
    try expectSessions(
      "report-programs", in: workspace,
      [
        "PATH=$PWD/bin:$PATH entente report plain.md -o r.docx", "cat r.docx",
        "PATH=$PWD/bin:$PATH entente report plain.md -o r.pdf --pdf-engine weasyprint",
        "program=$(command -v entente); PATH=/nowhere \"$program\" report plain.md -o r.odt",
        "program=$(command -v entente); PATH=/nowhere \"$program\" report plain.md -o r.pdf",
        "program=$(command -v entente); PATH=/nowhere \"$program\" report plain.md -o r.pdf "
          + "--pdf-engine xelatex",
        "entente report plain.md -o r.html --pdf-engine weasyprint",
        "entente report plain.md -o r.pdf --pdf-engine word", "ls",
      ])
  }
}
