// SPDX-License-Identifier: Apache-2.0

import GraphModel
import SourceDiagnostics
import Testing

@testable import GraphFormats

struct ImportToFileTests {
  private func folder(_ files: [(name: String, text: String)]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (name, text) in files { try folder.write(name, text) }
    return folder
  }

  /// The file that an import writes beside the reading, and the one that is written of its graph.
  private func bothFiles(
    _ folder: TemporaryFolder, threads: Int
  ) throws -> (beside: [UInt8], afterwards: [UInt8]) {
    var reading = CSVFolderImport(folder.path, threadCount: threads)
    reading.limits.blockBytes = 100
    let outcome = reading.run(writingTo: folder.at("beside.graph"))
    #expect(outcome.diagnostics.isEmpty)
    let beside = try FileSystem.read(folder.at("beside.graph"))
    #expect(try outcome.written?.get() == beside.count)
    #expect(try GraphFile.open(folder.at("beside.graph")).checkInvariants() == [])
    let graph = try #require(reading.run().graph)
    try GraphFile.write(graph, to: folder.at("afterwards.graph"))
    return (beside, try FileSystem.read(folder.at("afterwards.graph")))
  }

  @Test(arguments: 0..<30)
  func writesTheFileThatTheGraphAloneGives(_ seed: UInt64) throws {
    let tables = try RandomTables(seed: seed)
    let folder = try folder(tables.files)
    try GraphFile.write(tables.builder.freeze(), to: folder.at("expected.graph"))
    let expected = try FileSystem.read(folder.at("expected.graph"))
    for threads in 1...4 {
      let (beside, afterwards) = try bothFiles(folder, threads: threads)
      #expect(beside == expected)
      #expect(afterwards == expected)
    }
  }

  /// What can be frozen early and what cannot, in one folder: a type is complete, the next has
  /// identifiers, and one more follows.
  @Test(arguments: [
    [
      ("edges-A.csv", "from,to,x,note\n1,2,7,n\n3,2,8,m\n"), ("edges-B.csv", "from,to,id\n2,1,b\n"),
    ],
    [("edges-B.csv", "from,to,id\n2,1,b\n1,2,a\n"), ("edges-C.csv", "from,to\n1,1\n")],
    // One label, written in two ways that are the same; and names whose order is another with the
    // ending of the file.
    [("edges-\u{E9}.csv", "from,to\n1,2\n"), ("edges-e\u{301}.csv", "from,to\n2,3\n")],
    [("edges-A.csv", "from,to\n1,2\n"), ("edges-A-B.csv", "from,to\n2,3\n")],
    [("edges-A.csv", "from,to,since,until\n1,2,2001,2002\n"), ("edges-B.csv", "from,to\n")],
    [("schema.gql", "CREATE GRAPH TYPE t AS { (:N {}), (:N)-[:A {}]->(:N) }")],
  ])
  func freezesWhatIsComplete(_ edges: [(name: String, text: String)]) throws {
    let folder = try folder(
      edges + [("nodes-N.csv", "id,name,since\n3,Three,\n1,One,1999\n2,Two,2000\n")])
    let (first, alone) = try bothFiles(folder, threads: 1)
    #expect(first == alone)
    for threads in 2...4 {
      let (beside, afterwards) = try bothFiles(folder, threads: threads)
      #expect(beside == first)
      #expect(afterwards == first)
    }
  }

  @Test func leavesNothingBehindWhenARowIsWrong() throws {
    let faulty: [[(name: String, text: String)]] = [
      [("edges-A.csv", "from,to\n1,2\n1,9\n")], [("nodes-M.csv", "id\n1\n")],
      [("edges-A.csv", "from,to,since,until\n1,2,2002,2001\n")],
      [("edges-A.csv", "from,to\n1,2\n"), ("edges-B.csv", "from,to\n9,2\n")],
    ]
    for files in faulty {
      let folder = try folder(files + [("nodes-N.csv", "id\n1\n2\n")])
      try folder.write("out.graph", "before")
      let names = try FileSystem.entries(of: folder.path)
      for threads in [1, 3] {
        let reading = CSVFolderImport(folder.path, threadCount: threads)
        let outcome = reading.run(writingTo: folder.at("out.graph"))
        #expect(outcome.graph == nil && outcome.written == nil)
        #expect(outcome.diagnostics.map(\.message) == reading.run().diagnostics.map(\.message))
        #expect(!outcome.diagnostics.isEmpty)
        #expect(try FileSystem.entries(of: folder.path) == names)
        #expect(try FileSystem.read(folder.at("out.graph")) == Array("before".utf8))
      }
    }
  }

  @Test func saysWhyTheFileCannotBeWritten() throws {
    let folder = try folder([("nodes-N.csv", "id\n1\n")])
    let outcome = CSVFolderImport(folder.path).run(writingTo: folder.at("missing/out.graph"))
    #expect(outcome.graph != nil)
    #expect(throws: GraphFileError.self) { try outcome.written?.get() }
  }

  /// Keys that are numbers are looked up in another way than those that are not.
  @Test(arguments: [1, 2])
  func findsKeysThatAreNumbers(_ threads: Int) throws {
    let nodes = "id\n0\n7\n3\n100\nx1\n007\n999999999\n"
    let keys = ["0", "7", "3", "100", "x1", "007", "999999999"]
    var text = "from,to\n"
    for key in keys { text += "\(key),7\n3,\(key)\n" }
    let folder = try folder([("nodes-N.csv", nodes), ("edges-E.csv", text)])
    let graph = try #require(CSVFolderImport(folder.path, threadCount: threads).run().graph)
    var expected = GraphBuilder()
    var handles: [String: NodeHandle] = [:]
    for key in keys { handles[key] = try expected.addNode(type: "N", key: key) }
    for key in keys {
      let (node, seven, three) = (handles[key], handles["7"], handles["3"])
      try expected.addEdge(
        type: "E", from: try #require(node), to: try #require(seven))
      try expected.addEdge(
        type: "E", from: try #require(three), to: try #require(node))
    }
    try GraphFile.write(graph, to: folder.at("a.graph"))
    try GraphFile.write(expected.freeze(), to: folder.at("b.graph"))
    #expect(
      try FileSystem.read(folder.at("a.graph")) == FileSystem.read(folder.at("b.graph")))
  }

  @Test func reportsNumbersThatNoNodeHas() throws {
    let folder = try folder([
      ("nodes-N.csv", "id\n0\n7\n3\n"), ("edges-E.csv", "from,to\n0,7\n5,3\n3,8\n7,07\n1,4000\n"),
    ])
    let outcome = CSVFolderImport(folder.path).run()
    #expect(
      outcome.diagnostics.map { "\($0.location?.description ?? "-") \($0.message)" } == [
        "edges-E.csv:3:1 (A3) unknown node '5'", "edges-E.csv:4:3 (B4) unknown node '8'",
        "edges-E.csv:5:3 (B5) unknown node '07'", "edges-E.csv:6:1 (A6) unknown node '1'",
        "edges-E.csv:6:3 (B6) unknown node '4000'",
      ])
  }
}
