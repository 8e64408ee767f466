// SPDX-License-Identifier: Apache-2.0

import CypherSyntax

/// Binds what stands between the ends of a path that is searched for.
///
/// Conditions see the nodes and edges on the way as local variables, those of a repeated stretch
/// one repetition at a time. Each is checked as soon as all that it looks at is known; what must be
/// remembered until then are the registers of the program.
struct PathProgramBinder {
  /// A named or tested node or edge on the way.
  private struct Element {
    let name: Name?
    let isEdge: Bool
    let spot: Int
    /// The stretch whose repetitions it belongs to; nil where it comes once.
    let group: Int?
    let local: Int
  }

  /// A condition still to be bound.
  private struct Pending {
    enum Kind {
      case properties(Int, Expression)
      case filter(Expression)
    }

    let kind: Kind
    let spot: Int
    let group: Int?
  }

  private let binder: QueryBinder
  private let outline: PathOutline
  private let span: SourceSpan
  /// Names of nodes at the ends, and their slots.
  private let ends: [String: Int]

  private var elements: [Element] = []
  private var pending: [Pending] = []
  /// What is asked at each spot: each place, each edge and each node of a stretch, in order.
  private var checks: [[PathCheck]] = []
  private var localCounts: [Int: Int] = [:]

  init(
    _ binder: QueryBinder, _ outline: PathOutline, ends: [String: Int], _ span: SourceSpan
  ) {
    self.binder = binder
    self.outline = outline
    self.ends = ends
    self.span = span
  }

  // MARK: Spots

  /// Declares everything on the way.
  /// - Parameters:
  ///   - isLeft, isRight: whether a node is the first or the last of the path, which is bound apart.
  ///   - keepsFilters: false where conditions of parentheses are bound elsewhere.
  mutating func declare(keepsFilters: Bool) throws(QueryFault) {
    for place in outline.places.indices {
      let items = outline.places[place]
      try open(
        items, group: nil, keepsFilters: keepsFilters,
        leavesFirst: place == 0, leavesLast: place == outline.places.count - 1)
      guard place < outline.stretches.count else { return }
      let stretch = outline.stretches[place]
      let group = stretch.hasLists || stretch.maximum != 1 || stretch.minimum != 1 ? place : nil
      try open(stretch.nodes[0], group: group)
      for (number, edge) in stretch.edges.enumerated() {
        try open(edge, group: group)
        try open(stretch.nodes[number + 1], group: group)
      }
    }
  }

  private mutating func open(
    _ items: [PathOutline.Item], group: Int?, keepsFilters: Bool = true, leavesFirst: Bool = false,
    leavesLast: Bool = false
  ) throws(QueryFault) {
    let spot = checks.count
    checks.append([])
    let nodes = items.indices.filter { if case .node = items[$0] { true } else { false } }
    for (place, item) in items.enumerated() {
      switch item {
      case .filter(let filter):
        if keepsFilters || group != nil {
          pending.append(Pending(kind: .filter(filter), spot: spot, group: group))
        }
      case .node(let node):
        if leavesFirst, place == nodes.first { continue }
        if leavesLast, place == nodes.last { continue }
        try declare(node, spot: spot, group: group)
      }
    }
  }

  private mutating func declare(
    _ node: NodePattern, spot: Int, group: Int?
  ) throws(QueryFault) {
    var isKnown = false
    if let name = node.variable {
      if let slot = ends[name.text] {
        if group != nil { throw BindingMessages.alreadyBound(name.text, name.span) }
        checks[spot].append(.sameAsSlot(slot))
        isKnown = true
      } else if let known = elements.firstIndex(where: { $0.name?.text == name.text }) {
        guard !elements[known].isEdge, elements[known].group == group else {
          throw BindingMessages.alreadyBound(name.text, name.span)
        }
        checks[spot].append(.same(known))
        isKnown = true
      } else if binder.find(name.text) != nil {
        throw BindingMessages.boundElsewhere(name.text, name.span)
      }
    }
    if let labels = node.labels {
      try binder.setting.closedType?.check(labels: labels)
      checks[spot].append(.labels(LabelTest(labels)))
    }
    let isTested = node.properties != nil
    if isTested || node.variable != nil && !isKnown {
      add(name: isKnown ? nil : node.variable, isEdge: false, spot: spot, group: group)
    }
    if let properties = node.properties {
      pending.append(
        Pending(kind: .properties(elements.count - 1, properties), spot: spot, group: group))
    }
    if let filter = node.filter {
      pending.append(Pending(kind: .filter(filter), spot: spot, group: group))
    }
  }

