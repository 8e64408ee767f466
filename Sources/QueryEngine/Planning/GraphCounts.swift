// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// What the planner knows of a graph: how many nodes and edges of which kind there are.
///
/// Counts are those of the frozen base; edits on top of it change guesses too little to count them.
struct GraphCounts: Sendable {
  let nodeCount: Double
  let edgeCount: Double
  private let types: TypeCounts

  init(_ graph: PropertyGraph) {
    nodeCount = Double(max(1, graph.nodeCount))
    edgeCount = Double(graph.edgeCount)
    types =
      graph.companions?.companion(TypeCounts.self) { TypeCounts(graph.storage) }
      ?? TypeCounts(graph.storage)
  }

  /// How many nodes pass a label test; never quite none, since the guess may be old.
  func nodes(_ test: LabelTest?) -> Double {
    guard let test else { return nodeCount }
    let count = types.nodeTypes.reduce(0) { $0 + (test.holds(for: $1.labels) ? $1.count : 0) }
    return max(0.5, count)
  }

  func edges(_ test: LabelTest?) -> Double {
    guard let test else { return edgeCount }
    return types.edgeTypes.reduce(0) { $0 + (test.holds(for: [$1.label]) ? $1.count : 0) }
  }

  /// How many edges a walk finds at one node, on the average of the nodes with certain labels.
  func degree(_ types: LabelTest?, isBothWays: Bool, at labels: LabelTest?) -> Double {
    // Edges of a type lie at the nodes of few types; with labels known, those are assumed.
    let ends = labels == nil ? nodeCount : nodes(labels)
    let average = edges(types) / max(1, ends)
    return max(0.01, isBothWays ? 2 * average : average)
  }
}

/// How many nodes and edges of each type the base of a graph has; made once for all its copies.
private final class TypeCounts: Sendable {
  let nodeTypes: [(labels: [String], count: Double)]
  let edgeTypes: [(label: String, count: Double)]

  init(_ storage: GraphStorage) {
    nodeTypes = storage.nodeTypes.map { ($0.labels, Double($0.count)) }
    edgeTypes = storage.edgeTypes.map { ($0.label, Double($0.count)) }
  }
}
