// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
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

extension GraphCounts {
  /// The share of the nodes at the far ends of edges that pass a label test.
  func share(
    of labels: LabelTest?, along types: LabelTest?, _ direction: EdgePattern.Direction
  ) -> Double {
    guard let labels else { return 1 }
    var (passing, all) = (0.0, 0.0)
    for edgeType in self.types.edgeTypes
    where edgeType.count > 0 && types?.holds(for: [edgeType.label]) ?? true {
      if direction != .incoming {
        passing += edgeType.count * share(of: labels, among: edgeType.targets)
        all += edgeType.count
      }
      if direction != .outgoing {
        passing += edgeType.count * share(of: labels, among: edgeType.sources)
        all += edgeType.count
      }
    }
    return all > 0 ? max(0.001, passing / all) : 1
  }

  private func share(of labels: LabelTest, among ends: [Int]) -> Double {
    var (passing, all) = (0.0, 0.0)
    for end in ends {
      let type = types.nodeTypes[end]
      all += type.count
      if labels.holds(for: type.labels) { passing += type.count }
    }
    return all > 0 ? passing / all : 0
  }
}

/// How many nodes and edges of each type the base of a graph has; made once for all its copies.
private final class TypeCounts: Sendable {
  let nodeTypes: [(labels: [String], count: Double)]
  let edgeTypes: [EdgeTypeCount]

  struct EdgeTypeCount {
    let label: String
    let count: Double
    /// The node types that edges may begin and end at, as far as the numbers of nodes tell.
    let sources: [Int]
    let targets: [Int]
  }

  init(_ storage: GraphStorage) {
    nodeTypes = storage.nodeTypes.map { ($0.labels, Double($0.count)) }
    func types(of adjacency: EdgeAdjacency) -> [Int] {
      let first = adjacency.firstNode
      let nodes = first..<(first + UInt32(adjacency.offsets.count - 1))
      return storage.nodeTypes.indices.filter {
        !nodes.isEmpty && storage.nodeTypes[$0].count > 0
          && storage.nodeTypes[$0].nodes.overlaps(nodes)
      }
    }
    edgeTypes = storage.edgeTypes.map { type in
      EdgeTypeCount(
        label: type.label, count: Double(type.count), sources: types(of: type.outgoing),
        targets: types(of: type.incoming))
    }
  }
}
