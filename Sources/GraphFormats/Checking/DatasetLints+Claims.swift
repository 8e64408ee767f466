// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// Claims that disagree, and statements that nobody stands behind.
extension DatasetLints {
  // MARK: - Disagreement

  mutating func checkDisagreements() {
    for node in facts.nodes {
      for statement in node.statements where statement.claims.count > 1 {
        check(statement, of: "'\(node.key.text)'", byDefault: node.supports.first)
      }
      for edge in node.edges {
        check(edge, from: node.key.text, byDefault: node.supports.first)
      }
    }
    for (from, edge) in facts.looseEdges { check(edge, from: from.text, byDefault: nil) }
  }

  private mutating func check(_ edge: StatedEdge, from: String, byDefault: Support?) {
    for statement in edge.statements where statement.claims.count > 1 {
      check(
        statement, of: "'\(from)' \(edge.type.text) '\(edge.to.text)'",
        byDefault: edge.supports?.first ?? byDefault)
    }
  }

  private mutating func check(_ statement: Statement, of subject: String, byDefault: Support?) {
    guard Self.disagree(statement.claims) else { return }
    let isDecided = statement.claims.contains { $0.isPreferred }
    let notes = statement.claims.map { claim in
      let support = claim.support ?? byDefault
      let sources = (support?.citations ?? []).map(\.source.text)
      let mark = claim.isPreferred ? ", preferred" : ""
      return (
        text: CheckMessages.claim(claim.value.shown, sources: sources) + mark,
        place: claim.value.place
      )
    }
    findings.report(
      CheckMessages.disagreement(statement.property.text, of: subject, isDecided: isDecided),
      at: statement.property.place, notes: notes)
  }

  /// Whether two claims cannot both be right. Dates agree when one may mean a part of the other.
  static func disagree(_ claims: [StatedClaim]) -> Bool {
    let values = claims.map(\.value.shown)
    let dates = values.compactMap { PartialDate($0) }
    guard dates.count == values.count else { return Set(values).count > 1 }
    // All agree when they have a day in common.
    let latestStart = dates.map(\.earliest).max()
    let earliestEnd = dates.map(\.latest).min()
    guard let latestStart, let earliestEnd else { return false }
    return latestStart > earliestEnd
  }

  // MARK: - Support

  mutating func checkSupport() {
    guard !facts.sources.isEmpty else {
      if !facts.nodes.isEmpty { findings.report(CheckMessages.noSources(), file: folder) }
      return
    }
    for node in facts.nodes { checkSupport(of: node) }
    for (from, edge) in facts.looseEdges where !isSupported(edge, byDefault: false) {
      findings.report(
        CheckMessages.unsupportedEdge(edge.type.text, from: from.text, to: edge.to.text),
        at: edge.to.place)
    }
  }

  /// One finding for each entry, so that an entry without default sources is said once.
  private mutating func checkSupport(of node: StatedNode) {
    let hasDefault = !(node.supports.first?.citations.isEmpty ?? true)
    // The name is what the entry is called by, not something that is said about it.
    let statements = node.statements.filter {
      $0.property.text != "name" && !isSupported($0, byDefault: hasDefault)
    }
    let edges = node.edges.filter { !isSupported($0, byDefault: hasDefault) }
    guard let place = statements.first?.property.place ?? edges.first?.to.place else { return }
    if statements.count + edges.count > 1 {
      findings.report(
        CheckMessages.unsupported(
          properties: statements.count, edges: edges.count, of: node.key.text),
        at: node.key.place)
    } else if let statement = statements.first {
      findings.report(
        CheckMessages.unsupportedProperty(statement.property.text, of: node.key.text), at: place)
    } else if let edge = edges.first {
      findings.report(
        CheckMessages.unsupportedEdge(edge.type.text, from: node.key.text, to: edge.to.text),
        at: place)
    }
  }

  private func isSupported(_ statement: Statement, byDefault: Bool) -> Bool {
    statement.claims.allSatisfy { $0.support.map { !$0.citations.isEmpty } ?? byDefault }
  }

  private func isSupported(_ edge: StatedEdge, byDefault: Bool) -> Bool {
    guard let supports = edge.supports else { return byDefault }
    return supports.contains { !$0.citations.isEmpty }
  }
}
