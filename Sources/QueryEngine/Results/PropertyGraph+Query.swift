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
