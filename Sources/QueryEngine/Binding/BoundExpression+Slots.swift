// SPDX-License-Identifier: Apache-2.0

extension BoundExpression {
  /// The slots of the row that the value depends on.
  var slots: SlotSet {
    var found: SlotSet = []
    collectSlots(into: &found)
    return found
  }

  /// The local variables that the value depends on, its own ones among them.
  var locals: Set<Int> {
    var found: Set<Int> = []
    collectLocals(into: &found)
    return found
  }

  private func collectLocals(into found: inout Set<Int>) {
    switch kind {
    case .local(let local): found.insert(local)
    case .subquery(_, let query):
      for case .local(let local) in query.outerPlaces { found.insert(local) }
    default:
      for part in parts { part.collectLocals(into: &found) }
    }
  }

  /// Whether no row has a say in the value.
  var isFixed: Bool {
    switch kind {
    case .slot, .local, .path, .areDisjoint: false
    case .subquery(_, let query): query.outerPlaces.isEmpty
    default: parts.allSatisfy(\.isFixed)
    }
  }

  private func collectSlots(into found: inout SlotSet) {
    switch kind {
    case .slot(let slot): found.insert(slot)
    case .areDisjoint(let first, let second): found.formUnion([first, second])
    case .path(let parts): found.formUnion(parts.slots)
    case .subquery(_, let query):
      for case .slot(let slot) in query.outerPlaces { found.insert(slot) }
    default:
      for part in parts { part.collectSlots(into: &found) }
    }
  }

  /// The expressions directly within this one.
  var parts: [BoundExpression] {
    switch kind {
    case .constant, .parameter, .slot, .local, .path, .areDisjoint, .subquery: []
    case .list(let members), .and(let members), .or(let members), .call(_, let members): members
    case .map(let entries): entries.map(\.value)
    case .property(let subject, _), .not(let subject), .sign(let subject, _),
      .isNull(let subject, _), .labelTest(let subject, _):
      [subject]
    case .element(let left, let right), .binary(_, let left, let right),
      .holds(let left, let right),
      .comparison(_, let left, let right):
      [left, right]
    case .slice(let subject, let from, let to): [subject] + [from, to].compactMap { $0 }
    case .conditional(let conditional):
      [conditional.subject, conditional.otherwise].compactMap { $0 }
        + conditional.branches.flatMap { [$0.test, $0.result] }
    case .comprehension(let comprehension):
      [comprehension.list] + [comprehension.filter, comprehension.result].compactMap { $0 }
    case .quantifier(let quantifier):
      [quantifier.list] + [quantifier.predicate].compactMap { $0 }
    case .reduction(let reduction): [reduction.initial, reduction.list, reduction.step]
    case .mapProjection(let projection): [projection.subject] + projection.entries.map(\.value)
    }
  }
}

extension BoundPathParts {
  var slots: SlotSet {
    SlotSet(
      [start, end]
        + parts.map { part in
          switch part {
          case .edge(let slot), .edges(let slot): slot
          }
        })
  }
}
