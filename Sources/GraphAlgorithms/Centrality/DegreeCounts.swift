// SPDX-License-Identifier: Apache-2.0

public import GraphModel

/// How many edges each node has, by direction and by edge type.
///
/// ```swift
/// let degrees = try DegreeCounts(view)
/// print(degrees.both.ranked(limit: 5), degrees.byType(of: poland))
/// ```
///
/// A loop counts once as outgoing and once as incoming, so twice in both. An edge is counted when
/// the filter lets it through in one of its directions at least, whatever that direction is.
///
/// - Complexity: O(nodes + edges).
public struct DegreeCounts: Sendable {
  /// The edges of one type at a node.
  public struct TypeCount: Hashable, Sendable {
    public let type: String
    public let outgoing: Int
    public let incoming: Int

    public init(type: String, outgoing: Int, incoming: Int) {
      self.type = type
      self.outgoing = outgoing
      self.incoming = incoming
    }
  }

  /// Edges that start at the node.
  public let outgoing: NodeScores<Int>

  /// Edges that end at the node.
  public let incoming: NodeScores<Int>

  /// The sum of the two.
  public let both: NodeScores<Int>

  /// Nodes other than the node itself that an edge links to it, each once.
  public let neighbours: NodeScores<Int>

  private let graph: WalkableGraph

  /// Counts.
  /// - Throws: ``TraversalError``.
  public init(
    _ view: TraversalView, filter: TraversalFilter = TraversalFilter(),
    budget: SearchBudget = .standard
  ) throws(TraversalError) {
    var meter = BudgetMeter(budget)
    graph = try WalkableGraph(
      view, filter: filter, isDirected: false, side: .around, meter: &meter)
    var out = [Int](repeating: 0, count: graph.nodeCount)
    var into = out
    var distinct = out
    var seenFrom = [UInt32](repeating: .max, count: graph.nodeCount)
    for node in 0..<UInt32(graph.nodeCount) {
      let entries = graph.entries(of: node)
      try meter.charge(entries.count + 1)
      for entry in entries {
        if graph.references.base[entry] & 1 == 0 {
          out[Int(node)] += 1
        } else {
          into[Int(node)] += 1
        }
        let neighbour = graph.neighbours.base[entry]
        if neighbour != node, seenFrom[Int(neighbour)] != node {
          seenFrom[Int(neighbour)] = node
          distinct[Int(node)] += 1
        }
      }
    }
    outgoing = NodeScores(graph, values: out)
    incoming = NodeScores(graph, values: into)
    both = NodeScores(graph, values: zip(out, into).map(+))
    neighbours = NodeScores(graph, values: distinct)
  }

  /// The edges of a node by label, only labels that it has; none when the filter leaves it out.
  /// Complexity: O(edges at the node · edge types).
  public func byType(of node: NodeID) -> [TypeCount] {
    guard let number = graph.number(of: node) else { return [] }
    var counts: [Int: (outgoing: Int, incoming: Int)] = [:]
    for entry in graph.entries(of: number) {
      let reference = graph.references.base[entry]
      guard
        let type = graph.view.edgeTypes.firstIndex(where: { $0.range.contains(reference >> 1) })
      else { continue }
      if reference & 1 == 0 {
        counts[type, default: (0, 0)].outgoing += 1
      } else {
        counts[type, default: (0, 0)].incoming += 1
      }
    }
    return counts.sorted { $0.key < $1.key }.map {
      TypeCount(
        type: graph.view.edgeTypes[$0.key].label, outgoing: $0.value.outgoing,
        incoming: $0.value.incoming)
    }
  }
}
