// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

/// For each row, the rows of a query that may look at it; a query without a result leaves the row
/// as it is.
final class SubqueryOperator: FollowingOperator {
  private let clause: BoundSubqueryClause
  private let query: QueryOperator
  private let frame: Frame
  private var batch: Batch?
  private var row = -1
  private var isRunning = false

  init(
    _ run: Run, _ clause: BoundSubqueryClause, _ query: QueryOperator, after input: Operator,
    kept: [Int]
  ) {
    self.clause = clause
    self.query = query
    frame = Frame(run)
    super.init(run, after: input, kept: kept)
  }

  override func restart() {
    super.restart()
    batch = nil
    isRunning = false
  }

  override func next() throws(QueryFault) -> Batch? {
    while true {
      guard let batch else {
        guard let input = try nextInput() else { return nil }
        // A query that writes must not change what the rows before it are still made of.
        batch = clause.query.isWriting ? try gatherAll(after: input) : input
        if let batch { frame.enter(batch) }
        row = -1
        continue
      }
      if isRunning {
        guard let found = try query.next() else {
          isRunning = false
          if clause.isUnit { return batch.gathered([Int32(row)], slots: kept) }
          continue
        }
        if clause.isUnit || found.count == 0 { continue }
        var result = batch.gathered(
          Array(repeating: Int32(row), count: found.count), slots: kept)
        for (position, slot) in clause.results.enumerated() {
          let column = found.columns[position]
          var values = Column(.value)
          for row in 0..<found.count { values.append(column.value(at: row)) }
          result.columns[slot] = values
        }
        return result
      }
      row += 1
      guard row < batch.count else {
        self.batch = nil
        continue
      }
      frame.row = row
      try query.start(from: frame)
      isRunning = true
    }
  }

  private func gatherAll(after first: Batch) throws(QueryFault) -> Batch {
    var all = first
    let slots = Array(first.columns.indices)
    while let batch = try nextInput() {
      try run.reserve(batch.byteCount(of: slots))
      all.append(batch, slots: slots)
    }
    return all
  }
}
