// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

/// For each row, the nodes at the ends of an edge, or of a list of edges, that is known already.
final class FindEndsOperator: FollowingOperator {
  private let ends: EdgeEnds
  private let walk: EdgeWalk
  private let filter: Evaluator?
  private let frame: Frame

  init(_ run: Run, _ ends: EdgeEnds, filter: Evaluator?, after input: Operator, kept: [Int]) {
    self.ends = ends
    self.filter = filter
    walk = EdgeWalk(run, ends.edge.direction, types: ends.edge.types)
    frame = Frame(run)
    super.init(run, after: input, kept: kept)
  }

  override func next() throws(QueryFault) -> Batch? {
    while let batch = try nextInput() {
      frame.enter(batch)
      var rows: [Int32] = []
      var lefts: [UInt32] = []
      var rights: [UInt32] = []
      for row in 0..<batch.count {
        frame.row = row
        for (left, right) in try possibleEnds(in: batch, row) {
          rows.append(Int32(row))
          lefts.append(left)
          rights.append(right)
        }
      }
      if rows.isEmpty { continue }
      var result = batch.gathered(rows, slots: kept)
      let edge = ends.edge
      if !ends.isLeftGiven { result.columns[edge.left] = Column(.node, numbers: lefts) }
      if !ends.isRightGiven { result.columns[edge.right] = Column(.node, numbers: rights) }
      return result
    }
    return nil
  }

  private func possibleEnds(
    in batch: Batch, _ row: Int
  ) throws(QueryFault) -> [(UInt32, UInt32)] {
    let graph = run.context.graph
    let pattern = ends.edge
    guard let edges = edges(in: batch, row) else { return [] }
    for slot in pattern.differsFrom where slot != pattern.slot {
      let taken = batch.columns[slot].edges(at: row)
      if edges.contains(where: taken.contains) { return [] }
    }
    for edge in edges {
      let edge = EdgeID(rawValue: edge)
      guard graph.contains(edge), walk.admits(edge) else { return [] }
      if let filter, let length = pattern.length {
        frame.setLocal(length.local, .edge(edge))
        guard try filter.truth(frame) == true else { return [] }
      }
    }
    var found: [(UInt32, UInt32)] = []
    for start in starts(of: edges, in: batch, row) {
      guard let end = end(of: edges, from: start, graph) else { continue }
      if ends.isRightGiven, batch.columns[pattern.right].node(at: row) != end { continue }
      if !ends.isRightGiven, pattern.left == pattern.right, start != end { continue }
      found.append((start, end))
    }
    return found
  }

  /// The known edges; nil when there are none to speak of.
  private func edges(in batch: Batch, _ row: Int) -> [UInt32]? {
    let column = batch.columns[ends.edge.slot]
    guard let length = ends.edge.length else {
      let edge = column.edge(at: row)
      return edge == Column.none ? nil : [edge]
    }
    guard case .list(let members) = column.value(at: row) else { return nil }
    let edges = column.edges(at: row)
    let isFitting =
      edges.count == members.count && edges.count >= length.minimum
      && length.maximum.map { edges.count <= $0 } ?? true && Set(edges).count == edges.count
    return isFitting ? edges : nil
  }

  /// The nodes that the walk may start at.
  private func starts(of edges: [UInt32], in batch: Batch, _ row: Int) -> [UInt32] {
    if ends.isLeftGiven {
      let node = batch.columns[ends.edge.left].node(at: row)
      return node == Column.none ? [] : [node]
    }
    guard let first = edges.first.map(EdgeID.init(rawValue:)) else {
      if ends.isRightGiven { return [batch.columns[ends.edge.right].node(at: row)] }
      return []
    }
    let graph = run.context.graph
    let source = graph.source(of: first).rawValue
    let target = graph.target(of: first).rawValue
    switch ends.edge.direction {
    case .outgoing: return [source]
    case .incoming: return [target]
    case .either: return source == target ? [source] : [source, target]
    }
  }

  /// Where the edges lead to from a node; nil when they do not follow each other.
  private func end(of edges: [UInt32], from start: UInt32, _ graph: PropertyGraph) -> UInt32? {
    var node = start
    for edge in edges {
      let edge = EdgeID(rawValue: edge)
      let source = graph.source(of: edge).rawValue
      let target = graph.target(of: edge).rawValue
      if source == node, ends.edge.direction != .incoming {
        node = target
      } else if target == node, ends.edge.direction != .outgoing {
        node = source
      } else {
        return nil
      }
    }
    return node
  }
}
