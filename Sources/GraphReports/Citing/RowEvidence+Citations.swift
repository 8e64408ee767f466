// SPDX-License-Identifier: Apache-2.0

internal import GraphModel
internal import QueryEngine

extension RowEvidence {
  /// Who says what the row rests on, each once: the edges first, then nodes, then properties.
  ///
  /// An edge is cited as elsewhere: who states it as such, and its dates. So is a node; where nobody
  /// states it as such, who states anything about it. A property is cited by its own claims, but the
  /// `name` of a node, which says only what is spoken of.
  func citations(in graph: PropertyGraph) -> [Citation] {
    var citations = edges.flatMap { EdgeEvidence($0, in: graph).citations }
    for node in nodes {
      let claims = graph.claims(on: node)
      let own = claims.filter { $0.property == nil }
      citations += (own.isEmpty ? claims : own).flatMap(\.citations)
    }
    for property in properties {
      let claims =
        switch property.subject {
        case .node(let node): property.name == "name" ? [] : graph.claims(on: node)
        case .edge(let edge): graph.claims(on: edge)
        }
      citations += claims.filter { $0.property == property.name }.flatMap(\.citations)
    }
    return citations.uniqued
  }
}
