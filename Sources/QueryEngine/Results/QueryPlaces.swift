// SPDX-License-Identifier: Apache-2.0

internal import CypherSyntax
public import GraphModel

/// Where faults are shown that no single expression is to blame for.
struct QueryPlaces: Sendable {
  /// From the first clause to the last.
  let whole: SourceSpan

  /// The first clause that writes; nil where none does.
  let writing: SourceSpan?

  /// What the query answers with.
  let result: SourceSpan

  init(_ query: Query) {
    let parts = [query.first] + query.unions.map(\.query)
    let clauses = parts.flatMap(\.clauses)
    let ends = clauses.map(\.span)
    whole =
      ends.first.map { first in ends.dropFirst().reduce(first) { $0.joined(to: $1) } }
      ?? query.span
    writing = clauses.lazy.compactMap(Self.writing(in:)).first
    result = query.first.clauses.last?.span ?? query.span
  }

  private static func writing(in clause: Clause) -> SourceSpan? {
    switch clause {
    case .create, .merge, .set, .remove, .delete: clause.span
    case .subquery(let subquery): QueryPlaces(subquery.query).writing
    case .match, .unwind, .with, .returning, .call: nil
    }
  }

  /// A fault with a place, where it has none yet.
  func placed(_ fault: QueryFault) -> QueryFault {
    guard fault.span == nil else { return fault }
    var fault = fault
    fault.span =
      switch fault.detail {
      case .rowLimit: result
      case .writingRefused: writing ?? whole
      default: whole
      }
    return fault
  }
}

extension QueryError {
  /// What a graph as a whole refuses, once the edits that a query made are merged into it: values
  /// that are not unique, too many edges or too few.
  ///
  /// - Parameter text: the query, for the place of the clause that writes.
  public init(_ error: GraphBuildingError, writtenBy text: String) {
    let places = QueryParser.parse(text).statement.map { QueryPlaces($0.query) }
    let faults = ExecutionMessages.unsound(error, places?.writing ?? places?.whole)
    self.init(faults, in: text)
  }
}
