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
  /// Complexity: O(nodes · log limit).
  @specialized(where Score == Double)
  @specialized(where Score == Int)
  public func ranked(limit: Int = .max) -> [Entry] {
    func precedes(_ left: Int, _ right: Int) -> Bool {
      values[left] == values[right] ? left < right : values[left] > values[right]
    }
    let limit = min(max(0, limit), values.count)
    var best: [Int] = []
    // Twice as many as wanted are kept, and cut when they are too many.
    for place in values.indices where limit > 0 {
      if best.count >= limit, precedes(best[limit - 1], place) { continue }
      best.append(place)
      if best.count >= 2 * limit || best.count == limit {
        best.sort(by: precedes)
        best.removeSubrange(limit...)
      }
    }
    best.sort(by: precedes)
    return best.prefix(limit).map { Entry(node: nodes[$0], score: values[$0]) }
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
