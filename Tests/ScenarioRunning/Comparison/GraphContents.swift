// SPDX-License-Identifier: Apache-2.0

package import GraphModel

/// What is in a graph at one moment, so that two moments can be compared.
///
/// Side effects are measured, not believed: whatever a query says that it did, this is what it did.
package struct GraphContents {
  private enum Element: Hashable {
    case node(NodeID)
    case edge(EdgeID)
  }

  private struct Property: Hashable {
    let element: Element
    let name: ScenarioText
    let value: ScenarioValue
  }

  private var nodes: Set<NodeID> = []
  private var edges: Set<EdgeID> = []
  private var labels: Set<String> = []
  private var properties: Set<Property> = []

  package init(of graph: PropertyGraph) {
    for node in graph.nodes {
      nodes.insert(node)
      labels.formUnion(graph.labels(of: node))
      add(graph.properties(of: node), of: .node(node), graph)
    }
    for edge in graph.edges {
      edges.insert(edge)
      add(graph.properties(of: edge), of: .edge(edge), graph)
    }
  }

  private mutating func add(
    _ values: [(name: String, value: Value)], of element: Element, _ graph: PropertyGraph
  ) {
    for (name, value) in values {
      properties.insert(
        Property(
          element: element, name: ScenarioText(name), value: ScenarioValue(value, in: graph)))
    }
  }

  /// What happened between an earlier moment and this one. A property with another value counts as
  /// one removed and one added.
  package func sideEffects(since earlier: GraphContents) -> SideEffects {
    SideEffects([
      .nodesAdded: nodes.subtracting(earlier.nodes).count,
      .nodesRemoved: earlier.nodes.subtracting(nodes).count,
      .edgesAdded: edges.subtracting(earlier.edges).count,
      .edgesRemoved: earlier.edges.subtracting(edges).count,
      .labelsAdded: labels.subtracting(earlier.labels).count,
      .labelsRemoved: earlier.labels.subtracting(labels).count,
      .propertiesAdded: properties.subtracting(earlier.properties).count,
      .propertiesRemoved: earlier.properties.subtracting(properties).count,
    ])
  }
}
