// SPDX-License-Identifier: Apache-2.0

/// Where a shortest path is searched and nothing but its length is asked for, counts its edges
/// instead: the slot of the path holds the number, and `length(p)` is what lies in the slot.
enum CountPathEdges {
  static func run(_ plan: Plan, _ columns: SlotSet) -> Plan {
    var result = plan
    for (position, step) in plan.steps.enumerated() {
      guard case .search(let search) = step.action, search.isOfAnyShortest,
        columns.isDisjoint(with: search.filled)
      else { continue }
      let others = search.filled.filter { $0 != search.path }
      var later: [PlanStep] = []
      for step in result.steps[(position + 1)...] {
        guard !others.contains(where: step.action.mentions),
          let changed = step.replacingLengths(of: search.path)
        else { break }
        later.append(changed)
      }
      guard later.count == result.steps.count - position - 1 else { continue }
      result.steps[position].action = .pathLength(search)
      result.steps.replaceSubrange((position + 1)..., with: later)
    }
    return result
  }
}

extension BoundPathSearch {
  /// Whether any shortest path will do, on any day, and edges are told by type and direction only.
  fileprivate var isOfAnyShortest: Bool {
    guard case .anyShortest = selection, cost == nil, asOf == nil else { return false }
    return program.isPlain && program.stretches[0].minimum <= 1
  }
}

extension PlanStep {
  /// The step with the slot of a path in the place of the path's length; nil where it looks at
  /// anything else of the path.
  fileprivate func replacingLengths(of path: Int) -> PlanStep? {
    guard action.mentions(path) else { return self }
    var isOnlyLength = true
    func changed(_ expression: BoundExpression) -> BoundExpression {
      expression.replacing { part in
        switch part.kind {
        case .call(let function, let arguments)
        where function.name == "length" && arguments.count == 1:
          guard case .slot(path) = arguments[0].kind else { return nil }
          return .slot(path, .integer, part.span)
        case .slot, .path, .areDisjoint, .subquery:
          if part.slots.contains(path) { isOnlyLength = false }
          return nil
        default: return nil
        }
      }
    }
    switch action {
    case .filter, .project, .sort, .top, .group, .unwind: break
    default: return nil
    }
    var result = self
    result.action = action.mapExpressions(changed)
    return isOnlyLength ? result : nil
  }
}

extension PlanAction {
  /// Whether the step, or a step of a plan within it, looks at a slot.
  fileprivate func mentions(_ slot: Int) -> Bool {
    if read.contains(slot) { return true }
    switch self {
    case .optional(let optional): return optional.plan.steps.contains { $0.action.mentions(slot) }
    case .merge(let merge): return merge.match.steps.contains { $0.action.mentions(slot) }
    default: return false
    }
  }
}
