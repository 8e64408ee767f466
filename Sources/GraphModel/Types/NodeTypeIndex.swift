// SPDX-License-Identifier: Apache-2.0

/// The node types of a graph type by name, for walking inheritance without a search at each step.
struct NodeTypeIndex {
  private let types: [String: NodeType]

  /// Of types with one name, the first counts.
  init(_ graphType: GraphType) {
    types = Dictionary(graphType.nodeTypes.map { ($0.name, $0) }) { first, _ in first }
  }

  subscript(name: String) -> NodeType? { types[name] }

  /// The node type and everything it extends, nearest first, each once. A cycle ends the walk.
  func lineage(of nodeType: NodeType) -> [NodeType] {
    var lineage = [nodeType]
    var seen: Set<String> = [nodeType.name]
    var next = 0
    while next < lineage.count {
      for name in lineage[next].supertypes {
        guard let supertype = types[name], seen.insert(name).inserted else { continue }
        lineage.append(supertype)
      }
      next += 1
    }
    return lineage
  }
}
