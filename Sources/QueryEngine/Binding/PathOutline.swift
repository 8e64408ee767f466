// SPDX-License-Identifier: Apache-2.0

import CypherSyntax

/// A path pattern taken apart into places and the stretches of edges between them.
struct PathOutline {
  /// Something that stands at a place.
  enum Item {
    case node(NodePattern)
    /// The condition of parentheses that end here.
    case filter(Expression)
  }

  struct Stretch {
    var minimum = 1
    var maximum: Int? = 1
    /// Whether its variables stand for one value from each repetition.
    var hasLists = false
    var edges: [EdgePattern] = []
    /// One more than there are edges.
    var nodes: [[Item]] = [[]]
    var span: SourceSpan
  }

  private(set) var places: [[Item]] = [[]]
  private(set) var stretches: [Stretch] = []

  init(_ elements: [PatternElement]) throws(QueryFault) {
    for element in elements { try add(element) }
  }

  private mutating func add(_ element: PatternElement) throws(QueryFault) {
    switch element {
    case .node(let node):
      places[places.count - 1].append(.node(node))
    case .edge(let edge):
      var stretch = Stretch(span: edge.span)
      if let range = edge.range {
        stretch.minimum = range.minimum
        stretch.maximum = range.maximum
        stretch.hasLists = !(edge.quantifier?.isQuestion ?? false)
      }
      stretch.edges = [edge]
      stretch.nodes = [[], []]
      end(stretch)
    case .group(let group):
      try refuseParts(of: group)
      if let quantifier = group.quantifier {
        var stretch = Stretch(span: group.span)
        stretch.minimum = quantifier.minimum
        stretch.maximum = quantifier.maximum
        stretch.hasLists = !quantifier.isQuestion
        try fill(&stretch, with: group)
        guard !stretch.edges.isEmpty else {
          throw BindingMessages.repetitionWithoutEdge(group.span)
        }
        end(stretch)
      } else {
        for element in group.path.elements { try add(element) }
        if let filter = group.filter { places[places.count - 1].append(.filter(filter)) }
      }
    }
  }

  private mutating func end(_ stretch: Stretch) {
    stretches.append(stretch)
    places.append([])
  }

  private func fill(_ stretch: inout Stretch, with group: GroupPattern) throws(QueryFault) {
    for element in group.path.elements {
      switch element {
      case .node(let node): stretch.nodes[stretch.nodes.count - 1].append(.node(node))
      case .edge(let edge):
        if edge.range != nil { throw BindingMessages.nestedRepetition(edge.span) }
        stretch.edges.append(edge)
        stretch.nodes.append([])
      case .group(let inner):
        try refuseParts(of: inner)
        if inner.quantifier != nil { throw BindingMessages.nestedRepetition(inner.span) }
        try fill(&stretch, with: inner)
      }
    }
    if let filter = group.filter { stretch.nodes[stretch.nodes.count - 1].append(.filter(filter)) }
  }

  /// A name, a prefix and a cost belong to a whole path.
  private func refuseParts(of group: GroupPattern) throws(QueryFault) {
    let path = group.path
    if let name = path.variable { throw BindingMessages.wholePathOnly("a name", name.span) }
    if let prefix = path.prefix { throw BindingMessages.wholePathOnly("a prefix", prefix.span) }
    if let cost = path.cost { throw BindingMessages.wholePathOnly("COST", cost.span) }
  }
}

extension PathPattern {
  /// Whether the path has parts that only a search can find.
  var needsSearch: Bool { elements.contains(where: \.needsSearch) }
}

extension PatternElement {
  fileprivate var needsSearch: Bool {
    switch self {
    case .node: false
    case .edge(let edge): edge.variable != nil && edge.quantifier?.isQuestion ?? false
    case .group(let group):
      group.quantifier != nil || group.path.variable != nil || group.path.prefix != nil
        || group.path.cost != nil || group.path.needsSearch
    }
  }
}
