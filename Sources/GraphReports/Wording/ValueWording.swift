// SPDX-License-Identifier: Apache-2.0

internal import GraphModel

/// Values of a query as text for people: nodes by their names, edges and paths as chains.
struct ValueWording {
  let graph: PropertyGraph

  /// The text of a cell; empty for null.
  func cell(_ value: Value) -> String {
    if case .null = value { return "" }
    return text(value)
  }

  func text(_ value: Value) -> String {
    switch value {
    case .node(let node): return name(of: node)
    case .edge(let edge):
      guard graph.contains(edge) else { return "(a deleted edge)" }
      return
        "\(name(of: graph.source(of: edge))) ─[\(graph.typeName(of: edge))]→ "
        + name(of: graph.target(of: edge))
    case .path(let path): return chain(path)
    case .list(let items): return "[\(items.map(text).joined(separator: ", "))]"
    case .map(let map):
      return "{\(map.entries.map { "\($0.key): \(text($0.value))" }.joined(separator: ", "))}"
    default: return value.displayText
    }
  }

  private func name(of node: NodeID) -> String {
    guard graph.contains(node) else { return "(a deleted node)" }
    if graph.key(of: node) != nil || graph.value(of: node, named: "name") != nil {
      return graph.displayName(of: node)
    }
    // A node without a name is known by what it holds.
    let labels = graph.labels(of: node).map { ":\($0)" }.joined()
    let properties = graph.properties(of: node)
      .map { "\($0.name): \($0.value.displayText)" }.joined(separator: ", ")
    let parts = [labels, properties.isEmpty ? "" : "{\(properties)}"].filter { !$0.isEmpty }
    return "(\(parts.joined(separator: " ")))"
  }

  private func chain(_ path: PathValue) -> String {
    var text = path.nodes.first.map(name) ?? ""
    for (position, edge) in path.edges.enumerated() {
      let far = path.nodes[position + 1]
      let isForward = graph.contains(edge) && graph.source(of: edge) == path.nodes[position]
      let type = graph.contains(edge) ? graph.typeName(of: edge) : "deleted"
      text += isForward ? " ─[\(type)]→ " : " ←[\(type)]─ "
      text += name(of: far)
    }
    return text
  }
}
