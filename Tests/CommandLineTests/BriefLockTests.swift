// SPDX-License-Identifier: Apache-2.0

import Foundation
import ProgramTestSupport
import Testing

/// `entente report --lock` and `--check`: what has changed since.
@Suite struct BriefLockTests {
  private static let brief = """
    ---
    graph: harbour
    ---

    `entente list programmes --format number`{.entente} programmes are known.

    ```entente
    #| label: fig-guard
    #| caption: The exchange and what it is linked to
    neighbours coast-guard-2
    ```

    ```entente
    #| label: tbl-programmes
    #| show: table
    list programmes
    ```

    """

  private static func workspace() throws -> Workspace {
    let workspace = try Sessions.harbour()
    try workspace.write(brief, to: "brief.md")
    return workspace
  }

  private static func edit(
    _ workspace: Workspace, _ file: String, _ old: String, _ new: String
  ) throws {
    let text = try workspace.text(of: file)
    #expect(text.contains(old))
    try workspace.write(text.replacingOccurrences(of: old, with: new), to: file)
  }

  @Test func whatHasChangedIsSaid() throws {
    let workspace = try Self.workspace()
    try expectSessions(
      "report-lock", in: workspace,
      [
        "entente report brief.md --check", "entente report brief.md --lock",
        "entente report brief.md --check", "cat brief.lock.json",
      ])
    let facts = "harbour/facts/instruments.yaml"
    try Self.edit(workspace, facts, "Exchange, phase 1", "Visits, phase 1")
    try Self.edit(
      workspace, facts,
      "    - {to: borvia, role: partner}\n    - {to: northern-ring, role: region}",
      """
          - {to: borvia, role: partner, until: 2020, sources: [yearbook]}
          - {to: estmark, since: 2021, sources: [gazette]}
      """)
    try Self.edit(
      workspace, facts, "ADDRESSES: [search-and-rescue, maritime-safety]\n  COVERS",
      "ADDRESSES: [search-and-rescue, {to: maritime-safety, sources: [gazette]}]\n  COVERS")
    let checked = try workspace.run("entente check harbour")
    #expect(checked.status == 0, "\(checked.outputText)\(checked.errorText)")
    try expectSessions(
      "report-lock-changed", in: workspace,
      [
        "entente report brief.md --check", "entente report brief.md --check --changes changes",
        "ls changes", "cat changes/changes.md", "entente report brief.md -o brief.html",
        "entente report brief.md --lock -q", "entente report brief.md --check",
      ])
    let svg = try workspace.text(of: "changes/fig-guard.svg")
    #expect(svg.contains(">added</text>"), "the legend says what the marks mean")
    #expect(svg.contains("The exchange and what it is linked to"))
  }

  @Test func questionsThatCameAndWent() throws {
    let workspace = try Self.workspace()
    _ = try workspace.run("entente report brief.md --lock")
    try Self.edit(workspace, "brief.md", "list programmes\n", "list states\n")
    try Self.edit(workspace, "brief.md", "programmes --format number", "states --format number")
    let checked = try workspace.run("entente report brief.md --check")
    #expect(checked.status == 1)
    #expect(checked.outputText.contains("brief.md:13: tbl-programmes"))
    #expect(
      checked.outputText.contains("changed: the command was list programmes, now list states"))
    #expect(checked.outputText.contains("brief.md:5: list states\n\n- added: "))
    #expect(checked.outputText.contains("is no longer asked"))
  }

  /// The lock is of the answers: what stands around them may change.
  @Test func theTextMayChange() throws {
    let workspace = try Self.workspace()
    _ = try workspace.run("entente report brief.md --lock")
    try Self.edit(workspace, "brief.md", "programmes are known.", "programmes\nare\nknown.\n")
    let checked = try workspace.run("entente report brief.md --check")
    #expect(checked.status == 0, "\(checked.outputText)")
    #expect(
      checked.outputText == "sound: 2 blocks, 1 quotation, unchanged since the lock\n")
  }

  @Test func damagedLocks() throws {
    let workspace = try Self.workspace()
    try workspace.write("{\"schema\": \"entente.brief-lock/1\",\n", to: "brief.lock.json")
    let checked = try workspace.run("entente report brief.md --check")
    #expect(checked.status == 2 && checked.outputText.isEmpty)
    #expect(
      checked.errorText
        == "entente: brief.lock.json:2:1: the text ends before its value does\n"
        + "With --lock, the file is written anew.\n")
    let written = try workspace.run("entente report brief.md -o brief.html")
    #expect(written.status == 0)
    #expect(written.errorText.contains("note: brief.lock.json:2:1: the text ends"))
    try FileManager.default.removeItem(at: workspace.file("brief.lock.json"))
    try FileManager.default.createDirectory(
      at: workspace.file("brief.lock.json"), withIntermediateDirectories: true)
    #expect(try workspace.run("entente report brief.md --check").status == 2)
    #expect(try workspace.run("entente report brief.md --lock").status == 5)
  }

  /// Text of a hostile lock is shown, and does nothing to the terminal.
  @Test func hostileLocks() throws {
    let workspace = try Self.workspace()
    _ = try workspace.run("entente report brief.md --lock")
    try Self.edit(
      workspace, "brief.lock.json", "\"list programmes\"", "\"list \\u001b]0;x\\u0007<b>\"")
    let checked = try workspace.run("entente report brief.md --check --changes changes")
    #expect(checked.status == 1)
    #expect(!checked.outputText.contains("\u{1B}") && !checked.outputText.contains("\u{7}"))
    let text = try workspace.text(of: "changes/changes.md")
    #expect(!text.contains("\u{1B}") && !text.contains("<b>"))
  }

  @Test func faultsAndMisuse() throws {
    let workspace = try Self.workspace()
    func status(_ line: String) throws -> Int32 { try workspace.run(line).status }
    #expect(try status("entente report brief.md --check --lock") == 2)
    #expect(try status("entente report brief.md --changes x -o x.html") == 2)
    #expect(try status("entente report brief.md --check --changes x") == 2)
    try Self.edit(workspace, "brief.md", "neighbours coast-guard-2", "neighbours coast-gard-2")
    let outcome = try workspace.run("entente report brief.md --lock")
    #expect(outcome.status == 2 && outcome.errorText.contains("brief.md:10:12"))
    #expect(try workspace.names() == ["brief.md", "harbour"])
  }
}
