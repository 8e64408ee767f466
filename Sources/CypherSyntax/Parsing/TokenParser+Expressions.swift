// SPDX-License-Identifier: Apache-2.0

extension TokenParser {
  /// Reads an expression whose operators bind at least as strongly as the given power.
  func expression(
    _ minimum: BindingPower = .or
  ) throws(SyntaxRefusal) -> Expression {
    try enter()
    let outer = tallest
    tallest = 0
    var left: Expression
    if keyword == .not {
      left = try negation(minimum)
    } else if kind == .minus || kind == .plus {
      left = try signed()
    } else {
      left = try operand()
    }
    while try extend(&left, minimum) {}
    tallest = max(outer, tallest)
    leave()
    return left
  }

  /// An expression within brackets of its own, in which `|` joins labels again.
  func closedExpression() throws(SyntaxRefusal) -> Expression {
    let outer = barEndsExpression
    barEndsExpression = false
    let result = try expression()
    barEndsExpression = outer
    return result
  }

  /// Expressions separated by commas, at least one.
  func expressions() throws(SyntaxRefusal) -> [Expression] {
    let outer = barEndsExpression
    barEndsExpression = false
    var result: [Expression] = []
    repeat { result.append(try expression()) } while takes(.comma)
    barEndsExpression = outer
    return result
  }

  /// `NOT`, however often.
  private func negation(_ minimum: BindingPower) throws(SyntaxRefusal) -> Expression {
    guard minimum <= .not else {
      throw unexpected("an operand; NOT needs parentheses here")
    }
    let first = position
    while takes(.not) {}
    var place = position - 1
    var result = try expression(.comparison)
    try grow(by: place - first + 1)
    while place >= first {
      result = Expression(.unary(.not, result), tokens[place].span.joined(to: result.span))
      place -= 1
    }
    return result
  }

  /// Signs, however many, and their operand. A minus before a number belongs to the number.
  private func signed() throws(SyntaxRefusal) -> Expression {
    let first = position
    while kind == .minus || kind == .plus { advance() }
    var place = position - 1
    var result: Expression
    if kind.isNumber, tokens[place].kind == .minus, !continuesAfterNumber {
      result = try number(isNegative: true, from: tokens[place].span)
      place -= 1
      try grow()
    } else {
      result = try operand()
    }
    try grow(by: place - first + 1)
    while place >= first {
      let sign: UnaryOperator = tokens[place].kind == .minus ? .minus : .plus
      result = Expression(.unary(sign, result), tokens[place].span.joined(to: result.span))
      place -= 1
    }
    return result
  }

  private var continuesAfterNumber: Bool {
    switch token(ahead: 1).kind {
    case .dot, .leftBracket: true
    case .colon: token(ahead: 2).kind.isName
    default: false
    }
  }
}

// MARK: - Operators

extension TokenParser {
  /// Reads an operator and what stands to its right, when one comes next that binds strongly
  /// enough.
  private func extend(
    _ left: inout Expression, _ minimum: BindingPower
  ) throws(SyntaxRefusal) -> Bool {
    switch kind {
    case .word: return try extendByWord(&left, minimum)
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      guard minimum <= .comparison else { return false }
      try compare(&left)
      return true
    case .plus: return try combine(&left, .add, minimum)
    case .minus: return try combine(&left, .subtract, minimum)
    case .doubleBar: return try combine(&left, .concatenate, minimum)
    case .asterisk: return try combine(&left, .multiply, minimum)
    case .slash: return try combine(&left, .divide, minimum)
    case .percent: return try combine(&left, .remainder, minimum)
    case .caret: return try combine(&left, .power, minimum)
    case .matches: return try combine(&left, .matches, minimum)
    case .unicodeDash, .foreignComparison, .unicodeLeftAngle, .unicodeRightAngle:
      throw unexpected("an operator or the end of the expression")
    default: return false
    }
  }

  private func extendByWord(
    _ left: inout Expression, _ minimum: BindingPower
  ) throws(SyntaxRefusal) -> Bool {
    switch keyword {
    case .or: return try chain(&left, .or, .or, minimum)
    case .xor: return try chain(&left, .exclusiveOr, .xor, minimum)
    case .and: return try chain(&left, .and, .and, minimum)
    case .in: return try combine(&left, .isIn, minimum)
    case .contains: return try combine(&left, .contains, minimum)
    case .starts, .ends:
      guard minimum <= .predicate else { return false }
      let word = keyword
      guard token(ahead: 1).keyword == .with else {
        advance()
        throw unexpected(word == .starts ? "WITH after STARTS" : "WITH after ENDS", among: [.with])
      }
      advance()
      return try combine(&left, word == .starts ? .startsWith : .endsWith, minimum)
    case .is:
      guard minimum <= .predicate else { return false }
      try testKind(&left)
      return true
    default: return false
    }
  }

  /// Reads the operator, which comes next, and its right operand.
  private func combine(
    _ left: inout Expression, _ operation: BinaryOperator, _ minimum: BindingPower
  ) throws(SyntaxRefusal) -> Bool {
    let power = operation.power
    guard minimum <= power else { return false }
    advance()
    let right = try expression(power.next)
    left = Expression(.binary(operation, left, right), left.span.joined(to: right.span))
    try grow()
    return true
  }

