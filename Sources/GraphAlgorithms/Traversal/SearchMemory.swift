// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// The working memory of one search at a time, reused by the next: marks and two queues, as large
/// as the view has nodes.
///
/// A mark is `base` plus the place of its node in a queue. Each search begins at a greater `base`,
/// so that the marks of earlier ones count as none and nothing is cleared between searches.
///
/// Unchecked: a view hands it to one search at a time.
final class SearchMemory: @unchecked Sendable {
  /// The mark of a node that no search may enter until it is let free again.
  static let banned = UInt32.max

  let nodeCount: Int

  /// Two for each node: of the search from the start, of the search from the end. Side by side, so
  /// that looking at both costs one line of cache.
  let marks: UnsafeMutablePointer<UInt32>
  private let markMemory: ZeroedMemory

  /// The nodes that the search from the start has found, in order; the place in the queue of the
  /// node that each was found from, and the entry it was found by.
  let forwardNodes: UnsafeMutablePointer<UInt32>
  let forwardParents: UnsafeMutablePointer<UInt32>
  let forwardEntries: UnsafeMutablePointer<UInt32>

  /// The nodes that the search from the end has found, in order.
  let backwardNodes: UnsafeMutablePointer<UInt32>

  /// Where the levels of each search begin in its queue.
  let forwardLevels: UnsafeMutablePointer<UInt32>
  let backwardLevels: UnsafeMutablePointer<UInt32>

  /// What each of two searches over bits has seen. Nothing between searches.
  let forwardBits: NodeBits
  let backwardBits: NodeBits

  /// Nodes between the two searches. None between searches.
  let crossingBits: NodeBits
  private let bitMemory: ZeroedMemory

  /// Further numbers for each node, made when they are first needed. All zero between searches.
  private var furtherNumbers: [ZeroedMemory] = []

  private(set) var base: UInt32 = 1
  private var bannedNodes: [UInt32] = []

  init(nodeCount: Int) {
    self.nodeCount = nodeCount
    markMemory = ZeroedMemory(count: 2 * nodeCount)
    marks = markMemory.base
    // A search without branches writes one node past the last that it finds.
    forwardNodes = .allocate(capacity: nodeCount + 1)
    forwardParents = .allocate(capacity: nodeCount + 1)
    forwardEntries = .allocate(capacity: nodeCount + 1)
    backwardNodes = .allocate(capacity: nodeCount + 1)
    // Each level has a node; one more ends the last, one more is empty.
    forwardLevels = .allocate(capacity: nodeCount + 2)
    backwardLevels = .allocate(capacity: nodeCount + 2)
    let wordCount = NodeBits.wordCount(nodeCount: nodeCount)
    bitMemory = ZeroedMemory(count: 3 * 2 * wordCount)
    let words = UnsafeMutableRawPointer(bitMemory.base).assumingMemoryBound(to: UInt64.self)
    forwardBits = NodeBits(words, wordCount: wordCount)
    backwardBits = NodeBits(words + wordCount, wordCount: wordCount)
    crossingBits = NodeBits(words + 2 * wordCount, wordCount: wordCount)
  }

  deinit {
    forwardNodes.deallocate()
    forwardParents.deallocate()
    forwardEntries.deallocate()
    backwardNodes.deallocate()
    forwardLevels.deallocate()
    backwardLevels.deallocate()
  }

  /// Some tables of one number for each node. Whoever writes there clears it again.
  func tables(_ count: Int) -> [ZeroedMemory] {
    while furtherNumbers.count < count {
      furtherNumbers.append(ZeroedMemory(count: nodeCount))
    }
    return Array(furtherNumbers.prefix(count))
  }

  /// Ends a search that found `found` nodes at most on one side.
  func advance(past found: Int) {
    let (next, overflows) = base.addingReportingOverflow(UInt32(found) + 1)
    // A search may find every node, and the greatest number is taken.
    if overflows || next > UInt32.max - UInt32(nodeCount) - 1 {
      markMemory.clear()
      base = 1
      for node in bannedNodes { mark(node) }
    } else {
      base = next
    }
  }

  /// Keeps searches away from a node.
  func ban(_ node: UInt32) {
    bannedNodes.append(node)
    mark(node)
  }

  var hasBanned: Bool { !bannedNodes.isEmpty }

  func isBanned(_ node: UInt32) -> Bool { marks[2 * Int(node)] == Self.banned }

  /// Lets every banned node free.
  func unbanAll() {
    if bannedNodes.isEmpty { return }
    for node in bannedNodes {
      marks[2 * Int(node)] = 0
      marks[2 * Int(node) + 1] = 0
    }
    bannedNodes.removeAll(keepingCapacity: true)
  }

  private func mark(_ node: UInt32) {
    marks[2 * Int(node)] = Self.banned
    marks[2 * Int(node) + 1] = Self.banned
  }
}

/// The working memories that no search uses now.
final class SearchMemoryPool: Sendable {
  /// One of them, which a thread that searches alone takes and gives back without a lock.
  private let nearest = Atomic<Unmanaged<SearchMemory>?>(nil)

  /// The others. More than a few are kept only where as many threads searched at once.
  private let others = Mutex<[SearchMemory]>([])

  func take() -> SearchMemory? {
    if let memory = nearest.exchange(nil, ordering: .acquiring) {
      return memory.takeRetainedValue()
    }
    return others.withLock { $0.popLast() }
  }

  func giveBack(_ memory: SearchMemory) {
    let kept = Unmanaged.passRetained(memory)
    let (isPlaced, _) = nearest.compareExchange(
      expected: nil, desired: kept, ordering: .releasing)
    if isPlaced { return }
    kept.release()
    others.withLock { if $0.count < 3 { $0.append(memory) } }
  }

  deinit { nearest.exchange(nil, ordering: .acquiring)?.release() }
}
