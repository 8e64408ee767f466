// SPDX-License-Identifier: Apache-2.0

import CypherSyntax

/// The nodes and edges that a match looks for; each has a slot.
///
/// Labels, properties and filters of nodes and of single edges are among the predicates of the
/// match. What an edge of variable length asks of each of its edges stays with it.
struct BoundPattern: Sendable {
  var nodes: [BoundNode] = []
  var edges: [BoundEdge] = []
  var paths: [BoundPath] = []
  /// Paths of which only some are wanted.
  var searches: [BoundPathSearch] = []

  /// Everything that must hold, in the order of the text.
  var predicates: [BoundExpression] = []
}

struct BoundNode: Sendable {
  let slot: Int
  /// The variable, or nothing.
  let name: String?
  /// Whether an earlier clause has filled the slot.
  let isGiven: Bool
}

struct BoundEdge: Sendable {
  let slot: Int
  let name: String?
  let isGiven: Bool
  /// The slot of the node that stands before the edge in the text.
  let left: Int
  /// The slot of the node that stands after it.
  let right: Int
  let direction: EdgePattern.Direction
  /// Nil for any type.
  let types: LabelTest?
  /// Nil for a single edge.
  let length: BoundLength?
  /// Slots of edges of the same match that must be other ones; those that come before this one.
  let differsFrom: [Int]
}

/// How many edges follow each other, and what each must be like.
struct BoundLength: Sendable {
  let minimum: Int
  /// Nil for no limit.
  let maximum: Int?
  /// What must hold for each edge while it stands in the local place; nil for nothing.
  let filter: BoundExpression?
  let local: Int
}

/// A path variable and what it is made of.
struct BoundPath: Sendable {
  let slot: Int
  let parts: BoundPathParts
}
