// SPDX-License-Identifier: Apache-2.0

import CypherSyntax

/// Finds the paths from one node that fit a pattern and repeat no more than their mode allows.
///
/// Whether a path may go on hangs on all of it, so paths are walked in depth, one by one. Where only
/// the first are wanted, the walk is kept to those steps from which the end can still be reached
/// within the rank at hand; the ranks are taken in ascending order, each as the least one that the
/// walk before had to leave out (iterative deepening; R. E. Korf, "Depth-first
/// iterative-deepening", 1985).
///
/// Complexity: exponential in the worst case, since the question is hard; the budget of the run
/// bounds it. O(length) memory besides the graph of the pattern and the answer.
final class RestrictedPaths {
  private let run: Run
  private let product: PathProduct
  private let mode: PathPrefix.Mode
  private let isPriced: Bool
  private let overflow: QueryFault
  private var bytes = 0

  /// The path at hand.
  private var nodes: [UInt32] = []
  private var edges: [UInt32] = []
  private var positions: [UInt32] = []
  private var vertices: [UInt32] = []
  private var ranks: [PathRank] = []

  /// For each vertex of the path at hand, the next arc to be tried and the end of its arcs.
  private var nextArcs: [Int] = []
  private var endArcs: [Int] = []

  /// The rank that the path at hand may have at most, with how far it is to the end; nil for any.
  private var bound: PathRank?
  private var rest: RemainingRanks?

  /// The least rank above the bound that was come by.
  private var nextBound: PathRank?

  /// How far it is from everywhere to the end at hand, made on first use.
  private var remaining: RemainingRanks?

  init(
    _ product: PathProduct, mode: PathPrefix.Mode, isPriced: Bool, overflow: QueryFault
  ) {
    run = product.run
    self.product = product
    self.mode = mode
    self.isPriced = isPriced
    self.overflow = overflow
  }

  deinit { run.giveBack(bytes) }

  // MARK: All paths

  /// Hands over all paths to nodes that are wanted.
  func forEachPath(
    to isWanted: (UInt32) -> Bool, _ body: (FittingPath) throws(QueryFault) -> Void
  ) throws(QueryFault) {
    bound = nil
    rest = nil
    for start in product.starts {
      if product.accepts(start) {
        let node = product.nodes[Int(start)]
        if isWanted(node) { try body(FittingPath(nodes: [node], edges: [], positions: [])) }
        continue
      }
      try begin(start)
      while let target = try advance() {
        guard product.accepts(target), let end = nodes.last else { continue }
        if isWanted(end) { try body(path) }
      }
    }
  }

  // MARK: The first paths

  /// The wanted paths to a node, in order.
  func paths(
    to end: UInt32, _ quota: PathQuota, _ signature: PathSignature?
  ) throws(QueryFault) -> [FittingPath] {
    var harvest = PathHarvest(quota, signature)
    let rest = try remainingRanks()
    guard let accepting = product.accepting(end) else { return [] }
    try rest.find(to: accepting)
    // Without repeating a node, only the path that has no edges comes back to its start.
    let isCircle = mode == .acyclic && product.starts.contains { product.nodes[Int($0)] == end }
    var bound =
      isCircle
      ? product.starts.contains(accepting) ? .zero : nil
      : product.starts.compactMap { rest[$0] }.min()
    while let rank = bound, harvest.wants(cost: rank.cost) {
      let next = try collect(to: accepting, rank, rest, &harvest)
      bound = isCircle ? nil : next
    }
    return harvest.paths
  }

  private func remainingRanks() throws(QueryFault) -> RemainingRanks {
    if let remaining { return remaining }
    let made = try RemainingRanks(product, isPriced: isPriced, overflow: overflow)
    remaining = made
    return made
  }

