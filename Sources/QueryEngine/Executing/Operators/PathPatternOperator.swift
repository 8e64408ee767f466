// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphAlgorithms
import GraphModel

/// For each row, the wanted paths between two nodes: the shortest ones, any, so many.
final class PathPatternOperator: FollowingOperator {
  private let search: BoundPathSearch
  private let enumeration: PathEnumeration
  private let finder: ShortestPathFinder?
  private let count: Evaluator?
  private let frame: Frame

  init(
    _ run: Run, _ search: BoundPathSearch, filter: Evaluator?,
    count: Evaluator?, after input: Operator, kept: [Int]
  ) {
    self.search = search
    self.count = count
    frame = Frame(run)
    enumeration = PathEnumeration(run, search, filter: filter, frame: frame)
    finder = ShortestPathFinder(run, search)
    super.init(run, after: input, kept: kept)
  }

  override func next() throws(QueryFault) -> Batch? {
    while let batch = try nextInput() {
      frame.enter(batch)
      var rows: [Int32] = []
      var paths: [Value] = []
      var lists: [Value] = []
      for row in 0..<batch.count {
        frame.row = row
        let left = batch.columns[search.left].node(at: row)
        let right = batch.columns[search.right].node(at: row)
        guard left != Column.none, right != Column.none else { continue }
        let wanted = try count.map { (evaluator: Evaluator) throws(QueryFault) in
          try RowCount(word: "a number of paths", evaluator: evaluator).count(run)
        }
        let found =
          if let finder, left != right {
            try finder.paths(from: left, to: right, count: wanted)
          } else {
            try enumeration.paths(from: left, to: right, count: wanted)
          }
        try run.charge(found.count)
        for path in found {
          rows.append(Int32(row))
          paths.append(.path(path))
          lists.append(.list(path.edges.map { .edge($0) }))
        }
      }
      if rows.isEmpty { continue }
      var result = batch.gathered(rows, slots: kept)
      result.columns[search.path] = Column(values: paths)
      result.columns[search.edges] = Column(values: lists)
      return result
    }
    return nil
  }
}

extension BoundPathSelection {
  /// The number that says how many paths are wanted.
  var count: BoundExpression? {
    switch self {
    case .any(let count), .shortestGroups(let count): count
    case .shortest(let count): count
    case .all, .anyShortest, .allShortest: nil
    }
  }
}
