// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

extension QueryBinder {
  /// Binds `CREATE`.
  func bind(_ clause: CreateClause) throws(QueryFault) -> BoundCreate {
    var create = BoundCreate(elements: [], paths: [])
    for path in clause.paths { try bindCreation(path, into: &create) }
    return create
  }

  private func bindCreation(
    _ path: PathPattern, into create: inout BoundCreate
  ) throws(QueryFault) {
    let elements = path.elements.flatMap(\.ungrouped)
    guard path.prefix == nil, case .node(let first)? = elements.first else {
      throw BindingMessages.creatingGroup(path.span)
    }
    let start = try bindCreation(first, isAlone: elements.count == 1, into: &create)
    var left = start
    var parts: [BoundPathParts.Part] = []
    var position = 1
    while position + 1 < elements.count {
      guard case .edge(let edge) = elements[position], case .node(let node) = elements[position + 1]
      else { throw BindingMessages.creatingGroup(path.span) }
      if let name = edge.variable, find(name.text) != nil {
        throw BindingMessages.alreadyBound(name.text, name.span)
      }
      try checkCreation(edge, needsDirection: true)
      let right = try bindCreation(node, isAlone: false, into: &create)
      let slot = layout.addSlot(.edge, named: edge.variable?.text)
      create.elements.append(
        .edge(
          try creation(of: edge, slot: slot, left: left, right: right)))
      if let name = edge.variable {
        if find(name.text) != nil { throw BindingMessages.alreadyBound(name.text, name.span) }
        scope.add(Variable(name: name.text, place: .slot(slot), type: .edge))
      }
      parts.append(.edge(slot))
      left = right
      position += 2
    }
    guard let variable = path.variable else { return }
    if find(variable.text) != nil {
      throw BindingMessages.alreadyBound(variable.text, variable.span)
    }
    let slot = layout.addSlot(.value)
    scope.add(Variable(name: variable.text, place: .slot(slot), type: .path))
    create.paths.append(
      BoundPath(slot: slot, parts: BoundPathParts(start: start, parts: parts, end: left)))
  }

  /// What an edge must be like to be created.
  private func checkCreation(
    _ edge: EdgePattern, needsDirection: Bool
  ) throws(QueryFault) {
    if edge.range != nil { throw BindingMessages.creatingVariableLength(edge.span) }
    guard let types = edge.types, types.singleName != nil else {
      throw BindingMessages.noSingleType(edge.span)
    }
    try setting.closedType?.check(types: types)
    if needsDirection, edge.direction == .either { throw BindingMessages.noDirection(edge.span) }
    if edge.filter != nil { throw BindingMessages.creatingGroup(edge.span) }
  }

  private func bindCreation(
    _ node: NodePattern, isAlone: Bool, into create: inout BoundCreate
  ) throws(QueryFault) -> Int {
    if let name = node.variable, let known = find(name.text) {
      if isAlone || node.labels != nil || node.properties != nil {
        throw BindingMessages.alreadyBound(name.text, name.span)
      }
      return try known.slot(as: .node, at: name.span, in: self)
    }
    let element = try creation(
      of: node, slot: layout.addSlot(.node, named: node.variable?.text))
    create.elements.append(element.creation)
    if let name = node.variable {
      scope.add(Variable(name: name.text, place: .slot(element.slot), type: .node))
    }
    return element.slot
  }

  private func creation(
    of node: NodePattern, slot: Int
  ) throws(QueryFault) -> (creation: BoundCreation, slot: Int) {
    var labels: [String] = []
    if let expression = node.labels {
      guard let names = expression.conjunctionNames else {
        throw BindingMessages.creatingLabelExpression(expression.span)
      }
      try setting.closedType?.check(labels: expression)
      noteLabels(LabelTest(expression), at: .slot(slot))
      labels = setting.closedType?.completed(labels: names) ?? names
    }
    if node.filter != nil { throw BindingMessages.creatingGroup(node.span) }
    let properties = try bindProperties(node.properties, of: .slot(slot, .node, node.span))
    return (.node(slot: slot, labels: labels, properties: properties, span: node.span), slot)
  }

  private func creation(
    of edge: EdgePattern, slot: Int, left: Int, right: Int
  ) throws(QueryFault) -> BoundEdgeCreation {
    let isBackwards = edge.direction == .incoming
    if let types = edge.types { noteLabels(LabelTest(types), at: .slot(slot)) }
    return BoundEdgeCreation(
      slot: slot, type: edge.types?.singleName ?? "", source: isBackwards ? right : left,
      target: isBackwards ? left : right,
      properties: try bindProperties(edge.properties, of: .slot(slot, .edge, edge.span)),
      span: edge.span)
  }

  private func bindProperties(
    _ properties: Expression?, of owner: BoundExpression
  ) throws(QueryFault) -> BoundExpression? {
    guard let properties else { return nil }
    if case .map(let entries) = properties.kind {
      for entry in entries { try checkProperty(entry.key, of: owner) }
    }
    let bound: BoundExpression = try bind(properties)
    return bound
  }

