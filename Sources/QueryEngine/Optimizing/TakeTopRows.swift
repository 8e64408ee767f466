// SPDX-License-Identifier: Apache-2.0

/// Replaces a sort, an optional skip and a limit by one step that keeps only the rows it needs.
enum TakeTopRows {
  static func run(_ plan: Plan, _ columns: SlotSet) -> Plan {
    var result = plan
    result.steps = []
    var position = 0
    while position < plan.steps.count {
      if case .sort(let order) = plan.steps[position].action,
        let found = bounds(after: position, in: plan)
      {
        result.steps.append(
          PlanStep(.top(TopRows(order: order, skip: found.skip, limit: found.limit))))
        position = found.next
      } else {
        result.steps.append(plan.steps[position])
        position += 1
      }
    }
    return result
  }

  private static func bounds(
    after position: Int, in plan: Plan
  ) -> (skip: BoundExpression?, limit: BoundExpression, next: Int)? {
    var next = position + 1
    var skip: BoundExpression?
    if next < plan.steps.count, case .skip(let count) = plan.steps[next].action {
      skip = count
      next += 1
    }
    guard next < plan.steps.count, case .limit(let limit) = plan.steps[next].action else {
      return nil
    }
    return (skip, limit, next + 1)
  }
}
