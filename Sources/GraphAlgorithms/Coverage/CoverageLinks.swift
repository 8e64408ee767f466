// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// From a middle node to the places on one axis that it belongs to.
struct CoverageLinks {
  /// The positions of the axis, by place.
  let nodes: [UInt32]

  /// For a node at the far end of a facet's edge, the places of all that it is stood for by.
  private var placesByNode: [UInt32: [UInt32]] = [:]
  private let filter: CompiledFilter

  /// By place: the last middle node that was seen there, plus one.
  private var seenBy: [UInt32]

  /// Complexity: O(nodes of the axis + all nodes that each of them stands for).
  init(
    _ axis: CoverageQuery.Axis, name: String, day: CalendarDate?, in view: TraversalView,
    meter: inout BudgetMeter
  ) throws(TraversalError) {
    nodes = try Self.nodes(of: axis, name: name, day: day, in: view, meter: &meter)
    seenBy = [UInt32](repeating: 0, count: nodes.count)
    filter = try CompiledFilter(
      Self.filter(edges: axis.facet.edges, day: day, in: view), isDirected: false, view: view)
    guard let expansion = axis.facet.expansion else {
      for (place, node) in nodes.enumerated() { placesByNode[node] = [UInt32(place)] }
      return
    }
    var walk = Self.filter(edges: [expansion.edge], day: day, in: view)
    for label in walk.allowedEdgeTypes ?? [] {
      walk.edgeDirections[label] = expansion.isOutgoing ? .outgoing : .incoming
    }
    let compiled = try CompiledFilter(walk, isDirected: false, view: view)
    for (place, node) in nodes.enumerated() {
      for member in try Self.members(of: node, compiled, in: view, meter: &meter) {
        try meter.reserve(16)
        placesByNode[member, default: []].append(UInt32(place))
      }
    }
  }

  /// The places of a middle node, ascending.
  mutating func places(
    of position: UInt32, in view: TraversalView, meter: inout BudgetMeter
  ) throws(TraversalError) -> [UInt32] {
    let test = FilteredStep(filter)
    var places: [UInt32] = []
    for entry in view.entries(of: position) where test.admits(view.references.base[entry]) {
      guard let found = placesByNode[view.neighbours.base[entry]] else { continue }
      try meter.charge(found.count)
      for place in found where seenBy[Int(place)] != position + 1 {
        seenBy[Int(place)] = position + 1
        places.append(place)
      }
    }
    withExtendedLifetime(filter) {}
    return places.sorted()
  }

  private static func nodes(
    of axis: CoverageQuery.Axis, name: String, day: CalendarDate?, in view: TraversalView,
    meter: inout BudgetMeter
  ) throws(TraversalError) -> [UInt32] {
    let types = axis.facet.types
    guard let given = axis.nodes else {
      var nodes: [UInt32] = []
      for type in view.nodeTypes where types.isEmpty || types.contains(where: type.isNamed) {
        try meter.charge(type.range.count)
        nodes += type.range.filter { position in
          day.map(view.graph.validity(of: view.node(at: position)).contains) ?? true
        }
      }
      return nodes
    }
    var seen: Set<UInt32> = []
    var nodes: [UInt32] = []
    for node in given {
      let position = try view.requirePosition(of: node)
      guard
        types.isEmpty
          || types.contains(where: view.nodeTypes[view.nodeType(of: position)].isNamed)
      else {
        throw .wrongFacetType(
          facet: name, node: view.graph.displayName(of: node),
          type: view.graph.typeName(of: node), expected: types)
      }
      if seen.insert(position).inserted { nodes.append(position) }
    }
    return nodes
  }

  /// The node and all that it stands for.
  private static func members(
    of node: UInt32, _ compiled: CompiledFilter, in view: TraversalView, meter: inout BudgetMeter
  ) throws(TraversalError) -> [UInt32] {
    let test = FilteredStep(compiled)
    var members = [node]
    var seen: Set<UInt32> = [node]
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
    withExtendedLifetime(compiled) {}
    return members
  }

  /// Those of the edge types that the graph has; a description may name more.
  private static func filter(
    edges: [String], day: CalendarDate?, in view: TraversalView
  ) -> TraversalFilter {
    let known = edges.filter { label in view.edgeTypes.contains { $0.label == label } }
    return TraversalFilter(allowedEdgeTypes: Array(Set(known)).sorted(), asOf: day)
  }
}
