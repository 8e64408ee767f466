// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// The edges by which paths go on from the nodes of a corridor, in the order in which they lead to
/// the end.
///
/// An edge to a node whose lightest way on comes straight back is ranked by the lightest that does
/// not: dead ends at a hub, which are many, so are not even candidates.
///
/// Complexity: the edges of a node are looked at when they are first asked for, those within the
/// limit alone; O(d log d) for d of them that lie in the corridor.
struct CorridorWays<Test: StepTest> {
  struct Way {
    /// The place of the node that it leads to.
    let node: UInt32
    let entry: UInt32
    let weight: UInt64

    /// The least rank of a way to the end by this edge that does not turn back at once.
    let through: PathRank
  }

  let corridor: CostCorridor
  private let search: CorridorSearch<Test>

  /// The ways of nodes, one after the other; by node, which are its own.
  private(set) var list: [Way] = []
  private var ranges: [Range<Int>?]

  /// By node, the least rank to the end that does not begin with its own successor.
  private var alternatives: [Alternative]

  private enum Alternative {
    case unknown
    case none
    case rank(PathRank)
  }

  init(_ corridor: CostCorridor, search: CorridorSearch<Test>) {
    self.corridor = corridor
    self.search = search
    ranges = Array(repeating: nil, count: corridor.nodes.count)
    alternatives = Array(repeating: .unknown, count: corridor.nodes.count)
  }

  /// Where the ways of a node lie in ``list``.
  mutating func range(
    of node: UInt32, meter: inout BudgetMeter
  ) throws(TraversalError) -> Range<Int> {
    if let known = ranges[Int(node)] { return known }
    var own: [Way] = []
    let entries = search.order.entries
    try look(at: node, meter: &meter) { place, other, weight in
      own.append(
        Way(node: other, entry: entries[place], weight: weight, through: .zero))
    }
    let first = list.count
    for way in own {
      guard let rest = try rest(of: way.node, comingFrom: node, meter: &meter) else { continue }
      guard let through = rest.adding(PathRank(weight: way.weight, hops: 1)) else {
        throw .costsTooLarge
      }
      if through.weight > corridor.limit - corridor.behind[Int(node)] { continue }
      list.append(
        Way(node: way.node, entry: way.entry, weight: way.weight, through: through))
    }
    list[first...].sort {
      $0.through != $1.through ? $0.through < $1.through : $0.entry < $1.entry
    }
    ranges[Int(node)] = first..<list.count
    try meter.reserve(64 * (list.count - first))
    return first..<list.count
  }

  /// What a node lacks to the end for who comes from a certain node.
  private mutating func rest(
    of node: UInt32, comingFrom before: UInt32, meter: inout BudgetMeter
  ) throws(TraversalError) -> PathRank? {
    guard corridor.successors[Int(node)] == before else { return corridor.remaining[Int(node)] }
    switch alternatives[Int(node)] {
    case .none: return nil
    case .rank(let rank): return rank
    case .unknown: break
    }
    var least: PathRank?
    let remaining = corridor.remaining
    try look(at: node, meter: &meter) { _, other, weight in
      if other == before { return }
      let step = PathRank(weight: weight, hops: 1)
      guard let rank = remaining[Int(other)].adding(step) else { return }
      if least.map({ rank < $0 }) ?? true { least = rank }
    }
    alternatives[Int(node)] = least.map { .rank($0) } ?? .none
    return least
  }

  /// Goes through the edges of a node that lead on through the corridor.
  private func look(
    at node: UInt32, meter: inout BudgetMeter, _ body: (Int, UInt32, UInt64) -> Void
  ) throws(TraversalError) {
    if node == corridor.end { return }
    var looked = 0
    let position = corridor.nodes[Int(node)]
    let left = corridor.limit - corridor.behind[Int(node)]
    for place in search.order.entries(of: position) {
      looked += 1
      let step = search.order.steps[place]
      let weight = step >> 32
      if weight > left { break }
      let neighbour = UInt32(truncatingIfNeeded: step)
      guard neighbour != position, neighbour != search.start,
        let other = corridor.place(of: neighbour),
        weight + corridor.remaining[Int(other)].weight <= left,
        search.admits(place, side: 0, neighbour)
      else { continue }
      body(place, other, weight)
    }
    try meter.charge(looked + 1)
  }
}
