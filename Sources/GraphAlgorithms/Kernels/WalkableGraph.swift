// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// What a filter leaves of a view, as flat arrays: the nodes, numbered anew in the same order, and
/// for each its neighbours, one for each edge. Algorithms over a whole graph walk this.
///
/// Without a filter and directions these are the view's own arrays, and nothing is copied.
struct WalkableGraph: Sendable {
  /// Which way the neighbours of a node lie.
  enum Side: Sendable {
    /// Those that a step from the node leads to.
    case ahead

    /// Those from which a step leads to the node.
    case behind

    /// Those of either kind; an edge that may be walked both ways counts once at each end, but a
    /// loop twice.
    case around
  }

  let view: TraversalView
  let nodeCount: Int

  /// One more than there are nodes.
  let offsets: FrozenArray<UInt32>
  let neighbours: FrozenArray<UInt32>

  /// The edge of each entry by position in the view, `position << 1 | isReversed`.
  let references: FrozenArray<UInt32>

  /// Positions in the view by number; nil when they are the same.
  private let positions: [UInt32]?

  var entryCount: Int { neighbours.count }

  func entries(of node: UInt32) -> Range<Int> {
    Int(offsets.base[Int(node)])..<Int(offsets.base[Int(node) + 1])
  }

  func node(at number: Int) -> NodeID {
    view.node(at: positions.map { $0[number] } ?? UInt32(number))
  }

  var nodes: [NodeID] { (0..<nodeCount).map(node(at:)) }

  /// The number of a node; nil when the filter leaves it out. Complexity: O(log nodes).
  func number(of node: NodeID) -> UInt32? {
    guard let position = view.position(of: node) else { return nil }
    guard let positions else { return position }
    var low = 0
    var high = positions.count
    while low < high {
      let middle = (low + high) / 2
      if positions[middle] < position { low = middle + 1 } else { high = middle }
    }
    return low < positions.count && positions[low] == position ? UInt32(low) : nil
  }

  /// Applies a filter. Its node rules hold for every node; with a date, nodes that do not exist on
  /// that day are left out.
  ///
  /// - Complexity: O(nodes + edges); O(1) when everything is let through both ways.
  init(
    _ view: TraversalView, filter: TraversalFilter, isDirected: Bool, side: Side,
    meter: inout BudgetMeter
  ) throws(TraversalError) {
    for node in filter.avoidedNodes { _ = try view.requirePosition(of: node) }
    let compiled = try CompiledFilter(filter, isDirected: isDirected, view: view)
    self.view = view
    if compiled.isOpen, filter.asOf == nil {
      nodeCount = view.nodeCount
      offsets = view.offsets
      neighbours = view.neighbours
      references = view.references
      positions = nil
      return
    }
    let kept = try Self.keptNodes(view, compiled, filter.asOf, meter: &meter)
    let parts = try Self.parts(view, compiled, kept: kept, side: side, meter: &meter)
    nodeCount = kept.count
    offsets = FrozenArray(parts.offsets)
    neighbours = FrozenArray(parts.neighbours)
    references = FrozenArray(parts.references)
    positions = kept.count == view.nodeCount ? nil : kept
  }

  private static func keptNodes(
    _ view: TraversalView, _ compiled: CompiledFilter, _ day: CalendarDate?,
    meter: inout BudgetMeter
  ) throws(TraversalError) -> [UInt32] {
    let test = FilteredStep(compiled)
    var kept: [UInt32] = []
    kept.reserveCapacity(view.nodeCount)
    try meter.charge(view.nodeCount)
    for position in 0..<UInt32(view.nodeCount) where test.admits(node: position) {
      if let day, !view.graph.validity(of: view.node(at: position)).contains(day) { continue }
      kept.append(position)
    }
    withExtendedLifetime(compiled) {}
    return kept
  }

  private static func parts(
    _ view: TraversalView, _ compiled: CompiledFilter, kept: [UInt32], side: Side,
    meter: inout BudgetMeter
  ) throws(TraversalError) -> (offsets: [UInt32], neighbours: [UInt32], references: [UInt32]) {
    let test = FilteredStep(compiled)
    let none = UInt32.max
    var numbers = [UInt32](repeating: none, count: view.nodeCount)
    for (number, position) in kept.enumerated() { numbers[Int(position)] = UInt32(number) }
    var offsets: [UInt32] = [0]
    offsets.reserveCapacity(kept.count + 1)
    var neighbours: [UInt32] = []
    var references: [UInt32] = []
    for position in kept {
      let entries = view.entries(of: position)
      try meter.charge(entries.count + 1)
      for entry in entries {
        let neighbour = numbers[Int(view.neighbours.base[entry])]
        if neighbour == none { continue }
        let reference = view.references.base[entry]
        let isAdmitted =
          switch side {
          case .ahead: test.admits(reference)
          case .behind: test.admits(reference ^ 1)
          case .around: test.admits(reference) || test.admits(reference ^ 1)
          }
        guard isAdmitted else { continue }
        neighbours.append(neighbour)
        references.append(reference)
      }
      offsets.append(UInt32(neighbours.count))
    }
    withExtendedLifetime(compiled) {}
    return (offsets, neighbours, references)
  }
}

extension WalkableGraph {
  /// For each node its distinct neighbours, itself not among them, ascending: parallel edges count
  /// once and loops not at all.
  ///
  /// - Complexity: O(nodes + edges · log greatest degree).
  func distinctNeighbours() -> (offsets: [UInt32], neighbours: [UInt32]) {
    var offsets: [UInt32] = [0]
    offsets.reserveCapacity(nodeCount + 1)
    var distinct: [UInt32] = []
    for node in 0..<UInt32(nodeCount) {
      var last = node
      for neighbour in entries(of: node).map({ neighbours.base[$0] }).sorted()
      where neighbour != node && neighbour != last {
        distinct.append(neighbour)
        last = neighbour
      }
      offsets.append(UInt32(distinct.count))
    }
    return (offsets, distinct)
  }
}
