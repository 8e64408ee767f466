// SPDX-License-Identifier: Apache-2.0

/// Makes one filter of filters that follow each other.
enum MergeFilters {
  static func run(_ plan: Plan, _ columns: SlotSet) -> Plan {
    var merged = plan
    merged.steps = []
    for step in plan.steps {
      if case .filter(let conditions) = step.action, let last = merged.steps.last,
        case .filter(let earlier) = last.action
      {
        merged.steps[merged.steps.count - 1].action = .filter(earlier + conditions)
        merged.steps[merged.steps.count - 1].estimate = step.estimate
      } else {
        merged.steps.append(step)
      }
    }
    return merged
  }
}
