// SPDX-License-Identifier: Apache-2.0

/// An expression of a query, with the place it stands at.
///
/// The tree is nested as deep as the text, which the parser bounds.
public struct Expression: Sendable {
  public var kind: Kind
  public var span: SourceSpan

  public init(_ kind: Kind, _ span: SourceSpan) {
    self.kind = kind
    self.span = span
  }

  public indirect enum Kind: Sendable {
    case literal(Literal)
    /// `$name`, without the dollar sign.
    case parameter(String)
    case variable(String)
    case list([Expression])
    case map([MapEntry])
    /// `subject.name`.
    case property(Expression, Name)
    /// `subject[position]`, of a list, map, node or edge.
    case index(Expression, Expression)
    /// `subject[from..to]`.
    case slice(Expression, from: Expression?, to: Expression?)
    case unary(UnaryOperator, Expression)
    case binary(BinaryOperator, Expression, Expression)
    /// `first < second <= third`: each link compares with the operand before it.
    case comparison(Expression, [ComparisonLink])
    case isNull(Expression, isNegated: Bool)
    /// `n:Label`, `n IS Label`.
    case labelTest(Expression, LabelExpression)
    case call(FunctionCall)
    /// `count(*)`.
    case countAll
    case conditional(CaseExpression)
    case listComprehension(ListComprehension)
    case patternComprehension(PatternComprehension)
    case quantifier(QuantifierExpression)
    case reduction(Reduction)
    case mapProjection(MapProjection)
    /// A pattern in the place of an expression: whether, or (for a shortest path) which, it exists.
    case pattern(PathPattern)
    case subquery(SubqueryKind, Query)
  }
}

public enum Literal: Sendable, Hashable {
  case null
  case boolean(Bool)
  case integer(Int64)
  case float(Double)
  case string(String)
}

public struct MapEntry: Sendable {
  public var key: Name
  public var value: Expression

  public init(key: Name, value: Expression) {
    self.key = key
    self.value = value
  }
}

public enum UnaryOperator: String, Sendable, Hashable {
  case not = "NOT"
  case minus = "-"
  case plus = "+"
}

public enum BinaryOperator: String, Sendable, Hashable {
  case or = "OR"
  case exclusiveOr = "XOR"
  case and = "AND"
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case remainder = "%"
  case power = "^"
  case isIn = "IN"
  case startsWith = "STARTS WITH"
  case endsWith = "ENDS WITH"
  case contains = "CONTAINS"
  case matches = "=~"
  /// `||`, of texts and lists.
  case concatenate = "||"
}

public enum ComparisonOperator: String, Sendable, Hashable {
  case equal = "="
  case notEqual = "<>"
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
}

public struct ComparisonLink: Sendable {
  public var comparison: ComparisonOperator
  public var operand: Expression

  public init(_ comparison: ComparisonOperator, _ operand: Expression) {
    self.comparison = comparison
    self.operand = operand
  }
}

/// `name(DISTINCT arguments)`; the name may have parts, as in `duration.between`.
public struct FunctionCall: Sendable {
  /// With its parts joined by full stops, in the case that the user wrote.
  public var name: Name
  public var isDistinct: Bool
  public var arguments: [Expression]

  public init(name: Name, isDistinct: Bool, arguments: [Expression]) {
    self.name = name
    self.isDistinct = isDistinct
    self.arguments = arguments
  }
}

public enum SubqueryKind: String, Sendable, Hashable {
  case exists = "EXISTS"
  case count = "COUNT"
  case collect = "COLLECT"
}
