// SPDX-License-Identifier: Apache-2.0

import CypherSyntax

/// What is to be done for one single query, step by step; each step takes the rows of the one
/// before it.
///
/// A list and no tree: a step that needs rows of its own, such as an optional match, holds a plan.
struct Plan: Sendable {
  var steps: [PlanStep]

  /// The kinds of the slots of the rows.
  var slots: [SlotKind]
}

/// One step of a plan.
struct PlanStep: Sendable {
  var action: PlanAction

  /// The slots that steps after this one look at.
  var kept: [Int] = []

  /// How many rows the planner expects; nil where it has no idea.
  var estimate: Double?

  init(_ action: PlanAction, estimate: Double? = nil) {
    self.action = action
    self.estimate = estimate
  }
}

/// What a step does.
indirect enum PlanAction: Sendable {
  /// Every node that passes a test, for each row.
  case scan(NodeScan)
  /// The nodes that a condition tells by number, key or property, for each row.
  case seek(NodeSeek)
  /// From a node along single edges, to new nodes or to one that is known.
  case expand(Expansion)
  /// From two nodes to those that are neighbours of both.
  case junction(Junction)
  /// From a node along stretches of edges.
  case expandAlong(Expansion, BoundLength)
  /// The ends of an edge, or of a list of edges, that is known.
  case findEnds(EdgeEnds)
  case search(BoundPathSearch)
  /// The length of any shortest path, in the slot of the path.
  case pathLength(BoundPathSearch)
  case filter([BoundExpression])
  /// The rows for which a pattern exists, or does not.
  case semiJoin(SemiJoin)
  case project([BoundItem])
  case group(BoundAggregation)
  case distinct([Int])
  /// The different nodes of a slot, ascending, once all rows have come.
  case distinctNodes(Int)
  case sort([BoundSort])
  /// The first rows of a sorted table, without sorting the rest.
  case top(TopRows)
  case skip(BoundExpression)
  case limit(BoundExpression)
  case unwind(BoundUnwind)
  case optional(OptionalPlan)
  case create(BoundCreate)
  case merge(MergePlan)
  case set([BoundSetItem])
  case remove([BoundRemoveItem])
  case delete(BoundDelete)
  case call(BoundCall)
  case subquery(SubqueryPlan)
}

struct NodeScan: Sendable {
  let slot: Int
  let name: String?
  /// What labels the nodes must have; nil for all nodes.
  var labels: LabelTest?
}

/// A walk along edges away from a node.
struct Expansion: Sendable {
  let from: Int
  let edge: Int
  let to: Int
  /// As seen from the node that the walk starts at.
  var direction: EdgePattern.Direction
  let types: LabelTest?
  /// Whether the far node is known already.
  let isInto: Bool
  /// Whether the walk goes against the text, so that a list of edges must be turned round.
  let isReversed: Bool
  /// Slots of edges that must be other ones.
  var differsFrom: [Int]
  /// Whether one row is enough for each row, since only its existence matters.
  var isTest = false
}

/// Two walks along single edges that end at the same new node.
struct Junction: Sendable {
  let first: Expansion
  let second: Expansion
  /// Whether the two edges must not be the same.
  let areDifferent: Bool
}

struct EdgeEnds: Sendable {
  let edge: BoundEdge
  let isLeftGiven: Bool
  let isRightGiven: Bool
}

struct TopRows: Sendable {
  let order: [BoundSort]
  let skip: BoundExpression?
  let limit: BoundExpression
}

/// Rows of the inner plan, or, where it has none for a row, the row with nulls.
struct OptionalPlan: Sendable {
  var plan: Plan
  let origin: Int
  let filled: [Int]
}

/// Whether the inner plan has a row for a row.
struct SemiJoin: Sendable {
  let plan: Plan
  /// The slot of the inner rows with the number of the row that they come from.
  let origin: Int
  let imports: [SlotImport]
  /// What the inner plan calls its slots.
  let names: [Int: String]
  /// Whether rows without a match are wanted.
  let isNegated: Bool
}

struct MergePlan: Sendable {
  var match: Plan
  let merge: BoundMerge
}

struct SubqueryPlan: Sendable {
  let clause: BoundSubqueryClause
}
