// SPDX-License-Identifier: Apache-2.0

public import GraphModel
public import SourceDiagnostics

/// What came of reading a dataset.
public struct DatasetLoading: Sendable {
  /// The graph; nil when there is any error.
  public let graph: PropertyGraph?

  /// Everything that was found, in order of place.
  public let diagnostics: [Diagnostic]

  /// The names of the files that were read, in order.
  public let files: [String]

  /// Where nodes, edges and properties are written.
  public let locations: DatasetLocations
}

/// Where the parts of a dataset are written.
public struct DatasetLocations: Sendable {
  let facts: StatedFacts
  let texts: DatasetTexts
  private let nodeIndex: [String: Int]

  init(facts: StatedFacts, texts: DatasetTexts, nodeIndex: [String: Int]) {
    self.facts = facts
    self.texts = texts
    self.nodeIndex = nodeIndex
  }

  /// Where the entry of a node names its key.
  public func node(_ key: String) -> SourceLocation? {
    entry(key).map { texts.location(of: $0.key.place) }
  }

  /// Where the values claimed of a node's property are written, the leading one first.
  public func property(_ name: String, ofNode key: String) -> [SourceLocation] {
    guard let statement = entry(key)?.statement(of: name) else { return [] }
    let leading = statement.leading
    let others = statement.claims.indices.filter { $0 != leading }
    return ([leading] + others).map { texts.location(of: statement.claims[$0].value.place) }
  }

  /// Where the edges of a type from one node to another name their target, in order of the files.
  ///
  /// Complexity: linear in the edges that the entry of the first node and the tables state.
  public func edges(_ type: String, from: String, to: String) -> [SourceLocation] {
    let own = entry(from)?.edges ?? []
    let loose = facts.looseEdges.filter { $0.from.text == from }.map(\.edge)
    return (own + loose).filter { $0.type.text == type && $0.to.text == to }
      .map { texts.location(of: $0.to.place) }
  }

  private func entry(_ key: String) -> StatedNode? { nodeIndex[key].map { facts.nodes[$0] } }
}
