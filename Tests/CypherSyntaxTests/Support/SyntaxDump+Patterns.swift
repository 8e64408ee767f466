// SPDX-License-Identifier: Apache-2.0

import CypherSyntax

extension SyntaxDump {
  static func dump(_ pattern: GraphPattern) -> String {
    let mode = pattern.mode.map { "<\($0.rawValue)>" }
    let keep = pattern.keep.map { node("keep", dump($0)) }
    return [mode, list(pattern.paths, dump), keep].compactMap { $0 }.joined(separator: " ")
  }

  static func dump(_ path: PathPattern) -> String {
    node(
      "path", path.variable.map { "\($0.text) =" }, path.prefix.map(dump),
      list(path.elements, dump), named("cost", path.cost))
  }

  static func dump(_ prefix: PathPrefix) -> String {
    let selector =
      switch prefix.selector {
      case .all: "all"
      case .any(let count): count.map { "any " + dump($0) } ?? "any"
      case .anyShortest: "any-shortest"
      case .allShortest: "all-shortest"
      case .shortest(let count): "shortest " + dump(count)
      case .shortestGroups(let count): (count.map { dump($0) + " " } ?? "") + "groups"
      }
    let mode = prefix.mode.map { " " + $0.rawValue } ?? ""
    return "<\(selector)\(mode)\(prefix.isFunction ? " function" : "")>"
  }

  private static func dump(_ element: PatternElement) -> String {
    switch element {
    case .node(let pattern):
      node(
        "node", pattern.variable?.text, pattern.labels.map(dump), pattern.properties.map(dump),
        named("where", pattern.filter))
    case .edge(let edge):
      node(
        edge.direction == .either ? "--" : edge.direction == .outgoing ? "->" : "<-",
        edge.variable?.text, edge.types.map(dump), edge.length.map(dump),
        edge.properties.map(dump), named("where", edge.filter), edge.quantifier.map(dump))
    case .group(let group):
      node(
        "group", dump(group.path), named("where", group.filter), group.quantifier.map(dump))
    }
  }

  private static func dump(_ length: LengthRange) -> String {
    if length.isExact { return "*\(length.minimum ?? -1)" }
    let minimum = length.minimum.map { "\($0)" } ?? ""
    return "*\(minimum)..\(length.maximum.map { "\($0)" } ?? "")"
  }

  private static func dump(_ quantifier: PathQuantifier) -> String {
    if quantifier.isQuestion { return "{?}" }
    return "{\(quantifier.minimum),\(quantifier.maximum.map { "\($0)" } ?? "")}"
  }

  static func dump(_ labels: LabelExpression) -> String {
    (labels.isStandardOnly ? "::" : ":") + inner(labels)
  }

  private static func inner(_ labels: LabelExpression) -> String {
    switch labels.kind {
    case .name(let name): name
    case .wildcard: "%"
    case .negation(let operand): node("!", inner(operand))
    case .conjunction(let left, let right): node("&", inner(left), inner(right))
    case .disjunction(let left, let right): node("|", inner(left), inner(right))
    }
  }
}
