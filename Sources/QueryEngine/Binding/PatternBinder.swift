// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

/// Binds the patterns of one match: first all variables, then what is asked of them.
struct PatternBinder {
  /// What a pattern is for.
  enum Purpose {
    case match
    /// Stricter: it may have to be created.
    case merge
    /// A condition, which may bind no variables.
    case condition
  }

  /// How many nodes and edges a match may name: to bind and order them takes time with the square
  /// of their number.
  static let mostElements = 1000

  let binder: QueryBinder
  let purpose: Purpose
  var pattern = BoundPattern()

  /// The slots that the pattern fills.
  private(set) var filled: [Int] = []

  /// What is asked of nodes and edges, to be bound once all variables are known.
  private var conditions: [Condition] = []

  /// The variables of edges of the pattern.
  private var edgeNames: Set<String> = []
  let allowsRepetition: Bool

  /// The variables within paths that are searched for.
  private var innerNames: Set<String> = []

  /// The slots with the edges of paths of which all are wanted.
  private var pathsOfMatch: [Int] = []

  /// The day on which everything that is found must hold; nil for all times.
  let asOf: BoundExpression?

  init(
    _ binder: QueryBinder, for purpose: Purpose, allowsRepetition: Bool = false,
    asOf: BoundExpression? = nil
  ) {
    self.binder = binder
    self.purpose = purpose
    self.allowsRepetition = allowsRepetition
    self.asOf = purpose == .merge ? nil : asOf ?? binder.setting.day
  }

  private enum Condition {
    case labels(BoundExpression, LabelExpression)
    case properties(BoundExpression, Expression)
    case filter(Expression)
  }

  /// Binds the patterns of a match.
  mutating func bind(_ graphPattern: GraphPattern) throws(QueryFault) {
    let size = graphPattern.paths.reduce(0) { $0 + $1.elements.size }
    if size > Self.mostElements {
      throw BindingMessages.patternTooLarge(Self.mostElements, graphPattern.paths[0].span)
    }
    for path in graphPattern.paths {
      try bind(path, keep: graphPattern.keep)
    }
    try bindConditions()
    separatePaths()
    addDay()
    if let closed = binder.setting.closedType { try checkEnds(closed) }
  }

  /// Binds one path alone.
  mutating func bind(_ path: PathPattern) throws(QueryFault) {
    try bind(path, keep: nil)
    try bindConditions()
    separatePaths()
    addDay()
  }

  private mutating func bind(_ path: PathPattern, keep: PathPrefix?) throws(QueryFault) {
    let prefix = path.prefix ?? keep
    let elements = path.elements.flatMap(\.ungrouped)
    let isSingleNode = elements.count == 1 && path.cost == nil
    if prefix?.needsSearch ?? false, !isSingleNode {
      try bindSearch(path, prefix)
    } else if path.needsSearch || !elements.areByTurns || allowsRepetition && elements.repeatEdges {
      try bindSearch(path, prefix)
    } else {
      for filter in path.elements.flatMap(\.filters) { conditions.append(.filter(filter)) }
      try bindPlain(path, elements)
    }
  }

  private mutating func bindPlain(
    _ path: PathPattern, _ elements: [PatternElement]
  ) throws(QueryFault) {
    var nodes: [NodePattern] = []
    var edges: [EdgePattern] = []
    for element in elements {
      switch element {
      case .node(let node): nodes.append(node)
      case .edge(let edge): edges.append(edge)
      case .group: break
      }
    }
    let start = try bind(nodes[0], isAlone: elements.count == 1)
    var left = start
    var parts: [BoundPathParts.Part] = []
    for (edge, node) in zip(edges, nodes.dropFirst()) {
      let edgeNumber = try declare(edge)
      let right = try bind(node, isAlone: false)
      parts.append(try bind(edge, edgeNumber, left: left, right: right))
      left = right
    }
    guard let variable = path.variable else { return }
    let slot = try addPath(variable)
    pattern.paths.append(
      BoundPath(slot: slot, parts: BoundPathParts(start: start, parts: parts, end: left)))
  }

