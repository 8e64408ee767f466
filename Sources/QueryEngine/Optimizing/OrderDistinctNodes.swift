// SPDX-License-Identifier: Apache-2.0

/// Where only different nodes are walked on from, and all of them are wanted before the first row
/// of the answer, gathers them and takes them in the order of their numbers.
enum OrderDistinctNodes {
  static func run(_ plan: Plan, _ columns: SlotSet) -> Plan {
    var result = plan
    for (position, step) in plan.steps.enumerated() {
      guard case .distinct(let slots) = step.action, slots.count == 1,
        plan.slots[slots[0]] == .node
      else { continue }
      let later = Array(plan.steps[(position + 1)...])
      guard isWhollyWanted(before: later) else { continue }
      var rest = Plan(steps: later, slots: plan.slots)
      if rest.trim(needed: columns).subtracting([slots[0]]).isEmpty {
        result.steps[position].action = .distinctNodes(slots[0])
      }
    }
    return result
  }

  /// Whether a step that has to see all rows comes before any that may be content with fewer.
  private static func isWhollyWanted(before later: [PlanStep]) -> Bool {
    for step in later {
      switch step.action {
      case .group, .sort, .top: return true
      case .scan, .seek, .expand, .junction, .expandAlong, .filter, .semiJoin, .project, .unwind,
        .distinct:
        continue
      default: return false
      }
    }
    return false
  }
}
