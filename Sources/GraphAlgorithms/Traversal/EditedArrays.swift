// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// Makes the arrays of a view over an edited graph, numbered as a frozen copy would number them.
struct EditedArrays {
  let arrays: TraversalView.Arrays

  init(_ graph: PropertyGraph) {
    let (nodes, nodeTypes) = Self.orderedNodes(of: graph)
    var positions = [UInt32](repeating: Numbering.none, count: graph.nodeCapacity)
    for (position, node) in nodes.enumerated() { positions[Int(node)] = UInt32(position) }

    let edges = OrderedEdges(graph, positions: positions)
    var edgePositions = [UInt32](repeating: Numbering.none, count: graph.edgeCapacity)
    for (position, edge) in edges.numbers.enumerated() {
      edgePositions[Int(edge)] = UInt32(position)
    }
    let adjacency = Self.adjacency(edges, nodeCount: nodes.count)
    arrays = TraversalView.Arrays(
      offsets: adjacency.offsets, neighbours: adjacency.neighbours,
      references: adjacency.references, nodeTypes: nodeTypes, edgeTypes: edges.types,
      edgeDays: Self.days(of: edges.numbers, in: graph),
      numbering: Numbering(
        nodes: nodes, edges: edges.numbers, nodePositions: positions,
        edgePositions: edgePositions))
  }

  /// The nodes by type name, then by key; those without a key last, by number.
  ///
  /// The nodes of one stored type are in order already; only inserted and relabelled ones are
  /// sorted and merged into them.
  private static func orderedNodes(
    of graph: PropertyGraph
  ) -> (nodes: [UInt32], types: [NodeTypeRange]) {
    struct Kind: Hashable {
      let name: String
      let labels: [String]
    }
    var settled: [Kind: [UInt32]] = [:]
    var moved: [Kind: [UInt32]] = [:]
    for type in graph.storage.nodeTypes {
      let kind = Kind(name: type.name, labels: type.labels)
      for number in type.nodes {
        let node = NodeID(rawValue: number)
        guard graph.contains(node) else { continue }
        let labels = graph.labels(of: node)
        if labels == type.labels {
          settled[kind, default: []].append(number)
        } else {
          moved[Kind(name: graph.typeName(of: node), labels: labels), default: []].append(number)
        }
      }
    }
    for number in graph.storage.nodeCount..<max(graph.storage.nodeCount, graph.nodeCapacity) {
      let node = NodeID(rawValue: UInt32(number))
      guard graph.contains(node) else { continue }
      let kind = Kind(name: graph.typeName(of: node), labels: graph.labels(of: node))
      moved[kind, default: []].append(UInt32(number))
    }
    func precedes(_ left: UInt32, _ right: UInt32) -> Bool {
      let leftKey = graph.key(of: NodeID(rawValue: left)).map(ScalarString.init)
      let rightKey = graph.key(of: NodeID(rawValue: right)).map(ScalarString.init)
      switch (leftKey, rightKey) {
      case (let leftKey?, let rightKey?): return leftKey < rightKey
      case (.some, nil): return true
      case (nil, .some): return false
      case (nil, nil): return left < right
      }
    }
    var nodes: [UInt32] = []
    var types: [NodeTypeRange] = []
    let kinds = Set(settled.keys).union(moved.keys).sorted {
      $0.name != $1.name ? $0.name < $1.name : $0.labels.lexicographicallyPrecedes($1.labels)
    }
    for kind in kinds {
      let first = UInt32(nodes.count)
      let stay = settled[kind] ?? []
      let join = (moved[kind] ?? []).sorted(by: precedes)
      var next = 0
      for node in stay {
        while next < join.count, precedes(join[next], node) {
          nodes.append(join[next])
          next += 1
        }
        nodes.append(node)
      }
      nodes += join[next...]
      types.append(
        NodeTypeRange(name: kind.name, labels: kind.labels, range: first..<UInt32(nodes.count)))
    }
    return (nodes, types)
  }

