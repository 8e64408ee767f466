// SPDX-License-Identifier: Apache-2.0

import CypherSyntax

extension BoundExpression {
  /// Whether a query stands within the expression.
  var holdsSubquery: Bool {
    if case .subquery = kind { return true }
    return parts.contains(where: \.holdsSubquery)
  }

  /// The queries directly within the expression.
  var subqueries: [(kind: SubqueryKind, query: BoundQuery)] {
    if case .subquery(let kind, let query) = kind { return [(kind, query)] }
    return parts.flatMap(\.subqueries)
  }

  /// The expression with the queries in it planned.
  func planningSubqueries(_ planner: Planner) -> BoundExpression {
    guard holdsSubquery else { return self }
    return replacing { part in
      guard case .subquery(let kind, let query) = part.kind else { return nil }
      var result = part
      result.kind = .subquery(kind, planner.planned(query))
      return result
    }
  }
}
