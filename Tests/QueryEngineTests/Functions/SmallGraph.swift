// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// A graph of two nodes and an edge, with sources, for tests of functions.
enum SmallGraph {
  /// The node that leads, and the edge.
  static func make() throws -> (graph: PropertyGraph, node: NodeID, edge: EdgeID) {
    var builder = GraphBuilder()
    let treaty = try builder.addSource(
      Source(key: "treaty", title: "A treaty", url: "https://example.org/treaty"))
    let poland = try builder.addNode(
      labels: ["State", "Member"], key: "poland",
      properties: [("name", .string("Poland")), ("num", .integer(42))])
    let process = try builder.addNode(
      labels: ["Dialogue"], key: "process",
      properties: [("since", partial("2009-04")), ("until", partial("2019"))])
    let edge = try builder.addEdge(
      type: "LEADS", from: poland, to: process,
      properties: [("since", partial("2009")), ("until", partial("2014-06-30"))])
    builder.addClaim(
      Claim(
        property: "num", value: .integer(42),
        citations: [Citation(source: treaty, locator: "Article 2")]), on: poland)
    builder.addClaim(Claim(citations: [Citation(source: treaty)]), on: edge)
    let graph = try builder.freeze()
    guard let node = graph.node(key: "poland"), let found = graph.edges(at: node).first else {
      preconditionFailure("the node and its edge are in the graph")
    }
    return (graph, node, found)
  }

  private static func partial(_ text: String) -> Value {
    PartialDate(text).map(Value.partialDate) ?? .null
  }
}
