// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// The edges of one type in one direction, as bare arrays of a graph at rest.
///
/// Whoever holds a run keeps the storage alive that it points into.
struct EdgeRun: @unchecked Sendable {
  private let firstNode: UInt32
  private let rowCount: UInt32
  private let offsets: UnsafePointer<UInt32>
  let neighbours: UnsafePointer<UInt32>

  /// The edge of each entry; nil where entry `i` is edge `firstEdge + i`.
  private let edges: UnsafePointer<UInt32>?
  private let firstEdge: UInt32

  /// Whether loops are left to the run of the other direction.
  let skipsLoops: Bool

  /// - Parameter isBothWays: whether the type is walked in the other direction as well, so that
  ///   loops would come twice.
  init(_ type: EdgeTypeStorage, isIncoming: Bool, isBothWays: Bool) {
    let adjacency = isIncoming ? type.incoming : type.outgoing
    firstNode = adjacency.firstNode
    rowCount = UInt32(adjacency.offsets.count - 1)
    offsets = adjacency.offsets.base
    neighbours = adjacency.neighbours.base
    edges = isIncoming ? adjacency.edges?.base : nil
    firstEdge = isIncoming && edges != nil ? 0 : type.firstEdge
    let other = isIncoming ? type.outgoing : type.incoming
    let mayLoop =
      adjacency.nodes.overlaps(other.nodes) && !adjacency.nodes.isEmpty && !other.nodes.isEmpty
    skipsLoops = isIncoming && isBothWays && mayLoop
  }

  /// The entries of a node; neighbours are ascending.
  @inline(__always)
  func entries(of node: UInt32) -> Range<Int> {
    let row = node &- firstNode
    guard row < rowCount else { return 0..<0 }
    return Range(
      uncheckedBounds: (Int(offsets[Int(row)]), Int(offsets[Int(row) + 1])))
  }

  /// The entries of a node that lead to another one.
  @inline(__always)
  func entries(of node: UInt32, to far: UInt32) -> Range<Int> {
    let entries = entries(of: node)
    if entries.isEmpty { return entries }
    let first = lowerBound(of: far, in: entries)
    var end = first
    while end < entries.upperBound, neighbours[end] == far { end += 1 }
    return first..<end
  }

  /// The first entry of a range whose neighbour is not before a node.
  @inline(__always)
  func lowerBound(of far: UInt32, in entries: Range<Int>) -> Int {
    var low = entries.lowerBound
    var high = entries.upperBound
    while low < high {
      let middle = (low + high) >> 1
      if neighbours[middle] < far { low = middle + 1 } else { high = middle }
    }
    return low
  }

  @inline(__always)
  func edge(at entry: Int) -> UInt32 {
    guard let edges else { return firstEdge &+ UInt32(truncatingIfNeeded: entry) }
    return edges[entry]
  }

  /// How many edges a walk finds at a node.
  @inline(__always)
  func count(at node: UInt32) -> Int {
    let count = entries(of: node).count
    guard skipsLoops, count > 0 else { return count }
    return count - entries(of: node, to: node).count
  }

  /// Adds what lies at a node.
  @inline(__always)
  func collect(at node: UInt32, _ nodes: inout [UInt32]) {
    let entries = entries(of: node)
    if entries.isEmpty { return }
    guard skipsLoops else {
      nodes.append(
        contentsOf: UnsafeBufferPointer(
          start: neighbours + entries.lowerBound, count: entries.count))
      return
    }
    for entry in entries where neighbours[entry] != node { nodes.append(neighbours[entry]) }
  }

  @inline(__always)
  func collect(at node: UInt32, _ edges: inout [UInt32], _ nodes: inout [UInt32]) {
    for entry in entries(of: node) {
      if skipsLoops, neighbours[entry] == node { continue }
      edges.append(edge(at: entry))
      nodes.append(neighbours[entry])
    }
  }
}

extension EdgeAdjacency {
  /// The nodes from the first to the last that has an entry.
  fileprivate var nodes: Range<UInt32> { firstNode..<(firstNode + UInt32(offsets.count - 1)) }
}
