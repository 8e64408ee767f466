// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// A forest over the nodes in which two nodes have one root when they are connected. A parent is
/// never a greater number than its child, so a root is the first node of its tree.
struct SampledForest {
  /// How many edges of each node are joined before the rest are looked at.
  private static let sampledRounds = 2
  private static let sampleCount = 1024

  private let graph: WalkableGraph
  private var parents: [UInt32]

  init(_ graph: WalkableGraph) {
    self.graph = graph
    parents = Array(0..<UInt32(graph.nodeCount))
  }

  mutating func join(meter: inout BudgetMeter) throws(TraversalError) {
    let count = graph.nodeCount
    if count == 0 { return }
    try meter.charge(2 * count)
    let graph = graph
    let frequent = parents.withUnsafeMutableBufferPointer { parents -> UInt32 in
      guard let parents = parents.baseAddress else { return 0 }
      let offsets = graph.offsets.base
      let neighbours = graph.neighbours.base
      for round in 0..<Self.sampledRounds {
        for node in 0..<count {
          let entry = Int(offsets[node]) &+ round
          if entry < Int(offsets[node &+ 1]) { Self.link(parents, UInt32(node), neighbours[entry]) }
        }
      }
      for node in 0..<count { parents[node] = Self.root(parents, UInt32(node)) }
      return Self.frequentRoot(parents, count)
    }
    var node = 0
    while node < count {
      // In stretches, so that the budget is asked now and then.
      let end = min(count, node + 4096)
      let stretch = node..<end
      let edges = parents.withUnsafeMutableBufferPointer { parents -> Int in
        guard let parents = parents.baseAddress else { return 0 }
        // The tree may have got another root since.
        return Self.joinRest(graph, parents, stretch, except: Self.root(parents, frequent))
      }
      try meter.charge(edges)
      node = end
    }
  }

  /// Joins the edges that were not sampled, of nodes outside one tree; a node within that has such
  /// an edge to one outside is met from there. Returns how many edges were looked at.
  private static func joinRest(
    _ graph: WalkableGraph, _ parents: UnsafeMutablePointer<UInt32>, _ nodes: Range<Int>,
    except tree: UInt32
  ) -> Int {
    let offsets = graph.offsets.base
    let neighbours = graph.neighbours.base
    var edges = 0
    for node in nodes where root(parents, UInt32(node)) != tree {
      var entry = Int(offsets[node]) &+ sampledRounds
      let end = Int(offsets[node &+ 1])
      edges &+= max(0, end &- entry)
      while entry < end {
        link(parents, UInt32(node), neighbours[entry])
        entry &+= 1
      }
    }
    return edges
  }

  @inline(__always)
  private static func root(_ parents: UnsafeMutablePointer<UInt32>, _ node: UInt32) -> UInt32 {
    var node = node
    while parents[Int(node)] != node {
      parents[Int(node)] = parents[Int(parents[Int(node)])]
      node = parents[Int(node)]
    }
    return node
  }

  @inline(__always)
  private static func link(
    _ parents: UnsafeMutablePointer<UInt32>, _ left: UInt32, _ right: UInt32
  ) {
    let left = root(parents, left)
    let right = root(parents, right)
    if left < right { parents[Int(right)] = left } else { parents[Int(left)] = right }
  }

  /// The root that most of some nodes have, spread evenly; of several the first.
  private static func frequentRoot(_ parents: UnsafeMutablePointer<UInt32>, _ count: Int) -> UInt32
  {
    let step = max(1, count / sampleCount)
    var counts: [UInt32: Int] = [:]
    for node in stride(from: 0, to: count, by: step) { counts[parents[node], default: 0] += 1 }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
  }

  /// Each node's tree, numbered by first node, and how many nodes each has.
  mutating func numbered() -> (numbers: [UInt32], sizes: [Int]) {
    var sizes: [Int] = []
    for node in parents.indices {
      // The parent of a node comes before it, so its place holds the number of its tree by now.
      let parent = Int(parents[node])
      let number = parent == node ? UInt32(sizes.count) : parents[parent]
      if parent == node { sizes.append(0) }
      parents[node] = number
      sizes[Int(number)] += 1
    }
    return (parents, sizes)
  }
}
