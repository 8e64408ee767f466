// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// Makes the graph of all shortest paths from the levels that two searches left when they met.
///
/// Every shortest path crosses once from the last complete level of the one search to that of the
/// other. Going back from the crossings through the levels of the first search, and on through
/// those of the second, reaches the edges of all shortest paths and no others.
///
/// Complexity: O(edges at the nodes on the paths and at the two levels).
struct LevelGraphBuilder<Test: StepTest> {
  private let view: TraversalView
  private let test: Test
  private let memory: SearchMemory
  private let meeting: BidirectionalSearch<Test>.Meeting

  /// By place in the queue from the start, whether the node is on a shortest path.
  private var isOnPath: [Bool]

  init(
    _ view: TraversalView, test: Test, memory: SearchMemory,
    meeting: BidirectionalSearch<Test>.Meeting
  ) {
    self.view = view
    self.test = test
    self.memory = memory
    self.meeting = meeting
    isOnPath = Array(repeating: false, count: meeting.forwardLevels[meeting.forwardDepth + 1])
  }

  mutating func build(meter: inout BudgetMeter) throws(TraversalError) -> LevelGraph {
    try markCrossings(meter: &meter)
    try markTowardsStart(meter: &meter)
    return try collect(meter: &meter)
  }

  private func forwardLevel(_ depth: Int) -> Range<Int> {
    meeting.forwardLevels[depth]..<meeting.forwardLevels[depth + 1]
  }

  /// The place of a node in the queue from the start, if it is in the level of this depth.
  private func forwardPlace(of node: UInt32, depth: Int) -> Int? {
    let mark = memory.marks[2 * Int(node)]
    guard mark >= memory.base, mark != SearchMemory.banned else { return nil }
    let place = Int(mark - memory.base)
    return forwardLevel(depth).contains(place) ? place : nil
  }

  private func backwardPlace(of node: UInt32, depth: Int) -> Int? {
    let mark = memory.marks[2 * Int(node) + 1]
    guard mark >= memory.base, mark != SearchMemory.banned else { return nil }
    let place = Int(mark - memory.base)
    let level = meeting.backwardLevels[depth]..<meeting.backwardLevels[depth + 1]
    return level.contains(place) ? place : nil
  }

  /// Marks the nodes of the last level from the start with an edge to the last level from the end.
  private mutating func markCrossings(meter: inout BudgetMeter) throws(TraversalError) {
    for place in forwardLevel(meeting.forwardDepth) {
      let entries = view.entries(of: memory.forwardNodes[place])
      try meter.charge(entries.count + 1)
      isOnPath[place] = entries.contains { entry in
        backwardPlace(of: view.neighbours.base[entry], depth: meeting.backwardDepth) != nil
          && test.admits(view.references.base[entry])
      }
    }
  }

  private mutating func markTowardsStart(meter: inout BudgetMeter) throws(TraversalError) {
    var depth = meeting.forwardDepth
    while depth > 0 {
      for place in forwardLevel(depth) where isOnPath[place] {
        let entries = view.entries(of: memory.forwardNodes[place])
        try meter.charge(entries.count + 1)
        for entry in entries {
          let neighbour = view.neighbours.base[entry]
          if let before = forwardPlace(of: neighbour, depth: depth - 1), !isOnPath[before],
            test.admits(view.references.base[entry] ^ 1)
          {
            isOnPath[before] = true
          }
        }
      }
      depth -= 1
    }
  }

  /// Numbers the nodes on the paths level by level, with their successors in order of entry.
  private func collect(meter: inout BudgetMeter) throws(TraversalError) -> LevelGraph {
    let unnumbered = UInt32.max
    var forwardNumbers = [UInt32](repeating: unnumbered, count: isOnPath.count)
    var backwardNumbers = [UInt32](
      repeating: unnumbered, count: meeting.backwardLevels[meeting.backwardDepth + 1])
    var graph = LevelGraph()
    var level = [memory.forwardNodes[0]]
    var numbered: UInt32 = 1
    for depth in 0..<meeting.hops {
      var next: [UInt32] = []
      for node in level {
        let entries = view.entries(of: node)
        try meter.charge(entries.count + 1)
        let before = graph.entries.count
        for entry in entries {
          let neighbour = view.neighbours.base[entry]
          var number: UInt32
          if depth < meeting.forwardDepth {
            guard let place = forwardPlace(of: neighbour, depth: depth + 1), isOnPath[place],
              test.admits(view.references.base[entry])
            else { continue }
            number = forwardNumbers[place]
            if number == unnumbered { forwardNumbers[place] = numbered }
          } else {
            guard let place = backwardPlace(of: neighbour, depth: meeting.hops - depth - 1),
              test.admits(view.references.base[entry])
            else { continue }
            number = backwardNumbers[place]
            if number == unnumbered { backwardNumbers[place] = numbered }
          }
          if number == unnumbered {
            number = numbered
            numbered += 1
            next.append(neighbour)
          }
          graph.successors.append(number)
          graph.entries.append(UInt32(entry))
        }
        graph.firstSuccessors.append(graph.successors.count)
        try meter.reserve(8 * (graph.entries.count - before) + 16)
      }
      level = next
    }
    graph.firstSuccessors.append(graph.successors.count)
    return graph
  }
}
