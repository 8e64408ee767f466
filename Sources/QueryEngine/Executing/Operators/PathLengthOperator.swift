// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

/// For each row, how many edges lie between two nodes; rows without a path between them go.
///
/// Stands in for the search of a shortest path of which only the length is asked: nothing is kept
/// to tell paths apart.
final class PathLengthOperator: FollowingOperator {
  private let search: BoundPathSearch
  private let finder: ShortestPathFinder

  /// Finds the way from a node to itself, which for the search of the algorithms has no edges. Made
  /// for the first such row, as few queries have one.
  private var searcher: PathSearcher?
  private let makeSearcher: () throws(QueryFault) -> PathSearcher

  init(
    _ run: Run, _ search: BoundPathSearch, _ finder: ShortestPathFinder,
    searcher: @escaping () throws(QueryFault) -> PathSearcher, after input: Operator, kept: [Int]
  ) {
    self.search = search
    self.finder = finder
    makeSearcher = searcher
    super.init(run, after: input, kept: kept)
  }

  override func next() throws(QueryFault) -> Batch? {
    while let batch = try nextInput() {
      searcher?.enter(batch)
      var rows: [Int32] = []
      var lengths: [Value] = []
      for row in 0..<batch.count {
        let left = batch.columns[search.left].node(at: row)
        let right = batch.columns[search.right].node(at: row)
        guard left != Column.none, right != Column.none else { continue }
        let length =
          left == right
          ? try lengthOfCircle(at: left, in: batch, row) : try finder.length(from: left, to: right)
        guard let length else { continue }
        rows.append(Int32(row))
        lengths.append(.integer(Int64(length)))
      }
      if rows.isEmpty { continue }
      var result = batch.gathered(rows, slots: kept)
      result.columns[search.path] = Column(values: lengths)
      return result
    }
    return nil
  }

  private func lengthOfCircle(
    at node: UInt32, in batch: Batch, _ row: Int
  ) throws(QueryFault) -> Int? {
    let searcher: PathSearcher
    if let known = self.searcher {
      searcher = known
    } else {
      searcher = try makeSearcher()
      self.searcher = searcher
      searcher.enter(batch)
    }
    guard try searcher.enter(row: row) else { return nil }
    return try searcher.paths(from: node, to: node, among: [node], count: nil).first?.edges.count
  }
}
