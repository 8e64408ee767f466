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
    try withGround(in: view, budget: budget) {
      (start, ground, room, meter) throws(TraversalError) in
      try ground.view.withMemory { memory throws(TraversalError) in
        try withLayers(from: start, ground, room, memory, &meter) {
          (layers, meter) throws(TraversalError) in try layers.subgraph(meter: &meter)
        }
      }
    }
  }

  /// The number of nodes within the depth, without the centre: as many as ``subgraph(in:budget:)``
  /// has besides it, at a fraction of the cost.
  ///
  /// - Complexity: O(nodes + edges within the depth).
  /// - Throws: as ``subgraph(in:budget:)``.
  public func neighbourCount(
    in view: TraversalView, budget: SearchBudget = .standard
  ) throws(TraversalError) -> Int {
    if limitsNothing, depth >= 0 {
      let start = try view.requirePosition(of: centre)
      var meter = BudgetMeter(budget)
      return try view.withMemory { memory throws(TraversalError) in
        try ReachCount(runs: MergedRuns(view), test: EveryStep(), memory: memory)
          .count(from: start, depth: depth, meter: &meter)
      }
    }
    return try withGround(in: view, budget: budget) {
      (start, ground, room, meter) throws(TraversalError) in
      try ground.view.withMemory { memory throws(TraversalError) in
        if limitPerType != nil || room != nil {
          return try withLayers(from: start, ground, room, memory, &meter) { layers, _ in
            layers.found - 1
          }
        }
        if ground.filter.isOpen {
          return try ReachCount(
            runs: MergedRuns(ground.view), test: EveryStep(), memory: memory
          ).count(from: start, depth: depth, meter: &meter)
        }
        let test = FilteredStep(ground.filter)
        return try ReachCount(
          runs: FilteredRuns(ground.view, test: test, flip: 0), test: test, memory: memory
        ).count(from: start, depth: depth, meter: &meter)
      }
    }
  }

  /// Whether nothing but the depth says what is asked for.
  private var limitsNothing: Bool {
    limitPerType == nil && totalPerType == nil && totals.isEmpty && filter.isEmpty && !isDirected
  }

  /// Checks the question and runs a search for it.
  private func withGround<Result>(
    in view: TraversalView, budget: SearchBudget,
    _ body: (UInt32, Ground, [Int]?, inout BudgetMeter) throws(TraversalError) -> Result
  ) throws(TraversalError) -> Result {
    let start = try view.requirePosition(of: centre)
    if filter.avoidedNodes.contains(centre) {
      throw .avoidedEnd(view.graph.displayName(of: centre))
    }
    for node in filter.avoidedNodes { _ = try view.requirePosition(of: node) }
    for number in [depth, limitPerType ?? 0] where number < 0 { throw .negativeLimit(number) }
    let room = try room(in: view)
    let compiled = try CompiledFilter(filter, isDirected: isDirected, view: view)
    var meter = BudgetMeter(budget)
    let ground = view.ground(for: compiled)
    defer { ground.note(meter.expandedEdges) }
    return try withExtendedLifetime(ground) { () throws(TraversalError) in
      try body(start, ground, room, &meter)
    }
  }

  /// How many nodes of each node type there may be in all; nil where nothing limits them.
  private func room(in view: TraversalView) throws(TraversalError) -> [Int]? {
    let named = totals.sorted { $0.key < $1.key }
    for number in [totalPerType ?? 0] + named.map(\.value) where number < 0 {
      throw .negativeLimit(number)
    }
    try view.requireNodeTypes(named.map(\.key))
    if totalPerType == nil, named.isEmpty { return nil }
    return view.nodeTypes.map { type in
      named.filter { type.isNamed($0.key) }.map(\.value).min() ?? totalPerType ?? .max
    }
  }

  private func withLayers<Result>(
    from start: UInt32, _ ground: Ground, _ room: [Int]?, _ memory: SearchMemory,
    _ meter: inout BudgetMeter,
    _ body: (NeighbourhoodLayers, inout BudgetMeter) throws(TraversalError) -> Result
  ) throws(TraversalError) -> Result {
    var layers = NeighbourhoodLayers(
      view: ground.view, test: FilteredStep(ground.filter), memory: memory,
      limitPerType: limitPerType, room: room)
    try layers.find(from: start, depth: depth, meter: &meter)
    defer { memory.advance(past: layers.found) }
    return try body(layers, &meter)
  }
}

/// The layers around a node, in the queue of a search memory.
private struct NeighbourhoodLayers {
  let view: TraversalView
  let test: FilteredStep
  let memory: SearchMemory
  let limitPerType: Int?

  /// How many more nodes each node type has room for; nil for any number.
  private var room: [Int]?

  /// The number of nodes found, and how many of them were walked from.
  private(set) var found = 0
  private var expanded = 0

  /// By place in the queue.
  private var depths: [Int] = []

  init(
    view: TraversalView, test: FilteredStep, memory: SearchMemory, limitPerType: Int?, room: [Int]?
  ) {
    self.view = view
    self.test = test
    self.memory = memory
    self.limitPerType = limitPerType
    self.room = room
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
        if let room, room[view.nodeType(of: neighbour)] == 0 { continue }
        if let limitPerType {
          let type = view.nodeType(of: neighbour)
          guard taken[type, default: 0] < limitPerType else { continue }
          taken[type, default: 0] += 1
        }
        room?[view.nodeType(of: neighbour)] -= 1
        add(neighbour, depth: next)
      }
      expanded += 1
    }
  }

  func subgraph(meter: inout BudgetMeter) throws(TraversalError) -> Subgraph {
    var edges: [EdgeID] = []
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
          edges.append(view.edge(at: view.references.base[entry] >> 1))
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
