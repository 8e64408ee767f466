// SPDX-License-Identifier: Apache-2.0

import GraphAlgorithms
import GraphModel
import Testing

struct RefinedConnectionTests {
  /// On random graphs, three nodes are joined by as few links as there can be: those of three
  /// shortest paths that meet in one node.
  @Test(arguments: 0..<20)
  func threeNodesAreJoinedByTheFewestLinks(_ seed: Int) throws {
    var state = UInt64(seed) &+ 99
    func draw(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var builder = GraphBuilder()
    let nodes = try (0..<14).map { try builder.addNode(type: "State", key: "s\($0)") }
    for _ in 0..<18 {
      let edge = (draw(14), draw(14))
      _ = try builder.addEdge(type: "LINKS", from: nodes[edge.0], to: nodes[edge.1])
    }
    let graph = try builder.freeze()
    let terminals = try ["s0", "s1", "s2"].map { try #require(graph.node(key: $0)) }
    let view = TraversalView(graph)
    let search = try DistanceSearch(view)
    let distances = try terminals.map { try search.distances(from: $0) }
    let least = graph.nodes.compactMap { node -> Int? in
      let hops = distances.compactMap { $0[node] }
      return hops.count == 3 ? hops.reduce(0, +) : nil
    }.min()
    let found = try RefinedConnection(ConnectionQuery(joining: terminals), in: view)
    #expect(found.groups.count == 1 ? found.connection.cost == least : least == nil)
  }
}
