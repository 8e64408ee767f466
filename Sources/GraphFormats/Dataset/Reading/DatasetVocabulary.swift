// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// The names that a graph type gives to nodes, edges and properties, for telling keys apart.
struct DatasetVocabulary: Sendable {
  let nodeTypes: [String]
  let edgeTypes: [String]
  private let edgeTypeSet: Set<String>
  private let properties: [String: Set<String>]

  init(_ graphType: GraphType?) {
    nodeTypes = Set(graphType?.nodeTypes.map(\.name) ?? []).sorted()
    edgeTypeSet = Set(graphType?.edgeTypes.map(\.label) ?? [])
    edgeTypes = edgeTypeSet.sorted()
    var properties: [String: Set<String>] = [:]
    for type in graphType?.nodeTypes ?? [] {
      properties[type.name] = Set(graphType?.allProperties(of: type).map(\.name) ?? [])
    }
    self.properties = properties
  }

  /// Whether a key in an entry of this node type names an edge type. What the graph type says
  /// counts first, then the form of the key.
  func isEdgeType(_ key: String, inEntryOf nodeType: String) -> Bool {
    if properties[nodeType]?.contains(key) ?? false { return false }
    return edgeTypeSet.contains(key) || KeyForm.isEdgeType(key)
  }

  /// Whether an entry that begins with `Source` registers a source: it does unless nodes can be
  /// of a type of that name.
  var sourceIsNodeType: Bool { nodeTypes.contains("Source") }

  /// Everything that may be written in an entry of this node type.
  func keys(inEntryOf nodeType: String) -> [String] {
    Array(properties[nodeType] ?? ["name", "since", "until"]).sorted() + ["aliases", "sources"]
      + edgeTypes
  }
}
