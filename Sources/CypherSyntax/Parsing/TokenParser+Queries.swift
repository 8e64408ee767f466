// SPDX-License-Identifier: Apache-2.0

extension TokenParser {
  /// Reads the whole text; nil when that was given up.
  func statement() -> Statement? {
    if kind == .endOfText || (kind == .semicolon && token(ahead: 1).kind == .endOfText) {
      _ = fail(.emptyQuery(at: current.span))
      return nil
    }
    var mode = Statement.Mode.run
    if keyword == .explain || keyword == .profile {
      mode = keyword == .explain ? .explain : .profile
      advance()
    }
    // Faults of the outermost query are recovered from, so that nothing is thrown here.
    guard let query = try? query(isOutermost: true) else { return nil }
    if takes(.semicolon), kind != .endOfText, !isHopeless {
      _ = fail(.secondQuery(text(of: current), at: current.span))
    }
    return Statement(mode: mode, query: query)
  }

  /// Reads single queries joined by `UNION`, up to the end or a closing brace.
  func query(isOutermost: Bool = false) throws(SyntaxRefusal) -> Query {
    let start = lower
    let first = try singleQuery(isOutermost: isOutermost)
    var unions: [Query.Union] = []
    while keyword == .union {
      let start = lower
      advance()
      let keepsDuplicates = takes(.all)
      if !keepsDuplicates { _ = takes(.distinct) }
      let query = try singleQuery(isOutermost: isOutermost)
      unions.append(
        Query.Union(keepsDuplicates: keepsDuplicates, query: query, span: span(from: start)))
    }
    return Query(first: first, unions: unions, span: span(from: start))
  }

  private func singleQuery(isOutermost: Bool) throws(SyntaxRefusal) -> SingleQuery {
    let start = lower
    var clauses: [Clause] = []
    var isWhole = true
    while true {
      if isHopeless || kind == .endOfText { break }
      if isOutermost ? kind == .semicolon : kind == .rightBrace { break }
      if keyword == .union { break }
      let clauseStart = position
      do {
        clauses.append(try clause(isFirst: clauses.isEmpty && isWhole))
      } catch {
        guard isOutermost else { throw error }
        isWhole = false
        recover(from: clauseStart)
      }
    }
    if clauses.isEmpty, isWhole, !isHopeless {
      let refusal = unexpected("a clause such as MATCH or RETURN", among: Keyword.atBeginning)
      guard isOutermost else { throw refusal }
    }
    if clauses.count > 1 { try checkYields(of: clauses, isOutermost: isOutermost) }
    return SingleQuery(clauses: clauses, span: span(from: start))
  }

  /// `YIELD *` is for a call that is the whole query.
  private func checkYields(
    of clauses: [Clause], isOutermost: Bool
  ) throws(SyntaxRefusal) {
    for case .call(let call) in clauses where call.yieldsAll {
      let refusal = fail(.yieldAllWithinQuery(at: call.span))
      guard isOutermost else { throw refusal }
    }
  }

  /// A query in braces, the opening one of which comes next.
  func bracedQuery() throws(SyntaxRefusal) -> Query {
    try enter(Self.levelsOfQuery)
    try expect(.leftBrace, "'{'")
    let outer = barEndsExpression
    barEndsExpression = false
    let result = try startsClauseHere ? query() : patternQuery()
    barEndsExpression = outer
    try expect(.rightBrace, "'}' at the end of the subquery")
    leave(Self.levelsOfQuery)
    return result
  }

  /// `pattern WHERE filter` in the place of a query: a match clause.
  private func patternQuery() throws(SyntaxRefusal) -> Query {
    let start = lower
    guard kind == .leftParenthesis || kind.isName else {
      throw unexpected("a clause or a pattern", among: Keyword.atBeginning)
    }
    let match = try matchBody(isOptional: false, from: start)
    let span = span(from: start)
    return Query(first: SingleQuery(clauses: [.match(match)], span: span), span: span)
  }

  /// Whether a clause begins here, not a path that is named like one.
  private var startsClauseHere: Bool {
    (keyword.startsClause || keyword == .union) && token(ahead: 1).kind != .equal
  }

  /// A query within a query takes more room on the stack than an expression within another.
  private static var levelsOfQuery: Int { 4 }
}

// MARK: - Clauses

