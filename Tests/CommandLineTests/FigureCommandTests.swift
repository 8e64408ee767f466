// SPDX-License-Identifier: Apache-2.0

import Foundation
import ProgramTestSupport
import Testing

/// What is drawn, and what figures say about themselves.
@Suite struct FigureCommandTests {
  private static let graph = ["ENTENTE_GRAPH": "harbour"]

  @Test func whatIsPutTogetherAndWhere() throws {
    let workspace = try Sessions.harbour()
    let dot = "entente draw neighbours coast-guard-2 --format dot"
    try expectSessions(
      "drawing", in: workspace, environment: Self.graph,
      [
        "\(dot) --group-by State", "\(dot) --clusters types --ranks types --direction down",
        "entente draw all --format dot --group-by types --parallel fold",
        "entente draw all --format dot --types Dialogue --title 'All dialogues' --subtitle ''",
        "entente draw all --max-nodes 2", "entente draw all --types Dialogue --as-of 1900",
        "\(dot) --group-by Stat", "\(dot) --clusters Arland", "\(dot) --parallel both",
        "entente draw path Arland Borvia -k 3 --format dot",
        "entente draw query 'MATCH (s:State {name: \"Arland\"})-->(n) RETURN [{a: s}], n' "
          + "--induced --format dot",
        "entente draw query '// Who is there. Really.\nMATCH (s:State) RETURN s' --format dot | head -2",
        "entente draw shema", "entente draw nieghbours X",
        "entente draw timeline Borvia --max-nodes 3",
        "entente draw neighbours Arland --limit 1 --format dot | tail -1",
        "entente path Arland Borvia --cost instrments", "entente path Arland Borvia --title T",
        "entente query 'MATCH (s:State) RETURN s' --keep x.svg",
        "entente query 'MATCH (s:State) RETURN s' --induced",
      ])
  }

