// SPDX-License-Identifier: Apache-2.0

/// Edges in the entry of the node they start from: a key, a list of keys, or mappings with `to`.
extension DatasetReader {
  mutating func edges(of pair: YAMLPair) -> [StatedEdge] {
    let type = PlacedText(pair.name, place(pair.key))
    guard let items = pair.value.items else {
      if pair.value.isAbsent {
        reportAbsent(pair)
        return []
      }
      return edge(of: pair.value, type).map { [$0] } ?? []
    }
    return items.compactMap { edge(of: $0, type) }
  }

  private mutating func edge(of node: YAMLNode, _ type: PlacedText) -> StatedEdge? {
    switch node.content {
    case .scalar:
      if !node.isAbsent { return StatedEdge(type: type, to: placed(node)) }
      findings.report(DatasetMessages.emptyListItem(), at: place(node))
      return nil
    case .sequence:
      findings.report(DatasetMessages.expectedEdge(type.text), at: place(node))
      return nil
    case .mapping(let pairs):
      return edge(pairs, node, type)
    }
  }

  private mutating func edge(
    _ pairs: [YAMLPair], _ node: YAMLNode, _ type: PlacedText
  ) -> StatedEdge? {
    var edge = StatedEdge(type: type, to: PlacedText("", place(node)))
    var hasTarget = false
    for pair in pairs {
      switch pair.name {
      case "to":
        if let target = text(of: pair) {
          edge.to = target
          hasTarget = true
        }
      case "id": edge.identifier = text(of: pair)
      case "sources": edge.supports = [Support(citations: citations(of: pair))]
      default:
        if let statement = statement(of: pair) { edge.statements.append(statement) }
      }
    }
    guard hasTarget else {
      if !pairs.contains(where: { $0.name == "to" }) {
        let help = findings.suggestion(for: "to", among: pairs.map(\.name))
        findings.report(
          DatasetMessages.edgeWithoutTarget(type.text, help: help), at: place(node))
      }
      return nil
    }
    return edge
  }
}
