// SPDX-License-Identifier: Apache-2.0

extension TokenParser {
  /// `CALL procedure(…) YIELD …`, `CALL {…}`, `CALL (…) {…}`.
  func callClause() throws(SyntaxRefusal) -> Clause {
    let start = lower
    advance()
    switch kind {
    case .leftBrace:
      let query = try bracedQuery()
      return .subquery(SubqueryClause(query: query, imported: nil, span: span(from: start)))
    case .leftParenthesis:
      advance()
      let imported = kind == .rightParenthesis ? [] : try variables()
      try expect(.rightParenthesis, "')' after the imported variables")
      guard kind == .leftBrace else { throw unexpected("'{' and a subquery") }
      let query = try bracedQuery()
      return .subquery(SubqueryClause(query: query, imported: imported, span: span(from: start)))
    default:
      return .call(try procedureCall(from: start))
    }
  }

  private func procedureCall(from start: Int) throws(SyntaxRefusal) -> CallClause {
    let name = try dottedName("the name of a procedure, or '{' and a subquery")
    var call = CallClause(
      name: name, arguments: nil, yields: [], yieldsAll: false, filter: nil, span: name.span)
    if takes(.leftParenthesis) {
      var arguments: [Expression] = []
      if kind != .rightParenthesis {
        arguments = try expressions()
      }
      try expect(.rightParenthesis, "',' or ')' after an argument")
      call.arguments = arguments
    }
    if takes(.yield) {
      if takes(.asterisk) {
        call.yieldsAll = true
      } else if !takes(.minus) {
        // A dash stands for no columns in older texts.
        call.yields = try yieldItems()
      }
      call.filter = try whereClause()
    }
    call.span = span(from: start)
    return call
  }

  private func yieldItems() throws(SyntaxRefusal) -> [CallClause.YieldItem] {
    var items: [CallClause.YieldItem] = []
    repeat {
      let field = try variable("the name of a column")
      let alias = takes(.as) ? try alias() : nil
      items.append(CallClause.YieldItem(field: field, alias: alias))
    } while takes(.comma)
    return items
  }
}
