// SPDX-License-Identifier: Apache-2.0

package import GraphModel

extension ScenarioValue {
  /// What a value of an answer is, with what the graph knows of its nodes and edges.
  package init(_ value: Value, in graph: PropertyGraph) {
    switch value {
    case .null: self = .null
    case .boolean(let value): self = .boolean(value)
    case .integer(let value): self = .integer(value)
    case .float(let value): self = .float(ScenarioFloat(value))
    case .string(let value): self = .string(ScenarioText(value))
    case .list(let values): self = .list(values.map { ScenarioValue($0, in: graph) })
    case .map(let map): self = .map(Self.entries(map.entries.map { ($0.key, $0.value) }, graph))
    case .node(let node): self = .node(ScenarioNode(node, in: graph))
    case .edge(let edge): self = .edge(ScenarioEdge(edge, in: graph))
    case .path(let path): self = .path(ScenarioPath(path, in: graph))
    case .date, .localTime, .time, .localDateTime, .dateTime, .duration, .partialDate:
      self = .string(ScenarioText(value.displayText))
    }
  }

  /// The value as a parameter; nil for what only a graph has.
  var parameter: Value? {
    switch self {
    case .null: return .null
    case .boolean(let value): return .boolean(value)
    case .integer(let value): return .integer(value)
    case .float(let value): return .float(value.number)
    case .string(let value): return .string(value.text)
    case .list(let values):
      let parameters = values.compactMap(\.parameter)
      return parameters.count == values.count ? .list(parameters) : nil
    case .map(let entries):
      let parameters = entries.compactMap { key, value in
        value.parameter.map { (key.text, $0) }
      }
      return parameters.count == entries.count ? .map(ValueMap(parameters)) : nil
    case .node, .edge, .path: return nil
    }
  }

  fileprivate static func entries(
    _ entries: [(String, Value)], _ graph: PropertyGraph
  ) -> [ScenarioText: ScenarioValue] {
    Dictionary(
      entries.map { (ScenarioText($0), ScenarioValue($1, in: graph)) }, uniquingKeysWith: { $1 })
  }
}

extension ScenarioNode {
  init(_ node: NodeID, in graph: PropertyGraph) {
    self.init(
      labels: Set(graph.labels(of: node)),
      properties: ScenarioValue.entries(
        graph.properties(of: node).map { ($0.name, $0.value) }, graph))
  }
}

extension ScenarioEdge {
  init(_ edge: EdgeID, in graph: PropertyGraph) {
    self.init(
      type: graph.typeName(of: edge),
      properties: ScenarioValue.entries(
        graph.properties(of: edge).map { ($0.name, $0.value) }, graph))
  }
}

extension ScenarioPath {
  init(_ path: PathValue, in graph: PropertyGraph) {
    self.init(start: ScenarioNode(path.nodes[0], in: graph), steps: [])
    for (index, edge) in path.edges.enumerated() {
      steps.append(
        Step(
          edge: ScenarioEdge(edge, in: graph),
          isForward: graph.source(of: edge) == path.nodes[index],
          node: ScenarioNode(path.nodes[index + 1], in: graph)))
    }
  }
}
