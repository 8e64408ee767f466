// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// The rows of the storage that a filter leaves to a search that only counts: by edge type and
/// direction. They need no narrowing, as nothing of other types is touched.
final class TypedRows: Sendable {
  /// As walked from the start of a question, and from its end.
  let forward: FrozenArray<TypedRuns.Row>
  let backward: FrozenArray<TypedRuns.Row>

  /// Keeps the arrays alive that the rows point into.
  private let storage: GraphStorage

  /// Nil when the filter names too many types for that to pay, or looks at days, or when the
  /// view has numbers of its own.
  init?(_ filter: CompiledFilter, of view: TraversalView) {
    guard let ranges = filter.edgeRanges, filter.testsTypesAlone, view.numbering == nil else {
      return nil
    }
    storage = view.graph.storage
    var forward: [TypedRuns.Row] = []
    var backward: [TypedRuns.Row] = []
    for type in storage.edgeTypes where type.count > 0 {
      let first = type.firstEdge
      guard let range = ranges.first(where: { $0.lower <= first && first < $0.upper }) else {
        continue
      }
      let outgoing = TypedRuns.Row(type.outgoing)
      let incoming = TypedRuns.Row(type.incoming)
      if range.directions & 1 != 0 {
        forward.append(outgoing)
        backward.append(incoming)
      }
      if range.directions & 2 != 0 {
        forward.append(incoming)
        backward.append(outgoing)
      }
    }
    guard forward.count <= 6 else { return nil }
    self.forward = FrozenArray(forward)
    self.backward = FrozenArray(backward)
  }
}
