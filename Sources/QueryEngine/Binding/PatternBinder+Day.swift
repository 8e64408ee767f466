// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

extension PatternBinder {
  /// Asks of the nodes and single edges of the pattern that they hold on the day of the match.
  ///
  /// An edge holds only while both its ends exist, so nodes beside an edge need not be asked.
  mutating func addDay() {
    guard let asOf else { return }
    var covered: Set<Int> = []
    for edge in pattern.edges where edge.length?.minimum ?? 1 > 0 {
      covered.formUnion([edge.left, edge.right])
    }
    for node in pattern.nodes where !covered.contains(node.slot) {
      pattern.predicates.append(.holds(.slot(node.slot, .node, asOf.span), on: asOf))
    }
    for edge in pattern.edges where edge.length == nil {
      pattern.predicates.append(.holds(.slot(edge.slot, .edge, asOf.span), on: asOf))
    }
  }
}

extension BoundExpression {
  /// Whether a node or edge holds on a day.
  static func holds(_ subject: BoundExpression, on day: BoundExpression) -> BoundExpression {
    BoundExpression(.holds(subject, on: day), .boolean, day.span)
  }
}

extension BindingSetting {
  /// The day of every match that names none, as an expression.
  var day: BoundExpression? {
    asOf.map { BoundExpression(.constant(.date($0)), .init(.date), SourceSpan(0, 0)) }
  }
}
