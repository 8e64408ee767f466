// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// The three steps of the Leiden method: nodes move to the group they fit best; each group is built
/// anew from single nodes, by merges along edges only; what was built becomes the nodes of a smaller
/// network, whose groups are the first step's.
struct LeidenSearch {
  let resolution: Double
  private var random: RepeatableRandom

  /// Gains below this, in edges, may be rounding.
  private var leastGain = 1e-9

  init(resolution: Double, seed: UInt64) {
    self.resolution = resolution
    random = RepeatableRandom(seed: seed)
  }

  /// Better groups than those given, each of them connected.
  mutating func refined(
    _ groups: [UInt32], of network: WeightedNetwork, meter: inout BudgetMeter
  ) throws(TraversalError) -> [UInt32] {
    leastGain = max(1e-9, Double(network.total) * (1 + resolution) * 1e-14)
    var network = network
    var groups = groups

    // For each node of the first network, the node of the present one that stands for it.
    var standing = Array(0..<UInt32(network.nodeCount))
    while true {
      try move(&groups, of: network, meter: &meter)
      let groupCount = Self.renumber(&groups)
      if groupCount == network.nodeCount { break }
      var parts = try split(groups, of: network, meter: &meter)
      let partCount = Self.renumber(&parts)
      // Without a single merge the parts are single nodes, which are connected at least.
      if partCount == network.nodeCount { break }
      var nextGroups = [UInt32](repeating: 0, count: partCount)
      for node in 0..<network.nodeCount { nextGroups[Int(parts[node])] = groups[node] }
      for node in standing.indices { standing[node] = parts[Int(standing[node])] }
      network = try WeightedNetwork(
        merging: network, groups: parts, groupCount: partCount, meter: &meter)
      groups = nextGroups
    }
    return standing
  }

  /// Numbers groups by their first node; returns how many there are.
  private static func renumber(_ groups: inout [UInt32]) -> Int {
    var numbers = [UInt32](repeating: .max, count: groups.count)
    var count = 0
    for node in groups.indices {
      let group = Int(groups[node])
      if numbers[group] == .max {
        numbers[group] = UInt32(count)
        count += 1
      }
      groups[node] = numbers[group]
    }
    return count
  }

  /// Moves nodes to the groups of neighbours as long as that gains something. A node is looked at
  /// again when a neighbour has left for another group.
  private mutating func move(
    _ groups: inout [UInt32], of network: WeightedNetwork, meter: inout BudgetMeter
  ) throws(TraversalError) {
    let count = network.nodeCount
    var degreeSums = [Int](repeating: 0, count: count)
    var sizes = degreeSums
    for node in 0..<count {
      degreeSums[Int(groups[node])] += network.degrees[node]
      sizes[Int(groups[node])] += 1
    }
    var empty = sizes.indices.filter { sizes[$0] == 0 }.map { UInt32($0) }
    var queue = Array(0..<UInt32(count))
    random.shuffle(&queue)
    var isWaiting = [Bool](repeating: true, count: count)
    var tally = GroupTally(count: count)
    var next = 0
    while next < queue.count {
      let node = Int(queue[next])
      next += 1
      isWaiting[node] = false
      let links = network.offsets[node]..<network.offsets[node + 1]
      try meter.charge(links.count + 1)
      let own = groups[node]
      let degree = network.degrees[node]
      tally.clear()
      for link in links {
        tally.add(network.weights[link], to: groups[Int(network.neighbours[link])])
      }
      degreeSums[Int(own)] -= degree
      var best = own
      var bestGain = gain(tally.weight(of: own), degree, degreeSums[Int(own)], network)
      for group in tally.groups where group != own {
        let gained = gain(tally.weight(of: group), degree, degreeSums[Int(group)], network)
        if gained > bestGain + leastGain { (best, bestGain) = (group, gained) }
      }
      // Alone gains nothing and costs nothing.
      if bestGain < -leastGain, sizes[Int(own)] > 1, let free = empty.last {
        best = free
        empty.removeLast()
      }
      degreeSums[Int(best)] += degree
      guard best != own else { continue }
      sizes[Int(own)] -= 1
      sizes[Int(best)] += 1
      if sizes[Int(own)] == 0 { empty.append(own) }
      groups[node] = best
      for link in links {
        let neighbour = network.neighbours[link]
        if groups[Int(neighbour)] != best, !isWaiting[Int(neighbour)] {
          isWaiting[Int(neighbour)] = true
          queue.append(neighbour)
        }
      }
      if next > count {
        queue.removeFirst(next)
        next = 0
      }
    }
  }

