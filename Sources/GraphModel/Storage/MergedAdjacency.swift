// SPDX-License-Identifier: Apache-2.0

/// The edges of all types in both directions, by node: what a search over mixed types walks.
///
/// An entry is a neighbour and a reference to the edge, whose lowest bit says whether the edge is
/// walked against its direction. The entries of a node are in order of edge type, outgoing before
/// incoming, then of neighbour, then of edge. A loop has two entries.
public struct MergedAdjacency: Sendable {
  public let offsets: FrozenArray<UInt32>
  public let neighbours: FrozenArray<UInt32>

  /// `edge << 1 | isReversed`.
  public let references: FrozenArray<UInt32>

  /// Arrays that are known to agree with each other.
  init(
    offsets: FrozenArray<UInt32>, neighbours: FrozenArray<UInt32>, references: FrozenArray<UInt32>
  ) {
    self.offsets = offsets
    self.neighbours = neighbours
    self.references = references
  }

  /// Complexity: linear in the number of nodes and edges.
  init(edgeTypes: [EdgeTypeStorage], nodeCount: Int) {
    var starts = [UInt32](repeating: 0, count: nodeCount + 1)
    for type in edgeTypes {
      for adjacency in [type.outgoing, type.incoming] {
        for row in 0..<(adjacency.offsets.count - 1) {
          starts[Int(adjacency.firstNode) + row + 1] &+=
            adjacency.offsets.base[row + 1] &- adjacency.offsets.base[row]
        }
      }
    }
    for node in 0..<nodeCount { starts[node + 1] &+= starts[node] }
    let total = Int(starts[nodeCount])
    var references: FrozenArray<UInt32>?
    neighbours = FrozenArray(count: total) { neighbours in
      references = FrozenArray(count: total) { references in
        var next = starts
        for type in edgeTypes {
          Self.fill(neighbours, references, from: type.outgoing, type.firstEdge, &next)
          Self.fill(neighbours, references, from: type.incoming, type.firstEdge, &next)
        }
      }
    }
    self.references = references ?? FrozenArray([])
    offsets = FrozenArray(starts)
  }

  /// Adds the entries of one direction behind those that each node has.
  private static func fill(
    _ neighbours: UnsafeMutableBufferPointer<UInt32>,
    _ references: UnsafeMutableBufferPointer<UInt32>, from adjacency: EdgeAdjacency,
    _ firstEdge: UInt32, _ next: inout [UInt32]
  ) {
    for row in 0..<(adjacency.offsets.count - 1) {
      let node = Int(adjacency.firstNode) + row
      var place = Int(next[node])
      for entry in Int(adjacency.offsets.base[row])..<Int(adjacency.offsets.base[row + 1]) {
        neighbours[place] = adjacency.neighbours.base[entry]
        references[place] =
          adjacency.edges.map { $0.base[entry] << 1 | 1 }
          ?? (firstEdge &+ UInt32(truncatingIfNeeded: entry)) << 1
        place += 1
      }
      next[node] = UInt32(truncatingIfNeeded: place)
    }
  }

  /// The entries of a node.
  @inlinable
  public func entries(of node: UInt32) -> Range<Int> {
    Int(offsets.base[Int(node)])..<Int(offsets.base[Int(node) + 1])
  }

  /// Memory in bytes.
  public var byteCount: Int { offsets.byteCount + neighbours.byteCount + references.byteCount }
}
