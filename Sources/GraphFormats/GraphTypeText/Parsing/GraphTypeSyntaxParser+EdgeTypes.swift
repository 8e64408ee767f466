// SPDX-License-Identifier: Apache-2.0

internal import GraphModel
internal import SourceDiagnostics

extension GraphTypeSyntaxParser {
  /// `DIRECTED` or `UNDIRECTED` as written.
  struct DirectionWord {
    let isDirected: Bool
    let span: Range<Int>
    var spelling: String { isDirected ? "DIRECTED" : "UNDIRECTED" }
  }

  var isAtArc: Bool { isAt(.minus) || isAt(.rightArrow) || isAt(.leftArrow) || isAt(.tilde) }

  /// Reads an edge type that begins with words.
  ///
  /// `[DIRECTED | UNDIRECTED] EDGE [TYPE] name (end)-[filler]->(end)`, or
  /// `… EDGE [TYPE] [name] filler CONNECTING (alias TO alias)`
  mutating func parseEdgeType(from start: Int) throws(Failure) -> EdgeTypeSyntax {
    var direction: DirectionWord?
    if isAt(.directed) || isAt(.undirected) {
      direction = DirectionWord(isDirected: isAt(.directed), span: current.span)
      advance()
    }
    let edgeSpan = current.span
    guard take(.edge) || take(.relationship) else { throw expected("EDGE TYPE") }
    let hasType = take(.type)
    var edge = EdgeTypeSyntax(span: span(from: start))
    if current.canBeName, !labelsBegin, !isAt(.connecting) {
      edge.name = try takeName(expecting: "a name for the edge type")
    } else if !fillerBegins {
      let fault = expected(hasType ? "a name after EDGE TYPE" : "a name after EDGE")
      guard isAt(.leftParenthesis) else { throw fault }
      report(fault)
    }
    if isAt(.leftParenthesis) {
      edge.source = end(from: try parseParenthesised())
      guard isAtArc else { throw expected("'-[', '<-[' or '~['") }
      return try parseArc(of: edge, from: start, direction: direction)
    }
    var contents = ElementContents()
    try parseFiller(into: &contents)
    apply(contents, to: &edge)
    if direction == nil { report(.missingDirection, at: edgeSpan) }
    try parseEndPair(of: &edge, direction: direction)
    return try finishEdgeType(edge, from: start)
  }

  /// `-[filler]->(end)`, `<-[filler]-(end)`, `~[filler]~(end)`, and the same without brackets.
  mutating func parseArc(
    of edge: EdgeTypeSyntax, from start: Int, direction: DirectionWord?
  ) throws(Failure) -> EdgeTypeSyntax {
    var edge = edge
    let arrow = current
    advance()
    let isShort = arrow.kind == .symbol(.rightArrow) || !isAt(.leftBracket)
    if isShort {
      if arrow.kind == .symbol(.minus) { throw expected("'['") }
    } else {
      advance()
      let contents = try parseArcContents()
      apply(contents, to: &edge)
      try expect(.rightBracket, expecting: expectation(after: contents, closing: "']'"))
      switch arrow.kind {
      case .symbol(.minus):
        if isAt(.minus) { throw Failure(.undirectedArrow, at: current.span) }
        try expect(.rightArrow)
      case .symbol(.leftArrow): try expect(.minus)
      default: try expect(.tilde)
      }
    }
    let far = end(from: try parseParenthesised())
    switch arrow.kind {
    case .symbol(.tilde):
      edge.isDirected = false
      edge.target = far
    case .symbol(.leftArrow):
      edge.target = edge.source
      edge.source = far
    default:
      edge.target = far
    }
    if let direction, direction.isDirected != edge.isDirected {
      let sign = edge.isDirected ? (arrow.kind == .symbol(.leftArrow) ? "<-" : "->") : "~"
      report(.wrongDirection(keyword: direction.spelling, arrow: sign), at: direction.span)
    }
    return try finishEdgeType(edge, from: start)
  }

  /// The filler between the brackets of an arc.
  ///
  /// A bare name is a common slip: it is reported and taken for what was meant.
  private mutating func parseArcContents() throws(Failure) -> ElementContents {
    var contents = ElementContents()
    if current.canBeName, !labelsBegin {
      let name = try takeName(expecting: "a label")
      if labelsBegin {
        report(.aliasOfEdge(name.text), at: name.span)
      } else {
        report(.noEdgeLabel(name.text), at: name.span)
        contents.labels = [name]
        contents.labelSpan = name.span
        if isAt(.leftBrace) {
          contents.properties = try parseProperties()
          contents.propertySpan = contents.labelSpan
        }
        return contents
      }
    }
    try parseFiller(into: &contents)
    return contents
  }

