// SPDX-License-Identifier: Apache-2.0

import CPrefetch
import GraphModel

/// The arrays of a view as bare pointers, for inner loops.
struct AdjacencyPointers {
  let offsets: UnsafePointer<UInt32>
  let neighbours: UnsafePointer<UInt32>
  let references: UnsafePointer<UInt32>

  /// The view must outlive the pointers.
  init(_ view: TraversalView) {
    offsets = view.offsets.base
    neighbours = view.neighbours.base
    references = view.references.base
  }

  @inline(__always)
  func degree(of node: UInt32) -> Int {
    Int(offsets[Int(node) &+ 1] &- offsets[Int(node)])
  }

  /// Fetches what the next nodes of a level will need: first where their entries begin, then, some
  /// nodes later, the first of the entries.
  @inline(__always)
  func prefetch(_ nodes: UnsafeMutablePointer<UInt32>, _ place: Int, _ end: Int) {
    let far = place &+ 16
    guard far < end else { return }
    prefetch_line(offsets + Int(nodes[far]))
    prefetch_line(neighbours + Int(offsets[Int(nodes[place &+ 8])]))
  }

  /// The edges at the nodes of a level; of a large one an estimate from a sample.
  func cost(_ nodes: UnsafeMutablePointer<UInt32>, _ level: Range<Int>) -> Int {
    let stride = max(level.count / 256, 1)
    var cost = 0
    var place = level.lowerBound
    while place < level.upperBound {
      cost &+= degree(of: nodes[place])
      place &+= stride
    }
    return cost &* stride
  }
}
