// SPDX-License-Identifier: Apache-2.0

extension TokenParser {
  /// A number, a string or a parameter.
  func literalAtom() throws(SyntaxRefusal) -> Expression {
    switch kind {
    case .decimalInteger, .hexadecimalInteger, .octalInteger, .float:
      return try number(isNegative: false, from: current.span)
    case .string: return try string()
    case .parameter: return parameter()
    case .malformedNumber:
      throw fail(.malformedNumber(text(of: current), at: current.span))
    default: throw unexpected("an expression")
    }
  }

  /// An operand that begins with a word: a variable, a call, a form with a keyword.
  func wordAtom() throws(SyntaxRefusal) -> Expression {
    switch keyword {
    case .notKeyword: break
    case .case: return try caseExpression()
    default:
      if let result = try keywordAtom() { return result }
    }
    switch token(ahead: 1).kind {
    case .leftParenthesis: return try functionCall()
    case .dot where callsDottedName: return try functionCall()
    case .leftBrace: return try mapProjection()
    default:
      let token = current
      advance()
      return Expression(.variable(nameText(token)), token.span)
    }
  }

  /// What begins with a keyword that has a meaning here; nil when it is a name.
  private func keywordAtom() throws(SyntaxRefusal) -> Expression? {
    let next = token(ahead: 1).kind
    switch keyword {
    case .null: return literal(.null)
    case .true: return literal(.boolean(true))
    case .false: return literal(.boolean(false))
    case .exists where next == .leftBrace: return try subquery(.exists)
    case .count where next == .leftBrace: return try subquery(.count)
    case .collect where next == .leftBrace: return try subquery(.collect)
    case .count where next == .leftParenthesis && token(ahead: 2).kind == .asterisk:
      return try countAll()
    case .all where next == .leftParenthesis: return try quantifierOrCall(.all)
    case .any where next == .leftParenthesis: return try quantifierOrCall(.any)
    case .none where next == .leftParenthesis: return try quantifierOrCall(.none)
    case .single where next == .leftParenthesis: return try quantifierOrCall(.single)
    case .filter where next == .leftParenthesis && startsElements(ahead: 2),
      .extract where next == .leftParenthesis && startsElements(ahead: 2):
      return try formerComprehension()
    case .reduce where next == .leftParenthesis && token(ahead: 3).kind == .equal:
      return try reduction()
    case .shortestpath where next == .leftParenthesis,
      .allshortestpaths where next == .leftParenthesis:
      let start = lower
      let path = try shortestFunction()
      return Expression(.pattern(path), span(from: start))
    default:
      if keyword.isReserved { try reportReserved() }
    }
    return nil
  }

  /// Reports a reserved word in the place of an expression. Before a full stop, it was surely meant
  /// as a name, and is read as one.
  private func reportReserved() throws(SyntaxRefusal) {
    guard token(ahead: 1).kind == .dot else { throw unexpected("an expression") }
    _ = fail(.reservedWord(text(of: current), at: current.span))
  }

  private func literal(_ value: Literal) -> Expression {
    let span = current.span
    advance()
    return Expression(.literal(value), span)
  }

  func parameter() -> Expression {
    let token = current
    advance()
    var name = token
    name.lower += 1
    if bytes[Int(name.lower)] == UInt8(ascii: "`") { name.kind = .quotedName }
    return Expression(.parameter(nameText(name)), token.span)
  }

  /// Whether names joined by full stops, of which the current token is the first, are called.
  private var callsDottedName: Bool {
    var place = position
    while token(at: place + 1).kind == .dot, token(at: place + 2).kind.isName { place += 2 }
    return token(at: place + 1).kind == .leftParenthesis
  }

  func functionCall() throws(SyntaxRefusal) -> Expression {
    let start = lower
    let name = try dottedName("the name of a function")
    advance()
    let isDistinct = takes(.distinct)
    let arguments = kind == .rightParenthesis && !isDistinct ? [] : try expressions()
    try expect(.rightParenthesis, "',' or ')' after an argument")
    return Expression(
      .call(FunctionCall(name: name, isDistinct: isDistinct, arguments: arguments)),
      span(from: start))
  }

