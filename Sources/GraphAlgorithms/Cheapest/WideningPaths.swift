// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// The cheapest loopless paths between two nodes, in order: those of a corridor, then of a wider
/// one, until there are enough.
///
/// How heavy the last path that is wanted will be is not known beforehand. The first corridor is
/// little wider than the lightest path, more so when many are wanted; how many paths each one has tells how much wider the next
/// should be. As paths grow in number much faster than corridors grow wide, listing the paths of
/// the narrower ones again costs no more than the last list.
///
/// Complexity: that of ``CorridorSearch`` and ``CorridorPaths`` for a corridor somewhat wider than
/// the last path, a few times.
struct WideningPaths<Test: StepTest> {
  private let view: TraversalView
  private let order: CostOrder
  private let test: Test
  private let start: UInt32
  private let end: UInt32
  private let greatest: UInt64

  /// How many paths will be asked for at most.
  private let count: Int

  /// The weight of the lightest path, and by how much heavier ones are looked for.
  private let lightest: UInt64
  private var slack: UInt64
  private var paths: CorridorPaths<Test>

  /// No path is heavier than this, where that is known.
  private var heaviest: UInt64?
  private var limit: UInt64
  private var found = 0

  /// What memory was taken before the corridor, in bytes.
  private let memoryBefore: Int

  /// Whether paths may be left that weigh more than a label can hold.
  private(set) var isTruncated = false

  /// The view and the order must outlive it.
  init(
    _ view: TraversalView, order: CostOrder, greatest: UInt64, test: Test, start: UInt32,
    end: UInt32, lightest: UInt64, count: Int, meter: inout BudgetMeter
  ) throws(TraversalError) {
    self.view = view
    self.order = order
    self.test = test
    self.start = start
    self.end = end
    self.greatest = greatest
    self.count = count
    self.lightest = lightest
    slack = max(lightest * UInt64(Int.bitWidth - count.leadingZeroBitCount) / 64, 1)
    limit = Self.limit(lightest, slack)
    memoryBefore = meter.memory
    (paths, heaviest) = try Self.paths(
      view, order, greatest, test, from: start, to: end, within: limit, meter: &meter)
  }

  /// The next path; nil when there is none, or when it is too heavy.
  mutating func next(meter: inout BudgetMeter) throws(TraversalError) -> RankedPath? {
    while true {
      if let path = try paths.next(meter: &meter) {
        found += 1
        meter.foundPaths += 1
        return path
      }
      if let heaviest, heaviest <= limit { return nil }
      if limit == CostSearchMemory.greatestWeight - 1 {
        isTruncated = true
        return nil
      }
      try widen(meter: &meter)
      // The paths until here are those of the narrower corridor, in the same order.
      for _ in 0..<found { _ = try paths.next(meter: &meter) }
    }
  }

  private mutating func widen(meter: inout BudgetMeter) throws(TraversalError) {
    try meter.reserve(memoryBefore - meter.memory)
    if let heaviest {
      limit = min(heaviest, CostSearchMemory.greatestWeight - 1)
    } else {
      // As if paths grew in number by a constant factor with each further unit of weight.
      let wanted = UInt64(Int.bitWidth - count.leadingZeroBitCount) + 1
      let known = UInt64(Int.bitWidth - max(found, 1).leadingZeroBitCount)
      slack = max(slack + slack / 4 + 1, min(3 * slack, slack / known * wanted))
      limit = Self.limit(lightest, slack)
    }
    (paths, heaviest) = try Self.paths(
      view, order, greatest, test, from: start, to: end, within: limit, meter: &meter)
  }

  private static func limit(_ lightest: UInt64, _ slack: UInt64) -> UInt64 {
    min(lightest + slack, CostSearchMemory.greatestWeight - 1)
  }

  private static func paths(
    _ view: TraversalView, _ order: CostOrder, _ greatest: UInt64, _ test: Test,
    from start: UInt32, to end: UInt32, within limit: UInt64, meter: inout BudgetMeter
  ) throws(TraversalError) -> (CorridorPaths<Test>, UInt64?) {
    try view.costTables.withMemory(nodeCount: view.nodeCount) {
      memory throws(TraversalError) in
      let search = CorridorSearch(
        view, order: order, test: test, memory: memory, start: start, end: end, limit: limit)
      let corridor = try search.corridor(greatest: greatest, meter: &meter)
      return (CorridorPaths(corridor, search: search), corridor.heaviest)
    }
  }
}
