// SPDX-License-Identifier: Apache-2.0

internal import GraphAlgorithms
internal import GraphModel

extension DifferenceAnswer {
  /// A row for each thing that came, went or ended, and one for each statement that differs.
  public var table: AnswerTable {
    var rows: [[String]] = []
    for change in difference.nodes {
      let graph = change.new == nil ? difference.old : difference.new
      guard let node = change.new ?? change.old else { continue }
      let start = [
        change.kind.rawValue, "node", graph.typeName(of: node), graph.key(of: node) ?? "", "", "",
      ]
      guard let was = change.old, let now = change.new else {
        rows.append(start + ["", "", "", keys(graph.claims(on: node).flatMap(\.citations), graph)])
        continue
      }
      for statement in change.statements {
        rows.append(
          start
            + cells(
              statement,
              Version(
                graph: difference.old, properties: difference.old.properties(of: was),
                claims: difference.old.claims(on: was), labels: difference.old.labels(of: was),
                names: difference.old.names(of: was)),
              Version(
                graph: difference.new, properties: difference.new.properties(of: now),
                claims: difference.new.claims(on: now), labels: difference.new.labels(of: now),
                names: difference.new.names(of: now))))
      }
    }
    for change in difference.edges {
      let graph = change.new == nil ? difference.old : difference.new
      guard let edge = change.new ?? change.old else { continue }
      let (source, target) = (graph.source(of: edge), graph.target(of: edge))
      let start = [
        change.kind.rawValue, "edge", graph.typeName(of: edge), graph.identifier(of: edge) ?? "",
        graph.key(of: source) ?? graph.displayName(of: source),
        graph.key(of: target) ?? graph.displayName(of: target),
      ]
      guard let was = change.old, let now = change.new else {
        rows.append(start + ["", "", "", keys(graph.claims(on: edge).flatMap(\.citations), graph)])
        continue
      }
      for statement in change.statements {
        rows.append(
          start
            + cells(
              statement,
              Version(
                graph: difference.old, properties: difference.old.properties(of: was),
                claims: difference.old.claims(on: was),
                identifier: difference.old.identifier(of: was)),
              Version(
                graph: difference.new, properties: difference.new.properties(of: now),
                claims: difference.new.claims(on: now),
                identifier: difference.new.identifier(of: now))))
      }
    }
    for change in difference.sources {
      let start = { (kind: ChangeKind) in [kind.rawValue, "source", "", change.key, "", ""] }
      guard let old = change.old, let new = change.new else {
        let kind: ChangeKind = change.old == nil ? .added : .removed
        rows.append(start(kind) + ["title", change.old?.title ?? "", change.new?.title ?? "", ""])
        continue
      }
      for member in Self.members(old, new) {
        rows.append(start(.changed) + [member.name, member.old, member.new, ""])
      }
    }
    for change in difference.description {
      rows.append([
        ChangeKind.changed.rawValue, "dataset", "", "", "", "", change.member, change.old ?? "",
        change.new ?? "", "",
      ])
    }
    return AnswerTable(
      columns: [
        "change", "element", "type", "key", "from", "to", "property", "old", "new", "sources",
      ], rows: rows)
  }

  /// What one version of a node or an edge states.
  private struct Version {
    var graph: PropertyGraph
    var properties: [(name: String, value: Value)]
    var claims: [Claim]
    var labels: [String] = []
    var names: [NodeName] = []
    var identifier: String?

    func values(_ property: String) -> String {
      let value = properties.first { $0.name == property }?.value
      return graph.claimedValues(property, value: value, claims: claims)
        .map { DisplayLabel.text(of: $0.value) }.uniqued.joined(separator: " or ")
    }
  }

  /// The cells "property", "old", "new" and "sources". Where only sources differ, they are what was
  /// and what is.
  private func cells(
    _ statement: StatementDifference, _ before: Version, _ after: Version
  ) -> [String] {
    func sources(_ version: Version, _ property: String?) -> String {
      keys(version.claims.filter { $0.property == property }.flatMap(\.citations), version.graph)
    }
    switch statement.subject {
    case .labels:
      return [
        "labels", before.labels.joined(separator: " "), after.labels.joined(separator: " "), "",
      ]
    case .names:
      return [
        "names", before.names.map(\.text).joined(separator: "; "),
        after.names.map(\.text).joined(separator: "; "), "",
      ]
    case .identifier: return ["identifier", before.identifier ?? "", after.identifier ?? "", ""]
    case .property(let name) where statement.isOfSourcesOnly:
      return [
        "sources of \(name)", sources(before, name), sources(after, name), sources(after, name),
      ]
    case .property(let name):
      return [name, before.values(name), after.values(name), sources(after, name)]
    case .existence where statement.isOfSourcesOnly:
      return ["sources", sources(before, nil), sources(after, nil), sources(after, nil)]
    case .existence:
      func note(_ version: Version) -> String {
        version.claims.filter { $0.property == nil }.compactMap(\.note).uniqued
          .joined(separator: "; ")
      }
      return ["remark", note(before), note(after), sources(after, nil)]
    }
  }

  /// Keys of sources with the places in them: `key`, `key (page 3)`.
  private func keys(_ citations: [Citation], _ graph: PropertyGraph) -> String {
    citations.map { citation in
      let key = graph.source(citation.source).key
      return citation.locator.map { "\(key) (\($0))" } ?? key
    }.uniqued.joined(separator: " ")
  }
}
