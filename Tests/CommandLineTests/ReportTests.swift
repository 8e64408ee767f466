// SPDX-License-Identifier: Apache-2.0

import Foundation
import GraphReports
import ProgramTestSupport
import Testing

/// `entente report`: briefs that become pages.
@Suite struct ReportTests {
  private static func workspace() throws -> Workspace {
    let workspace = try Sessions.shipped()
    try workspace.copy("Examples/Briefs", as: "Briefs")
    return workspace
  }

  /// The numbers of the sources that a page cites and lists.
  private func sources(of page: String) -> (cited: Set<Int>, listed: Set<Int>) {
    let cited = page.matches(of: #/href="#source-(\d+)"/#).compactMap { Int($0.1) }
    let listed = page.matches(of: #/id="source-(\d+)"/#).compactMap { Int($0.1) }
    return (Set(cited), Set(listed))
  }

  /// The numbers in marks such as `[2]` and `[3]–[5]`.
  private func numbers(in text: some StringProtocol) -> Set<Int> {
    var numbers: Set<Int> = []
    for mark in String(text).matches(of: #/\[(\d+)\](?:–\[(\d+)\])?/#) {
      guard let first = Int(mark.1) else { continue }
      numbers.formUnion(first...(mark.2.flatMap { Int($0) } ?? first))
    }
    return numbers
  }

  @Test("A name with a number in brackets is no mark of a source")
  func bracketsInNames() throws {
    let workspace = try Workspace()
    try workspace.write(
      "- Source: one\n  title: One\n- Source: two\n  title: Two\n", to: "pact/sources.yaml")
    try workspace.write("title: Pacts\n", to: "pact/graph.yaml")
    try workspace.write(
      """
      - Agreement: pact
        name: Pact
        sources: [one]
        HAS: [{to: annex, sources: [two]}]
      - Annex: annex
        name: Annex [1]
        sources: [one]
        remark: see [2]
      """, to: "pact/nodes.yaml")
    try workspace.write(
      """
      ```entente
      #| show: table
      neighbours pact
      ```

      ```entente
      #| show: path
      show annex
      ```
      """, to: "brief.md")
    let outcome = try workspace.run("entente report brief.md -g pact -o - --format html")
    #expect(outcome.status == 0)
    let page = outcome.outputText
    // A word joiner stands behind the bracket.
    #expect(page.contains("<td>Annex [\u{2060}1]</td><td><a class=\"brief-marks\" "))
    #expect(page.contains("<strong>Annex [\u{2060}1]</strong>"))
    #expect(page.contains("<dd>see [\u{2060}2] <a "))
    #expect(!page.contains("Annex <a") && !page.contains("see <a"))
  }

  @Test(arguments: ["central-asia-migration", "tajikistan"])
  func theExamplesBecomePages(_ name: String) throws {
    let workspace = try Self.workspace()
    let built = try workspace.run("entente report Briefs/\(name).md -o \(name).html")
    #expect(built.status == 0 && built.errorText == "wrote \(name).html\n", "\(built.errorText)")
    let page = try workspace.text(of: "\(name).html")
    #expect(page.hasPrefix("<!doctype html>") && page.hasSuffix("</html>\n"))
    #expect(!page.contains("brief-fault\""), "no box stands in place of an answer")
    #expect(!page.contains("<script") && !page.contains(".entente}"))
    let figures = page.matches(of: #/<figure /#).count
    #expect(figures == page.matches(of: #/<svg /#).count && figures >= 1)
    let (cited, listed) = sources(of: page)
    #expect(listed.count > 10 && cited.isSubset(of: listed))
    #expect(listed == Set(1...listed.count))
    #expect(page.contains("Version of the data: EU–Central Asia cooperation"))
    // Sources stand at the end, and not under each figure.
    #expect(!page.contains(">Sources</text>"))

    // A mark in a figure means the same source in its caption.
    for figure in page.components(separatedBy: "<figure ").dropFirst() {
      let parts = figure.components(separatedBy: "<figcaption>")
      let caption = parts[1].components(separatedBy: "</figcaption>")[0]
        .replacing(#/<[^>]*>/#, with: "")
      #expect(!numbers(in: caption).isEmpty, "\(caption)")
      let marked = parts[0].matches(of: #/<text[^>]*>([^<]*)</#).map { numbers(in: $0.1) }
      #expect(Set(marked.joined()).isSubset(of: numbers(in: caption)), "\(caption)")
    }

    let again = try workspace.run("entente report Briefs/\(name).md --format html -o -")
    #expect(again.outputText == page, "another run gives the same bytes")
    let checked = try workspace.run("entente report Briefs/\(name).md --check")
    #expect(checked.status == 0 && checked.outputText.hasPrefix("sound: "))
  }

  private static let chromium = ["chromium", "chromium-browser", "google-chrome"].lazy
    .flatMap { name in ["/usr/bin", "/usr/local/bin", "/snap/bin"].map { "\($0)/\(name)" } }
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// Skipped where no browser is installed.
  @Test(
    .enabled(if: chromium != nil, "chromium is not installed"),
    arguments: [("central-asia-migration", 4), ("tajikistan", 1)])
  func theExamplesFitTheirPagesOnPaper(_ name: String, _ pages: Int) throws {
    let workspace = try Self.workspace()
    let chromium = try #require(Self.chromium)
    let printed = try workspace.run(
      """
      entente report Briefs/\(name).md -q -o page.html && \(chromium) --headless --no-sandbox \
      --user-data-dir=profile --no-pdf-header-footer --print-to-pdf=page.pdf page.html
      """)
    #expect(printed.status == 0, "\(printed.errorText)")
    let pdf = String(
      decoding: try Data(contentsOf: workspace.file("page.pdf")), as: Unicode.ASCII.self)
    #expect(pdf.matches(of: #/\/Type \/Page\s/#).count == pages)
  }

  @Test func theDayOfTheWholeBrief() throws {
    let workspace = try Self.workspace()
    try workspace.write(
      """
      ---
      graph: eu-central-asia
      as-of: 2021
      ---
      `list programmes --state Tajikistan --format number`{.entente} and
      `list programmes --state Tajikistan --as-of 2021 --format number`{.entente}
      """, to: "Briefs/day.md")
    func numbers(_ options: String) throws -> [String] {
      let built = try workspace.run(
        "entente report Briefs/day.md --format markdown -o - \(options)")
      #expect(built.status == 0, "\(built.errorText)")
      return built.outputText.matches(of: #/(?m)^\d+|Answers as of [^.]*/#).map { String($0.0) }
    }
    let own = try numbers("")
    let other = try numbers("--as-of 2005-06")
    #expect(own.count == 3 && own[0] == own[1] && own[2] == "Answers as of 2021")
    #expect(other.count == 3 && other[0] != own[0] && other[1] == own[1])
    #expect(other[2] == "Answers as of June 2005")
    #expect(try workspace.run("entente report Briefs/day.md --as-of soon --check").status == 2)
  }

  @Test func figuresSayWhatTheyLeaveOut() throws {
    let workspace = try Self.workspace()
    try workspace.write(
      """
      ---
      graph: eu-central-asia
      ---
      ```entente
      neighbours kazakhstan --depth 2 --max-nodes 3
      ```
      """, to: "Briefs/notes.md")
    let built = try workspace.run("entente report Briefs/notes.md --format html -o -")
    #expect(built.status == 0, "\(built.errorText)")
    #expect(
      built.outputText.contains(
        #/<figcaption>.*<br>\n<span class="brief-note">Note: \d+ nodes are left, /#))
    let markdown = try workspace.run("entente report Briefs/notes.md -o notes.md && cat notes.md")
    #expect(markdown.outputText.contains(#/\n\n\*Note: \d+ nodes are left, /#))
  }

  @Test func markdownWithFiguresBesideIt() throws {
    let workspace = try Self.workspace()
    let built = try workspace.run(
      "entente report Briefs/tajikistan.md -o 'a note.md' && cat 'a note.md'")
    #expect(built.status == 0, "\(built.errorText)")
    #expect(
      try workspace.names(in: "a note-figures") == ["fig-icmpd.svg"])
    #expect(built.outputText.contains("](a%20note-figures/fig-icmpd.svg)"))
    #expect(built.outputText.contains("| Border Management Programme in Central Asia, phase 10 |"))
    let svg = try workspace.text(of: "a note-figures/fig-icmpd.svg")
    #expect(svg.contains("Almaty Process"))
    let piped = try workspace.run("entente report Briefs/tajikistan.md --format markdown -o -")
    #expect(piped.status == 2 && piped.outputText.isEmpty)
  }

  @Test func aChangedFactChangesThePage() throws {
    let workspace = try Sessions.harbour()
    try workspace.write(
      """
      ---
      graph: harbour
      ---

      `entente list programmes --format number`{.entente}

      ```entente
      #| show: table
      list programmes
      ```
      """, to: "brief.md")
    let first = try workspace.run("entente report brief.md --format markdown -o -")
    #expect(first.status == 0, "\(first.errorText)")
    #expect(first.outputText.contains("2 \\[1\\]\\[2\\]\n"))
    #expect(first.outputText.contains("| Coast Guard Exchange, phase 1 | CGE 1 | 2008 – 2013 |"))
    let facts = "harbour/facts/instruments.yaml"
    let changed = try workspace.text(of: facts).replacing("Exchange, phase 1", with: "Visits")
    try workspace.write(changed, to: facts)
    let second = try workspace.run("entente report brief.md --format markdown -o -")
    #expect(second.status == 0, "\(second.errorText)")
    #expect(
      second.outputText
        == first.outputText.replacing("Exchange, phase 1", with: "Visits")
        .replacing(version(of: first.outputText), with: version(of: second.outputText)))
    #expect(version(of: first.outputText) != version(of: second.outputText))
  }

  /// The line at the foot that tells the data from others.
  private func version(of report: String) -> String {
    report.split(separator: "\n").last { $0.contains("Version of the data") }.map(String.init) ?? ""
  }

  /// What is wrong is said with its place, and nothing is written.
  @Test func faults() throws {
    let workspace = try Sessions.shipped()
    try workspace.write(
      """
      ---
      graph: eu-central-asia
      ---

      See @fig-bomka.

      ```entente
      #| label: fig-bomca
      neighbours bomka --depth 1
      ```

      ```entente
      #| labl: fig-other
      show BOMCA
      ```

      `entente path Kazakhstan ICPMD`{.entente}, `entente show Kazakhstan --format date`{.entente}

      ```entente
      neighbors BOMCA
      ```

      ```entente
      neighbours BOMCA --dept 2
      ```

      ```entente
      list programmes
      ```

      ```entente
      #| show: matrix
      neighbours BOMCA
      ```
      """, to: "brief.md")
    try workspace.write("---\ngraph: eu-central-asie\n---\n\nText.\n", to: "no-graph.md")
    try workspace.write("Text.\n", to: "plain.md")
    try expectSessions(
      "report-faults", in: workspace,
      [
        "entente report brief.md -o page.html", "ls", "entente report brief.md --check | wc -l",
        "entente report brief.md -o page.html --keep-going -q 2>/dev/null",
        "grep -c 'No answer' page.html", "entente report no-graph.md --check",
        "entente report missing.md --check", "entente report plain.md",
        "entente report plain.md -o plain.doc", "entente report plain.md -o -",
        "entente report plain.md -o plain.md", "entente report plain.md --check -o x.html",
        "entente report plain.md --check", "entente -g missing report plain.md --check",
        "entente report plain.md -o missing/plain.html",
      ])
  }

  #if os(Linux)
    /// Empty files stand where the library is looked for first, so that it cannot be opened.
    @Test func withoutTheMarkdownLibrary() throws {
      let workspace = try Self.workspace()
      for name in MarkdownLibrary.system.candidates where !name.contains("/") {
        try workspace.write("", to: "empty/\(name)")
      }
      let outcome = try workspace.run(
        "entente report Briefs/tajikistan.md -o page.html",
        environment: ["LD_LIBRARY_PATH": workspace.file("empty").path])
      #expect(outcome.status == 4)
      #expect(outcome.errorText.contains("install libcmark-gfm"), "\(outcome.errorText)")
      #expect(try workspace.names() == ["Briefs", "Graphs", "empty"])
    }
  #endif

  /// A brief opens and writes nothing but the graph and the styles beside it.
  @Test func hostileBriefs() throws {
    let workspace = try Sessions.shipped()
    try workspace.write("State { fill: red; }\n", to: "outside.css")
    try workspace.write("MATCH (n) RETURN n\n", to: "outside.cypher")
    try workspace.write("", to: "in/.keep")
    _ = try workspace.run("ln -s ../outside.css in/link.css && ln -s ../Graphs in/graphs")
    let commands = [
      "list programmes -o stolen.csv", "list programmes --output=stolen.csv",
      "list programmes -ostolen.csv", "-g /tmp list programmes", "list programmes --graph=/tmp",
      "query -f ../outside.cypher", "query --file=../outside.cypher",
      "query --write 'CREATE (n:State)'", "neighbours BOMCA --alt stolen.txt",
      "neighbours BOMCA --keep ../outside.css", "neighbours BOMCA --style ../outside.css",
      "neighbours BOMCA --style=/etc/passwd", "neighbours BOMCA --style link.css",
      "import ../outside.css -o stolen.graph", "build -o stolen.graph", "fmt", "shell",
      "draw again ../outside.css", "diff HEAD", "layout-worker",
      "report in/brief.md -o stolen.html",
      "completions bash", "--help", "list --help", "--version", "help list", "$(touch stolen)",
      "list programmes ; touch stolen", "list --experimental-dump-help",
      "neighbours BOMCA --id-prefix x\\\"onload",
    ]
    for command in commands {
      try workspace.write(
        "---\ngraph: eu-central-asia\n---\n\n```entente\n#| show: figure\n\(command)\n```\n",
        to: "in/brief.md")
      let outcome = try workspace.run("entente report in/brief.md -o page.html")
      #expect(outcome.status == 2, "\(command): \(outcome.status) \(outcome.errorText)")
      #expect(outcome.errorText.contains("in/brief.md:"), "\(command): \(outcome.errorText)")
      #expect(outcome.errorText.contains("error[B"), "\(command): \(outcome.errorText)")
    }
    for graph in ["../Graphs/eu-central-asia", "/etc", "graphs/eu-central-asia", "..", "in/../.."] {
      try workspace.write("---\ngraph: \(graph)\n---\n\nText.\n", to: "in/brief.md")
      let outcome = try workspace.run("entente report in/brief.md -o page.html")
      #expect(outcome.status == 2, "\(graph): \(outcome.errorText)")
      #expect(outcome.errorText.contains("leads out of the folder"), "\(outcome.errorText)")
    }
    #expect(
      try workspace.names() == ["Graphs", "in", "outside.css", "outside.cypher"].sorted())
  }

  @Test func markupOfABriefStaysText() throws {
    let workspace = try Sessions.shipped()
    try workspace.write(
      """
      ---
      graph: eu-central-asia
      title: <script>alert(1)</script>
      ---

      <script>alert(2)</script> [link](javascript:alert(3)) ![picture](http://example.org/x.png)

      ```entente
      #| caption: <img src=x onerror=alert(4)>
      neighbours MIEUX --title '<script>alert(5)</script>'
      ```
      """, to: "brief.md")
    let outcome = try workspace.run("entente report brief.md -o page.html -q")
    #expect(outcome.status == 0, "\(outcome.errorText)")
    let page = try workspace.text(of: "page.html")
    #expect(!page.contains("<script") && !page.contains("<img") && !page.contains("\"javascript:"))
    #expect(page.contains("&lt;img src=x onerror=alert(4)&gt;"))
  }

  /// Days and styles of the brief, and which of them goes before.
  @Test func daysAndStyles() throws {
    let workspace = try Sessions.shipped()
    try workspace.write("State { fill: #123456; }\n", to: "house.css")
    try workspace.write(
      """
      ---
      graph: eu-central-asia
      as-of: 2010
      style: house.css
      ---

      `entente list agreements --state Kazakhstan --in-force --format number`{.entente} then
      `entente list agreements --state Kazakhstan --in-force --as-of 2022 --format sentence`{.entente}

      ```entente
      neighbours Kazakhstan --types Agreement
      ```

      ```entente
      #| style: mono
      #| as-of: 2022
      neighbours Kazakhstan --types Agreement
      ```

      ```entente
      #| show: path
      path Poland Kazakhstan --since
      ```
      """, to: "brief.md")
    let outcome = try workspace.run("entente report brief.md -o page.html")
    #expect(outcome.status == 0, "\(outcome.errorText)")
    let page = try workspace.text(of: "page.html")
    let drawings = page.components(separatedBy: "<svg ").dropFirst()
    #expect(drawings.count == 2)
    #expect(drawings.first?.contains("#123456") == true)
    #expect(drawings.last?.contains("#123456") == false)
    #expect(drawings.first?.contains("As of 2010") == true || page.contains("as of 2010"))
    #expect(page.contains("Enhanced Partnership"))
  }

  @Test func longBriefsSayHowFarTheyAre() throws {
    let workspace = try Sessions.shipped()
    let question = "`entente list dialogues --format number`{.entente}\n\n"
    let front = "---\ngraph: eu-central-asia\n---\n\n"
    try workspace.write(front + String(repeating: question, count: 45), to: "long.md")
    let told = try workspace.run("entente report long.md --check")
    #expect(
      told.errorText == "20 of 45 questions asked\n40 of 45 questions asked\n"
        + "note: no 'long.lock.json'; with --lock it is written, and --check tells what has changed\n"
    )
    #expect(told.outputText == "sound: 0 blocks, 45 quotations\n")
    #expect(try workspace.run("entente report long.md --check -q").errorText.isEmpty)
  }
}