  /// Both directions by node: edge type, then neighbour, then edge.
  private static func adjacency(
    _ edges: OrderedEdges, nodeCount: Int
  ) -> (
    offsets: FrozenArray<UInt32>, neighbours: FrozenArray<UInt32>, references: FrozenArray<UInt32>
  ) {
    // Entry 2e is edge e at its source, entry 2e + 1 the same edge at its target.
    let entryCount = 2 * edges.numbers.count
    func near(_ entry: UInt32) -> Int {
      Int(entry & 1 == 0 ? edges.sources[Int(entry >> 1)] : edges.targets[Int(entry >> 1)])
    }
    func far(_ entry: UInt32) -> Int { near(entry ^ 1) }
    var order = Array(0..<UInt32(entryCount))
    order = countingSorted(order, keyCount: nodeCount, by: far)
    order = countingSorted(order, keyCount: edges.types.count) { edges.typeOfEdge[Int($0 >> 1)] }
    order = countingSorted(order, keyCount: nodeCount, by: near)
    var offsets = [UInt32](repeating: 0, count: nodeCount + 1)
    for entry in order { offsets[near(entry) + 1] += 1 }
    for node in 0..<nodeCount { offsets[node + 1] += offsets[node] }
    return (
      FrozenArray(offsets), FrozenArray(order.map { UInt32(far($0)) }), FrozenArray(order)
    )
  }

  private static func days(of edges: [UInt32], in graph: PropertyGraph) -> DayColumns? {
    var first: [Int32] = []
    var last: [Int32] = []
    var isDated = false
    for edge in edges {
      let validity = graph.validity(of: EdgeID(rawValue: edge))
      isDated = isDated || validity != .unbounded
      first.append(validity.start.map(DayRanges.clamped) ?? DayRanges.unbounded.first)
      last.append(validity.end.map(DayRanges.clamped) ?? DayRanges.unbounded.last)
    }
    return isDated ? DayColumns(first: FrozenArray(first), last: FrozenArray(last)) : nil
  }
}

/// The edges of an edited graph by label, source, target, identifier, number.
private struct OrderedEdges {
  let numbers: [UInt32]
  let sources: [UInt32]
  let targets: [UInt32]

  /// The place of each edge's type in ``types``.
  let typeOfEdge: [Int]
  let types: [EdgeTypeRange]

  init(_ graph: PropertyGraph, positions: [UInt32]) {
    let labels = graph.edgeTypeNames
    let labelOrder = labels.indices.sorted { labels[$0] < labels[$1] }
    var ranks = [Int](repeating: 0, count: labels.count)
    for (rank, label) in labelOrder.enumerated() { ranks[label] = rank }

    var order = graph.edges.map(\.rawValue)
    func edge(_ number: UInt32) -> EdgeID { EdgeID(rawValue: number) }
    let identifiers = order.map { graph.identifier(of: edge($0)) }
    if identifiers.contains(where: { $0 != nil }) {
      let byIdentifier = order.indices.sorted {
        (identifiers[$0] ?? "", $0) < (identifiers[$1] ?? "", $1)
      }
      order = byIdentifier.map { order[$0] }
    }
    let nodeCount = positions.count
    order = countingSorted(order, keyCount: nodeCount) {
      Int(positions[Int(graph.target(of: edge($0)).rawValue)])
    }
    order = countingSorted(order, keyCount: nodeCount) {
      Int(positions[Int(graph.source(of: edge($0)).rawValue)])
    }
    order = countingSorted(order, keyCount: labels.count) {
      ranks[Int(graph.type(of: edge($0)).rawValue)]
    }
    numbers = order
    sources = order.map { positions[Int(graph.source(of: edge($0)).rawValue)] }
    targets = order.map { positions[Int(graph.target(of: edge($0)).rawValue)] }
    let typeOfEdge = order.map { ranks[Int(graph.type(of: edge($0)).rawValue)] }
    self.typeOfEdge = typeOfEdge
    var ends = [UInt32](repeating: 0, count: labels.count)
    for type in typeOfEdge { ends[type] += 1 }
    var first: UInt32 = 0
    var types: [EdgeTypeRange] = []
    for (rank, label) in labelOrder.enumerated() {
      types.append(EdgeTypeRange(label: labels[label], range: first..<(first + ends[rank])))
      first += ends[rank]
    }
    self.types = types
  }
}

/// Numbers in order of a small key, those with one key in the order given.
/// Complexity: O(numbers + keyCount).
private func countingSorted(
  _ numbers: [UInt32], keyCount: Int, by key: (UInt32) -> Int
) -> [UInt32] {
  var next = [Int](repeating: 0, count: keyCount + 1)
  for number in numbers { next[key(number) + 1] += 1 }
  for row in 0..<keyCount { next[row + 1] += next[row] }
  var sorted = [UInt32](repeating: 0, count: numbers.count)
  for number in numbers {
    let row = key(number)
    sorted[next[row]] = number
    next[row] += 1
  }
  return sorted
}
