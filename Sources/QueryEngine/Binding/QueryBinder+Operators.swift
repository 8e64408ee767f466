// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

extension QueryBinder {
  func bindUnary(
    _ symbol: UnaryOperator, _ operand: Expression, _ span: SourceSpan
  ) throws(QueryFault) -> BoundExpression {
    switch symbol {
    case .not:
      let bound = try bindOperandOfLogic(operand, symbol.rawValue)
      return BoundExpression(.not(bound), .boolean, span)
    case .minus, .plus:
      let bound: BoundExpression = try bind(operand)
      try requireNumber(bound, symbol.rawValue)
      switch (bound.constant, symbol) {
      case (.integer(let value)?, .minus) where value != .min:
        return BoundExpression(.constant(.integer(-value)), .integer, span)
      case (.float(let value)?, .minus):
        return BoundExpression(.constant(.float(-value)), .float, span)
      default:
        return BoundExpression(
          .sign(bound, isNegative: symbol == .minus), bound.type, span)
      }
    }
  }

  /// Binds what `AND`, `OR`, `XOR` and `NOT` work on: a pattern may stand there when it may stand
  /// where the whole stands.
  private func bindOperandOfLogic(
    _ operand: Expression, _ word: String
  ) throws(QueryFault) -> BoundExpression {
    let bound = allowsPatterns ? try bindCondition(operand, of: word) : try bind(operand)
    try require(bound, .boolean, "a truth value", word)
    return bound
  }

  func bindBinary(
    _ symbol: BinaryOperator, _ left: Expression, _ right: Expression, _ span: SourceSpan
  ) throws(QueryFault) -> BoundExpression {
    switch symbol {
    case .and, .or, .exclusiveOr:
      let first = try bindOperandOfLogic(left, symbol.rawValue)
      let second = try bindOperandOfLogic(right, symbol.rawValue)
      let kind: BoundExpression.Kind =
        switch symbol {
        case .and: .and(first.conjuncts + second.conjuncts)
        case .or: .or([first, second])
        default: .binary(symbol, first, second)
        }
      return BoundExpression(kind, .boolean, span)
    case .isIn:
      let member: BoundExpression = try bind(left)
      let list: BoundExpression = try bind(right)
      try require(list, .list, "a list", symbol.rawValue)
      return BoundExpression(.binary(symbol, member, list), .boolean, span)
    case .startsWith, .endsWith, .contains, .matches:
      return BoundExpression(
        .binary(symbol, try bind(left), try bind(right)), .boolean, span)
    case .add, .concatenate:
      let first: BoundExpression = try bind(left)
      let second: BoundExpression = try bind(right)
      return BoundExpression(
        .binary(symbol, first, second), Self.typeOfSum(first.type, second.type), span)
    case .subtract, .multiply, .divide, .remainder, .power:
      let first: BoundExpression = try bind(left)
      let second: BoundExpression = try bind(right)
      try requireNumber(first, symbol.rawValue)
      try requireNumber(second, symbol.rawValue)
      return BoundExpression(
        .binary(symbol, first, second),
        Self.typeOfProduct(symbol, first.type.kind, second.type.kind), span)
    }
  }

  /// Refuses what is neither a number nor an amount of time.
  private func requireNumber(
    _ operand: BoundExpression, _ symbol: String
  ) throws(QueryFault) {
    let isFitting = operand.type.mayBe(
      .number, .date, .localTime, .time, .localDateTime, .dateTime, .duration)
    if !isFitting {
      throw BindingMessages.argumentType(
        "'\(symbol)'", expected: "numbers", found: operand.type, operand.span)
    }
  }

  private static func typeOfSum(_ left: StaticType, _ right: StaticType) -> StaticType {
    switch (left.kind, right.kind) {
    case (.integer, .integer): .integer
    case (.float, .integer), (.integer, .float), (.float, .float): .float
    case (.string, .string): .string
    case (.list, .list): left.joined(with: right)
    case (.list, let kind) where kind != .any && kind != .null:
      left.joined(with: StaticType(.list, of: kind))
    case (let kind, .list) where kind != .any && kind != .null:
      right.joined(with: StaticType(.list, of: kind))
    default: .any
    }
  }

  private static func typeOfProduct(
    _ symbol: BinaryOperator, _ left: ValueKind, _ right: ValueKind
  ) -> StaticType {
    switch (left, right) {
    case (.integer, .integer): symbol == .power ? .float : .integer
    case (.float, .integer), (.integer, .float), (.float, .float): .float
    default: .any
    }
  }

  /// Binds a chain of comparisons, each with the operand before it.
  func bindComparison(
    _ first: Expression, _ links: [ComparisonLink], _ span: SourceSpan
  ) throws(QueryFault) -> BoundExpression {
    var left: BoundExpression = try bind(first)
    var comparisons: [BoundExpression] = []
    for link in links {
      let right: BoundExpression = try bind(link.operand)
      comparisons.append(
        BoundExpression(
          .comparison(link.comparison, left, right), .boolean, left.span.joined(to: right.span)))
      left = right
    }
    if comparisons.count == 1 { return comparisons[0] }
    return BoundExpression(.and(comparisons), .boolean, span)
  }
}

extension BoundExpression {
  /// The conditions that must all hold for this one to hold.
  var conjuncts: [BoundExpression] {
    if case .and(let operands) = kind { operands.flatMap(\.conjuncts) } else { [self] }
  }
}
