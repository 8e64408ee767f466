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
  init(edgeTypes: [EdgeTypeStorage], nodeCount: Int, threads: Int = 1) {
    var starts = [UInt32](repeating: 0, count: nodeCount + 1)
    for type in edgeTypes {
      for adjacency in [type.outgoing, type.incoming] {
        let (first, counts) = (Int(adjacency.firstNode) + 1, adjacency.offsets.base)
        for row in 0..<(adjacency.offsets.count - 1) {
          starts[first + row] &+= counts[row + 1] &- counts[row]
        }
      }
    }
    for node in 0..<nodeCount { starts[node + 1] &+= starts[node] }
    let total = Int(starts[nodeCount])
    let begins = FrozenArray(starts)
    var references: FrozenArray<UInt32>?
    neighbours = FrozenArray(count: total) { neighbours in
      references = FrozenArray(count: total) { references in
        let merging = MergedEntries(
          begins: begins, edgeTypes: edgeTypes, neighbours: neighbours, references: references)
        // The entries of a piece of nodes stay in cache while all types are added to them.
        let size = 1 << 12
        ParallelWork.run((nodeCount + size - 1) / size, threads: threads) { piece in
          merging.fill((piece * size)..<min((piece + 1) * size, nodeCount))
        }
      }
    }
    self.references = references ?? FrozenArray([])
    offsets = begins
  }

  /// The entries of a node.
  @inlinable
  public func entries(of node: UInt32) -> Range<Int> {
    Int(offsets.base[Int(node)])..<Int(offsets.base[Int(node) + 1])
  }

  /// Memory in bytes.
  public var byteCount: Int { offsets.byteCount + neighbours.byteCount + references.byteCount }
}

/// The arrays of a merged adjacency while they are filled; each node's entries by one thread.
private struct MergedEntries: @unchecked Sendable {
  let begins: FrozenArray<UInt32>
  let edgeTypes: [EdgeTypeStorage]
  let neighbours: UnsafeMutableBufferPointer<UInt32>
  let references: UnsafeMutableBufferPointer<UInt32>

  /// Writes the entries of some nodes, one type after the other.
  func fill(_ nodes: Range<Int>) {
    var next = nodes.map { begins[$0] }
    for type in edgeTypes { merge(type, nodes, &next) }
  }

  /// Writes the entries of one type, both directions merged by neighbour, then edge.
  private func merge(_ type: EdgeTypeStorage, _ nodes: Range<Int>, _ next: inout [UInt32]) {
    let (outgoing, incoming) = (type.outgoing, type.incoming)
    guard type.count > 0, let incomingEdges = incoming.edges?.base else { return }
    let targets = outgoing.neighbours.base
    let sources = incoming.neighbours.base
    let first = max(nodes.lowerBound, Int(min(outgoing.firstNode, incoming.firstNode)))
    let end = min(
      nodes.upperBound,
      max(
        Int(outgoing.firstNode) + outgoing.offsets.count,
        Int(incoming.firstNode) + incoming.offsets.count) - 1)
    guard first < end else { return }
    for node in first..<end {
      var out = outgoing.entries(of: UInt32(node))
      var into = incoming.entries(of: UInt32(node))
      var place = Int(next[node - nodes.lowerBound])
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
      next[node - nodes.lowerBound] = UInt32(truncatingIfNeeded: place)
    }
  }
}
