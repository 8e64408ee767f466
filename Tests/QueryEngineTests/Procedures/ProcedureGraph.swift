// SPDX-License-Identifier: Apache-2.0

import GraphAlgorithms
import GraphModel
import GraphTestSupport
import QueryEngine

/// States and bodies that are linked at random, by edges of two types; some since 2010.
func drawnGraph(seed: UInt64 = 7) throws -> PropertyGraph {
  var random = SeededGenerator(seed: seed)
  var builder = GraphBuilder()
  var nodes: [NodeHandle] = []
  for number in 0..<40 {
    nodes.append(
      try builder.addNode(labels: [number % 3 == 0 ? "Body" : "State"], key: "n\(number)"))
  }
  for _ in 0..<70 {
    let ends = [nodes.randomElement(using: &random), nodes.randomElement(using: &random)]
    guard let source = ends[0], let target = ends[1] else { continue }
    let isDated = Bool.random(using: &random)
    _ = try builder.addEdge(
      type: Bool.random(using: &random) ? "BACKS" : "JOINS", from: source, to: target,
      properties: isDated ? [("since", .partialDate(PartialDate(year: 2010)!))] : [])
  }
  return try builder.freeze()
}

/// The same, with a node and edges that were added later, and one node taken away.
func editedGraph() throws -> PropertyGraph {
  var graph = try drawnGraph()
  try graph.execute(
    "MATCH (a:State), (b:Body) WITH a, b LIMIT 2 CREATE (a)-[:JOINS]->(:State)-[:BACKS]->(b)")
  try graph.execute("MATCH (n:State) WHERE key(n) = 'n4' DETACH DELETE n")
  return graph
}
