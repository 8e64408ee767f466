// SPDX-License-Identifier: Apache-2.0

public import GraphModel

/// Numbers about a graph as a whole.
///
/// ```swift
/// let statistics = try GraphStatistics(TraversalView(graph))
/// print(statistics.nodeTypes.map { "\($0.name): \($0.count)" })
/// ```
///
/// - Complexity: O(nodes + edges + claims).
public struct GraphStatistics: Hashable, Sendable {
  /// How many nodes or edges a type has.
  public struct TypeCount: Hashable, Sendable {
    public var name: String
    public var count: Int
  }

  public var nodeCount: Int
  public var edgeCount: Int

  /// By name; only types that have nodes.
  public var nodeTypes: [TypeCount]

  /// By label; only types that have edges.
  public var edgeTypes: [TypeCount]

  /// The greatest number of edges at one node, a loop counted twice; 0 without nodes.
  public var maximumDegree: Int

  /// The first node with that many; nil without nodes.
  public var nodeOfMaximumDegree: NodeID?
  public var componentCount: Int

  /// The number of nodes of the largest component.
  public var largestComponentSize: Int

  /// How many nodes have no edge.
  public var isolatedNodeCount: Int

  /// How many nodes, and edges, state a first or a last day of their own.
  public var datedNodeCount: Int
  public var datedEdgeCount: Int
  public var claimCount: Int
  public var sourceCount: Int

  /// How many properties of nodes and edges have claims that disagree.
  public var disputedPropertyCount: Int

  /// Counts.
  /// - Throws: ``TraversalError/budgetExhausted(_:)``.
  public init(_ view: TraversalView, budget: SearchBudget = .standard) throws(TraversalError) {
    let graph = view.graph
    nodeCount = view.nodeCount
    edgeCount = view.edgeCount
    nodeTypes = view.nodeTypes.filter { !$0.range.isEmpty }
      .map { TypeCount(name: $0.name, count: $0.range.count) }
    edgeTypes = view.edgeTypes.filter { !$0.range.isEmpty }
      .map { TypeCount(name: $0.label, count: $0.range.count) }
    let components = try ConnectedComponents(view, budget: budget)
    componentCount = components.count
    largestComponentSize = components.sizes.max() ?? 0
    claimCount = graph.claimCount
    sourceCount = graph.sources.count
    maximumDegree = 0
    isolatedNodeCount = 0
    datedNodeCount = 0
    datedEdgeCount = 0
    disputedPropertyCount = 0
    var meter = BudgetMeter(budget)
    for position in 0..<UInt32(view.nodeCount) {
      try meter.charge(1)
      let node = view.node(at: position)
      let degree = view.entries(of: position).count
      if degree == 0 { isolatedNodeCount += 1 }
      if degree > maximumDegree || nodeOfMaximumDegree == nil {
        maximumDegree = degree
        nodeOfMaximumDegree = node
      }
      if graph.validity(of: node) != .unbounded { datedNodeCount += 1 }
      disputedPropertyCount += Self.disputes(among: graph.claims(on: node))
    }
    for position in 0..<UInt32(view.edgeCount) {
      try meter.charge(1)
      let edge = view.edge(at: position)
      if graph.ownValidity(of: edge) != .unbounded { datedEdgeCount += 1 }
      disputedPropertyCount += Self.disputes(among: graph.claims(on: edge))
    }
  }

  /// How many properties have two different values among the claims.
  private static func disputes(among claims: [Claim]) -> Int {
    guard claims.count > 1 else { return 0 }
    var values: [String: Set<Value>] = [:]
    for claim in claims {
      if let property = claim.property { values[property, default: []].insert(claim.value) }
    }
    return values.count { $0.value.count > 1 }
  }
}
