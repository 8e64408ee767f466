// SPDX-License-Identifier: Apache-2.0

import Foundation
import GraphDrawing
import ProgramTestSupport
import Testing

/// Files, pipes and full disks.
@Suite struct OutputTests {
  private static let graph = ["ENTENTE_GRAPH": "harbour"]

  @Test func theEndingOfAFileChoosesTheFormat() throws {
    let workspace = try Sessions.harbour()
    let formats = [
      "txt": "text", "md": "markdown", "markdown": "markdown", "json": "json", "jsonl": "jsonl",
      "csv": "csv", "dot": "dot", "mmd": "mermaid", "mermaid": "mermaid",
    ]
    for (ending, format) in formats {
      let outcome = try workspace.run(
        "entente path Arland Borvia -o answer.\(ending)", environment: Self.graph)
      #expect(outcome.status == 0)
      #expect(outcome.outputText == "")
      #expect(outcome.errorText == "wrote answer.\(ending)\n")
      let printed = try workspace.run(
        "entente path Arland Borvia --format \(format)", environment: Self.graph)
      #expect(try workspace.bytes(of: "answer.\(ending)") == printed.output, "\(ending)")
    }
    let given = try workspace.run(
      "entente path Arland Borvia --format csv -o answer.json -q", environment: Self.graph)
    #expect(given.errorText == "")
    #expect(try workspace.bytes(of: "answer.json") == workspace.bytes(of: "answer.csv"))
    let dash = try workspace.run("entente path Arland Borvia -o -", environment: Self.graph)
    #expect(dash.outputText.hasPrefix("Arland ── "))
  }

  @Test(.enabled(if: GraphvizLibrary.system.version != nil, "libgraphviz is missing"))
  func figures() throws {
    let workspace = try Sessions.harbour()
    for command in ["path Arland Borvia", "neighbours Borvia", "schema"] {
      let drawn = try workspace.run("entente draw \(command)", environment: Self.graph)
      #expect(drawn.status == 0)
      #expect(drawn.outputText.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\""))
      #expect(drawn.outputText.hasSuffix("</svg>\n"))
      let written = try workspace.run("entente \(command) -o figure.svg", environment: Self.graph)
      #expect(written.errorText == "wrote figure.svg\n")
      #expect(try workspace.bytes(of: "figure.svg") == drawn.output, "\(command)")
    }
  }

  @Test("Where no file may grow, that is said, and nothing is left behind")
  func sizeLimit() throws {
    let workspace = try Sessions.harbour()
    let outcome = try workspace.run(
      "mkdir out && ulimit -f 4 && entente draw schema -o out/figure.svg; echo $?; ls -A out",
      environment: Self.graph)
    #expect(outcome.outputText == "5\n")
    #expect(outcome.errorText.contains("'out/figure.svg': the system lets no file grow so large"))
  }

  @Test func largeFiguresAreGrouped() throws {
    try expectSessions(
      "max-nodes", in: Sessions.harbour(), environment: Self.graph,
      [
        "entente draw neighbours 'Northern Ring' --depth 2 --max-nodes 6 --format mermaid",
        "entente draw neighbours 'Northern Ring' --max-nodes 0",
        "entente draw neighbours 'Northern Ring' --max-nodes few",
      ])
  }

