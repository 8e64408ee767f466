// SPDX-License-Identifier: Apache-2.0

import Foundation
import GraphDrawing
import ProgramTestSupport
import Testing

/// The commands that look at many nodes at once: gaps, timelines, connections, centrality,
/// components.
@Suite struct OverviewTests {
  private static let formats = ["text", "table", "markdown", "json", "jsonl", "csv"]
  private static let graph = ["ENTENTE_GRAPH": "harbour"]

  @Test func gaps() throws {
    try expectSessions(
      "gaps", in: Sessions.harbour(), environment: Self.graph,
      Self.formats.map { "entente gaps --rows-in 'Northern Ring' --format \($0)" } + [
        "entente gaps",
        "entente gaps --all-areas",
        "entente gaps --counts --format csv",
        "entente gaps --rows-in 'Northern Ring' --columns-in 'Maritime safety'; echo \"status $?\"",
        "entente gaps state area --through programmes --as-of 2012",
        "entente gaps states 'policy areas' --through dialogues --in-force --as-of 2012",
        "entente gaps areas",
        "entente gaps --through programms",
        "entente gaps --through ,",
        "entente gaps --through Agreement,COVERS",
        "entente gaps programmes",
        "entente gaps --in-force",
        "entente gaps --rows-in Nowhere",
        "entente gaps --rows-in Customs",
        "entente gaps --rows-in 'Northern Ring' -o gaps.svg; grep -c '<rect' gaps.svg",
        "entente draw gaps --rows-in 'Northern Ring' | sed -n '/<desc/p'",
        "entente draw gaps --format dot",
        "entente draw gaps --rows-in Customs; echo \"status $?\"",
      ])
  }

  @Test func timeline() throws {
    try expectSessions(
      "timeline", in: Sessions.harbour(), environment: Self.graph,
      Self.formats.map {
        "entente timeline 'Fishery Agreement between Dorvania and Estmark' --format \($0)"
      } + [
        "entente timeline Borvia 'CGE 2'",
        "entente timeline Borvia borvia --as-of 2012-06-01",
        "entente timeline Çeldonia",
        "entente timeline Customs; echo \"status $?\"",
        "entente timeline Borvia --as-of 1900; echo \"status $?\"",
        "entente timeline",
        "entente timeline Borvia Nobody",
        "entente timeline Borvia -o borvia.svg; grep -c 'class=\"row' borvia.svg",
        "entente draw timeline Borvia 'CGE 2' --as-of 2016 | sed -n '/<desc/p'",
        "entente draw timeline Customs -o none.svg; echo \"status $?\"; ls",
        "entente draw timeline Borvia --format mermaid",
      ])
  }

  @Test func connections() throws {
    try expectSessions(
      "connect", in: Sessions.harbour(), environment: Self.graph,
      (Self.formats + ["dot", "mermaid"]).map {
        "entente connect Arland Borvia Çeldonia --format \($0)"
      } + [
        "entente connect Arland 'CGE 1'",
        "entente connect Arland Çeldonia 'CGE 1' Customs Dorvania Estmark",
        "entente connect Arland Borvia Estmark",
        "entente connect Arland Borvia Çeldonia --as-of 2016-06-01",
        "entente connect Arland Borvia Çeldonia --types Dialogue",
        "entente connect Arland Estmark; echo \"status $?\"",
        "entente connect Arland Estmark -o none.svg; ls",
        "entente connect Arland arland",
        "entente connect Arland",
        "entente connect Arland Nobody",
        "entente connect Arland Borvia --avoid Arland",
        "entente connect Arland Borvia --avoid Dialog",
      ])
  }

