// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// The loopless paths through a corridor, in order of rank, then entry by entry.
///
/// A beginning of paths is known by the least rank that a path with it may have. The first
/// beginning, in order, is taken and made longer by one edge, in every way that is left to it; those
/// ways are known for each node in order, so that only the next of them waits among the candidates.
/// When a beginning is the whole way to the end it is the next path.
///
/// What a node lacks to the end is known for ways that may come through anything. Where the way on
/// from a beginning that bears this out passes none of its nodes, the rank is exact. Else a search
/// that keeps away from them finds what it is, or that there is no way, and the beginning waits
/// again with that rank. So each beginning that is made longer leads to a path of the rank that was
/// known, and at most `k · hops` are.
///
/// Complexity: O(k · hops · log k), and at most a search of the corridor for each candidate whose
/// lightest way on would turn back on itself. Literature: J. Y. Yen, "Finding the k shortest
/// loopless paths in a network", Management Science 17 (1971); G. Feng, "Finding k shortest simple
/// paths in directed graphs: a node classification algorithm", Networks 64 (2014); D. Kurz, P.
/// Mutzel, "A sidetrack-based algorithm for finding the k shortest simple paths in a directed
/// graph", ISAAC 2016.
struct CorridorPaths<Test: StepTest> {
  /// A beginning of paths: one edge more than another.
  private struct Beginning {
    /// The place of the node that it leads to.
    let node: UInt32
    let parent: UInt32
    let entry: UInt32
    let rank: PathRank

    /// Which of the ways on from the node before it took.
    let way: Int

    /// Whether its least rank is known to be that of a path.
    var isExact = false

    /// Whether the lightest way on of its node is known to pass none of its own nodes.
    var isClear = false
  }

  private static var noParent: UInt32 { .max }

  private var ways: CorridorWays<Test>
  private var detours: CorridorDetours
  private var beginnings: [Beginning] = []
  private var heap: [Item] = []

  /// The nodes of one beginning bear the greatest mark.
  private var marks: [UInt32]
  private var greatestMark: UInt32 = 1
  private var marked = Self.noParent

  private struct Item {
    let rank: PathRank
    let beginning: UInt32
  }

  init(_ corridor: CostCorridor, search: CorridorSearch<Test>) {
    ways = CorridorWays(corridor, search: search)
    detours = CorridorDetours(nodeCount: corridor.nodes.count)
    marks = Array(repeating: 0, count: corridor.nodes.count)
    guard let start = corridor.start else { return }
    beginnings.append(
      Beginning(
        node: start, parent: Self.noParent, entry: 0, rank: .zero, way: 0, isExact: true,
        isClear: true))
    insert(Item(rank: corridor.remaining[Int(start)], beginning: 0))
  }

  /// The entries and the rank of the next path; nil when no more are within the limit.
  mutating func next(meter: inout BudgetMeter) throws(TraversalError) -> RankedPath? {
    while let item = removeFirst() {
      let beginning = beginnings[Int(item.beginning)]
      mark(beginning.parent)
      if !beginning.isExact {
        try extend(beginning.parent, from: beginning.way + 1, meter: &meter)
        if beginning.node == ways.corridor.end {
          return RankedPath(entries: entries(of: item.beginning), rank: item.rank)
        }
        if isClear(beginning) {
          beginnings[Int(item.beginning)].isClear = true
        } else {
          guard let rest = try restAround(item.beginning, meter: &meter),
            let rank = beginning.rank.adding(rest)
          else { continue }
          beginnings[Int(item.beginning)].isExact = true
          if item.rank < rank {
            insert(Item(rank: rank, beginning: item.beginning))
            continue
          }
        }
      }
      marks[Int(beginning.node)] = greatestMark
      marked = item.beginning
      let ways = try ways.range(of: beginning.node, meter: &meter)
      try extend(item.beginning, from: ways.lowerBound, meter: &meter)
    }
    return nil
  }

  /// Marks the nodes of a beginning, and no others.
  private mutating func mark(_ number: UInt32) {
    if marked == number { return }
    if greatestMark == .max {
      for place in marks.indices { marks[place] = 0 }
      greatestMark = 0
    }
    greatestMark += 1
    marked = number
    var next = number
    while next != Self.noParent {
      marks[Int(beginnings[Int(next)].node)] = greatestMark
      next = beginnings[Int(next)].parent
    }
  }

