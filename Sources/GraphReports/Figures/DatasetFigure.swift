// SPDX-License-Identifier: Apache-2.0

public import GraphAlgorithms
public import GraphDrawing
public import GraphModel

/// All nodes and edges of a graph that a filter lets through, as a figure.
public struct DatasetFigure: Sendable {
  private let graph: PropertyGraph
  private let filter: TraversalFilter

  /// More nodes than this make no figure, however they are put together.
  public static let nodeLimit = 50_000

  /// So many sources are listed under the figure; of more, only the number is told.
  private static let sourceLimit = 40

  /// - Parameter filter: its types, directions and nodes to avoid, and its day; sources are not
  ///   looked at.
  public init(of graph: PropertyGraph, filter: TraversalFilter = TraversalFilter()) {
    self.graph = graph
    self.filter = filter
  }

  /// How many nodes there are of each type that the filter lets through, the most first.
  ///
  /// - Complexity: linear in the number of nodes.
  public var counts: [(type: String, count: Int)] {
    graph.nodeTypeNames.filter(admitsType).map { type in
      (type, graph.nodes(ofType: type).filter(admits).count)
    }
    .filter { $0.count > 0 }
    .sorted { ($1.count, $0.type) < ($0.count, $1.type) }
  }

  /// The figure; nil where the filter lets no node through.
  ///
  /// - Complexity: linear in nodes and edges. See ``nodeLimit``.
  public func figure(title: String) -> Figure? {
    let nodes = graph.nodes.filter(admits)
    guard !nodes.isEmpty, nodes.count <= Self.nodeLimit else { return nil }
    let present = Set(nodes)
    let edges = graph.edges.filter { edge in
      admits(edge) && present.contains(graph.source(of: edge))
        && present.contains(graph.target(of: edge))
    }
    var subgraph = SubgraphFigure(graph: graph, nodes: nodes, edges: edges)
    subgraph.asOf = filter.asOf
    var numbering = SourceNumbering(graph)
    var figure = subgraph.figure(
      title: title,
      subtitle: "\(nodes.count.counted("node")) and \(edges.count.counted("link"))",
      numbering: &numbering)
    if figure.sources.count > Self.sourceLimit {
      figure.notes.append(
        "\(figure.sources.count) sources state these links; a figure of fewer lists them.")
      figure.sources = []
      for index in figure.edges.indices { figure.edges[index].sourceNumbers = [] }
    }
    return figure
  }

  private func admits(_ node: NodeID) -> Bool {
    guard !filter.avoidedNodes.contains(node) else { return false }
    if let asOf = filter.asOf, !graph.validity(of: node).contains(asOf) { return false }
    let names = [graph.typeName(of: node)] + graph.labels(of: node)
    if names.contains(where: filter.excludedNodeTypes.contains) { return false }
    guard let allowed = filter.allowedNodeTypes else { return true }
    return names.contains(where: allowed.contains)
  }

  /// Whether any node of a type can be let through.
  private func admitsType(_ type: String) -> Bool {
    guard let first = graph.nodes(ofType: type).first else { return false }
    let names = [type] + graph.labels(of: first)
    if names.contains(where: filter.excludedNodeTypes.contains) { return false }
    guard let allowed = filter.allowedNodeTypes else { return true }
    return names.contains(where: allowed.contains)
  }

  private func admits(_ edge: EdgeID) -> Bool {
    let type = graph.typeName(of: edge)
    if filter.excludedEdgeTypes.contains(type) { return false }
    if let allowed = filter.allowedEdgeTypes, !allowed.contains(type) { return false }
    guard let asOf = filter.asOf else { return true }
    return graph.validity(of: edge).contains(asOf)
  }
}
