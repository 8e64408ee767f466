// SPDX-License-Identifier: Apache-2.0

extension TokenParser {
  func caseExpression() throws(SyntaxRefusal) -> Expression {
    try enter(2)
    let start = lower
    advance()
    let subject = keyword == .when ? nil : try expression()
    var branches: [CaseExpression.Branch] = []
    repeat {
      try expect(.when, "WHEN")
      let test = try expression()
      try expect(.then, "THEN and a value")
      branches.append(CaseExpression.Branch(test: test, result: try expression()))
    } while keyword == .when
    let otherwise = takes(.else) ? try expression() : nil
    guard takes(.end) else {
      throw unexpected(
        otherwise == nil ? "WHEN, ELSE or END of the CASE" : "END of the CASE",
        among: [.when, .else, .end])
    }
    leave(2)
    return Expression(
      .conditional(CaseExpression(subject: subject, branches: branches, otherwise: otherwise)),
      span(from: start))
  }

  /// What stands between the brackets of `[x IN list WHERE … | …]`.
  func listComprehension() throws(SyntaxRefusal) -> ListComprehension {
    try enter()
    let outer = barEndsExpression
    let variable = try variable()
    try expect(.in, "IN and a list")
    barEndsExpression = true
    let list = try expression()
    let filter = try whereClause()
    barEndsExpression = false
    let result = takes(.bar) ? try expression() : nil
    barEndsExpression = outer
    leave()
    return ListComprehension(variable: variable, list: list, filter: filter, result: result)
  }

  /// `filter(x IN list WHERE …)` and `extract(x IN list | …)`, which are list comprehensions.
  func formerComprehension() throws(SyntaxRefusal) -> Expression {
    let start = lower
    advance()
    advance()
    let comprehension = try listComprehension()
    try expect(.rightParenthesis, "WHERE, '|' or ')'")
    return Expression(.listComprehension(comprehension), span(from: start))
  }

  /// `[path = pattern WHERE … | …]`, whose bracket comes next.
  func patternComprehension() throws(SyntaxRefusal) -> Expression {
    try enter()
    let start = lower
    let outer = barEndsExpression
    advance()
    let pattern = try pathPattern(.expression)
    barEndsExpression = true
    let filter = try whereClause()
    barEndsExpression = false
    try expect(.bar, "WHERE, or '|' and a result, after the pattern")
    let result = try expression()
    barEndsExpression = outer
    try expect(.rightBracket, "']' after the comprehension")
    leave()
    return Expression(
      .patternComprehension(
        PatternComprehension(pattern: pattern, filter: filter, result: result)),
      span(from: start))
  }

  func quantifierOrCall(
    _ kind: QuantifierExpression.Kind
  ) throws(SyntaxRefusal) -> Expression {
    let start = lower
    guard startsElements(ahead: 2) else {
      return try functionCall()
    }
    try enter()
    advance()
    advance()
    let variable = try variable()
    advance()
    let list = try closedExpression()
    let predicate = takes(.where) ? try closedExpression() : nil
    try expect(.rightParenthesis, "WHERE or ')'")
    leave()
    return Expression(
      .quantifier(
        QuantifierExpression(kind: kind, variable: variable, list: list, predicate: predicate)),
      span(from: start))
  }

  func reduction() throws(SyntaxRefusal) -> Expression {
    try enter()
    let start = lower
    let outer = barEndsExpression
    advance()
    advance()
    let accumulator = try variable()
    advance()
    let initial = try closedExpression()
    try expect(.comma, "',' and 'variable IN list'")
    let variable = try variable()
    try expect(.in, "IN and a list")
    barEndsExpression = true
    let list = try expression()
    barEndsExpression = false
    try expect(.bar, "'|' and an expression")
    let step = try expression()
    barEndsExpression = outer
    try expect(.rightParenthesis, "')' after the reduction")
    leave()
    return Expression(
      .reduction(
        Reduction(
          accumulator: accumulator, initial: initial, variable: variable, list: list, step: step)),
      span(from: start))
  }

  // MARK: Maps

  /// A map, whose brace comes next.
  func mapLiteral() throws(SyntaxRefusal) -> Expression {
    let start = lower
    advance()
    let outer = barEndsExpression
    barEndsExpression = false
    var entries: [MapEntry] = []
    if kind != .rightBrace {
      repeat { entries.append(try mapEntry()) } while takes(.comma)
    }
    barEndsExpression = outer
    try expect(.rightBrace, "',' or '}' after a value of the map")
    return Expression(.map(entries), span(from: start))
  }

  private func mapEntry() throws(SyntaxRefusal) -> MapEntry {
    let key = try name("the name of a key, or '}'")
    try expect(.colon, "':' and a value after a key")
    return MapEntry(key: key, value: try expression())
  }

  /// `variable {…}`.
  func mapProjection() throws(SyntaxRefusal) -> Expression {
    try enter()
    let start = lower
    let subject = try variable()
    advance()
    let outer = barEndsExpression
    barEndsExpression = false
    var items: [MapProjection.Item] = []
    if kind != .rightBrace {
      repeat { items.append(try mapProjectionItem()) } while takes(.comma)
    }
    barEndsExpression = outer
    try expect(.rightBrace, "',' or '}' after an item of the map")
    leave()
    return Expression(
      .mapProjection(MapProjection(subject: subject, items: items)), span(from: start))
  }

  private func mapProjectionItem() throws(SyntaxRefusal) -> MapProjection.Item {
    let start = lower
    if takes(.dot) {
      if takes(.asterisk) { return .allProperties(span(from: start)) }
      return .property(try name("the name of a property or '*'"))
    }
    guard kind.isName, token(ahead: 1).kind != .colon else {
      return .entry(try mapEntry())
    }
    return .variable(try variable())
  }
}
