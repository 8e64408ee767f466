// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// Breadth-first search from both ends at once that only counts: how many edges lie between.
///
/// It needs no order among equals, so it keeps two bits for each node instead of marks, parents
/// and entries, and ends with the first edge that joins the two sides.
///
/// Complexity: O(edges within the two half balls). Literature: I. Pohl, "Bi-directional search",
/// Machine Intelligence 6 (1971).
struct HopSearch<Test: StepTest> {
  private let adjacency: AdjacencyPointers
  private let test: Test
  private let memory: SearchMemory
  private let sightings: NodeBits

  /// The view and the memory must outlive the search.
  init(_ view: TraversalView, test: Test, memory: SearchMemory) {
    adjacency = AdjacencyPointers(view)
    self.test = test
    self.memory = memory
    sightings = memory.sightings
  }

  /// One of the two searches: that from the start has the lower bit of two, that from the end the
  /// upper one.
  private struct Side {
    let nodes: UnsafeMutablePointer<UInt32>

    /// Its bit.
    let own: UInt32

    /// 1 where edges are walked against the way of the question.
    let flip: UInt32

    var count = 1
    var level = 0..<1
    var cost: Int

    init(_ nodes: UnsafeMutablePointer<UInt32>, own: UInt32, flip: UInt32, cost: Int) {
      self.nodes = nodes
      self.own = own
      self.flip = flip
      self.cost = cost
    }
  }

  /// The number of edges of the shortest paths; nil when there is none.
  ///
  /// - Precondition: `start != end`.
  func hops(
    from start: UInt32, to end: UInt32, maximumHops: Int, meter: inout BudgetMeter
  ) throws(TraversalError) -> Int? {
    var forward = Side(
      memory.forwardNodes, own: 1, flip: 0, cost: adjacency.degree(of: start))
    var backward = Side(
      memory.backwardNodes, own: 2, flip: 1, cost: adjacency.degree(of: end))
    begin(forward, at: start)
    begin(backward, at: end)
    defer {
      sightings.forget(forward.nodes, count: forward.count)
      sightings.forget(backward.nodes, count: backward.count)
    }
    var depth = 0
    while depth < maximumHops {
      depth += 1
      let isForward = forward.cost <= backward.cost
      let meets =
        isForward
        ? try expand(&forward, meter: &meter) : try expand(&backward, meter: &meter)
      if meets { return depth }
      if (isForward ? forward : backward).level.isEmpty { return nil }
    }
    return nil
  }

  private func begin(_ side: Side, at node: UInt32) {
    side.nodes[0] = node
    sightings.words[Int(node >> 4)] |= side.own &<< ((node & 15) << 1)
  }

  /// Finds the next level of a side; true when an edge leads to a node that the other has seen.
  private func expand(_ side: inout Side, meter: inout BudgetMeter) throws(TraversalError) -> Bool {
    let adjacency = adjacency
    let neighbours = adjacency.neighbours
    let references = adjacency.references
    let words = sightings.words
    let test = test
    let nodes = side.nodes
    let own = side.own
    let other = own ^ 3
    let flip = side.flip
    let level = side.level
    var found = side.count
    defer { side.count = found }
    for place in level {
      adjacency.prefetch(nodes, place, level.upperBound)
      let node = Int(nodes[place])
      let last = Int(adjacency.offsets[node &+ 1])
      var next = Int(adjacency.offsets[node])
      try meter.charge(1)
      while next < last {
        let run = test.run(of: next..<last, in: references)
        var entry = run.lowerBound
        next = run.upperBound
        try meter.charge(next &- entry)
        while entry < next {
          let neighbour = neighbours[entry]
          let word = Int(neighbour >> 4)
          let shift = (neighbour & 15) << 1
          let seen = words[word] &>> shift
          if Test.self == EveryStep.self {
            if seen & other != 0 { return true }
            // Without a branch: whether a node is new cannot be foretold.
            words[word] |= own &<< shift
            nodes[found] = neighbour
            found &+= seen & own == 0 ? 1 : 0
          } else if seen & own == 0, test.admits(references[entry] ^ flip) {
            if seen & other != 0 { return true }
            if test.admits(node: neighbour) {
              words[word] |= own &<< shift
              nodes[found] = neighbour
              found &+= 1
            }
          }
          entry &+= 1
        }
      }
    }
    side.level = level.upperBound..<found
    side.cost = adjacency.cost(nodes, side.level)
    return false
  }
}
