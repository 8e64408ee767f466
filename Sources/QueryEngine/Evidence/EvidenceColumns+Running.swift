// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

extension EvidenceColumns {
  /// The rows of a query as it was written, each with what it rests on; none where that cannot be
  /// told.
  static func rows(
    of text: String, _ parameters: [String: Value], _ limits: QueryLimits, _ asOf: CalendarDate?,
    on graph: PropertyGraph
  ) -> [(shown: [Value], hidden: Value)] {
    let parsed = QueryParser.parse(text)
    guard var statement = parsed.statement, parsed.faults.isEmpty,
      let widened = added(to: statement.query, of: text)
    else { return [] }
    statement.query = widened.query
    // What fails only with the column says nothing about the query.
    guard
      let query = try? PreparedQuery(
        statement, of: text, for: graph, asOf: asOf, environment: .standard),
      let result = try? query.run(on: graph, parameters, limits: limits),
      let hidden = result.columns.firstIndex(of: widened.column)
    else { return [] }
    let shown = result.columns.indices.filter { !widened.isHidden(result.columns[$0]) }
    return result.rows.map { row in (shown.map { row[$0] }, row[hidden]) }
  }
}
