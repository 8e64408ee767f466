// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

extension QueryBinder {
  /// Binds `EXISTS { … }`, `COUNT { … }` and `COLLECT { … }`.
  func bindSubquery(
    _ kind: SubqueryKind, _ query: Query, _ span: SourceSpan
  ) throws(QueryFault) -> BoundExpression {
    let bound = try QueryBinder.bind(
      query, setting, outer: self, allowsOpenEnd: kind != .collect)
    if bound.isWriting { throw BindingMessages.writingInExpression(span) }
    if kind == .collect, bound.columns.count != 1 {
      throw BindingMessages.notOneColumn(bound.columns.count, span)
    }
    let type: StaticType =
      switch kind {
      case .exists: .boolean
      case .count: .integer
      case .collect: .list
      }
    return BoundExpression(.subquery(kind, bound), type, span)
  }

  /// Binds a pattern in the place of a condition, or a shortest path in the place of a value.
  func bindPatternCondition(
    _ path: PathPattern, _ span: SourceSpan
  ) throws(QueryFault) -> BoundExpression {
    let isSearch = path.prefix?.isFunction ?? false
    guard isSearch || allowsPatterns else { throw BindingMessages.patternAsValue(span) }
    let inner = QueryBinder(setting, outer: self)
    var patterns = PatternBinder(inner, for: .condition)
    try patterns.bind(path)
    var columns: [BoundColumn] = []
    if isSearch, let search = patterns.pattern.searches.first {
      columns = [BoundColumn(name: "path", slot: search.path)]
    }
    let query = inner.query(matching: patterns, columns: columns, items: [])
    guard isSearch else {
      return BoundExpression(.subquery(.exists, query), .boolean, span)
    }
    let list = BoundExpression(
      .subquery(.collect, query), StaticType(.list, of: .path), span)
    if case .allShortest? = path.prefix?.selector { return list }
    let first = BoundExpression(.constant(.integer(0)), .integer, span)
    return BoundExpression(.element(list, first), .path, span)
  }

  /// Binds `[pattern WHERE filter | result]`.
  func bindPatternComprehension(
    _ comprehension: PatternComprehension, _ span: SourceSpan
  ) throws(QueryFault) -> BoundExpression {
    let inner = QueryBinder(setting, outer: self)
    var patterns = PatternBinder(inner, for: .match)
    try patterns.bind(comprehension.pattern)
    if let filter = comprehension.filter {
      patterns.pattern.predicates += try inner.bindCondition(filter).conjuncts
    }
    let result: BoundExpression = try inner.bind(comprehension.result)
    let slot = inner.layout.addSlot(.value)
    let query = inner.query(
      matching: patterns, columns: [BoundColumn(name: "result", slot: slot)],
      items: [BoundItem(slot: slot, expression: result)])
    return BoundExpression(
      .subquery(.collect, query), .list(of: [result.type]), span)
  }

  /// A query of one match.
  private func query(
    matching patterns: PatternBinder, columns: [BoundColumn], items: [BoundItem]
  ) -> BoundQuery {
    var clauses = [
      BoundClause.match(
        BoundMatch(
          isOptional: false, pattern: patterns.pattern, filled: patterns.filled, origin: nil))
    ]
    if !items.isEmpty { clauses.append(.project(BoundProjection(items: items, order: []))) }
    return BoundQuery(
      parts: [
        BoundSingleQuery(
          clauses: clauses, slots: layout.kinds, names: layout.names, imports: layout.imports,
          columns: columns,
          isWriting: false)
      ], keepsDuplicates: [])
  }

  /// Binds `CALL { … }`.
  func bind(_ clause: SubqueryClause) throws(QueryFault) -> BoundSubqueryClause {
    let query = try QueryBinder.bind(clause.query) {
      (part: SingleQuery, _: Bool) throws(QueryFault) in
      let inner = QueryBinder(setting)
      try inner.takeOver(clause.imported ?? part.leadingNames(of: scope), from: self)
      // The names that a leading WITH takes over are in scope already.
      return try inner.bind(part, isAlone: false, allowsOpenEnd: false)
    }
    var results: [Int] = []
    for column in query.columns {
      if find(column) != nil { throw BindingMessages.alreadyBound(column, clause.span) }
      let slot = layout.addSlot(.value)
      results.append(slot)
      scope.add(Variable(name: column, place: .slot(slot), type: .any))
    }
    return BoundSubqueryClause(
      query: query, results: results, isUnit: query.columns.isEmpty)
  }

  /// Brings variables of the query around this one into scope.
  private func takeOver(_ names: [Name], from outer: QueryBinder) throws(QueryFault) {
    for name in names {
      guard let found = outer.find(name.text) else {
        throw BindingMessages.undefinedVariable(
          name.text, inScope: outer.visibleNames, name.span)
      }
      scope.add(
        Variable(name: name.text, place: imported(found, from: outer), type: found.type))
    }
  }
}

extension SingleQuery {
  /// The variables that a leading `WITH` takes from the query around.
  fileprivate func leadingNames(of scope: Scope) -> [Name] {
    guard case .with(let projection)? = clauses.first, projection.form == .plain else { return [] }
    if projection.includesAll { return scope.names.map { Name($0, projection.span) } }
    return projection.items.compactMap { item in
      if case .variable(let name) = item.expression.kind {
        Name(name, item.expression.span)
      } else {
        nil
      }
    }
  }
}
