// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// Finds a corridor.
///
/// The searches from both ends look at every edge of every way no heavier than the limit. Along such
/// a way, first come edges that the search from the start has looked at, then such as that from the
/// end has; the node between them, a seed, is known to both. From the seeds on a search goes forward
/// to the nodes that the search from the end knows, but only where the way together with what that
/// knows stays within the limit. Then every node of a way has its distance from the start, and a
/// search from the end that is led by these distances sees nothing but the corridor.
///
/// Complexity: O((nodes + edges) within the two balls and at the corridor · log). Literature:
/// see ``CostSearch``; A. V. Goldberg, C. Harrelson, "Computing the shortest path: A* search meets
/// graph theory", SODA 2005, on searches that are led by distances.
struct CorridorSearch<Test: StepTest> {
  let start: UInt32
  let end: UInt32
  let limit: UInt64
  let order: CostOrder
  let memory: CostSearchMemory
  private let view: TraversalView
  private let references: UnsafePointer<UInt32>
  private let test: Test

  /// The view, the order and the memory must outlive the search.
  init(
    _ view: TraversalView, order: CostOrder, test: Test, memory: CostSearchMemory,
    start: UInt32, end: UInt32, limit: UInt64
  ) {
    self.view = view
    self.start = start
    self.end = end
    self.limit = min(limit, CostSearchMemory.greatestWeight - 1)
    self.order = order
    self.memory = memory
    self.test = test
    references = view.references.base
  }

  /// - Parameter greatest: the greatest weight of an edge.
  func corridor(
    greatest: UInt64, meter: inout BudgetMeter
  ) throws(TraversalError) -> CostCorridor {
    let halves = try CostSearch(view, order: order, test: test, memory: memory).searchHalves(
      from: start, to: end, within: limit, greatest: greatest, meter: &meter)
    try searchBeyond(Set(halves.seeds).sorted(), meter: &meter)
    return try CostCorridor(
      self, heaviest: heaviest(halves.isLimited, greatest), meter: &meter)
  }

  /// The weight that no loopless way exceeds, where a search was not kept from going on: it has come
  /// to every node that a way can pass.
  private func heaviest(_ isLimited: (Bool, Bool), _ greatest: UInt64) -> UInt64? {
    guard !isLimited.0 || !isLimited.1 else { return nil }
    let side = isLimited.0 ? 1 : 0
    let reached = (0..<UInt32(view.nodeCount)).count { memory.weight(of: $0, side: side) != nil }
    let (weight, overflows) = greatest.multipliedReportingOverflow(by: UInt64(reached))
    return overflows ? .max : weight
  }

  /// Goes on from the seeds to the nodes of the corridor that are nearer to the end.
  private func searchBeyond(
    _ seeds: [UInt32], meter: inout BudgetMeter
  ) throws(TraversalError) {
    let labels = memory.labels
    let epoch = memory.epoch << 32
    var heap = RankHeap()
    for seed in seeds where seed != end {
      guard let weight = memory.weight(of: seed, side: 0) else { continue }
      heap.insert(
        RankHeap.Item(estimate: PathRank(weight: weight, hops: 0), hops: 0, label: seed))
    }
    while let item = heap.popFirst() {
      let weight = item.estimate.weight
      guard memory.weight(of: item.label, side: 0) == weight else { continue }
      var looked = 0
      for place in order.entries(of: item.label) {
        looked += 1
        let step = order.steps[place]
        let total = weight + step >> 32
        if total > limit { break }
        let neighbour = UInt32(truncatingIfNeeded: step)
        let label = epoch | UInt64(~UInt32(truncatingIfNeeded: total))
        guard let ahead = memory.weight(of: neighbour, side: 1), total + ahead <= limit,
          label > labels[2 * Int(neighbour)],
          admits(place, side: 0, neighbour)
        else { continue }
        labels[2 * Int(neighbour)] = label
        if neighbour == end { continue }
        heap.insert(
          RankHeap.Item(estimate: PathRank(weight: total, hops: 0), hops: 0, label: neighbour))
      }
      try meter.charge(looked + 1)
    }
  }

  /// Whether a step may be taken: away from the start on side 0, from the end on side 1.
  @inline(__always)
  func admits(_ place: Int, side: Int, _ neighbour: UInt32) -> Bool {
    if Test.self == EveryStep.self { return true }
    let reference = references[Int(order.entries[place])] ^ UInt32(truncatingIfNeeded: side)
    return test.admits(reference)
      && (neighbour == start || neighbour == end || test.admits(node: neighbour))
  }
}
