// SPDX-License-Identifier: Apache-2.0

/// The edges of one type in one direction, by the node at their near end: compressed sparse rows.
///
/// Node `n` has the entries `offsets[n - firstNode] ..< offsets[n - firstNode + 1]`. The offsets
/// cover only the nodes from the first to the last that has such an edge, which for a type whose
/// ends are of one node type is that type's range.
public struct EdgeAdjacency: Sendable {
  /// The first node with an entry.
  public let firstNode: UInt32
  public let offsets: FrozenArray<UInt32>

  /// The node at the far end of each entry; ascending for one near node.
  public let neighbours: FrozenArray<UInt32>

  /// The edge of each entry, or nil where entry `i` is the type's edge `i`.
  public let edges: FrozenArray<UInt32>?

  package init(
    firstNode: UInt32, offsets: FrozenArray<UInt32>, neighbours: FrozenArray<UInt32>,
    edges: FrozenArray<UInt32>?
  ) {
    self.firstNode = firstNode
    self.offsets = offsets
    self.neighbours = neighbours
    self.edges = edges
  }

  /// The entries of a node.
  @inlinable
  public func entries(of node: UInt32) -> Range<Int> {
    let row = Int(node) - Int(firstNode)
    guard row >= 0, row < offsets.count - 1 else { return 0..<0 }
    return Int(offsets.base[row])..<Int(offsets.base[row + 1])
  }

  /// The edge of an entry, where the edges are listed; the entry itself where they are not.
  func edge(at entry: Int) -> UInt32 {
    guard let edges else { return UInt32(entry) }
    return edges[entry]
  }

  /// Memory in bytes, without arrays that it shares with its opposite.
  public var byteCount: Int { offsets.byteCount + neighbours.byteCount + (edges?.byteCount ?? 0) }

  /// Where the entries of each node begin, from the first to the last of `ends`.
  static func offsets(over ends: [UInt32]) -> (first: UInt32, offsets: [UInt32]) {
    ends.withUnsafeBufferPointer { offsets(over: $0) }
  }

  /// Where the entries of each node begin, from the first to the last of `ends`.
  /// Complexity: linear in the number of ends plus the span of their values.
  static func offsets(
    over ends: UnsafeBufferPointer<UInt32>
  ) -> (first: UInt32, offsets: [UInt32]) {
    guard var least = ends.first else { return (0, [0]) }
    var greatest = least
    for end in ends {
      least = Swift.min(least, end)
      greatest = Swift.max(greatest, end)
    }
    var offsets = [UInt32](repeating: 0, count: Int(greatest - least) + 2)
    offsets.withUnsafeMutableBufferPointer { offsets in
      for end in ends { offsets[Int(end &- least) + 1] &+= 1 }
      for row in 1..<offsets.count { offsets[row] &+= offsets[row - 1] }
    }
    return (least, offsets)
  }
}
