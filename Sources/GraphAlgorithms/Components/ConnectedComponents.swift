// SPDX-License-Identifier: Apache-2.0

public import GraphModel

/// The connected components of a graph: sets of nodes between which there are paths, whatever the
/// direction of edges.
///
/// Components are numbered by their first node in the order of the graph.
///
/// ```
///   a ──> b <── c      d ──> e      two components: {a, b, c} is 0, {d, e} is 1
/// ```
/// ```swift
/// let components = try ConnectedComponents(TraversalView(graph))
/// print(components.sizes)   // [3, 2]
/// ```
///
/// - Filter: its node rules hold for every node, and an edge counts when it may be walked in one of
///   its directions at least. Nodes that are left out belong to no component.
/// - Complexity: O(nodes + edges), in practice much less than a look at every edge where one
///   component holds most nodes: two edges of each node are joined first, then only the nodes
///   outside the component that is likely the largest look at the rest of theirs.
/// - Literature: M. Sutton, T. Ben-Nun, A. Barak, "Optimizing parallel graph connectivity
///   computation via subgraph sampling", IPDPS 2018 (Afforest), on one thread.
public struct ConnectedComponents: Sendable {
  /// The number of nodes of each component.
  public let sizes: [Int]

  private let graph: WalkableGraph

  /// By node.
  private let numbers: [UInt32]

  /// How many there are.
  public var count: Int { sizes.count }

  /// Finds the components.
  /// - Throws: ``TraversalError/budgetExhausted(_:)``, or for an unknown name in the filter.
  public init(
    _ view: TraversalView, filter: TraversalFilter = TraversalFilter(),
    budget: SearchBudget = .standard
  ) throws(TraversalError) {
    var meter = BudgetMeter(budget)
    graph = try WalkableGraph(view, filter: filter, isDirected: false, side: .around, meter: &meter)
    var forest = SampledForest(graph)
    try forest.join(meter: &meter)
    (numbers, sizes) = forest.numbered()
  }

  /// The component of a node; nil when the graph has it not or the filter leaves it out.
  public func component(of node: NodeID) -> Int? {
    graph.number(of: node).map { Int(numbers[Int($0)]) }
  }

  /// The nodes of a component, by type, then key; none when there is no such component.
  /// Complexity: O(nodes).
  public func members(of component: Int) -> [NodeID] {
    numbers.indices.filter { Int(numbers[$0]) == component }.map(graph.node(at:))
  }
}