  /// Reads a chain of one logical operator.
  private func chain(
    _ left: inout Expression, _ operation: BinaryOperator, _ word: Keyword,
    _ minimum: BindingPower
  ) throws(SyntaxRefusal) -> Bool {
    let power = operation.power
    guard minimum <= power else { return false }
    advance()
    let right = try expression(power.next)
    guard keyword == word else {
      left = Expression(.binary(operation, left, right), left.span.joined(to: right.span))
      try grow()
      return true
    }
    var operands = [left, right]
    while takes(word) { operands.append(try expression(power.next)) }
    if operands.count <= BinaryOperator.longestPlainChain {
      for operand in operands.dropFirst() {
        left = Expression(.binary(operation, left, operand), left.span.joined(to: operand.span))
      }
      try grow(by: operands.count - 1)
    } else {
      left = Self.balanced(operation, operands[...])
      try grow(by: Int.bitWidth - operands.count.leadingZeroBitCount)
    }
    return true
  }

  private static func balanced(
    _ operation: BinaryOperator, _ operands: ArraySlice<Expression>
  ) -> Expression {
    if operands.count == 1 { return operands[operands.startIndex] }
    let middle = operands.startIndex + (operands.count + 1) / 2
    let left = balanced(operation, operands[..<middle])
    let right = balanced(operation, operands[middle...])
    return Expression(.binary(operation, left, right), left.span.joined(to: right.span))
  }

  private func compare(_ left: inout Expression) throws(SyntaxRefusal) {
    var links: [ComparisonLink] = []
    var span = left.span
    while let comparison {
      advance()
      let operand = try expression(.predicate)
      span = span.joined(to: operand.span)
      links.append(ComparisonLink(comparison, operand))
    }
    left = Expression(.comparison(left, links), span)
    try grow()
  }

  private var comparison: ComparisonOperator? {
    switch kind {
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    default: nil
    }
  }

  /// `IS NULL`, `IS NOT NULL`, `IS Label`, `IS NOT Label`.
  private func testKind(_ left: inout Expression) throws(SyntaxRefusal) {
    let start = Int(left.span.lower)
    let isNegated = token(ahead: 1).keyword == .not
    if token(ahead: isNegated ? 2 : 1).keyword == .null {
      for _ in 0..<(isNegated ? 3 : 2) { advance() }
      left = Expression(.isNull(left, isNegated: isNegated), span(from: start))
      try grow()
      return
    }
    if isNegated { advance() }
    guard startsLabelAhead else {
      advance()
      throw unexpected("NULL, NOT NULL or a label after IS", among: [.null, .not])
    }
    var labels = try labelExpression(joinsWithBar: !barEndsExpression)
    labels.isStandardOnly = true
    left = Expression(.labelTest(left, labels), span(from: start))
    if isNegated { left = Expression(.unary(.not, left), left.span) }
    try grow(by: isNegated ? 2 : 1)
  }
}

// MARK: - Postfix operators

extension TokenParser {
  /// An operand with properties, positions and, where wanted, labels.
  ///
  /// These few functions lie on the stack once for every level of nesting, so that they are few,
  /// and small.
  func operand(withLabels: Bool = true) throws(SyntaxRefusal) -> Expression {
    var result: Expression
    switch kind {
    case .leftParenthesis: result = try parenthesised()
    case .leftBracket: result = try bracketed()
    case .leftBrace: result = try mapLiteral()
    case .word, .quotedName: result = try wordAtom()
    default: result = try literalAtom()
    }
    try grow()
    while true {
      switch kind {
      case .dot: try readProperty(of: &result)
      case .leftBracket: try readElement(of: &result)
      case .colon:
        guard withLabels, startsLabelAhead || token(ahead: 1).kind.isName else { return result }
        try readLabels(of: &result)
        return result
      default: return result
      }
      try grow()
    }
  }

  private func readProperty(of subject: inout Expression) throws(SyntaxRefusal) {
    advance()
    let name = try name("the name of a property after '.'")
    subject = Expression(.property(subject, name), subject.span.joined(to: name.span))
  }

  private func readLabels(of subject: inout Expression) throws(SyntaxRefusal) {
    let start = Int(subject.span.lower)
    let labels = try labelExpression(joinsWithBar: !barEndsExpression)
    subject = Expression(.labelTest(subject, labels), span(from: start))
    try grow()
  }

  /// `[position]` or `[from..to]`.
  private func readElement(of subject: inout Expression) throws(SyntaxRefusal) {
    let start = Int(subject.span.lower)
    advance()
    let first = kind == .doubleDot ? nil : try closedExpression()
    if takes(.doubleDot) {
      let last = kind == .rightBracket ? nil : try closedExpression()
      try expect(.rightBracket, "']' after a range of positions")
      subject = Expression(.slice(subject, from: first, to: last), span(from: start))
      return
    }
    guard let first, takes(.rightBracket) else { throw unexpected("'..' or ']' after a position") }
    subject = Expression(.index(subject, first), span(from: start))
  }
}
