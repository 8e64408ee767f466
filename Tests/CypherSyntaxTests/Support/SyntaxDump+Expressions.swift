// SPDX-License-Identifier: Apache-2.0

import CypherSyntax

extension SyntaxDump {
  static func dump(_ expression: Expression) -> String {
    switch expression.kind {
    case .literal(let literal): dump(literal)
    case .parameter(let name): "$" + name
    case .variable(let name): name
    case .list(let elements): node("list", list(elements, dump))
    case .map(let entries): node("map", list(entries, dump))
    case .property(let subject, let name): node(".", dump(subject), name.text)
    case .index(let subject, let position): node("index", dump(subject), dump(position))
    case .slice(let subject, let from, let to):
      node("slice", dump(subject), from.map(dump) ?? "_", to.map(dump) ?? "_")
    case .unary(let operation, let operand): node(operation.rawValue, dump(operand))
    case .binary(let operation, let left, let right):
      node(operation.rawValue, dump(left), dump(right))
    case .comparison(let first, let links):
      node("compare", dump(first), list(links) { $0.comparison.rawValue + " " + dump($0.operand) })
    case .isNull(let operand, let isNegated):
      node(isNegated ? "is-not-null" : "is-null", dump(operand))
    case .labelTest(let operand, let labels): node("is", dump(operand), dump(labels))
    case .call(let call):
      node("call", call.name.text, call.isDistinct ? "distinct" : nil, list(call.arguments, dump))
    case .countAll: "(count-all)"
    case .conditional(let conditional):
      node(
        "case", conditional.subject.map(dump),
        list(conditional.branches) { node("when", dump($0.test), dump($0.result)) },
        named("else", conditional.otherwise))
    case .listComprehension(let comprehension):
      node(
        "for-list", comprehension.variable.text, dump(comprehension.list),
        named("where", comprehension.filter), named("give", comprehension.result))
    case .patternComprehension(let comprehension):
      node(
        "for-pattern", dump(comprehension.pattern), named("where", comprehension.filter),
        node("give", dump(comprehension.result)))
    case .quantifier(let quantifier):
      node(
        quantifier.kind.rawValue, quantifier.variable.text, dump(quantifier.list),
        named("where", quantifier.predicate))
    case .reduction(let reduction):
      node(
        "reduce", reduction.accumulator.text, dump(reduction.initial), reduction.variable.text,
        dump(reduction.list), dump(reduction.step))
    case .mapProjection(let projection):
      node("project", projection.subject.text, list(projection.items, dump))
    case .pattern(let path): dump(path)
    case .subquery(let kind, let query): node(kind.rawValue, dump(query))
    }
  }

  private static func dump(_ literal: Literal) -> String {
    switch literal {
    case .null: "null"
    case .boolean(let value): "\(value)"
    case .integer(let value): "\(value)"
    case .float(let value): "\(value)"
    case .string(let value): String(reflecting: value)
    }
  }

  private static func dump(_ entry: MapEntry) -> String {
    node(":", entry.key.text, dump(entry.value))
  }

  private static func dump(_ item: MapProjection.Item) -> String {
    switch item {
    case .property(let name): "." + name.text
    case .entry(let entry): dump(entry)
    case .variable(let name): name.text
    case .allProperties: ".*"
    }
  }
}
