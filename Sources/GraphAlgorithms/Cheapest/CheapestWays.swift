// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// The edges of all cheapest paths between two nodes: those that lead from a node on such a path to
/// another just as much farther from the start as they weigh.
///
/// Unless an edge weighs nothing, every walk along them is a cheapest path.
///
/// Complexity: O(edges at the nodes on the paths).
struct CheapestWays {
  /// A step on from a node: the entry, and the node it leads to by its place in ``steps``.
  private struct Step {
    let entry: UInt32
    let node: Int
  }

  /// By node, in order of entry; the first node is the start.
  private var steps: [[Step]] = []

  /// The place of the end among the nodes.
  private var end = 0

  /// Whether some edge weighs nothing, so that walks along the edges may go to and fro.
  private(set) var hasWeightlessStep = false

  /// By node, how many edges each way on from it to the end has, ascending.
  private var lengths: [[Int]] = []

  /// Gathers the nodes on the ways through the meetings of a search that found all.
  init<Test: StepTest>(
    _ outcome: CostSearch<Test>.Outcome, from start: UInt32, to end: UInt32, weight: UInt64,
    order: CostOrder, view: TraversalView, test: Test, memory: CostSearchMemory,
    meter: inout BudgetMeter
  ) throws(TraversalError) {
    let distances = try Self.distances(
      outcome, weight: weight, order: order, view: view, test: test, memory: memory,
      meter: &meter)
    var places: [UInt32: Int] = [start: 0]
    var nodes = [start]
    var next = 0
    while next < nodes.count {
      let node = nodes[next]
      let distance = distances[node] ?? 0
      var own: [Step] = []
      var looked = 0
      for place in order.entries(of: node) {
        looked += 1
        let step = order.steps[place] >> 32
        if distance + step > weight { break }
        let neighbour = UInt32(truncatingIfNeeded: order.steps[place])
        let farther = distance + step
        guard
          memory.weight(of: neighbour, side: 0) == farther
            || memory.weight(of: neighbour, side: 1) == weight - farther,
          distances[neighbour] == farther
        else { continue }
        let entry = order.entries[place]
        guard test.admits(view.references.base[Int(entry)]) else { continue }
        if step == 0 { hasWeightlessStep = true }
        // Turning on the spot leads nowhere, and beyond the end there is nothing to look for.
        if neighbour == node || node == end { continue }
        let number = places[neighbour] ?? nodes.count
        if number == nodes.count {
          places[neighbour] = number
          nodes.append(neighbour)
        }
        own.append(Step(entry: entry, node: number))
      }
      own.sort { $0.entry < $1.entry }
      try meter.charge(looked + 1)
      try meter.reserve(16 * own.count + 64)
      steps.append(own)
      next += 1
    }
    guard let place = places[end] else { preconditionFailure("the cheapest ways miss the end") }
    self.end = place
    if !hasWeightlessStep { try measure(nodes.map { distances[$0] ?? 0 }, meter: &meter) }
  }

  /// How far from the start the nodes on cheapest ways are.
  private static func distances<Test: StepTest>(
    _ outcome: CostSearch<Test>.Outcome, weight: UInt64, order: CostOrder, view: TraversalView,
    test: Test, memory: CostSearchMemory, meter: inout BudgetMeter
  ) throws(TraversalError) -> [UInt32: UInt64] {
    var distances: [UInt32: UInt64] = [:]
    for side in 0...1 {
      // Each side's nodes are followed back along edges that its labels bear out.
      var seen: Set<UInt32> = Set(outcome.meetings)
      var open = seen.sorted()
      while let node = open.popLast() {
        guard let label = memory.weight(of: node, side: side) else { continue }
        distances[node] = side == 0 ? label : weight - label
        var looked = 0
        for place in order.entries(of: node) {
          looked += 1
          let step = order.steps[place] >> 32
          if step > label { break }
          let neighbour = UInt32(truncatingIfNeeded: order.steps[place])
          guard memory.weight(of: neighbour, side: side) == label - step,
            !seen.contains(neighbour),
            test.admits(
              view.references.base[Int(order.entries[place])] ^ UInt32(1 - side))
          else { continue }
          seen.insert(neighbour)
          open.append(neighbour)
        }
        try meter.charge(looked + 1)
      }
      try meter.reserve(32 * seen.count)
    }
    return distances
  }

  /// Works out the lengths of the ways on from each node, the farthest node first.
  private mutating func measure(
    _ distances: [UInt64], meter: inout BudgetMeter
  ) throws(TraversalError) {
    lengths = Array(repeating: [], count: steps.count)
    lengths[end] = [0]
    for node in steps.indices.sorted(by: { distances[$0] > distances[$1] }) where node != end {
      var own: Set<Int> = []
      for step in steps[node] { own.formUnion(lengths[step.node].lazy.map { $0 + 1 }) }
      lengths[node] = own.sorted()
      try meter.charge(own.count + steps[node].count)
      try meter.reserve(8 * own.count)
    }
  }

  /// The entries of the first of the cheapest paths: the first of those with fewest edges.
  func first() -> [UInt32] {
    var parents: [(node: Int, entry: UInt32)?] = Array(repeating: nil, count: steps.count)
    var queue = [0]
    var next = 0
    while parents[end] == nil, next < queue.count {
      let node = queue[next]
      next += 1
      for step in steps[node] where step.node != 0 && parents[step.node] == nil {
        parents[step.node] = (node, step.entry)
        queue.append(step.node)
      }
    }
    var path: [UInt32] = []
    var node = end
    while node != 0, let parent = parents[node] {
      path.append(parent.entry)
      node = parent.node
    }
    return path.reversed()
  }

  /// The numbers of edges that cheapest paths have, ascending.
  /// - Precondition: no edge weighs nothing.
  var hops: [Int] { lengths[0] }

  /// The cheapest paths of so many edges.
  func graph(hops: Int, meter: inout BudgetMeter) throws(TraversalError) -> LevelGraph {
    var graph = LevelGraph()
    var level = [0]
    var numbered: UInt32 = 1
    for depth in 0..<hops {
      var next: [Int] = []
      var numbers: [Int: UInt32] = [:]
      for node in level {
        for step in steps[node] where Self.contains(lengths[step.node], hops - depth - 1) {
          let number = numbers[step.node] ?? numbered
          if number == numbered {
            numbers[step.node] = number
            numbered += 1
            next.append(step.node)
          }
          graph.successors.append(number)
          graph.entries.append(step.entry)
        }
        try meter.charge(steps[node].count + 1)
        try meter.reserve(8 * steps[node].count + 16)
        graph.firstSuccessors.append(graph.successors.count)
      }
      level = next
    }
    graph.firstSuccessors.append(graph.successors.count)
    return graph
  }

  private static func contains(_ numbers: [Int], _ number: Int) -> Bool {
    var low = 0
    var high = numbers.count
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < numbers.count && numbers[low] == number
  }
}
