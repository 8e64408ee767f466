// SPDX-License-Identifier: Apache-2.0

public import GraphModel

/// A question for the cheapest part of a graph that joins several nodes: a Steiner tree.
///
/// ```
///   poland ── eu ── kazakhstan        terminals poland, kazakhstan, tajikistan:
///             └──── tajikistan        the three edges at eu
/// ```
/// ```swift
/// let query = ConnectionQuery(joining: [poland, kazakhstan, tajikistan])
/// let connection = try query.connection(in: view)
/// print(connection.cost, connection.groups.count == 1 ? "all joined" : "not all can be joined")
/// ```
///
/// - Preconditions: at least one node to join, all in the graph and none avoided; costs are 0 to
///   ``costLimit``. All are checked.
/// - Guarantee: finding the cheapest tree is NP-hard. The cost of what is found is at most
///   2(1 - 1/l) times the cost of the cheapest, where l is the number of leaves of the cheapest
///   tree, so below twice, and the cheapest itself for two terminals. The bound holds for each
///   group that can be joined.
/// - Ties: of edges and ways of equal cost, those at nodes that come first in the order of the
///   graph. The same question has the same answer on every machine.
/// - Complexity: O(edges · log nodes); by hops O(edges) at most, and only those near the terminals
///   where all can be joined.
/// - Literature: K. Mehlhorn, "A faster approximation algorithm for the Steiner problem in graphs",
///   Information Processing Letters 27 (1988); L. Kou, G. Markowsky, L. Berman, "A fast algorithm
///   for Steiner trees", Acta Informatica 15 (1981), whose last steps make the tree better.
public struct ConnectionQuery: Sendable {
  /// What each edge costs.
  public enum Cost: Sendable {
    /// 1 for each edge.
    case hops

    /// A number for each edge, 0 to ``ConnectionQuery/costLimit``.
    case each(@Sendable (EdgeID) -> Int)
  }

  /// The greatest cost of an edge, so that no sum of them overflows.
  public static let costLimit = 1 << 30

  /// The nodes to join; a node named twice counts once.
  public var terminals: [NodeID]

  /// Node rules hold for all nodes but the terminals. An edge may be used when it may be walked in
  /// one of its directions at least.
  public var filter: TraversalFilter
  public var cost: Cost

  public init(
    joining terminals: [NodeID], filter: TraversalFilter = TraversalFilter(), cost: Cost = .hops
  ) {
    self.terminals = terminals
    self.filter = filter
    self.cost = cost
  }

  /// The part that joins the nodes.
  /// - Throws: ``AlgorithmError``.
  public func connection(
    in view: TraversalView, budget: SearchBudget = .standard
  ) throws(AlgorithmError) -> Connection {
    if terminals.isEmpty { throw .noNodes }
    let positions = try traversing { () throws(TraversalError) in
      var positions: Set<UInt32> = []
      for node in terminals {
        positions.insert(try view.requirePosition(of: node))
        if filter.avoidedNodes.contains(node) {
          throw .avoidedEnd(view.graph.displayName(of: node))
        }
      }
      return positions.sorted()
    }
    var meter = BudgetMeter(budget)
    let compiled = try traversing { () throws(TraversalError) in
      for node in filter.avoidedNodes { _ = try view.requirePosition(of: node) }
      return try CompiledFilter(filter, isDirected: false, view: view)
    }
    var regions = try TerminalRegions(
      terminals: positions, filter: compiled, cost: cost, view: view, meter: &meter)
    let tree = try traversing { () throws(TraversalError) in
      try regions.tree(meter: &meter)
    }
    return Connection(tree, terminals: positions, in: view)
  }
}

/// The part of a graph that joins several nodes: one tree, or one for each group of nodes that can
/// be joined.
public struct Connection: Hashable, Sendable {
  /// By type, then key; the terminals among them.
  public let nodes: [NodeID]

  /// By edge type, then source, then target.
  public let edges: [EdgeID]

  /// The sum over the edges.
  public let cost: Int

  /// The terminals that are joined to each other. One group when all are; terminals of different
  /// groups cannot be joined at all. Groups by their first node, nodes by type, then key.
  public let groups: [[NodeID]]

  /// Whether every terminal is joined to every other.
  public var joinsAll: Bool { groups.count == 1 }

  init(_ tree: [ConnectingEdge], terminals: [UInt32], in view: TraversalView) {
    var places: [UInt32: Int] = [:]
    for node in terminals { places[node] = places.count }
    for edge in tree {
      for end in [edge.source, edge.target] where places[end] == nil { places[end] = places.count }
    }
    var sets = DisjointSets(count: places.count)
    for edge in tree {
      if let source = places[edge.source], let target = places[edge.target] {
        sets.join(source, target)
      }
    }
    var groups: [Int: [UInt32]] = [:]
    for terminal in terminals {
      if let place = places[terminal] { groups[sets.root(of: place), default: []].append(terminal) }
    }
    nodes = places.keys.sorted().map(view.node(at:))
    edges = view.inOrder(tree.map { view.edge(at: $0.edge) })
    cost = tree.reduce(0) { $0 + $1.cost }
    self.groups = groups.values.sorted { $0[0] < $1[0] }.map { $0.map(view.node(at:)) }
  }
}
