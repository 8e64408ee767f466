// SPDX-License-Identifier: Apache-2.0

/// One bit for each node: which nodes a search has seen. A million nodes take an eighth of a
/// megabyte, which stays in the cache.
final class NodeBits {
  let words: UnsafeMutablePointer<UInt64>
  private let memory: ZeroedMemory

  init(nodeCount: Int) {
    memory = ZeroedMemory(count: 2 * ((nodeCount + 63) / 64))
    words = UnsafeMutableRawPointer(memory.base).assumingMemoryBound(to: UInt64.self)
  }

  func insert(_ node: UInt32) { words[Int(node >> 6)] |= 1 &<< UInt64(node) }

  func remove(_ node: UInt32) { words[Int(node >> 6)] &= ~(1 &<< UInt64(node)) }

  /// Forgets the nodes of a queue, which are all that were seen.
  func forget(_ nodes: UnsafeMutablePointer<UInt32>, count: Int) {
    // Clearing everything in one go is faster than so many words one by one.
    if count > memory.count / 8 {
      memory.clear()
    } else {
      for place in 0..<count { words[Int(nodes[place] >> 6)] = 0 }
    }
  }
}
