// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// An edge of a tree that joins terminals, by positions.
struct ConnectingEdge {
  let edge: UInt32
  let source: UInt32
  let target: UInt32
  let cost: Int
}

/// Each node with the terminal nearest to it, and the cheapest edges between these regions.
struct TerminalRegions {
  private static let none = UInt32.max

  /// A node that waits to be settled; nodes of equal distance in the order of the graph.
  private struct Waiting: Comparable {
    let distance: Int
    let node: UInt32

    static func < (left: Waiting, right: Waiting) -> Bool {
      left.distance != right.distance
        ? left.distance < right.distance : left.node < right.node
    }
  }

  /// The cheapest way between two regions over one edge.
  private struct Bridge {
    let length: Int
    let entry: Int
    let from: UInt32
  }

  private let view: TraversalView
  private let terminals: [UInt32]
  private let filter: CompiledFilter

  /// By edge; nil where each costs 1.
  private let costs: [Int32]?

  /// By node: the distance to its terminal, its terminal's place, and the node before it on the way
  /// from there.
  private var distances: [Int]
  private var owners: [UInt32]
  private var parents: [UInt32]
  private var isTerminal: [Bool]

  init(
    terminals: [UInt32], filter: CompiledFilter, cost: ConnectionQuery.Cost, view: TraversalView,
    meter: inout BudgetMeter
  ) throws(AlgorithmError) {
    self.view = view
    self.terminals = terminals
    self.filter = filter
    distances = [Int](repeating: .max, count: view.nodeCount)
    owners = [UInt32](repeating: Self.none, count: view.nodeCount)
    parents = owners
    isTerminal = [Bool](repeating: false, count: view.nodeCount)
    for terminal in terminals { isTerminal[Int(terminal)] = true }
    costs = try Self.costs(cost, filter, view)
    try traversing { () throws(TraversalError) in
      if costs == nil { try growByHops(meter: &meter) } else { try growByCost(meter: &meter) }
    }
  }

  private static func costs(
    _ cost: ConnectionQuery.Cost, _ filter: CompiledFilter, _ view: TraversalView
  ) throws(AlgorithmError) -> [Int32]? {
    guard case .each(let cost) = cost else { return nil }
    let test = FilteredStep(filter)
    var costs = [Int32](repeating: 0, count: view.edgeCount)
    for edge in 0..<UInt32(view.edgeCount)
    where test.admits(edge << 1) || test.admits(edge << 1 | 1) {
      let number = cost(view.edge(at: edge))
      guard 0...ConnectionQuery.costLimit ~= number else {
        throw .costOutOfRange(
          edge: view.edge(at: edge), cost: number, limit: ConnectionQuery.costLimit)
      }
      costs[Int(edge)] = Int32(number)
    }
    withExtendedLifetime(filter) {}
    return costs
  }

  private func cost(of entry: Int) -> Int {
    costs.map { Int($0[Int(view.references.base[entry] >> 1)]) } ?? 1
  }

  private func admits(_ entry: Int, _ test: FilteredStep) -> Bool {
    let reference = view.references.base[entry]
    let neighbour = view.neighbours.base[entry]
    return (test.admits(reference) || test.admits(reference ^ 1))
      && (isTerminal[Int(neighbour)] || test.admits(node: neighbour))
  }

  /// A breadth-first search from all terminals at once.
  ///
  /// It ends with the level d whose edges join the last regions. By then every bridge of length
  /// 2d + 2 at most is between nodes that are reached, and no longer one is in the tree.
  private mutating func growByHops(meter: inout BudgetMeter) throws(TraversalError) {
    let test = FilteredStep(filter)
    var regions = DisjointSets(count: terminals.count)
    var regionCount = terminals.count
    for (place, terminal) in terminals.enumerated() {
      distances[Int(terminal)] = 0
      owners[Int(terminal)] = UInt32(place)
    }
    var level = terminals
    var distance = 0
    while !level.isEmpty, regionCount > 1 {
      distance += 1
      var next: [UInt32] = []
      for node in level {
        let own = owners[Int(node)]
        let entries = view.entries(of: node)
        try meter.charge(entries.count + 1)
        for entry in entries where admits(entry, test) {
          let neighbour = Int(view.neighbours.base[entry])
          if owners[neighbour] == Self.none {
            distances[neighbour] = distance
            owners[neighbour] = own
            parents[neighbour] = node
            next.append(UInt32(neighbour))
          } else if owners[neighbour] != own,
            regions.join(Int(own), Int(owners[neighbour]))
          {
            regionCount -= 1
          }
        }
      }
      level = next
    }
  }

