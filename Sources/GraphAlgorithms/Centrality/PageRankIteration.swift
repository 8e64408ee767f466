// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// The working arrays of a PageRank, and one step over them.
///
/// A node takes from each neighbour behind it the share that this hands on along each of its edges.
/// Nodes are dealt to threads in blocks; each block writes its own nodes and its own sums.
final class PageRankIteration<Scalar: BinaryFloatingPoint & BitwiseCopyable & Sendable> {
  private static var blockSize: Int { 4096 }

  let graph: WalkableGraph
  private let degrees: FrozenArray<UInt32>?
  private let damping: Scalar
  private let threadCount: Int
  private let blockCount: Int

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
    let neighbours = graph.neighbours.base
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
      var sum: Scalar = 0
      while entry < end {
        sum += handed[Int(neighbours[entry])]
        entry &+= 1
      }
      let share = base + damping * sum
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
    guard let handed = handed.baseAddress, let current = UnsafePointer(current.baseAddress) else {
      return
    }
    var held = 0.0
    for node in range(of: block) {
      let degree = degrees.map { $0[node] } ?? (offsets[node &+ 1] &- offsets[node])
      if degree == 0 {
        held += Double(current[node])
        handed[node] = 0
      } else {
        handed[node] = current[node] / Scalar(degree)
      }
    }
    deadEnds[block] = held
  }
}
