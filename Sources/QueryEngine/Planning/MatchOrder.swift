// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

/// A match half ordered: the steps so far, what they make known, and what they cost.
struct MatchOrder {
  private let planner: MatchPlanner
  private(set) var steps: [PlanStep] = []

  /// The sum of the rows of all steps.
  private(set) var cost = 0.0
  private var rows = 1.0
  private var known: SlotSet = []
  private var conditions: [(condition: BoundExpression, slots: SlotSet)]
  private var paths: [BoundPath]

  init(_ planner: MatchPlanner) {
    self.planner = planner
    conditions = planner.pattern.predicates.map { ($0, $0.slots.intersection(planner.filled)) }
    paths = planner.pattern.paths
  }

  func isKnown(_ slot: Int) -> Bool { known.contains(slot) || !planner.filled.contains(slot) }

  private mutating func add(_ action: PlanAction, factor: Double) {
    rows *= factor
    cost += rows
    steps.append(PlanStep(action, estimate: rows))
    known.formUnion(action.filled)
    addConditions()
  }

  // MARK: Steps

  /// Finds the nodes of a slot, by what a condition says of them where one does.
  mutating func addScan(_ slot: Int) {
    if planner.isOptimised, let found = seek(for: slot) {
      addSeek(found.seek, meeting: found.position)
      return
    }
    let node = planner.pattern.nodes.first { $0.slot == slot }
    var scan = NodeScan(slot: slot, name: node?.name, labels: nil)
    if planner.isOptimised {
      scan.labels = labels(of: slot)
      conditions = conditions.filter { !isLabelTest($0.condition, of: slot) }
    }
    add(.scan(scan), factor: planner.counts.nodes(scan.labels))
  }

  /// Adds the search for a node that a condition tells from all others, if there is one: it gives
  /// one row at most, so nothing is cheaper.
  mutating func addUniqueSeek() -> Bool {
    for node in planner.pattern.nodes where !isKnown(node.slot) {
      if let found = seek(for: node.slot), found.seek.findsOne {
        addSeek(found.seek, meeting: found.position)
        return true
      }
    }
    return false
  }

  private mutating func addSeek(_ seek: NodeSeek, meeting position: Int) {
    var seek = seek
    conditions.remove(at: position)
    seek.labels = labels(of: seek.slot)
    conditions = conditions.filter { !isLabelTest($0.condition, of: seek.slot) }
    add(.seek(seek), factor: seek.estimate(of: planner.counts.nodes(seek.labels)))
  }

  /// The best search for a node of a slot that a condition allows now, and the condition's place.
  private func seek(for slot: Int) -> (seek: NodeSeek, position: Int)? {
    var best: (seek: NodeSeek, position: Int)?
    for (position, condition) in conditions.enumerated() where condition.slots.contains(slot) {
      guard let seek = NodeSeek(condition.condition, slot: slot, isKnown: isKnown) else {
        continue
      }
      if seek.findsOne { return (seek, position) }
      if best.map({ !$0.seek.key.isUnique && seek.key.isUnique }) ?? true {
        best = (seek, position)
      }
    }
    return best
  }

  mutating func addExpansion(along edge: BoundEdge, from: Int) {
    let isReversed = from != edge.left
    let to = isReversed ? edge.left : edge.right
    let expansion = Expansion(
      from: from, edge: edge.slot, to: to,
      direction: isReversed ? edge.direction.reversed : edge.direction, types: edge.types,
      isInto: isKnown(to), isReversed: isReversed,
      differsFrom: differing(edge).filter { isKnown($0) })
    let factor = self.factor(of: edge, from: from)
    if let length = edge.length {
      add(.expandAlong(expansion, length), factor: factor)
    } else {
      add(.expand(expansion), factor: factor)
    }
  }

  /// The edges that the edge must not be, whichever of the two comes first in the plan.
  private func differing(_ edge: BoundEdge) -> [Int] {
    let others = planner.pattern.edges.filter { other in
      other.slot != edge.slot
        && (edge.differsFrom.contains(other.slot) || other.differsFrom.contains(edge.slot))
    }
    guard planner.isOptimised else { return others.map(\.slot) }
    return others.filter { $0.types.mayShareType(with: edge.types) }.map(\.slot)
  }

  mutating func addEnds(of edge: BoundEdge) {
    let given = edge.differsFrom.filter { isKnown($0) }
    let later = BoundEdge(
      slot: edge.slot, name: edge.name, isGiven: true, left: edge.left, right: edge.right,
      direction: edge.direction, types: edge.types, length: edge.length, differsFrom: given)
    add(
      .findEnds(
        EdgeEnds(
          edge: later, isLeftGiven: isKnown(edge.left), isRightGiven: isKnown(edge.right))),
      factor: edge.direction == .either ? 2 : 1)
  }

  mutating func add(_ search: BoundPathSearch) {
    add(.search(search), factor: 1)
  }

  /// Adds the conditions that can be checked now.
  mutating func addConditions() {
    guard planner.isOptimised else { return }
    addKnownConditions()
  }

