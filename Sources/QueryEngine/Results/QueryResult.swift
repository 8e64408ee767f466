// SPDX-License-Identifier: Apache-2.0

public import GraphModel

/// The answer of a query: columns with names, rows of values, and what was changed.
public struct QueryResult: Sendable {
  public let columns: [String]

  /// Each with a value for each column.
  public let rows: [[Value]]

  public let changes: GraphChanges

  /// The graph as the query left it, which knows the properties of nodes and edges in the rows.
  public let graph: PropertyGraph

  /// The plan as a tree of text, of `EXPLAIN` and `PROFILE` only.
  public let plan: String?

  /// What each row rests on, where that was asked for.
  public var evidence: [RowEvidence]?

  public init(
    columns: [String], rows: [[Value]], changes: GraphChanges = GraphChanges(),
    graph: PropertyGraph, plan: String? = nil
  ) {
    self.columns = columns
    self.rows = rows
    self.changes = changes
    self.graph = graph
    self.plan = plan
  }
}
