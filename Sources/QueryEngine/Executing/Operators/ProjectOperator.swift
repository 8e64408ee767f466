// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

/// Works out columns and adds them to the rows.
final class ProjectOperator: FollowingOperator {
  private let items: [(slot: Int, evaluator: Evaluator)]
  private let frame: Frame

  init(
    _ run: Run, _ items: [(slot: Int, evaluator: Evaluator)], after input: Operator, kept: [Int]
  ) {
    self.items = items
    frame = Frame(run)
    super.init(run, after: input, kept: kept)
  }

  override func next() throws(QueryFault) -> Batch? {
    guard var batch = try nextInput() else { return nil }
    frame.enter(batch)
    for item in items {
      var values: [Value] = []
      values.reserveCapacity(batch.count)
      for row in 0..<batch.count {
        frame.row = row
        values.append(try item.evaluator.value(frame))
      }
      batch.columns[item.slot] = Column(values: values)
    }
    return batch
  }
}
