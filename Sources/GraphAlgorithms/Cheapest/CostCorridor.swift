// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// The nodes through which a way no heavier than a limit leads from one node to another, each with
/// how far it is from the end: what a list of cheap paths walks, and a small part of a large graph.
struct CostCorridor {
  /// Stands for no node.
  static let none = UInt32.max

  /// The greatest weight of a way that counts.
  let limit: UInt64

  /// Positions in the view; the end comes first.
  private(set) var nodes: [UInt32] = []

  /// How far each is from the end: the least weight of a way, and the fewest edges of those.
  private(set) var remaining: [PathRank] = []

  /// What no way from the start to each is lighter than, by what a search knew.
  private(set) var behind: [UInt64] = []

  /// By node, the one that follows it on a way of that rank.
  private(set) var successors: [UInt32] = []

  /// The places of nodes by position.
  private var places = StateTable()

  /// No loopless way is heavier than this; nil when that is not known, as the limit kept both
  /// searches from going on.
  let heaviest: UInt64?

  /// The place of the start; nil when no way is light enough.
  let start: UInt32?

  var end: UInt32 { 0 }

  /// The place of a node of the view; nil when it is not in the corridor.
  @inline(__always)
  func place(of node: UInt32) -> UInt32? { places.value(of: UInt64(node)) }

  /// Gathers the corridor from what the searches from both ends have left in the memory.
  init<Test: StepTest>(
    _ search: CorridorSearch<Test>, heaviest: UInt64?, meter: inout BudgetMeter
  ) throws(TraversalError) {
    limit = search.limit
    self.heaviest = heaviest
    var found: UInt32?
    var isSettled: [Bool] = []
    var heap = RankHeap()
    nodes = [search.end]
    remaining = [.zero]
    behind = [0]
    successors = [Self.none]
    isSettled = [false]
    places.set(UInt64(search.end), to: 0)
    heap.insert(RankHeap.Item(estimate: .zero, hops: 0, label: 0))
    while let item = heap.popFirst() {
      let place = Int(item.label)
      if isSettled[place] { continue }
      isSettled[place] = true
      let node = nodes[place]
      if node == search.start {
        found = item.label
        continue
      }
      let rank = remaining[place]
      var looked = 0
      let before = nodes.count
      for entry in search.order.entries(of: node) {
        looked += 1
        let step = search.order.steps[entry]
        let weight = rank.weight + step >> 32
        if weight > limit { break }
        let neighbour = UInt32(truncatingIfNeeded: step)
        guard neighbour != search.end, let behind = search.memory.weight(of: neighbour, side: 0),
          weight + behind <= limit,
          search.admits(entry, side: 1, neighbour)
        else { continue }
        let next = PathRank(weight: weight, hops: rank.hops + 1)
        if let known = places.value(of: UInt64(neighbour)) {
          guard next < remaining[Int(known)] else { continue }
          remaining[Int(known)] = next
          successors[Int(known)] = item.label
          heap.insert(RankHeap.Item(estimate: next, hops: 0, label: known))
        } else {
          let known = UInt32(nodes.count)
          places.set(UInt64(neighbour), to: known)
          nodes.append(neighbour)
          self.behind.append(behind)
          remaining.append(next)
          successors.append(item.label)
          isSettled.append(false)
          heap.insert(RankHeap.Item(estimate: next, hops: 0, label: known))
        }
      }
      try meter.charge(looked + 1)
      try meter.reserve(128 * (nodes.count - before))
    }
    start = found
  }
}
