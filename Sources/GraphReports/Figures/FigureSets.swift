// SPDX-License-Identifier: Apache-2.0

internal import GraphAlgorithms
public import GraphDrawing
public import GraphModel

/// Sets of the nodes of a figure, by what the graph says of them: to be put together, or framed.
///
/// ```swift
/// let sets = FigureSets(of: figure, in: graph)
/// let byRegion = figure.grouped(into: sets.byEdge("MEMBER_OF"))
/// ```
public struct FigureSets: Sendable {
  private let graph: PropertyGraph
  private let asOf: CalendarDate?
  private let nodes: [NodeID]

  /// - Parameters:
  ///   - nodes: those of the figure.
  ///   - asOf: the day on which a node must belong to a set.
  public init(of nodes: [NodeID], in graph: PropertyGraph, asOf: CalendarDate? = nil) {
    self.graph = graph
    self.asOf = asOf
    self.nodes = nodes
  }

  /// The sets of a figure of this graph.
  ///
  /// - Complexity: O(*n*) on average in the nodes of the figure, and in those of the graph when
  ///   some have no key.
  public init(of figure: Figure, in graph: PropertyGraph, asOf: CalendarDate? = nil) {
    let names = Set(figure.nodes.map(\.id))
    var found: [NodeID] = []
    for name in names {
      if let node = graph.node(key: name) { found.append(node) }
    }
    if found.count < names.count, names.contains(where: { $0.hasPrefix("node-") }) {
      found += graph.nodes.filter {
        graph.key(of: $0) == nil
          && names.contains(SubgraphFigure.identifier(of: $0, in: graph))
      }
    }
    self.init(of: found.sorted(), in: graph, asOf: asOf)
  }

  /// One set for the nodes of a type, or of types that extend it.
  public func byType(_ type: String) -> [Figure.Group] {
    let members = nodes.filter {
      graph.typeName(of: $0) == type || graph.labels(of: $0).contains(type)
    }
    return group(members, title(ofType: type)).map { [$0] } ?? []
  }

  /// One set for each type.
  public var byTypes: [Figure.Group] {
    Set(nodes.map { graph.typeName(of: $0) }).sorted().compactMap { type in
      group(nodes.filter { graph.typeName(of: $0) == type }, title(ofType: type))
    }
  }

  /// One set for each node that edges of a type lead to: with `MEMBER_OF`, the members of a group.
  ///
  /// A node that belongs to several is in the one with the most nodes in the figure, and of these in
  /// the first by name.
  public func byEdge(_ label: String) -> [Figure.Group] {
    var members: [NodeID: Set<NodeID>] = [:]
    for node in nodes {
      graph.forEachEdge(at: node, direction: .outgoing) { edge, target in
        guard graph.typeName(of: edge) == label, target != node, holds(edge) else { return }
        members[target, default: []].insert(node)
      }
    }
    var sets: [Figure.Group] = []
    while true {
      let next = members.filter { !$0.value.isEmpty }.min {
        ($1.value.count, graph.displayName(of: $0.key), $0.key)
          < ($0.value.count, graph.displayName(of: $1.key), $1.key)
      }
      guard let next else { return sets }
      if let set = group(next.value.sorted(), graph.displayName(of: next.key)) { sets.append(set) }
      members[next.key] = nil
      for target in members.keys { members[target]?.subtract(next.value) }
    }
  }

  private func holds(_ edge: EdgeID) -> Bool {
    guard let asOf else { return true }
    return graph.validity(of: edge).contains(asOf)
  }

  private func group(_ members: [NodeID], _ label: String) -> Figure.Group? {
    guard !members.isEmpty else { return nil }
    return Figure.Group(
      label: label,
      members: Set(members.map { SubgraphFigure.identifier(of: $0, in: graph) }))
  }

  private func title(ofType type: String) -> String {
    graph.description.types[type]?.plural?.capitalisedFirst
      ?? DisplayLabel.title(ofType: type, in: graph.description)
  }
}
