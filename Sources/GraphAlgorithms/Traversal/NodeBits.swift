// SPDX-License-Identifier: Apache-2.0

/// One bit for each node: which nodes a search has seen. A million nodes take an eighth of a
/// megabyte, which stays in the cache.
///
/// The bits belong to a ``SearchMemory``, which must outlive them. A search hands them around
/// freely, so they are counted by nobody.
struct NodeBits {
  let words: UnsafeMutablePointer<UInt64>
  private let wordCount: Int

  init(_ words: UnsafeMutablePointer<UInt64>, wordCount: Int) {
    self.words = words
    self.wordCount = wordCount
  }

  static func wordCount(nodeCount: Int) -> Int { (nodeCount + 63) / 64 }

  @inline(__always)
  func insert(_ node: UInt32) { words[Int(node >> 6)] |= 1 &<< UInt64(node) }

  @inline(__always)
  func remove(_ node: UInt32) { words[Int(node >> 6)] &= ~(1 &<< UInt64(node)) }

  /// Forgets the nodes of a queue, which are all that were seen.
  func forget(_ nodes: UnsafeMutablePointer<UInt32>, count: Int) {
    // Clearing everything in one go is faster than so many words one by one.
    if count > wordCount / 4 {
      words.update(repeating: 0, count: wordCount)
    } else {
      // Four at a time, as counting the places would cost as much as clearing.
      let whole = count & ~3
      var place = 0
      while place < whole {
        words[Int(nodes[place] >> 6)] = 0
        words[Int(nodes[place &+ 1] >> 6)] = 0
        words[Int(nodes[place &+ 2] >> 6)] = 0
        words[Int(nodes[place &+ 3] >> 6)] = 0
        place &+= 4
      }
      while place < count {
        words[Int(nodes[place] >> 6)] = 0
        place &+= 1
      }
    }
  }
}
