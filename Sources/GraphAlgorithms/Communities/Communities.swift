// SPDX-License-Identifier: Apache-2.0

public import GraphModel

/// Groups of nodes that are linked more closely among themselves than with the rest, found by the
/// Leiden method: no fixed number of groups, every node in one of them.
///
/// What is made great is the modularity: the sum over all groups of
/// e / m - resolution · (d / 2m)², where m is the number of edges, e the number of those within the
/// group, d the sum of the degrees of its nodes. Directions do not count; parallel edges count each;
/// a loop counts as one edge within and two of degree.
///
/// ```
///   a ── b      d ── e
///    \  /        \  /       two groups: {a, b, c} and {d, e, f}
///     c ───────── f
/// ```
/// ```swift
/// let communities = try Communities(in: view, seed: 1)
/// for group in communities.groups { print(group.map(graph.displayName(of:))) }
/// ```
///
/// - Preconditions: the resolution is positive and finite. Checked. A greater one makes smaller
///   groups; 1 is the modularity of Newman and Girvan.
/// - Guarantee: every group is connected by edges within it, unlike those of the Louvain method.
///   The modularity is not below that of any earlier round, and need not be the greatest there is:
///   finding that is NP-hard.
/// - Result: the seed fixes the order in which nodes are tried, and thereby the result, on every
///   machine.
/// - Complexity: in practice near O(edges · log nodes); the budget bounds it.
/// - Literature: V. A. Traag, L. Waltman, N. J. van Eck, "From Louvain to Leiden: guaranteeing
///   well-connected communities", Scientific Reports 9 (2019), with the best merge taken where the
///   paper draws one at random; M. E. J. Newman, M. Girvan, "Finding and evaluating community
///   structure in networks", Physical Review E 69 (2004).
public struct Communities: Sendable {
  /// The nodes of each group by type, then key; larger groups first, equal ones by first node.
  public let groups: [[NodeID]]

  /// Of the groups, at the resolution asked for; 0 without edges.
  public let modularity: Double

  private let graph: WalkableGraph

  /// By node.
  private let numbers: [UInt32]

  /// Finds the groups.
  /// - Parameters:
  ///   - filter: node rules hold for every node; an edge counts when it may be walked in one of its
  ///     directions at least.
  ///   - rounds: how often the whole is begun anew from the groups found; it ends earlier when
  ///     nothing gets better.
  /// - Throws: ``AlgorithmError``.
  public init(
    in view: TraversalView, filter: TraversalFilter = TraversalFilter(), resolution: Double = 1,
    seed: UInt64 = 0, rounds: Int = 10, budget: SearchBudget = .standard
  ) throws(AlgorithmError) {
    guard resolution > 0, resolution.isFinite else {
      throw .parameterOutOfRange(
        name: "resolution", value: "\(resolution)", expected: "a positive number")
    }
    guard rounds >= 1 else {
      throw .parameterOutOfRange(name: "rounds", value: "\(rounds)", expected: "at least 1")
    }
    let found = try traversing { () throws(TraversalError) in
      var meter = BudgetMeter(budget)
      let graph = try WalkableGraph(
        view, filter: filter, isDirected: false, side: .around, meter: &meter)
      let network = try WeightedNetwork(graph, meter: &meter)
      var search = LeidenSearch(resolution: resolution, seed: seed)
      var groups = Array(0..<UInt32(graph.nodeCount))
      var quality = network.modularity(of: groups, resolution: resolution)
      for _ in 0..<rounds {
        let next = try search.refined(groups, of: network, meter: &meter)
        let nextQuality = network.modularity(of: next, resolution: resolution)
        if nextQuality <= quality { break }
        (groups, quality) = (next, nextQuality)
      }
      return (graph, groups, quality)
    }
    graph = found.0
    modularity = found.2
    var members: [[UInt32]] = Array(repeating: [], count: found.0.nodeCount)
    for (node, group) in found.1.enumerated() { members[Int(group)].append(UInt32(node)) }
    members.removeAll(where: \.isEmpty)
    members.sort { ($1.count, $0[0]) < ($0.count, $1[0]) }
    var numbers = [UInt32](repeating: 0, count: found.0.nodeCount)
    for (number, group) in members.enumerated() {
      for node in group { numbers[Int(node)] = UInt32(number) }
    }
    self.numbers = numbers
    let graph = found.0
    groups = members.map { $0.map { graph.node(at: Int($0)) } }
  }

  /// The group of a node, as a place in ``groups``; nil when the graph has it not or the filter
  /// leaves it out.
  public func group(of node: NodeID) -> Int? {
    graph.number(of: node).map { Int(numbers[Int($0)]) }
  }
}