  mutating func addFilter(_ filter: Expression) { conditions.append(.filter(filter)) }

  /// Notes a variable within a path that is searched for; the rest of the match cannot name it.
  mutating func noteInner(_ name: String) { innerNames.insert(name) }

  /// Notes a path that may share no edge with the rest of the match.
  mutating func notePathOfMatch(edges: Int) { pathsOfMatch.append(edges) }

  /// Asks of paths that they share no edge with the rest of the match.
  private mutating func separatePaths() {
    if allowsRepetition { return }
    for (position, path) in pathsOfMatch.enumerated() {
      for other in pattern.edges.map(\.slot) + pathsOfMatch[..<position] {
        pattern.predicates.append(
          BoundExpression(.areDisjoint(path, other), .boolean, SourceSpan(0, 0)))
      }
    }
  }

  mutating func addPath(_ variable: Name) throws(QueryFault) -> Int {
    if binder.find(variable.text) != nil {
      throw BindingMessages.alreadyBound(variable.text, variable.span)
    }
    return try add(variable, .path, .value)
  }

  mutating func add(
    _ name: Name?, _ type: StaticType, _ kind: SlotKind
  ) throws(QueryFault) -> Int {
    if let name, purpose == .condition {
      throw BindingMessages.undefinedVariable(
        name.text, inScope: binder.visibleNames, name.span)
    }
    let slot = binder.layout.addSlot(kind, named: name?.text)
    filled.append(slot)
    if let name {
      binder.scope.add(Variable(name: name.text, place: .slot(slot), type: type))
    }
    return slot
  }

  // MARK: Nodes

  /// Finds or makes the slot of a node.
  mutating func bind(_ node: NodePattern, isAlone: Bool) throws(QueryFault) -> Int {
    var slot: Int
    if let name = node.variable, let known = binder.find(name.text) {
      if innerNames.contains(name.text) {
        throw BindingMessages.boundElsewhere(name.text, name.span)
      }
      slot = try known.slot(as: .node, at: name.span, in: binder)
      if purpose == .merge {
        let isRestated = node.labels != nil || node.properties != nil
        if isAlone || isRestated { throw BindingMessages.alreadyBound(name.text, name.span) }
      }
      if !pattern.nodes.contains(where: { $0.slot == slot }) {
        pattern.nodes.append(BoundNode(slot: slot, name: name.text, isGiven: true))
      }
    } else {
      slot = try add(node.variable, .node, .node)
      pattern.nodes.append(BoundNode(slot: slot, name: node.variable?.text, isGiven: false))
    }
    let subject = BoundExpression.slot(slot, .node, node.variable?.span ?? node.span)
    if let labels = node.labels {
      try binder.setting.closedType?.check(labels: labels)
      binder.noteLabels(LabelTest(labels), at: .slot(slot))
      conditions.append(.labels(subject, labels))
    }
    if let properties = node.properties { conditions.append(.properties(subject, properties)) }
    if let filter = node.filter { conditions.append(.filter(filter)) }
    return slot
  }

  // MARK: Edges

  /// The slot of an edge, found or made, before the node after it is looked at.
  private mutating func declare(
    _ edge: EdgePattern
  ) throws(QueryFault) -> (slot: Int, isGiven: Bool) {
    let isList = edge.range != nil
    let type: StaticType = isList ? .edges : .edge
    if purpose == .merge {
      if let name = edge.variable, binder.find(name.text) != nil {
        throw BindingMessages.alreadyBound(name.text, name.span)
      }
      if isList { throw BindingMessages.creatingVariableLength(edge.span) }
      if edge.types?.singleName == nil { throw BindingMessages.noSingleType(edge.span) }
    }
    if let types = edge.types { try binder.setting.closedType?.check(types: types) }
    guard let name = edge.variable, let known = binder.find(name.text) else {
      let slot = try add(edge.variable, type, isList ? .value : .edge)
      if let name = edge.variable { edgeNames.insert(name.text) }
      if let types = edge.types { binder.noteLabels(LabelTest(types), at: .slot(slot)) }
      return (slot, false)
    }
    let isKnownEdge = edgeNames.contains(name.text) || innerNames.contains(name.text)
    let slot = try known.slot(as: type, at: name.span, in: binder)
    if isKnownEdge { throw BindingMessages.oneEdgeTwice(name.text, name.span) }
    edgeNames.insert(name.text)
    return (slot, true)
  }

