// SPDX-License-Identifier: Apache-2.0

/// One or two bits for each node: which nodes a search, or one of two searches, has seen. A million
/// nodes take an eighth or a quarter of a megabyte, which stays in the cache.
final class NodeBits {
  let words: UnsafeMutablePointer<UInt32>
  private let memory: ZeroedMemory
  private let width: UInt32

  /// - Parameter width: 1 or 2.
  init(nodeCount: Int, width: UInt32) {
    self.width = width
    memory = ZeroedMemory(count: (nodeCount * Int(width) + 31) / 32)
    words = memory.base
  }

  /// Forgets the nodes of a queue, which are all that were seen.
  func forget(_ nodes: UnsafeMutablePointer<UInt32>, count: Int) {
    if count > memory.count {
      memory.clear()
    } else {
      let shift = 6 &- width
      for place in 0..<count { words[Int(nodes[place] &>> shift)] = 0 }
    }
  }
}
