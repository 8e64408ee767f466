// SPDX-License-Identifier: Apache-2.0

internal import GraphModel

/// Who says so about an edge, and whether they agree: what figures and numberings need of it, without
/// the words of an ``EdgeReading``.
struct EdgeEvidence {
  /// Who states the edge as such; where nobody does, who states something about it.
  let citations: [Citation]

  /// Whether sources disagree about a property of the edge.
  let isDisputed: Bool

  init(_ edge: EdgeID, in graph: PropertyGraph) { self.init(graph.claims(on: edge)) }

  init(_ claims: [Claim]) {
    citations = Self.citations(claims)
    isDisputed = Self.disagree(claims)
  }

  private static func citations(_ claims: [Claim]) -> [Citation] {
    var statements: [Citation] = []
    var dates: [Citation] = []
    for claim in claims {
      switch claim.property {
      case nil: statements += claim.citations
      case "since"?, "until"?: dates += claim.citations
      default: break
      }
    }
    let chosen = statements + dates
    return (chosen.isEmpty ? claims.flatMap(\.citations) : chosen).uniqued
  }

  private static func disagree(_ claims: [Claim]) -> Bool {
    var values: [String: Value] = [:]
    for claim in claims {
      guard let property = claim.property else { continue }
      if let known = values.updateValue(claim.value, forKey: property), known != claim.value {
        return true
      }
    }
    return false
  }
}
