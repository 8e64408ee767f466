// SPDX-License-Identifier: Apache-2.0

import Foundation
import GraphDrawing
import ProgramTestSupport
import Testing

/// A machine without libgraphviz or rsvg-convert.
@Suite struct MissingProgramTests {
  private static let graph = ["ENTENTE_GRAPH": "harbour"]

  #if os(Linux)
    /// Empty files stand where the library is looked for first, so that it cannot be opened.
    @Test func withoutTheLayoutLibraryEverythingButDrawingWorks() throws {
      let workspace = try Sessions.harbour()
      for name in GraphvizLibrary.system.candidates where !name.contains("/") {
        try workspace.write("", to: "empty/\(name)")
      }
      let environment = Self.graph.merging([
        "LD_LIBRARY_PATH": workspace.file("empty").path
      ]) { $1 }
      try expectSessions(
        "without-layout-library", in: workspace, environment: environment,
        [
          "entente path Arland Borvia -o figure.svg",
          "entente draw neighbours Borvia",
          "entente schema -o schema.png",
          "ls",
          "entente path Arland Borvia --format csv",
          "entente path Arland Borvia --format dot",
          "entente doctor --format json | grep -A 4 libgraphviz",
        ])
      #expect(try workspace.run("entente doctor", environment: environment).status == 4)
    }
  #endif

  @Test(.enabled(if: GraphvizLibrary.system.version != nil, "libgraphviz is missing"))
  func withoutTheConverterFiguresAreSVGOnly() throws {
    let workspace = try Sessions.harbour()
    try expectSessions(
      "without-converter", in: workspace, environment: Self.graph,
      [
        "program=$(command -v entente); PATH=/nowhere \"$program\" path Arland Borvia -o f.png",
        "program=$(command -v entente); PATH=/nowhere \"$program\" path Arland Borvia -o f.pdf",
        "program=$(command -v entente); PATH=/nowhere \"$program\" path Arland Borvia -o f.svg; ls",
      ])
  }

  @Test func checkUpOfThisMachine() throws {
    let workspace = try Sessions.harbour()
    let outcome = try workspace.run("cd harbour && entente doctor --format csv")
    let rows = outcome.outputText.split(separator: "\n").map(String.init)
    #expect(rows.first == "what,found,for")
    #expect(rows.contains("dataset,.,questions without --graph"))
    let library = GraphvizLibrary.system.version
    #expect(outcome.status == (library == nil ? 4 : 0))
    if let library { #expect(rows.contains("libgraphviz,\(library),figures")) }
  }
}
