// SPDX-License-Identifier: Apache-2.0

public import GraphModel

/// A number for each node that a filter leaves, by type, then key.
public struct NodeScores<Score: Comparable & Sendable>: Sendable {
  /// A node with its number.
  public struct Entry: Sendable {
    public let node: NodeID
    public let score: Score
  }

  /// By type, then key.
  public let nodes: [NodeID]

  /// For each node.
  public let values: [Score]

  private let graph: WalkableGraph

  init(_ graph: WalkableGraph, values: [Score]) {
    self.graph = graph
    self.values = values
    nodes = graph.nodes
  }

  /// The number of a node; nil when the graph has it not or the filter leaves it out.
  /// Complexity: O(log nodes).
  public subscript(node: NodeID) -> Score? {
    graph.number(of: node).map { values[Int($0)] }
  }

  /// The nodes with the greatest numbers; equal ones by type, then key.
  /// Complexity: O(nodes · log nodes).
  public func ranked(limit: Int = .max) -> [Entry] {
    let order = values.indices.sorted { (values[$1], $0) < (values[$0], $1) }
    return order.prefix(max(0, limit)).map { Entry(node: nodes[$0], score: values[$0]) }
  }

  /// Other numbers for the same nodes.
  func map<Other>(_ transform: (Score) -> Other) -> NodeScores<Other> {
    NodeScores<Other>(graph, values: values.map(transform))
  }
}

extension NodeScores: Equatable where Score: Equatable {
  public static func == (left: NodeScores, right: NodeScores) -> Bool {
    left.nodes == right.nodes && left.values == right.values
  }
}