  @Test(
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: "/usr/bin/rsvg-convert"),
      "rsvg-convert is missing"))
  func pictures() throws {
    let workspace = try Sessions.harbour()
    for (ending, beginning) in [
      ("png", [0x89, 0x50, 0x4E, 0x47]), ("pdf", [0x25, 0x50, 0x44, 0x46]),
    ]
      as [(String, [UInt8])]
    {
      let outcome = try workspace.run(
        "entente path Arland Borvia -o figure.\(ending)", environment: Self.graph)
      #expect(outcome.status == 0)
      #expect(outcome.errorText == "wrote figure.\(ending)\n")
      #expect(try Array(workspace.bytes(of: "figure.\(ending)").prefix(4)) == beginning)
    }
  }

  @Test func whatCannotBeWrittenLeavesNothing() throws {
    let workspace = try Sessions.harbour()
    try workspace.write("keep", to: "kept.csv")
    try workspace.write("", to: "folder.csv/inside")
    try expectSessions(
      "unwritable", in: workspace, environment: Self.graph,
      [
        "entente path Arland Borvia -o missing/answer.csv",
        "entente path Arland Borvia -o folder.csv",
        "entente path Arland Borvia -o kept.csv/answer.csv",
        "entente path Arland nobody -o kept.csv",
      ])
    #expect(try workspace.text(of: "kept.csv") == "keep")
    #expect(try workspace.names() == ["folder.csv", "harbour", "kept.csv"])
    #expect(try workspace.names(in: "folder.csv") == ["inside"])
  }

  @Test(.enabled(if: getuid() != 0, "an administrator may write anywhere"))
  func aFolderThatMayNotBeWrittenTo() throws {
    let workspace = try Sessions.harbour()
    let outcome = try workspace.run(
      "mkdir closed; chmod 555 closed; entente path Arland Borvia -o closed/answer.csv",
      environment: Self.graph)
    #expect(outcome.status == 5)
    #expect(outcome.errorText == "entente: cannot write 'closed/answer.csv': permission denied\n")
    #expect(try workspace.names(in: "closed") == [])
  }

  /// Whether the program can run as somebody else, who may not reach where it lies.
  private static let canStepDown: Bool = {
    let line = "setpriv --reuid 65534 --regid 65534 --clear-groups entente --version"
    return getuid() == 0 && (try? Workspace().run("chmod -R a+rX ..; \(line)").status) == 0
  }()

  /// The same for an administrator, who steps down to another user for it.
  @Test(.enabled(if: canStepDown, "only an administrator can step down"))
  func aFolderOfSomebodyElse() throws {
    let workspace = try Sessions.harbour()
    let outcome = try workspace.run(
      """
      mkdir closed; chmod -R a+rX ..
      setpriv --reuid 65534 --regid 65534 --clear-groups \
        entente path Arland Borvia -o closed/answer.csv
      """, environment: Self.graph)
    #expect(outcome.status == 5)
    #expect(outcome.errorText == "entente: cannot write 'closed/answer.csv': permission denied\n")
    #expect(try workspace.names(in: "closed") == [])
  }

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "no device that is full"))
  func aFullDisk() throws {
    let workspace = try Sessions.harbour()
    let redirected = try workspace.run(
      "entente path Arland Borvia > /dev/full", environment: Self.graph)
    #expect(redirected.status == 5)
    #expect(
      redirected.errorText
        == "entente: cannot write to standard output: No space left on device\n")
    let named = try workspace.run(
      "entente path Arland Borvia --format csv -o /dev/full", environment: Self.graph)
    #expect(named.status == 5)
    #expect(named.errorText == "entente: cannot write '/dev/full': no space left\n")
  }

  @Test func aReaderThatLeavesEarlyIsNoFault() throws {
    let workspace = try Sessions.harbour()
    // More than a pipe holds, so that the program is still writing when its reader is gone.
    let outcome = try workspace.run(
      """
      { entente path Arland Borvia -k 40 --format json; echo $? > status; } | head -1
      cat status
      """, environment: Self.graph)
    #expect(outcome.outputText == "{\n0\n")
    #expect(outcome.errorText == "")
    let closed = try workspace.run(
      "{ sleep 0.2; entente stats; echo $? > status; } | true; sleep 0.1; "
        + "for i in 1 2 3 4 5 6 7 8 9 10; do [ -s status ] || sleep 0.5; done; cat status",
      environment: Self.graph)
    #expect(closed.outputText == "0\n")
    #expect(closed.errorText == "")
  }

  @Test func standardOutputThatIsClosed() throws {
    let workspace = try Sessions.harbour()
    let outcome = try workspace.run("entente stats >&-", environment: Self.graph)
    #expect(outcome.status == 5)
    #expect(outcome.errorText == "entente: cannot write to standard output: Bad file descriptor\n")
  }
}
