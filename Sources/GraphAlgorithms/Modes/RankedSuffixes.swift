// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// Finds the first way on, in the order of paths, from a node to the end of a question: Dijkstra's
/// search over states, led by what is known to remain. It looks for light ways first and raises its
/// ceiling step by step, so that the heavy edges of hubs are left alone.
///
/// A state is a node and the waypoints passed, and the hops where they are limited. A way on leaves
/// alone what the beginning of its path has used up; within itself it may still break the mode,
/// where waypoints or a return to the end make it turn back. Such a way is no answer, but none of
/// those it stands for comes before it.
///
/// Ties: labels of one state with one rank have the same number of edges. They are compared edge by
/// edge from the start, back to where they parted. All edges by which a state can be reached at its
/// rank are known when it is settled, as states that tie are settled in order of hops.
///
/// Literature: P. E. Hart, N. J. Nilsson, B. Raphael, "A formal basis for the heuristic
/// determination of minimum cost paths", IEEE Transactions on Systems Science and Cybernetics 4
/// (1968).
struct RankedSuffixes<Test: StepTest, Weights: EntryWeights> {
  private struct Label {
    let node: UInt32
    let progress: Int32
    var parent: UInt32
    var entry: UInt32
    var rank: PathRank
    var isSettled = false
  }

  private static var finish: UInt64 { .max }

  private let view: TraversalView
  private let test: Test
  private let weights: Weights
  private let ranking: PathRanking
  private(set) var remaining: RemainingRanks<Test, Weights>

  /// What the beginning of the path has used up: nodes, or edges, marked 1.
  private let used: ZeroedMemory

  private var labels: [Label] = []
  private var states = StateTable()

  /// By node and progress, the fewest hops that a settled label has.
  private var fewestHops = StateTable()
  private var heap = RankHeap()
  private var settledCount = 0

  /// The entries of each node by weight, where there is such an order.
  private let order: CostOrder?

  /// By how much the weight of ways that are looked for is raised at first.
  private let firstRise: UInt64

  /// Heavier ways are not looked for yet; the weight of the lightest of those met.
  private var ceiling: UInt64 = 0
  private var lightestAbove: UInt64?

  init(
    _ view: TraversalView, test: Test, weights: Weights, costs: EntryCosts?, ranking: PathRanking,
    meter: inout BudgetMeter
  ) throws(TraversalError) {
    self.view = view
    self.test = test
    self.weights = weights
    self.ranking = ranking
    used = ZeroedMemory(count: ranking.mode == .trail ? view.edgeCount : view.nodeCount)
    order = costs?.order
    firstRise = max((costs?.greatest ?? 1) / 64, 1)
    remaining = RemainingRanks(
      view, test: test, weights: weights, order: order, slack: (costs?.greatest ?? 0) / 16,
      start: ranking.start, end: ranking.end)
    if ranking.isHopLimited {
      // Half of the hops from the end tell enough, and reach less of the graph.
      try remaining.countHops(upTo: (ranking.maximumHops + 1) / 2, meter: &meter)
    }
    if ranking.start != ranking.end { try remaining.settle(ranking.start, meter: &meter) }
  }

  /// Marks, or frees, what a step of the beginning of a path uses up: the node that it leaves, the
  /// edge that it walks.
  func use(_ isUsed: Bool, from node: UInt32, entry: UInt32) {
    switch ranking.mode {
    case .walk: break
    case .trail: used.base[Int(view.references.base[Int(entry)] >> 1)] = isUsed ? 1 : 0
    case .simple, .acyclic: used.base[Int(node)] = isUsed ? 1 : 0
    }
  }

