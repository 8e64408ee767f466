// SPDX-License-Identifier: Apache-2.0

import CypherSyntax

extension Variable {
  /// The slot of a variable that stands where a pattern wants a node, an edge or a list of edges.
  func slot(
    as wanted: StaticType, at span: SourceSpan, in binder: QueryBinder
  ) throws(QueryFault) -> Int {
    let fits =
      wanted == .edges
      ? type.mayBe(.list) && ArgumentKind.edge.mayAccept(type.memberKind)
      : type.mayBe(wanted.kind)
    guard fits else {
      throw BindingMessages.typeConflict(name, is: type, expected: wanted, span)
    }
    if case .slot(let slot) = place { return slot }
    throw BindingMessages.typeConflict(name, is: type, expected: wanted, span)
  }
}

extension PatternElement {
  /// The elements of parentheses that only group; anything else as it is.
  var ungrouped: [PatternElement] {
    if case .group(let group) = self, group.quantifier == nil, group.path.variable == nil,
      group.path.prefix == nil
    {
      return group.path.elements.flatMap(\.ungrouped)
    }
    return [self]
  }

  /// The conditions of parentheses that only group.
  var filters: [Expression] {
    guard case .group(let group) = self else { return [] }
    return group.path.elements.flatMap(\.filters) + [group.filter].compactMap { $0 }
  }

  fileprivate var isEdge: Bool {
    if case .edge = self { true } else { false }
  }
}

extension [PatternElement] {
  /// Whether nodes and edges come by turns, beginning and ending with a node.
  var areByTurns: Bool {
    count % 2 == 1 && enumerated().allSatisfy { $1.isEdge == ($0 % 2 == 1) }
  }

  /// How many nodes and edges there are, those of groups among them.
  var size: Int {
    reduce(0) { size, element in
      if case .group(let group) = element { size + group.path.elements.size } else { size + 1 }
    }
  }

  /// Whether an edge may come more than once.
  var repeatEdges: Bool {
    contains { if case .edge(let edge) = $0 { edge.range != nil } else { false } }
  }
}

extension EdgePattern {
  /// How many edges may follow each other; nil for a single edge.
  var range: (minimum: Int, maximum: Int?)? {
    if let length {
      return (length.minimum ?? 1, length.isExact ? length.minimum : length.maximum)
    }
    return quantifier.map { ($0.minimum, $0.maximum) }
  }
}

extension PathPrefix {
  /// Whether only some of the matching paths are wanted, or other ones than a plain match finds.
  var needsSearch: Bool {
    if case .all = selector { mode != nil && mode != .trail } else { true }
  }
}

extension QueryBinder {
  /// Notes which labels a variable is known to have.
  func noteLabels(_ test: LabelTest, at place: VariablePlace) {
    labelTests[place] = labelTests[place].map { .and($0, test) } ?? test
  }

  /// Where the types of an edge stand, for messages.
  func span(ofEdge slot: Int) -> SourceSpan { edgeSpans[slot] ?? SourceSpan(0, 0) }
}

extension PatternBinder {
  /// What properties in braces ask of a node or edge.
  func propertyConditions(
    _ subject: BoundExpression, _ properties: Expression
  ) throws(QueryFault) -> [BoundExpression] {
    guard case .map(let entries) = properties.kind else {
      throw BindingMessages.parameterAsProperties(properties.span)
    }
    var conditions: [BoundExpression] = []
    for entry in entries {
      try binder.checkProperty(entry.key, of: subject)
      let property = BoundExpression(.property(subject, entry.key.text), .any, entry.key.span)
      conditions.append(
        BoundExpression(
          .comparison(.equal, property, try binder.bind(entry.value)), .boolean,
          entry.key.span.joined(to: entry.value.span)))
    }
    return conditions
  }
}
