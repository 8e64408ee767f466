// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

/// The graph of all ways through a graph that a path pattern allows from one node: each vertex is a
/// node together with how far the pattern has come there. It is made as far as it is walked.
///
/// So a walk fits the pattern when it leads to a vertex that accepts, and to find walks is to search
/// a plain graph. The numbers of vertices are given in the order of their discovery.
///
/// Complexity: vertices are at most nodes · positions · repetitions that matter, for each tuple of
/// values that later conditions look back at.
final class PathProduct {
  let run: Run
  private let checks: PathChecks
  private let program: PathProgram

  /// The node of each vertex.
  private(set) var nodes: [UInt32] = []

  /// The edge that each vertex waits for; the number of positions for one that accepts.
  private(set) var positions: [UInt32] = []
  private var counters: [UInt32] = []
  private var tuples: [UInt32] = []

  /// Where the arcs of each vertex begin; ``unexpanded`` before they are known.
  private var firstArcs: [UInt32] = []
  private var arcCounts: [UInt32] = []
  private(set) var arcEdges: [UInt32] = []
  private(set) var arcTargets: [UInt32] = []

  /// Empty where each edge costs one.
  private var arcPrices: [Int64] = []

  /// The vertices at which a path may begin, in order.
  private(set) var starts: [UInt32] = []

  private static let unexpanded = UInt32.max
  private let isPriced: Bool
  /// Whether repetitions without number are as good as so many; then hops are to be limited.
  private let ignoresMaximum: Bool
  private var table = VertexTable()
  private var tupleNumbers: [[UInt32]: UInt32] = [:]
  private var tupleValues: [[UInt32]] = []
  private var bytes = 0

  private var edges: [UInt32] = []
  private var ends: [UInt32] = []
  private var arrivals: [UInt32] = []

  init(
    _ checks: PathChecks, from start: UInt32, isPriced: Bool, ignoresMaximum: Bool
  ) throws(QueryFault) {
    run = checks.run
    self.checks = checks
    program = checks.program
    self.isPriced = isPriced
    self.ignoresMaximum = ignoresMaximum
    for register in checks.registers.indices { checks.registers[register] = Column.none }
    try enter(place: 0, at: start)
    starts = arrivals
  }

  deinit { run.giveBack(bytes) }

  var count: Int { nodes.count }

  func accepts(_ vertex: UInt32) -> Bool {
    positions[Int(vertex)] == UInt32(program.positions.count)
  }

  /// The vertex that accepts at a node, where a path leads to it.
  func accepting(_ node: UInt32) -> UInt32? {
    table.number(of: (key(node, UInt32(program.positions.count)), 0))
  }

  func price(ofArc arc: Int) -> Int64 { isPriced ? arcPrices[arc] : 1 }

  /// The arcs of a vertex, in the order of edge type, far node and edge.
  func arcs(of vertex: UInt32) throws(QueryFault) -> Range<Int> {
    let vertex = Int(vertex)
    if firstArcs[vertex] == Self.unexpanded { try expand(vertex) }
    let first = Int(firstArcs[vertex])
    return first..<first + Int(arcCounts[vertex])
  }

  private func expand(_ vertex: Int) throws(QueryFault) {
    let first = arcEdges.count
    firstArcs[vertex] = UInt32(first)
    let position = Int(positions[vertex])
    guard position < program.positions.count else { return }
    edges.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    checks.collect(atPosition: position, nodes[vertex], &edges, &ends)
    try run.charge(edges.count + 1)
    for (edge, end) in zip(edges, ends) {
      restoreRegisters(of: vertex, position)
      guard try checks.holds(atPosition: position, edge: edge) else { continue }
      arrivals.removeAll(keepingCapacity: true)
      try arrive(at: end, after: position, repetitions: counters[vertex])
      guard !arrivals.isEmpty else { continue }
      let price = isPriced ? try checks.price(ofEdge: edge, position: position) : 1
      for arrival in arrivals {
        arcEdges.append(edge)
        arcTargets.append(arrival)
        if isPriced { arcPrices.append(price) }
      }
      try reserve(arrivals.count * (isPriced ? 16 : 8))
    }
    arcCounts[vertex] = UInt32(arcEdges.count - first)
  }

  private func reserve(_ count: Int) throws(QueryFault) {
    bytes += count
    try run.reserve(count)
  }

  private func restoreRegisters(of vertex: Int, _ position: Int) {
    let kept = program.positions[position].kept
    guard !kept.isEmpty else { return }
    let values = tupleValues[Int(tuples[vertex])]
    for (place, register) in kept.enumerated() { checks.registers[register] = values[place] }
  }

  // MARK: Through the pattern

  /// Goes on at the far end of an edge.
  private func arrive(
    at node: UInt32, after position: Int, repetitions: UInt32
  ) throws(QueryFault) {
    let place = program.positions[position]
    let stretch = program.stretches[place.stretch]
    guard try checks.holds(in: place.stretch, place.edge + 1, node) else { return }
    if place.edge + 1 < stretch.edges.count {
      try add(node, position + 1, repetitions)
      return
    }
    let repetitions = repetitions == .max ? .max : repetitions + 1
    let mayRepeat = ignoresMaximum || stretch.maximum.map { Int(repetitions) < $0 } ?? true
    if mayRepeat, try checks.holds(in: place.stretch, 0, node) {
      let counted =
        ignoresMaximum
        ? min(repetitions, UInt32(clamping: stretch.minimum)) : stretch.counted(repetitions)
      try add(node, stretch.firstPosition, counted)
    }
    if Int(repetitions) >= stretch.minimum { try enter(place: place.stretch + 1, at: node) }
  }

  /// Goes on at a place: to the edges after it, and past them where they need not come at all.
  private func enter(place first: Int, at node: UInt32) throws(QueryFault) {
    var place = first
    while try checks.holds(atPlace: place, node) {
      guard place < program.stretches.count else {
        try add(node, program.positions.count, 0)
        return
      }
      let stretch = program.stretches[place]
      if stretch.maximum != 0, try checks.holds(in: place, 0, node) {
        try add(node, stretch.firstPosition, 0)
      }
      guard stretch.minimum == 0 else { return }
      place += 1
    }
  }

  private func key(_ node: UInt32, _ position: UInt32) -> UInt64 {
    UInt64(node) << 32 | UInt64(position)
  }

  /// Adds a vertex to those that are reached.
  private func add(_ node: UInt32, _ position: Int, _ repetitions: UInt32) throws(QueryFault) {
    let accepts = position == program.positions.count
    let tuple = accepts ? 0 : try self.tuple(program.positions[position].kept)
    let (vertex, isNew) = table.insert(
      (key(node, UInt32(position)), UInt64(repetitions) << 32 | UInt64(tuple)))
    if isNew {
      nodes.append(node)
      positions.append(UInt32(position))
      counters.append(repetitions)
      tuples.append(tuple)
      firstArcs.append(Self.unexpanded)
      arcCounts.append(0)
      try reserve(56)
    }
    arrivals.append(vertex)
  }

  /// The number of the values that registers hold.
  private func tuple(_ kept: [Int]) throws(QueryFault) -> UInt32 {
    if kept.isEmpty { return 0 }
    let values = kept.map { checks.registers[$0] }
    if let known = tupleNumbers[values] { return known }
    let number = UInt32(tupleValues.count)
    tupleNumbers[values] = number
    tupleValues.append(values)
    try reserve(128 + 8 * values.count)
    return number
  }
}
