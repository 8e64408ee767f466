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

  /// The entries of a node.
  @inlinable
  public func entries(of node: UInt32) -> Range<Int> {
    let row = Int(node) - Int(firstNode)
    guard row >= 0, row < offsets.count - 1 else { return 0..<0 }
    return Int(offsets.base[row])..<Int(offsets.base[row + 1])
  }

  /// Memory in bytes, without arrays that it shares with its opposite.
  public var byteCount: Int { offsets.byteCount + neighbours.byteCount + (edges?.byteCount ?? 0) }

  /// Counts how many of `ends` fall on each node from the first to the last.
  static func offsets(over ends: UnsafeBufferPointer<UInt32>) -> (first: UInt32, offsets: [UInt32]) {
    guard var least = ends.first else { return (0, [0]) }
    var greatest = least
    for end in ends {
      least = Swift.min(least, end)
      greatest = Swift.max(greatest, end)
    }
    var offsets = [UInt32](repeating: 0, count: Int(greatest - least) + 2)
    for end in ends { offsets[Int(end - least) + 1] &+= 1 }
    for row in 1..<offsets.count { offsets[row] &+= offsets[row - 1] }
    return (least, offsets)
  }

  /// The order that sorts positions by `ends`, stable: a counting sort.
  /// Complexity: linear in the number of ends plus the span of their values.
  static func order(
    of positions: [UInt32]?, by ends: UnsafeBufferPointer<UInt32>
  ) -> [UInt32] {
    let (first, starts) = offsets(over: ends)
    var next = starts
    return [UInt32](unsafeUninitializedCapacity: ends.count) { order, count in
      next.withUnsafeMutableBufferPointer { next in
        if let positions {
          for position in positions {
            let row = Int(ends[Int(position)] - first)
            order[Int(next[row])] = position
            next[row] &+= 1
          }
        } else {
          for position in 0..<UInt32(ends.count) {
            let row = Int(ends[Int(position)] - first)
            order[Int(next[row])] = position
            next[row] &+= 1
          }
        }
      }
      count = ends.count
    }
  }
}

/// The edges of one type: their numbers, their ends, and both directions.
public struct EdgeTypeStorage: Sendable {
  public let label: String

  /// The type's edges, contiguous, ordered by source, then target, then addition.
  public let firstEdge: UInt32
  public let count: Int

  public let outgoing: EdgeAdjacency
  public let incoming: EdgeAdjacency

  /// The source of each edge of the type, by position. The targets are `outgoing.neighbours`.
  public let sources: FrozenArray<UInt32>

  /// By property name number, ascending.
  public let columns: [PropertyColumn]

  public var edges: Range<UInt32> { firstEdge..<(firstEdge + UInt32(count)) }

  /// Lays out edges that are given in any order.
  ///
  /// - Returns: the storage without columns, and the new position of each edge given.
  static func layOut(
    label: String, firstEdge: UInt32, sources: [UInt32], targets: [UInt32]
  ) -> (storage: EdgeTypeStorage, newRows: [UInt32]) {
    sources.withUnsafeBufferPointer { sources in
      targets.withUnsafeBufferPointer { targets in
        let byTarget = EdgeAdjacency.order(of: nil, by: targets)
        let order = EdgeAdjacency.order(of: byTarget, by: sources)
        let sortedSources = FrozenArray<UInt32>(count: order.count) { memory in
          for row in 0..<order.count { memory[row] = sources[Int(order[row])] }
        }
        let sortedTargets = FrozenArray<UInt32>(count: order.count) { memory in
          for row in 0..<order.count { memory[row] = targets[Int(order[row])] }
        }
        let out = EdgeAdjacency.offsets(over: sources)
        // Entries of one target follow the sorted order, hence ascend by source, then by edge.
        let sortedTargetBuffer = UnsafeBufferPointer(
          start: sortedTargets.base, count: sortedTargets.count)
        let incomingOrder = EdgeAdjacency.order(of: nil, by: sortedTargetBuffer)
        let into = EdgeAdjacency.offsets(over: targets)
        let incoming = EdgeAdjacency(
          firstNode: into.first, offsets: FrozenArray(into.offsets),
          neighbours: FrozenArray<UInt32>(count: order.count) { memory in
            for row in 0..<incomingOrder.count {
              memory[row] = sortedSources.base[Int(incomingOrder[row])]
            }
          },
          edges: FrozenArray<UInt32>(count: order.count) { memory in
            for row in 0..<incomingOrder.count { memory[row] = incomingOrder[row] &+ firstEdge }
          })
        var newRows = [UInt32](repeating: 0, count: order.count)
        for (row, old) in order.enumerated() { newRows[Int(old)] = UInt32(row) }
        let storage = EdgeTypeStorage(
          label: label, firstEdge: firstEdge, count: order.count,
          outgoing: EdgeAdjacency(
            firstNode: out.first, offsets: FrozenArray(out.offsets), neighbours: sortedTargets,
            edges: nil),
          incoming: incoming, sources: sortedSources, columns: [])
        return (storage, newRows)
      }
    }
  }

  func with(columns: [PropertyColumn]) -> EdgeTypeStorage {
    EdgeTypeStorage(
      label: label, firstEdge: firstEdge, count: count, outgoing: outgoing, incoming: incoming,
      sources: sources, columns: columns.sorted { $0.property < $1.property })
  }

  /// Memory in bytes.
  public var byteCount: Int {
    outgoing.byteCount + incoming.byteCount + sources.byteCount
      + columns.reduce(0) { $0 + $1.byteCount }
  }
}

/// The nodes of one type: their numbers, labels and columns.
public struct NodeTypeStorage: Sendable {
  public let name: String

  /// Sorted.
  public let labels: [String]
  public let firstNode: UInt32
  public let count: Int

  /// By property name number, ascending.
  public let columns: [PropertyColumn]

  public var nodes: Range<UInt32> { firstNode..<(firstNode + UInt32(count)) }

  /// Memory in bytes.
  public var byteCount: Int { columns.reduce(0) { $0 + $1.byteCount } }
}
