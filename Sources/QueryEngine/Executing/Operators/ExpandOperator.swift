// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

/// For each row, the edges at a node and the nodes at their far ends.
///
/// What nobody looks at is not gathered: where only the number of rows matters, edges are counted.
final class ExpandOperator: FollowingOperator {
  private let expansion: Expansion
  private let walk: EdgeWalk
  private let keepsEdge: Bool
  private let keepsNode: Bool

  /// Whether nobody looks at anything but the number of rows.
  private let countsOnly: Bool

  /// Whether it is enough to know that there is an edge.
  private let isTest: Bool

  /// The rows at hand, and what was found for them but not handed on yet.
  private var batch: Batch?
  private var row = 0
  private var rows: [Int32] = []
  private var edges: [UInt32] = []
  private var nodes: [UInt32] = []
  private var handedOnOfFound = 0

  /// Rows that were counted but not handed on yet.
  private var countedRows = 0
  private var kinds: [SlotKind] = []

  init(_ run: Run, _ expansion: Expansion, after input: Operator, kept: [Int]) {
    self.expansion = expansion
    walk = EdgeWalk(run, expansion.direction, types: expansion.types)
    keepsEdge = kept.contains(expansion.edge)
    keepsNode = kept.contains(expansion.to) && !expansion.isInto
    countsOnly = run.options.isOptimised && kept.isEmpty
    isTest =
      expansion.isTest && !expansion.isInto && !keepsEdge && !keepsNode
      && expansion.differsFrom.isEmpty
    super.init(run, after: input, kept: kept)
  }

  override func restart() {
    super.restart()
    batch = nil
    countedRows = 0
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
      if countedRows > 0 { return handOnCounted() }
      guard let batch else {
        guard let input = try nextInput() else { return nil }
        if countsOnly, !run.isEdited {
          countedRows = try count(input)
          continue
        }
        batch = input
        row = 0
        clear()
        continue
      }
      if handedOnOfFound < rows.count { return handOn(from: batch) }
      clear()
      if isTest, !run.isEdited {
        try testNodes(in: batch)
        if rows.isEmpty { self.batch = nil }
        continue
      }
      let needsEdges = keepsEdge || run.isEdited || !expansion.differsFrom.isEmpty
      if needsEdges || expansion.isInto {
        while row < batch.count, rows.count < Batch.size {
          try find(in: batch)
          row += 1
        }
      } else {
        try findNodes(in: batch)
      }
      if rows.isEmpty { self.batch = nil }
    }
  }

  // MARK: Counting

  /// Rows without values, so many at most as others can bear to walk.
  private func handOnCounted() -> Batch {
    let count = min(countedRows, 1 << 16)
    countedRows -= count
    return Batch(count: count, columns: kinds.map { Column($0) })
  }

  /// How many edges the rows lead to.
  private func count(_ batch: Batch) throws(QueryFault) -> Int {
    if kinds.isEmpty { kinds = batch.columns.map(\.kind) }
    var total = 0
    let near = batch.columns[expansion.from]
    let far = batch.columns[expansion.to]
    for row in 0..<batch.count {
      let node = near.node(at: row)
      guard node != Column.none else { continue }
      if expansion.isInto {
        let end = far.node(at: row)
        guard end != Column.none else { continue }
        total += walk.countAtRest(at: node, to: end)
        if !expansion.differsFrom.isEmpty {
          total -= takenCount(in: batch, row, at: node, to: end)
        }
      } else {
        total += walk.countAtRest(at: node)
        if !expansion.differsFrom.isEmpty { total -= takenCount(in: batch, row, at: node, to: nil) }
      }
    }
    return total
  }

  /// How many of the edges that the walk finds in a row lie in other slots of the match.
  private func takenCount(
    in batch: Batch, _ row: Int, at node: UInt32, to far: UInt32?
  ) -> Int {
    var taken: [UInt32] = []
    for slot in expansion.differsFrom {
      let single = batch.columns[slot].edge(at: row)
      let edges = single != Column.none ? [single] : batch.columns[slot].edges(at: row)
      for edge in edges where !taken.contains(edge) && walk.finds(edge, at: node) {
        if let far, walk.farEnd(of: edge, from: node) != far { continue }
        taken.append(edge)
      }
    }
    return taken.count
  }

  // MARK: Finding

  /// Finds the far ends alone, row after row until there are enough.
  private func findNodes(in batch: Batch) throws(QueryFault) {
    let near = batch.columns[expansion.from]
    while row < batch.count, rows.count < Batch.size {
      let node = near.node(at: row)
      if node != Column.none {
        let before = nodes.count
        walk.collectAtRest(at: node, &nodes)
        let found = nodes.count - before
        try run.charge(found)
        if found > 0 { rows.append(contentsOf: repeatElement(Int32(row), count: found)) }
      }
      row += 1
    }
  }

  /// Finds the rows from which any edge leads on, one for each.
  private func testNodes(in batch: Batch) throws(QueryFault) {
    let near = batch.columns[expansion.from]
    while row < batch.count {
      let node = near.node(at: row)
      if node != Column.none, walk.isAnyAtRest(at: node) { rows.append(Int32(row)) }
      row += 1
    }
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