  @Test func centrality() throws {
    try expectSessions(
      "centrality", in: Sessions.harbour(), environment: Self.graph,
      Self.formats.map { "entente centrality --limit 4 --format \($0)" }
        + ["pagerank", "betweenness", "closeness", "core"].map {
          "entente centrality states --by \($0) --format text"
        } + [
          "entente centrality --by pagerank --directed --limit 3 --format json",
          "entente centrality --by betweenness --samples 12 --seed 3 --limit 3",
          "entente centrality --by betweenness --samples 12 --limit 2 --format json",
          "entente centrality --by betweenness --samples 13 --limit 3",
          "entente centrality --by betweenness --samples 1",
          "entente centrality programmes --avoid 'CGE 2' --as-of 2012",
          "entente centrality programmes --as-of 1900; echo \"status $?\"",
          "entente centrality programms",
          "entente centrality --by fame",
          "entente centrality --by core --samples 3",
          "entente centrality --by core --directed",
          "entente centrality --seed 3",
          "entente centrality --limit 0",
        ])
  }

  @Test func components() throws {
    try expectSessions(
      "components", in: Sessions.harbour(), environment: Self.graph,
      Self.formats.map { "entente components --format \($0)" } + [
        "entente components --strong",
        "entente components --communities --seed 2",
        "entente components --communities --resolution 2.5 --limit 1 --format json",
        "entente components --avoid Borvia --limit 2",
        "entente components --types State --as-of 2012",
        "entente components --types State,PARTICIPATES_IN,Dialogue",
        "entente components --avoid State --avoid StateGroup --avoid Programme --avoid Agreement "
          + "--avoid Dialogue --avoid PolicyArea; echo \"status $?\"",
        "entente components --strong --communities",
        "entente components --seed 2",
        "entente components --communities --resolution 0",
        "entente components --communities --resolution nan",
        "entente components --avoid Progrmme",
      ])
  }

  @Test func pathsOverTime() throws {
    try expectSessions(
      "path-since", in: Sessions.harbour(), environment: Self.graph,
      Self.formats.map { "entente path Arland Çeldonia --since --format \($0)" } + [
        "entente path Arland Borvia --since",
        "entente path Arland Borvia --since --types MEMBER_OF,PARTICIPATES_IN",
        "entente path 'CGE 1' 'CGE 2' --since --types COVERS; echo \"status $?\"",
        "entente path Dorvania Estmark --since",
        "entente path Arland Arland --since",
        "entente path Arland Arland --since --format dot",
        "entente path Arland Estmark --since; echo \"status $?\"",
        "entente path Arland Estmark --since -o none.svg; ls",
        "entente path Arland Borvia --since --as-of 2012",
        "entente path Arland Borvia --since --via Dialogue",
        "entente path Arland Borvia --since --earliest",
        "entente path Arland Nobody --since",
        "entente path Arland Çeldonia --earliest --types PARTICIPATES_IN",
        "entente path Arland Borvia --earliest --as-of 2015 --types MEMBER_OF",
        "entente path Arland Çeldonia --earliest --as-of 2017 --types PARTICIPATES_IN",
        "entente path Arland Estmark --earliest; echo \"status $?\"",
        "entente path Dorvania Estmark --earliest --format json",
        "entente path Arland Çeldonia --earliest --format csv",
      ])
  }

  @Test(.enabled(if: GraphvizLibrary.system.version != nil, "libgraphviz is missing"))
  func figures() throws {
    let workspace = try Sessions.harbour()
    let drawn = try workspace.run(
      "entente draw connect Arland Borvia Çeldonia", environment: Self.graph)
    #expect(drawn.status == 0)
    #expect(drawn.outputText.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\""))
    for command in ["connect Arland Borvia Çeldonia", "path Arland Borvia --since"] {
      let written = try workspace.run("entente \(command) -o figure.svg", environment: Self.graph)
      #expect(written.status == 0)
      #expect(written.errorText == "wrote figure.svg\n")
    }
  }

  @Test func aReaderThatLeavesEarlyIsNoFault() throws {
    let workspace = try Sessions.harbour()
    for command in ["gaps --format json", "components", "centrality", "timeline Borvia"] {
      let outcome = try workspace.run(
        "{ sleep 0.2; entente \(command); echo $? > status; } | true; "
          + "for i in 1 2 3 4 5 6 7 8 9 10; do [ -s status ] || sleep 0.5; done; cat status; "
          + "rm status", environment: Self.graph)
      #expect(outcome.outputText == "0\n", "\(command)")
      #expect(outcome.errorText == "", "\(command)")
    }
  }
}