  private func countAll() throws(SyntaxRefusal) -> Expression {
    let start = lower
    for _ in 0..<3 { advance() }
    try expect(.rightParenthesis, "')' after '*'")
    return Expression(.countAll, span(from: start))
  }

  private func subquery(_ kind: SubqueryKind) throws(SyntaxRefusal) -> Expression {
    let start = lower
    advance()
    let query = try bracedQuery()
    return Expression(.subquery(kind, query), span(from: start))
  }
}

// MARK: - Brackets

extension TokenParser {
  /// An expression in parentheses, or a pattern.
  func parenthesised() throws(SyntaxRefusal) -> Expression {
    if startsPattern(at: position) { return try pattern() }
    let start = lower
    advance()
    let outer = barEndsExpression
    barEndsExpression = false
    var result = try expression()
    barEndsExpression = outer
    try expect(.rightParenthesis, "an operator or ')'")
    result.span = span(from: start)
    return result
  }

  private func pattern() throws(SyntaxRefusal) -> Expression {
    let path = try pathPattern(.expression)
    return Expression(.pattern(path), path.span)
  }

  /// Whether the parenthesis at a place opens a node that an edge follows.
  func startsPattern(at place: Int) -> Bool {
    guard token(at: place).kind == .leftParenthesis else { return false }
    let first = token(at: place + 1)
    switch first.kind {
    case .rightParenthesis, .colon, .leftBrace, .parameter: break
    case .word where first.keyword == .is || first.keyword == .where: break
    case .word, .quotedName:
      guard !first.keyword.isReserved else { return false }
      let second = token(at: place + 2)
      switch second.kind {
      case .rightParenthesis, .colon, .leftBrace, .parameter: break
      default:
        guard second.keyword == .is || second.keyword == .where else { return false }
      }
    default: return false
    }
    guard let closing = partner(of: place) else { return false }
    return startsSureEdge(at: closing + 1)
  }

  /// A list, or a comprehension of a list or of a pattern.
  func bracketed() throws(SyntaxRefusal) -> Expression {
    if startsElements(ahead: 1), !hasSeveralElements { return try bracketedComprehension() }
    if startsPatternComprehension { return try patternComprehension() }
    let start = lower
    advance()
    let elements = kind == .rightBracket ? [] : try expressions()
    try expect(.rightBracket, "',' or ']' after an element")
    return Expression(.list(elements), span(from: start))
  }

  private func bracketedComprehension() throws(SyntaxRefusal) -> Expression {
    let start = lower
    advance()
    let comprehension = try listComprehension()
    try expect(.rightBracket, "WHERE, '|' or ']' in the comprehension")
    return Expression(.listComprehension(comprehension), span(from: start))
  }

  /// Whether `name IN` stands so many tokens ahead.
  func startsElements(ahead distance: Int) -> Bool {
    let first = token(ahead: distance)
    switch first.keyword {
    case .null, .true, .false: return false
    default: return first.kind.isName && token(ahead: distance + 1).keyword == .in
    }
  }

  /// Whether a comma stands directly within the bracket here.
  private var hasSeveralElements: Bool {
    guard let closing = partner(of: position) else { return false }
    var place = position + 1
    while place < closing {
      switch tokens[place].kind {
      case .comma: return true
      case .leftParenthesis, .leftBracket, .leftBrace:
        place = partner(of: place) ?? place
      default: break
      }
      place += 1
    }
    return false
  }

  /// Whether the bracket here holds a pattern and, after it, `WHERE` or `|`.
  private var startsPatternComprehension: Bool {
    var place = position + 1
    if token(at: place).kind.isName, token(at: place + 1).kind == .equal { place += 2 }
    guard startsPattern(at: place), let closing = partner(of: position) else { return false }
    while place < closing {
      switch tokens[place].kind {
      case .comma: return false
      case .bar: return true
      case .leftParenthesis, .leftBracket, .leftBrace:
        place = partner(of: place) ?? place
      default: break
      }
      place += 1
    }
    return false
  }
}
