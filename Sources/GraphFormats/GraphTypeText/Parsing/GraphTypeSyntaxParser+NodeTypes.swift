// SPDX-License-Identifier: Apache-2.0

extension GraphTypeSyntaxParser {
  /// Reads `NODE [TYPE] name (contents)` and `NODE [TYPE] [name] filler [AS alias]`.
  mutating func parseNodeType(from start: Int, isAbstract: Bool) throws(Failure) -> NodeTypeSyntax {
    advance()
    let hasType = take(.type)
    var node = NodeTypeSyntax(span: span(from: start), isAbstract: isAbstract)
    if current.canBeName, !labelsBegin {
      node.name = try takeName(expecting: "a name for the node type")
    } else if !fillerBegins {
      let fault = expected(hasType ? "a name after NODE TYPE" : "a name after NODE")
      guard isAt(.leftParenthesis) else { throw fault }
      report(fault)
    }
    if isAt(.leftParenthesis) {
      node.contents = try parseParenthesised()
    } else {
      try parseFiller(into: &node.contents)
    }
    return try finishNodeType(node, from: start)
  }

  /// What may follow a node type: `AS`, and ours, `EXTENDS` and `KEY`.
  mutating func finishNodeType(
    _ node: NodeTypeSyntax, from start: Int
  ) throws(Failure) -> NodeTypeSyntax {
    var node = node
    var seen: Set<GraphTypeKeyword> = []
    while let clause = clause() {
      let clauseStart = index
      advance()
      if !seen.insert(clause).inserted {
        report(.repeatedClause(clause.spelling), at: span(from: clauseStart))
      }
      switch clause {
      case .as: node.contents.alias = try takeName(expecting: "an alias")
      case .extends: node.supertypes += try parseSupertypes()
      case .key: node.key += try parseKey()
      default:
        report(.misplacedClause(clause.spelling, of: .nodeType), at: span(from: clauseStart))
        _ = try parseCardinality()
      }
    }
    if node.contents.hasAlternatives, let labelSpan = node.contents.labelSpan {
      report(.alternativeLabels, at: labelSpan)
    }
    node.span = span(from: start)
    if node.name == nil, node.contents.allLabels.isEmpty {
      throw Failure(.nodeWithoutName, at: node.span)
    }
    return node
  }

  /// The word that opens a further clause of an element type, if one stands here.
  func clause() -> GraphTypeKeyword? {
    [.as, .extends, .key, .out, .in].first { isAt($0) }
  }

  /// `A, B`: goes on after a comma unless an element type follows it.
  mutating func parseSupertypes() throws(Failure) -> [SpannedName] {
    var names = [try takeName(expecting: "the name of a node type")]
    while isAt(.comma), token(after: 1).canBeName, !elementMayBegin(after: 1) {
      advance()
      try append(try takeName(expecting: "the name of a node type"), to: &names)
    }
    return names
  }

  /// Whether an element type may begin at a token: with a word for its kind and something that
  /// can follow such a word.
  private func elementMayBegin(after distance: Int) -> Bool {
    let first = token(after: distance)
    let words = ["node", "vertex", "edge", "relationship", "directed", "undirected", "abstract"]
    guard words.contains(where: { isWord(first, $0) }) else { return false }
    let second = token(after: distance + 1)
    return second.canBeName || second.kind == .symbol(.leftParenthesis)
      || second.kind == .symbol(.colon) || second.kind == .symbol(.leftBrace)
      || second.kind == .symbol(.implies)
  }

  /// Reads `(a, b)`.
  mutating func parseKey() throws(Failure) -> [SpannedName] {
    try expect(.leftParenthesis)
    var names = [try takeName(expecting: "a property")]
    while take(.comma) {
      try append(try takeName(expecting: "a property"), to: &names)
    }
    try expect(.rightParenthesis, expecting: "',' or ')'")
    return names
  }

  /// Adds a name unless it is there already, which is reported.
  mutating func append(_ name: SpannedName, to names: inout [SpannedName]) throws(Failure) {
    nameCount += 1
    if nameCount > GraphTypeLimits.names { throw Failure(.tooManyNames, at: name.span) }
    if names.contains(where: { $0.text == name.text }) {
      report(.listedTwice(name.text), at: name.span)
    } else {
      names.append(name)
    }
  }
}
