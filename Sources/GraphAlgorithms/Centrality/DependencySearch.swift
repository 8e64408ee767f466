// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// Counts the shortest paths from one source, then goes back over them and shares them out among
/// the nodes they pass (Brandes).
struct DependencySearch {
  /// Above this, the numbers of paths of a level are scaled down.
  private static let countLimit = 0x1p500

  private let graph: WalkableGraph
  private var levels: [Int32]
  private var pathCounts: [Double]
  private var dependencies: [Double]
  private var order: [UInt32] = []

  /// Where each level begins in the order, and by what its numbers of paths were multiplied.
  private var levelStarts: [Int] = []
  private var scales: [Double] = []

  init(_ graph: WalkableGraph) {
    self.graph = graph
    levels = [Int32](repeating: -1, count: graph.nodeCount)
    pathCounts = [Double](repeating: 0, count: graph.nodeCount)
    dependencies = pathCounts
  }

  /// Adds the dependencies of a source on all other nodes.
  mutating func add(
    from source: UInt32, to sums: inout [Double], meter: inout BudgetMeter
  ) throws(TraversalError) {
    try findLevels(from: source, meter: &meter)
    for level in stride(from: levelStarts.count - 2, to: 0, by: -1) {
      let scale = level + 1 < scales.count ? scales[level + 1] : 1
      for place in levelStarts[level]..<levelStarts[level + 1] {
        let node = order[place]
        let entries = graph.entries(of: node)
        try meter.charge(entries.count)
        var dependency = 0.0
        for entry in entries {
          let next = Int(graph.neighbours.base[entry])
          if levels[next] == Int32(level + 1) { dependency += dependencies[next] }
        }
        dependency *= pathCounts[Int(node)] * scale
        sums[Int(node)] += dependency
        // What a node of the level before needs: its own share of this, per path.
        dependencies[Int(node)] = (1 + dependency) / pathCounts[Int(node)]
      }
    }
    for node in order {
      levels[Int(node)] = -1
      pathCounts[Int(node)] = 0
    }
  }

  private mutating func findLevels(
    from source: UInt32, meter: inout BudgetMeter
  ) throws(TraversalError) {
    order.removeAll(keepingCapacity: true)
    levelStarts.removeAll(keepingCapacity: true)
    scales.removeAll(keepingCapacity: true)
    order.append(source)
    levels[Int(source)] = 0
    pathCounts[Int(source)] = 1
    var first = 0
    while first < order.count {
      let end = order.count
      let level = Int32(levelStarts.count)
      levelStarts.append(first)
      scales.append(scaleDown(first..<end))
      for place in first..<end {
        let node = order[place]
        let count = pathCounts[Int(node)]
        let entries = graph.entries(of: node)
        try meter.charge(entries.count + 1)
        for entry in entries {
          let next = graph.neighbours.base[entry]
          if levels[Int(next)] < 0 {
            levels[Int(next)] = level + 1
            order.append(next)
          }
          if levels[Int(next)] == level + 1 { pathCounts[Int(next)] += count }
        }
      }
      first = end
    }
    levelStarts.append(order.count)
  }

  /// Makes the numbers of paths of a level small enough that those of the next do not overflow: a
  /// node has fewer than 2^33 edges. Returns by what they were multiplied, a power of two.
  private mutating func scaleDown(_ places: Range<Int>) -> Double {
    var greatest = 0.0
    for place in places { greatest = max(greatest, pathCounts[Int(order[place])]) }
    guard greatest > Self.countLimit else { return 1 }
    let scale = 1 / Self.countLimit
    for place in places {
      let node = Int(order[place])
      pathCounts[node] = max(pathCounts[node] * scale, .leastNormalMagnitude)
    }
    return scale
  }
}
