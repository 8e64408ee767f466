// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

/// For each row, the nodes that are neighbours of two known nodes, with the edges to both.
///
/// Neighbours are ascending, so what two nodes share is found by walking both lists together, or,
/// where one is much longer, by searching it for each member of the other. A cycle of a pattern is
/// closed this way without a look at the paths that do not close.
final class JunctionOperator: FollowingOperator {
  private let junction: Junction
  private let firstWalk: EdgeWalk
  private let secondWalk: EdgeWalk
  private let keepsFirst: Bool
  private let keepsSecond: Bool
  private let keepsNode: Bool
  private let countsOnly: Bool
  private let differsFrom: [Int]

  private var batch: Batch?
  private var row = 0
  private var isLastOfBatch = false
  private var kinds: [SlotKind] = []

  /// What was found but not handed on yet.
  private var found = JunctionRows()
  private var handedOnOfFound = 0

  init(_ run: Run, _ junction: Junction, after input: Operator, kept: [Int]) {
    self.junction = junction
    firstWalk = EdgeWalk(run, junction.first.direction, types: junction.first.types)
    secondWalk = EdgeWalk(run, junction.second.direction, types: junction.second.types)
    keepsFirst = kept.contains(junction.first.edge)
    keepsSecond = kept.contains(junction.second.edge)
    keepsNode = kept.contains(junction.first.to)
    countsOnly = kept.isEmpty
    differsFrom = junction.first.differsFrom + junction.second.differsFrom
    super.init(run, after: input, kept: kept)
  }

  override func restart() {
    super.restart()
    batch = nil
    clear()
  }

  private func clear() {
    found.removeAll()
    handedOnOfFound = 0
  }

  override func next() throws(QueryFault) -> Batch? {
    while true {
      if countsOnly, found.count > 0 {
        let count = min(found.count, 1 << 16)
        found.count -= count
        return Batch(count: count, columns: kinds.map { Column($0) })
      }
      guard let batch else {
        guard let input = try nextInput() else { return nil }
        batch = input
        row = 0
        isLastOfBatch = false
        kinds = input.columns.map(\.kind)
        clear()
        continue
      }
      if handedOnOfFound < found.rows.count { return handOn(from: batch) }
      if isLastOfBatch {
        self.batch = nil
        continue
      }
      clear()
      // What is found is taken out while it grows, so that nothing is checked for each edge.
      var found = JunctionRows()
      swap(&found, &self.found)
      defer { swap(&found, &self.found) }
      while row < batch.count, found.rows.count < Batch.size {
        try find(in: batch, &found)
        row += 1
      }
      if row >= batch.count { isLastOfBatch = true }
    }
  }

  private func handOn(from batch: Batch) -> Batch {
    let rows = found.rows
    let range = handedOnOfFound..<min(rows.count, handedOnOfFound + Batch.size)
    handedOnOfFound = range.upperBound
    var result = batch.gathered(Array(rows[range]), slots: kept)
    if keepsFirst {
      result.columns[junction.first.edge] = Column(.edge, numbers: Array(found.firsts[range]))
    }
    if keepsSecond {
      result.columns[junction.second.edge] = Column(.edge, numbers: Array(found.seconds[range]))
    }
    if keepsNode {
      result.columns[junction.first.to] = Column(.node, numbers: Array(found.nodes[range]))
    }
    return result
  }

  // MARK: Finding

  private func find(in batch: Batch, _ found: inout JunctionRows) throws(QueryFault) {
    let first = batch.columns[junction.first.from].node(at: row)
    let second = batch.columns[junction.second.from].node(at: row)
    guard first != Column.none, second != Column.none else { return }
    found.row = row
    if !differsFrom.isEmpty {
      found.firstTaken.removeAll(keepingCapacity: true)
      found.secondTaken.removeAll(keepingCapacity: true)
      for slot in junction.first.differsFrom {
        batch.columns[slot].addEdges(at: row, to: &found.firstTaken)
      }
      for slot in junction.second.differsFrom {
        batch.columns[slot].addEdges(at: row, to: &found.secondTaken)
      }
    }
    if run.isEdited { return try findEdited(first, second, &found) }
    for firstRun in firstWalk.runs {
      let firstEntries = firstRun.entries(of: first)
      if firstEntries.isEmpty { continue }
      for secondRun in secondWalk.runs {
        let secondEntries = secondRun.entries(of: second)
        if secondEntries.isEmpty { continue }
        try meet(
          Side(run: firstRun, node: first, entries: firstEntries),
          Side(run: secondRun, node: second, entries: secondEntries), &found)
      }
    }
  }

