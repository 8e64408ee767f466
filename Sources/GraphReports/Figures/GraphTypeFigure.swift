// SPDX-License-Identifier: Apache-2.0

public import GraphDrawing
public import GraphModel

/// A graph type as a figure: node types and the edge types that may join them.
public struct GraphTypeFigure: Sendable {
  private let graphType: GraphType
  private let description: GraphDescription

  public init(_ graphType: GraphType, description: GraphDescription = GraphDescription()) {
    self.graphType = graphType
    self.description = description
  }

  /// One line for all edge types that join the same two types; an end that names several labels
  /// stands once for each concrete type that carries one.
  public func figure(title: String) -> Figure {
    var verbs: [Pair: [String]] = [:]
    for type in graphType.edgeTypes {
      for source in types(admittedBy: type.sourceLabels) {
        for target in types(admittedBy: type.targetLabels) {
          verbs[Pair(source: source, target: target), default: []].append(type.label)
        }
      }
    }
    let nodes = graphType.concreteNodeTypes.sorted { $0.name < $1.name }.map { type in
      let supertypes = type.supertypes.isEmpty ? nil : type.supertypes.joined(separator: ", ")
      return Figure.Node(
        id: type.name, typeName: type.name,
        typeTitle: DisplayLabel.title(ofType: type.name, in: description),
        label: DisplayLabel.title(ofType: type.name, in: description),
        sublabel: supertypes.map { "is a kind of \($0)" })
    }
    let edges = verbs.sorted { ($0.key.source, $0.key.target) < ($1.key.source, $1.key.target) }
      .map { pair, labels in
        let labels = labels.uniqued
        return Figure.Edge(
          from: pair.source, to: pair.target, typeName: labels[0],
          verb: labels.map { description.wording(ofEdgeType: $0).verb }.joined(separator: "\n"),
          lineKind: .other)
      }
    return Figure(
      title: title, subtitle: "Which node types the edge types may join", nodes: nodes,
      edges: edges)
  }

  private struct Pair: Hashable {
    let source: String
    let target: String
  }

  private func types(admittedBy labels: [String]) -> [String] {
    graphType.concreteNodeTypes
      .filter { graphType.end(labels, admits: graphType.allLabels(of: $0)) }
      .map(\.name)
  }
}
