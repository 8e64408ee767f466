// SPDX-License-Identifier: Apache-2.0

public import GraphModel

/// What a row of an answer rests on, so that whoever shows the row can say who says so.
///
/// A row rests on
/// - every edge that a pattern of a `MATCH` found for it,
/// - the node of a pattern that is a single node, and nodes, edges and paths in its own values,
/// - every property that it was made of: `p.since` of the node `p`.
///
/// A row that stands for many, by an aggregate or `DISTINCT`, rests on what all of them rest on, and
/// equal rows rest on the same. What only a condition looks at, in `EXISTS`, in a comprehension or
/// within `CALL { … }`, is not part of it.
public struct RowEvidence: Sendable, Hashable {
  /// A property of a node or edge.
  public struct Property: Sendable, Hashable {
    public let subject: Subject
    public let name: String
  }

  /// What has a property.
  public enum Subject: Sendable, Hashable {
    case node(NodeID)
    case edge(EdgeID)
  }

  /// Each once, in the order in which the row names them.
  public private(set) var nodes: [NodeID] = []
  public private(set) var edges: [EdgeID] = []
  public private(set) var properties: [Property] = []

  private var seenNodes: Set<NodeID> = []
  private var seenEdges: Set<EdgeID> = []
  private var seenProperties: Set<Property> = []

  init() {}

  private mutating func add(_ node: NodeID) {
    if seenNodes.insert(node).inserted { nodes.append(node) }
  }

  private mutating func add(_ edge: EdgeID) {
    if seenEdges.insert(edge).inserted { edges.append(edge) }
  }

  private mutating func add(_ subject: Subject, _ name: String) {
    let property = Property(subject: subject, name: name)
    if seenProperties.insert(property).inserted { properties.append(property) }
  }

  /// Takes what the row itself shows.
  mutating func take(shown value: Value) {
    switch value {
    case .node(let node): add(node)
    case .edge(let edge): add(edge)
    case .path(let path): take(path)
    case .list(let items): for item in items { take(shown: item) }
    case .map(let map): for entry in map.entries { take(shown: entry.value) }
    default: break
    }
  }

  /// Takes what ``EvidenceColumns`` made of the row: paths, and pairs of an element and the name of
  /// a property, in lists of any depth.
  mutating func take(hidden value: Value) {
    switch value {
    case .path(let path): take(path)
    case .list(let items):
      guard items.count == 2, case .string(let name) = items[1] else {
        for item in items { take(hidden: item) }
        return
      }
      switch items[0] {
      case .node(let node): add(.node(node), name)
      case .edge(let edge): add(.edge(edge), name)
      default: break
      }
    default: break
    }
  }

  private mutating func take(_ path: PathValue) {
    if path.edges.isEmpty { path.nodes.forEach { add($0) } }
    path.edges.forEach { add($0) }
  }

  /// What is no longer there has no claims.
  mutating func keepOnly(in graph: PropertyGraph) {
    nodes.removeAll { !graph.contains($0) }
    edges.removeAll { !graph.contains($0) }
    properties.removeAll { property in
      switch property.subject {
      case .node(let node): !graph.contains(node)
      case .edge(let edge): !graph.contains(edge)
      }
    }
  }
}
