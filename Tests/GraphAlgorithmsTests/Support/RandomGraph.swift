// SPDX-License-Identifier: Apache-2.0

import GraphAlgorithms
import GraphModel
import GraphTestSupport

extension SeededGenerator {
  /// True in `part` of `whole` cases.
  mutating func chance(_ part: Int, of whole: Int) -> Bool {
    Int.random(in: 0..<whole, using: &self) < part
  }
}

extension TraversalFilter {
  /// Leaves the types open, of which edits may have made some unknown.
  mutating func forgetTypes() {
    (allowedEdgeTypes, excludedEdgeTypes, edgeDirections) = (nil, [], [:])
    (allowedNodeTypes, excludedNodeTypes) = (nil, [])
  }
}

/// Small typed multigraphs with parallel edges, loops and dates.
enum RandomGraph {
  static let nodeTypes = ["Agreement", "Programme", "State"]
  static let edgeTypes = ["COVERS", "MEMBER_OF", "SUCCEEDS"]

  /// Every edge has a number of its own in the property `mark`.
  static func make(_ random: inout SeededGenerator, isDated: Bool? = nil) throws -> PropertyGraph {
    var builder = GraphBuilder()
    let nodeCount = random.chance(1, of: 20) ? 1 : Int.random(in: 3...7, using: &random)
    let edgeCount = Int.random(in: 0...16, using: &random)
    let isDated = isDated ?? random.chance(1, of: 2)
    let keys = (0..<nodeCount).map { "n\($0)" }.shuffled(using: &random)
    var handles: [NodeHandle] = []
    for key in keys {
      let type = nodeTypes.randomElement(using: &random) ?? ""
      handles.append(
        try builder.addNode(
          type: type, key: key,
          properties: isDated && random.chance(1, of: 5) ? dates(&random) : []))
    }
    for mark in 0..<edgeCount {
      try builder.addEdge(
        type: edgeTypes.randomElement(using: &random) ?? "",
        from: handles.randomElement(using: &random) ?? handles[0],
        to: handles.randomElement(using: &random) ?? handles[0],
        identifier: random.chance(1, of: 4) ? "e\(Int.random(in: 0...3, using: &random))" : nil,
        properties: [("mark", .integer(Int64(mark)))]
          + (isDated && random.chance(1, of: 2) ? dates(&random) : []))
    }
    return try builder.freeze()
  }

  /// A dated graph in which the nodes with low numbers have most of the edges.
  static func withHubs(
    _ random: inout SeededGenerator, nodeCount: Int, edgeCount: Int
  ) throws -> PropertyGraph {
    var builder = GraphBuilder()
    var handles: [NodeHandle] = []
    for number in 0..<nodeCount {
      handles.append(
        try builder.addNode(
          type: nodeTypes.randomElement(using: &random) ?? "", key: "n\(number)",
          properties: random.chance(1, of: 12) ? dates(&random) : []))
    }
    func hub() -> NodeHandle {
      let bound = Int.random(in: 1...nodeCount, using: &random)
      return handles[Int.random(in: 0..<bound, using: &random)]
    }
    for _ in 0..<edgeCount {
      try builder.addEdge(
        type: edgeTypes.randomElement(using: &random) ?? "", from: hub(), to: hub(),
        properties: random.chance(1, of: 6) ? dates(&random) : [])
    }
    return try builder.freeze()
  }

  static func dates(_ random: inout SeededGenerator) -> [(name: String, value: Value)] {
    let first = Int.random(in: 2000...2006, using: &random)
    let last = Int.random(in: first...2008, using: &random)
    var dates: [(name: String, value: Value)] = []
    if random.chance(3, of: 4), let date = PartialDate(year: first) {
      dates.append(("since", .partialDate(date)))
    }
    if random.chance(1, of: 2), let date = PartialDate(year: last) {
      dates.append(("until", .partialDate(date)))
    }
    return dates
  }

