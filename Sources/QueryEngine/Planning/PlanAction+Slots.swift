// SPDX-License-Identifier: Apache-2.0

extension PlanAction {
  /// The slots that the step itself looks at.
  var read: SlotSet {
    switch self {
    case .scan: []
    case .seek(let seek): seek.condition.slots.subtracting([seek.slot])
    case .expand(let expansion):
      expansion.read
    case .junction(let junction): junction.first.read.union(junction.second.read)
    case .expandAlong(let expansion, let length):
      expansion.read.union(length.filter?.slots ?? [])
    case .findEnds(let ends):
      SlotSet(
        [ends.edge.slot] + ends.edge.differsFrom + (ends.isLeftGiven ? [ends.edge.left] : [])
          + (ends.isRightGiven ? [ends.edge.right] : [])
      ).union(ends.edge.length?.filter?.slots ?? [])
    case .search(let search), .pathLength(let search): search.read
    case .filter(let conditions): conditions.slots
    case .semiJoin(let join):
      SlotSet(
        join.imports.compactMap { item in
          if case .slot(let slot) = item.outer { slot } else { nil }
        })
    case .project(let items): items.map(\.expression).slots
    case .group(let aggregation):
      aggregation.keys.map(\.expression).slots
        .union(aggregation.aggregates.flatMap(\.arguments).slots)
    case .distinct(let slots): SlotSet(slots)
    case .distinctNodes(let slot): [slot]
    case .sort(let order): order.map(\.expression).slots
    case .top(let top): top.order.map(\.expression).slots
    case .skip, .limit: []
    case .unwind(let unwind): unwind.list.slots
    case .optional: []
    case .create(let create): create.read
    case .merge(let merge):
      merge.merge.create.read
        .union(merge.merge.onCreate.flatMap(\.expressions).slots)
        .union(merge.merge.onMatch.flatMap(\.expressions).slots)
    case .set(let items): items.flatMap(\.expressions).slots
    case .remove(let items): items.map(\.subject).slots
    case .delete(let delete): delete.targets.slots
    case .call(let call): call.arguments.slots
    case .subquery(let subquery):
      SlotSet(
        subquery.clause.query.outerPlaces.compactMap { place in
          if case .slot(let slot) = place { slot } else { nil }
        })
    }
  }

  /// The slots that the step fills.
  var filled: SlotSet {
    switch self {
    case .scan(let scan): [scan.slot]
    case .seek(let seek): [seek.slot]
    case .expand(let expansion), .expandAlong(let expansion, _):
      expansion.isInto ? [expansion.edge] : [expansion.edge, expansion.to]
    case .junction(let junction):
      [junction.first.edge, junction.second.edge, junction.first.to]
    case .findEnds(let ends):
      SlotSet(
        (ends.isLeftGiven ? [] : [ends.edge.left]) + (ends.isRightGiven ? [] : [ends.edge.right]))
    case .search(let search): search.filled
    case .pathLength(let search): [search.path]
    case .project(let items): SlotSet(items.map(\.slot))
    case .group(let aggregation):
      SlotSet(aggregation.keys.map(\.slot) + aggregation.aggregates.map(\.slot))
    case .unwind(let unwind): [unwind.slot]
    case .optional(let optional): SlotSet(optional.filled)
    case .create(let create): create.filled
    case .merge(let merge): SlotSet(merge.merge.match.filled)
    case .call(let call): SlotSet(call.results.map(\.slot))
    case .subquery(let subquery): SlotSet(subquery.clause.results)
    case .filter, .semiJoin, .distinct, .distinctNodes, .sort, .top, .skip, .limit, .set, .remove,
      .delete:
      []
    }
  }
}

extension Expansion {
  var read: SlotSet { SlotSet([from] + differsFrom + (isInto ? [to] : [])) }
}

extension Sequence<BoundExpression> {
  var slots: SlotSet { reduce(into: []) { $0.formUnion($1.slots) } }
}

extension BoundCreate {
  var filled: SlotSet {
    SlotSet(
      elements.map { element in
        switch element {
        case .node(let slot, _, _, _): slot
        case .edge(let edge): edge.slot
        }
      } + paths.map(\.slot))
  }

  /// The slots of earlier clauses that creating looks at, its own ones among them.
  var read: SlotSet {
    var read: SlotSet = []
    for element in elements {
      switch element {
      case .node(_, _, let properties, _): read.formUnion(properties?.slots ?? [])
      case .edge(let edge):
        read.formUnion([edge.source, edge.target])
        read.formUnion(edge.properties?.slots ?? [])
      }
    }
    for path in paths { read.formUnion(path.parts.slots) }
    return read
  }
}

extension BoundSetItem {
  var expressions: [BoundExpression] {
    switch self {
    case .property(let subject, _, let value): [subject, value]
    case .properties(let subject, let value, _): [subject, value]
    case .labels(let subject, _): [subject]
    }
  }
}

extension BoundRemoveItem {
  var subject: BoundExpression {
    switch self {
    case .property(let subject, _), .labels(let subject, _): subject
    }
  }
}

extension Plan {
  /// Notes for each step which slots are looked at after it.
  /// - Parameter needed: the slots that the rows are wanted for.
  /// - Returns: the slots that the plan wants of the rows it is given.
  @discardableResult
  mutating func trim(needed: SlotSet) -> SlotSet {
    var needed = needed
    for position in steps.indices.reversed() {
      steps[position].kept = needed.sorted()
      let action = steps[position].action
      switch action {
      case .optional(var optional):
        let inner = optional.plan.trim(needed: needed.union([optional.origin]))
        steps[position].action = .optional(optional)
        needed.formUnion(inner)
        needed.subtract(action.filled)
        needed.remove(optional.origin)
      case .merge(var merge):
        let wanted = needed.union(action.read)
        let inner = merge.match.trim(needed: wanted)
        steps[position].action = .merge(merge)
        needed = wanted.union(inner).subtracting(action.filled)
      case .group:
        needed = action.read
      default:
        needed.subtract(action.filled)
        needed.formUnion(action.read)
        if case .create = action { needed.subtract(action.filled) }
      }
    }
    return needed
  }
}
