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
      for row in 0..<type.count {
        starts[Int(type.sources[row]) + 1] &+= 1
        starts[Int(type.outgoing.neighbours[row]) + 1] &+= 1
      }
    }
    for row in 1..<max(1, starts.count) { starts[row] &+= starts[row - 1] }
    let total = Int(starts[nodeCount])
    let neighbours = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: total)
    defer { neighbours.deallocate() }
    references = FrozenArray(count: total) { references in
      var next = starts
      for type in edgeTypes {
        for adjacency in [type.outgoing, type.incoming] {
          let reversed: UInt32 = adjacency.edges == nil ? 0 : 1
          for row in 0..<max(0, adjacency.offsets.count - 1) {
            let node = Int(adjacency.firstNode) + row
            for entry in Int(adjacency.offsets[row])..<Int(adjacency.offsets[row + 1]) {
              let edge = adjacency.edges.map { $0[entry] } ?? type.firstEdge &+ UInt32(entry)
              let place = Int(next[node])
              next[node] &+= 1
              neighbours[place] = adjacency.neighbours[entry]
              references[place] = edge << 1 | reversed
            }
          }
        }
      }
    }
    self.neighbours = FrozenArray(count: total) { memory in
      _ = memory.initialize(from: neighbours)
    }
    offsets = FrozenArray(starts)
  }

  /// The entries of a node.
  @inlinable
  public func entries(of node: UInt32) -> Range<Int> {
    Int(offsets.base[Int(node)])..<Int(offsets.base[Int(node) + 1])
  }

  /// Memory in bytes.
  public var byteCount: Int { offsets.byteCount + neighbours.byteCount + references.byteCount }
}
