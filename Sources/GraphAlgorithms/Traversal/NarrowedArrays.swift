// SPDX-License-Identifier: Apache-2.0

import GraphModel

extension TraversalView.Arrays {
  /// The arrays of a view without the entries that a filter admits in neither direction, in the
  /// same order. Days are taken into account; rules for nodes are not, as the ends of a path are
  /// exempt from them.
  ///
  /// Complexity: O(nodes + edges), two passes.
  init(narrowing view: TraversalView, by filter: CompiledFilter) {
    let counts = UnsafeMutablePointer<UInt32>.allocate(capacity: view.nodeCount + 1)
    defer { counts.deallocate() }
    counts.initialize(repeating: 0, count: view.nodeCount + 1)
    withExtendedLifetime(filter) {
      Self.forEachAdmitted(in: view, FilteredStep(filter)) { node, _ in counts[node &+ 1] &+= 1 }
    }
    for node in 0..<view.nodeCount { counts[node &+ 1] &+= counts[node] }
    let total = Int(counts[view.nodeCount])
    offsets = FrozenArray(count: view.nodeCount + 1) { memory in
      _ = memory.initialize(from: UnsafeBufferPointer(start: counts, count: view.nodeCount + 1))
    }
    let origins = FrozenArray<UInt32>(count: total) { origins in
      var place = 0
      withExtendedLifetime(filter) {
        Self.forEachAdmitted(in: view, FilteredStep(filter)) { _, entry in
          origins[place] = UInt32(truncatingIfNeeded: entry)
          place &+= 1
        }
      }
    }
    func gathered(_ numbers: FrozenArray<UInt32>) -> FrozenArray<UInt32> {
      FrozenArray(count: total) { memory in
        for place in 0..<total { memory[place] = numbers.base[Int(origins.base[place])] }
      }
    }
    neighbours = gathered(view.neighbours)
    references = gathered(view.references)
    self.origins = origins
    nodeTypes = view.nodeTypes
    edgeTypes = view.edgeTypes
    edgeDays = view.edgeDays
    numbering = view.numbering
  }

  @inline(__always)
  private static func forEachAdmitted(
    in view: TraversalView, _ test: FilteredStep, _ body: (Int, Int) -> Void
  ) {
    let offsets = view.offsets.base
    let references = view.references.base
    for node in 0..<view.nodeCount {
      let entries = Int(offsets[node])..<Int(offsets[node &+ 1])
      for number in 0..<test.runCount {
        for entry in test.run(number, of: entries, in: references) {
          let reference = references[entry]
          if test.admits(reference) || test.admits(reference ^ 1) { body(node, entry) }
        }
      }
    }
  }
}
