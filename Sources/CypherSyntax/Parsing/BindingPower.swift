// SPDX-License-Identifier: Apache-2.0

/// How strongly operators bind, by openCypher's grammar; parser and printer share it.
enum BindingPower: Int, Comparable {
  case or, exclusiveOr, and, not, comparison, predicate, sum, product, power, sign, labels, postfix
  case atom

  /// The next stronger one.
  var next: BindingPower { BindingPower(rawValue: rawValue + 1) ?? .atom }

  static func < (left: BindingPower, right: BindingPower) -> Bool {
    left.rawValue < right.rawValue
  }
}

extension BinaryOperator {
  var power: BindingPower {
    switch self {
    case .or: .or
    case .exclusiveOr: .exclusiveOr
    case .and: .and
    case .isIn, .startsWith, .endsWith, .contains, .matches: .predicate
    case .add, .subtract, .concatenate: .sum
    case .multiply, .divide, .remainder: .product
    case .power: .power
    }
  }

  /// Whether long chains of the operator are kept as a balanced tree.
  ///
  /// They may be long in queries that programs write, and any grouping means the same.
  var isBalanced: Bool { self == .or || self == .exclusiveOr || self == .and }

  /// The number of operands up to which a chain is grouped from the left.
  static var longestPlainChain: Int { 32 }
}
