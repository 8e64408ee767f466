// SPDX-License-Identifier: Apache-2.0

import GraphAlgorithms
import GraphModel
import GraphTestSupport
import Testing

struct ConnectionQueryTests {
  @Test func starIsFoundThroughItsHub() throws {
    let made = try HandMadeGraph(
      """
      poland -MEMBER_OF-> eu
      eu -PARTNER_OF-> kazakhstan
      eu -PARTNER_OF-> tajikistan
      poland -SIGNED-> Agreement:a
      kazakhstan -SIGNED-> Agreement:a
      tajikistan -BORDERS-> china
      alone
      far -KNOWS-> away
      """)
    let view = TraversalView(made.graph)
    let joined = try ConnectionQuery(
      joining: [made["poland"], made["tajikistan"], made["kazakhstan"], made["poland"]]
    ).connection(in: view)
    #expect(
      joined.nodes.map { made.graph.key(of: $0) } == ["eu", "kazakhstan", "poland", "tajikistan"])
    #expect(joined.edges.count == 3)
    #expect(joined.cost == 3)
    #expect(joined.joinsAll)
    let apart = try ConnectionQuery(
      joining: [made["away"], made["alone"], made["poland"], made["far"], made["china"]]
    ).connection(in: view)
    #expect(
      apart.groups.map { $0.compactMap { made.graph.key(of: $0) } }
        == [["alone"], ["away", "far"], ["china", "poland"]])
    #expect(!apart.joinsAll)
    #expect(apart.cost == 4)
    let single = try ConnectionQuery(joining: [made["alone"]]).connection(in: view)
    #expect(single.nodes == [made["alone"]] && single.edges.isEmpty && single.cost == 0)
  }

  @Test func refusals() throws {
    let made = try HandMadeGraph("a -E-> b")
    let view = TraversalView(made.graph)
    #expect(throws: AlgorithmError.noNodes) {
      try ConnectionQuery(joining: []).connection(in: view)
    }
    let edge = EdgeID(rawValue: 0)
    #expect(throws: AlgorithmError.costOutOfRange(edge: edge, cost: -3, limit: 1_073_741_824)) {
      try ConnectionQuery(joining: [made["a"]], cost: .each { _ in -3 }).connection(in: view)
    }
    #expect(
      AlgorithmError.costOutOfRange(edge: edge, cost: -3, limit: 9).description
        == "edge 0 costs -3; a cost is 0 to 9")
    #expect(AlgorithmError.noNodes.description == "the question names no node")
    let filter = TraversalFilter(avoidedNodes: [made["a"]])
    #expect(throws: AlgorithmError.traversal(.avoidedEnd("a"))) {
      try ConnectionQuery(joining: [made["a"]], filter: filter).connection(in: view)
    }
    #expect(throws: AlgorithmError.traversal(.unknownNode(NodeID(rawValue: 7)))) {
      try ConnectionQuery(joining: [NodeID(rawValue: 7)]).connection(in: view)
    }
  }

  /// Against the cheapest tree, found over all sets of further nodes.
  @Test(arguments: 0..<6)
  func costIsWithinTheBound(part: Int) throws {
    var random = SeededGenerator(seed: 900 + UInt64(part))
    var dearer = 0
    var compared = 0
    for number in 0..<150 {
      let graph =
        number % 2 == 0
        ? try RandomGraph.make(&random)
        : try Self.larger(&random)
      let view = TraversalView(graph)
      let count = Int.random(in: 1...min(5, graph.nodeCount), using: &random)
      let terminals = Array(Array(graph.nodes).shuffled(using: &random).prefix(count))
      let filter = RandomGraph.filter(&random, in: graph, sparing: terminals)
      let costs = (0..<max(1, graph.edgeCount)).map { _ in Int.random(in: 0...9, using: &random) }
      let isWeighted = random.chance(1, of: 2)
      let found = try ConnectionQuery(
        joining: terminals, filter: filter,
        cost: isWeighted ? .each { costs[Int($0.rawValue)] } : .hops
      ).connection(in: view)
      let oracle = CheapestTree(
        graph: graph, filter: filter, cost: { isWeighted ? costs[Int($0.rawValue)] : 1 })
      let groups = oracle.groups(of: terminals)
      let context: Comment = "part \(part), graph \(number), \(filter), \(terminals)"
      #expect(found.groups == groups, context)
      // A forest: as many edges as nodes, less one for each tree.
      #expect(found.edges.count == found.nodes.count - found.groups.count, context)
      #expect(found.edges.reduce(0) { $0 + oracle.cost($1) } == found.cost, context)
      #expect(oracle.joins(found.edges, groups), context)
      var bound = 0.0
      var least = 0
      for group in groups where group.count > 1 {
        let best = try #require(oracle.cheapest(group))
        least += best.cost
        bound += 2 * (1 - 1 / Double(best.leaves)) * Double(best.cost)
      }
      #expect(found.cost >= least && Double(found.cost) <= bound + 1e-9, context)
      if terminals.count == 2 { #expect(found.cost == least, context) }
      if groups.contains(where: { $0.count > 2 }) { compared += 1 }
      if found.cost > least { dearer += 1 }
    }
    #expect(compared > 20)
    #expect(dearer < compared / 4)
  }

  private static func larger(_ random: inout SeededGenerator) throws -> PropertyGraph {
    var builder = GraphBuilder()
    let handles = try (0..<9).map {
      try builder.addNode(
        type: RandomGraph.nodeTypes.randomElement(using: &random) ?? "", key: "n\($0)")
    }
    for _ in 0..<Int.random(in: 9...22, using: &random) {
      try builder.addEdge(
        type: RandomGraph.edgeTypes.randomElement(using: &random) ?? "",
        from: handles.randomElement(using: &random) ?? handles[0],
        to: handles.randomElement(using: &random) ?? handles[0])
    }
    return try builder.freeze()
  }
}

