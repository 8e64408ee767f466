// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

/// The rows of a plan within the plan; a row for which it has none stays, with nulls.
///
/// The inner plan is given whole batches. Each of its rows says which row it comes from, and they
/// come in order, so the rows in between are those without any.
final class OptionalOperator: FollowingOperator {
  private let plan: OptionalPlan
  private let argument: ArgumentOperator
  private let inner: Operator

  private var batch: Batch?

  /// The first row of the batch that nothing is known of yet.
  private var nextRow = 0

  init(
    _ run: Run, _ plan: OptionalPlan, argument: ArgumentOperator, inner: Operator,
    after input: Operator, kept: [Int]
  ) {
    self.plan = plan
    self.argument = argument
    self.inner = inner
    super.init(run, after: input, kept: kept)
  }

  override func restart() {
    super.restart()
    batch = nil
  }

  override func next() throws(QueryFault) -> Batch? {
    while true {
      guard let batch else {
        guard var input = try nextInput() else { return nil }
        batch = input
        nextRow = 0
        input.columns[plan.origin] = Column(
          .ordinal, numbers: (0..<UInt32(input.count)).map { $0 })
        inner.restart()
        argument.give(input)
        continue
      }
      guard let found = try inner.next() else {
        self.batch = nil
        if nextRow < batch.count {
          return nulls(batch, rows: nextRow..<batch.count)
        }
        continue
      }
      if found.count > 0 { return joined(found, with: batch) }
    }
  }

  /// The rows found, with those in between that have none.
  private func joined(_ found: Batch, with batch: Batch) -> Batch {
    let origins = found.columns[plan.origin].numbers
    var joined: Batch?
    var first = 0
    for position in 0..<found.count {
      let origin = Int(origins[position])
      if origin > nextRow {
        add(found, rows: first..<position, to: &joined)
        let missing = nulls(batch, rows: nextRow..<origin)
        if joined == nil { joined = missing } else { joined?.append(missing, slots: kept) }
        first = position
      }
      nextRow = max(nextRow, origin + 1)
    }
    if first == 0, joined == nil { return found }
    add(found, rows: first..<found.count, to: &joined)
    return joined ?? found
  }

  private func add(_ found: Batch, rows: Range<Int>, to joined: inout Batch?) {
    guard !rows.isEmpty else { return }
    let slice = found.sliced(rows, slots: kept).keeping(kept)
    if joined == nil { joined = slice } else { joined?.append(slice, slots: kept) }
  }

  private func nulls(_ batch: Batch, rows: Range<Int>) -> Batch {
    var result = batch.gathered(rows.map { Int32($0) }, slots: kept)
    for slot in plan.filled { result.columns[slot] = Column(result.columns[slot].kind) }
    return result
  }
}
