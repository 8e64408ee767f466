// SPDX-License-Identifier: Apache-2.0

public import GraphModel

extension PropertyGraph {
  /// Answers a query that only reads.
  ///
  /// ```swift
  /// let states = try graph.query(
  ///   "MATCH (s:State) WHERE s.name STARTS WITH $start RETURN s.name", ["start": "K"])
  /// ```
  ///
  /// The graph remembers the last few texts, prepared, so that asking again costs less.
  ///
  /// - Parameter asOf: the day of every match that does not name one with `AS OF`; nil for all times.
  /// - Throws: ``QueryError``; a query that writes is refused before anything runs.
  public func query(
    _ text: String, _ parameters: [String: Value] = [:], limits: QueryLimits = .standard,
    asOf: CalendarDate? = nil
  ) throws(QueryError) -> QueryResult {
    try PreparedQueryCache.query(text, for: self, asOf: asOf)
      .run(on: self, parameters, limits: limits)
  }

  /// Answers a query that only reads, with what each row rests on in ``QueryResult/evidence``.
  ///
  /// The rows are those of ``query(_:_:limits:asOf:)``. What they rest on is asked for by a second
  /// run, with limits of its own; where that cannot be told, as for `UNION` without `ALL`, a row
  /// rests on the nodes, edges and paths in it.
  ///
  /// Complexity: about that of the query twice; patterns keep their paths, so that a query that
  /// only counts takes longer.
  /// - Throws: ``QueryError`` of the query as written.
  public func queryWithEvidence(
    _ text: String, _ parameters: [String: Value] = [:], limits: QueryLimits = .standard,
    asOf: CalendarDate? = nil
  ) throws(QueryError) -> QueryResult {
    var result = try query(text, parameters, limits: limits, asOf: asOf)
    guard result.plan == nil else { return result }
    var known: [[Value]: RowEvidence] = [:]
    for row in EvidenceColumns.rows(of: text, parameters, limits, asOf, on: self) {
      known[row.shown, default: RowEvidence()].take(hidden: row.hidden)
    }
    result.evidence = result.rows.map { row in
      var evidence = known[row] ?? RowEvidence()
      for value in row { evidence.take(shown: value) }
      evidence.keepOnly(in: result.graph)
      return evidence
    }
    return result
  }

  /// Runs a query that may write: all of it, or, when it fails, nothing.
  ///
  /// - Parameter asOf: the day of every match that does not name one with `AS OF`; nil for all times.
  /// - Throws: ``QueryError``; the graph is as it was.
  @discardableResult
  public mutating func execute(
    _ text: String, _ parameters: [String: Value] = [:], limits: QueryLimits = .standard,
    asOf: CalendarDate? = nil
  ) throws(QueryError) -> QueryResult {
    try PreparedQueryCache.query(text, for: self, asOf: asOf)
      .run(editing: &self, parameters, limits: limits)
  }
}
