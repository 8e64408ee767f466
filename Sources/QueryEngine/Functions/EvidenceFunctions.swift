// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// What this graph knows beyond openCypher: keys and names of nodes, who says what, and when it
/// holds.
enum EvidenceFunctions {
  static let all: [ScalarFunction] = [
    ScalarFunction("key", of: [.node], gives: .string) {
      (arguments, context) throws(EvaluationProblem) in
      guard case .node(let node) = arguments[0] else {
        throw .argument("key", takes: "a node", not: arguments[0])
      }
      try ValueOperators.requireLife(of: node, context)
      return context.graph.key(of: node).map(Value.string) ?? .null
    },
    ScalarFunction("name", of: [.node], gives: .string) {
      (arguments, context) throws(EvaluationProblem) in
      guard case .node(let node) = arguments[0] else {
        throw .argument("name", takes: "a node", not: arguments[0])
      }
      try ValueOperators.requireLife(of: node, context)
      return .string(context.graph.displayName(of: node))
    },
    ScalarFunction("sources", of: [.element], gives: .list) {
      (arguments, context) throws(EvaluationProblem) in
      switch arguments[0] {
      case .node(let node):
        try ValueOperators.requireLife(of: node, context)
        return try sources(of: context.graph.claims(on: node), context)
      case .edge(let edge):
        try ValueOperators.requireLife(of: edge, context)
        return try sources(of: context.graph.claims(on: edge), context)
      case let value:
        throw .argument("sources", takes: "a node or an edge", not: value)
      }
    },
    ScalarFunction("validity", of: [ArgumentKind(.node, .edge, .path)], gives: .map) {
      (arguments, context) throws(EvaluationProblem) in
      switch arguments[0] {
      case .node(let node):
        try ValueOperators.requireLife(of: node, context)
        return map(of: context.graph.validity(of: node))
      case .edge(let edge):
        try ValueOperators.requireLife(of: edge, context)
        return map(of: context.graph.validity(of: edge))
      case .path(let path):
        return try validity(of: path, context)
      case let value:
        throw .argument("validity", takes: "a node, an edge or a path", not: value)
      }
    },
  ]

  /// A map for each citation of each claim, in the order of the data.
  private static func sources(
    of claims: [Claim], _ context: EvaluationContext
  ) throws(EvaluationProblem) -> Value {
    var maps: [Value] = []
    for claim in claims {
      try context.requireRoom(list: claim.citations.count)
      for citation in claim.citations {
        let source = context.graph.source(citation.source)
        let entries: [(String, String?)] = [
          ("key", source.key), ("title", source.title), ("publisher", source.publisher),
          ("url", source.url), ("published", source.published?.description),
          ("retrieved", source.retrieved?.description), ("locator", citation.locator),
          ("quote", citation.quote), ("property", claim.property), ("note", claim.note),
        ]
        maps.append(.map(ValueMap(entries.map { ($0.0, $0.1.map(Value.string) ?? .null) })))
      }
    }
    return .list(maps)
  }

  /// The days on which all nodes and edges of a path hold; null when there are none.
  private static func validity(
    of path: PathValue, _ context: EvaluationContext
  ) throws(EvaluationProblem) -> Value {
    try context.meter.charge(path.nodes.count + path.edges.count)
    var common: DateInterval? = .unbounded
    for node in path.nodes {
      try ValueOperators.requireLife(of: node, context)
      common = common?.intersection(context.graph.validity(of: node))
    }
    for edge in path.edges {
      try ValueOperators.requireLife(of: edge, context)
      common = common?.intersection(context.graph.validity(of: edge))
    }
    return common.map(map) ?? .null
  }

  /// The interval as a map; an end that is open or unknown is null, an empty interval is null.
  private static func map(of interval: DateInterval) -> Value {
    if interval.isEmpty { return .null }
    return .map(
      ValueMap([
        ("since", interval.start.map(Value.date) ?? .null),
        ("until", interval.end.map(Value.date) ?? .null),
      ]))
  }
}
