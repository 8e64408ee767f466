// SPDX-License-Identifier: Apache-2.0

public import GraphDrawing
public import GraphModel

/// A graph type as a figure: node types, and what joins them in the graph at hand.
///
/// A declaration may allow many pairs of types that no data use; lines are drawn for the pairs that
/// the graph has, or for all that the type allows while the graph has no edges.
public struct GraphTypeFigure: Sendable {
  private struct Pair: Hashable {
    let source: String
    let target: String
  }

  /// More verbs than this on one line are counted, not listed.
  private static let listedVerbs = 3

  private let graphType: GraphType
  private let graph: PropertyGraph

  /// - Complexity: linear in the number of edges.
  public init(_ graphType: GraphType, of graph: PropertyGraph) {
    self.graphType = graphType
    self.graph = graph
  }

  /// One line for all edge types that join the same two node types.
  public func figure(title: String) -> Figure {
    let pairs = graph.edgeCount == 0 ? allowedPairs : presentPairs
    let nodes = graphType.concreteNodeTypes.sorted { $0.name < $1.name }.map { type in
      let title = DisplayLabel.title(ofType: type.name, in: graph.description)
      let count = graph.nodes(ofType: type.name).count
      return Figure.Node(
        id: type.name, typeName: type.name, typeTitle: title, label: title,
        sublabel: count == 0 ? nil : "\(count) in the graph", labels: graphType.allLabels(of: type))
    }
    let edges = pairs.sorted { ($0.key.source, $0.key.target) < ($1.key.source, $1.key.target) }
      .map { pair, labels in
        Figure.Edge(
          from: pair.source, to: pair.target, typeName: "edges", verb: verbs(labels),
          lineKind: .other)
      }
    return Figure(
      title: title,
      subtitle: graph.edgeCount == 0
        ? "Node types, and the edges that may join them"
        : "Node types, and the edges that join them in the data",
      nodes: nodes, edges: edges)
  }

  private var presentPairs: [Pair: [String]] {
    var pairs: [Pair: Set<String>] = [:]
    for edge in graph.edges {
      let pair = Pair(
        source: graph.typeName(of: graph.source(of: edge)),
        target: graph.typeName(of: graph.target(of: edge)))
      pairs[pair, default: []].insert(graph.typeName(of: edge))
    }
    return pairs.mapValues { $0.sorted() }
  }

  private var allowedPairs: [Pair: [String]] {
    var pairs: [Pair: [String]] = [:]
    for type in graphType.edgeTypes {
      for source in types(admittedBy: type.sourceLabels) {
        for target in types(admittedBy: type.targetLabels) {
          pairs[Pair(source: source, target: target), default: []].append(type.label)
        }
      }
    }
    return pairs.mapValues(\.uniqued)
  }

  private func verbs(_ labels: [String]) -> String {
    let verbs = labels.map { graph.description.wording(ofEdgeType: $0).verb }
    guard verbs.count > Self.listedVerbs else { return verbs.joined(separator: ", ") }
    let listed = verbs.prefix(Self.listedVerbs - 1).joined(separator: ", ")
    return "\(listed), \(verbs.count - Self.listedVerbs + 1) more"
  }

  private func types(admittedBy labels: [String]) -> [String] {
    graphType.concreteNodeTypes
      .filter { graphType.end(labels, admits: graphType.allLabels(of: $0)) }
      .map(\.name)
  }
}
