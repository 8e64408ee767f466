// SPDX-License-Identifier: Apache-2.0

public import GraphModel

/// A question for the nodes of a type, narrowed by facets and by time.
///
/// A facet is described by the graph (``GraphModel/Facet``): the items kept are those that one of
/// its edges links, in either direction, to the node asked for or to one that it stands for. An
/// area stands for its sub-areas, a state for the groups it belongs to: all nodes that the facet's
/// expansion edge leads to, over any number of steps; cycles do no harm. Several facets narrow
/// together.
///
/// ```swift
/// let selection = FacetSelection(
///   type: "Programme", facets: [.init("area", borderManagement), .init("state", tajikistan)],
///   time: .inForce(day))
/// for item in try selection.answer(in: view).items { print(graph.displayName(of: item.node)) }
/// ```
///
/// - Complexity: O(nodes of the type + edges at the nodes that the facets stand for).
public struct FacetSelection: Hashable, Sendable {
  /// One facet with the node asked for.
  public struct Argument: Hashable, Sendable {
    public var facet: String
    public var node: NodeID

    public init(_ facet: String, _ node: NodeID) {
      self.facet = facet
      self.node = node
    }
  }

  /// How time narrows the items.
  public enum Time: Hashable, Sendable {
    case any

    /// Items that are not known to have begun later or to have ended before, linked by edges that
    /// hold on that day. What the data do not bound holds without bound.
    case asOf(CalendarDate)

    /// Items that are known to have begun and not known to have ended, likewise linked. Those of
    /// which no start is known are given apart.
    case inForce(CalendarDate)

    var day: CalendarDate? {
      switch self {
      case .any: nil
      case .asOf(let day), .inForce(let day): day
      }
    }
  }

  /// The name of a node type, or a label, an abstract type's too.
  public var type: String
  public var facets: [Argument]
  public var time: Time

  public init(type: String, facets: [Argument] = [], time: Time = .any) {
    self.type = type
    self.facets = facets
    self.time = time
  }
}

/// The items that answer a facet selection.
public struct FacetAnswer: Hashable, Sendable {
  /// An edge that links an item to a facet.
  public struct Link: Hashable, Sendable {
    public var facet: String
    public var edge: EdgeID

    /// The node at the far end: the one asked for, or one that it stands for.
    public var node: NodeID
  }

  public struct Item: Hashable, Sendable {
    public var node: NodeID

    /// By facet as asked, then by edge.
    public var links: [Link]
  }

  /// By type, then key.
  public var items: [Item]

  /// Where items in force were asked for: those of which no start is known, so that nobody can say.
  public var itemsOfUnknownStart: [Item]
}

extension FacetSelection {
  /// The items.
  /// - Throws: ``TraversalError`` for an unknown type, facet or node, a node that the facet does
  ///   not take, or when the budget ends.
  public func answer(
    in view: TraversalView, budget: SearchBudget = .standard
  ) throws(TraversalError) -> FacetAnswer {
    try view.requireNodeTypes([type])
    var meter = BudgetMeter(budget)
    let ranges = view.nodeTypes.filter { $0.isNamed(type) }.map(\.range)
    var links: [UInt32: [FacetAnswer.Link]] = [:]
    var candidates: Set<UInt32>?
    for argument in facets {
      let found = try self.links(of: argument, in: view, among: ranges, meter: &meter)
      candidates = candidates?.intersection(found.keys) ?? Set(found.keys)
      for (item, own) in found { links[item, default: []] += own }
    }
    var answer = FacetAnswer(items: [], itemsOfUnknownStart: [])
    let positions = candidates?.sorted() ?? ranges.flatMap { Array($0) }
    for position in positions {
      try meter.charge(1)
      let item = FacetAnswer.Item(node: view.node(at: position), links: links[position] ?? [])
      switch time {
      case .any: answer.items.append(item)
      case .asOf(let day):
        if view.graph.validity(of: item.node).contains(day) { answer.items.append(item) }
      case .inForce(let day):
        let validity = view.graph.validity(of: item.node)
        guard validity.contains(day) else { continue }
        if validity.start == nil {
          answer.itemsOfUnknownStart.append(item)
        } else {
          answer.items.append(item)
        }
      }
    }
    return answer
  }

