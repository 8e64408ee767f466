// SPDX-License-Identifier: Apache-2.0

import GraphModel
import Synchronization

/// The entries of each node in order of weight, so that a search can leave the heavy ones of a hub
/// until it has come that far.
///
/// The entries of a node are put in order when a search first comes to it: a question about one
/// corner of a large graph pays for the corner. Any number of threads may ask at once.
///
/// Complexity: O(d log d) for each node with d edges, once.
///
/// Unchecked: entries are written under the lock, before the bit of their node is set, and read
/// after that only.
final class CostOrder: @unchecked Sendable {
  /// `weight << 32 | neighbour`, at each node that has been opened ascending by weight, then by
  /// entry.
  let steps: UnsafePointer<UInt64>

  /// The entries that they are.
  let entries: UnsafePointer<UInt32>

  private let prices: EdgePrices
  private let unit: UInt64
  private let adjacency: Adjacency

  private let stepMemory: ZeroedMemory
  private let entryMemory: ZeroedMemory

  /// One bit for each node, set when its entries are in order.
  private let opened: UnsafeMutablePointer<Atomic<UInt64>>
  private let wordCount: Int
  private let lock = Mutex<Void>(())

  /// - Parameter unit: what weights are divided by; none may then need more than 32 bits.
  init(prices: EdgePrices, unit: UInt64, view: TraversalView) {
    self.prices = prices
    self.unit = unit
    adjacency = view.adjacency
    let count = 2 * view.edgeCount
    stepMemory = ZeroedMemory(count: 2 * count)
    entryMemory = ZeroedMemory(count: count)
    steps = UnsafePointer(
      UnsafeMutableRawPointer(stepMemory.base).bindMemory(
        to: UInt64.self, capacity: max(count, 1)))
    entries = UnsafePointer(entryMemory.base)
    wordCount = (view.nodeCount + 63) / 64
    opened = .allocate(capacity: max(wordCount, 1))
    for word in 0..<wordCount { (opened + word).initialize(to: Atomic(0)) }
  }

  deinit {
    opened.deinitialize(count: wordCount)
    opened.deallocate()
  }

  /// The places of a node's entries, in order.
  @inline(__always)
  func entries(of node: UInt32) -> Range<Int> {
    open(node)
    return adjacency.entries(of: node)
  }

  /// Sees to it that the entries of a node are in order.
  @inline(__always)
  func open(_ node: UInt32) {
    let word = opened[Int(node >> 6)].load(ordering: .acquiring)
    if word &>> UInt64(node & 63) & 1 == 0 { sort(node) }
  }

  /// Puts the entries of all nodes in order, with a few threads.
  func openAll(threads: Int) {
    lock.withLock { _ in
      let share = (wordCount + threads - 1) / threads
      WorkerThreads.run(threads) { thread in
        for word in min(thread * share, wordCount)..<min((thread + 1) * share, wordCount) {
          let known = opened[word].load(ordering: .relaxed)
          let last = min(64 * word + 64, adjacency.offsets.count - 1)
          for node in (64 * word)..<last where known >> UInt64(node & 63) & 1 == 0 {
            sortEntries(of: UInt32(node))
          }
          opened[word].store(.max, ordering: .releasing)
        }
      }
    }
  }

  @inline(never)
  private func sort(_ node: UInt32) {
    lock.withLock { _ in
      let bit = UInt64(1) << UInt64(node & 63)
      // Another thread may have been here before.
      guard opened[Int(node >> 6)].load(ordering: .relaxed) & bit == 0 else { return }
      sortEntries(of: node)
      opened[Int(node >> 6)].bitwiseOr(bit, ordering: .releasing)
    }
  }

  private func sortEntries(of node: UInt32) {
    let own = adjacency.entries(of: node)
    if own.isEmpty { return }
    let steps = UnsafeMutablePointer(mutating: steps)
    let entries = entryMemory.base
    var greatest: UInt64 = 0
    prices.forEachWeight(of: node, adjacency, unit: unit) { entry, weight in
      steps[entry] = weight << 32 | UInt64(entry)
      greatest = max(greatest, weight)
    }
    Self.sort(UnsafeMutableBufferPointer(start: steps + own.lowerBound, count: own.count), greatest)
    for place in own {
      let entry = UInt32(truncatingIfNeeded: steps[place])
      entries[place] = entry
      steps[place] =
        (steps[place] >> 32) << 32 | UInt64(adjacency.neighbours.base[Int(entry)])
    }
  }

  /// Sorts a few numbers by insertion; many by distribution, over the bytes of their upper halves,
  /// as their lower halves ascend.
  private static func sort(_ numbers: UnsafeMutableBufferPointer<UInt64>, _ greatest: UInt64) {
    if numbers.count > 48 {
      withUnsafeTemporaryAllocation(of: UInt64.self, capacity: numbers.count) { other in
        var shift: UInt64 = 32
        while shift < 64, greatest >> (shift - 32) > 0 {
          distribute(numbers, into: other, shift: shift)
          _ = numbers.update(from: other)
          shift += 8
        }
      }
      return
    }
    var sorted = 1
    while sorted < numbers.count {
      let number = numbers[sorted]
      var place = sorted
      while place > 0, numbers[place - 1] > number {
        numbers[place] = numbers[place - 1]
        place -= 1
      }
      numbers[place] = number
      sorted += 1
    }
  }

  /// Copies numbers in order of one byte, those that have it in common in the order that they have.
  private static func distribute(
    _ numbers: UnsafeMutableBufferPointer<UInt64>,
    into other: UnsafeMutableBufferPointer<UInt64>, shift: UInt64
  ) {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 257) { starts in
      starts.initialize(repeating: 0)
      for number in numbers { starts[Int(truncatingIfNeeded: number >> shift & 255) + 1] += 1 }
      for byte in 1...256 { starts[byte] += starts[byte - 1] }
      for number in numbers {
        let byte = Int(truncatingIfNeeded: number >> shift & 255)
        other[starts[byte]] = number
        starts[byte] += 1
      }
    }
  }
}
