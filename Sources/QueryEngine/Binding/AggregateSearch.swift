// SPDX-License-Identifier: Apache-2.0

import CypherSyntax

extension Expression {
  /// The place of the first aggregate in the expression; queries within it are not looked into.
  var firstAggregate: SourceSpan? {
    switch kind {
    case .countAll: return span
    case .call(let call) where FunctionCatalogue.aggregate(named: call.name.text) != nil:
      return span
    default:
      for part in parts {
        if let found = part.firstAggregate { return found }
      }
      return nil
    }
  }

  /// The place of the first call of a function whose value changes from call to call.
  var firstChangingCall: SourceSpan? {
    if case .call(let call) = kind,
      FunctionCatalogue.scalar(named: call.name.text)?.isDeterministic == false
    {
      return span
    }
    for part in parts {
      if let found = part.firstChangingCall { return found }
    }
    return nil
  }

  /// The expressions directly within this one, patterns and queries left out.
  var parts: [Expression] {
    switch kind {
    case .literal, .parameter, .variable, .countAll, .pattern, .subquery: []
    case .list(let members): members
    case .map(let entries): entries.map(\.value)
    case .property(let subject, _), .isNull(let subject, _), .labelTest(let subject, _),
      .unary(_, let subject):
      [subject]
    case .index(let subject, let position): [subject, position]
    case .slice(let subject, let from, let to): [subject] + [from, to].compactMap { $0 }
    case .binary(_, let left, let right): [left, right]
    case .comparison(let first, let links): [first] + links.map(\.operand)
    case .call(let call): call.arguments
    case .conditional(let conditional):
      [conditional.subject].compactMap { $0 }
        + conditional.branches.flatMap { [$0.test, $0.result] }
        + [conditional.otherwise].compactMap { $0 }
    case .listComprehension(let comprehension):
      [comprehension.list] + [comprehension.filter, comprehension.result].compactMap { $0 }
    case .patternComprehension(let comprehension):
      [comprehension.filter].compactMap { $0 } + [comprehension.result]
    case .quantifier(let quantifier):
      [quantifier.list] + [quantifier.predicate].compactMap { $0 }
    case .reduction(let reduction): [reduction.initial, reduction.list, reduction.step]
    case .mapProjection(let projection):
      projection.items.compactMap { item in
        if case .entry(let entry) = item { entry.value } else { nil }
      }
    }
  }
}
