// SPDX-License-Identifier: Apache-2.0

public import GraphModel

/// A question for what lies around a node.
///
/// The nodes are those within `depth` steps under the filter, found in layers. The edges are those
/// that were walked: all that the filter admits between two of the nodes, one of which is nearer
/// than `depth`. The filter's rules for nodes hold for every node but the centre.
///
/// With a limit, each node brings in no more than so many new neighbours of one node type, the
/// first in order of edge type, then node; what is missing in the end is counted. With a limit on
/// the whole, no more than so many nodes of one type are taken in all, the centre not counted: the
/// first in order of depth, then of the node they were found from, edge type and node.
///
/// ```
///           bomca ──COVERS──> kazakhstan         depth 1 of bomca: kazakhstan, eu
///             └──FUNDED_BY──> eu <── poland      depth 2: poland too
/// ```
/// ```swift
/// let around = try Neighbourhood(of: bomca, depth: 2, limitPerType: 20).subgraph(in: view)
/// ```
///
/// - Complexity: O(nodes + edges within the depth), plus sorting them.
public struct Neighbourhood: Hashable, Sendable {
  public var centre: NodeID
  public var depth: Int
  public var filter: TraversalFilter

  /// Whether edges are walked from source to target only, except types for which the filter names a
  /// direction.
  public var isDirected: Bool

  /// How many neighbours of one node type a node brings in; nil for all.
  public var limitPerType: Int?

  /// How many nodes of one type there may be in all; nil for any number.
  public var totalPerType: Int?

  /// The same for single types, by name or label, in place of ``totalPerType``. Of several that
  /// name one type the least counts; a label counts for each of its types alone.
  public var totals: [String: Int]

  public init(
    of centre: NodeID, depth: Int, filter: TraversalFilter = TraversalFilter(),
    isDirected: Bool = false, limitPerType: Int? = nil, totalPerType: Int? = nil,
    totals: [String: Int] = [:]
  ) {
    self.centre = centre
    self.depth = depth
    self.filter = filter
    self.isDirected = isDirected
    self.limitPerType = limitPerType
    self.totalPerType = totalPerType
    self.totals = totals
  }

  /// The nodes and edges, with the depth of each node and what a limit left out.
  /// - Throws: ``TraversalError`` for an unknown node or type, a negative number, an avoided
  ///   centre, or when the budget ends.
  public func subgraph(
    in view: TraversalView, budget: SearchBudget = .standard
  ) throws(TraversalError) -> Subgraph {
    let start = try view.requirePosition(of: centre)
    if filter.avoidedNodes.contains(centre) {
      throw .avoidedEnd(view.graph.displayName(of: centre))
    }
    for node in filter.avoidedNodes { _ = try view.requirePosition(of: node) }
    let named = totals.sorted { $0.key < $1.key }
    for number in [depth, limitPerType ?? 0, totalPerType ?? 0] + named.map(\.value)
    where number < 0 {
      throw .negativeLimit(number)
    }
    try view.requireNodeTypes(named.map(\.key))
    let room = view.nodeTypes.map { type in
      named.filter { type.isNamed($0.key) }.map(\.value).min() ?? totalPerType ?? .max
    }
    let compiled = try CompiledFilter(filter, isDirected: isDirected, view: view)
    var meter = BudgetMeter(budget)
    return try withExtendedLifetime(compiled) { () throws(TraversalError) in
      try view.withMemory { memory throws(TraversalError) in
        var layers = NeighbourhoodLayers(
          view: view, test: FilteredStep(compiled), memory: memory, limitPerType: limitPerType,
          room: room)
        try layers.find(from: start, depth: depth, meter: &meter)
        defer { memory.advance(past: layers.found) }
        return try layers.subgraph(meter: &meter)
      }
    }
  }
}

/// The layers around a node, in the queue of a search memory.
private struct NeighbourhoodLayers {
  let view: TraversalView
  let test: FilteredStep
  let memory: SearchMemory
  let limitPerType: Int?

  /// How many more nodes each node type has room for.
  private var room: [Int]
  private let isRoomLimited: Bool

  /// The number of nodes found, and how many of them were walked from.
  private(set) var found = 0
  private var expanded = 0

  /// By place in the queue.
  private var depths: [Int] = []

  init(
    view: TraversalView, test: FilteredStep, memory: SearchMemory, limitPerType: Int?, room: [Int]
  ) {
    self.view = view
    self.test = test
    self.memory = memory
    self.limitPerType = limitPerType
    self.room = room
    isRoomLimited = room.contains { $0 < .max }
  }

  mutating func find(
    from start: UInt32, depth: Int, meter: inout BudgetMeter
  ) throws(TraversalError) {
    add(start, depth: 0)
    while expanded < found, depths[expanded] < depth {
      var taken: [Int: Int] = [:]
      let next = depths[expanded] + 1
      let entries = view.entries(of: memory.forwardNodes[expanded])
      try meter.charge(entries.count + 1)
      for entry in entries {
        let neighbour = view.neighbours.base[entry]
        guard !isFound(neighbour), admits(entry) else { continue }
        if isRoomLimited, room[view.nodeType(of: neighbour)] == 0 { continue }
        if let limitPerType {
          let type = view.nodeType(of: neighbour)
          guard taken[type, default: 0] < limitPerType else { continue }
          taken[type, default: 0] += 1
        }
        if isRoomLimited { room[view.nodeType(of: neighbour)] -= 1 }
        add(neighbour, depth: next)
      }
      expanded += 1
    }
  }

  func subgraph(meter: inout BudgetMeter) throws(TraversalError) -> Subgraph {
    var edges: Set<EdgeID> = []
    var omissions: [Subgraph.Omission] = []
    let order = (0..<found).sorted { memory.forwardNodes[$0] < memory.forwardNodes[$1] }
    for place in order where place < expanded {
      let node = memory.forwardNodes[place]
      let entries = view.entries(of: node)
      try meter.charge(entries.count + 1)
      var missing: Set<UInt32> = []
      for entry in entries where admits(entry) {
        let neighbour = view.neighbours.base[entry]
        if isFound(neighbour) {
          edges.insert(view.edge(at: view.references.base[entry] >> 1))
        } else {
          missing.insert(neighbour)
        }
      }
      var counts: [Int: Int] = [:]
      for neighbour in missing { counts[view.nodeType(of: neighbour), default: 0] += 1 }
      for (type, count) in counts.sorted(by: { $0.key < $1.key }) {
        omissions.append(
          .init(node: view.node(at: node), type: view.nodeTypes[type].name, count: count))
      }
    }
    return Subgraph(
      nodes: order.map { view.node(at: memory.forwardNodes[$0]) }, depths: order.map { depths[$0] },
      edges: view.inOrder(edges), omissions: omissions)
  }

  /// Whether the filter lets a step and the node it leads to through. Where the step leads to the
  /// centre, which was there before, only the edge counts.
  private func admits(_ entry: Int) -> Bool {
    let neighbour = view.neighbours.base[entry]
    return test.admits(view.references.base[entry])
      && (isFound(neighbour) || test.admits(node: neighbour))
  }

  private func isFound(_ node: UInt32) -> Bool { memory.marks[2 * Int(node)] >= memory.base }

  private mutating func add(_ node: UInt32, depth: Int) {
    memory.marks[2 * Int(node)] = memory.base + UInt32(found)
    memory.forwardNodes[found] = node
    depths.append(depth)
    found += 1
  }
}
