// SPDX-License-Identifier: Apache-2.0

/// Whether the search from the other end has seen a node.
protocol MeetingTest {
  func hasSeen(_ node: UInt32) -> Bool

  /// Whether the other search may have seen a node of a run in ascending order, which is not empty.
  func mayHaveSeen(anyOfAscending run: NeighbourRun) -> Bool
}

/// There is no other search.
struct NoMeeting: MeetingTest {
  @inline(__always) func hasSeen(_ node: UInt32) -> Bool { false }

  @inline(__always) func mayHaveSeen(anyOfAscending run: NeighbourRun) -> Bool { false }
}

/// The other search has marked its nodes in these bits.
struct BitMeeting: MeetingTest {
  /// As many nodes are worth comparing one by one with the ends of a run.
  private static var few: Int { 4 }

  private let words: UnsafePointer<UInt64>

  /// The last level of the other search.
  private let level: UnsafeBufferPointer<UInt32>?

  /// - Parameter level: the last level of the other search, when it is certain that no edge to be
  ///   looked at leads to its earlier ones.
  init(_ bits: NodeBits, level: UnsafeBufferPointer<UInt32>? = nil) {
    words = UnsafePointer(bits.words)
    self.level = level
  }

  @inline(__always)
  func hasSeen(_ node: UInt32) -> Bool {
    (words[Int(node >> 6)] &>> UInt64(node)) & 1 != 0
  }

  @inline(__always)
  func mayHaveSeen(anyOfAscending run: NeighbourRun) -> Bool {
    guard let level, level.count <= Self.few else { return true }
    let (least, greatest) = (run.next.pointee, run.end[-1])
    for node in level where least <= node && node <= greatest { return true }
    return false
  }
}
