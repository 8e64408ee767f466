// SPDX-License-Identifier: Apache-2.0

import GraphModel
import SourceDiagnostics
import Testing

@testable import GraphFormats

struct CSVFolderImportTests {
  private func folder(_ files: [(name: String, text: String)]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (name, text) in files { try folder.write(name, text) }
    return folder
  }

  /// The graph as the bytes of its file.
  private func bytes(_ graph: PropertyGraph?, in folder: TemporaryFolder) throws -> [UInt8] {
    try GraphFile.write(try #require(graph), to: folder.at("out.graph"))
    return try FileSystem.read(folder.at("out.graph"))
  }

  @Test(arguments: 0..<60)
  func givesTheGraphThatAddingOneByOneGives(_ seed: UInt64) throws {
    let tables = try RandomTables(seed: seed)
    let folder = try folder(tables.files)
    let expected = try bytes(tables.builder.freeze(), in: folder)
    for (threads, block) in [(1, 1 << 20), (2, 100), (3, 1_000), (4, 1)] {
      var reading = CSVFolderImport(folder.path, threadCount: threads)
      reading.limits.blockBytes = block
      let outcome = reading.run()
      #expect(outcome.diagnostics.isEmpty)
      #expect(outcome.unlistedFindings == 0)
      #expect(outcome.rowCount == tables.builder.nodeCount + tables.builder.edgeCount)
      #expect(try bytes(outcome.graph, in: folder) == expected)
    }
  }

  @Test func readsTablesAsSpreadsheetsWriteThem() throws {
    let folder = try folder([
      (
        "nodes-State&Island.csv",
        "\u{FEFF}id;name;area:FLOAT;code\r\nmt;\"Malta; the \"\"Rock\"\"\";316;007\r\n;;;\r\n\r\n"
          + "cy; Kypros ;9251;010"
      ),
      ("edges-NEAR.csv", "to;from;since\nmt;cy;2004-05\n"), ("notes.csv", "a,b\n"),
    ])
    let outcome = CSVFolderImport(folder.path).run()
    #expect(outcome.diagnostics.isEmpty)
    #expect(outcome.ignoredFiles == ["notes.csv"])
    let graph = try #require(outcome.graph)
    let malta = try #require(graph.node(key: "mt"))
    let cyprus = try #require(graph.node(key: "cy"))
    #expect(graph.value(of: malta, named: "name") == .string("Malta; the \"Rock\""))
    #expect(graph.value(of: malta, named: "area") == .float(316))
    #expect(graph.value(of: malta, named: "code") == .string("007"))
    #expect(graph.value(of: cyprus, named: "name") == .string("Kypros"))
    #expect(graph.storage.nodeTypes.map(\.labels) == [["Island", "State"]])
    let edge = try #require(graph.edges.first { _ in true })
    #expect(graph.value(of: edge, named: "since") == PartialDate("2004-05").map(Value.partialDate))
  }

  /// The first hundred rows show one type, a later one another.
  @Test(arguments: [
    ("1", "2.5", Value.float(1)), ("1", "x", .string("1")), ("true", "no", .string("true")),
    ("2009-04-27", "2009-04", .string("2009-04-27")), ("", "7", .integer(7)),
  ])
  func widensAColumnToWhatAllItsCellsAre(_ first: String, _ later: String, _ value: Value) throws {
    var text = "id,x\n"
    for row in 0..<200 { text += "n\(row),\(first)\n" }
    for row in 200..<220 { text += "n\(row),\(later)\n" }
    let folder = try folder([("nodes-T.csv", text)])
    var reading = CSVFolderImport(folder.path, threadCount: 2)
    reading.limits.blockBytes = 64
    let outcome = reading.run()
    #expect(outcome.diagnostics.isEmpty)
    let graph = try #require(outcome.graph)
    let node = try #require(graph.node(key: first.isEmpty ? "n210" : "n0"))
    #expect(graph.value(of: node, named: "x") == value)
  }

  @Test func tellsHowFarItIs() throws {
    let folder = try folder([("nodes-T.csv", "id\na\nb\n"), ("edges-E.csv", "from,to\na,b\n")])
    let seen = Seen()
    _ = CSVFolderImport(folder.path, threadCount: 2).run { seen.add($0) }
    #expect(seen.all == [.init(file: "nodes-T.csv", rows: 2), .init(file: "edges-E.csv", rows: 3)])
  }

  @Test func checksAgainstTheGraphType() throws {
    let schema = """
      CREATE GRAPH TYPE t AS {
        (:State {iso STRING NOT NULL, area INTEGER}),
        (:Lake {depth INTEGER}),
        (:State)-[:NEAR {km INTEGER}]->(:Lake)
      }
      """
    let folder = try folder([
      ("schema.gql", schema), ("nodes-State.csv", "id,iso,area\na,AA,12\nb,,7\n"),
      ("nodes-Lake.csv", "id,depth\nl,4\n"), ("edges-NEAR.csv", "from,to,km\na,l,1\nl,a,2\n"),
    ])
    let outcome = CSVFolderImport(folder.path).run()
    #expect(outcome.graph == nil)
    #expect(
      outcome.diagnostics.map(describe) == [
        "edges-NEAR.csv:3:1 E211 'NEAR' cannot lead from 'Lake' to 'State'",
        "nodes-State.csv:3:3 (B3) E204 'State' must have a property 'iso'",
      ])
  }

  private func describe(_ diagnostic: Diagnostic) -> String {
    "\(diagnostic.location?.description ?? "-") \(diagnostic.code) \(diagnostic.message)"
  }
}

/// What a progress callback was told.
private final class Seen: @unchecked Sendable {
  // The import calls by one thread at a time, and has returned before this is read.
  private(set) var all: [CSVFolderImport.Progress] = []

  func add(_ progress: CSVFolderImport.Progress) { all.append(progress) }
}
