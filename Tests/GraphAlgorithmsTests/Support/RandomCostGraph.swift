// SPDX-License-Identifier: Apache-2.0

import GraphAlgorithms
import GraphModel
import GraphTestSupport

/// Small typed multigraphs whose edges have weights, with ties and zeros, and are claimed by
/// sources; and questions about them.
enum RandomCostGraph {
  static func make(_ random: inout SeededGenerator, edges: ClosedRange<Int>) throws -> PropertyGraph
  {
    let description = GraphDescription(
      instrumentTypes: random.chance(3, of: 4) ? ["Agreement"] : [])
    var builder = GraphBuilder(description: description)
    var sources: [SourceID] = []
    for key in ["ec", "un"] {
      sources.append(try builder.addSource(Source(key: key, title: key)))
    }
    let isDated = random.chance(1, of: 3)
    let isClaimed = random.chance(1, of: 2)
    let nodeCount = random.chance(1, of: 20) ? 1 : Int.random(in: 2...6, using: &random)
    var handles: [NodeHandle] = []
    for key in (0..<nodeCount).map({ "n\($0)" }).shuffled(using: &random) {
      handles.append(
        try builder.addNode(
          type: RandomGraph.nodeTypes.randomElement(using: &random) ?? "", key: key,
          properties: isDated && random.chance(1, of: 5) ? RandomGraph.dates(&random) : []))
    }
    for _ in 0..<Int.random(in: edges, using: &random) {
      var properties: [(name: String, value: Value)] = []
      if random.chance(9, of: 10) {
        properties.append(("weight", .integer(Int64(Int.random(in: 0...4, using: &random)))))
      }
      properties.append(("risk", .float(Double(Int.random(in: 1...6, using: &random)) / 4)))
      if isDated, random.chance(1, of: 2) { properties += RandomGraph.dates(&random) }
      let edge = try builder.addEdge(
        type: RandomGraph.edgeTypes.randomElement(using: &random) ?? "",
        from: handles.randomElement(using: &random) ?? handles[0],
        to: handles.randomElement(using: &random) ?? handles[0], properties: properties)
      guard isClaimed else { continue }
      for _ in 0..<Int.random(in: 0...2, using: &random) {
        let cited = sources.filter { _ in random.chance(1, of: 2) }
        builder.addClaim(Claim(citations: cited.map { Citation(source: $0) }), on: edge)
      }
    }
    return try builder.freeze()
  }

  static let models: [CostModel] = [
    .hops, 2 * .hops, .instruments, .property("weight", missing: 2), .property("risk"),
    .specificity, .instruments + 0.5 * .property("weight", missing: 0.25), .hops + .specificity,
    3 * .instruments + .property("risk") + 0.1 * .specificity, 0 * .hops,
  ]

  static func query(_ random: inout SeededGenerator, in graph: PropertyGraph) -> PathQuery {
    var query = RandomGraph.query(&random, in: graph)
    query.cost = models.randomElement(using: &random) ?? .hops
    query.mode = PathMode.allCases.randomElement(using: &random) ?? .walk
    let sources = (0..<UInt32(2)).map(SourceID.init(rawValue:))
    if random.chance(1, of: 8) {
      query.filter.allowedSources = sources.filter { _ in random.chance(1, of: 2) }
    }
    if random.chance(1, of: 8) {
      query.filter.excludedSources = sources.filter { _ in random.chance(1, of: 2) }
    }
    return query
  }
}
