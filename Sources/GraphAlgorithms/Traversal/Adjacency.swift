// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// The arrays of a view, for what belongs to the view and so must not hold it.
struct Adjacency: Sendable {
  let offsets: FrozenArray<UInt32>
  let neighbours: FrozenArray<UInt32>
  let references: FrozenArray<UInt32>

  /// The entries of the node at a position.
  @inline(__always)
  func entries(of position: UInt32) -> Range<Int> {
    Int(offsets.base[Int(position)])..<Int(offsets.base[Int(position) &+ 1])
  }
}

extension TraversalView {
  var adjacency: Adjacency {
    Adjacency(offsets: offsets, neighbours: neighbours, references: references)
  }
}