  private mutating func bind(
    _ edge: EdgePattern, _ declared: (slot: Int, isGiven: Bool), left: Int, right: Int
  ) throws(QueryFault) -> BoundPathParts.Part {
    let earlier = pattern.edges.map(\.slot)
    var length: BoundLength?
    if let range = edge.range {
      length = try bindLength(range, of: edge)
    } else {
      let subject = BoundExpression.slot(
        declared.slot, .edge, edge.variable?.span ?? edge.span)
      if let properties = edge.properties { conditions.append(.properties(subject, properties)) }
      if let filter = edge.filter { conditions.append(.filter(filter)) }
    }
    binder.edgeSpans[declared.slot] = edge.types?.span ?? edge.span
    pattern.edges.append(
      BoundEdge(
        slot: declared.slot, name: edge.variable?.text, isGiven: declared.isGiven, left: left,
        right: right, direction: edge.direction, types: edge.types.map { LabelTest($0) },
        length: length, differsFrom: allowsRepetition ? [] : earlier))
    return length == nil ? .edge(declared.slot) : .edges(declared.slot)
  }

  /// The length of a stretch of edges, with what each of them must be like.
  func bindLength(
    _ range: (minimum: Int, maximum: Int?), of edge: EdgePattern
  ) throws(QueryFault) -> BoundLength {
    try binder.withLocal(edge.variable?.text ?? "", .edge) { (local: Int) throws(QueryFault) in
      let subject = BoundExpression(.local(local), .edge, edge.span)
      var conditions: [BoundExpression] = []
      if let properties = edge.properties {
        conditions = try propertyConditions(subject, properties)
      }
      if let filter = edge.filter { conditions += try binder.bindCondition(filter).conjuncts }
      if let asOf { conditions.append(.holds(subject, on: asOf)) }
      let condition: BoundExpression? =
        conditions.count > 1
        ? BoundExpression(.and(conditions), .boolean, edge.span) : conditions.first
      return BoundLength(
        minimum: range.minimum, maximum: range.maximum, filter: condition, local: local)
    }
  }

  // MARK: Conditions

  private mutating func bindConditions() throws(QueryFault) {
    for condition in conditions {
      switch condition {
      case .labels(let subject, let labels):
        pattern.predicates.append(
          BoundExpression(.labelTest(subject, LabelTest(labels)), .boolean, labels.span))
      case .properties(let subject, let properties):
        pattern.predicates += try propertyConditions(subject, properties)
      case .filter(let filter):
        pattern.predicates += try binder.bindCondition(filter).conjuncts
      }
    }
    conditions = []
  }

  /// Against a closed graph type, refuses edges that cannot be.
  private func checkEnds(_ closed: ClosedGraphNames) throws(QueryFault) {
    for edge in pattern.edges where edge.length == nil {
      guard let types = edge.types else { continue }
      let left = binder.labelTests[.slot(edge.left)]
      let right = binder.labelTests[.slot(edge.right)]
      let forwards = edge.direction != .incoming && closed.mayJoin(types, from: left, to: right)
      let backwards = edge.direction != .outgoing && closed.mayJoin(types, from: right, to: left)
      if forwards || backwards { continue }
      let isBackwards = edge.direction == .incoming
      throw BindingMessages.impossibleEdge(
        types.text, from: (isBackwards ? right : left)?.text,
        to: (isBackwards ? left : right)?.text, binder.span(ofEdge: edge.slot))
    }
  }
}
