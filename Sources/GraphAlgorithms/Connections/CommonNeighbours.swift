// SPDX-License-Identifier: Apache-2.0

public import GraphModel

/// A question for the nodes that several nodes are all linked to.
///
/// ```
///   poland ──SIGNED──> treaty <──SIGNED── kazakhstan      treaty is common to the two
/// ```
/// ```swift
/// let query = CommonNeighbours(
///   of: [poland, kazakhstan], filter: TraversalFilter(allowedEdgeTypes: ["SIGNED"]))
/// for found in try query.answer(in: view) { print(graph.displayName(of: found.node)) }
/// ```
///
/// The nodes asked for are not in the answer themselves. The filter's node rules hold for the
/// neighbours.
///
/// - Preconditions: at least one node, all in the graph and none avoided; `minimum`, where given,
///   is 1 to the number of nodes. All are checked.
/// - Complexity: O(e log e) for e edges at the nodes asked for.
public struct CommonNeighbours: Hashable, Sendable {
  /// A node named twice counts once.
  public var nodes: [NodeID]
  public var filter: TraversalFilter

  /// Whether the edges must lead from the nodes asked for to the neighbour, except types for which
  /// the filter names a direction, which is that of a step to the neighbour.
  public var isDirected: Bool

  /// To how many of the nodes a neighbour must be linked; nil for all.
  public var minimum: Int?

  public init(
    of nodes: [NodeID], filter: TraversalFilter = TraversalFilter(), isDirected: Bool = false,
    minimum: Int? = nil
  ) {
    self.nodes = nodes
    self.filter = filter
    self.isDirected = isDirected
    self.minimum = minimum
  }

  /// A common neighbour.
  public struct Neighbour: Hashable, Sendable {
    public var node: NodeID

    /// For each of the nodes asked for that it is linked to, in the order asked.
    public var links: [Link]

    public init(node: NodeID, links: [Link]) {
      self.node = node
      self.links = links
    }
  }

  /// The edges between a neighbour and one of the nodes asked for.
  public struct Link: Hashable, Sendable {
    public var node: NodeID

    /// By edge type, then source, then target; at least one.
    public var edges: [EdgeID]

    public init(node: NodeID, edges: [EdgeID]) {
      self.node = node
      self.edges = edges
    }
  }

  /// The common neighbours, by type, then key.
  /// - Throws: ``AlgorithmError``.
  public func answer(
    in view: TraversalView, budget: SearchBudget = .standard
  ) throws(AlgorithmError) -> [Neighbour] {
    var seen: Set<NodeID> = []
    let asked = nodes.filter { seen.insert($0).inserted }
    if asked.isEmpty { throw .noNodes }
    let minimum = minimum ?? asked.count
    guard 1...asked.count ~= minimum else {
      throw .parameterOutOfRange(
        name: "minimum", value: "\(minimum)", expected: "1 to \(asked.count)")
    }
    let links = try traversing { () throws(TraversalError) in
      try self.links(of: asked, in: view, budget)
    }
    return links.filter { $0.value.count >= minimum }.sorted { $0.key < $1.key }.map {
      position, links in
      Neighbour(
        node: view.node(at: position),
        links: links.map { link in
          Link(node: asked[link.place], edges: view.inOrder(link.edges.map(view.edge(at:))))
        })
    }
  }

  /// For each neighbour, the nodes asked for by place, with the edges.
  private func links(
    of asked: [NodeID], in view: TraversalView, _ budget: SearchBudget
  ) throws(TraversalError) -> [UInt32: [(place: Int, edges: [UInt32])]] {
    var positions: [UInt32] = []
    for node in asked {
      positions.append(try view.requirePosition(of: node))
      if filter.avoidedNodes.contains(node) {
        throw .avoidedEnd(view.graph.displayName(of: node))
      }
    }
    for node in filter.avoidedNodes { _ = try view.requirePosition(of: node) }
    let compiled = try CompiledFilter(filter, isDirected: isDirected, view: view)
    let test = FilteredStep(compiled)
    var meter = BudgetMeter(budget)
    let own = Set(positions)
    var links: [UInt32: [(place: Int, edges: [UInt32])]] = [:]
    for (place, position) in positions.enumerated() {
      let entries = view.entries(of: position)
      try meter.charge(entries.count + 1)
      try meter.reserve(entries.count * 32)
      for entry in entries {
        let neighbour = view.neighbours.base[entry]
        let reference = view.references.base[entry]
        guard test.admits(reference), test.admits(node: neighbour), !own.contains(neighbour) else {
          continue
        }
        var known = links[neighbour] ?? []
        links[neighbour] = nil
        if known.last?.place == place {
          known[known.count - 1].edges.append(reference >> 1)
        } else {
          known.append((place, [reference >> 1]))
        }
        links[neighbour] = known
      }
    }
    withExtendedLifetime(compiled) {}
    return links
  }
}
