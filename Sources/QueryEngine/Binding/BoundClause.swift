// SPDX-License-Identifier: Apache-2.0

import CypherSyntax

/// A query, each of whose parts hands on the same columns.
struct BoundQuery: Sendable {
  var parts: [BoundSingleQuery]
  /// For each part after the first, whether equal rows stay.
  var keepsDuplicates: [Bool]

  /// The plan of each part of a query within another, once the planner has made them.
  var plans: [Plan]?

  var columns: [String] { parts[0].columns.map(\.name) }
  var isWriting: Bool { parts.contains(where: \.isWriting) }

  /// The places around the query that it takes values from.
  var outerPlaces: [VariablePlace] { parts.flatMap { $0.imports.map(\.outer) } }
}

struct BoundSingleQuery: Sendable {
  var clauses: [BoundClause]
  /// The kinds of all slots.
  var slots: [SlotKind]
  /// What the query calls its slots.
  var names: [Int: String]
  var imports: [SlotImport]
  var columns: [BoundColumn]
  var isWriting: Bool
}

/// A column that a query answers with.
struct BoundColumn: Sendable {
  let name: String
  let slot: Int
}

enum BoundClause: Sendable {
  case match(BoundMatch)
  case unwind(BoundUnwind)
  case project(BoundProjection)
  case create(BoundCreate)
  case merge(BoundMerge)
  case set([BoundSetItem])
  case remove([BoundRemoveItem])
  case delete(BoundDelete)
  case call(BoundCall)
  case subquery(BoundSubqueryClause)
}

struct BoundMatch: Sendable {
  let isOptional: Bool
  let pattern: BoundPattern
  /// The slots that the match fills; an optional match without rows leaves them null.
  let filled: [Int]
  /// For an optional match, the slot with the number of the row that it started from.
  let origin: Int?
}

struct BoundUnwind: Sendable {
  let list: BoundExpression
  let slot: Int
}

/// A column to be worked out.
struct BoundItem: Sendable {
  let slot: Int
  let expression: BoundExpression
}

/// `WITH` or `RETURN`. The parts are done in the order of the members.
struct BoundProjection: Sendable {
  var aggregation: BoundAggregation?
  /// What is worked out for each row; columns that only change their name are not among them.
  var items: [BoundItem]
  /// The slots of the columns, where equal rows are dropped.
  var distinct: [Int]?
  var order: [BoundSort]
  var skip: BoundExpression?
  var limit: BoundExpression?
  var filter: BoundExpression?
}

struct BoundSort: Sendable {
  let expression: BoundExpression
  let isDescending: Bool
}

struct BoundAggregation: Sendable {
  var keys: [BoundItem]
  var aggregates: [BoundAggregate]
}

struct BoundAggregate: Sendable {
  let slot: Int
  /// Nil for `count(*)`.
  let function: AggregateFunction?
  let isDistinct: Bool
  let arguments: [BoundExpression]
  let span: SourceSpan
}

/// A path to be created: nodes and edges that are not there yet.
struct BoundCreate: Sendable {
  var elements: [BoundCreation]
  var paths: [BoundPath]
}

/// One node or edge to be created, in the order of the text.
enum BoundCreation: Sendable {
  case node(slot: Int, labels: [String], properties: BoundExpression?, span: SourceSpan)
  case edge(BoundEdgeCreation)
}

struct BoundEdgeCreation: Sendable {
  let slot: Int
  let type: String
  let source: Int
  let target: Int
  let properties: BoundExpression?
  let span: SourceSpan
}

struct BoundMerge: Sendable {
  let match: BoundMatch
  let create: BoundCreate
  let onCreate: [BoundSetItem]
  let onMatch: [BoundSetItem]
}

enum BoundSetItem: Sendable {
  case property(subject: BoundExpression, name: String, value: BoundExpression)
  /// All properties are replaced, or those in the map are set.
  case properties(subject: BoundExpression, value: BoundExpression, isReplacing: Bool)
  case labels(subject: BoundExpression, labels: [String])
}

enum BoundRemoveItem: Sendable {
  case property(subject: BoundExpression, name: String)
  case labels(subject: BoundExpression, labels: [String])
}

struct BoundDelete: Sendable {
  let isDetaching: Bool
  let targets: [BoundExpression]
}

struct BoundCall: Sendable {
  let procedure: Procedure
  let arguments: [BoundExpression]
  /// The slot of each result field that is wanted, by its position.
  let results: [(field: Int, slot: Int)]
  let span: SourceSpan
}

struct BoundSubqueryClause: Sendable {
  var query: BoundQuery
  /// For each column of the query, the slot of the rows around it.
  let results: [Int]
  /// Whether the query has no result of its own: each row stays as it is.
  let isUnit: Bool
}