  /// Inserts, removes, relabels, dates at random.
  static func edit(_ graph: inout PropertyGraph, _ random: inout SeededGenerator) throws {
    for number in 0..<Int.random(in: 1...8, using: &random) {
      let nodes = Array(graph.nodes)
      let edges = Array(graph.edges)
      switch Int.random(in: 0..<7, using: &random) {
      case 0, 1:
        try graph.insertNode(
          labels: [(nodeTypes + ["Dialogue"]).randomElement(using: &random) ?? ""],
          key: "m\(number)-\(Int.random(in: 0..<1000, using: &random))")
      case 2, 3:
        guard let source = nodes.randomElement(using: &random),
          let target = nodes.randomElement(using: &random)
        else { continue }
        var properties: [String: Value] = ["mark": .integer(Int64(1000 + number))]
        if random.chance(1, of: 3) {
          for (name, value) in dates(&random) { properties[name] = value }
        }
        try graph.insertEdge(
          type: (edgeTypes + ["ADDRESSES"]).randomElement(using: &random) ?? "", from: source,
          to: target, properties: properties)
      case 4:
        if let edge = edges.randomElement(using: &random) { try graph.remove(edge) }
      case 5:
        if nodes.count > 2, let node = nodes.randomElement(using: &random) {
          try graph.remove(node, detaching: true)
        }
      default:
        guard let node = nodes.randomElement(using: &random) else { continue }
        if random.chance(1, of: 2) {
          try graph.setLabels(of: node, to: [nodeTypes.randomElement(using: &random) ?? ""])
        } else if let date = PartialDate(year: 2003) {
          try graph.set("since", of: node, to: .partialDate(date))
          try graph.set("until", of: node, to: .null)
        }
      }
    }
  }

  static func query(_ random: inout SeededGenerator, in graph: PropertyGraph) -> PathQuery {
    let nodes = Array(graph.nodes)
    let start = nodes.randomElement(using: &random) ?? NodeID(rawValue: 0)
    let isLoop = random.chance(1, of: 12)
    let end = nodes.filter { isLoop || $0 != start }.randomElement(using: &random) ?? start
    var query = PathQuery(
      from: start, to: end, filter: filter(&random, in: graph, sparing: [start, end]))
    query.isDirected = random.chance(1, of: 4)
    if random.chance(1, of: 4) { query.maximumHops = Int.random(in: 0...5, using: &random) }
    if random.chance(1, of: 4) {
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let others = nodes.filter {
          $0 != start && $0 != end && !query.filter.avoidedNodes.contains($0)
        }
        if random.chance(1, of: 2), let node = others.randomElement(using: &random) {
          query.waypoints.append(.node(node))
        } else if let type = graph.nodeTypeNames.randomElement(using: &random) {
          query.waypoints.append(.type(type))
        }
      }
      query.areWaypointsOrdered = random.chance(1, of: 3)
    }
    return query
  }

  static func filter(
    _ random: inout SeededGenerator, in graph: PropertyGraph, sparing ends: [NodeID]
  ) -> TraversalFilter {
    var filter = TraversalFilter()
    let nodeTypes = graph.nodeTypeNames
    let edgeTypes = graph.edgeTypeNames
    if random.chance(1, of: 5) {
      filter.allowedEdgeTypes = edgeTypes.filter { _ in random.chance(2, of: 3) }
    }
    if random.chance(1, of: 6), let type = edgeTypes.randomElement(using: &random) {
      filter.excludedEdgeTypes = [type]
    }
    if random.chance(1, of: 5) {
      for type in edgeTypes where random.chance(1, of: 2) {
        filter.edgeDirections[type] = EdgeDirection.allCases.randomElement(using: &random)
      }
    }
    if random.chance(1, of: 6) {
      filter.allowedNodeTypes = nodeTypes.filter { _ in random.chance(2, of: 3) }
    }
    if random.chance(1, of: 8), let type = nodeTypes.randomElement(using: &random) {
      filter.excludedNodeTypes = [type]
    }
    if random.chance(1, of: 6) {
      filter.avoidedNodes = graph.nodes.filter {
        !ends.contains($0) && random.chance(1, of: 4)
      }
    }
    if random.chance(1, of: 4) {
      filter.asOf = CalendarDate(
        year: Int.random(in: 1999...2009, using: &random), month: 6, day: 15)
    }
    return filter
  }
}
