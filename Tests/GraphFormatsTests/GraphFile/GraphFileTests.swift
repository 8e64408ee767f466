// SPDX-License-Identifier: Apache-2.0

import GraphModel
import Testing

@testable import GraphFormats

@Suite(.timeLimit(.minutes(10))) struct GraphFileTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func reopened(_ graph: PropertyGraph) throws -> PropertyGraph {
    try GraphFile.write(graph, to: folder.at("a.graph"))
    return try GraphFile.open(folder.at("a.graph"))
  }

  @Test("a graph comes back as it was")
  func roundTrip() throws {
    let graph = try SampleGraphs.everything()
    let back = try reopened(graph)
    #expect(back.checkInvariants() == [])
    #expect(wholeDump(back) == wholeDump(graph))
    #expect(back.graphType == graph.graphType)
    #expect(back.description == graph.description)
    #expect(back.sources == graph.sources)
    #expect(back.nodeTypeNames == graph.nodeTypeNames)
    #expect(NameIndex(back).resolve("state 5") == NameIndex(graph).resolve("State 5"))
    #expect(NameIndex(back).search("sta") == NameIndex(graph).search("sta"))
  }

  @Test("graphs without keys or edges, and one without anything")
  func bareGraphs() throws {
    for graph in try [PropertyGraph()] + (0..<50).map(SampleGraphs.bare) {
      let back = try reopened(graph)
      #expect(back.checkInvariants() == [])
      #expect(wholeDump(back) == wholeDump(graph))
    }
  }

  @Test("the same graph gives the same bytes, also when it came from a file")
  func determinism() throws {
    let graph = try SampleGraphs.everything()
    let size = try GraphFile.write(graph, to: folder.at("a.graph"))
    try GraphFile.write(try GraphFile.open(folder.at("a.graph")), to: folder.at("b.graph"))
    try GraphFile.write(try SampleGraphs.everything(), to: folder.at("c.graph"))
    let bytes = try FileSystem.read(folder.at("a.graph"))
    #expect(bytes.count == size)
    #expect(try FileSystem.read(folder.at("b.graph")) == bytes)
    #expect(try FileSystem.read(folder.at("c.graph")) == bytes)
  }

  @Test("edits are merged in, and a graph that came from a file can be edited")
  func edits() throws {
    var graph = try reopened(try SampleGraphs.everything())
    let node = try graph.insertNode(
      labels: ["Thing"], key: "new", properties: ["integer": .integer(3)])
    let other = try #require(graph.node(key: "state-3"))
    _ = try graph.insertEdge(type: "VISITS", from: node, to: other)
    let back = try reopened(graph)
    #expect(!back.isEdited && back.checkInvariants() == [])
    #expect(back.nodeCount == graph.nodeCount && back.edgeCount == graph.edgeCount)
    let found = try #require(back.node(key: "new"))
    #expect(back.value(of: found, named: "integer") == .integer(3))
  }

  @Test("a file that is replaced stays as it was for whoever has it open")
  func replacement() throws {
    let graph = try reopened(try SampleGraphs.everything())
    let before = wholeDump(graph)
    try GraphFile.write(PropertyGraph(), to: folder.at("a.graph"))
    #expect(wholeDump(graph) == before)
    #expect(try GraphFile.open(folder.at("a.graph")).nodeCount == 0)
  }

  @Test("what is no graph file is refused with the reason")
  func refusals() throws {
    func error(_ name: String, _ bytes: [UInt8]) throws -> String? {
      try FileSystem.writeAtomically(folder.at(name), bytes)
      do throws(GraphFileError) {
        _ = try GraphFile.open(folder.at(name))
        return nil
      } catch {
        return error.description
      }
    }
    try GraphFile.write(try SampleGraphs.everything(), to: folder.at("a.graph"))
    let bytes = try FileSystem.read(folder.at("a.graph"))
    #expect(try error("empty", []) == "it is not a graph file")
    #expect(try error("text", Array("- State: poland\n".utf8)) == "it is not a graph file")
    #expect(
      try error("start", Array(bytes.prefix(20)))
        == "it should have 128 bytes and has 20: it was not copied whole")
    #expect(
      try error("cut", Array(bytes.dropLast()))
        == "it should have \(bytes.count) bytes and has \(bytes.count - 1): it was not copied whole"
    )
    #expect(
      try error("long", bytes + [0])
        == "it should have \(bytes.count) bytes and has \(bytes.count + 1): it was not copied whole"
    )
    var newer = bytes
    newer[8] = 9
    #expect(
      try error("newer", newer) == """
        it has format 9, and this program reads format 1: a newer entente wrote it
        """)
    newer[8] = 0
    #expect(
      try error("older", newer)
        == "it has format 0, and this program reads format 1: build it again")
    var header = bytes
    header[40] ^= 1
    #expect(try error("header", header) == "it is damaged: its header")
    var section = bytes
    section[GraphFileLayout.headerSize] ^= 1
    #expect(try error("section", section) == "it is damaged: section 0")
    var table = bytes
    table[bytes.count - 1] ^= 1
    #expect(try error("table", table) == "it is damaged: its section table")
    #expect(throws: GraphFileError.file(.notFound)) { try GraphFile.open(folder.at("none")) }
    #expect(throws: GraphFileError.file(.isAFolder)) { try GraphFile.open(folder.path) }
    #expect(throws: GraphFileError.file(.notARegularFile)) { try GraphFile.open("/dev/null") }
  }

  @Test("a device is not replaced, a link still leads there, and permissions stay")
  func replacedThings() throws {
    #expect(throws: GraphFileError.file(.notARegularFile)) {
      try GraphFile.write(PropertyGraph(), to: "/dev/null")
    }
    folder.makePipe("pipe")
    #expect(throws: GraphFileError.file(.notARegularFile)) {
      try GraphFile.write(PropertyGraph(), to: folder.at("pipe"))
    }
    try folder.write("real", "text")
    folder.setMode("real", 0o640)
    folder.makeLink("link", to: "real")
    try GraphFile.write(PropertyGraph(), to: folder.at("link"))
    #expect(try GraphFile.open(folder.at("real")).nodeCount == 0)
    #expect(folder.mode(of: "real") == 0o640)
    #expect(try FileSystem.entries(of: folder.path) == ["link", "pipe", "real"])
  }

  @Test("a file that cannot be written leaves nothing behind")
  func unwritable() throws {
    #expect(throws: GraphFileError.file(.notFound)) {
      try GraphFile.write(PropertyGraph(), to: folder.at("none/a.graph"))
    }
    #expect(try FileSystem.entries(of: folder.path).isEmpty)
  }
}

/// Everything a graph says, in order of its numbers.
func wholeDump(_ graph: PropertyGraph) -> [String] {
  graph.nodes.map { node in
    "\(node.rawValue) \(graph.key(of: node) ?? "-") \(graph.labels(of: node))"
      + " \(graph.properties(of: node)) \(graph.names(of: node)) \(graph.claims(on: node))"
      + " \(graph.validity(of: node)) \(graph.edges(at: node).map(\.rawValue))"
  }
    + graph.edges.map { edge in
      "\(edge.rawValue) \(graph.source(of: edge)) \(graph.typeName(of: edge))"
        + " \(graph.target(of: edge)) \(graph.identifier(of: edge) ?? "-")"
        + " \(graph.properties(of: edge)) \(graph.claims(on: edge)) \(graph.validity(of: edge))"
    }
}
