// SPDX-License-Identifier: Apache-2.0

// MARK: - Nodes and groups

extension TokenParser {
  /// Reads a node, whose opening parenthesis comes next.
  func nodePattern(_ use: PatternUse) throws(SyntaxRefusal) -> NodePattern {
    let start = lower
    advance()
    var node = NodePattern(span: current.span)
    node.variable = try elementVariable(use)
    node.labels = try elementLabels()
    node.properties = try elementProperties()
    if use != .writing, takes(.where) { node.filter = try closedExpression() }
    guard takes(.rightParenthesis) else {
      throw unexpectedInElement(node.variable, node.labels, ")")
    }
    node.span = span(from: start)
    return node
  }

  /// The fault of what cannot stand in a node or an edge.
  private func unexpectedInElement(
    _ variable: Name?, _ labels: LabelExpression?, _ closing: String
  ) -> SyntaxRefusal {
    let name = variable == nil && labels == nil ? "a name, " : ""
    let labels = labels == nil ? "labels after ':', " : ""
    return unexpected("\(name)\(labels)properties in braces or '\(closing)'", among: [.where, .is])
  }

  private func elementVariable(_ use: PatternUse) throws(SyntaxRefusal) -> Name? {
    guard kind.isName else { return nil }
    let next = token(ahead: 1)
    switch keyword {
    case .is
    where next.kind.isName || next.kind == .exclamation || next.kind == .percent
      || next.kind == .leftParenthesis:
      return nil
    case .where where use != .writing: return nil
    default: return try variable()
    }
  }

  private func elementLabels() throws(SyntaxRefusal) -> LabelExpression? {
    guard kind == .colon || keyword == .is else { return nil }
    return try labelExpression(joinsWithBar: true)
  }

  private func elementProperties() throws(SyntaxRefusal) -> Expression? {
    switch kind {
    case .leftBrace: try mapLiteral()
    case .parameter: parameter()
    default: nil
    }
  }

  /// Whether the parenthesis at a place opens a group, not a node.
  func startsGroup(at place: Int) -> Bool {
    let next = token(at: place + 1)
    if next.kind == .leftParenthesis { return true }
    guard next.kind.isName else { return false }
    return token(at: place + 2).kind == .equal || startsPrefix(at: place + 1)
  }

  func groupPattern() throws(SyntaxRefusal) -> GroupPattern {
    let start = lower
    advance()
    let path = try pathPattern(.matching)
    let filter = takes(.where) ? try closedExpression() : nil
    try expect(.rightParenthesis, "an edge, WHERE or ')' after the pattern")
    let quantifier = try pathQuantifier()
    return GroupPattern(
      path: path, filter: filter, quantifier: quantifier, span: span(from: start))
  }
}

// MARK: - Edges

extension TokenParser {
  /// Whether an edge begins here.
  func startsEdge(_ use: PatternUse) -> Bool {
    switch kind {
    case .minus, .unicodeDash, .tilde, .less, .unicodeLeftAngle:
      use == .expression
        ? startsSureEdge(at: position) : kind != .less || token(ahead: 1).kind.isDash
    default: false
    }
  }

  /// Whether what begins at a place can be read as an edge only, not as arithmetic.
  func startsSureEdge(at place: Int) -> Bool {
    var place = place
    let first = token(at: place).kind
    if first == .tilde { return true }
    let pointsLeft = first.isLeftAngle
    if pointsLeft { place += 1 }
    guard token(at: place).kind.isDash else { return false }
    let next = token(at: place + 1).kind
    if next == .leftBracket {
      guard let closing = partner(of: place + 1) else { return false }
      return token(at: closing + 1).kind.isDash
    }
    if next.isDash {
      let after = token(at: place + 2).kind
      return pointsLeft || after.isRightAngle || after == .leftParenthesis
    }
    return next.isRightAngle
  }

