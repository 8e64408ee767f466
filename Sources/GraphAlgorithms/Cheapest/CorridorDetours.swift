// SPDX-License-Identifier: Apache-2.0

/// How far nodes of a corridor are from its end around some of its nodes: a search led by how far
/// they are where nothing is in the way.
///
/// The ranks of ways on that do not turn back lead better than what remains, but not evenly, so they
/// only tell which ways are of use at all.
///
/// Literature: P. E. Hart, N. J. Nilsson, B. Raphael, "A formal basis for the heuristic
/// determination of minimum cost paths", IEEE Transactions on Systems Science and Cybernetics 4
/// (1968).
struct CorridorDetours {
  private struct Label {
    var rank: PathRank
    var search: UInt32
  }

  private var labels: [Label]
  private var number: UInt32 = 0
  private var heap = RankHeap()

  init(nodeCount: Int) {
    labels = Array(repeating: Label(rank: .zero, search: 0), count: nodeCount)
  }

  /// The least rank of a way from a node to the end around those that are barred; nil when it is
  /// heavier than the limit, or when there is none.
  mutating func rest<Test: StepTest>(
    from start: UInt32, within limit: UInt64, ways: inout CorridorWays<Test>,
    meter: inout BudgetMeter, isBarred: (UInt32) -> Bool
  ) throws(TraversalError) -> PathRank? {
    if number == .max {
      for place in labels.indices { labels[place].search = 0 }
      number = 0
    }
    number += 1
    heap.removeAll()
    labels[Int(start)] = Label(rank: .zero, search: number)
    heap.insert(RankHeap.Item(estimate: ways.corridor.remaining[Int(start)], hops: 0, label: start))
    while let item = heap.popFirst() {
      let rank = labels[Int(item.label)].rank
      if item.label == ways.corridor.end { return rank }
      // Reached on a better way since, and looked at then.
      guard rank.adding(ways.corridor.remaining[Int(item.label)]) == item.estimate else { continue }
      let range = try ways.range(of: item.label, meter: &meter)
      var looked = 0
      for place in range {
        looked += 1
        let way = ways.list[place]
        if rank.weight + way.through.weight > limit { break }
        if way.node == start || isBarred(way.node) { continue }
        guard let next = rank.adding(PathRank(weight: way.weight, hops: 1)),
          let estimate = next.adding(ways.corridor.remaining[Int(way.node)])
        else { throw .costsTooLarge }
        let label = labels[Int(way.node)]
        if label.search == number, label.rank <= next { continue }
        labels[Int(way.node)] = Label(rank: next, search: number)
        heap.insert(RankHeap.Item(estimate: estimate, hops: 0, label: way.node))
      }
      try meter.charge(looked + 1)
    }
    return nil
  }
}
