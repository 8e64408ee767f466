// SPDX-License-Identifier: Apache-2.0

import CypherSyntax

extension PatternBinder {
  /// Binds a path that is searched for: its ends are nodes of the pattern, everything between them
  /// belongs to the search.
  mutating func bindSearch(_ path: PathPattern, _ prefix: PathPrefix?) throws(QueryFault) {
    if purpose == .merge { throw BindingMessages.creatingGroup(path.span) }
    let outline = try PathOutline(path.elements)
    let isChosen: Bool
    if case .all? = prefix?.selector { isChosen = false } else { isChosen = prefix != nil }
    let mode = mode(of: prefix, isChosen: isChosen)
    // The standard forbids it as well: a cycle would give walks without end.
    if mode == .walk, !isChosen, let endless = outline.stretches.first(where: { $0.maximum == nil })
    {
      throw BindingMessages.unboundedWalk(endless.span)
    }
    let firstNode = outline.places[0].firstNode(at: path.span.lower)
    let lastNode = outline.places[outline.places.count - 1].lastNode(at: path.span.upper)
    let left = try bind(firstNode, isAlone: false)
    // A path of one node begins and ends with it.
    let isOneNode = outline.stretches.isEmpty && outline.places[0].nodeCount <= 1
    let right = isOneNode ? left : try bind(lastNode, isAlone: false)
    var ends: [String: Int] = [:]
    if let name = firstNode.variable { ends[name.text] = left }
    if let name = lastNode.variable { ends[name.text] = right }

    var inner = PathProgramBinder(binder, outline, ends: ends)
    try inner.declare(keepsFilters: isChosen)
    try inner.bindConditions { (subject, properties) throws(QueryFault) in
      try propertyConditions(subject, properties)
    }
    if !isChosen { addFilters(of: outline) }
    let cost = try bindCost(path.cost, inner)
    let variables = try addVariables(inner, path, prefix)
    let slot: Int
    if let name = path.variable {
      slot = try addPath(name)
    } else {
      slot = try add(nil, .path, .value)
    }
    let edges = try add(nil, .edges, .value)
    if !isChosen, mode == .trail { notePathOfMatch(edges: edges) }
    pattern.searches.append(
      BoundPathSearch(
        path: slot, edges: edges, left: left, right: right,
        program: inner.program(priced: cost?.priced), variables: variables,
        selection: try bind(prefix?.selector ?? .all), mode: mode, cost: cost?.bound, asOf: asOf,
        span: path.span))
  }

  /// The standard's mode is WALK, wherever it is sure to end; openCypher's functions and matches
  /// hold each edge once.
  private func mode(of prefix: PathPrefix?, isChosen: Bool) -> PathPrefix.Mode {
    if let mode = prefix?.mode { return mode }
    if prefix?.isFunction ?? false { return .trail }
    return isChosen || allowsRepetition ? .walk : .trail
  }

  /// Of all paths, what parentheses ask may be asked when they are found.
  private mutating func addFilters(of outline: PathOutline) {
    for case .filter(let filter) in outline.places.joined() { addFilter(filter) }
  }

  /// Puts the variables on the way in scope of what follows.
  private mutating func addVariables(
    _ inner: PathProgramBinder, _ path: PathPattern, _ prefix: PathPrefix?
  ) throws(QueryFault) -> [PathVariable] {
    var variables: [PathVariable] = []
    for variable in inner.variables {
      // In openCypher's functions, edges are a list even where there is one.
      let isList = variable.isList || variable.isEdge && prefix?.isFunction ?? false
      let type: StaticType =
        isList ? variable.isEdge ? .edges : .nodes : variable.isEdge ? .edge : .node
      let kind: SlotKind = isList ? .value : variable.isEdge ? .edge : .node
      let slot = try add(variable.name, type, kind)
      noteInner(variable.name.text)
      variables.append(PathVariable(slot: slot, source: variable.source, isList: isList))
    }
    return variables
  }

  /// Binds what each edge adds to the cost; an edge with another name than the one that the
  /// expression looks at adds nothing.
  private func bindCost(
    _ cost: Expression?, _ inner: PathProgramBinder
  ) throws(QueryFault) -> (bound: BoundPathCost, priced: Set<Int>?)? {
    guard let cost else { return nil }
    let names = inner.edgeNames
    let base = binder.locals.count
    for (name, _) in names {
      binder.locals.append(
        Variable(name: name, place: .local(binder.locals.count), type: .edge))
    }
    defer { binder.locals.removeLast(binder.locals.count - base) }
    let bound: BoundExpression = try binder.bind(cost)
    if !bound.type.mayBe(.integer, .float) {
      throw BindingMessages.argumentType(
        "'COST'", expected: "a number", found: bound.type, bound.span)
    }
    let used = names.indices.filter { bound.locals.contains(base + $0) }
    guard used.count <= 1 else { throw BindingMessages.costOfSeveral(bound.span) }
    guard let edge = used.first else { return (BoundPathCost(expression: bound, local: nil), nil) }
    return (
      BoundPathCost(expression: bound, local: base + edge), [names[edge].position]
    )
  }

  private func bind(
    _ selector: PathPrefix.Selector
  ) throws(QueryFault) -> BoundPathSelection {
    switch selector {
    case .all: .all
    case .any(let count): .any(try binder.bind(count))
    case .anyShortest: .anyShortest
    case .allShortest: .allShortest
    case .shortest(let count): .shortest(try binder.bind(count))
    case .shortestGroups(let count): .shortestGroups(try binder.bind(count))
    }
  }
}

extension [PathOutline.Item] {
  fileprivate var nodes: [NodePattern] {
    compactMap { item in
      if case .node(let node) = item { node } else { nil }
    }
  }

  fileprivate var nodeCount: Int { nodes.count }

  /// The first node, or one without a name where there is none.
  fileprivate func firstNode(at place: UInt32) -> NodePattern {
    nodes.first ?? NodePattern(span: SourceSpan(Int(place), Int(place)))
  }

  fileprivate func lastNode(at place: UInt32) -> NodePattern {
    nodes.last ?? NodePattern(span: SourceSpan(Int(place), Int(place)))
  }
}
