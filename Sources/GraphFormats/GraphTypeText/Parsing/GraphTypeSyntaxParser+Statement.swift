// SPDX-License-Identifier: Apache-2.0

extension GraphTypeSyntaxParser {
  /// Reads the whole text; nil when not even the braces were found.
  mutating func parse() -> GraphTypeSyntax? {
    do {
      var syntax = try parseHead()
      try parseElements(into: &syntax)
      if take(.open) { syntax.isClosed = false } else { _ = take(.closed) }
      _ = take(.semicolon)
      if !isAtEnd { report(.textAfterEnd(description(of: current)), at: current.span) }
      return syntax
    } catch {
      report(error)
      return nil
    }
  }

  /// Reads `CREATE [OR REPLACE] [PROPERTY] GRAPH TYPE [IF NOT EXISTS] name [AS]`.
  private mutating func parseHead() throws(Failure) -> GraphTypeSyntax {
    let start = index
    guard take(.create) else {
      guard current.kind == .word else { throw expected("CREATE GRAPH TYPE") }
      throw Failure(.otherStatement(description(of: current)), at: current.span)
    }
    let replaces = take(.or)
    if replaces { try expect(.replace) }
    if isAt(.property), isAt(.graph, after: 1) { advance() }
    guard take(.graph) else { throw expected("GRAPH TYPE") }
    guard take(.type) else {
      throw Failure(.otherStatement("CREATE GRAPH"), at: span(from: start))
    }
    if isAt(.if), isAt(.not, after: 1) {
      let condition = index
      advance()
      advance()
      try expect(.exists)
      if replaces {
        report(.contraryClauses("OR REPLACE", "IF NOT EXISTS"), at: span(from: condition))
      }
    }
    let name = try takeName(expecting: "a name for the graph type")
    try refuseCatalog()
    if take(.as) { try refuseCatalog() }
    return GraphTypeSyntax(name: name)
  }

  /// `COPY OF type` and `LIKE graph` take what a catalog holds.
  private func refuseCatalog() throws(Failure) {
    if isAt(.copy) { throw Failure(.needsCatalog("COPY OF"), at: current.span) }
    if isAt(.like) { throw Failure(.needsCatalog("LIKE"), at: current.span) }
  }

  /// `{ element, … }`; no elements at all are allowed too.
  private mutating func parseElements(into syntax: inout GraphTypeSyntax) throws(Failure) {
    let depth = current.depth + 1
    try expect(.leftBrace, expecting: "AS or '{'")
    if take(.rightBrace) { return }
    while true {
      do throws(Failure) {
        try parseElement(into: &syntax)
        guard isAt(.comma) || isAt(.rightBrace) else { throw expected("',' or '}'") }
      } catch {
        report(error)
        skipElement(depth: depth)
        if isAtEnd { throw Failure.reported }
        if isOverLimit { throw Failure.reported }
        if elementBegins(after: 0) { continue }
      }
      if take(.rightBrace) { return }
      advance()
      if isAt(.rightBrace) {
        report(expected("a node or edge type after ','"))
        advance()
        return
      }
    }
  }

  private mutating func parseElement(into syntax: inout GraphTypeSyntax) throws(Failure) {
    elementCount += 1
    if elementCount > GraphTypeLimits.elements {
      throw Failure(.tooManyTypes, at: current.span)
    }
    let start = index
    let isAbstract = take(.abstract)
    let abstractSpan = span(from: start)
    if isAt(.node) || isAt(.vertex) {
      syntax.nodeTypes.append(try parseNodeType(from: start, isAbstract: isAbstract))
      return
    }
    if isAt(.leftParenthesis) {
      let contents = try parseParenthesised()
      if !isAtArc {
        var node = NodeTypeSyntax(span: span(from: start), isAbstract: isAbstract)
        node.contents = contents
        syntax.nodeTypes.append(try finishNodeType(node, from: start))
        return
      }
      if isAbstract { report(.misplacedClause("ABSTRACT", of: .edgeType), at: abstractSpan) }
      var edge = EdgeTypeSyntax(span: span(from: start))
      edge.source = end(from: contents)
      syntax.edgeTypes.append(try parseArc(of: edge, from: start, direction: nil))
      return
    }
    guard isAt(.directed) || isAt(.undirected) || isAt(.edge) || isAt(.relationship) else {
      throw expected("a node or edge type")
    }
    if isAbstract { report(.misplacedClause("ABSTRACT", of: .edgeType), at: abstractSpan) }
    syntax.edgeTypes.append(try parseEdgeType(from: start))
  }
}
