// SPDX-License-Identifier: Apache-2.0

/// The edges of all types in both directions, by node: what a search over mixed types walks.
///
/// An entry is a neighbour and a reference to the edge, whose lowest bit says whether the edge is
/// walked against its direction. The entries of a node are in order of edge type, then of neighbour,
/// then of edge, whatever their direction: comparing the entries of one node by position is comparing
/// (edge type, neighbour, edge). A loop has two entries, the outgoing one first.
public struct MergedAdjacency: Sendable {
  public let offsets: FrozenArray<UInt32>
  public let neighbours: FrozenArray<UInt32>

  /// `edge << 1 | isReversed`.
  public let references: FrozenArray<UInt32>

  /// Arrays that are known to agree with each other.
  package init(
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
        for type in edgeTypes { Self.merge(type, &next, neighbours, references) }
      }
    }
    self.references = references ?? FrozenArray([])
    offsets = FrozenArray(starts)
  }

  /// Writes the entries of one type, both directions merged by neighbour, then edge.
  private static func merge(
    _ type: EdgeTypeStorage, _ next: inout [UInt32],
    _ neighbours: UnsafeMutableBufferPointer<UInt32>,
    _ references: UnsafeMutableBufferPointer<UInt32>
  ) {
    let (outgoing, incoming) = (type.outgoing, type.incoming)
    guard type.count > 0, let incomingEdges = incoming.edges?.base else { return }
    let targets = outgoing.neighbours.base
    let sources = incoming.neighbours.base
    let firstNode = Swift.min(outgoing.firstNode, incoming.firstNode)
    let endNode =
      Swift.max(
        outgoing.firstNode + UInt32(outgoing.offsets.count),
        incoming.firstNode + UInt32(incoming.offsets.count)) - 1
    for node in firstNode..<endNode {
      var out = outgoing.entries(of: node)
      var into = incoming.entries(of: node)
      var place = Int(next[Int(node)])
      while !out.isEmpty || !into.isEmpty {
        let takesOutgoing: Bool
        let edge = type.firstEdge &+ UInt32(truncatingIfNeeded: out.lowerBound)
        if out.isEmpty || into.isEmpty {
          takesOutgoing = into.isEmpty
        } else {
          let (target, source) = (targets[out.lowerBound], sources[into.lowerBound])
          takesOutgoing =
            target < source || target == source && edge <= incomingEdges[into.lowerBound]
        }
        if takesOutgoing {
          neighbours[place] = targets[out.lowerBound]
          references[place] = edge << 1
          out = (out.lowerBound + 1)..<out.upperBound
        } else {
          neighbours[place] = sources[into.lowerBound]
          references[place] = incomingEdges[into.lowerBound] << 1 | 1
          into = (into.lowerBound + 1)..<into.upperBound
        }
        place += 1
      }
      next[Int(node)] = UInt32(truncatingIfNeeded: place)
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
