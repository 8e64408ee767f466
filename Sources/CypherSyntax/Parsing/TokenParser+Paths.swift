// SPDX-License-Identifier: Apache-2.0

/// Where a pattern stands, which says what it may contain.
enum PatternUse {
  case matching
  /// In `CREATE` and `MERGE`: nodes and edges only.
  case writing
  /// In the place of an expression, where `-` may be a sign of arithmetic.
  case expression
}

extension TokenParser {
  /// What `MATCH` matches, without `AS OF` and `WHERE`.
  func graphPattern() throws(SyntaxRefusal) -> GraphPattern {
    let start = lower
    var pattern = GraphPattern(mode: try matchMode(), paths: [], span: current.span)
    repeat { pattern.paths.append(try pathPattern(.matching)) } while takes(.comma)
    if takes(.keep) {
      guard startsPrefix(at: position) else { throw unexpectedPrefix() }
      pattern.keep = try pathPrefix()
    }
    pattern.span = span(from: start)
    for path in pattern.paths {
      guard let cost = path.cost else { continue }
      let finds = [path.prefix, pattern.keep].contains { $0?.selector.isShortest ?? false }
      guard finds else { throw fail(.costWithoutShortest(at: cost.span)) }
    }
    return pattern
  }

  private func matchMode() throws(SyntaxRefusal) -> GraphPattern.MatchMode? {
    let next = token(ahead: 1)
    switch (keyword, next.keyword) {
    case (.different, .edge), (.different, .edges), (.different, .relationship),
      (.different, .relationships):
      advance()
      advance()
      _ = takes(.bindings)
      return .differentEdges
    case (.repeatable, .element), (.repeatable, .elements):
      advance()
      advance()
      _ = takes(.bindings)
      return .repeatableElements
    case (.different, _) where next.kind == .word:
      advance()
      throw unexpected(
        "EDGES or RELATIONSHIPS after DIFFERENT", among: [.edges, .relationships])
    case (.repeatable, _) where next.kind == .word:
      advance()
      throw unexpected("ELEMENTS after REPEATABLE", among: [.elements])
    default:
      return nil
    }
  }

  /// One path with its name, its prefix and its cost.
  func pathPattern(_ use: PatternUse) throws(SyntaxRefusal) -> PathPattern {
    try enter(2)
    let start = lower
    var path = PathPattern(elements: [], span: current.span)
    if kind.isName, token(ahead: 1).kind == .equal {
      path.variable = try variable()
      advance()
    }
    if use == .matching {
      if startsPrefix(at: position) { path.prefix = try pathPrefix() }
      if startsShortestFunction {
        guard path.prefix == nil else { throw unexpected("a node in parentheses") }
        let function = try shortestFunction()
        path.prefix = function.prefix
        path.elements = function.elements
      } else {
        path.elements = try pathElements(use)
      }
      if takes(.cost) { path.cost = try expression() }
    } else {
      path.elements = try pathElements(use)
    }
    path.span = span(from: start)
    leave(2)
    return path
  }

  /// Whether `shortestPath(` or `allShortestPaths(` comes next.
  var startsShortestFunction: Bool {
    (keyword == .shortestpath || keyword == .allshortestpaths)
      && token(ahead: 1).kind == .leftParenthesis
  }

  /// openCypher's `shortestPath(…)` and `allShortestPaths(…)`.
  func shortestFunction() throws(SyntaxRefusal) -> PathPattern {
    try enter(2)
    let start = lower
    let selector: PathPrefix.Selector =
      keyword == .shortestpath ? .anyShortest : .allShortest
    let nameSpan = current.span
    advance()
    advance()
    let elements = try pathElements(.writing)
    try expect(.rightParenthesis, "an edge, or ')' after the path")
    leave(2)
    return PathPattern(
      prefix: PathPrefix(selector: selector, mode: nil, isFunction: true, span: nameSpan),
      elements: elements, span: span(from: start))
  }

  /// Nodes, edges and groups by turns.
  ///
  /// A node without a name is put between a group and an edge beside it, as the standard reads it.
  func isGroup(_ element: PatternElement?) -> Bool {
    if case .group = element { true } else { false }
  }