extension TokenParser {
  private func clause(isFirst: Bool) throws(SyntaxRefusal) -> Clause {
    switch keyword {
    case .match, .optional: return .match(try matchClause())
    case .unwind: return .unwind(try unwindClause())
    case .for: return .unwind(try forClause())
    case .with: return .with(try projectionClause())
    case .return: return .returning(try projectionClause())
    case .let: return .with(try letClause())
    case .filter: return .with(try filterClause())
    case .create: return .create(try createClause())
    case .merge: return .merge(try mergeClause())
    case .set: return .set(try setClause())
    case .remove: return .remove(try removeClause())
    case .delete, .detach: return .delete(try deleteClause())
    case .call: return try callClause()
    default:
      if isFirst {
        throw unexpected("a clause such as MATCH or RETURN", among: Keyword.atBeginning)
      }
      throw unexpected("the next clause or the end of the query", among: Keyword.betweenClauses)
    }
  }

  private func matchClause() throws(SyntaxRefusal) -> MatchClause {
    let start = lower
    let isOptional = takes(.optional)
    try expect(.match, "MATCH")
    return try matchBody(isOptional: isOptional, from: start)
  }

  /// What follows the word `MATCH`.
  func matchBody(isOptional: Bool, from start: Int) throws(SyntaxRefusal) -> MatchClause {
    let pattern = try graphPattern()
    var asOf: Expression?
    if keyword == .as {
      advance()
      try expect(.of, "OF and a date")
      asOf = try expression()
    }
    let filter = try whereClause()
    return MatchClause(
      isOptional: isOptional, pattern: pattern, asOf: asOf, filter: filter, span: span(from: start))
  }

  func whereClause() throws(SyntaxRefusal) -> Expression? {
    takes(.where) ? try expression() : nil
  }

  private func unwindClause() throws(SyntaxRefusal) -> UnwindClause {
    let start = lower
    advance()
    let list = try expression()
    try expect(.as, "AS and a name")
    let variable = try alias()
    return UnwindClause(list: list, variable: variable, span: span(from: start))
  }

  private func forClause() throws(SyntaxRefusal) -> UnwindClause {
    let start = lower
    advance()
    let variable = try variable()
    try expect(.in, "IN and a list")
    let list = try expression()
    return UnwindClause(
      list: list, variable: variable, isStandardForm: true, span: span(from: start))
  }
}

// MARK: - Projections

extension TokenParser {
  private func projectionClause() throws(SyntaxRefusal) -> ProjectionClause {
    let start = lower
    let isWith = keyword == .with
    advance()
    var clause = ProjectionClause(span: current.span)
    clause.isDistinct = takes(.distinct)
    if takes(.asterisk) {
      clause.includesAll = true
      if takes(.comma) { clause.items = try projectionItems() }
    } else {
      clause.items = try projectionItems()
    }
    if keyword == .order { clause.order = try sortItems() }
    if takes(.skip) || takes(.offset) { clause.skip = try expression() }
    if takes(.limit) { clause.limit = try expression() }
    if isWith { clause.filter = try whereClause() }
    clause.span = span(from: start)
    return clause
  }

  private func projectionItems() throws(SyntaxRefusal) -> [ProjectionItem] {
    var items = [try projectionItem()]
    while takes(.comma) { items.append(try projectionItem()) }
    return items
  }

  private func projectionItem() throws(SyntaxRefusal) -> ProjectionItem {
    let start = lower
    let expression = try expression()
    let text = text(start..<previousUpper)
    let alias = takes(.as) ? try alias() : nil
    return ProjectionItem(expression: expression, alias: alias, text: text)
  }

  private func sortItems() throws(SyntaxRefusal) -> [SortItem] {
    advance()
    try expect(.by, "BY after ORDER")
    var items: [SortItem] = []
    repeat {
      let expression = try expression()
      var isDescending = false
      switch keyword {
      case .desc, .descending:
        isDescending = true
        advance()
      case .asc, .ascending: advance()
      default: break
      }
      items.append(SortItem(expression: expression, isDescending: isDescending))
    } while takes(.comma)
    return items
  }

  private func letClause() throws(SyntaxRefusal) -> ProjectionClause {
    let start = lower
    advance()
    var items: [ProjectionItem] = []
    repeat {
      let name = try variable()
      try expect(.equal, "'=' and a value")
      let valueStart = lower
      let value = try expression()
      items.append(
        ProjectionItem(expression: value, alias: name, text: text(valueStart..<previousUpper)))
    } while takes(.comma)
    return ProjectionClause(
      form: .letForm, includesAll: true, items: items, span: span(from: start))
  }

  private func filterClause() throws(SyntaxRefusal) -> ProjectionClause {
    let start = lower
    advance()
    _ = takes(.where)
    let filter = try expression()
    return ProjectionClause(
      form: .filterForm, includesAll: true, filter: filter, span: span(from: start))
  }
}
