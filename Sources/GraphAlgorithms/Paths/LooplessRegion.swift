// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// The nodes that some loopless way between two nodes passes, edges taken both ways.
///
/// They are the biconnected component that an edge between the two nodes would belong to. A node
/// outside it can be on no loopless path, whatever the directions of edges.
///
/// Complexity: O(nodes + edges) of what can be reached. Literature: J. Hopcroft, R. Tarjan,
/// "Algorithm 447: efficient algorithms for graph manipulation", Communications of the ACM 16
/// (1973).
final class LooplessRegion {
  private let view: TraversalView
  private let end: UInt32

  /// When each node was discovered, 0 for not; and the earliest that its subtree has an edge to.
  private let discovery: ZeroedMemory
  private let low: ZeroedMemory
  private var discovered: [UInt32] = []
  private let isMember: ZeroedMemory
  private var members: [UInt32] = []

  init(_ view: TraversalView, end: UInt32) {
    self.view = view
    self.end = end
    discovery = ZeroedMemory(count: view.nodeCount)
    low = ZeroedMemory(count: view.nodeCount)
    isMember = ZeroedMemory(count: view.nodeCount)
  }

  func contains(_ node: UInt32) -> Bool { isMember.base[Int(node)] == 1 }

  /// Finds the nodes between `start` and the end, the banned ones left out.
  func compute(
    from start: UInt32, test: some StepTest, memory: SearchMemory, meter: inout BudgetMeter
  ) throws(TraversalError) {
    for node in discovered { discovery.base[Int(node)] = 0 }
    for node in members { isMember.base[Int(node)] = 0 }
    discovered = []
    var clock: UInt32 = 0
    func discover(_ node: UInt32) {
      clock += 1
      discovery.base[Int(node)] = clock
      low.base[Int(node)] = clock
      discovered.append(node)
    }
    discover(start)
    discover(end)
    // The edge that is thought to join the two.
    low.base[Int(end)] = discovery.base[Int(start)]
    var component = [end]
    var walk: [(node: UInt32, entries: Range<Int>)] = [(end, view.entries(of: end))]
    try meter.charge(view.entries(of: end).count + 1)
    while let (node, entries) = walk.last {
      guard let entry = entries.first else {
        walk.removeLast()
        guard let parent = walk.last?.node else { break }
        if low.base[Int(node)] >= discovery.base[Int(parent)] {
          // Everything behind the parent is cut off by it.
          while let last = component.popLast(), last != node {}
        } else {
          low.base[Int(parent)] = min(low.base[Int(parent)], low.base[Int(node)])
        }
        continue
      }
      walk[walk.count - 1].entries = (entry + 1)..<entries.upperBound
      let neighbour = view.neighbours.base[entry]
      let reference = view.references.base[entry]
      guard !memory.isBanned(neighbour), test.admits(reference) || test.admits(reference ^ 1) else {
        continue
      }
      if discovery.base[Int(neighbour)] != 0 {
        low.base[Int(node)] = min(low.base[Int(node)], discovery.base[Int(neighbour)])
      } else if test.admits(node: neighbour) {
        discover(neighbour)
        component.append(neighbour)
        walk.append((neighbour, view.entries(of: neighbour)))
        try meter.charge(view.entries(of: neighbour).count + 1)
      }
    }
    members = component + [start]
    for node in members { isMember.base[Int(node)] = 1 }
  }
}
