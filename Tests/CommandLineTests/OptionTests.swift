// SPDX-License-Identifier: Apache-2.0

import Foundation
import ProgramTestSupport
import Testing

/// What every command shares: options, misuse, where the graph is found, width and colour.
@Suite struct OptionTests {
  private static let graph = ["ENTENTE_GRAPH": "harbour"]

  @Test func sharedOptionsMayStandBeforeWhatIsDrawn() throws {
    let workspace = try Sessions.harbour()
    let drawn = try workspace.run(
      "entente draw path Arland Borvia --format dot", environment: Self.graph)
    #expect(drawn.status == 0 && drawn.outputText.hasPrefix("digraph"))
    for words in ["draw -q --format=dot path", "--format dot draw -q path"] {
      let other = try workspace.run("entente \(words) Arland Borvia", environment: Self.graph)
      #expect(other.outputText == drawn.outputText, "\(words)")
    }
  }

  @Test func anEmptyFolderIsSaidToBeOne() throws {
    let workspace = try Workspace()
    for question in ["path A B", "list programmes"] {
      let outcome = try workspace.run("mkdir -p empty && entente \(question) -g empty")
      #expect(outcome.status == 2)
      #expect(
        outcome.errorText.hasSuffix(
          "There is no node in 'empty'. Is it the folder of a dataset?\n"), "\(outcome.errorText)")
    }
  }

  @Test func misuse() throws {
    try expectSessions(
      "misuse", in: Sessions.harbour(), environment: Self.graph,
      [
        "entente pth Arland Borvia",
        "entente frobnicate",
        "entente path",
        "entente path Arland",
        "entente path Arland Borvia Celdonia",
        "entente path Arland Borvia --avoyd EU",
        "entente path Arland Borvia --as-of 2022-13-01",
        "entente path Arland Borvia --as-of yesterday",
        "entente path Arland Borvia --format xml",
        "entente path Arland Borvia --format sarif",
        "entente list states --format svg",
        "entente path Arland Borvia -k 0",
        "entente path Arland Borvia -k 10001",
        "entente path Arland Borvia -k 2 --all",
        "entente path Arland Borvia -k two",
        "entente path Arland Borvia --max-hops -1",
        "entente path Arland Borvia -o answer.xyz",
        "entente path Arland Borvia -o answer",
        "entente draw path Arland Borvia --format text",
        "entente --as-of",
        "entente completions tcsh",
        "entente explain",
        "entente explain Z999",
      ])
  }

  @Test func help() throws {
    try expectSessions(
      "help", in: Workspace(),
      [
        "entente", "entente --help", "entente help path", "entente path --help",
        "entente help neighbours", "entente help list", "entente help show", "entente help search",
        "entente help draw", "entente help draw path", "entente help draw neighbours",
        "entente help draw schema", "entente help check", "entente help fmt", "entente help stats",
        "entente help schema", "entente help explain", "entente help doctor",
        "entente help completions", "entente --version",
      ])
  }

  @Test func completionScripts() throws {
    let workspace = try Workspace()
    for shell in ["bash", "zsh", "fish"] {
      let outcome = try workspace.run("entente completions \(shell)")
      #expect(outcome.status == 0)
      #expect(outcome.errors.isEmpty)
      for word in ["path", "neighbours", "max-hops", "as-of"] {
        #expect(outcome.outputText.contains(word), "\(shell): \(word)")
      }
    }
    // A shell that cannot read its script would say so.
    let read = try workspace.run("entente completions bash > script && bash -n script")
    #expect(read.status == 0)
    #expect(read.errorText == "")
  }

  @Test func globalOptionsBeforeAndAfterTheCommand() throws {
    let workspace = try Sessions.harbour()
    let wanted = try workspace.run(
      "entente path Arland Borvia -g harbour --as-of 2012 --format csv")
    #expect(wanted.status == 0)
    #expect(wanted.outputText.hasPrefix("path,step,edge,from,to,"))
    for line in [
      "entente -g harbour --as-of 2012 --format csv path Arland Borvia",
      "entente --graph harbour path Arland --as-of 2012 Borvia --format csv",
      "entente --graph=harbour --as-of=2012 --format=csv path Arland Borvia",
      "entente -q -g harbour path --format csv --as-of 2012 Arland Borvia",
    ] {
      #expect(try workspace.run(line) == wanted, "\(line)")
    }
    let drawn = try workspace.run("entente draw path Arland Borvia -g harbour --format dot")
    #expect(drawn.status == 0)
    #expect(
      try workspace.run("entente -g harbour --format dot draw path Arland Borvia") == drawn)
  }

  @Test func whereTheGraphIsFound() throws {
    let workspace = try Sessions.harbour()
    let wanted = try workspace.run("entente stats -g harbour --format csv")
    #expect(wanted.status == 0)
    #expect(wanted.outputText.contains("graph,nodes,13\n"))
    // The variable, the folder itself, a folder below, the only dataset under Graphs.
    for line in [
      "ENTENTE_GRAPH=harbour entente stats --format csv",
      "cd harbour && entente stats --format csv",
      "cd harbour/facts && entente stats --format csv",
      "mkdir -p Graphs && mv harbour Graphs/ && entente stats --format csv",
      // An option counts more than the variable, and the variable more than what is near.
      "ENTENTE_GRAPH=nowhere entente stats -g Graphs/harbour --format csv",
      "ENTENTE_GRAPH=$PWD/Graphs/harbour; export ENTENTE_GRAPH; cd /; entente stats --format csv",
      // An empty variable says nothing.
      "ENTENTE_GRAPH= entente stats --format csv",
    ] {
      #expect(try workspace.run(line) == wanted, "\(line)")
    }
    try expectSessions(
      "no-dataset", in: Workspace(),
      [
        "entente stats",
        "entente check",
        "mkdir -p Graphs/one Graphs/two; touch Graphs/one/graph.yaml Graphs/two/graph.yaml; "
          + "entente stats",
        "entente stats -g nowhere",
        "ENTENTE_GRAPH=nowhere entente stats",
      ])
  }

  @Test(arguments: [40, 80, 200])
  func widths(_ columns: Int) throws {
    let workspace = try Sessions.harbour()
    try expectSessions(
      "width-\(columns)", in: workspace,
      environment: ["ENTENTE_GRAPH": "harbour", "COLUMNS": String(columns)],
      [
        "entente path Arland Borvia --via Programme", "entente list programmes --state Borvia",
        "entente show 'CGE 2'", "entente neighbours Borvia",
      ])
    for command in ["stats", "list programmes --state Borvia", "neighbours Borvia"] {
      let outcome = try workspace.run(
        "entente \(command)", environment: ["ENTENTE_GRAPH": "harbour", "COLUMNS": "\(columns)"])
      let longest =
        outcome.outputText.split(separator: "\n")
        .filter { !$0.contains("://") }.map(\.count).max() ?? 0
      #expect(longest <= columns, "\(command)")
    }
  }

  @Test func withoutUnicodeArrowsAndRulesAreASCII() throws {
    let workspace = try Sessions.harbour()
    try expectSessions(
      "ascii", in: workspace, environment: ["ENTENTE_GRAPH": "harbour", "LANG": "C"],
      ["entente path Arland Borvia", "entente neighbours Arland", "entente list programmes"])
    let ascii = try workspace.run(
      "entente neighbours Arland", environment: ["ENTENTE_GRAPH": "harbour", "LANG": "C"])
    #expect(ascii.output.allSatisfy { $0 < 0x80 })
    for locale in ["LANG": "de_DE.UTF-8", "LC_ALL": "C.utf8", "LC_CTYPE": "en_GB.UTF-8"] {
      let outcome = try workspace.run(
        "entente neighbours Arland",
        environment: ["ENTENTE_GRAPH": "harbour", locale.key: locale.value])
      #expect(outcome.outputText.contains("├─ "), "\(locale)")
    }
  }

  @Test func colour() throws {
    let workspace = try Sessions.harbour()
    func isColoured(_ line: String) throws -> Bool {
      try workspace.run(line, environment: Self.graph).output.contains(0x1B)
    }
    #expect(try !isColoured("entente stats"))
    #expect(try isColoured("entente stats --color always"))
    #expect(try isColoured("NO_COLOR=1 entente stats --color always"))
    #expect(try !isColoured("entente stats --color never"))
    #expect(try !isColoured("entente stats --color always -o stats.txt; cat stats.txt"))
  }

  #if os(Linux)
    /// `script` gives the program a terminal.
    @Test(
      .enabled(
        if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script"), "script is missing"))
    func colourOnATerminal() throws {
      let workspace = try Sessions.harbour()
      func isColoured(_ variables: String, _ options: String = "") throws -> Bool {
        let outcome = try workspace.run(
          "\(variables) script -qec 'entente stats \(options)' /dev/null < /dev/null",
          environment: Self.graph)
        #expect(outcome.outputText.contains("Cooperation around the Grey Strait"))
        return outcome.output.contains(0x1B)
      }
      #expect(try isColoured("TERM=xterm"))
      #expect(try !isColoured("TERM=xterm NO_COLOR=1"))
      #expect(try !isColoured("TERM=dumb"))
      #expect(try !isColoured("TERM=xterm", "--color never"))
    }
  #endif
}