  private mutating func addKnownConditions() {
    let ready = conditions.filter { $0.slots.allSatisfy { isKnown($0) } }
    if !ready.isEmpty {
      conditions = conditions.filter { !$0.slots.allSatisfy { isKnown($0) } }
      // What share of the nodes has the labels is counted when they are found.
      rows *= ready.reduce(1) {
        $0 * (isLabelTestOfNew($1.condition) ? 1 : $1.condition.selectivity)
      }
      cost += rows
      steps.append(PlanStep(.filter(ready.map(\.condition)), estimate: rows))
    }
    // A condition may look at a path: then the path is made as soon as it is known.
    let wanted = conditions.reduce(into: SlotSet()) { $0.formUnion($1.slots) }
    for path in paths where wanted.contains(path.slot) && isComplete(path) {
      let waiting = conditions.filter { $0.slots.contains(path.slot) }
      let others = waiting.reduce(into: SlotSet()) { $0.formUnion($1.slots) }
      if others.subtracting([path.slot]).allSatisfy({ isKnown($0) }) {
        addPath(path)
        addKnownConditions()
        return
      }
    }
  }

  private func isComplete(_ path: BoundPath) -> Bool {
    path.parts.slots.allSatisfy { isKnown($0) }
  }

  private mutating func addPath(_ path: BoundPath) {
    paths.removeAll { $0.slot == path.slot }
    known.insert(path.slot)
    steps.append(PlanStep(.project([path.item]), estimate: rows))
  }

  /// Adds the paths and whatever conditions are left.
  mutating func finish() {
    for path in paths { addPath(path) }
    addKnownConditions()
  }

  // MARK: Costs

  func scanCost(_ slot: Int) -> Double {
    if let found = seek(for: slot), found.seek.key.isUnique {
      return found.seek.estimate(of: planner.counts.nodeCount)
    }
    return conditions.reduce(planner.counts.nodes(labels(of: slot))) { cost, condition in
      condition.slots == [slot] && !isLabelTest(condition.condition, of: slot)
        ? cost * condition.condition.selectivity : cost
    }
  }

  /// The edge that multiplies the rows least, of those with a known end.
  func cheapest(of edges: [BoundEdge]) -> (position: Int, from: Int)? {
    var best: (position: Int, from: Int, factor: Double)?
    for (position, edge) in edges.enumerated() {
      for from in edge.left == edge.right ? [edge.left] : [edge.left, edge.right]
      where isKnown(from) {
        let factor = factor(of: edge, from: from)
        if best.map({ factor < $0.factor }) ?? true { best = (position, from, factor) }
      }
    }
    return best.map { ($0.position, $0.from) }
  }

  private func factor(of edge: BoundEdge, from: Int) -> Double {
    let to = from == edge.left ? edge.right : edge.left
    let isBothWays = edge.direction == .either
    let degree = planner.counts.degree(
      edge.types, isBothWays: isBothWays, at: allLabels(of: from))
    var factor = degree
    if let length = edge.length {
      let steps = min(length.maximum ?? length.minimum + 3, 8)
      factor = 0
      var power = 1.0
      for count in 0...max(0, steps) {
        if count >= length.minimum { factor += power }
        power *= degree
      }
    }
    if isKnown(to) { return max(0.001, factor / planner.counts.nodeCount) }
    let direction = from == edge.left ? edge.direction : edge.direction.reversed
    let share = planner.counts.share(of: labels(of: to), along: edge.types, direction)
    return max(0.001, factor * share)
  }

  // MARK: Labels

  private func isLabelTest(_ condition: BoundExpression, of slot: Int) -> Bool {
    if case .labelTest(let subject, _) = condition.kind, case .slot(slot) = subject.kind {
      return true
    }
    return false
  }

  /// Whether a condition is a label test of a node that the match itself finds.
  private func isLabelTestOfNew(_ condition: BoundExpression) -> Bool {
    planner.isOptimised
      && planner.pattern.nodes.contains { !$0.isGiven && isLabelTest(condition, of: $0.slot) }
  }

  /// What labels the conditions that are still open ask of a node.
  private func labels(of slot: Int) -> LabelTest? {
    joined(conditions.lazy.map(\.condition), of: slot)
  }

  private func allLabels(of slot: Int) -> LabelTest? {
    joined(planner.pattern.predicates, of: slot)
  }

  private func joined(
    _ conditions: some Sequence<BoundExpression>, of slot: Int
  ) -> LabelTest? {
    var joined: LabelTest?
    for condition in conditions where isLabelTest(condition, of: slot) {
      guard case .labelTest(_, let test) = condition.kind else { continue }
      joined = joined.map { .and($0, test) } ?? test
    }
    return joined
  }
}

extension EdgePattern.Direction {
  var reversed: EdgePattern.Direction {
    switch self {
    case .outgoing: .incoming
    case .incoming: .outgoing
    case .either: .either
    }
  }
}

extension BoundPath {
  var item: BoundItem {
    BoundItem(slot: slot, expression: BoundExpression(.path(parts), .path, SourceSpan(0, 0)))
  }
}

extension LabelTest? {
  /// Whether one edge may pass both tests.
  func mayShareType(with other: LabelTest?) -> Bool {
    guard let mine = self?.alternatives, let theirs = other?.alternatives else { return true }
    return !mine.isDisjoint(with: theirs)
  }
}

extension LabelTest {
  /// The names of which one must hold; nil where the test is more than that.
  var alternatives: Set<String>? {
    switch self {
    case .name(let name): [name]
    case .or(let left, let right):
      if let left = left.alternatives, let right = right.alternatives {
        left.union(right)
      } else {
        nil
      }
    default: nil
    }
  }
}