  /// The first way on, of one edge at least, and its rank; nil when there is none.
  ///
  /// - Parameters:
  ///   - progress: of the path when it has passed `start`.
  ///   - hops: the edges until there.
  ///   - excluded: references that may not be the first step, ascending.
  ///   - bound: the greatest rank of a way that is of use.
  mutating func first(
    from start: UInt32, progress: Int, hops: Int, excluded: [UInt32], bound: PathRank?,
    meter: inout BudgetMeter
  ) throws(TraversalError) -> (entries: [UInt32], rank: PathRank)? {
    try growBounds(within: bound, meter: &meter)
    guard let least = remaining.bound(start) else { return nil }
    var rise = firstRise
    ceiling = bound?.weight ?? (least.weight > .max - rise ? .max : least.weight + rise)
    while true {
      lightestAbove = nil
      let found = try search(
        from: start, progress: progress, hops: hops, excluded: excluded, bound: bound,
        meter: &meter)
      if found != nil { return found }
      guard let lightestAbove, bound.map({ lightestAbove <= $0.weight }) ?? true else {
        return nil
      }
      rise = rise > .max / 4 ? rise : 2 * rise
      let (next, overflows) = least.weight.addingReportingOverflow(rise)
      ceiling = overflows ? .max : max(next, lightestAbove)
    }
  }

  /// The first way on that is no heavier than the ceiling.
  private mutating func search(
    from start: UInt32, progress: Int, hops: Int, excluded: [UInt32], bound: PathRank?,
    meter: inout BudgetMeter
  ) throws(TraversalError) -> (entries: [UInt32], rank: PathRank)? {
    states.removeAll()
    fewestHops.removeAll()
    heap.removeAll()
    labels.removeAll(keepingCapacity: true)
    defer { labels.removeAll(keepingCapacity: true) }
    labels.append(
      Label(node: start, progress: Int32(progress), parent: 0, entry: 0, rank: .zero))
    // It is not noted as a state: coming back to it, the way may go on by any step.
    heap.insert(RankHeap.Item(estimate: .zero, hops: 0, label: 0))
    var reserved = 0
    defer { try? meter.reserve(-reserved) }
    while let item = heap.popFirst() {
      let number = Int(item.label)
      if labels[number].isSettled { continue }
      labels[number].isSettled = true
      let label = labels[number]
      if label.progress < 0 { return (way(to: number), label.rank) }
      if ranking.isHopLimited, number > 0 {
        let key = key(label.node, Int(label.progress), hops: 0)
        if let fewest = fewestHops.value(of: key), fewest <= label.rank.hops { continue }
        fewestHops.set(key, to: label.rank.hops)
      }
      settledCount += 1
      let before = labels.count
      try spread(
        from: number, hops: hops, excluded: excluded, bound: bound, meter: &meter)
      let taken = 128 * (labels.count - before)
      reserved += taken
      try meter.reserve(taken)
    }
    return nil
  }

  /// Gets better bounds once searches have cost as much as those would; not beyond what is of use.
  private mutating func growBounds(
    within bound: PathRank?, meter: inout BudgetMeter
  ) throws(TraversalError) {
    guard !remaining.isComplete else { return }
    if let bound {
      if settledCount > remaining.settledCount / 4 {
        try remaining.settle(within: bound.weight, meter: &meter)
      }
    } else if settledCount > 4 * remaining.settledCount {
      try remaining.settle(meter: &meter)
    }
  }

  private func key(_ node: UInt32, _ progress: Int, hops: UInt32) -> UInt64 {
    UInt64(node) << 32 | UInt64(progress) << 24
      | (ranking.isHopLimited ? UInt64(hops) : 0)
  }

