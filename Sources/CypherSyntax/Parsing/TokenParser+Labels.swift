// SPDX-License-Identifier: Apache-2.0

extension TokenParser {
  /// Reads what labels are asked for; the colon or `IS` before them comes next.
  ///
  /// - Parameter joinsWithBar: whether `|` joins labels here; it can also end an expression.
  func labelExpression(joinsWithBar: Bool) throws(SyntaxRefusal) -> LabelExpression {
    let start = lower
    let outer = tallest
    tallest = 0
    // `IS`, or the last word of `IS NOT`.
    var isStandard = kind != .colon
    advance()
    if isStandard, keyword == .labeled, startsLabelAhead { advance() }
    var result = try labelDisjunction(joinsWithBar, &isStandard)
    result.isStandardOnly = isStandard
    result.core = result.span
    result.span = span(from: start)
    tallest = max(outer, tallest)
    return result
  }

  /// Whether the token after this one begins a label expression.
  var startsLabelAhead: Bool {
    let next = token(ahead: 1)
    switch next.kind {
    case .quotedName, .exclamation, .percent, .leftParenthesis: return true
    case .word: return next.keyword == .notKeyword || !next.keyword.isReserved
    default: return false
    }
  }

  private func labelDisjunction(
    _ joinsWithBar: Bool, _ isStandard: inout Bool
  ) throws(SyntaxRefusal) -> LabelExpression {
    var left = try labelConjunction(&isStandard)
    while joinsWithBar, kind == .bar {
      advance()
      _ = takes(.colon)
      let right = try labelConjunction(&isStandard)
      left = LabelExpression(.disjunction(left, right), left.span.joined(to: right.span))
      try grow()
    }
    return left
  }

  private func labelConjunction(
    _ isStandard: inout Bool
  ) throws(SyntaxRefusal) -> LabelExpression {
    var left = try labelFactor(&isStandard)
    while true {
      if kind == .ampersand {
        isStandard = true
      } else if kind != .colon || !startsLabelAhead && !token(ahead: 1).kind.isName {
        return left
      }
      advance()
      let right = try labelFactor(&isStandard)
      left = LabelExpression(.conjunction(left, right), left.span.joined(to: right.span))
      try grow()
    }
  }

  private func labelFactor(
    _ isStandard: inout Bool
  ) throws(SyntaxRefusal) -> LabelExpression {
    let start = lower
    switch kind {
    case .word, .quotedName:
      let name = try name("a label")
      return LabelExpression(.name(name.text), name.span)
    case .percent:
      isStandard = true
      advance()
      return LabelExpression(.wildcard, span(from: start))
    case .exclamation:
      isStandard = true
      try enter()
      advance()
      let operand = try labelFactor(&isStandard)
      leave()
      try grow()
      return LabelExpression(.negation(operand), span(from: start))
    case .leftParenthesis:
      isStandard = true
      try enter()
      advance()
      var inner = try labelDisjunction(true, &isStandard)
      try expect(.rightParenthesis, "'&', '|' or ')' after a label")
      leave()
      inner.span = span(from: start)
      return inner
    default:
      throw unexpected("the name of a label or an edge type")
    }
  }
}
