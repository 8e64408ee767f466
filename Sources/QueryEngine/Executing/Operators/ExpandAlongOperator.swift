// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

/// For each row, the stretches of edges that begin at a node: a walk in depth in which no edge
/// comes twice.
final class ExpandAlongOperator: FollowingOperator {
  private let expansion: Expansion
  private let length: BoundLength
  private let walk: EdgeWalk
  private let filter: Evaluator?
  private let frame: Frame
  private let keepsEdges: Bool

  private var batch: Batch?
  private var row = -1

  /// The walk: the edges of the stretch at hand, and for each depth the edges still to be tried,
  /// in one array, with the place where each depth begins.
  private var path: [UInt32] = []
  private var edges: [UInt32] = []
  private var nodes: [UInt32] = []
  private var starts: [Int] = []
  private var taken: [UInt32] = []

  /// What was found but not handed on yet.
  private var rows: [Int32] = []
  private var lists: [Value] = []
  private var ends: [UInt32] = []

  init(
    _ run: Run, _ expansion: Expansion, _ length: BoundLength, filter: Evaluator?,
    after input: Operator, kept: [Int]
  ) {
    self.expansion = expansion
    self.length = length
    self.filter = filter
    walk = EdgeWalk(run, expansion.direction, types: expansion.types)
    frame = Frame(run)
    keepsEdges = kept.contains(expansion.edge)
    super.init(run, after: input, kept: kept)
  }

  override func restart() {
    super.restart()
    batch = nil
    starts = []
  }

  override func next() throws(QueryFault) -> Batch? {
    while true {
      guard let batch else {
        guard let input = try nextInput() else { return nil }
        batch = input
        row = -1
        starts = []
        if filter != nil { frame.enter(input) }
        continue
      }
      rows.removeAll(keepingCapacity: true)
      lists.removeAll(keepingCapacity: true)
      ends.removeAll(keepingCapacity: true)
      while rows.count < Batch.size {
        if starts.isEmpty {
          row += 1
          if row >= batch.count { break }
          try begin(in: batch)
        } else if isAtLastEdge {
          takeLastEdges(in: batch)
        } else {
          try step(in: batch)
        }
      }
      if row >= batch.count { self.batch = nil }
      guard !rows.isEmpty else { continue }
      var result = batch.gathered(rows, slots: kept)
      if keepsEdges { result.columns[expansion.edge] = Column(values: lists) }
      if !expansion.isInto { result.columns[expansion.to] = Column(.node, numbers: ends) }
      return result
    }
  }

  private func begin(in batch: Batch) throws(QueryFault) {
    let node = batch.columns[expansion.from].node(at: row)
    guard node != Column.none else { return }
    frame.row = row
    taken = expansion.differsFrom.flatMap { batch.columns[$0].edges(at: row) }
    path = []
    edges = []
    nodes = []
    if length.minimum == 0 { found(node, in: batch) }
    try open(node)
  }

  /// Makes the edges at a node the ones to be tried next, unless the stretch is long enough.
  private func open(_ node: UInt32) throws(QueryFault) {
    if let maximum = length.maximum, path.count >= maximum { return }
    starts.append(edges.count)
    let before = edges.count
    walk.collect(at: node, &edges, &nodes)
    try run.charge(edges.count - before + 1)
  }

  /// Whether every edge still to be tried at the depth at hand ends its stretch.
  private var isAtLastEdge: Bool { filter == nil && path.count + 1 == length.maximum }

  /// Tries the edges of the last depth, as many as there is room for, or goes back one.
  private func takeLastEdges(in batch: Batch) {
    let start = starts[starts.count - 1]
    guard edges.count > start else { return goBack() }
    let end = max(start, edges.count - max(1, Batch.size - rows.count))
    if path.count + 1 < length.minimum || keepsEdges || expansion.isInto {
      for position in (end..<edges.count).reversed() {
        let edge = edges[position]
        if path.contains(edge) || taken.contains(edge) { continue }
        path.append(edge)
        if path.count >= length.minimum { found(nodes[position], in: batch) }
        path.removeLast()
      }
    } else {
      let (path, taken, edges, nodes) = (path, taken, edges, nodes)
      var found: [UInt32] = []
      swap(&found, &ends)
      let before = found.count
      for position in (end..<edges.count).reversed()
      where !path.contains(edges[position]) && !taken.contains(edges[position]) {
        found.append(nodes[position])
      }
      rows.append(
        contentsOf: repeatElement(Int32(truncatingIfNeeded: row), count: found.count - before))
      swap(&found, &ends)
    }
    edges.removeLast(edges.count - end)
    nodes.removeLast(nodes.count - end)
  }

  private func goBack() {
    starts.removeLast()
    if !path.isEmpty { path.removeLast() }
  }

  /// Tries one more edge, or goes back one.
  private func step(in batch: Batch) throws(QueryFault) {
    let start = starts[starts.count - 1]
    guard edges.count > start, let edge = edges.popLast(), let node = nodes.popLast() else {
      goBack()
      return
    }
    if path.contains(edge) || taken.contains(edge) { return }
    if let filter {
      frame.setLocal(length.local, .edge(EdgeID(rawValue: edge)))
      guard try filter.truth(frame) == true else { return }
    }
    path.append(edge)
    if path.count >= length.minimum { found(node, in: batch) }
    let depth = starts.count
    try open(node)
    if starts.count == depth { path.removeLast() }
  }

  private func found(_ node: UInt32, in batch: Batch) {
    if expansion.isInto, batch.columns[expansion.to].node(at: row) != node { return }
    rows.append(Int32(row))
    ends.append(node)
    guard keepsEdges else { return }
    let list = expansion.isReversed ? path.reversed() : path
    lists.append(.list(list.map { .edge(EdgeID(rawValue: $0)) }))
  }
}
