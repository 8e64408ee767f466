// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

/// For each row, the wanted paths of a pattern between two nodes.
///
/// Rows with the same start are taken together, so that one search finds the paths to all their
/// ends.
final class PathPatternOperator: FollowingOperator {
  private let search: BoundPathSearch
  private let searcher: PathSearcher
  private let finder: ShortestPathFinder?
  private let signature: PathSignature
  private let count: Evaluator?
  private var bytes = 0

  init(
    _ run: Run, _ search: BoundPathSearch, _ searcher: PathSearcher, count: Evaluator?,
    after input: Operator, kept: [Int]
  ) {
    self.search = search
    self.searcher = searcher
    self.count = count
    finder = ShortestPathFinder(run, search)
    signature = PathSignature(program: search.program, variables: search.variables)
    super.init(run, after: input, kept: kept)
  }

  override func next() throws(QueryFault) -> Batch? {
    while let batch = try nextInput() {
      run.giveBack(bytes)
      bytes = 0
      let found = try paths(in: batch)
      var rows: [Int32] = []
      for (row, paths) in found.enumerated() {
        rows.append(contentsOf: repeatElement(Int32(row), count: paths.count))
      }
      if rows.isEmpty { continue }
      var result = batch.gathered(rows, slots: kept)
      fill(&result, with: found.joined().map { $0 })
      return result
    }
    run.giveBack(bytes)
    bytes = 0
    return nil
  }

  /// The paths of each row, sought in the order of their starts.
  private func paths(in batch: Batch) throws(QueryFault) -> [[FittingPath]] {
    var found: [[FittingPath]] = Array(repeating: [], count: batch.count)
    let lefts = (0..<batch.count).map { batch.columns[search.left].node(at: $0) }
    let rights = (0..<batch.count).map { batch.columns[search.right].node(at: $0) }
    let rows = (0..<batch.count).filter { lefts[$0] != Column.none && rights[$0] != Column.none }
      .sorted { lefts[$0] != lefts[$1] ? lefts[$0] < lefts[$1] : $0 < $1 }
    guard !rows.isEmpty else { return found }
    let wanted = try count.map { (evaluator: Evaluator) throws(QueryFault) in
      try RowCount(word: "a number of paths", evaluator: evaluator).count(run)
    }
    searcher.enter(batch)
    var first = 0
    while first < rows.count {
      let left = lefts[rows[first]]
      var end = first
      while end < rows.count, lefts[rows[end]] == left { end += 1 }
      let ends = Set(rows[first..<end].lazy.map { rights[$0] })
      // To many ends, one search from the start is less work than one for each.
      let finder = ends.count <= ShortestPathFinder.greatestNumberOfEnds ? finder : nil
      for row in rows[first..<end] {
        guard try searcher.enter(row: row) else { continue }
        let right = rights[row]
        var quick: [FittingPath]?
        if let finder, left != right, finder.answers(count: wanted) {
          quick = try finder.paths(from: left, to: right, count: wanted, asOf: searcher.day)
        }
        if let quick {
          found[row] = quick
        } else {
          found[row] = try searcher.paths(from: left, to: right, among: ends, count: wanted)
        }
        try run.charge(found[row].count)
        let size = found[row].reduce(0) { $0 + $1.byteCount }
        bytes += size
        try run.reserve(size)
      }
      first = end
    }
    return found
  }

  private func fill(_ batch: inout Batch, with paths: [FittingPath]) {
    let kept = Set(kept)
    if kept.contains(search.path) {
      batch.columns[search.path] = Column(values: paths.map { .path($0.value) })
    }
    if kept.contains(search.edges) {
      batch.columns[search.edges] = Column(values: paths.map(\.edgeList))
    }
    for variable in search.variables where kept.contains(variable.slot) {
      batch.columns[variable.slot] = column(of: variable, paths)
    }
  }

  private func column(of variable: PathVariable, _ paths: [FittingPath]) -> Column {
    let isEdge = if case .edge = variable.source { true } else { false }
    guard variable.isList else {
      let numbers = paths.map { path in
        var number = Column.none
        signature.forEachValue(of: variable, path) { number = $0 }
        return number
      }
      return Column(isEdge ? .edge : .node, numbers: numbers)
    }
    return Column(
      values: paths.map { path in
        var members: [Value] = []
        signature.forEachValue(of: variable, path) { number in
          members.append(
            isEdge ? .edge(EdgeID(rawValue: number)) : .node(NodeID(rawValue: number)))
        }
        return .list(members)
      })
  }
}