  /// The items that a facet links, with the links.
  private func links(
    of argument: Argument, in view: TraversalView, among ranges: [Range<UInt32>],
    meter: inout BudgetMeter
  ) throws(TraversalError) -> [UInt32: [FacetAnswer.Link]] {
    let facet = try facet(of: argument, in: view.graph)
    let position = try view.requirePosition(of: argument.node)
    var members = [position]
    if let expansion = facet.expansion {
      members = try expanded(members, by: expansion, in: view, meter: &meter)
    }
    let compiled = try CompiledFilter(
      filter(edges: facet.edges, in: view), isDirected: false, view: view)
    let test = FilteredStep(compiled)
    return try withExtendedLifetime(compiled) { () throws(TraversalError) in
      var links: [UInt32: [(edge: UInt32, link: FacetAnswer.Link)]] = [:]
      for member in members {
        let entries = view.entries(of: member)
        try meter.charge(entries.count + 1)
        for entry in entries {
          let item = view.neighbours.base[entry]
          let reference = view.references.base[entry]
          guard test.admits(reference), ranges.contains(where: { $0.contains(item) }) else {
            continue
          }
          let edge = view.edge(at: reference >> 1)
          // A loop is two entries of one edge.
          if links[item]?.last?.edge == reference >> 1 { continue }
          links[item, default: []].append(
            (
              reference >> 1,
              FacetAnswer.Link(facet: argument.facet, edge: edge, node: view.node(at: member))
            ))
        }
      }
      return links.mapValues { links in links.sorted { $0.edge < $1.edge }.map(\.link) }
    }
  }

  private func facet(
    of argument: Argument, in graph: PropertyGraph
  ) throws(TraversalError) -> Facet {
    guard let facet = graph.description.facets[argument.facet] else {
      throw .unknownFacet(argument.facet, known: graph.description.facets.keys.sorted())
    }
    guard graph.contains(argument.node) else { throw .unknownNode(argument.node) }
    let names = graph.labels(of: argument.node) + [graph.typeName(of: argument.node)]
    guard facet.types.isEmpty || facet.types.contains(where: names.contains) else {
      throw .wrongFacetType(
        facet: argument.facet, node: graph.displayName(of: argument.node),
        type: graph.typeName(of: argument.node), expected: facet.types)
    }
    return facet
  }

  /// The nodes and all that they stand for, in order of discovery.
  private func expanded(
    _ start: [UInt32], by expansion: Facet.Expansion, in view: TraversalView,
    meter: inout BudgetMeter
  ) throws(TraversalError) -> [UInt32] {
    var filter = filter(edges: [expansion.edge], in: view)
    filter.edgeDirections = Dictionary(
      uniqueKeysWithValues: (filter.allowedEdgeTypes ?? []).map {
        ($0, expansion.isOutgoing ? .outgoing : .incoming)
      })
    let compiled = try CompiledFilter(filter, isDirected: false, view: view)
    let test = FilteredStep(compiled)
    return try withExtendedLifetime(compiled) { () throws(TraversalError) in
      var members = start
      var seen = Set(start)
      var next = 0
      while next < members.count {
        let entries = view.entries(of: members[next])
        try meter.charge(entries.count + 1)
        for entry in entries where test.admits(view.references.base[entry]) {
          let neighbour = view.neighbours.base[entry]
          if seen.insert(neighbour).inserted { members.append(neighbour) }
        }
        next += 1
      }
      return members
    }
  }

  /// Those of the edge types that the graph has, at the day asked for. A description may name more.
  private func filter(edges: [String], in view: TraversalView) -> TraversalFilter {
    let known = edges.filter { label in view.edgeTypes.contains { $0.label == label } }
    return TraversalFilter(allowedEdgeTypes: Array(Set(known)).sorted(), asOf: time.day)
  }
}
