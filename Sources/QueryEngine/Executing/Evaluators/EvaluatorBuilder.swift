// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

/// Makes evaluators of bound expressions, for one run.
struct EvaluatorBuilder {
  let run: Run

  /// The kinds of the slots that the expressions see.
  let slots: [SlotKind]

  func evaluators(_ expressions: [BoundExpression]) throws(QueryFault) -> [Evaluator] {
    var evaluators: [Evaluator] = []
    for expression in expressions { evaluators.append(try evaluator(expression)) }
    return evaluators
  }

  func evaluator(_ expression: BoundExpression?) throws(QueryFault) -> Evaluator? {
    guard let expression else { return nil }
    let evaluator: Evaluator = try evaluator(expression)
    return evaluator
  }

  private func evaluators(
    _ entries: [BoundMapEntry]
  ) throws(QueryFault) -> [(key: String, value: Evaluator)] {
    var evaluators: [(key: String, value: Evaluator)] = []
    for entry in entries { evaluators.append((entry.key, try evaluator(entry.value))) }
    return evaluators
  }

  func evaluator(_ expression: BoundExpression) throws(QueryFault) -> Evaluator {
    let span = expression.span
    switch expression.kind {
    case .constant(let value):
      return ConstantEvaluator(value, span)
    case .parameter(let name):
      guard let value = run.parameters[name] else {
        throw BindingMessages.missingParameter(name, span)
      }
      return ConstantEvaluator(value, span)
    case .slot(let slot):
      return SlotEvaluator(slot, span)
    case .local(let local):
      return LocalEvaluator(local, span)
    case .list(let members):
      return ListEvaluator(try evaluators(members), span)
    case .map(let entries):
      return MapEvaluator(try evaluators(entries), span)
    case .property(let subject, let name):
      if case .slot(let slot) = subject.kind, slots[slot] != .value {
        return SlotPropertyEvaluator(slot, name, run, span)
      }
      return PropertyEvaluator(try evaluator(subject), name, span)
    case .element(let subject, let position):
      return ElementEvaluator(try evaluator(subject), try evaluator(position), span)
    case .slice(let subject, let from, let to):
      return SliceEvaluator(
        try evaluator(subject), from: try evaluator(from), to: try evaluator(to), span)
    case .sign(let operand, let isNegative):
      return SignEvaluator(try evaluator(operand), isNegative: isNegative, span)
    case .call(let function, let arguments):
      return CallEvaluator(function, try evaluators(arguments), span)
    case .mapProjection(let projection):
      return MapProjectionEvaluator(
        try evaluator(projection.subject), takesAll: projection.takesAll,
        try evaluators(projection.entries), span)
    case .conditional, .comprehension, .quantifier, .reduction:
      return try compoundEvaluator(expression)
    case .subquery(let kind, let query):
      return SubqueryEvaluator(kind, try OperatorBuilder(run).query(query), span)
    case .path(let parts):
      return PathEvaluator(parts, span)
    case .not, .and, .or, .binary, .comparison, .isNull, .labelTest, .areDisjoint, .holds:
      return try operatorEvaluator(expression)
    }
  }

  /// The day of a match, worked out once where no row has a say in it.
  func dayEvaluator(_ day: BoundExpression) throws(QueryFault) -> DayEvaluator {
    DayEvaluator(try evaluator(day), isFixed: day.isFixed)
  }

  private func operatorEvaluator(
    _ expression: BoundExpression
  ) throws(QueryFault) -> Evaluator {
    let span = expression.span
    switch expression.kind {
    case .not(let operand): return NotEvaluator(try evaluator(operand), span)
    case .and(let operands): return AndEvaluator(try evaluators(operands), span)
    case .or(let operands): return OrEvaluator(try evaluators(operands), span)
    case .binary(let symbol, let left, let right):
      let (left, right) = (try evaluator(left), try evaluator(right))
      switch symbol {
      case .exclusiveOr: return ExclusiveOrEvaluator(left, right, span)
      case .isIn, .startsWith, .endsWith, .contains, .matches:
        return TextTestEvaluator(symbol, left, right, span)
      default: return ArithmeticEvaluator(symbol, left, right, span)
      }
    case .comparison(let comparison, let left, let right):
      return ComparisonEvaluator(comparison, try evaluator(left), try evaluator(right), span)
    case .isNull(let operand, let isNegated):
      return NullTestEvaluator(try evaluator(operand), isNegated: isNegated, span)
    case .labelTest(let subject, let test):
      return LabelTestEvaluator(try evaluator(subject), test, span)
    case .areDisjoint(let first, let second):
      return DisjointEvaluator(first, second, span)
    case .holds(let subject, let day):
      return HoldsEvaluator(try evaluator(subject), on: try dayEvaluator(day), span)
    default:
      preconditionFailure("only operators come here")
    }
  }

  private func compoundEvaluator(
    _ expression: BoundExpression
  ) throws(QueryFault) -> Evaluator {
    let span = expression.span
    switch expression.kind {
    case .conditional(let conditional):
      var branches: [(test: Evaluator, result: Evaluator)] = []
      for branch in conditional.branches {
        branches.append((try evaluator(branch.test), try evaluator(branch.result)))
      }
      return ConditionalEvaluator(
        try evaluator(conditional.subject), branches, try evaluator(conditional.otherwise), span)
    case .comprehension(let comprehension):
      return ComprehensionEvaluator(
        comprehension.local, over: try evaluator(comprehension.list),
        filter: try evaluator(comprehension.filter), result: try evaluator(comprehension.result),
        span)
    case .quantifier(let quantifier):
      return QuantifierEvaluator(
        quantifier.quantifier, quantifier.local, over: try evaluator(quantifier.list),
        predicate: try evaluator(quantifier.predicate), span)
    case .reduction(let reduction):
      return ReductionEvaluator(
        reduction.accumulator, from: try evaluator(reduction.initial), reduction.local,
        over: try evaluator(reduction.list), step: try evaluator(reduction.step), span)
    default:
      preconditionFailure("only compound expressions come here")
    }
  }
}