  private mutating func open(_ edge: EdgePattern, group: Int?) throws(QueryFault) {
    let spot = checks.count
    checks.append([])
    if let name = edge.variable {
      if elements.contains(where: { $0.isEdge && $0.name?.text == name.text }) {
        throw BindingMessages.oneEdgeTwice(name.text, name.span)
      }
      let isKnown = elements.contains { $0.name?.text == name.text } || ends[name.text] != nil
      if isKnown || binder.find(name.text) != nil {
        throw BindingMessages.alreadyBound(name.text, name.span)
      }
    }
    if let types = edge.types { try binder.setting.closedType?.check(types: types) }
    if edge.variable != nil || edge.properties != nil {
      add(name: edge.variable, isEdge: true, spot: spot, group: group)
    }
    if let properties = edge.properties {
      pending.append(
        Pending(kind: .properties(elements.count - 1, properties), spot: spot, group: group))
    }
    if let filter = edge.filter {
      pending.append(Pending(kind: .filter(filter), spot: spot, group: group))
    }
  }

  private mutating func add(name: Name?, isEdge: Bool, spot: Int, group: Int?) {
    // Locals are numbered by their place: those that come once, then those of one group.
    let count = localCounts[group ?? -1, default: 0]
    localCounts[group ?? -1] = count + 1
    elements.append(
      Element(name: name, isEdge: isEdge, spot: spot, group: group, local: count))
  }

  private func local(of element: Element) -> Int {
    binder.locals.count + element.local
      + (element.group == nil ? 0 : localCounts[-1, default: 0])
  }

  private func variable(_ element: Element, _ local: Int) -> Variable {
    Variable(
      name: element.name?.text ?? "", place: .local(local), type: element.isEdge ? .edge : .node)
  }

  // MARK: Conditions

  /// Binds all conditions and puts each at the spot where it can be checked.
  mutating func bindConditions(
    _ propertyConditions: (BoundExpression, Expression) throws(QueryFault) -> [BoundExpression]
  ) throws(QueryFault) {
    let numbers = elements.map { local(of: $0) }
    let base = binder.locals.count
    for element in elements where element.group == nil {
      binder.locals.append(variable(element, binder.locals.count))
    }
    defer { binder.locals.removeLast(binder.locals.count - base) }
    for group in [nil] + outline.stretches.indices.map(Optional.some) {
      let before = binder.locals.count
      for element in elements where element.group == group && group != nil {
        binder.locals.append(variable(element, binder.locals.count))
      }
      defer { binder.locals.removeLast(binder.locals.count - before) }
      for pending in pending where pending.group == group {
        var bound: [BoundExpression]
        switch pending.kind {
        case .properties(let element, let properties):
          let subject = BoundExpression(
            .local(numbers[element]), elements[element].isEdge ? .edge : .node, properties.span)
          bound = try propertyConditions(subject, properties)
        case .filter(let filter):
          bound = try binder.bindCondition(filter).conjuncts
        }
        for condition in bound { try place(condition, pending, numbers) }
      }
    }
  }

  private mutating func place(
    _ condition: BoundExpression, _ pending: Pending, _ numbers: [Int]
  ) throws(QueryFault) {
    let locals = condition.locals
    let needs = elements.indices.filter { position in
      let element = elements[position]
      return locals.contains(numbers[position])
        && (element.group == nil || element.group == pending.group)
    }
    let spot = needs.reduce(pending.spot) { max($0, elements[$1].spot) }
    if let group = pending.group, spot > lastSpot(of: group),
      let late = needs.first(where: { elements[$0].spot > lastSpot(of: group) })
    {
      throw BindingMessages.laterThanGroup(elements[late].name?.text ?? "", condition.span)
    }
    checks[spot].append(.condition(condition, needs: needs))
  }