  private func isMarked(_ node: UInt32) -> Bool { marks[Int(node)] == greatestMark }

  /// Makes a beginning longer by the first of its ways on, from a place on, that leads to none of
  /// the marked nodes.
  private mutating func extend(
    _ number: UInt32, from place: Int, meter: inout BudgetMeter
  ) throws(TraversalError) {
    let parent = beginnings[Int(number)]
    var place = place
    let last = try ways.range(of: parent.node, meter: &meter).upperBound
    let first = place
    while place < last {
      let way = ways.list[place]
      guard let rank = parent.rank.adding(way.through) else { throw .costsTooLarge }
      if rank.weight > ways.corridor.limit { break }
      if isMarked(way.node) {
        place += 1
        continue
      }
      let step = PathRank(weight: way.weight, hops: 1)
      guard let walked = parent.rank.adding(step) else { throw .costsTooLarge }
      try meter.reserve(64)
      beginnings.append(
        Beginning(node: way.node, parent: number, entry: way.entry, rank: walked, way: place))
      insert(Item(rank: rank, beginning: UInt32(beginnings.count - 1)))
      break
    }
    try meter.charge(place - first + 1)
  }

  /// Whether the lightest way on passes no node of the beginning, all of which but the last are
  /// marked.
  private func isClear(_ beginning: Beginning) -> Bool {
    let successors = ways.corridor.successors
    let parent = beginnings[Int(beginning.parent)]
    if parent.isClear, successors[Int(parent.node)] == beginning.node { return true }
    var node = successors[Int(beginning.node)]
    while node != CostCorridor.none {
      if isMarked(node) { return false }
      node = successors[Int(node)]
    }
    return true
  }

  /// What a beginning lacks to the end around its own nodes; nil for more than the limit leaves.
  private mutating func restAround(
    _ number: UInt32, meter: inout BudgetMeter
  ) throws(TraversalError) -> PathRank? {
    let beginning = beginnings[Int(number)]
    let (marks, greatestMark) = (marks, greatestMark)
    return try detours.rest(
      from: beginning.node, within: ways.corridor.limit - beginning.rank.weight, ways: &ways,
      meter: &meter
    ) { marks[Int($0)] == greatestMark }
  }

  private func entries(of number: UInt32) -> [UInt32] {
    var entries: [UInt32] = []
    var number = number
    while beginnings[Int(number)].parent != Self.noParent {
      entries.append(beginnings[Int(number)].entry)
      number = beginnings[Int(number)].parent
    }
    return entries.reversed()
  }
}

extension CorridorPaths {
  /// By rank, then entry by entry from the start. Of two beginnings none is part of the other, as
  /// one that is made longer is no candidate any more.
  private func precedes(_ left: Item, _ right: Item) -> Bool {
    if left.rank != right.rank { return left.rank < right.rank }
    var (left, right) = (beginnings[Int(left.beginning)], beginnings[Int(right.beginning)])
    while left.rank.hops > right.rank.hops { left = beginnings[Int(left.parent)] }
    while right.rank.hops > left.rank.hops { right = beginnings[Int(right.parent)] }
    while left.parent != right.parent {
      left = beginnings[Int(left.parent)]
      right = beginnings[Int(right.parent)]
    }
    return left.entry < right.entry
  }

  private mutating func insert(_ item: Item) {
    var place = heap.count
    heap.append(item)
    while place > 0 {
      let parent = (place - 1) / 2
      if !precedes(item, heap[parent]) { break }
      heap[place] = heap[parent]
      place = parent
    }
    heap[place] = item
  }

  private mutating func removeFirst() -> Item? {
    guard let last = heap.popLast() else { return nil }
    guard let first = heap.first else { return last }
    var place = 0
    while true {
      var child = 2 * place + 1
      if child >= heap.count { break }
      if child + 1 < heap.count, precedes(heap[child + 1], heap[child]) { child += 1 }
      if !precedes(heap[child], last) { break }
      heap[place] = heap[child]
      place = child
    }
    heap[place] = last
    return first
  }
}
