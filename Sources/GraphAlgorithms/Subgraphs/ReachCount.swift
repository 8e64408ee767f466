// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// Counts the nodes within some steps of a node, level by level.
///
/// Two bits a node say whether it was seen. The nodes of the last level are counted and not kept.
///
/// Complexity: O(edges at the nodes nearer than the depth).
struct ReachCount<Test: StepTest> {
  private let adjacency: AdjacencyPointers
  private let test: Test
  private let memory: SearchMemory
  private let nodeCount: Int

  /// The view and the memory must outlive it.
  init(_ view: TraversalView, test: Test, memory: SearchMemory) {
    adjacency = AdjacencyPointers(view)
    self.test = test
    self.memory = memory
    nodeCount = view.nodeCount
  }

  /// The number of nodes, the start left out.
  func count(
    from start: UInt32, depth: Int, meter: inout BudgetMeter
  ) throws(TraversalError) -> Int {
    let seen = memory.reached
    let nodes = memory.forwardNodes
    nodes[0] = start
    seen.words[Int(start >> 5)] |= 1 &<< (start & 31)
    var level = 0..<1
    defer { seen.forget(nodes, count: level.upperBound) }
    var reached = 0
    while reached < depth, !level.isEmpty, level.upperBound < nodeCount {
      reached += 1
      var found = level.upperBound
      defer { level = level.upperBound..<found }
      try expand(level, found: &found, seen.words, meter: &meter)
    }
    return level.upperBound - 1
  }

  private func expand(
    _ level: Range<Int>, found: inout Int, _ words: UnsafeMutablePointer<UInt32>,
    meter: inout BudgetMeter
  ) throws(TraversalError) {
    let adjacency = adjacency
    let neighbours = adjacency.neighbours
    let references = adjacency.references
    let nodes = memory.forwardNodes
    let test = test
    var next = found
    defer { found = next }
    for place in level {
      adjacency.prefetch(nodes, place, level.upperBound)
      let node = Int(nodes[place])
      let last = Int(adjacency.offsets[node &+ 1])
      var unseen = Int(adjacency.offsets[node])
      try meter.charge(1)
      while unseen < last {
        let run = test.run(of: unseen..<last, in: references)
        try meter.charge(run.count)
        for entry in run {
          let neighbour = neighbours[entry]
          let word = Int(neighbour >> 5)
          let bit: UInt32 = 1 &<< (neighbour & 31)
          let before = words[word]
          if Test.self == EveryStep.self {
            // Without a branch: whether a node is new cannot be foretold.
            words[word] = before | bit
            nodes[next] = neighbour
            next &+= before & bit == 0 ? 1 : 0
          } else if before & bit == 0, test.admits(references[entry]), test.admits(node: neighbour)
          {
            words[word] = before | bit
            nodes[next] = neighbour
            next &+= 1
          }
        }
        unseen = run.upperBound
      }
    }
  }
}
