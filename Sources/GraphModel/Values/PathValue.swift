// SPDX-License-Identifier: Apache-2.0

/// A walk through the graph: nodes, and the edges between each node and the next.
///
/// An edge may be walked against its direction; the path does not say so, the graph does.
public struct PathValue: Hashable, Sendable {
  /// The nodes in walking order; at least one.
  public let nodes: [NodeID]

  /// The edges in walking order; one fewer than the nodes.
  public let edges: [EdgeID]

  /// Makes a path.
  ///
  /// - Precondition: `nodes.count == edges.count + 1`.
  public init(nodes: [NodeID], edges: [EdgeID]) {
    precondition(nodes.count == edges.count + 1, "a path has one node more than it has edges")
    self.nodes = nodes
    self.edges = edges
  }

  /// The number of edges.
  public var length: Int { edges.count }
}
