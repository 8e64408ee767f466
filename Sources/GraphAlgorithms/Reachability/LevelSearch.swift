// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// One breadth-first search that turns round where that is cheaper.
struct LevelSearch {
  /// Nodes look back when more than one in so many of the edges not yet seen lie ahead (alpha),
  /// and ahead again when fewer than one in so many of the nodes are in a level (beta).
  private static let edgeShare = 15
  private static let nodeShare = 18

  /// Words of 64 nodes that a thread takes at once.
  private static let blockSize = 256

  let ahead: WalkableGraph
  let behind: WalkableGraph
  let memory: HopMemory
  let levels: UnsafeMutablePointer<Int32>
  let threadCount: Int

  private var counts: [Int] = []
  private var level: Int32 = 0

  init(
    ahead: WalkableGraph, behind: WalkableGraph, memory: HopMemory,
    levels: UnsafeMutablePointer<Int32>, threadCount: Int
  ) {
    self.ahead = ahead
    self.behind = behind
    self.memory = memory
    self.levels = levels
    self.threadCount = threadCount
  }

  /// How many nodes each level has.
  mutating func run(
    from start: UInt32, meter: inout BudgetMeter
  ) throws(TraversalError) -> [Int] {
    memory.reached.update(repeating: 0, count: memory.wordCount)
    levels[Int(start)] = 0
    memory.reached[Int(start >> 6)] |= 1 << UInt64(start & 63)
    memory.queue[0] = start
    counts = [1]
    var count = 1
    var edgesAhead = ahead.entries(of: start).count
    var edgesLeft = ahead.entryCount
    while count > 0 {
      level += 1
      if edgesAhead > edgesLeft / Self.edgeShare {
        count = try lookBack(count, meter: &meter)
        edgesAhead = 1
      } else {
        try meter.charge(edgesAhead + count)
        edgesLeft = max(0, edgesLeft - edgesAhead)
        (count, edgesAhead) = lookAhead(count)
        if count > 0 { counts.append(count) }
      }
    }
    return counts
  }

  /// From each node of the level to those not reached yet. Returns how many these are, and their
  /// edges.
  private func lookAhead(_ count: Int) -> (count: Int, edges: Int) {
    let offsets = ahead.offsets.base
    let neighbours = ahead.neighbours.base
    let (levels, level, reached) = (levels, level, memory.reached)
    let (queue, nextQueue) = (memory.queue, memory.nextQueue)
    var nextCount = 0
    var edges = 0
    for place in 0..<count {
      let node = Int(queue[place])
      var entry = Int(offsets[node])
      let end = Int(offsets[node &+ 1])
      while entry < end {
        let neighbour = neighbours[entry]
        entry &+= 1
        let bit: UInt64 = 1 &<< UInt64(neighbour & 63)
        let word = Int(neighbour >> 6)
        if reached[word] & bit != 0 { continue }
        reached[word] |= bit
        levels[Int(neighbour)] = level
        nextQueue[nextCount] = neighbour
        nextCount &+= 1
        edges &+= Int(offsets[Int(neighbour) &+ 1] &- offsets[Int(neighbour)])
      }
    }
    memory.queue = nextQueue
    memory.nextQueue = queue
    return (nextCount, edges)
  }

  /// Several levels in which each node not reached yet looks for one of the level before. Returns
  /// how many nodes the last one has, which are queued.
  private mutating func lookBack(
    _ count: Int, meter: inout BudgetMeter
  ) throws(TraversalError) -> Int {
    memory.frontier.update(repeating: 0, count: memory.wordCount)
    for place in 0..<count {
      let node = memory.queue[place]
      memory.frontier[Int(node >> 6)] |= 1 << UInt64(node & 63)
    }
    var count = count
    while true {
      try meter.charge(ahead.nodeCount)
      let before = count
      count = backStep()
      swap(&memory.frontier, &memory.next)
      if count > 0 { counts.append(count) }
      if count == 0 || (count < before && count <= ahead.nodeCount / Self.nodeShare) { break }
      level += 1
    }
    var queued = 0
    for word in 0..<memory.wordCount {
      var bits = memory.frontier[word]
      while bits != 0 {
        memory.queue[queued] = UInt32(word &* 64 &+ bits.trailingZeroBitCount)
        queued &+= 1
        bits &= bits &- 1
      }
    }
    return queued
  }

  /// One level; returns how many nodes it has.
  private func backStep() -> Int {
    let blockCount = (memory.wordCount + Self.blockSize - 1) / Self.blockSize
    let found = [Int](unsafeUninitializedCapacity: blockCount) { found, initialised in
      guard let found = found.baseAddress else { return }
      let counter = BlockCounter(count: blockCount)
      WorkerThreads.run(min(threadCount, blockCount)) { _ in
        while let block = counter.take() {
          (found + block).initialize(to: backStep(block: block))
        }
      }
      initialised = blockCount
    }
    return found.reduce(0, +)
  }

  private func backStep(block: Int) -> Int {
    let offsets = behind.offsets.base
    let neighbours = behind.neighbours.base
    let (levels, level, reached) = (levels, level, memory.reached)
    let (frontier, next) = (UnsafePointer(memory.frontier), memory.next)
    let nodeCount = behind.nodeCount
    let first = block * Self.blockSize
    var count = 0
    for word in first..<min(first + Self.blockSize, memory.wordCount) {
      var left = ~reached[word]
      if word == nodeCount >> 6 { left &= (1 &<< UInt64(nodeCount & 63)) &- 1 }
      var found: UInt64 = 0
      while left != 0 {
        let bit = left & (0 &- left)
        let node = word &* 64 &+ left.trailingZeroBitCount
        left &= left &- 1
        var entry = Int(offsets[node])
        let end = Int(offsets[node &+ 1])
        while entry < end {
          let neighbour = neighbours[entry]
          entry &+= 1
          if frontier[Int(neighbour >> 6)] &>> UInt64(neighbour & 63) & 1 == 1 {
            levels[node] = level
            found |= bit
            break
          }
        }
      }
      next[word] = found
      reached[word] |= found
      count &+= found.nonzeroBitCount
    }
    return count
  }
}
