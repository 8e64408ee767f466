// SPDX-License-Identifier: Apache-2.0

import CypherSyntax

/// A path that is searched for: one of which only some are wanted (the shortest, any, so many), or
/// one with repeated groups.
struct BoundPathSearch: Sendable {
  /// Where the path goes.
  let path: Int
  /// Where the list of its edges goes.
  let edges: Int
  let left: Int
  let right: Int
  let program: PathProgram
  let variables: [PathVariable]
  let selection: BoundPathSelection
  let mode: PathPrefix.Mode
  let cost: BoundPathCost?
  /// The day on which every edge must hold.
  let asOf: BoundExpression?
  let span: SourceSpan

  /// The expressions that are worked out on the way.
  var expressions: [BoundExpression] {
    let checks =
      program.places.joined() + program.stretches.flatMap(\.edges).flatMap(\.checks)
      + program.stretches.flatMap(\.nodes).joined()
    return [cost?.expression, asOf, selection.count].compactMap { $0 }
      + checks.compactMap { check in
        if case .condition(let condition, _) = check { condition } else { nil }
      }
  }

  /// The slots that the search looks at.
  var read: SlotSet { expressions.slots.union([left, right]) }

  var filled: SlotSet { SlotSet(variables.map(\.slot) + [path, edges]) }

  /// Whether what is found between two nodes is the same in every row.
  var isFixed: Bool {
    let looksAtEnd = program.places.joined().contains { check in
      if case .sameAsSlot(right) = check { left != right } else { false }
    }
    return expressions.slots.isEmpty && !looksAtEnd
  }
}

/// What each edge adds to the cost of a path.
struct BoundPathCost: Sendable {
  let expression: BoundExpression
  /// Where the expression looks for the edge; nil where it does not.
  let local: Int?
}

/// Which of the paths between two nodes are wanted.
enum BoundPathSelection: Sendable {
  case all
  /// Any so many.
  case any(BoundExpression?)
  case anyShortest
  case allShortest
  case shortest(BoundExpression)
  case shortestGroups(BoundExpression?)

  /// The number that says how many paths are wanted.
  var count: BoundExpression? {
    switch self {
    case .any(let count), .shortestGroups(let count): count
    case .shortest(let count): count
    case .all, .anyShortest, .allShortest: nil
    }
  }
}
