// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// Writes a graph as lines, so that a test can say all that it expects of one.
enum GraphDump {
  static func text(of graph: PropertyGraph) -> String {
    var lines: [String] = []
    for node in graph.nodes {
      let labels = graph.labels(of: node).joined(separator: "&")
      lines.append(
        "\(graph.key(of: node) ?? "#") :\(labels)\(properties(graph.properties(of: node)))")
      for name in graph.names(of: node) {
        lines.append(
          "  aka \(name.text) (\(name.kind.rawValue)\(name.language.map { ", \($0)" } ?? ""))")
      }
      lines += claims(graph.claims(on: node), graph)
      for edge in graph.edges(at: node, direction: .outgoing) {
        let target = graph.key(of: graph.target(of: edge)) ?? "#"
        let identifier = graph.identifier(of: edge).map { " #\($0)" } ?? ""
        lines.append(
          "  -\(graph.typeName(of: edge))-> \(target)\(identifier)\(properties(graph.properties(of: edge)))"
        )
        lines += claims(graph.claims(on: edge), graph).map { "  " + $0 }
      }
    }
    return lines.joined(separator: "\n")
  }

  private static func properties(_ properties: [(name: String, value: Value)]) -> String {
    properties.sorted { $0.name < $1.name }.map { " \($0.name)=\(shown($0.value))" }.joined()
  }

  /// Dates as they are written in datasets.
  private static func shown(_ value: Value) -> String {
    switch value {
    case .partialDate(let date): date.description
    case .date(let date): date.description
    default: value.description
    }
  }

  private static func claims(_ claims: [Claim], _ graph: PropertyGraph) -> [String] {
    claims.map { claim in
      let what = claim.property.map { "\($0) = \(shown(claim.value))" } ?? "so"
      let citations = claim.citations.map { citation in
        graph.source(citation.source).key + (citation.locator.map { " (\($0))" } ?? "")
          + (citation.quote.map { " “\($0)”" } ?? "")
      }
      return "  * \(what)\(claim.isPreferred ? " preferred" : "")"
        + (citations.isEmpty ? "" : " says " + citations.joined(separator: ", "))
        + (claim.note.map { " note: \($0)" } ?? "")
    }
  }
}
