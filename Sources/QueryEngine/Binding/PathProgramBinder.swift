// SPDX-License-Identifier: Apache-2.0

import CypherSyntax

/// Binds what stands between the ends of a path that is searched for.
///
/// Conditions see the nodes and edges on the way as local variables, those of a repeated stretch
/// one repetition at a time. Each is checked as soon as all that it looks at is known; what must be
/// remembered until then are the registers of the program.
struct PathProgramBinder {
  /// A named or tested node or edge on the way.
  struct Element {
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
  let outline: PathOutline
  /// Names of nodes at the ends, and their slots.
  private let ends: [String: Int]

  private(set) var elements: [Element] = []
  private var pending: [Pending] = []
  /// What is asked at each spot: each place, each edge and each node of a stretch, in order.
  private(set) var checks: [[PathCheck]] = []
  private var localCounts: [Int: Int] = [:]

  init(
    _ binder: QueryBinder, _ outline: PathOutline, ends: [String: Int]
  ) {
    self.binder = binder
    self.outline = outline
    self.ends = ends
  }

  // MARK: Spots

  /// Declares everything on the way; the first and the last node are bound apart.
  /// - Parameter keepsFilters: false where conditions of parentheses are bound elsewhere.
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

  func local(of element: Element) -> Int {
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
}
