// SPDX-License-Identifier: Apache-2.0

import CypherSyntax

/// Which labels a node, or which type an edge, must have, without its places.
indirect enum LabelTest: Hashable, Sendable {
  case name(String)
  case wildcard
  case not(LabelTest)
  case and(LabelTest, LabelTest)
  case or(LabelTest, LabelTest)

  init(_ expression: LabelExpression) {
    switch expression.kind {
    case .name(let name): self = .name(name)
    case .wildcard: self = .wildcard
    case .negation(let operand): self = .not(LabelTest(operand))
    case .conjunction(let left, let right): self = .and(LabelTest(left), LabelTest(right))
    case .disjunction(let left, let right): self = .or(LabelTest(left), LabelTest(right))
    }
  }

  func holds(for labels: [String]) -> Bool {
    switch self {
    case .name(let name): labels.contains(name)
    case .wildcard: !labels.isEmpty
    case .not(let operand): !operand.holds(for: labels)
    case .and(let left, let right): left.holds(for: labels) && right.holds(for: labels)
    case .or(let left, let right): left.holds(for: labels) || right.holds(for: labels)
    }
  }

  /// The test as a query would have it.
  var text: String {
    switch self {
    case .name(let name): name
    case .wildcard: "%"
    case .not(let operand): "!\(operand.text)"
    case .and(let left, let right): "\(left.text)&\(right.text)"
    case .or(let left, let right): "(\(left.text)|\(right.text))"
    }
  }
}

extension LabelExpression {
  /// Every name in the expression, with the place of its smallest part.
  var names: [Name] {
    switch kind {
    case .name(let name): [Name(name, core)]
    case .wildcard: []
    case .negation(let operand): operand.names
    case .conjunction(let left, let right), .disjunction(let left, let right):
      left.names + right.names
    }
  }

  /// The name, where the expression is nothing but one.
  var singleName: String? {
    if case .name(let name) = kind { name } else { nil }
  }

  /// The names, where the expression asks for all of several.
  var conjunctionNames: [String]? {
    switch kind {
    case .name(let name): [name]
    case .conjunction(let left, let right):
      if let left = left.conjunctionNames, let right = right.conjunctionNames {
        left + right
      } else {
        nil
      }
    default: nil
    }
  }
}
