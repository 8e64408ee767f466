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
        Self.merge(
          type, next: &next, neighbours: neighbours.baseAddress, references: references.baseAddress)
      }
    }
    self.neighbours = FrozenArray(count: total) { memory in
      _ = memory.initialize(from: neighbours)
    }
    offsets = FrozenArray(starts)
  }

  /// Writes the entries of one type, both directions merged by neighbour, then edge.
  private static func merge(
    _ type: EdgeTypeStorage, next: inout [UInt32], neighbours: UnsafeMutablePointer<UInt32>?,
    references: UnsafeMutablePointer<UInt32>?
  ) {
    guard let neighbours, let references else { return }
    let outgoing = type.outgoing
    let incoming = type.incoming
    let targets = outgoing.neighbours.base
    let sources = incoming.neighbours.base
    let outgoingEdges = outgoing.edges?.base
    let incomingEdges = incoming.edges?.base
    let firstNode = Int(Swift.min(outgoing.firstNode, incoming.firstNode))
    let endNode = Swift.max(
      Int(outgoing.firstNode) + outgoing.offsets.count,
      Int(incoming.firstNode) + incoming.offsets.count) - 1
    for node in firstNode..<Swift.max(firstNode, endNode) {
      let out = outgoing.entries(of: UInt32(node))
      let into = incoming.entries(of: UInt32(node))
      var left = out.lowerBound
      var right = into.lowerBound
      var place = Int(next[node])
      while left < out.upperBound || right < into.upperBound {
        let outgoingEdge =
          left == out.upperBound
          ? 0 : outgoingEdges?[left] ?? type.firstEdge &+ UInt32(left)
        let takesOutgoing: Bool
        if left == out.upperBound || right == into.upperBound {
          takesOutgoing = right == into.upperBound
        } else if targets[left] != sources[right] {
          takesOutgoing = targets[left] < sources[right]
        } else {
          takesOutgoing =
            outgoingEdge <= (incomingEdges?[right] ?? type.firstEdge &+ UInt32(right))
        }
        if takesOutgoing {
          neighbours[place] = targets[left]
          references[place] = outgoingEdge << 1
          left += 1
        } else {
          neighbours[place] = sources[right]
          references[place] =
            (incomingEdges?[right] ?? type.firstEdge &+ UInt32(right)) << 1 | 1
          right += 1
        }
        place += 1
      }
      next[node] = UInt32(place)
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
