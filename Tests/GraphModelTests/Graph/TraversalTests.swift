// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import GraphModel

@Suite("Walking a graph")
struct TraversalTests {
  @Test("edges at a node: by type, outgoing before incoming, by far node; a loop comes twice")
  func order() throws {
    let graph = try SampleGraph.graph()
    func walk(_ number: UInt32, _ direction: EdgeDirection) -> [[UInt32]] {
      var found: [[UInt32]] = []
      graph.forEachEdge(at: node(number), direction: direction) {
        found.append([$0.rawValue, $1.rawValue])
      }
      return found
    }
    #expect(walk(5, .both) == [[1, 5], [0, 3], [1, 5], [6, 0], [7, 1]])
    #expect(walk(5, .outgoing) == [[1, 5]])
    #expect(walk(5, .incoming) == [[0, 3], [1, 5], [6, 0], [7, 1]])
    #expect(walk(0, .both) == [[2, 2], [3, 3], [4, 3], [5, 4], [6, 5]])
    #expect(walk(0, .incoming) == [])
    #expect(walk(2, .both) == [[2, 0]])
    for direction in EdgeDirection.allCases {
      for number in 0..<6 as Range<UInt32> {
        let edges = graph.edges(at: node(number), direction: direction)
        #expect(edges.map(\.rawValue) == walk(number, direction).map { $0[0] })
        #expect(graph.degree(of: node(number), direction: direction) == edges.count)
      }
    }
  }

  @Test("inserted edges follow those of the base, removed ones are passed over")
  func edited() throws {
    var graph = try SampleGraph.graph()
    let first = try graph.insertEdge(type: "BORDERS", from: node(5), to: node(2))
    let loop = try graph.insertEdge(type: "A", from: node(5), to: node(5))
    let second = try graph.insertEdge(type: "A", from: node(0), to: node(5))
    try graph.remove(edge(0))
    #expect(
      graph.edges(at: node(5)) == [1, 1, 6, 7].map(edge) + [first, loop, loop, second])
    #expect(graph.edges(at: node(5), direction: .outgoing) == [edge(1), first, loop])
    #expect(graph.degree(of: node(5)) == 8)
    #expect(graph.degree(of: node(5), direction: .incoming) == 5)
  }

  @Test("the merged adjacency has every edge twice, by type, neighbour and edge")
  func merged() throws {
    let graph = try SampleGraph.graph()
    let merged = graph.storage.mergedAdjacency
    #expect(merged.neighbours.count == 2 * graph.edgeCount)
    #expect(merged.byteCount == (7 + 16 + 16) * 4)
    for node in graph.nodes {
      var walked: [[UInt32]] = []
      graph.forEachEdge(at: node) { edge, far in
        walked.append([graph.type(of: edge).rawValue, far.rawValue, edge.rawValue])
      }
      walked.sort { $0.lexicographicallyPrecedes($1) }
      let entries = merged.entries(of: node.rawValue)
      #expect(
        entries.map { [merged.neighbours[$0], merged.references[$0] >> 1] }
          == walked.map { Array($0.dropFirst()) })
      for entry in entries {
        let edge = edge(merged.references[entry] >> 1)
        let isReversed = merged.references[entry] & 1 == 1
        #expect((isReversed ? graph.target(of: edge) : graph.source(of: edge)) == node)
      }
    }
  }

  @Test("types of nodes and edges, by position and by name")
  func types() throws {
    let graph = try SampleGraph.graph()
    #expect(graph.nodeTypeNames == ["Instrument&Programme", "State"])
    #expect(graph.nodes(ofType: "State") == [2, 3, 4, 5].map(node))
    #expect(graph.nodes(ofType: "Programme") == [])
    #expect((0..<6).map { graph.storage.nodeType(of: $0) } == [0, 0, 1, 1, 1, 1])
    #expect((0..<8).map { graph.storage.edgeType(of: $0) } == [0, 0, 1, 1, 1, 1, 1, 1])
    #expect(graph.edges.map { graph.type(of: $0).rawValue } == [0, 0, 1, 1, 1, 1, 1, 1])
    #expect(graph.contains(node(5)) && !graph.contains(node(6)))
    #expect(graph.contains(edge(7)) && !graph.contains(edge(8)))
  }

  @Test("names and keys")
  func names() throws {
    let graph = try SampleGraph.graph()
    #expect(graph.displayName(of: node(2)) == "AUSTRIA")
    #expect(graph.displayName(of: node(1)) == "#1")
    #expect(graph.key(of: node(1)) == nil)
    #expect(graph.names(of: node(0)) == [NodeName("BOMCA", kind: .acronym)])
    #expect(graph.names(of: node(2)) == [])
    #expect(graph.node(key: "nowhere") == nil)
    #expect(graph.identifier(of: edge(4)) == "bomca-1")
    #expect(graph.identifier(of: edge(3)) == nil)
  }

  @Test("keyed, partly keyed and unkeyed graphs", arguments: [0, 1, 2, 3])
  func keyTables(every: Int) throws {
    var builder = GraphBuilder()
    for number in 0..<100 {
      let isKeyed = every == 1 || (every > 1 && number % every == 0)
      try builder.addNode(
        labels: number % 2 == 0 ? ["A"] : ["B"], key: isKeyed ? "k\(number)" : nil,
        properties: [("number", .integer(Int64(number)))])
    }
    let graph = try builder.freeze()
    #expect(graph.checkInvariants() == [])
    for node in graph.nodes {
      guard case .integer(let number)? = graph.value(of: node, named: "number") else {
        Issue.record("no number")
        continue
      }
      let isKeyed = every == 1 || (every > 1 && Int(number) % every == 0)
      #expect(graph.key(of: node) == (isKeyed ? "k\(number)" : nil))
      #expect(graph.node(key: "k\(number)") == (isKeyed ? node : nil))
    }
  }

  @Test("hubs and random ends against sorting", arguments: [1, 2, 3] as [UInt64])
  func layout(seed: UInt64) throws {
    var random = RepeatableRandom(seed: seed)
    let sources = (0..<3000).map { _ in
      Bool.random(using: &random) ? 7 : UInt32.random(in: 5..<90, using: &random)
    }
    let targets = (0..<3000).map { _ in
      Int.random(in: 0..<4, using: &random) == 0 ? 3 : UInt32.random(in: 0..<100, using: &random)
    }
    let (storage, oldRows) = EdgeTypeStorage.layOut(
      label: "E", firstEdge: 40, sources: sources, targets: targets)
    let expected = sources.indices.sorted {
      (sources[$0], targets[$0], $0) < (sources[$1], targets[$1], $1)
    }
    #expect(oldRows == expected.map(UInt32.init))
    #expect(Array(storage.sources) == expected.map { sources[$0] })
    #expect(Array(storage.outgoing.neighbours) == expected.map { targets[$0] })
    #expect(storage.edges == 40..<3040)
    for node in 0..<110 as Range<UInt32> {
      let out = storage.outgoing.entries(of: node)
      #expect(
        out.map { storage.outgoing.neighbours[$0] }
          == expected.filter { sources[$0] == node }.map { targets[$0] })
      let into = storage.incoming.entries(of: node)
      #expect(
        into.map { storage.incoming.neighbours[$0] }
          == expected.filter { targets[$0] == node }.map { sources[$0] })
    }
  }
}