  private mutating func spread(
    from number: Int, hops: Int, excluded: [UInt32], bound: PathRank?, meter: inout BudgetMeter
  ) throws(TraversalError) {
    let label = labels[number]
    let origin = labels[0].node
    let isClosing = ranking.mode == .simple && ranking.start == ranking.end
    let entries = order?.entries(of: label.node) ?? view.entries(of: label.node)
    var looked = 0
    let steps = order?.steps
    let heaviest = min(bound?.weight ?? .max, ceiling)
    for place in entries {
      looked += 1
      var entry = place
      if let steps {
        // Most steps lead too far away: that is seen without looking at their edges.
        let weight = label.rank.weight &+ steps[place] >> 32
        if weight > heaviest {
          if weight > ceiling { lightestAbove = min(lightestAbove ?? .max, weight) }
          break
        }
        guard let left = remaining.bound(UInt32(truncatingIfNeeded: steps[place])) else {
          continue
        }
        if weight &+ left.weight > heaviest {
          if weight &+ left.weight > ceiling {
            lightestAbove = min(lightestAbove ?? .max, weight &+ left.weight)
          }
          continue
        }
        entry = order.map { Int($0.entries[place]) } ?? place
      }
      let weight = weights.weight(entry)
      let neighbour = view.neighbours.base[entry]
      let reference = view.references.base[entry]
      guard test.admits(reference), number > 0 || !Self.contains(excluded, reference) else {
        continue
      }
      // A loop that may be walked both ways is one step.
      if neighbour == label.node, reference & 1 == 1, test.admits(reference ^ 1) { continue }
      let isEnd = neighbour == ranking.end
      switch ranking.mode {
      case .walk: break
      case .trail: if used.base[Int(reference >> 1)] == 1 { continue }
      case .simple, .acyclic:
        if isEnd, isClosing { break }
        if neighbour == origin || used.base[Int(neighbour)] == 1 { continue }
      }
      guard let rank = label.rank.adding(PathRank(weight: weight, hops: 1)) else {
        throw .costsTooLarge
      }
      if Int(rank.hops) + hops > ranking.maximumHops { continue }
      if isEnd {
        let isComplete = Int(label.progress) == ranking.complete
        if isComplete {
          try reach(
            neighbour, progress: -1, rank, remaining: .zero, from: number, entry: entry,
            hops: hops, bound: bound)
        }
        // Going on from a place where the path could end is of no use before it has ended there.
        if isComplete || !ranking.repeatsNodes { continue }
      } else if !test.admits(node: neighbour) {
        if neighbour != ranking.start || !ranking.repeatsNodes { continue }
      }
      guard let remaining = self.remaining.bound(neighbour) else { continue }
      try reach(
        neighbour, progress: ranking.progress(Int(label.progress), passing: neighbour), rank,
        remaining: remaining, from: number, entry: entry, hops: hops, bound: bound)
    }
    try meter.charge(looked + 1)
  }

  /// Notes a way to a state, when it is the first until now.
  private mutating func reach(
    _ node: UInt32, progress: Int, _ rank: PathRank, remaining: PathRank, from parent: Int,
    entry: Int, hops: Int, bound: PathRank?
  ) throws(TraversalError) {
    guard let estimate = rank.adding(remaining) else { throw .costsTooLarge }
    if let bound, bound < estimate { return }
    if progress >= 0, ranking.isHopLimited,
      Int(rank.hops) + hops + self.remaining.leastHops(node) > ranking.maximumHops
    {
      return
    }
    if estimate.weight > ceiling {
      lightestAbove = min(lightestAbove ?? .max, estimate.weight)
      return
    }
    let key = progress < 0 ? Self.finish : key(node, progress, hops: rank.hops)
    let new = Label(
      node: node, progress: Int32(progress), parent: UInt32(parent), entry: UInt32(entry),
      rank: rank)
    if let known = states.value(of: key) {
      let old = labels[Int(known)]
      if old.isSettled || old.rank < rank || (old.rank == rank && !precedes(new, old)) { return }
      labels[Int(known)] = new
      if old.rank == rank { return }
      heap.insert(RankHeap.Item(estimate: estimate, hops: rank.hops, label: known))
      return
    }
    let number = UInt32(labels.count)
    labels.append(new)
    states.set(key, to: number)
    heap.insert(RankHeap.Item(estimate: estimate, hops: rank.hops, label: number))
  }

  /// Whether a way comes before another with as many edges.
  private func precedes(_ left: Label, _ right: Label) -> Bool {
    var (left, right) = (left, right)
    while left.parent != right.parent {
      left = labels[Int(left.parent)]
      right = labels[Int(right.parent)]
    }
    return left.entry < right.entry
  }

  private func way(to number: Int) -> [UInt32] {
    var way: [UInt32] = []
    var number = number
    while number > 0 {
      way.append(labels[number].entry)
      number = Int(labels[number].parent)
    }
    return way.reversed()
  }

  private static func contains(_ references: [UInt32], _ reference: UInt32) -> Bool {
    var low = 0
    var high = references.count
    while low < high {
      let middle = (low + high) / 2
      if references[middle] < reference { low = middle + 1 } else { high = middle }
    }
    return low < references.count && references[low] == reference
  }
}