  /// Adds the paths of one rank, and says which rank is next.
  private func collect(
    to accepting: UInt32, _ bound: PathRank, _ rest: RemainingRanks, _ harvest: inout PathHarvest
  ) throws(QueryFault) -> PathRank? {
    self.bound = bound
    self.rest = rest
    nextBound = nil
    for start in product.starts where harvest.wants(cost: bound.cost) {
      if start == accepting {
        if bound == .zero {
          let node = product.nodes[Int(start)]
          harvest.add(FittingPath(nodes: [node], edges: [], positions: []), cost: 0)
        }
        continue
      }
      guard mayLead(to: start, .zero) else { continue }
      try begin(start)
      while harvest.wants(cost: bound.cost), let target = try advance() {
        guard target == accepting, ranks[ranks.count - 1] == bound else { continue }
        let found = path
        try reserve(found.byteCount)
        harvest.add(found, cost: bound.cost)
      }
    }
    return nextBound
  }

  private func reserve(_ count: Int) throws(QueryFault) {
    bytes += count
    try run.reserve(count)
  }

  // MARK: The path at hand

  private var path: FittingPath { FittingPath(nodes: nodes, edges: edges, positions: positions) }

  private func begin(_ start: UInt32) throws(QueryFault) {
    edges.removeAll(keepingCapacity: true)
    positions.removeAll(keepingCapacity: true)
    nodes.removeAll(keepingCapacity: true)
    vertices.removeAll(keepingCapacity: true)
    ranks.removeAll(keepingCapacity: true)
    nextArcs.removeAll(keepingCapacity: true)
    endArcs.removeAll(keepingCapacity: true)
    try open(start, .zero)
  }

  private func open(_ vertex: UInt32, _ rank: PathRank) throws(QueryFault) {
    let arcs = try product.arcs(of: vertex)
    nodes.append(product.nodes[Int(vertex)])
    vertices.append(vertex)
    ranks.append(rank)
    nextArcs.append(arcs.lowerBound)
    endArcs.append(arcs.upperBound)
  }

  /// Goes one step on and says to which vertex; nil when all has been tried.
  private func advance() throws(QueryFault) -> UInt32? {
    while !vertices.isEmpty {
      let last = vertices.count - 1
      let arc = nextArcs[last]
      guard arc < endArcs[last] else {
        nodes.removeLast()
        vertices.removeLast()
        ranks.removeLast()
        nextArcs.removeLast()
        endArcs.removeLast()
        if last > 0 {
          edges.removeLast()
          positions.removeLast()
        }
        continue
      }
      nextArcs[last] = arc + 1
      try run.charge(1)
      let target = product.arcTargets[arc]
      guard let rank = ranks[last].adding(product.price(ofArc: arc)) else { throw overflow }
      guard mayLead(to: target, rank) else { continue }
      let edge = product.arcEdges[arc]
      guard mayGo(along: edge, to: product.nodes[Int(target)]) else { continue }
      try run.charge(edges.count)
      positions.append(product.positions[Int(vertices[last])])
      edges.append(edge)
      try open(target, rank)
      return target
    }
    return nil
  }

  /// Whether the end can be reached by way of a vertex within the bound.
  private func mayLead(to vertex: UInt32, _ rank: PathRank) -> Bool {
    guard let bound, let rest else { return true }
    guard let remaining = rest[vertex], let whole = rank.adding(remaining) else { return false }
    if whole <= bound { return true }
    if let known = nextBound, known <= whole { return false }
    nextBound = whole
    return false
  }

  private func mayGo(along edge: UInt32, to node: UInt32) -> Bool {
    switch mode {
    case .walk: true
    case .trail: !edges.contains(edge)
    case .acyclic: !nodes.contains(node)
    case .simple:
      // The first node may come again as the last, and then the path is at its end.
      !nodes.dropFirst().contains(node) && !(edges.count > 0 && nodes[nodes.count - 1] == nodes[0])
    }
  }
}

extension PathPrefix.Mode {
  /// Whether a path repeats no more than the mode allows.
  func allows(_ path: FittingPath) -> Bool {
    switch self {
    case .walk: true
    case .trail: Set(path.edges).count == path.edges.count
    case .acyclic: Set(path.nodes).count == path.nodes.count
    case .simple:
      Set(path.nodes.dropFirst()).count == path.edges.count
        && !path.nodes.dropFirst().dropLast().contains(path.nodes[0])
    }
  }
}
