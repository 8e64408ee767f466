// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

/// The first of all rows that are equal in certain slots.
final class DistinctOperator: FollowingOperator {
  private let slots: [Int]
  private var seen: Set<RowKey> = []
  private var seenNumbers = NumberSet()

  init(_ run: Run, _ slots: [Int], after input: Operator, kept: [Int]) {
    self.slots = slots
    super.init(run, after: input, kept: kept)
  }

  override func restart() {
    super.restart()
    seen = []
    seenNumbers = NumberSet()
  }

  override func next() throws(QueryFault) -> Batch? {
    while let batch = try nextInput() {
      let rows = try newRows(of: batch)
      if rows.count == batch.count { return batch }
      if !rows.isEmpty { return batch.gathered(rows, slots: kept) }
    }
    return nil
  }

  private func newRows(of batch: Batch) throws(QueryFault) -> [Int32] {
    var rows: [Int32] = []
    if slots.count == 1, batch.columns[slots[0]].numbers.count == batch.count {
      let numbers = batch.columns[slots[0]].numbers
      var seen = NumberSet()
      swap(&seen, &seenNumbers)
      defer { swap(&seen, &seenNumbers) }
      let before = seen.byteCount
      for row in 0..<batch.count where seen.insert(numbers[row]) {
        rows.append(Int32(truncatingIfNeeded: row))
      }
      try run.reserve(seen.byteCount - before)
      return rows
    }
    for row in 0..<batch.count {
      let key = RowKey(slots.map { batch.columns[$0].value(at: row) })
      if seen.insert(key).inserted {
        try run.reserve(key.values.reduce(32) { $0 + $1.approximateByteCount })
        rows.append(Int32(row))
      }
    }
    return rows
  }
}
