// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import GraphModel

struct GraphBuilderColumnsTests {
  private func dump(_ graph: PropertyGraph) -> [String] {
    graph.nodes.map { node in
      "\(graph.key(of: node) ?? "-") \(graph.storage.strings.count) "
        + graph.storage.propertyNames.map { "\(graph.value(of: node, named: $0) ?? .null)" }
        .joined(separator: " ")
    }
      + graph.edges.map { edge in
        "\(graph.source(of: edge)) \(graph.target(of: edge)) "
          + graph.storage.propertyNames.map { "\(graph.value(of: edge, named: $0) ?? .null)" }
          .joined(separator: " ")
      }
  }

  @Test func columnsAreTheSameAsOneByOne() throws {
    var bulk = GraphBuilder()
    try bulk.addNodes(
      type: "T", keys: TextColumn(["c", "a"]),
      columns: [
        GraphColumn("x", .integer([1, 2])), GraphColumn("t", .string(TextColumn(["u"])), rows: [1]),
      ])
    try bulk.addNodes(
      type: "T", keys: TextColumn(["b"]), columns: [GraphColumn("x", .string(TextColumn(["v"])))])
    try bulk.addEdges(
      type: "E", from: [0, 1], to: [2, 2], columns: [GraphColumn("ok", .boolean([true]), rows: [1])]
    )
    try bulk.addEdges(type: "E", from: [2], to: [0], columns: [GraphColumn("ok", .any([.null]))])
    var single = GraphBuilder()
    let c = try single.addNode(type: "T", key: "c", properties: [("x", .integer(1))])
    let a = try single.addNode(
      type: "T", key: "a", properties: [("x", .integer(2)), ("t", .string("u"))])
    let b = try single.addNode(type: "T", key: "b", properties: [("x", .string("v"))])
    try single.addEdge(type: "E", from: c, to: b)
    try single.addEdge(type: "E", from: a, to: b, properties: [("ok", .boolean(true))])
    try single.addEdge(type: "E", from: b, to: c)
    let graph = try bulk.freeze()
    #expect(dump(graph) == dump(try single.freeze()))
    #expect(graph.nodes.compactMap { graph.key(of: $0) } == ["a", "b", "c"])
  }

  @Test func refusesWhatDoesNotFit() throws {
    var builder = GraphBuilder()
    try builder.addNodes(type: "T", keys: TextColumn(["a"]))
    #expect(throws: GraphBuildingError.duplicateKey("a")) {
      try builder.addNodes(type: "T", keys: TextColumn(["b", "a"]))
    }
    // Nothing of the refused nodes is left.
    try builder.addNodes(type: "T", keys: TextColumn(["b"]))
    #expect(builder.nodeCount == 2)
    for rows: [UInt32] in [[1, 0], [0, 0], [0, 2], [0]] {
      #expect(throws: GraphBuildingError.unequalColumns(type: "T")) {
        try builder.addNodes(
          type: "T", keys: TextColumn(["c", "d"]),
          columns: [GraphColumn("x", .integer([1, 2]), rows: rows)])
      }
    }
    #expect(throws: GraphBuildingError.unknownNode(NodeHandle(rawValue: 2))) {
      try builder.addEdges(type: "E", from: [0], to: [2], columns: [])
    }
  }

  @Test func refusesValuesThatAFileCouldNotHold() throws {
    var deep = Value.integer(1)
    for _ in 0..<511 { deep = .list([deep]) }
    var builder = GraphBuilder()
    let node = try builder.addNode(type: "T", key: "a", properties: [("x", deep)])
    let deeper = Value.list([deep])
    let error = GraphBuildingError.nestedTooDeeply(property: "x")
    #expect(throws: error) {
      try builder.addNode(type: "T", key: "b", properties: [("x", deeper)])
    }
    #expect(throws: error) {
      try builder.addEdge(type: "E", from: node, to: node, properties: [("x", deeper)])
    }
    #expect(throws: error) {
      try builder.addEdges(
        type: "E", from: [0], to: [0], columns: [GraphColumn("x", .any([deeper]))])
    }
    #expect(error.description == "the value of 'x' nests lists or maps more than 512 deep")
    let graph = try builder.freeze()
    let stored = try #require(graph.node(key: "a"))
    #expect(graph.value(of: stored, named: "x") == deep)
    var claiming = GraphBuilder()
    let subject = try claiming.addNode(type: "T", key: "a")
    claiming.addClaim(Claim(property: "x", value: deeper), on: subject)
    #expect(throws: error) { try claiming.freeze() }
  }
}