  /// Dijkstra's search from all terminals at once. A sum of costs has at most as many terms as
  /// there are nodes, so it stays below 2^62.
  private mutating func growByCost(meter: inout BudgetMeter) throws(TraversalError) {
    let test = FilteredStep(filter)
    var queue = PriorityQueue<Waiting>()
    for (place, terminal) in terminals.enumerated() {
      distances[Int(terminal)] = 0
      owners[Int(terminal)] = UInt32(place)
      queue.insert(Waiting(distance: 0, node: terminal))
    }
    while let next = queue.removeFirst() {
      guard next.distance == distances[Int(next.node)] else { continue }
      let entries = view.entries(of: next.node)
      try meter.charge(entries.count + 1)
      for entry in entries where admits(entry, test) {
        let neighbour = Int(view.neighbours.base[entry])
        let distance = next.distance + cost(of: entry)
        guard distance < distances[neighbour] else { continue }
        distances[neighbour] = distance
        owners[neighbour] = owners[Int(next.node)]
        parents[neighbour] = next.node
        try meter.reserve(MemoryLayout<Waiting>.stride)
        queue.insert(Waiting(distance: distance, node: UInt32(neighbour)))
      }
    }
  }

  /// The tree over the terminals, or one for each group.
  mutating func tree(meter: inout BudgetMeter) throws(TraversalError) -> [ConnectingEdge] {
    var sets = DisjointSets(count: terminals.count)
    var nodes = Set(terminals)
    for bridge in try bridges(meter: &meter) {
      let far = view.neighbours.base[bridge.entry]
      guard sets.join(Int(owners[Int(bridge.from)]), Int(owners[Int(far)])) else { continue }
      for end in [bridge.from, far] {
        var node = end
        while nodes.insert(node).inserted { node = parents[Int(node)] }
      }
    }
    return try improved(nodes, meter: &meter)
  }

  /// The cheapest bridge between each two regions, cheapest first. Other bridges between the same
  /// two regions are never part of a cheapest tree over the regions.
  private func bridges(meter: inout BudgetMeter) throws(TraversalError) -> [Bridge] {
    let test = FilteredStep(filter)
    var best: [UInt64: Bridge] = [:]
    for node in 0..<UInt32(view.nodeCount) where owners[Int(node)] != Self.none {
      let entries = view.entries(of: node)
      try meter.charge(entries.count + 1)
      let own = owners[Int(node)]
      for entry in entries where admits(entry, test) {
        let far = Int(view.neighbours.base[entry])
        guard own < owners[far], owners[far] != Self.none else { continue }
        let length = distances[Int(node)] + cost(of: entry) + distances[far]
        let pair = UInt64(own) << 32 | UInt64(owners[far])
        if let known = best[pair], known.length <= length { continue }
        best[pair] = Bridge(length: length, entry: entry, from: node)
      }
    }
    return best.values.sorted {
      ($0.length, $0.entry) < ($1.length, $1.entry)
    }
  }

  /// The cheapest tree over the nodes found, without leaves that are no terminals, as long as that
  /// takes nodes away. Never dearer than the tree that the nodes come from, which spans them too.
  private func improved(
    _ nodes: Set<UInt32>, meter: inout BudgetMeter
  ) throws(TraversalError) -> [ConnectingEdge] {
    var nodes = nodes
    while true {
      let tree = pruned(try spanningTree(over: nodes, meter: &meter))
      let left = Set(tree.flatMap { [$0.source, $0.target] }).union(terminals)
      if left.count == nodes.count { return tree }
      nodes = left
    }
  }

  private func spanningTree(
    over nodes: Set<UInt32>, meter: inout BudgetMeter
  ) throws(TraversalError) -> [ConnectingEdge] {
    let test = FilteredStep(filter)
    let order = nodes.sorted()
    var places: [UInt32: Int] = [:]
    for (place, node) in order.enumerated() { places[node] = place }
    var candidates: [ConnectingEdge] = []
    for node in order {
      let entries = view.entries(of: node)
      try meter.charge(entries.count + 1)
      for entry in entries where admits(entry, test) {
        let far = view.neighbours.base[entry]
        guard node < far, nodes.contains(far) else { continue }
        let edge = view.references.base[entry] >> 1
        candidates.append(
          ConnectingEdge(edge: edge, source: node, target: far, cost: cost(of: entry)))
      }
    }
    candidates.sort { ($0.cost, $0.edge) < ($1.cost, $1.edge) }
    var sets = DisjointSets(count: order.count)
    return candidates.filter { edge in
      guard let source = places[edge.source], let target = places[edge.target] else { return false }
      return sets.join(source, target)
    }
  }

  /// Without the branches that end in no terminal.
  private func pruned(_ tree: [ConnectingEdge]) -> [ConnectingEdge] {
    var edgesAt: [UInt32: [Int]] = [:]
    for (place, edge) in tree.enumerated() {
      edgesAt[edge.source, default: []].append(place)
      edgesAt[edge.target, default: []].append(place)
    }
    var isKept = [Bool](repeating: true, count: tree.count)
    var degrees = edgesAt.mapValues(\.count)
    var leaves = degrees.filter { $0.value == 1 && !isTerminal[Int($0.key)] }.map(\.key)
    while let leaf = leaves.popLast() {
      guard let place = edgesAt[leaf]?.first(where: { isKept[$0] }) else { continue }
      isKept[place] = false
      let other = tree[place].source == leaf ? tree[place].target : tree[place].source
      degrees[other, default: 0] -= 1
      if degrees[other] == 1, !isTerminal[Int(other)] { leaves.append(other) }
    }
    return tree.indices.filter { isKept[$0] }.map { tree[$0] }
  }
}