  /// The edges of one run at one node.
  private struct Side {
    let run: EdgeRun
    let node: UInt32
    let entries: Range<Int>

    /// Where the entries that lead to the same node as the one at `entry` end.
    @inline(__always)
    func end(ofGroupAt entry: Int) -> Int {
      var end = entry + 1
      while end < entries.upperBound, run.neighbours[end] == run.neighbours[entry] { end += 1 }
      return end
    }
  }

  private func meet(
    _ first: Side, _ second: Side, _ found: inout JunctionRows
  ) throws(QueryFault) {
    let (firstCount, secondCount) = (first.entries.count, second.entries.count)
    let isFirstLong = firstCount > 8 * secondCount
    let isSecondLong = secondCount > 8 * firstCount
    try run.charge(isFirstLong ? secondCount : isSecondLong ? firstCount : firstCount + secondCount)
    let (firstNodes, secondNodes) = (first.run.neighbours, second.run.neighbours)
    let (firstEnd, secondEnd) = (first.entries.upperBound, second.entries.upperBound)
    var (one, other) = (first.entries.lowerBound, second.entries.lowerBound)
    while one < firstEnd, other < secondEnd {
      let (near, far) = (firstNodes[one], secondNodes[other])
      if near < far {
        one = isFirstLong ? first.run.lowerBound(of: far, in: (one + 1)..<firstEnd) : one + 1
      } else if far < near {
        other =
          isSecondLong ? second.run.lowerBound(of: near, in: (other + 1)..<secondEnd) : other + 1
      } else {
        let ones = one..<first.end(ofGroupAt: one)
        let others = other..<second.end(ofGroupAt: other)
        (one, other) = (ones.upperBound, others.upperBound)
        if first.run.skipsLoops && near == first.node { continue }
        if second.run.skipsLoops && near == second.node { continue }
        try take(near, first.run, ones, second.run, others, &found)
      }
    }
  }

  /// Takes every pair of an edge of one node and an edge of the other.
  private func take(
    _ node: UInt32, _ first: EdgeRun, _ ones: Range<Int>, _ second: EdgeRun, _ others: Range<Int>,
    _ found: inout JunctionRows
  ) throws(QueryFault) {
    if countsOnly, differsFrom.isEmpty, !junction.areDifferent {
      found.count += ones.count * others.count
      return
    }
    try run.charge(ones.count * others.count)
    for one in ones {
      let edge = first.edge(at: one)
      if found.firstTaken.contains(edge) { continue }
      for other in others { add(node, edge, second.edge(at: other), to: &found) }
    }
  }

  @inline(__always)
  private func add(
    _ node: UInt32, _ first: UInt32, _ second: UInt32, to found: inout JunctionRows
  ) {
    if junction.areDifferent, first == second { return }
    if found.secondTaken.contains(second) { return }
    if countsOnly {
      found.count += 1
    } else {
      found.append(node: node, first: first, second: second)
    }
  }

  private func findEdited(
    _ first: UInt32, _ second: UInt32, _ found: inout JunctionRows
  ) throws(QueryFault) {
    var (edges, nodes): ([UInt32], [UInt32]) = ([], [])
    firstWalk.collect(at: first, &edges, &nodes)
    try run.charge(edges.count)
    for (edge, node) in zip(edges, nodes) where !found.firstTaken.contains(edge) {
      var (others, ends): ([UInt32], [UInt32]) = ([], [])
      secondWalk.collect(at: second, to: node, &others, &ends)
      try run.charge(others.count + 1)
      for other in others { add(node, edge, other, to: &found) }
    }
  }
}

/// Rows of a junction, column by column, or how many there are.
private struct JunctionRows {
  /// The row at hand, and the edges of other slots in it.
  var row = 0
  var firstTaken: [UInt32] = []
  var secondTaken: [UInt32] = []

  var count = 0
  var rows: [Int32] = []
  var nodes: [UInt32] = []
  var firsts: [UInt32] = []
  var seconds: [UInt32] = []

  mutating func append(node: UInt32, first: UInt32, second: UInt32) {
    rows.append(Int32(truncatingIfNeeded: row))
    nodes.append(node)
    firsts.append(first)
    seconds.append(second)
  }

  mutating func removeAll() {
    count = 0
    rows.removeAll(keepingCapacity: true)
    nodes.removeAll(keepingCapacity: true)
    firsts.removeAll(keepingCapacity: true)
    seconds.removeAll(keepingCapacity: true)
  }
}