  @Test("A dataset and the file compiled from it give the same bytes, and the file says how")
  func metadata() throws {
    let workspace = try Sessions.harbour()
    func run(_ command: String) throws -> Outcome {
      try workspace.run(command, environment: Self.graph)
    }
    #expect(try run("entente build harbour -o harbour.graph").status == 0)
    let command = "entente path 'Arland' \"Borvia\" -k 2 --as-of=2016 --title \"It's\""
    #expect(try run("\(command) -q -o folder.svg").status == 0)
    #expect(
      try run("\(command) -g harbour.graph -o \(workspace.file("file.svg").path)").status == 0)
    #expect(try workspace.bytes(of: "folder.svg") == workspace.bytes(of: "file.svg"))
    let svg = try workspace.text(of: "folder.svg")
    #expect(
      svg.contains(
        "<entente:command>entente draw path Arland Borvia -k 2 --as-of=2016 "
          + "--title &#39;It&#39;\\&#39;&#39;s&#39;</entente:command>"))
    #expect(!svg.contains(workspace.file("harbour").path))
    let again = try run("entente draw again folder.svg -o again.svg")
    #expect(again.errorText == "wrote again.svg\nThe data are those of the figure.\n")
    #expect(try workspace.bytes(of: "again.svg") == workspace.bytes(of: "folder.svg"))
    // One more node is other data.
    let more =
      "entente query -g harbour.graph --write \"CREATE (:State {name: 'New', isoAlpha2: 'NN'})\""
    #expect(try run(more).status == 0)
    let changed = try run("entente draw again folder.svg -g harbour.graph -o again.svg")
    #expect(changed.errorText.hasSuffix("The data have changed since the figure was drawn.\n"))
  }

  @Test("A figure made by somebody else runs no command that writes or that it does not show")
  func foreignCommands() throws {
    let workspace = try Sessions.harbour()
    for command in [
      "entente draw schema -o stolen.svg", "entente draw schema --alt stolen.txt", "rm -rf .",
      "entente build harbour -o x.graph", "entente draw again a.svg", "entente draw 'schema",
      "entente draw schema --output=stolen.svg", "",
    ] {
      try workspace.write(
        "<svg><metadata><entente:figure xmlns:entente=\"urn:entente:figure:1\">"
          + "<entente:command>\(command)</entente:command></entente:figure></metadata></svg>",
        to: "foreign.svg")
      let outcome = try workspace.run(
        "entente draw again foreign.svg -o out.svg", environment: Self.graph)
      #expect(outcome.status == 2, "\(command)")
      let names = try workspace.names()
      #expect(!names.contains { $0.hasPrefix("stolen") || $0 == "out.svg" })
    }
  }

  @Test func textAlternatives() throws {
    let workspace = try Sessions.harbour()
    try expectSessions(
      "text-alternatives", in: workspace, environment: Self.graph,
      [
        "entente path Arland Borvia -k 2 --format dot --alt - -o p.dot",
        "entente draw gaps --rows-in 'Northern Ring' -o g.svg --alt g.md && cat g.md",
        "entente draw timeline Borvia -o t.svg --alt t.txt && head -5 t.txt",
        "entente draw schema --format dot -o s.dot --alt s.txt && cat s.txt",
        "entente draw schema --alt -", "entente schema --alt x.txt",
      ])
  }

  @Test("Positions are kept from an SVG or GraphML, and nothing else is taken for one")
  func keptPositions() throws {
    let workspace = try Sessions.harbour()
    func run(_ command: String) throws -> Outcome {
      try workspace.run(command, environment: Self.graph)
    }
    #expect(try run("entente draw path Arland Borvia -o a.svg").status == 0)
    #expect(try run("entente draw path Arland Borvia -o a.graphml").status == 0)
    #expect(try run("entente draw path Arland Borvia -k 3 --keep a.svg -o b.svg").status == 0)
    #expect(try run("entente draw path Arland Borvia -k 3 --keep a.graphml -o c.svg").status == 0)
    #expect(try run("entente draw timeline Borvia -o t.svg").status == 0)
    let noNodes = try run("entente draw path Arland Borvia --keep t.svg")
    #expect(noNodes.status == 2 && noNodes.errorText.contains("no nodes whose places"))
    try workspace.write("<svg/>", to: "other.svg")
    let other = try run("entente draw path Arland Borvia --keep other.svg")
    #expect(other.status == 2 && other.errorText.contains("not of a figure that entente has drawn"))
  }

  @Test("A table gives nodes their places, and what is wrong with one is said with its line")
  func layoutTable() throws {
    let workspace = try Sessions.harbour()
    func run(_ command: String) throws -> Outcome {
      try workspace.run(command, environment: Self.graph)
    }
    try workspace.write("id,x,y\narland,300,40\nelsewhere,1,1\n", to: "places.csv")
    let drawn = try run("entente draw path Arland Borvia --layout places.csv --bare")
    #expect(drawn.status == 0, "\(drawn.errorText)")
    #expect(drawn.outputText.contains("key=\"arland\" x=\"300\" y=\"40\""))
    for (table, part) in [
      ("", "the table is empty"), ("id,x\narland,1\n", "line 1: the columns id, x and y"),
      ("id,x,y\narland,1,2\narland,3,4\n", "line 3: 'arland' has a place already"),
      ("id,x,y\n\narland,left,2\n", "line 3: x is a number of points, not 'left'"),
      ("id,x,y\narland,1,nan\n", "line 2: y is a number of points, not 'nan'"),
      ("id,x,y\narland,1,1e9\n", "line 2: y is more than 100,000 points away"),
      ("id,x,y\n\"\",1,1\n", "line 2: a row without id"), ("id,x,y\n", "no row follows"),
      ("id,x,y\narland,1\n", "line 2: "), ("id,x,y\n\"arland,1,1\n", "line 2: "),
      ("id,x,y\nnobody,1,1\n", "has a place for none of the"),
    ] {
      try workspace.write(table, to: "bad.csv")
      let outcome = try run("entente draw path Arland Borvia --layout bad.csv")
      #expect(outcome.status == 2 && outcome.errorText.contains(part), "\(outcome.errorText)")
    }
    let missing = try run("entente draw path Arland Borvia --layout none.csv")
    #expect(missing.status == 2 && missing.errorText.contains("cannot be read"))
    #expect(try run("entente draw timeline Borvia -o t.svg").status == 0)
    let again = try run("entente draw again t.svg --keep")
    #expect(again.status == 2 && again.errorText.contains("no nodes whose places could be kept"))
  }

  @Test(
    "Rows of a table that place nothing are told: misspelt ids with their lines, others by number")
  func layoutNotes() throws {
    let workspace = try Sessions.harbour()
    func said(_ table: String, _ command: String = "entente draw path Arland Borvia") throws
      -> String
    {
      try workspace.write(table, to: "places.csv")
      let outcome = try workspace.run("\(command) --layout places.csv", environment: Self.graph)
      #expect(outcome.status == 0)
      return outcome.errorText
    }
    #expect(try said("id,x,y\narland,300,40\n") == "")
    #expect(
      try said("id,x,y\narland,300,40\n\nborvai,1,1\nnowhere,2,2\n").hasPrefix(
        """
        note: 'places.csv': line 4: no node has the id 'borvai'; did you mean 'borvia'?
        note: 'places.csv': line 5: no node has the id 'nowhere'

        """))
    let many = (1...5).map { "stranger-\($0),1,1\n" }.joined()
    let strangers = try said("id,x,y\narland,300,40\n\(many)")
    #expect(strangers.contains("line 5: no node has the id 'stranger-3'\n"))
    #expect(strangers.contains("note: 'places.csv': 2 more rows have ids that no node has\n"))
    #expect(!strangers.contains("stranger-4"))
    // Nodes of the graph that the figure leaves out, and those that it has put together.
    let absent = try said("id,x,y\narland,300,40\ncustoms,1,1\n")
    #expect(
      absent.hasSuffix(
        "'places.csv' has places for 1 node that the figure does not show: customs\n"))
    let quiet = try said(
      "id,x,y\narland,300,40\nnowhere,1,1\n", "entente draw path Arland Borvia -q")
    #expect(quiet == "")
  }

  @Test("A scale is for PNG, and has bounds")
  func scale() throws {
    let workspace = try Sessions.harbour()
    for (options, part) in [
      ("--scale 11 -o a.png", "between 0.25 and 10"), ("--scale nan -o a.png", "between 0.25"),
      ("--scale 2 -o a.svg", "svg has no pixels"), ("--id-prefix 1a", "--id-prefix takes"),
      ("--id-prefix ''", "--id-prefix takes"),
      ("--id-prefix a -o a.png", "--id-prefix is for SVG; png has no ids"),
      ("--id-prefix a -o a.dot", "--id-prefix is for SVG; dot has no ids"),
    ] {
      let outcome = try workspace.run(
        "entente draw path Arland Borvia \(options)", environment: Self.graph)
      #expect(outcome.status == 2 && outcome.errorText.contains(part), "\(outcome.errorText)")
    }
  }
}
