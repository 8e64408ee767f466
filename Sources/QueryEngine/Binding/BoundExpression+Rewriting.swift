// SPDX-License-Identifier: Apache-2.0

extension BoundExpression {
  /// The expression with some of its parts replaced.
  ///
  /// - Parameter replacement: what stands for an expression; nil to look into its parts. Queries
  ///   within the expression are not looked into.
  func replacing(_ replacement: (BoundExpression) -> BoundExpression?) -> BoundExpression {
    if let new = replacement(self) { return new }
    func replaced(_ part: BoundExpression) -> BoundExpression { part.replacing(replacement) }
    var result = self
    switch kind {
    case .constant, .parameter, .slot, .local, .path, .areDisjoint, .subquery: return self
    case .list(let members): result.kind = .list(members.map(replaced))
    case .and(let operands): result.kind = .and(operands.map(replaced))
    case .or(let operands): result.kind = .or(operands.map(replaced))
    case .call(let function, let arguments):
      result.kind = .call(function, arguments.map(replaced))
    case .map(let entries): result.kind = .map(entries.map { $0.replacing(replacement) })
    case .property(let subject, let name): result.kind = .property(replaced(subject), name)
    case .not(let operand): result.kind = .not(replaced(operand))
    case .sign(let operand, let isNegative):
      result.kind = .sign(replaced(operand), isNegative: isNegative)
    case .isNull(let operand, let isNegated):
      result.kind = .isNull(replaced(operand), isNegated: isNegated)
    case .labelTest(let subject, let test): result.kind = .labelTest(replaced(subject), test)
    case .element(let subject, let position):
      result.kind = .element(replaced(subject), replaced(position))
    case .binary(let symbol, let left, let right):
      result.kind = .binary(symbol, replaced(left), replaced(right))
    case .comparison(let comparison, let left, let right):
      result.kind = .comparison(comparison, replaced(left), replaced(right))
    case .holds(let subject, let day):
      result.kind = .holds(replaced(subject), on: replaced(day))
    case .slice(let subject, let from, let to):
      result.kind = .slice(replaced(subject), from: from.map(replaced), to: to.map(replaced))
    case .conditional(let conditional):
      result.kind = .conditional(
        BoundConditional(
          subject: conditional.subject.map(replaced),
          branches: conditional.branches.map {
            .init(test: replaced($0.test), result: replaced($0.result))
          }, otherwise: conditional.otherwise.map(replaced)))
    case .comprehension(let comprehension):
      result.kind = .comprehension(
        BoundComprehension(
          local: comprehension.local, list: replaced(comprehension.list),
          filter: comprehension.filter.map(replaced), result: comprehension.result.map(replaced)))
    case .quantifier(let quantifier):
      result.kind = .quantifier(
        BoundQuantifier(
          quantifier: quantifier.quantifier, local: quantifier.local,
          list: replaced(quantifier.list), predicate: quantifier.predicate.map(replaced)))
    case .reduction(let reduction):
      result.kind = .reduction(
        BoundReduction(
          accumulator: reduction.accumulator, initial: replaced(reduction.initial),
          local: reduction.local, list: replaced(reduction.list), step: replaced(reduction.step)))
    case .mapProjection(let projection):
      result.kind = .mapProjection(
        BoundMapProjection(
          subject: replaced(projection.subject), takesAll: projection.takesAll,
          entries: projection.entries.map { $0.replacing(replacement) }))
    }
    return result
  }
}

extension BoundMapEntry {
  fileprivate func replacing(
    _ replacement: (BoundExpression) -> BoundExpression?
  ) -> BoundMapEntry {
    BoundMapEntry(key: key, value: value.replacing(replacement))
  }
}
