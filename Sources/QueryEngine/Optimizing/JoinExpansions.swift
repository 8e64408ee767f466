// SPDX-License-Identifier: Apache-2.0

/// Makes one step of an expansion to a new node and the one that leads from there to a node that is
/// known: the neighbours that both nodes share are met at once.
///
/// What is checked between the two is checked after them.
enum JoinExpansions {
  static func run(_ plan: Plan, _ columns: SlotSet) -> Plan {
    var result = plan
    result.steps = joined(plan.steps)
    return result
  }

  private static func joined(_ steps: [PlanStep]) -> [PlanStep] {
    var result: [PlanStep] = []
    for step in steps {
      var step = step
      if case .optional(var optional) = step.action {
        optional.plan.steps = joined(optional.plan.steps)
        step.action = .optional(optional)
      }
      guard case .expand(let second) = step.action, second.isInto else {
        result.append(step)
        continue
      }
      var between: PlanStep?
      if let last = result.last, case .filter = last.action { between = result.removeLast() }
      guard let last = result.last, case .expand(let first) = last.action, !first.isInto,
        let junction = Junction(first, second)
      else {
        if let between { result.append(between) }
        result.append(step)
        continue
      }
      result[result.count - 1] = PlanStep(.junction(junction), estimate: step.estimate)
      if var between {
        between.estimate = step.estimate
        result.append(between)
      }
    }
    return result
  }
}

extension Junction {
  /// Nil where the second expansion does not close a cycle that the first one opens.
  fileprivate init?(_ first: Expansion, _ second: Expansion) {
    let other: Int
    if second.from == first.to {
      other = second.to
    } else if second.to == first.to {
      other = second.from
    } else {
      return nil
    }
    guard other != first.to else { return nil }
    self.first = first
    self.second = Expansion(
      from: other, edge: second.edge, to: first.to,
      direction: second.from == first.to ? second.direction.reversed : second.direction,
      types: second.types, isInto: false, isReversed: second.isReversed,
      differsFrom: second.differsFrom.filter { $0 != first.edge })
    areDifferent = second.differsFrom.contains(first.edge)
  }
}
