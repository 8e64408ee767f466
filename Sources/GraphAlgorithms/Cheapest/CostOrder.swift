// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// The entries of each node in order of weight, so that a search can leave the heavy ones of a hub
/// until it has come that far.
///
/// Complexity: O(d log d) for each node with d edges.
struct CostOrder: Sendable {
  /// `weight << 32 | neighbour`, at each node ascending by weight, then by entry.
  let steps: FrozenArray<UInt64>

  /// The entries that they are.
  let entries: FrozenArray<UInt32>

  init(weights: FrozenArray<UInt32>, view: TraversalView) {
    let count = weights.count
    let sorted = FrozenArray<UInt64>(count: count) { sorted in
      for entry in 0..<count {
        sorted[entry] = UInt64(weights.base[entry]) << 32 | UInt64(entry)
      }
      for node in 0..<view.nodeCount {
        Self.sort(UnsafeMutableBufferPointer(rebasing: sorted[view.entries(of: UInt32(node))]))
      }
    }
    let neighbours = view.neighbours
    entries = FrozenArray(count: count) { entries in
      for place in 0..<count { entries[place] = UInt32(truncatingIfNeeded: sorted.base[place]) }
    }
    steps = FrozenArray(count: count) { steps in
      for place in 0..<count {
        let entry = Int(UInt32(truncatingIfNeeded: sorted.base[place]))
        steps[place] = (sorted.base[place] >> 32) << 32 | UInt64(neighbours.base[entry])
      }
    }
  }

  /// Sorts few numbers by insertion, many by the library.
  private static func sort(_ numbers: UnsafeMutableBufferPointer<UInt64>) {
    if numbers.count > 32 {
      var numbers = numbers
      numbers.sort()
      return
    }
    var sorted = 1
    while sorted < numbers.count {
      let number = numbers[sorted]
      var place = sorted
      while place > 0, numbers[place - 1] > number {
        numbers[place] = numbers[place - 1]
        place -= 1
      }
      numbers[place] = number
      sorted += 1
    }
  }
}