  func edgePattern(_ use: PatternUse) throws(SyntaxRefusal) -> EdgePattern {
    let start = lower
    var edge = EdgePattern(direction: .either, span: current.span)
    if takes(.tilde) {
      if kind == .leftBracket {
        try edgeDetail(&edge, use)
        guard takes(.tilde) else {
          throw fail(.mixedArrow(text(of: current), expected: "'~'", at: current.span))
        }
      }
    } else {
      let pointsLeft = kind.isLeftAngle
      if pointsLeft { advance() }
      guard kind.isDash else { throw unexpected("'-' after '<'") }
      advance()
      var pointsRight = false
      if kind == .leftBracket {
        try edgeDetail(&edge, use)
        guard kind.isDash else {
          if kind == .tilde {
            throw fail(
              .mixedArrow(text(of: current), expected: "'-' or '->'", at: current.span))
          }
          throw unexpected("'-' or '->' after ']'")
        }
        advance()
        pointsRight = takesRightAngle()
      } else {
        if kind.isDash { advance() }
        pointsRight = takesRightAngle()
      }
      edge.direction = pointsLeft == pointsRight ? .either : pointsLeft ? .incoming : .outgoing
    }
    if use != .writing { edge.quantifier = try pathQuantifier() }
    edge.span = span(from: start)
    return edge
  }

  private func takesRightAngle() -> Bool {
    guard kind.isRightAngle else { return false }
    advance()
    return true
  }

  /// What stands in an edge's brackets, the opening one of which comes next.
  private func edgeDetail(
    _ edge: inout EdgePattern, _ use: PatternUse
  ) throws(SyntaxRefusal) {
    advance()
    edge.variable = try elementVariable(use)
    edge.types = try elementLabels()
    if kind == .doubleDot || kind.isNumber {
      throw fail(.rangeWithoutStar(text(of: current), at: current.span))
    }
    if kind == .asterisk { edge.length = try lengthRange() }
    edge.properties = try elementProperties()
    if use != .writing, takes(.where) { edge.filter = try closedExpression() }
    guard takes(.rightBracket) else { throw unexpectedInElement(edge.variable, edge.types, "]") }
  }

  /// `*`, `*2`, `*1..3`.
  private func lengthRange() throws(SyntaxRefusal) -> LengthRange {
    let start = lower
    advance()
    var range = LengthRange(minimum: try lengthBound(), maximum: nil, span: current.span)
    if takes(.doubleDot) {
      range.maximum = try lengthBound()
    } else if range.minimum != nil {
      range.maximum = range.minimum
      range.isExact = true
    }
    range.span = span(from: start)
    return range
  }

  private func lengthBound() throws(SyntaxRefusal) -> Int? {
    switch kind {
    case .decimalInteger, .hexadecimalInteger, .octalInteger:
      return Int(try integer(isNegative: false))
    case .minus where token(ahead: 1).kind.isNumber:
      let span = current.span.joined(to: token(ahead: 1).span)
      throw fail(.badRange(text(span.range), at: span))
    case .minus, .plus, .unicodeDash, .float, .malformedNumber, .string:
      throw fail(.badRange(text(of: current), at: current.span))
    default:
      return nil
    }
  }

  /// `{1,3}`, `+`, `*` or `?` after an edge or a group.
  private func pathQuantifier() throws(SyntaxRefusal) -> PathQuantifier? {
    let span = current.span
    switch kind {
    case .plus:
      advance()
      return PathQuantifier(minimum: 1, maximum: nil, span: span)
    case .asterisk:
      advance()
      return PathQuantifier(minimum: 0, maximum: nil, span: span)
    case .question:
      advance()
      return PathQuantifier(minimum: 0, maximum: 1, isQuestion: true, span: span)
    case .leftBrace:
      return try bracedQuantifier()
    default:
      return nil
    }
  }

  private func bracedQuantifier() throws(SyntaxRefusal) -> PathQuantifier {
    let start = lower
    advance()
    let minimum = kind.isInteger ? Int(try integer(isNegative: false)) : nil
    var maximum = minimum
    if takes(.comma) {
      maximum = kind.isInteger ? Int(try integer(isNegative: false)) : nil
    } else if minimum == nil {
      throw unexpected("how often the pattern repeats, such as {1,3}")
    }
    try expect(.rightBrace, "',' or '}' in how often the pattern repeats")
    let span = span(from: start)
    if let minimum, let maximum, minimum > maximum {
      throw fail(.reversedQuantifier(text(span.range), at: span))
    }
    return PathQuantifier(minimum: minimum ?? 0, maximum: maximum, span: span)
  }
}
