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

  /// Whether later steps look at anything of the row that an edge is found for.
  private let gathers: Bool

  /// Whether it is enough to know that there is an edge.
  private let isTest: Bool

  /// The rows at hand, and what was found for them but not handed on yet.
  private var batch: Batch?
  private var row = 0
  private var found = FoundEdges()
  private var handedOnOfFound = 0

  /// Rows that were counted but not handed on yet.
  private var countedRows = 0
  private var kinds: [SlotKind] = []

  init(_ run: Run, _ expansion: Expansion, after input: Operator, kept: [Int]) {
    self.expansion = expansion
    walk = EdgeWalk(run, expansion.direction, types: expansion.types)
    keepsEdge = kept.contains(expansion.edge)
    keepsNode = kept.contains(expansion.to) && !expansion.isInto
    gathers = kept.contains { slot in
      slot != expansion.edge && (slot != expansion.to || expansion.isInto)
    }
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
    found.removeAll()
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
      if handedOnOfFound < found.count { return handOn(from: batch) }
      clear()
      // What is found is taken out while it grows, so that nothing is checked for each edge.
      var found = FoundEdges()
      swap(&found, &self.found)
      defer { swap(&found, &self.found) }
      let needsEdges = keepsEdge || run.isEdited || !expansion.differsFrom.isEmpty
      if isTest, !run.isEdited {
        testNodes(in: batch, &found)
      } else if needsEdges || expansion.isInto {
        while row < batch.count, found.count < Batch.size {
          try find(in: batch, &found)
          row += 1
        }
      } else {
        try findNodes(in: batch, &found)
      }
      if found.count == 0 { self.batch = nil }
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
  private func findNodes(in batch: Batch, _ found: inout FoundEdges) throws(QueryFault) {
    let near = batch.columns[expansion.from]
    var row = row
    defer { self.row = row }
    while row < batch.count, found.count < Batch.size {
      let node = near.node(at: row)
      if node != Column.none {
        let before = found.nodes.count
        walk.collectAtRest(at: node, &found.nodes)
        let count = found.nodes.count - before
        try run.charge(count)
        found.count += count
        if gathers, count > 0 {
          found.rows.append(
            contentsOf: repeatElement(Int32(truncatingIfNeeded: row), count: count))
        }
      }
      row += 1
    }
  }

  /// Finds the rows from which any edge leads on, one for each.
  private func testNodes(in batch: Batch, _ found: inout FoundEdges) {
    let near = batch.columns[expansion.from]
    for row in row..<batch.count {
      let node = near.node(at: row)
      if node != Column.none, walk.isAnyAtRest(at: node) {
        found.rows.append(Int32(truncatingIfNeeded: row))
      }
    }
    found.count = found.rows.count
    row = batch.count
  }

  private func find(in batch: Batch, _ found: inout FoundEdges) throws(QueryFault) {
    let node = batch.columns[expansion.from].node(at: row)
    guard node != Column.none else { return }
    let before = found.edges.count
    if expansion.isInto {
      let far = batch.columns[expansion.to].node(at: row)
      guard far != Column.none else { return }
      walk.collect(at: node, to: far, &found.edges, &found.nodes)
    } else {
      walk.collect(at: node, &found.edges, &found.nodes)
    }
    try run.charge(found.edges.count - before)
    for slot in expansion.differsFrom {
      let single = batch.columns[slot].edge(at: row)
      if single != Column.none {
        found.drop(single, from: before)
      } else {
        found.drop(batch.columns[slot].edges(at: row), from: before)
      }
    }
    let count = found.edges.count - before
    found.count += count
    if gathers, count > 0 {
      found.rows.append(contentsOf: repeatElement(Int32(truncatingIfNeeded: row), count: count))
    }
  }

  private func handOn(from batch: Batch) -> Batch {
    let range = handedOnOfFound..<min(found.count, handedOnOfFound + Batch.size)
    handedOnOfFound = range.upperBound
    let isWhole = range.count == found.count
    var result =
      gathers
      ? batch.gathered(isWhole ? found.rows : Array(found.rows[range]), slots: kept)
      : Batch(count: range.count, columns: batch.columns.map { Column($0.kind) })
    if keepsEdge {
      result.columns[expansion.edge] = Column(
        .edge, numbers: isWhole ? found.edges : Array(found.edges[range]))
    }
    if keepsNode {
      result.columns[expansion.to] = Column(
        .node, numbers: isWhole ? found.nodes : Array(found.nodes[range]))
    }
    return result
  }
}

/// The rows of an expansion, column by column; those that nobody needs are empty.
private struct FoundEdges {
  var count = 0
  var rows: [Int32] = []
  var edges: [UInt32] = []
  var nodes: [UInt32] = []

  mutating func removeAll() {
    count = 0
    rows.removeAll(keepingCapacity: true)
    edges.removeAll(keepingCapacity: true)
    nodes.removeAll(keepingCapacity: true)
  }

  /// Takes away an edge that lies in another slot of the same match.
  ///
  /// Walked in both directions, an edge comes at most once, a loop too.
  mutating func drop(_ edge: UInt32, from before: Int) {
    guard let position = edges[before...].firstIndex(of: edge) else { return }
    edges.remove(at: position)
    nodes.remove(at: position)
  }

  mutating func drop(_ taken: [UInt32], from before: Int) {
    if taken.isEmpty { return }
    var kept = before
    for position in before..<edges.count where !taken.contains(edges[position]) {
      edges[kept] = edges[position]
      nodes[kept] = nodes[position]
      kept += 1
    }
    edges.removeLast(edges.count - kept)
    nodes.removeLast(nodes.count - kept)
  }
}

extension Column {
  /// Adds the edge in a row, or the edges of the list in it.
  @inline(__always)
  func addEdges(at row: Int, to edges: inout [UInt32]) {
    let edge = edge(at: row)
    if edge != Self.none {
      edges.append(edge)
    } else if kind == .value {
      edges.append(contentsOf: self.edges(at: row))
    }
  }

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
