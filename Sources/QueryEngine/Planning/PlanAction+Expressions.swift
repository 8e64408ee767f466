// SPDX-License-Identifier: Apache-2.0

extension PlanAction {
  /// The step with each expression that rows are worked out or judged by replaced.
  ///
  /// What is asked of each edge of a stretch, and what is created, stays.
  func mapExpressions(_ change: (BoundExpression) -> BoundExpression) -> PlanAction {
    switch self {
    case .filter(let conditions): return .filter(conditions.map(change))
    case .project(let items): return .project(items.map { $0.map(change) })
    case .sort(let order): return .sort(order.map { $0.map(change) })
    case .top(let top):
      return .top(
        TopRows(
          order: top.order.map { $0.map(change) }, skip: top.skip.map(change),
          limit: change(top.limit)))
    case .skip(let count): return .skip(change(count))
    case .limit(let count): return .limit(change(count))
    case .unwind(let unwind):
      return .unwind(BoundUnwind(list: change(unwind.list), slot: unwind.slot))
    case .group(var aggregation):
      aggregation.keys = aggregation.keys.map { $0.map(change) }
      aggregation.aggregates = aggregation.aggregates.map { aggregate in
        BoundAggregate(
          slot: aggregate.slot, function: aggregate.function, isDistinct: aggregate.isDistinct,
          arguments: aggregate.arguments.map(change), span: aggregate.span)
      }
      return .group(aggregation)
    default: return self
    }
  }

  /// The expressions that ``mapExpressions(_:)`` replaces.
  var mappedExpressions: [BoundExpression] {
    var found: [BoundExpression] = []
    _ = mapExpressions { expression in
      found.append(expression)
      return expression
    }
    return found
  }
}

extension BoundItem {
  fileprivate func map(_ change: (BoundExpression) -> BoundExpression) -> BoundItem {
    BoundItem(slot: slot, expression: change(expression))
  }
}

extension BoundSort {
  fileprivate func map(_ change: (BoundExpression) -> BoundExpression) -> BoundSort {
    BoundSort(expression: change(expression), isDescending: isDescending)
  }
}
