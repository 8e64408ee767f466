// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// What nodes, edges, paths and maps say of themselves.
enum GraphFunctions {
  static let all: [ScalarFunction] = [
    ScalarFunction("id", of: [.element], gives: .integer) {
      (arguments, _) throws(EvaluationProblem) in
      switch arguments[0] {
      case .node(let node): return .integer(Int64(node.rawValue))
      case .edge(let edge): return .integer(Int64(edge.rawValue))
      case let value: throw .argument("id", takes: "a node or an edge", not: value)
      }
    },
    ScalarFunction("elementId", of: [.element], gives: .string) {
      (arguments, _) throws(EvaluationProblem) in
      switch arguments[0] {
      case .node(let node): return .string("n\(node.rawValue)")
      case .edge(let edge): return .string("e\(edge.rawValue)")
      case let value: throw .argument("elementId", takes: "a node or an edge", not: value)
      }
    },
    ScalarFunction("labels", of: [.node], gives: .list) {
      (arguments, context) throws(EvaluationProblem) in
      guard case .node(let node) = arguments[0] else {
        throw .argument("labels", takes: "a node", not: arguments[0])
      }
      try ValueOperators.requireLife(of: node, context)
      return .list(context.graph.labels(of: node).map(Value.string))
    },
    ScalarFunction("type", of: [.edge], gives: .string) {
      (arguments, context) throws(EvaluationProblem) in
      guard case .edge(let edge) = arguments[0] else {
        throw .argument("type", takes: "an edge", not: arguments[0])
      }
      // The type of an edge is known after its deletion, as openCypher's scenarios want it.
      return .string(context.graph.typeName(of: edge))
    },
    ScalarFunction("keys", of: [ArgumentKind(.node, .edge, .map)], gives: .list) {
      (arguments, context) throws(EvaluationProblem) in
      if case .map(let map) = arguments[0] { return .list(map.keys.map(Value.string)) }
      let properties = try properties(of: arguments[0], for: "keys", context)
      return .list(properties.map { .string($0.name) })
    },
    ScalarFunction("properties", of: [ArgumentKind(.node, .edge, .map)], gives: .map) {
      (arguments, context) throws(EvaluationProblem) in
      if case .map = arguments[0] { return arguments[0] }
      let properties = try properties(of: arguments[0], for: "properties", context)
      return .map(ValueMap(properties.map { ($0.name, $0.value) }))
    },
    ScalarFunction("startNode", of: [.edge], gives: .node) {
      (arguments, context) throws(EvaluationProblem) in
      guard case .edge(let edge) = arguments[0] else {
        throw .argument("startNode", takes: "an edge", not: arguments[0])
      }
      return .node(context.graph.source(of: edge))
    },
    ScalarFunction("endNode", of: [.edge], gives: .node) {
      (arguments, context) throws(EvaluationProblem) in
      guard case .edge(let edge) = arguments[0] else {
        throw .argument("endNode", takes: "an edge", not: arguments[0])
      }
      return .node(context.graph.target(of: edge))
    },
    ScalarFunction("nodes", of: [.path], gives: .list) {
      (arguments, context) throws(EvaluationProblem) in
      guard case .path(let path) = arguments[0] else {
        throw .argument("nodes", takes: "a path", not: arguments[0])
      }
      try context.requireRoom(list: path.nodes.count)
      return .list(path.nodes.map(Value.node))
    },
    ScalarFunction("relationships", of: [.path], gives: .list) {
      (arguments, context) throws(EvaluationProblem) in
      guard case .path(let path) = arguments[0] else {
        throw .argument("relationships", takes: "a path", not: arguments[0])
      }
      try context.requireRoom(list: path.edges.count)
      return .list(path.edges.map(Value.edge))
    },
    ScalarFunction("length", of: [.path], gives: .integer) {
      (arguments, _) throws(EvaluationProblem) in
      guard case .path(let path) = arguments[0] else {
        throw .argument("length", takes: "a path", not: arguments[0])
      }
      return .integer(Int64(path.length))
    },
  ]

  private static func properties(
    of value: Value, for function: String, _ context: EvaluationContext
  ) throws(EvaluationProblem) -> [(name: String, value: Value)] {
    switch value {
    case .node(let node):
      try ValueOperators.requireLife(of: node, context)
      return context.graph.properties(of: node)
    case .edge(let edge):
      try ValueOperators.requireLife(of: edge, context)
      return context.graph.properties(of: edge)
    default:
      throw .argument(function, takes: "a node, an edge or a map", not: value)
    }
  }
}