/// Cheapest trees by trying every set of nodes.
private struct CheapestTree {
  let graph: PropertyGraph
  let filter: TraversalFilter
  let cost: (EdgeID) -> Int

  /// Edges between nodes of a set, cheapest first.
  private func usable(among nodes: Set<NodeID>) -> [EdgeID] {
    let brute = BruteForce(graph: graph)
    return graph.edges.filter { edge in
      nodes.contains(graph.source(of: edge)) && nodes.contains(graph.target(of: edge))
        && (brute.admits(edge, isReversed: false, filter, isDirected: false)
          || brute.admits(edge, isReversed: true, filter, isDirected: false))
    }.sorted { cost($0) < cost($1) }
  }

  /// The parts that edges make of nodes.
  private func parts(_ nodes: [NodeID], _ edges: [EdgeID]) -> [NodeID: NodeID] {
    var part = Dictionary(uniqueKeysWithValues: nodes.map { ($0, $0) })
    for edge in edges {
      guard let keep = part[graph.source(of: edge)], let drop = part[graph.target(of: edge)] else {
        continue
      }
      for (node, own) in part where own == drop { part[node] = keep }
    }
    return part
  }

  private func passable(_ terminals: [NodeID]) -> [NodeID] {
    let brute = BruteForce(graph: graph)
    return graph.nodes.filter { terminals.contains($0) || brute.admits($0, filter) }
  }

  func groups(of terminals: [NodeID]) -> [[NodeID]] {
    let nodes = passable(terminals)
    let part = parts(nodes, usable(among: Set(nodes)))
    return Dictionary(grouping: terminals.sorted()) { part[$0] }.values.sorted { $0[0] < $1[0] }
  }

  func joins(_ edges: [EdgeID], _ groups: [[NodeID]]) -> Bool {
    let part = parts(Array(graph.nodes), edges)
    return groups.allSatisfy { group in Set(group.map { part[$0] }).count == 1 }
  }

  func cheapest(_ terminals: [NodeID]) -> (cost: Int, leaves: Int)? {
    let others = passable(terminals).filter { !terminals.contains($0) }
    var best: (cost: Int, leaves: Int)?
    for choice in 0..<(1 << others.count) {
      let nodes = Set(
        terminals + others.indices.filter { choice >> $0 & 1 == 1 }.map { others[$0] })
      var part = Dictionary(uniqueKeysWithValues: nodes.map { ($0, $0) })
      var degrees: [NodeID: Int] = [:]
      var sum = 0
      var count = 0
      for edge in usable(among: nodes) {
        let (source, target) = (graph.source(of: edge), graph.target(of: edge))
        guard let keep = part[source], let drop = part[target], keep != drop else { continue }
        for (node, own) in part where own == drop { part[node] = keep }
        sum += cost(edge)
        count += 1
        degrees[source, default: 0] += 1
        degrees[target, default: 0] += 1
      }
      guard count == nodes.count - 1 else { continue }
      // A set with a leaf that is no terminal costs no less than one without it.
      guard degrees.allSatisfy({ $0.value > 1 || terminals.contains($0.key) }) else { continue }
      if sum < best?.cost ?? .max { best = (sum, degrees.values.count { $0 == 1 }) }
    }
    return best
  }
}
