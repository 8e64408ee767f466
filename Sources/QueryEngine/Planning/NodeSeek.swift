// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

/// How the nodes of a slot are found by what a condition says of them, without a look at the
/// others.
struct NodeSeek: Sendable {
  let slot: Int
  /// What labels the nodes must have; nil for any.
  var labels: LabelTest?
  let key: Key
  /// What the key is equal to, or a list that it is in.
  let value: BoundExpression
  let isList: Bool
  /// The condition that says so; rows are checked against it where the search finds more.
  let condition: BoundExpression

  /// What of a node is known.
  enum Key: Sendable, Hashable {
    /// The node.
    case itself
    case id
    case elementId
    case key
    case property(String)

    /// The key that an expression asks for, where it is one of a node in the slot.
    init?(_ expression: BoundExpression, of slot: Int) {
      switch expression.kind {
      case .slot(slot): self = .itself
      case .property(let subject, let name):
        guard case .slot(slot) = subject.kind else { return nil }
        self = .property(name)
      case .call(let function, let arguments):
        guard arguments.count == 1, case .slot(slot) = arguments[0].kind else { return nil }
        switch function.name {
        case "id": self = .id
        case "elementId": self = .elementId
        case "key": self = .key
        default: return nil
        }
      default: return nil
      }
    }

    /// Whether two nodes never have the same.
    var isUnique: Bool {
      if case .property = self { false } else { true }
    }
  }

  /// The search that a condition allows, once everything else in it is known.
  init?(_ condition: BoundExpression, slot: Int, isKnown: (Int) -> Bool) {
    func side(_ left: BoundExpression, _ right: BoundExpression) -> Key? {
      guard let key = Key(left, of: slot), right.isRepeatable,
        right.slots.allSatisfy({ $0 != slot && isKnown($0) })
      else { return nil }
      return key
    }
    switch condition.kind {
    case .comparison(.equal, let left, let right):
      if let key = side(left, right) {
        (self.key, value) = (key, right)
      } else if let key = side(right, left) {
        (self.key, value) = (key, left)
      } else {
        return nil
      }
      isList = false
    case .binary(.isIn, let left, let right):
      guard let key = side(left, right), key.isUnique else { return nil }
      (self.key, value) = (key, right)
      isList = true
    default: return nil
    }
    self.slot = slot
    self.condition = condition
  }

  /// Whether no more than one node can be found.
  var findsOne: Bool { key.isUnique && !isList }

  /// Whether nodes are found by a property that is equal to something of the row.
  var isJoin: Bool { !key.isUnique && !value.slots.isEmpty }

  /// How many nodes are expected, of so many.
  func estimate(of count: Double) -> Double {
    guard key.isUnique else { return count * condition.selectivity }
    guard isList else { return 1 }
    switch value.kind {
    case .list(let members): return Double(members.count)
    case .constant(.list(let members)): return Double(members.count)
    default: return min(count, 10)
    }
  }
}

extension BoundExpression {
  /// Whether it has one value for one row, however often and wherever it is worked out, and is
  /// cheap enough to be worked out before anything is known to need it.
  var isRepeatable: Bool {
    switch kind {
    case .subquery: false
    case .call(let function, let arguments):
      function.isDeterministic && arguments.allSatisfy(\.isRepeatable)
    default: parts.allSatisfy(\.isRepeatable)
    }
  }
}
