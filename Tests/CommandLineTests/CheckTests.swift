// SPDX-License-Identifier: Apache-2.0

import Foundation
import ProgramTestSupport
import Testing

/// `check`, `fmt` and `explain`, and what other commands do with data that do not load.
@Suite struct CheckTests {
  private func broken() throws -> Workspace {
    let workspace = try Workspace()
    try workspace.copy("Tests/CommandLineTests/Fixtures/broken", as: "broken")
    return workspace
  }

  @Test func dataThatDoNotLoad() throws {
    try expectSessions(
      "check-broken", in: broken(),
      [
        "entente check broken", "entente check broken --format json",
        "entente check broken --format github", "entente check broken --format sarif",
        "cd broken && entente check", "entente check broken --format csv",
        "entente stats -g broken", "entente path a b -g broken", "entente stats -g broken -q",
      ])
  }

  @Test func soundData() throws {
    try expectSessions(
      "check-sound", in: Sessions.harbour(),
      [
        "entente check harbour", "entente check harbour --strict",
        "entente check harbour --remarks", "entente check harbour --format json",
        "entente check harbour harbour/facts", "entente check nowhere",
        "entente check harbour -o findings.json; cat findings.json",
      ])
  }

  @Test func graphFiles() throws {
    try expectSessions(
      "graph-files", in: Sessions.harbour(),
      [
        "entente build harbour -o harbour.graph", "entente check harbour.graph",
        "entente path Arland Borvia -g harbour.graph", "entente build harbour",
        "entente build -g harbour -q -o again.graph; cmp harbour.graph again.graph",
        "entente build harbour -o none/harbour.graph", "entente build nowhere -o a.graph",
        "head -c 1000 harbour.graph > cut.graph; entente check cut.graph",
        "entente path Arland Borvia -g cut.graph",
        "entente path Arland Borvia -g harbour/graph.yaml",
        "entente build harbour.graph -o copy.graph; cmp harbour.graph copy.graph",
        "ls -A",
      ])
  }

  @Test func aDatasetThatHasNotChangedIsNotReadAgain() throws {
    let workspace = try Sessions.harbour()
    let environment = ["XDG_CACHE_HOME": workspace.file("caches").path]
    let first = try workspace.run("entente path Arland Borvia -g harbour", environment: environment)
    let kept = try workspace.names(in: "caches/entente/datasets")
    #expect(kept.count == 1)
    let second = try workspace.run(
      "entente path Arland Borvia -g harbour", environment: environment)
    #expect(second == first)
    let off = try workspace.run(
      "entente path Arland Borvia -g harbour", environment: ["ENTENTE_CACHE": "off"])
    #expect(off == first)
    let own = try workspace.run(
      "entente path Arland Borvia -g harbour",
      environment: ["ENTENTE_CACHE": workspace.file("own").path])
    #expect(own == first)
    #expect(try workspace.names(in: "own/datasets").count == 1)
  }

  @Test func everyFindingHasAPlaceInEveryFormat() throws {
    let workspace = try broken()
    let json =
      try JSONSerialization.jsonObject(
        with: try workspace.run("entente check broken --format json").output) as? [String: Any]
    let findings = try #require(json?["diagnostics"] as? [[String: Any]])
    #expect(findings.count >= 8)
    let sarif =
      try JSONSerialization.jsonObject(
        with: try workspace.run("entente check broken --format sarif").output) as? [String: Any]
    let runs = try #require(sarif?["runs"] as? [[String: Any]])
    #expect((runs.first?["results"] as? [Any])?.count == findings.count)
    let commands = try workspace.run("entente check broken --format github").outputText
    #expect(commands.split(separator: "\n").count == findings.count)
  }

  /// Faults in the YAML, the graph type, a table, and the description.
  @Test func whateverIsReportedIsExplained() throws {
    let workspace = try broken()
    try workspace.write("title: [a\nedges: 7\n", to: "files/graph.yaml")
    try workspace.write("CREATE GRAPH TYPE t AS { NODE TYP State }", to: "files/schema.gql")
    try workspace.write("- State: *a\n\tname: b\n- x\n", to: "files/facts.yaml")
    try workspace.write("key,type,type\na,\"State\n", to: "files/nodes.csv")
    let known = try workspace.run("entente explain --all").outputText.split(separator: "\n")
      .map { String($0.prefix(4)) }
    var families: Set<Character> = []
    for folder in ["broken", "files"] {
      let json =
        try JSONSerialization.jsonObject(
          with: try workspace.run("entente check \(folder) --format json").output) as? [String: Any]
      for finding in try #require(json?["diagnostics"] as? [[String: Any]]) {
        let code = try #require(finding["code"] as? String)
        #expect(known.contains(code), "\(code): \(finding["message"] ?? "")")
        families.insert(code.dropFirst().first ?? "?")
      }
    }
    #expect(families == ["1", "2", "3", "4"])
  }

  @Test func everyCodeIsExplained() throws {
    let workspace = try Workspace()
    let all = try workspace.run("entente explain --all")
    #expect(all.status == 0)
    let codes = all.outputText.split(separator: "\n").map { String($0.prefix(4)) }
    #expect(codes.count > 20)
    #expect(codes == codes.sorted())
    #expect(Set(codes).count == codes.count)
    for code in codes {
      let page = try workspace.run("entente explain \(code.lowercased())")
      #expect(page.status == 0)
      #expect(page.outputText.contains("[\(code)]: "))
      #expect(page.outputText.contains("\nExample:\n"))
      #expect(page.outputText.hasSuffix("\n"))
    }
  }

  @Test func formatting() throws {
    let workspace = try Workspace()
    try workspace.write(
      """
      # States around the strait
      - State:   arland
        name: "Arland"   # the official name
        MEMBER_OF:
            - northern-ring

      """, to: "facts.yaml")
    try expectSessions(
      "fmt", in: workspace,
      [
        "entente fmt --check facts.yaml", "entente fmt facts.yaml", "cat facts.yaml",
        "entente fmt --check facts.yaml", "entente fmt facts.yaml",
        "printf -- '- State: [\\n' > broken.yaml; entente fmt broken.yaml; cat broken.yaml",
        "entente fmt nowhere.yaml",
      ])
  }

  @Test func theFixtureIsInCanonicalForm() throws {
    let outcome = try Sessions.harbour().run("entente fmt --check harbour")
    #expect(outcome.status == 0, "\(outcome.outputText)")
  }
}
