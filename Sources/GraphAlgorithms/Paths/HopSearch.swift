// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// Breadth-first search from both ends at once that only counts: how many edges lie between.
///
/// It needs no order among equals, so it keeps one bit for each node and side instead of marks,
/// parents and entries, and ends with the first edge that joins the two sides.
///
/// Complexity: O(edges within the two half balls). Literature: I. Pohl, "Bi-directional search",
/// Machine Intelligence 6 (1971).
struct HopSearch<Runs: EntryRuns, Test: StepTest> {
  /// The edges as walked from the start, and from the end.
  let forward: Runs
  let backward: Runs
  let test: Test
  let memory: SearchMemory

  /// One of the two searches.
  private struct Side {
    let runs: Runs
    let nodes: UnsafeMutablePointer<UInt32>
    let seen: NodeBits
    var count = 1
    var level = 0..<1
    var cost = 0

    init(
      from node: UInt32, _ runs: Runs, _ nodes: UnsafeMutablePointer<UInt32>, _ seen: NodeBits
    ) {
      self.runs = runs
      self.nodes = nodes
      self.seen = seen
      nodes[0] = node
      seen.insert(node)
      cost = levelCost
    }

    /// The edges at the nodes of the level; of a large one an estimate from a sample.
    var levelCost: Int {
      let stride = max(level.count / 24, 1)
      var cost = 0
      var place = level.lowerBound
      while place < level.upperBound {
        for number in 0..<runs.count { cost &+= runs.run(number, of: nodes[place]).count }
        place &+= stride
      }
      return cost &* stride
    }
  }

  /// The number of edges of the shortest paths; nil when there is none.
  ///
  /// - Precondition: `start != end`.
  func hops(
    from start: UInt32, to end: UInt32, maximumHops: Int, meter: inout BudgetMeter
  ) throws(TraversalError) -> Int? {
    var near = Side(from: start, forward, memory.forwardNodes, memory.forwardBits)
    var far = Side(from: end, backward, memory.backwardNodes, memory.backwardBits)
    defer {
      near.seen.forget(near.nodes, count: near.count)
      far.seen.forget(far.nodes, count: far.count)
    }
    var depth = 0
    while depth < maximumHops {
      depth += 1
      let isNear = near.cost <= far.cost
      let isMet =
        isNear
        ? try expand(&near, until: far.seen, meter: &meter)
        : try expand(&far, until: near.seen, meter: &meter)
      if isMet { return depth }
      if (isNear ? near : far).level.isEmpty { return nil }
    }
    return nil
  }

  /// Finds the next level of a side; true when an edge leads to a node that the other has seen.
  private func expand(
    _ side: inout Side, until other: NodeBits, meter: inout BudgetMeter
  ) throws(TraversalError) -> Bool {
    let level = side.level
    var scan = LevelScan(
      runs: side.runs, test: test, meeting: BitMeeting(other), nodes: side.nodes,
      seen: side.seen.words, place: level.lowerBound, found: side.count)
    defer { side.count = scan.found }
    while scan.place < level.upperBound, !scan.isMet {
      try meter.charge(scan.advance(to: level.upperBound))
    }
    side.level = level.upperBound..<scan.found
    if !scan.isMet { side.cost = side.levelCost }
    return scan.isMet
  }
}