  // MARK: The program

  private func firstSpot(of stretch: Int) -> Int {
    outline.stretches[..<stretch].reduce(1 + stretch) { $0 + $1.edges.count * 2 + 1 }
  }

  private func lastSpot(of stretch: Int) -> Int {
    firstSpot(of: stretch) + outline.stretches[stretch].edges.count * 2
  }

  /// The last spot at which each element is looked at; a group looks at it in each repetition.
  private func lastUses() -> [Int] {
    var uses = Array(repeating: -1, count: elements.count)
    for (spot, checks) in checks.enumerated() {
      let group = outline.stretches.indices.first {
        (firstSpot(of: $0)...lastSpot(of: $0)).contains(spot)
      }
      for check in checks {
        let needs: [Int] =
          switch check {
          case .condition(_, let needs): needs
          case .same(let element): [element]
          default: []
          }
        for element in needs {
          var use = spot
          if let group, elements[element].spot < firstSpot(of: group) { use = lastSpot(of: group) }
          uses[element] = max(uses[element], use)
        }
      }
    }
    return uses
  }

  /// - Parameter priced: the edges, by position, that add to the cost; nil for all.
  func program(priced: Set<Int>?) -> PathProgram {
    let uses = lastUses()
    var checks = checks
    for (position, element) in elements.enumerated().reversed() where uses[position] >= 0 {
      checks[element.spot].insert(.note(position), at: 0)
    }
    var program = PathProgram(
      places: [], stretches: [],
      registers: elements.map { PathRegister(isEdge: $0.isEdge, local: local(of: $0)) },
      positions: [])
    for (place, _) in outline.places.enumerated() {
      let spot = place == 0 ? 0 : lastSpot(of: place - 1) + 1
      program.places.append(checks[spot])
    }
    for (number, stretch) in outline.stretches.enumerated() {
      let first = firstSpot(of: number)
      let firstPosition = program.positions.count
      var edges: [PathEdge] = []
      for (place, edge) in stretch.edges.enumerated() {
        let spot = first + 2 * place + 1
        edges.append(
          PathEdge(
            direction: edge.direction, types: edge.types.map { LabelTest($0) },
            checks: checks[spot],
            isPriced: priced?.contains(program.positions.count) ?? true))
        program.positions.append(
          PathPosition(
            stretch: number, edge: place,
            kept: elements.indices.filter { elements[$0].spot < spot && spot <= uses[$0] }))
      }
      program.stretches.append(
        PathStretch(
          minimum: stretch.minimum, maximum: stretch.maximum, edges: edges,
          nodes: (0...stretch.edges.count).map { checks[first + 2 * $0] },
          firstPosition: firstPosition))
    }
    return program
  }

  /// The variables on the way, with what they stand for.
  var variables: [(name: Name, isEdge: Bool, isList: Bool, source: PathVariable.Source)] {
    elements.compactMap { element in
      guard let name = element.name else { return nil }
      let isList = element.group.map { outline.stretches[$0].hasLists } ?? false
      return (name, element.isEdge, isList, source(of: element.spot))
    }
  }

  private func source(of spot: Int) -> PathVariable.Source {
    for stretch in outline.stretches.indices where spot <= lastSpot(of: stretch) {
      let offset = spot - firstSpot(of: stretch)
      if offset < 0 { return .place(stretch) }
      return offset % 2 == 1
        ? .edge(stretch: stretch, offset / 2) : .node(stretch: stretch, offset / 2)
    }
    return .place(outline.stretches.count)
  }

  /// The positions of edges with names, for the cost.
  var edgeNames: [(name: String, position: Int)] {
    var named: [(String, Int)] = []
    var position = 0
    for edge in outline.stretches.flatMap(\.edges) {
      if let name = edge.variable { named.append((name.text, position)) }
      position += 1
    }
    return named
  }
}
