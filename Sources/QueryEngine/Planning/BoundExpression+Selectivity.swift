// SPDX-License-Identifier: Apache-2.0

import CypherSyntax

extension BoundExpression {
  /// The share of the rows that a condition is guessed to let through.
  var selectivity: Double {
    switch kind {
    case .comparison(.equal, let left, let right):
      left.isProperty || right.isProperty ? 0.05 : 0.1
    case .comparison(.notEqual, _, _): 0.9
    case .comparison: 0.3
    case .labelTest: 0.3
    case .holds: 0.7
    case .isNull(_, let isNegated): isNegated ? 0.9 : 0.1
    case .or(let operands): min(1, operands.reduce(0) { $0 + $1.selectivity })
    case .and(let operands): operands.reduce(1) { $0 * $1.selectivity }
    case .not(let operand): max(0.1, 1 - operand.selectivity)
    default: 0.5
    }
  }

  private var isProperty: Bool {
    if case .property = kind { true } else { false }
  }
}
