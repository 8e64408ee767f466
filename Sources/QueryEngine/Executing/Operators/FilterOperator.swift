// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

/// The rows for which all conditions hold.
///
/// While the graph is not edited, conditions that need nothing but its arrays are checked first,
/// for all rows at once.
final class FilterOperator: FollowingOperator {
  /// A condition, and its quick form where it has one.
  struct Condition {
    let evaluator: Evaluator
    let quick: QuickCondition?
  }

  private let conditions: [Condition]
  private let frame: Frame

  init(_ run: Run, _ conditions: [Condition], after input: Operator, kept: [Int]) {
    self.conditions = conditions
    frame = Frame(run)
    super.init(run, after: input, kept: kept)
  }

  override func next() throws(QueryFault) -> Batch? {
    while let batch = try nextInput() {
      let rows = try passing(batch)
      if rows.count == batch.count { return batch }
      if !rows.isEmpty { return batch.gathered(rows, slots: kept) }
    }
    return nil
  }

  private func passing(_ batch: Batch) throws(QueryFault) -> [Int32] {
    var rows = (0..<Int32(batch.count)).map { $0 }
    var isEntered = false
    if !run.isEdited {
      for condition in conditions { condition.quick?.narrow(&rows, of: batch) }
    }
    for condition in conditions where run.isEdited || condition.quick == nil {
      if rows.isEmpty { break }
      if !isEntered {
        frame.enter(batch)
        isEntered = true
      }
      var kept = 0
      for position in rows.indices {
        frame.row = Int(rows[position])
        if try condition.evaluator.truth(frame) == true {
          rows[kept] = rows[position]
          kept += 1
        }
      }
      rows.removeLast(rows.count - kept)
    }
    return rows
  }
}
