// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// How far nodes are from the end of a question under its filter, whatever else it asks: a bound
/// from below for searches from its start.
///
/// Dijkstra's search from the end, which goes on only as far as it is asked to, and where the
/// entries of a node lie in order of weight looks at each no sooner than it must. A node that it has
/// not come to yet is at least as far as where it stands.
///
/// Complexity: O((nodes + edges) log nodes) for the whole graph.
struct RemainingRanks<Test: StepTest, Weights: EntryWeights> {
  private let view: TraversalView
  private let test: Test
  private let weights: Weights

  /// The entries of each node by weight, where there is such an order.
  private let order: CostOrder?

  /// How much earlier than due an edge may be looked at.
  private let slack: UInt64
  private let start: UInt32
  private let end: UInt32

  /// What is known of one node.
  private struct Mark {
    var weight: UInt64

    /// 0 where the search has not been, else twice the hops, plus 1 once they are final, plus 2.
    var hops: UInt32

    /// The least number of edges to the end plus 1; 0 beyond those counted.
    var leastHops: UInt32
  }

  private let marks: UnsafeMutablePointer<Mark>
  private let markMemory: ZeroedMemory

  /// How many edges from the end nodes have been counted; nil when not at all.
  private var countedHops: Int?
  private var heap = RankHeap()
  private(set) var settledCount = 0

  /// No node that is not settled is nearer than this.
  private var radius = PathRank.zero
  private(set) var isComplete = false

  init(
    _ view: TraversalView, test: Test, weights: Weights, order: CostOrder?, slack: UInt64,
    start: UInt32, end: UInt32
  ) {
    self.order = order
    self.slack = slack
    self.view = view
    self.test = test
    self.weights = weights
    self.start = start
    self.end = end
    markMemory = ZeroedMemory(count: 4 * max(view.nodeCount, 1))
    marks = UnsafeMutableRawPointer(markMemory.base).bindMemory(
      to: Mark.self, capacity: max(view.nodeCount, 1))
    marks[Int(end)].hops = 2
    heap.insert(RankHeap.Item(estimate: .zero, hops: .max, label: end))
  }

  /// A bound for the rank of the ways from a node to the end; nil when there are none.
  @inline(__always)
  func bound(_ node: UInt32) -> PathRank? {
    let mark = marks[Int(node)]
    if mark.hops & 1 == 1 { return PathRank(weight: mark.weight, hops: mark.hops >> 1 &- 1) }
    return isComplete ? nil : radius
  }

  /// A bound for the number of edges from a node to the end, where hops are limited.
  @inline(__always)
  func leastHops(_ node: UInt32) -> Int {
    guard let countedHops else { return 0 }
    let mark = marks[Int(node)].leastHops
    return mark == 0 ? countedHops + 1 : Int(mark) - 1
  }

  /// Goes on until a node is settled, until all that are no farther than a weight are, or until
  /// nothing is left.
  mutating func settle(
    _ node: UInt32? = nil, within weight: UInt64 = .max, meter: inout BudgetMeter
  ) throws(TraversalError) {
    while !isComplete, radius.weight <= weight,
      node.map({ marks[Int($0)].hops & 1 == 0 }) ?? true
    {
      guard let item = heap.popFirst() else {
        isComplete = true
        return
      }
      radius = item.estimate
      let node = Int(item.label)
      if item.hops == .max {
        if marks[node].hops & 1 == 1 { continue }
        marks[node].hops |= 1
        settledCount += 1
      }
      try spread(
        from: item.label, at: item.hops == .max ? nil : Int(item.hops),
        due: item.estimate.weight, meter: &meter)
    }
  }

  /// Looks at the edges of a node, from a place in order of weight on, as far as they are due.
  private mutating func spread(
    from node: UInt32, at place: Int?, due: UInt64, meter: inout BudgetMeter
  ) throws(TraversalError) {
    let rank = PathRank(
      weight: marks[Int(node)].weight, hops: marks[Int(node)].hops >> 1 &- 1)
    let entries = order?.entries(of: node) ?? view.entries(of: node)
    var place = place ?? entries.lowerBound
    let first = place
    while place < entries.upperBound {
      let entry = order.map { Int($0.entries[place]) } ?? place
      let weight = weights.weight(entry)
      if order != nil, rank.weight + weight > due + slack {
        heap.insert(
          RankHeap.Item(
            estimate: PathRank(weight: rank.weight + weight, hops: rank.hops + 1),
            hops: UInt32(place), label: node))
        break
      }
      place += 1
      let neighbour = Int(view.neighbours.base[entry])
      let mark = marks[neighbour].hops
      guard mark & 1 == 0, test.admits(view.references.base[entry] ^ 1),
        neighbour == Int(start) || test.admits(node: UInt32(neighbour))
      else { continue }
      guard let next = rank.adding(PathRank(weight: weight, hops: 1)) else {
        throw .costsTooLarge
      }
      let known = PathRank(weight: marks[neighbour].weight, hops: mark >> 1 &- 1)
      if mark == 0 || next < known {
        marks[neighbour].weight = next.weight
        marks[neighbour].hops = (next.hops + 1) << 1
        heap.insert(RankHeap.Item(estimate: next, hops: .max, label: UInt32(neighbour)))
        try meter.reserve(MemoryLayout<RankHeap.Item>.stride)
      }
    }
    try meter.charge(place - first + 1)
  }

  /// Counts the edges from each node to the end, up to a limit.
  mutating func countHops(upTo limit: Int, meter: inout BudgetMeter) throws(TraversalError) {
    countedHops = limit
    marks[Int(end)].leastHops = 1
    var level = [end]
    var depth = 0
    while depth < limit, !level.isEmpty {
      depth += 1
      var next: [UInt32] = []
      for node in level {
        let entries = view.entries(of: node)
        try meter.charge(entries.count + 1)
        for entry in entries {
          let neighbour = view.neighbours.base[entry]
          guard marks[Int(neighbour)].leastHops == 0, test.admits(view.references.base[entry] ^ 1),
            neighbour == start || test.admits(node: neighbour)
          else { continue }
          marks[Int(neighbour)].leastHops = UInt32(depth) + 1
          next.append(neighbour)
        }
      }
      level = next
    }
  }
}
