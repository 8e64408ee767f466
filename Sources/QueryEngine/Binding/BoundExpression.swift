// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

/// An expression whose names are resolved: variables are places, functions are known.
struct BoundExpression: Sendable {
  var kind: Kind
  var type: StaticType
  var span: SourceSpan

  init(_ kind: Kind, _ type: StaticType, _ span: SourceSpan) {
    self.kind = kind
    self.type = type
    self.span = span
  }

  indirect enum Kind: Sendable {
    case constant(Value)
    case parameter(String)
    case slot(Int)
    case local(Int)
    case list([BoundExpression])
    case map([BoundMapEntry])
    case property(BoundExpression, String)
    case element(BoundExpression, BoundExpression)
    case slice(BoundExpression, from: BoundExpression?, to: BoundExpression?)
    case not(BoundExpression)
    case sign(BoundExpression, isNegative: Bool)
    case and([BoundExpression])
    case or([BoundExpression])
    case binary(BinaryOperator, BoundExpression, BoundExpression)
    case comparison(ComparisonOperator, BoundExpression, BoundExpression)
    case isNull(BoundExpression, isNegated: Bool)
    case labelTest(BoundExpression, LabelTest)
    case call(ScalarFunction, [BoundExpression])
    case conditional(BoundConditional)
    case comprehension(BoundComprehension)
    case quantifier(BoundQuantifier)
    case reduction(BoundReduction)
    case mapProjection(BoundMapProjection)
    /// Whether, how often or with what a query within the expression answers.
    case subquery(SubqueryKind, BoundQuery)
    /// A path of the slots of a pattern.
    case path(BoundPathParts)
    /// Whether two slots hold different edges, or lists of edges that share none.
    case areDisjoint(Int, Int)
    /// Whether a node or edge holds on a day.
    case holds(BoundExpression, on: BoundExpression)
  }

  static func slot(_ slot: Int, _ type: StaticType, _ span: SourceSpan) -> BoundExpression {
    BoundExpression(.slot(slot), type, span)
  }

  /// The constant, when the expression is one.
  var constant: Value? {
    if case .constant(let value) = kind { value } else { nil }
  }
}

struct BoundMapEntry: Sendable {
  let key: String
  let value: BoundExpression
}

struct BoundConditional: Sendable {
  struct Branch: Sendable {
    let test: BoundExpression
    let result: BoundExpression
  }

  let subject: BoundExpression?
  let branches: [Branch]
  let otherwise: BoundExpression?
}

struct BoundComprehension: Sendable {
  let local: Int
  let list: BoundExpression
  let filter: BoundExpression?
  let result: BoundExpression?
}

struct BoundQuantifier: Sendable {
  let quantifier: QuantifierExpression.Kind
  let local: Int
  let list: BoundExpression
  let predicate: BoundExpression?
}

struct BoundReduction: Sendable {
  let accumulator: Int
  let initial: BoundExpression
  let local: Int
  let list: BoundExpression
  let step: BoundExpression
}

struct BoundMapProjection: Sendable {
  let subject: BoundExpression
  /// Whether `.*` is among the items.
  let takesAll: Bool
  let entries: [BoundMapEntry]
}

/// The slots of the nodes and edges that a path is made of, by turns.
struct BoundPathParts: Sendable {
  enum Part: Sendable {
    case edge(Int)
    /// A slot with a list of edges.
    case edges(Int)
  }

  let start: Int
  let parts: [Part]
  let end: Int
}
