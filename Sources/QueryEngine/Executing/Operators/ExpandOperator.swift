// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

/// For each row, the edges at a node and the nodes at their far ends.
final class ExpandOperator: FollowingOperator {
  private let expansion: Expansion
  private let walk: EdgeWalk
  private let keepsEdge: Bool
  private let keepsNode: Bool

  /// Whether nobody looks at anything but the number of rows.
  private let countsOnly: Bool

  /// The rows at hand, and what was found for them but not handed on yet.
  private var batch: Batch?
  private var row = 0
  private var rows: [Int32] = []
  private var edges: [UInt32] = []
  private var nodes: [UInt32] = []
  private var handedOnOfFound = 0

  init(_ run: Run, _ expansion: Expansion, after input: Operator, kept: [Int]) {
    self.expansion = expansion
    walk = EdgeWalk(run, expansion.direction, types: expansion.types)
    keepsEdge = kept.contains(expansion.edge)
    keepsNode = kept.contains(expansion.to) && !expansion.isInto
    countsOnly =
      run.options.isOptimised && kept.isEmpty && !expansion.isInto
      && expansion.differsFrom.isEmpty
    super.init(run, after: input, kept: kept)
  }

  override func restart() {
    super.restart()
    batch = nil
    clear()
  }

  private func clear() {
    rows.removeAll(keepingCapacity: true)
    edges.removeAll(keepingCapacity: true)
    nodes.removeAll(keepingCapacity: true)
    handedOnOfFound = 0
  }

  override func next() throws(QueryFault) -> Batch? {
    while true {
      if batch == nil, countsOnly {
        guard let input = try nextInput() else { return nil }
        if let counted = try count(input) { return counted }
        batch = input
        row = 0
        clear()
      }
      if let batch {
        if handedOnOfFound < rows.count { return handOn(from: batch) }
        clear()
        while row < batch.count, rows.count < Batch.size {
          try find(in: batch)
          row += 1
        }
        if rows.isEmpty { self.batch = nil }
        continue
      }
      guard let input = try nextInput() else { return nil }
      batch = input
      row = 0
      clear()
    }
  }

  /// As many rows without values as there are edges; nil where they must be walked to be counted.
  private func count(_ batch: Batch) throws(QueryFault) -> Batch? {
    var total = 0
    for row in 0..<batch.count {
      let node = batch.columns[expansion.from].node(at: row)
      guard node != Column.none else { continue }
      guard let count = walk.quickCount(at: node) else { return nil }
      total += count
    }
    return Batch(count: total, columns: batch.columns.map { Column($0.kind) })
  }

  private func find(in batch: Batch) throws(QueryFault) {
    let node = batch.columns[expansion.from].node(at: row)
    guard node != Column.none else { return }
    let before = edges.count
    if expansion.isInto {
      let far = batch.columns[expansion.to].node(at: row)
      guard far != Column.none else { return }
      walk.collect(at: node, to: far, &edges, &nodes)
    } else {
      walk.collect(at: node, &edges, &nodes)
    }
    try run.charge(edges.count - before)
    for slot in expansion.differsFrom { drop(from: before, slot: slot, batch) }
    let found = edges.count - before
    if found > 0 { rows.append(contentsOf: repeatElement(Int32(row), count: found)) }
  }

  /// Takes away the edges that lie in another slot of the same match.
  private func drop(from before: Int, slot: Int, _ batch: Batch) {
    let single = batch.columns[slot].edge(at: row)
    if single != Column.none {
      guard let position = edges[before...].firstIndex(of: single) else { return }
      edges.remove(at: position)
      nodes.remove(at: position)
      // Walked in both directions, an edge comes at most once, a loop too.
      return
    }
    let taken = batch.columns[slot].edges(at: row)
    var kept = before
    for position in before..<edges.count where !taken.contains(edges[position]) {
      edges[kept] = edges[position]
      nodes[kept] = nodes[position]
      kept += 1
    }
    edges.removeLast(edges.count - kept)
    nodes.removeLast(nodes.count - kept)
  }

  private func handOn(from batch: Batch) -> Batch {
    let range = handedOnOfFound..<min(rows.count, handedOnOfFound + Batch.size)
    handedOnOfFound = range.upperBound
    let isWhole = range.count == rows.count
    var result = batch.gathered(isWhole ? rows : Array(rows[range]), slots: kept)
    if keepsEdge {
      result.columns[expansion.edge] = Column(
        .edge, numbers: isWhole ? edges : Array(edges[range]))
    }
    if keepsNode {
      result.columns[expansion.to] = Column(
        .node, numbers: isWhole ? nodes : Array(nodes[range]))
    }
    return result
  }
}

extension Column {
  /// The edge in a row, or the edges of the list in it.
  func edges(at row: Int) -> [UInt32] {
    let edge = edge(at: row)
    if edge != Self.none { return [edge] }
    guard kind == .value, case .list(let members) = value(at: row) else { return [] }
    return members.compactMap { member in
      if case .edge(let edge) = member { edge.rawValue } else { nil }
    }
  }
}
