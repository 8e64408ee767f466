// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

/// The rows for which all conditions hold.
final class FilterOperator: FollowingOperator {
  private let conditions: [Evaluator]
  private let frame: Frame

  init(_ run: Run, _ conditions: [Evaluator], after input: Operator, kept: [Int]) {
    self.conditions = conditions
    frame = Frame(run)
    super.init(run, after: input, kept: kept)
  }

  override func next() throws(QueryFault) -> Batch? {
    while let batch = try nextInput() {
      frame.enter(batch)
      var rows: [Int32] = []
      for row in 0..<batch.count {
        frame.row = row
        if try holds() { rows.append(Int32(row)) }
      }
      if rows.count == batch.count { return batch }
      if !rows.isEmpty { return batch.gathered(rows, slots: kept) }
    }
    return nil
  }

  private func holds() throws(QueryFault) -> Bool {
    for condition in conditions {
      if try condition.truth(frame) != true { return false }
    }
    return true
  }
}