  /// Reads `CONNECTING (a TO b)`, `(a -> b)`, `(a <- b)` or `(a ~ b)`.
  private mutating func parseEndPair(
    of edge: inout EdgeTypeSyntax, direction: DirectionWord?
  ) throws(Failure) {
    try expect(.connecting)
    try expect(.leftParenthesis)
    let first = try takeName(expecting: "the alias of a node type")
    let connector = current
    guard take(.to) || take(.rightArrow) || take(.leftArrow) || take(.tilde) else {
      throw expected("TO, '->', '<-' or '~'")
    }
    let second = try takeName(expecting: "the alias of a node type")
    try expect(.rightParenthesis)
    let isReversed = connector.kind == .symbol(.leftArrow)
    edge.source = .reference(isReversed ? second : first)
    edge.target = .reference(isReversed ? first : second)
    let isWord = connector.kind == .word
    edge.isDirected = isWord ? direction?.isDirected ?? true : connector.kind != .symbol(.tilde)
    if let direction, direction.isDirected != edge.isDirected {
      report(
        .wrongDirection(keyword: direction.spelling, arrow: text.text(of: connector.span)),
        at: direction.span)
    }
  }

  /// What may follow an edge type, ours: `OUT m..n` and `IN m..n`.
  private mutating func finishEdgeType(
    _ edge: EdgeTypeSyntax, from start: Int
  ) throws(Failure) -> EdgeTypeSyntax {
    var edge = edge
    var seen: Set<GraphTypeKeyword> = []
    while let clause = clause() {
      let clauseStart = index
      advance()
      if !seen.insert(clause).inserted {
        report(.repeatedClause(clause.spelling), at: span(from: clauseStart))
      }
      switch clause {
      case .out: edge.outgoing = try parseCardinality()
      case .in: edge.incoming = try parseCardinality()
      default:
        report(.misplacedClause(clause.spelling, of: .edgeType), at: span(from: clauseStart))
        switch clause {
        case .key: _ = try parseKey()
        case .extends: _ = try parseSupertypes()
        default: _ = try takeName(expecting: "an alias")
        }
      }
    }
    edge.span = span(from: start)
    if edge.name == nil, edge.label == nil { throw Failure(.edgeWithoutLabel, at: edge.span) }
    return edge
  }

  /// Reads `m..n`, `m..*`, or `n` for just that many.
  mutating func parseCardinality() throws(Failure) -> CardinalitySyntax {
    let start = index
    let minimum = try parseCount()
    var maximum: Int? = minimum
    if take(.range) { maximum = take(.asterisk) ? nil : try parseCount(orAny: true) }
    return CardinalitySyntax(
      cardinality: Cardinality(minimum: minimum, maximum: maximum), span: span(from: start))
  }

  private mutating func parseCount(orAny: Bool = false) throws(Failure) -> Int {
    let digits = text.text(of: current.span)
    guard current.kind == .number, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      throw expected(orAny ? "a count or '*'" : "a count such as 0..1")
    }
    guard let count = Int(digits) else { throw Failure(.badCount(digits), at: current.span) }
    advance()
    return count
  }

  /// Moves what stood in the brackets of an arc to the edge type.
  private mutating func apply(_ contents: ElementContents, to edge: inout EdgeTypeSyntax) {
    let labels = contents.allLabels
    edge.label = labels.first
    if labels.count > 1, let labelSpan = contents.labelSpan {
      report(.severalEdgeLabels(labels.map(\.text)), at: labelSpan)
    }
    edge.properties = contents.properties
  }

  /// What stood in the parentheses of an end.
  mutating func end(from contents: ElementContents) -> EdgeTypeSyntax.End {
    if let span = contents.propertySpan { report(.endWithProperties, at: span) }
    let labels = contents.allLabels
    if let alias = contents.alias {
      if labels.isEmpty { return .reference(alias) }
      report(.endWithAliasAndLabels(alias.text), at: alias.span)
    }
    if labels.count > 1, !contents.hasAlternatives, let span = contents.labelSpan {
      return .labelSet(labels, span: span)
    }
    return .labels(labels)
  }
}
