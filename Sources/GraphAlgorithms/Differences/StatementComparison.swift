// SPDX-License-Identifier: Apache-2.0

internal import GraphModel

/// Compares what two nodes or two edges of two graphs state, claims and sources included.
///
/// Sources have numbers of their own in each graph, so they are compared by their keys.
struct StatementComparison: Sendable {
  let old: PropertyGraph
  let new: PropertyGraph

  /// Everything that a node or an edge states, apart from its key and ends.
  struct Statements {
    var labels: [String] = []
    var names: [NodeName] = []
    var identifier: String?
    var properties: [(name: String, value: Value)]
    var claims: [Claim]
  }

  func statements(of node: NodeID, in graph: PropertyGraph) -> Statements {
    Statements(
      labels: graph.labels(of: node), names: graph.names(of: node),
      properties: graph.properties(of: node), claims: graph.claims(on: node))
  }

  func statements(of edge: EdgeID, in graph: PropertyGraph) -> Statements {
    Statements(
      identifier: graph.identifier(of: edge), properties: graph.properties(of: edge),
      claims: graph.claims(on: edge))
  }

  /// Everything stated as bytes, the same for the same statements in either graph.
  func record(of statements: Statements, in graph: PropertyGraph) -> [UInt8] {
    var writer = RecordWriter()
    writer.write(statements.labels)
    writer.write(statements.names)
    writer.write(statements.identifier)
    writer.write(list: statements.properties) { writer, property in
      writer.write(property.name)
      writer.write(property.value)
    }
    writer.write(list: statements.claims) { writer, claim in
      writer.write(claim.property)
      writer.write(claim.value)
      writer.write(claim.isPreferred)
      writer.write(claim.note)
      writer.write(list: claim.citations) { writer, citation in
        writer.write(graph.source(citation.source).key)
        writer.write(citation.locator)
        writer.write(citation.quote)
      }
    }
    return writer.bytes
  }

  /// What differs between two nodes or two edges that are the same thing.
  func differences(_ before: Statements, _ after: Statements) -> [StatementDifference] {
    guard record(of: before, in: old) != record(of: after, in: new) else { return [] }
    var found: [StatementDifference] = []
    if before.labels != after.labels { found.append(StatementDifference(.labels)) }
    if Set(before.names) != Set(after.names) { found.append(StatementDifference(.names)) }
    if before.identifier != after.identifier { found.append(StatementDifference(.identifier)) }
    let names =
      before.properties.map(\.name) + after.properties.map(\.name)
      + before.claims.compactMap(\.property) + after.claims.compactMap(\.property)
    for name in Set(names).sorted() {
      let values = (
        before.properties.first { $0.name == name }?.value,
        after.properties.first { $0.name == name }?.value
      )
      let claims = (
        before.claims.filter { $0.property == name }, after.claims.filter { $0.property == name }
      )
      if values.0 != values.1 || Self.stated(claims.0) != Self.stated(claims.1) {
        found.append(StatementDifference(.property(name)))
      } else if evidence(claims.0, old) != evidence(claims.1, new) {
        found.append(StatementDifference(.property(name), isOfSourcesOnly: true))
      }
    }
    let existence = (
      before.claims.filter { $0.property == nil }, after.claims.filter { $0.property == nil }
    )
    if Set(existence.0.compactMap(\.note)) != Set(existence.1.compactMap(\.note)) {
      found.append(StatementDifference(.existence))
    } else if evidence(existence.0, old) != evidence(existence.1, new) {
      found.append(StatementDifference(.existence, isOfSourcesOnly: true))
    }
    return found
  }

  /// A value as somebody states it, whoever that is.
  private struct Stated: Hashable {
    var value: Value
    var note: String?
    var isPreferred: Bool
  }

  /// The values that are claimed. A rival is one, however many state it.
  ///
  /// A single claim is preferred whether it says so or not.
  private static func stated(_ claims: [Claim]) -> Set<Stated> {
    let rivals = Set(claims.map(\.value)).count > 1
    return Set(
      claims.map { Stated(value: $0.value, note: $0.note, isPreferred: rivals && $0.isPreferred) })
  }

  /// Who states a value, and where.
  private struct Evidence: Hashable {
    var value: Value
    var source: String
    var locator: String?
    var quote: String?
  }

  private func evidence(_ claims: [Claim], _ graph: PropertyGraph) -> Set<Evidence> {
    Set(
      claims.flatMap { claim in
        claim.citations.map { citation in
          Evidence(
            value: claim.value, source: graph.source(citation.source).key,
            locator: citation.locator, quote: citation.quote)
        }
      })
  }
}