  /// Binds `MERGE`: the same path, as a match and as what is created where it is not found.
  func bind(_ clause: MergeClause) throws(QueryFault) -> BoundMerge {
    var patterns = PatternBinder(self, for: .merge)
    try patterns.bind(clause.path)
    let filled = Set(patterns.filled)
    var create = BoundCreate(elements: [], paths: patterns.pattern.paths)
    let elements = clause.path.elements.flatMap(\.ungrouped)
    // The nodes of the pattern in the order of the text; a variable may stand twice.
    var nodes: [Int] = []
    var edges = 0
    for element in elements {
      switch element {
      case .node(let node):
        let slot = slot(of: node, number: nodes.count, in: patterns.pattern)
        if filled.contains(slot), !nodes.contains(slot) {
          create.elements.append(try creation(of: node, slot: slot).creation)
        }
        nodes.append(slot)
      case .edge, .group: break
      }
    }
    for element in elements {
      guard case .edge(let edge) = element else { continue }
      try checkCreation(edge, needsDirection: false)
      let bound = patterns.pattern.edges[edges]
      create.elements.append(
        .edge(try creation(of: edge, slot: bound.slot, left: bound.left, right: bound.right)))
      edges += 1
    }
    return BoundMerge(
      match: BoundMatch(
        isOptional: false, pattern: patterns.pattern, filled: patterns.filled, origin: nil),
      create: create, onCreate: try bind(clause.onCreate), onMatch: try bind(clause.onMatch))
  }

  /// The slot of the node at a position of a path.
  private func slot(of node: NodePattern, number: Int, in pattern: BoundPattern) -> Int {
    guard let first = pattern.edges.first else { return pattern.nodes[0].slot }
    return number == 0 ? first.left : pattern.edges[number - 1].right
  }

  func bind(_ items: [SetItem]) throws(QueryFault) -> [BoundSetItem] {
    var bound: [BoundSetItem] = []
    for item in items { bound.append(try bind(item)) }
    return bound
  }

  private func bind(_ item: SetItem) throws(QueryFault) -> BoundSetItem {
    switch item {
    case .property(let subject, let name, let value):
      let subject = try bindElement(subject, word: "SET")
      try checkProperty(name, of: subject)
      return .property(subject: subject, name: name.text, value: try bind(value))
    case .replacement(let variable, let value), .addition(let variable, let value):
      let subject = try bindElement(variable, word: "SET")
      var isReplacing = false
      if case .replacement = item { isReplacing = true }
      let value: BoundExpression = try bind(value)
      if !value.type.mayBe(.map, .node, .edge) {
        throw BindingMessages.argumentType(
          "SET", expected: "a map, a node or an edge", found: value.type, value.span)
      }
      return .properties(subject: subject, value: value, isReplacing: isReplacing)
    case .labels(let variable, let labels):
      return .labels(
        subject: try bindLabels(variable, labels, word: "SET"), labels: labels.map(\.text))
    }
  }

  private func bindLabels(
    _ variable: Name, _ labels: [Name], word: String
  ) throws(QueryFault) -> BoundExpression {
    let subject: BoundExpression = try bind(
      Expression(.variable(variable.text), variable.span))
    if !subject.type.mayBe(.node) {
      throw BindingMessages.argumentType(
        word, expected: "a node", found: subject.type, variable.span)
    }
    for label in labels {
      try setting.closedType?.check(labels: LabelExpression(.name(label.text), label.span))
    }
    return subject
  }

  private func bindElement(
    _ variable: Name, word: String
  ) throws(QueryFault) -> BoundExpression {
    try bindElement(Expression(.variable(variable.text), variable.span), word: word)
  }

  private func bindElement(
    _ subject: Expression, word: String
  ) throws(QueryFault) -> BoundExpression {
    let bound: BoundExpression = try bind(subject)
    if !bound.type.mayBe(.node, .edge) {
      throw BindingMessages.argumentType(
        word, expected: "a node or an edge", found: bound.type, bound.span)
    }
    return bound
  }

  func bind(_ items: [RemoveClause.Item]) throws(QueryFault) -> [BoundRemoveItem] {
    var bound: [BoundRemoveItem] = []
    for item in items {
      switch item {
      case .property(let subject, let name):
        let subject = try bindElement(subject, word: "REMOVE")
        try checkProperty(name, of: subject)
        bound.append(.property(subject: subject, name: name.text))
      case .labels(let variable, let labels):
        bound.append(
          .labels(
            subject: try bindLabels(variable, labels, word: "REMOVE"), labels: labels.map(\.text)))
      }
    }
    return bound
  }

  func bind(_ clause: DeleteClause) throws(QueryFault) -> BoundDelete {
    var targets: [BoundExpression] = []
    for target in clause.targets {
      if case .labelTest = target.kind { throw BindingMessages.deletingLabel(target.span) }
      let bound: BoundExpression = try bind(target)
      if !bound.type.mayBe(.node, .edge, .path, .list) {
        throw BindingMessages.argumentType(
          "DELETE", expected: "a node, an edge or a path", found: bound.type, bound.span)
      }
      targets.append(bound)
    }
    return BoundDelete(isDetaching: clause.isDetaching, targets: targets)
  }
}

extension BoundCreate {
  /// Both as one, where that makes no difference: creating row by row and clause by clause do,
  /// unless a query within an expression looks at what there is.
  func joined(with other: BoundCreate) -> BoundCreate? {
    guard !looksAtGraph, !other.looksAtGraph else { return nil }
    return BoundCreate(elements: elements + other.elements, paths: paths + other.paths)
  }

  private var looksAtGraph: Bool {
    elements.contains { element in
      switch element {
      case .node(_, _, let properties, _): properties?.hasSubquery ?? false
      case .edge(let edge): edge.properties?.hasSubquery ?? false
      }
    }
  }
}

extension BoundExpression {
  /// Whether a query stands within the expression.
  var hasSubquery: Bool {
    if case .subquery = kind { return true }
    return parts.contains(where: \.hasSubquery)
  }
}
