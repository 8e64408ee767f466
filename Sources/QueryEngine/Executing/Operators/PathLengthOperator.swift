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

  /// Finds the way from a node to itself, which for the search of the algorithms has no edges.
  private let searcher: PathSearcher

  init(
    _ run: Run, _ search: BoundPathSearch, _ finder: ShortestPathFinder, _ searcher: PathSearcher,
    after input: Operator, kept: [Int]
  ) {
    self.search = search
    self.finder = finder
    self.searcher = searcher
    super.init(run, after: input, kept: kept)
  }

  override func next() throws(QueryFault) -> Batch? {
    while let batch = try nextInput() {
      searcher.enter(batch)
      var rows: [Int32] = []
      var lengths: [Value] = []
      for row in 0..<batch.count {
        let left = batch.columns[search.left].node(at: row)
        let right = batch.columns[search.right].node(at: row)
        guard left != Column.none, right != Column.none, try searcher.enter(row: row) else {
          continue
        }
        guard let length = try length(from: left, to: right) else { continue }
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

  private func length(from left: UInt32, to right: UInt32) throws(QueryFault) -> Int? {
    if left != right { return try finder.length(from: left, to: right) }
    return try searcher.paths(from: left, to: right, among: [right], count: nil).first?.edges.count
  }
}