  func pathElements(_ use: PatternUse) throws(SyntaxRefusal) -> [PatternElement] {
    var elements = [try nodeOrGroup(use)]
    while true {
      if startsEdge(use) {
        if isGroup(elements.last) { elements.append(.node(impliedNode())) }
        elements.append(.edge(try edgePattern(use)))
        let next = try nodeOrGroup(use)
        if isGroup(next) { elements.append(.node(impliedNode(at: next))) }
        elements.append(next)
      } else if kind == .leftParenthesis, use == .matching {
        guard isGroup(elements.last) || startsGroup(at: position) else {
          throw unexpected("an edge such as '-->' between two nodes")
        }
        elements.append(try nodeOrGroup(use))
      } else {
        return elements
      }
    }
  }

  private func impliedNode() -> NodePattern {
    NodePattern(span: SourceSpan(previousUpper, previousUpper))
  }

  private func impliedNode(at element: PatternElement) -> NodePattern {
    guard case .group(let group) = element else { return impliedNode() }
    return NodePattern(span: SourceSpan(Int(group.span.lower), Int(group.span.lower)))
  }

  private func nodeOrGroup(_ use: PatternUse) throws(SyntaxRefusal) -> PatternElement {
    guard kind == .leftParenthesis else {
      throw unexpected("a node in parentheses", among: use == .matching ? Self.prefixWords : [])
    }
    if use == .matching, startsGroup(at: position) { return .group(try groupPattern()) }
    return .node(try nodePattern(use))
  }

  private static var prefixWords: [Keyword] {
    [.any, .all, .shortest, .walk, .trail, .simple, .acyclic, .shortestpath, .allshortestpaths]
  }
}

// MARK: - Prefixes

extension PathPrefix.Selector {
  /// Whether shortest paths are chosen.
  var isShortest: Bool {
    switch self {
    case .all, .any: false
    case .anyShortest, .allShortest, .shortest, .shortestGroups: true
    }
  }
}

extension TokenParser {
  /// Whether a path prefix begins at a place, not a variable that is named like one.
  func startsPrefix(at place: Int) -> Bool {
    let next = token(at: place + 1)
    switch token(at: place).keyword {
    case .any, .all, .shortest, .walk, .trail, .simple, .acyclic:
      switch next.kind {
      case .leftParenthesis, .parameter: return true
      case .word: return next.keyword != .is && next.keyword != .where
      default: return next.kind.isInteger || next.kind == .endOfText
      }
    default: return false
    }
  }

  private func unexpectedPrefix() -> SyntaxRefusal {
    unexpected(
      "a path prefix such as ANY SHORTEST",
      among: [.any, .all, .shortest, .walk, .trail, .simple, .acyclic])
  }

  func pathPrefix() throws(SyntaxRefusal) -> PathPrefix {
    let start = lower
    var prefix = PathPrefix(selector: .all, mode: nil, span: current.span)
    switch keyword {
    case .all:
      advance()
      if takes(.shortest) { prefix.selector = .allShortest }
      prefix.mode = pathMode()
    case .any:
      advance()
      if takes(.shortest) {
        prefix.selector = .anyShortest
      } else {
        prefix.selector = .any(try pathCount())
      }
      prefix.mode = pathMode()
    case .shortest:
      advance()
      let count = try pathCount()
      prefix.mode = pathMode()
      if takes(.group) || takes(.groups) {
        prefix.selector = .shortestGroups(count)
      } else if let count {
        prefix.selector = .shortest(count)
      } else {
        throw unexpected("a number of paths or GROUPS after SHORTEST", among: [.group, .groups])
      }
    default:
      prefix.mode = pathMode()
    }
    prefix.span = span(from: start)
    return prefix
  }

  /// A path mode and the word `PATH` or `PATHS`, either of which may be missing.
  private func pathMode() -> PathPrefix.Mode? {
    let mode: PathPrefix.Mode? =
      switch keyword {
      case .walk: .walk
      case .trail: .trail
      case .simple: .simple
      case .acyclic: .acyclic
      default: nil
      }
    if mode != nil { advance() }
    if !takes(.path) { _ = takes(.paths) }
    return mode
  }

  /// How many paths are wanted: an integer or a parameter.
  private func pathCount() throws(SyntaxRefusal) -> Expression? {
    let token = current
    if token.kind.isInteger {
      let value = try integer(isNegative: false)
      return Expression(.literal(.integer(value)), token.span)
    }
    guard token.kind == .parameter else { return nil }
    return parameter()
  }
}
