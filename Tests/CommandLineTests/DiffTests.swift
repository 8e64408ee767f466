// SPDX-License-Identifier: Apache-2.0

import Foundation
import GraphDrawing
import ProgramTestSupport
import Testing

/// `entente diff` and `entente draw diff`.
@Suite struct DiffTests {
  private static let hasGit = FileManager.default.isExecutableFile(atPath: "/usr/bin/git")

  /// Commands that edit the dataset: what is added, removed, ended, changed and re-sourced.
  private static let edits = """
    sed -i.bak -e 's/value: 1200000/value: 1300000/' -e 's/{to: borvia, role: partner}/borvia/' \
    -e 's/page 40/page 41/' harbour/facts/instruments.yaml && \
    sed -i.bak -e 's/role: chair}/role: host}/' -e 's/{to: northern-ring, since: 1998}/{to: northern-ring, since: 1998, until: 2021}/' \
    -e 's/State: dorvania/State: dorvania-2/' harbour/facts/states.yaml && \
    rm harbour/facts/*.bak
    """

  private func workspace() throws -> Workspace {
    let workspace = try Sessions.harbour()
    try workspace.write(
      """
      export GIT_CONFIG_NOSYSTEM=1 GIT_AUTHOR_NAME=T GIT_AUTHOR_EMAIL=t@example.org
      export GIT_COMMITTER_NAME=T GIT_COMMITTER_EMAIL=t@example.org
      git init -q && git symbolic-ref HEAD refs/heads/main && git add harbour
      git commit -q -m one && git tag v1
      cp -r harbour before
      \(Self.edits)
      git add harbour && git commit -q -m two
      """, to: "set-up.sh")
    let outcome = try workspace.run("sh set-up.sh && rm set-up.sh")
    #expect(outcome.status == 0, "\(outcome.errorText)")
    return workspace
  }