  /// What a node gains, in edges, by being in a group: its edges into it, less what a random network
  /// with the same degrees would have.
  private func gain(
    _ weight: Int, _ degree: Int, _ degreeSum: Int, _ network: WeightedNetwork
  ) -> Double {
    Double(weight) - resolution * Double(degree) * (Double(degreeSum) / Double(network.total))
  }

  /// Builds each group anew: its nodes begin alone; one that is still alone and well enough linked
  /// with the group joins the part that it gains most by, if that part is well enough linked too.
  private mutating func split(
    _ groups: [UInt32], of network: WeightedNetwork, meter: inout BudgetMeter
  ) throws(TraversalError) -> [UInt32] {
    let count = network.nodeCount
    var parts = Array(0..<UInt32(count))
    var partDegrees = network.degrees
    var partSizes = [Int](repeating: 1, count: count)
    var groupDegrees = [Int](repeating: 0, count: count)

    // By part: its edges to the rest of its group.
    var outer = [Int](repeating: 0, count: count)
    for node in 0..<count {
      groupDegrees[Int(groups[node])] += network.degrees[node]
      for link in network.offsets[node]..<network.offsets[node + 1]
      where groups[Int(network.neighbours[link])] == groups[node] {
        outer[node] += network.weights[link]
      }
    }
    var order = Array(0..<UInt32(count))
    random.shuffle(&order)
    var tally = GroupTally(count: count)
    for node in order.map({ Int($0) }) where partSizes[node] == 1 && parts[node] == UInt32(node) {
      let links = network.offsets[node]..<network.offsets[node + 1]
      try meter.charge(links.count + 1)
      let group = groups[node]
      let whole = groupDegrees[Int(group)]
      let degree = network.degrees[node]
      func isWellLinked(_ part: Int) -> Bool {
        gain(outer[part], partDegrees[part], whole - partDegrees[part], network)
          >= -leastGain
      }
      guard isWellLinked(node) else { continue }
      tally.clear()
      for link in links {
        let neighbour = Int(network.neighbours[link])
        if groups[neighbour] == group { tally.add(network.weights[link], to: parts[neighbour]) }
      }
      var best: Int?
      var bestGain = -leastGain
      for part in tally.groups where Int(part) != node && isWellLinked(Int(part)) {
        let gained = gain(tally.weight(of: part), degree, partDegrees[Int(part)], network)
        if best == nil ? gained >= bestGain : gained > bestGain + leastGain {
          (best, bestGain) = (Int(part), gained)
        }
      }
      guard let best else { continue }
      parts[node] = UInt32(best)
      partSizes[best] += 1
      partSizes[node] = 0
      partDegrees[best] += degree
      outer[best] += outer[node] - 2 * tally.weight(of: UInt32(best))
    }
    return parts
  }
}

/// How many edges one node has into each group; groups in the order they were met.
private struct GroupTally {
  private(set) var groups: [UInt32] = []
  private var weights: [Int]

  init(count: Int) { weights = [Int](repeating: 0, count: count) }

  mutating func add(_ weight: Int, to group: UInt32) {
    if weights[Int(group)] == 0 { groups.append(group) }
    weights[Int(group)] += weight
  }

  func weight(of group: UInt32) -> Int { weights[Int(group)] }

  mutating func clear() {
    for group in groups { weights[Int(group)] = 0 }
    groups.removeAll(keepingCapacity: true)
  }
}
