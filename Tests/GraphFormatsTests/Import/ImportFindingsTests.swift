// SPDX-License-Identifier: Apache-2.0

import GraphModel
import SourceDiagnostics
import Testing

@testable import GraphFormats

/// Everything that can be wrong with a folder, and in which words it is said.
struct ImportFindingsTests {
  private func findings(
    _ files: [String: String], limits: ImportLimits = ImportLimits(), threads: Int = 2
  ) throws -> [String] {
    let folder = try TemporaryFolder()
    for (name, text) in files { try folder.write(name, text) }
    let outcome = CSVFolderImport(folder.path, limits: limits, threadCount: threads).run()
    #expect(outcome.graph == nil)
    var found = outcome.diagnostics.map { diagnostic in
      let place = diagnostic.location?.description.replacing(folder.path, with: "folder") ?? "-"
      let note = diagnostic.notes.map { "; \($0.text): \($0.location?.description ?? "-")" }
      let help = diagnostic.help.map { " (\($0))" } ?? ""
      return "\(place) \(diagnostic.code) \(diagnostic.message)\(help)\(note.joined())"
    }
    if outcome.unlistedFindings > 0 { found.append("+ \(outcome.unlistedFindings)") }
    return found
  }

  private let nodes = ["nodes-T.csv": "id,x\na,1\nb,2\n"]

  private func edges(_ text: String) throws -> [String] {
    try findings(nodes.merging(["edges-E.csv": text]) { $1 })
  }

