// SPDX-License-Identifier: Apache-2.0

public import GraphModel

/// A part that joins several nodes, made smaller by trying nodes in the middle: the nodes nearest
/// to all that are to be joined are joined with them, and kept where that takes fewer links.
///
/// - Guarantee: never more links than ``ConnectionQuery`` finds. Of three nodes the
///   fewest there are, unless the filter narrows the types of nodes: the smallest part that joins
///   three nodes is three shortest paths that meet in the node nearest to all.
/// - Complexity: that of a search from each node, and of some dozens of connection queries.
/// - Literature: A. B. Kahng, G. Robins, "A new class of iterative Steiner tree heuristics with good
///   performance", IEEE Transactions on Computer-Aided Design 11 (1992).
public struct RefinedConnection: Sendable {
  public let query: ConnectionQuery
  public let connection: Connection

  /// The nodes to join that are joined to each other.
  public let groups: [[NodeID]]

  /// So many nodes in the middle are tried in each round.
  private static let triedNodes = 8

  /// Finds the part.
  /// - Parameter budget: for each search; the deadline is one for all.
  /// - Throws: ``AlgorithmError``.
  public init(
    _ query: ConnectionQuery, in view: TraversalView, budget: SearchBudget = .standard
  ) throws(AlgorithmError) {
    self.query = query
    var best = try query.connection(in: view, budget: budget)
    groups = best.groups
    var inserted: [NodeID] = []
    for group in best.groups where group.count > 2 {
      for _ in 0..<min(3, group.count - 2) {
        let candidates = try Self.candidates(group + inserted, query.filter, in: view, budget)
        var better: (node: NodeID, connection: Connection)?
        for node in candidates {
          var wider = query
          wider.terminals += inserted + [node]
          let found = try wider.connection(in: view, budget: budget)
          guard found.cost < (better?.connection ?? best).cost else { continue }
          better = (node, found)
        }
        guard let better else { break }
        best = better.connection
        inserted.append(better.node)
      }
    }
    connection = best
  }

  /// Whether the filter narrows the types of nodes in the middle.
  public var hasTypeRules: Bool { Self.hasTypeRules(query.filter) }

  private static func hasTypeRules(_ filter: TraversalFilter) -> Bool {
    filter.allowedNodeTypes != nil || !filter.excludedNodeTypes.isEmpty
  }

  /// The nodes with the least sum of distances to all of some nodes, by that sum, then in order.
  private static func candidates(
    _ nodes: [NodeID], _ filter: TraversalFilter, in view: TraversalView, _ budget: SearchBudget
  ) throws(AlgorithmError) -> [NodeID] {
    // Rules on types do not hold for the nodes to join, so the search goes without them.
    var open = filter
    open.allowedNodeTypes = nil
    open.excludedNodeTypes = []
    let search = try DistanceSearch(view, filter: open, budget: budget)
    var distances: [HopDistances] = []
    for node in nodes {
      distances.append(
        try traversing { () throws(TraversalError) in try search.distances(from: node) })
    }
    let graph = view.graph
    let known = Set(nodes)
    var sums: [(node: NodeID, sum: Int)] = []
    for node in graph.nodes where !known.contains(node) {
      var sum = 0
      for distance in distances {
        guard let hops = distance[node] else {
          sum = .max
          break
        }
        sum += hops
      }
      if sum < .max, isAllowed(node, filter, in: graph) { sums.append((node, sum)) }
    }
    return sums.sorted { ($0.sum, $0.node) < ($1.sum, $1.node) }.prefix(triedNodes).map(\.node)
  }

  private static func isAllowed(
    _ node: NodeID, _ filter: TraversalFilter, in graph: PropertyGraph
  ) -> Bool {
    guard hasTypeRules(filter) else { return true }
    let names = Set(graph.labels(of: node) + [graph.typeName(of: node)])
    if let allowed = filter.allowedNodeTypes, names.isDisjoint(with: allowed) { return false }
    return names.isDisjoint(with: filter.excludedNodeTypes)
  }
}
