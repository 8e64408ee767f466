// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// Bottleneck paths over the first and last days of edges, between one pair of nodes.
struct BottleneckSearch {
  /// A node with the least bottleneck under which it was reached.
  private struct Waiting: Comparable {
    let bottleneck: Int32
    let node: UInt32

    static func < (left: Waiting, right: Waiting) -> Bool {
      left.bottleneck != right.bottleneck
        ? left.bottleneck < right.bottleneck : left.node < right.node
    }
  }

  private let view: TraversalView
  private let filter: CompiledFilter
  private let start: UInt32
  private let end: UInt32

  /// By node, of the present search.
  private var bottlenecks: [Int32]
  private var isReached: [Bool]

  init(_ query: PathQuery, in view: TraversalView) throws(TraversalError) {
    self.view = view
    start = try view.requirePosition(of: query.start)
    end = try view.requirePosition(of: query.end)
    filter = try CompiledFilter(query.filter, isDirected: query.isDirected, view: view)
    bottlenecks = [Int32](repeating: 0, count: view.nodeCount)
    isReached = [Bool](repeating: false, count: view.nodeCount)
  }

  /// The least day, not before `day`, on which all links of some path have begun, of those paths
  /// none of whose links has ended before `day`; nil when there is no such path.
  mutating func earliestCommonStart(
    notBefore day: Int32, meter: inout BudgetMeter
  ) throws(TraversalError) -> Int32? {
    try search(from: day, meter: &meter) { first, last in last < day ? nil : max(first, day) }
  }

  /// The greatest day up to which all links of some path hold, of those that all hold on `day`; nil
  /// when the two are not connected on that day.
  mutating func latestCommonEnd(
    on day: Int32, meter: inout BudgetMeter
  ) throws(TraversalError) -> Int32? {
    // The bits of a day turned round order days from late to early, without overflow.
    let found = try search(from: ~Int32.max, meter: &meter) { first, last in
      first <= day && day <= last ? ~last : nil
    }
    return found.map { ~$0 }
  }

  /// The least over all paths of the greatest weight on the path. An edge without weight is left
  /// out.
  private mutating func search(
    from least: Int32, meter: inout BudgetMeter, weight: (Int32, Int32) -> Int32?
  ) throws(TraversalError) -> Int32? {
    guard let days = view.edgeDays else { return least }
    let test = FilteredStep(filter)
    for node in isReached.indices { isReached[node] = false }
    var queue = PriorityQueue<Waiting>()
    queue.insert(Waiting(bottleneck: least, node: start))
    isReached[Int(start)] = true
    bottlenecks[Int(start)] = least
    while let next = queue.removeFirst() {
      if next.node == end { return next.bottleneck }
      guard next.bottleneck == bottlenecks[Int(next.node)] else { continue }
      let entries = view.entries(of: next.node)
      try meter.charge(entries.count + 1)
      for entry in entries where test.admits(view.references.base[entry]) {
        let neighbour = view.neighbours.base[entry]
        guard neighbour == end || test.admits(node: neighbour) else { continue }
        let edge = Int(view.references.base[entry] >> 1)
        guard let own = weight(days.first.base[edge], days.last.base[edge]) else { continue }
        let bottleneck = max(next.bottleneck, own)
        if isReached[Int(neighbour)], bottlenecks[Int(neighbour)] <= bottleneck { continue }
        isReached[Int(neighbour)] = true
        bottlenecks[Int(neighbour)] = bottleneck
        queue.insert(Waiting(bottleneck: bottleneck, node: neighbour))
      }
    }
    withExtendedLifetime(filter) {}
    return nil
  }
}