  @Test func rowsOfNodes() throws {
    #expect(
      try findings(["nodes-T.csv": "id,x\na,1\nb\n\"c\nd\",1,2\n,5\na,7\n\"\",8\n"]) == [
        "nodes-T.csv:3:1 E155 Row 3 has 1 cell, the header has 2",
        "nodes-T.csv:4:1 E155 Row 4 has 3 cells, the header has 2 "
          + "(quote a cell that holds the delimiter)",
        "nodes-T.csv:6:1 (A5) E166 Row of nodes has no 'id'",
        "nodes-T.csv:7:1 (A6) E111 node 'a' is defined twice "
          + "(keep one row for each node, in one file); the first is here: nodes-T.csv:2:1 (A2)",
        "nodes-T.csv:8:2 (A7) E166 Row of nodes has no 'id'",
      ])
  }

  @Test func keysThatTwoFilesDefine() throws {
    #expect(
      try findings(["nodes-A.csv": "id\nx\ny\n", "nodes-B.csv": "name,id\nY,y\n"]) == [
        "nodes-B.csv:2:3 (B2) E111 node 'y' is defined twice "
          + "(keep one row for each node, in one file); the first is here: nodes-A.csv:3:1"
      ])
  }

  @Test func endsOfEdges() throws {
    #expect(
      try edges("from,to,w\na,b,1\na,bb,2\n,b,3\n17,a,4\n") == [
        "edges-E.csv:3:3 (B3) E104 unknown node 'bb' (did you mean 'b'?)",
        "edges-E.csv:4:1 (A4) E166 Row of edges has no 'from'",
        "edges-E.csv:5:1 (A5) E104 unknown node '17'",
      ])
    #expect(
      try edges("from,to,id\na,b,e1\na,b,e2\nb,a,e1\n") == [
        "edges-E.csv:4:5 (C4) E111 edge 'e1' is defined twice; "
          + "the first is here: edges-E.csv:2:5 (C2)"
      ])
  }

  @Test func quotes() throws {
    #expect(
      try edges("from,to,t\na,b,\"x\"y\na,b, \"z\"\na,b,\"open\nb,a,1\n") == [
        "edges-E.csv:2:6 (C2) E153 Text after the closing quote of a cell "
          + "(double a quote that is part of the text)",
        "edges-E.csv:3:6 (C3) E154 Space before the quote of a cell "
          + "(remove the space, or the cell is not quoted)",
        "edges-E.csv:4:6 (C4) E152 Quote opened here is never closed "
          + "(close it, or double a quote that is text)",
      ])
  }

  @Test func valuesOfDeclaredColumns() throws {
    let problem = ValueParsingProblem.integerOutOfRange("99999999999999999999")
    #expect(
      try edges("from,to,w:INTEGER,since\na,b,99999999999999999999,\na,b,+07,2009-13\n") == [
        "edges-E.csv:2:5 (C2) E205 \(problem.description)",
        "edges-E.csv:3:9 (D3) E402 "
          + ValueParsingProblem.noSuchMonth("2009-13", month: 13).description,
      ])
  }

  @Test(arguments: [1, 2, 3, 4])
  func aFewCellsThatDoNotFitTheirColumn(_ threads: Int) throws {
    var text = "id,x\n"
    for row in 0..<300 { text += "n\(row),\(row == 150 ? "l5" : "\(row)")\n" }
    var limits = ImportLimits()
    limits.blockBytes = 50
    #expect(
      try findings(["nodes-T.csv": text], limits: limits, threads: threads) == [
        "nodes-T.csv:152:6 (B152) E133 \(ValueParsingProblem.notInteger("l5").description) "
          + "(if the column holds text, call it 'x:STRING')"
      ])
  }

  @Test func headers() throws {
    #expect(
      try findings([
        "nodes-A.csv": "", "nodes-B.csv": "key,x\n", "nodes-C.csv": "id,x,x,w:INTEGRE\n",
        "nodes-D.csv": "id,\na,5\n", "nodes-.csv": "id\n",
      ]) == [
        "nodes-.csv E131 the name 'nodes-.csv' does not say the type "
          + "(such as nodes-State.csv, nodes-State&Island.csv or edges-COVERS.csv)",
        "nodes-A.csv E160 File has no header row (name the columns in the first row)",
        "nodes-B.csv:1:1 E162 Table of nodes has no column 'id'",
        "nodes-C.csv:1:6 (C1) E163 Column 'x' stands twice",
        "nodes-C.csv:1:8 (D1) E132 no type of values is called 'INTEGRE' "
          + "(did you mean 'INTEGER'?)",
      ])
    #expect(
      try findings(["nodes-D.csv": "id,\na,5\n"]) == [
        "nodes-D.csv:2:3 (B2) E164 Cell under a header that is empty "
          + "(name column B in the first row)"
      ])
  }

  @Test func foldersWithoutNodes() throws {
    #expect(
      try findings(["edges-E.csv": "from,to\n"]) == [
        "folder E130 the folder has no file called 'nodes-TYPE.csv' "
          + "(such as nodes-State.csv, with a column 'id')"
      ])
    let outcome = CSVFolderImport("/nowhere/at/all").run()
    #expect(outcome.graph == nil)
    #expect(outcome.diagnostics.map(\.location?.file) == ["/nowhere/at/all"])
  }

  @Test func columnsThatTheGraphTypeDoesNotHave() throws {
    let schema = "CREATE GRAPH TYPE t AS { (:State {iso STRING}) }"
    #expect(
      try findings(["schema.gql": schema, "nodes-State.csv": "id,isso\na,1\n"]) == [
        "nodes-State.csv:1:4 (B1) E203 'State' has no property 'isso' (did you mean 'iso'?)"
      ])
    #expect(
      try findings(["schema.gql": schema, "nodes-Stat.csv": "id\na\n"]) == [
        "nodes-Stat.csv E201 unknown node type 'Stat' (did you mean 'State'?)"
      ])
  }

  @Test func findingsBeyondTheLimitAreCounted() throws {
    var text = "from,to,w\n"
    for row in 0..<100 { text += "a,q\(row),1\n" }
    for blockBytes in [10, 1_000, 1 << 20] {
      var limits = ImportLimits()
      limits.findings = 2
      limits.blockBytes = blockBytes
      let found = try findings(
        nodes.merging(["edges-E.csv": text]) { $1 }, limits: limits)
      #expect(
        found == [
          "edges-E.csv:2:3 (B2) E104 unknown node 'q0'",
          "edges-E.csv:3:3 (B3) E104 unknown node 'q1'", "+ 98",
        ])
    }
  }
}
