// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// The working arrays of a PageRank, and one step over them.
///
/// A node takes from each neighbour behind it the share that this hands on along each of its edges.
/// Nodes are dealt to threads in blocks; each block writes its own nodes and its own sums.
///
/// In a large graph the shares handed on lie in order of degree, most first: the few nodes that
/// most edges lead from then share few lines of cache. The order of each sum stays the same.
final class PageRankIteration<Scalar: BinaryFloatingPoint & BitwiseCopyable & Sendable> {
  private static var blockSize: Int { 4096 }

  /// The number of entries from which on ordering by degree pays.
  private static var leastOrderedEntries: Int { 1 << 16 }

  let graph: WalkableGraph
  private let degrees: FrozenArray<UInt32>?
  private let damping: Scalar
  private let threadCount: Int
  private let blockCount: Int

  /// By node: the place of what it hands on; nil where that is the node's own number.
  private let places: FrozenArray<UInt32>?

  /// By entry: the place of what the neighbour hands on.
  private let entryPlaces: FrozenArray<UInt32>

  private let current: UnsafeMutableBufferPointer<Scalar>

  /// What each node hands on along each edge, in this step and for the next.
  private var handed: UnsafeMutableBufferPointer<Scalar>
  private var nextHanded: UnsafeMutableBufferPointer<Scalar>

  /// By block: how much its shares have changed, and what its dead ends hold.
  private let changes: UnsafeMutableBufferPointer<Double>
  private let deadEnds: UnsafeMutableBufferPointer<Double>
  private var deadEndShare = 0.0

  var shares: [Scalar] { Array(current) }

  init(_ graph: WalkableGraph, _ degrees: FrozenArray<UInt32>?, _ parameters: PageRank) {
    self.graph = graph
    self.degrees = degrees
    damping = Scalar(parameters.damping)
    threadCount = parameters.threadCount
    blockCount = (graph.nodeCount + Self.blockSize - 1) / Self.blockSize
    if graph.entryCount >= Self.leastOrderedEntries {
      let order = Self.placesByDegree(graph, degrees)
      places = order
      entryPlaces = Self.placesByEntry(graph, order, threadCount: parameters.threadCount)
    } else {
      places = nil
      entryPlaces = graph.neighbours
    }
    current = .allocate(capacity: graph.nodeCount)
    handed = .allocate(capacity: graph.nodeCount)
    nextHanded = .allocate(capacity: graph.nodeCount)
    changes = .allocate(capacity: blockCount)
    deadEnds = .allocate(capacity: blockCount)
    current.initialize(repeating: 1 / Scalar(max(1, graph.nodeCount)))
    nextHanded.initialize(repeating: 0)
    handed.initialize(repeating: 0)
    changes.initialize(repeating: 0)
    deadEnds.initialize(repeating: 0)
    for block in 0..<blockCount { handOn(block, to: handed) }
    deadEndShare = deadEnds.reduce(0, +)
  }

  deinit {
    current.deallocate()
    handed.deallocate()
    nextHanded.deallocate()
    changes.deallocate()
    deadEnds.deallocate()
  }

  /// Nodes by degree, the greatest first, those of equal degree in their own order; degrees above
  /// a limit count as equal. Complexity: O(nodes).
  private static func placesByDegree(
    _ graph: WalkableGraph, _ degrees: FrozenArray<UInt32>?
  ) -> FrozenArray<UInt32> {
    let limit = 1 << 16
    let count = graph.nodeCount
    func rank(_ node: Int) -> Int {
      let degree = degrees.map { Int($0.base[node]) } ?? graph.entries(of: UInt32(node)).count
      return limit - min(limit, degree)
    }
    var starts = [Int](repeating: 0, count: limit + 2)
    for node in 0..<count { starts[rank(node) + 1] += 1 }
    for degree in 0...limit { starts[degree + 1] += starts[degree] }
    return FrozenArray(count: count) { places in
      for node in 0..<count {
        let rank = rank(node)
        places[node] = UInt32(starts[rank])
        starts[rank] += 1
      }
    }
  }

  private static func placesByEntry(
    _ graph: WalkableGraph, _ places: FrozenArray<UInt32>, threadCount: Int
  ) -> FrozenArray<UInt32> {
    let stretch = 1 << 16
    let count = graph.entryCount
    let counter = BlockCounter(count: (count + stretch - 1) / stretch)
    return FrozenArray(count: count) { entryPlaces in
      guard let result = entryPlaces.baseAddress else { return }
      let neighbours = graph.neighbours.base
      let places = places.base
      WorkerThreads.run(threadCount) { _ in
        while let block = counter.take() {
          var entry = block * stretch
          let end = min(count, entry + stretch)
          while entry < end {
            result[entry] = places[Int(neighbours[entry])]
            entry &+= 1
          }
        }
      }
    }
  }

  /// One step; returns the sum of all changes.
  func step() -> Double {
    let base = (1 - Double(damping) + Double(damping) * deadEndShare) / Double(graph.nodeCount)
    let counter = BlockCounter(count: blockCount)
    WorkerThreads.run(min(threadCount, blockCount)) { _ in
      while let block = counter.take() {
        pull(block, base: Scalar(base))
        handOn(block, to: nextHanded)
      }
    }
    swap(&handed, &nextHanded)
    deadEndShare = deadEnds.reduce(0, +)
    return changes.reduce(0, +)
  }

  private func range(of block: Int) -> Range<Int> {
    let first = block * Self.blockSize
    return first..<min(first + Self.blockSize, graph.nodeCount)
  }

  @inline(__always)
  private func pull(_ block: Int, base: Scalar) {
    let offsets = graph.offsets.base
    let entryPlaces = entryPlaces.base
    let damping = damping
    guard let handed = UnsafePointer(handed.baseAddress), let current = current.baseAddress else {
      return
    }
    var change = 0.0
    let range = range(of: block)
    var node = range.lowerBound
    var entry = Int(offsets[node])
    while node < range.upperBound {
      let end = Int(offsets[node &+ 1])
      // Four sums side by side: one addition need not wait for the one before it.
      var sums: (Scalar, Scalar, Scalar, Scalar) = (0, 0, 0, 0)
      while entry &+ 4 <= end {
        sums.0 += handed[Int(entryPlaces[entry])]
        sums.1 += handed[Int(entryPlaces[entry &+ 1])]
        sums.2 += handed[Int(entryPlaces[entry &+ 2])]
        sums.3 += handed[Int(entryPlaces[entry &+ 3])]
        entry &+= 4
      }
      while entry < end {
        sums.0 += handed[Int(entryPlaces[entry])]
        entry &+= 1
      }
      let share = base + damping * ((sums.0 + sums.1) + (sums.2 + sums.3))
      change += Double(abs(share - current[node]))
      current[node] = share
      node &+= 1
    }
    changes[block] = change
  }

  @inline(__always)
  private func handOn(_ block: Int, to handed: UnsafeMutableBufferPointer<Scalar>) {
    let offsets = graph.offsets.base
    let degrees = degrees?.base
    let places = places?.base
    guard let handed = handed.baseAddress, let current = UnsafePointer(current.baseAddress) else {
      return
    }
    var held = 0.0
    for node in range(of: block) {
      let degree = degrees.map { $0[node] } ?? (offsets[node &+ 1] &- offsets[node])
      let place = places.map { Int($0[node]) } ?? node
      if degree == 0 {
        held += Double(current[node])
        handed[place] = 0
      } else {
        handed[place] = current[node] / Scalar(degree)
      }
    }
    deadEnds[block] = held
  }
}
