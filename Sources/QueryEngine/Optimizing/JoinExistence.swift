// SPDX-License-Identifier: Apache-2.0

import CypherSyntax

/// Makes a step of its own of a condition that a pattern exists, or does not: it takes whole batches
/// of rows, and for each row the first match is enough.
enum JoinExistence {
  static func run(_ plan: Plan, _ columns: SlotSet) -> Plan {
    var result = plan
    result.steps = joined(plan.steps)
    return result
  }

  private static func joined(_ steps: [PlanStep]) -> [PlanStep] {
    var result: [PlanStep] = []
    for step in steps {
      var step = step
      switch step.action {
      case .optional(var optional):
        optional.plan.steps = joined(optional.plan.steps)
        step.action = .optional(optional)
        result.append(step)
      case .filter(let conditions):
        let joins = conditions.map(SemiJoin.init)
        let others = zip(conditions, joins).filter { $0.1 == nil }.map(\.0)
        if !others.isEmpty {
          step.action = .filter(others)
          result.append(step)
        }
        for case let join? in joins {
          result.append(PlanStep(.semiJoin(join), estimate: step.estimate))
        }
      default: result.append(step)
      }
    }
    return result
  }
}

extension SemiJoin {
  /// Nil where the condition is not about existence, or the query does more than match.
  fileprivate init?(_ condition: BoundExpression) {
    switch condition.kind {
    case .subquery(.exists, let query): self.init(query, isNegated: false)
    case .not(let operand):
      guard case .subquery(.exists, let query) = operand.kind else { return nil }
      self.init(query, isNegated: true)
    default: return nil
    }
  }

  private init?(_ query: BoundQuery, isNegated: Bool) {
    guard query.parts.count == 1, let inner = query.plans?.first,
      inner.steps.allSatisfy(\.action.worksRowByRow),
      // Comprehension variables are not in the rows.
      query.parts[0].imports.allSatisfy({ if case .slot = $0.outer { true } else { false } })
    else { return nil }
    var plan = inner
    plan.slots.append(.ordinal)
    origin = plan.slots.count - 1
    if let last = plan.steps.indices.last, case .expand(var expansion) = plan.steps[last].action {
      expansion.isTest = true
      plan.steps[last].action = .expand(expansion)
    }
    plan.trim(needed: [origin])
    self.plan = plan
    imports = query.parts[0].imports
    names = query.parts[0].names
    self.isNegated = isNegated
  }
}

extension PlanAction {
  /// Whether what the step makes of a row depends on no other row, and the rows keep their order.
  fileprivate var worksRowByRow: Bool {
    switch self {
    case .scan, .seek, .expand, .junction, .expandAlong, .findEnds, .search, .filter, .project,
      .unwind:
      true
    default: false
    }
  }
}