  @Test("A comparison that is drawn again says whether either of its data have changed")
  func drawnAgain() throws {
    let workspace = try Sessions.harbour()
    let start = try workspace.run(
      """
      cp -r harbour before && sed -i.bak -e 's/value: 1200000/value: 1300000/' \
        harbour/facts/instruments.yaml && rm harbour/facts/*.bak
      entente draw diff "$PWD/before" "$PWD/harbour" -q -o changes.svg
      """)
    #expect(start.status == 0, "\(start.errorText)")
    let figure = try workspace.text(of: "changes.svg")
    #expect(figure.contains("<entente:command>entente draw diff before harbour</entente:command>"))
    let same = try workspace.run("entente draw again changes.svg -o again.svg")
    #expect(same.errorText == "wrote again.svg\nThe data are those of the figure.\n")
    for folder in ["before", "harbour"] {
      let changed = try workspace.run(
        """
        cp -r \(folder) kept && echo '- {State: new-land, name: New land}' > \(folder)/facts/new.yaml
        entente draw again changes.svg -o again.svg; rm -r \(folder); mv kept \(folder)
        """)
      #expect(
        changed.errorText == "wrote again.svg\nThe data have changed since the figure was drawn.\n")
    }
  }

  @Test(.enabled(if: hasGit, "git is missing"))
  func answers() throws {
    let workspace = try workspace()
    try expectSessions(
      "diff", in: workspace, environment: ["ENTENTE_GRAPH": "harbour"],
      [
        "entente diff v1", "entente diff before harbour --format table | head -8",
        "entente diff v1 HEAD --summary", "entente diff v1 --types Programme,COVERS --format csv",
        "entente diff HEAD~1 main --format markdown | head -12",
        "entente diff v1 --format json | head -40", "entente diff v1 --format jsonl | tail -1",
        "entente diff v1 --as-of 2022 --summary", "entente diff", "entente diff --summary -q",
        "entente diff HEAD v1 --summary --format json | head -6",
        "entente diff v1 --types Programm", "entente diff v1 --types arland",
        "cd harbour && entente diff v1 -g . --summary | head -3",
        "entente draw diff v1 --format mermaid", "entente draw diff",
        "entente diff v1 --side old --format dot | grep Dorvania",
      ])
  }

  @Test(.enabled(if: hasGit, "git is missing"))
  func wordsThatMeanNothingOrTooMuch() throws {
    let workspace = try workspace()
    let before = try workspace.run("find . -type f | xargs cksum | sort").outputText
    try expectSessions(
      "diff-words", in: workspace, environment: ["ENTENTE_GRAPH": "harbour"],
      [
        "entente diff mian", "entente diff v2", "entente diff nothing/here/",
        "entente diff ./main", "mkdir v1; entente diff v1; rmdir v1", "entente diff HEAD~9",
        "entente diff HEAD..main", "entente diff -- --output=x", "entente diff --output=x",
        "entente diff 'HEAD; touch x'", "entente diff ' '", "entente diff ''", "entente diff :/two",
        "entente diff HEAD:harbour", "entente diff HEAD -g before",
        "entente build harbour -o h.entente -q; entente diff HEAD -g h.entente; "
          + "entente diff h.entente HEAD --summary | head -1; rm h.entente",
        "program=$(command -v entente); PATH=/nowhere \"$program\" diff HEAD",
        "program=$(command -v entente); PATH=/nowhere \"$program\" diff before harbour --summary "
          + "| head -1",
        "entente diff a b c", "entente diff --side middle", "entente draw diff v1 --summary",
      ])
    #expect(try workspace.run("find . -type f | xargs cksum | sort").outputText == before)
  }

  @Test(.enabled(if: hasGit, "git is missing"))
  func aRevisionThatDoesNotLoad() throws {
    let workspace = try workspace()
    try workspace.write(
      """
      export GIT_CONFIG_NOSYSTEM=1 GIT_AUTHOR_NAME=T GIT_AUTHOR_EMAIL=t@example.org
      export GIT_COMMITTER_NAME=T GIT_COMMITTER_EMAIL=t@example.org
      sed -i.bak 's/MEMBER_OF/MEMBER_OFF/' harbour/facts/states.yaml && rm harbour/facts/*.bak
      git add harbour && git commit -q -m three
      git checkout -q v1 -- harbour && git commit -q -m four
      """, to: "break.sh")
    #expect(try workspace.run("sh break.sh").status == 0)
    try expectSessions(
      "diff-faults", in: workspace, environment: ["ENTENTE_GRAPH": "harbour"],
      ["entente diff HEAD~1", "entente diff HEAD~3 HEAD"])
  }

  @Test func withoutARepository() throws {
    let workspace = try Sessions.harbour()
    let outcome = try workspace.run("entente diff -g harbour")
    #expect(outcome.status == (Self.hasGit ? 2 : 4))
    if Self.hasGit { #expect(outcome.errorText.contains("not in a git repository")) }
  }

  /// What stays stays put: the boxes of a node are the same on both sides and together.
  @Test(
    .enabled(if: hasGit && GraphvizLibrary.system.version != nil, "git or libgraphviz is missing"))
  func figuresOfBothSides() throws {
    let workspace = try workspace()
    for side in ["old", "new", "both"] {
      let outcome = try workspace.run(
        "entente draw diff v1 -g harbour --side \(side) --format graphml")
      #expect(outcome.status == 0, "\(outcome.errorText)")
      try workspace.write(outcome.outputText, to: "\(side).graphml")
    }
    func places(_ side: String) throws -> [String: String] {
      var places: [String: String] = [:]
      for match in try workspace.text(of: "\(side).graphml").matches(
        of:
          #/<data key="nk">([^<]*)<\/data>.*?<data key="nx">([^<]*)<\/data><data key="ny">([^<]*)</#
      ) {
        places[String(match.1)] = "\(match.2) \(match.3)"
      }
      return places
    }
    let (old, new, both) = (try places("old"), try places("new"), try places("both"))
    #expect(old.count > 4 && new.count > 4)
    #expect(old["dorvania"] != nil && new["dorvania"] == nil && new["dorvania-2"] != nil)
    #expect(old.merging(new) { $1 } == both)
    for (key, place) in old { #expect(both[key] == place) }
  }
}
