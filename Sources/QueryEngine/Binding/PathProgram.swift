// SPDX-License-Identifier: Apache-2.0

import CypherSyntax

/// What a path that is searched for must be like, step by step: places, and stretches of edges
/// between them.
///
/// ```
///   place 0 ── stretch 0 {m,n} ── place 1 ── stretch 1 ── place 2
/// ```
/// A stretch is a row of edges with nodes around them that comes so many times; a single edge is a
/// stretch of one edge that comes once. No stretch lies within another.
struct PathProgram: Sendable {
  /// What is asked at each place; one more than there are stretches.
  var places: [[PathCheck]]
  var stretches: [PathStretch]

  /// The variables that conditions of the path look at.
  var registers: [PathRegister]

  /// The stretch and the edge within it of each position, in the order of the text.
  var positions: [PathPosition]

  /// Whether one path may fit in more than one way.
  var isAmbiguous: Bool {
    stretches.count { $0.minimum != $0.maximum } > 1
  }

  /// Whether the edges of its only stretch are told by type and direction alone.
  var isPlain: Bool {
    isOneWalk && places.allSatisfy(\.isEmpty)
      && stretches[0].nodes.allSatisfy(\.isEmpty) && stretches[0].edges[0].checks.isEmpty
  }

  /// Whether each repetition is one edge, and nothing else has edges.
  var isOneWalk: Bool { stretches.count == 1 && stretches[0].edges.count == 1 }
}

struct PathStretch: Sendable {
  var minimum: Int
  /// Nil for no limit.
  var maximum: Int?
  var edges: [PathEdge]
  /// What is asked of the nodes around the edges; one more than there are edges.
  var nodes: [[PathCheck]]
  /// Of its first edge, among all positions.
  var firstPosition: Int

  /// A number of repetitions as far as it matters how many they were.
  func counted(_ repetitions: UInt32) -> UInt32 {
    maximum == nil ? min(repetitions, UInt32(clamping: minimum)) : repetitions
  }
}

struct PathEdge: Sendable {
  var direction: EdgePattern.Direction
  /// Nil for any type.
  var types: LabelTest?
  var checks: [PathCheck]
  /// Whether it adds to the cost of the path.
  var isPriced: Bool
}

/// The edge that a path waits for.
struct PathPosition: Sendable {
  let stretch: Int
  let edge: Int
  /// The registers whose values are still needed.
  var kept: [Int]
}

/// A variable of the path as conditions see it.
struct PathRegister: Sendable {
  let isEdge: Bool
  /// Where the conditions look for its value.
  let local: Int
}

/// Something that is asked of a node or edge on the way, in order.
enum PathCheck: Sendable {
  /// Nothing is asked, but later checks look back at it.
  case note(Int)
  case labels(LabelTest)
  /// It is the node of a register.
  case same(Int)
  /// It is the node of a slot.
  case sameAsSlot(Int)
  /// A condition, with the registers that it looks at.
  case condition(BoundExpression, needs: [Int])
}

/// A variable that a path fills, and where on the path its value stands.
struct PathVariable: Sendable {
  enum Source: Sendable {
    case place(Int)
    case edge(stretch: Int, Int)
    case node(stretch: Int, Int)
  }

  let slot: Int
  let source: Source
  /// Whether it stands for one value from each repetition.
  let isList: Bool
}
