// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// A network whose nodes stand for groups of nodes: links with the number of edges they stand for.
/// Whole numbers, so that nothing is lost by adding.
struct WeightedNetwork {
  let nodeCount: Int

  /// Where the links of each node begin.
  let offsets: [Int]
  let neighbours: [UInt32]
  let weights: [Int]

  /// The sum of the degrees of the nodes that each stands for.
  let degrees: [Int]

  /// The number of edges within what each node stands for, each twice.
  let inner: [Int]

  /// Twice the number of edges.
  let total: Int

  /// One node for each.
  init(_ graph: WalkableGraph, meter: inout BudgetMeter) throws(TraversalError) {
    let groups = Array(0..<UInt32(graph.nodeCount))
    try meter.charge(graph.entryCount)
    self.init(groups: groups, groupCount: groups.count) { node, add in
      for entry in graph.entries(of: node) { add(graph.neighbours.base[entry], 1) }
    }
  }

  /// One node for each group of nodes of another network.
  init(
    merging network: WeightedNetwork, groups: [UInt32], groupCount: Int, meter: inout BudgetMeter
  ) throws(TraversalError) {
    try meter.charge(network.neighbours.count + network.nodeCount)
    self.init(groups: groups, groupCount: groupCount) { node, add in
      add(node, network.inner[Int(node)])
      for link in network.offsets[Int(node)]..<network.offsets[Int(node) + 1] {
        add(network.neighbours[link], network.weights[link])
      }
    }
  }

  private init(
    groups: [UInt32], groupCount: Int,
    forEachLink: (UInt32, (UInt32, Int) -> Void) -> Void
  ) {
    var members = [[UInt32]](repeating: [], count: groupCount)
    for (node, group) in groups.enumerated() { members[Int(group)].append(UInt32(node)) }
    var offsets = [0]
    var neighbours: [UInt32] = []
    var weights: [Int] = []
    var degrees = [Int](repeating: 0, count: groupCount)
    var inner = degrees
    var sums = degrees
    var met: [UInt32] = []
    for group in 0..<groupCount {
      for node in members[group] {
        forEachLink(node) { neighbour, weight in
          let other = groups[Int(neighbour)]
          degrees[group] += weight
          if Int(other) == group {
            inner[group] += weight
          } else if weight > 0 {
            if sums[Int(other)] == 0 { met.append(other) }
            sums[Int(other)] += weight
          }
        }
      }
      met.sort()
      for other in met {
        neighbours.append(other)
        weights.append(sums[Int(other)])
        sums[Int(other)] = 0
      }
      met.removeAll(keepingCapacity: true)
      offsets.append(neighbours.count)
    }
    nodeCount = groupCount
    self.offsets = offsets
    self.neighbours = neighbours
    self.weights = weights
    self.degrees = degrees
    self.inner = inner
    total = degrees.reduce(0, +)
  }

  /// The modularity of groups of the nodes.
  func modularity(of groups: [UInt32], resolution: Double) -> Double {
    if total == 0 { return 0 }
    var within = [Int](repeating: 0, count: nodeCount)
    var degreeSums = within
    for node in 0..<nodeCount {
      let group = groups[node]
      within[Int(group)] += inner[node]
      degreeSums[Int(group)] += degrees[node]
      for link in offsets[node]..<offsets[node + 1]
      where groups[Int(neighbours[link])] == group {
        within[Int(group)] += weights[link]
      }
    }
    let whole = Double(total)
    var sum = 0.0
    for group in 0..<nodeCount {
      let share = Double(degreeSums[group]) / whole
      sum += Double(within[group]) / whole - resolution * share * share
    }
    return sum
  }
}
