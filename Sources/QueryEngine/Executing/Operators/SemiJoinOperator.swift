// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

/// The rows for which a plan within the plan has a row, or has none.
///
/// The inner plan is given whole batches; each of its rows says which row it comes from.
final class SemiJoinOperator: FollowingOperator {
  private let join: SemiJoin
  private let argument: ArgumentOperator
  private let inner: Operator

  init(
    _ run: Run, _ join: SemiJoin, argument: ArgumentOperator, inner: Operator,
    after input: Operator, kept: [Int]
  ) {
    self.join = join
    self.argument = argument
    self.inner = inner
    super.init(run, after: input, kept: kept)
  }

  override func next() throws(QueryFault) -> Batch? {
    while let batch = try nextInput() {
      var isFound = [Bool](repeating: false, count: batch.count)
      var foundCount = 0
      begin(with: batch)
      while foundCount < batch.count, let found = try inner.next() {
        try run.charge(found.count)
        for origin in found.columns[join.origin].numbers where !isFound[Int(origin)] {
          isFound[Int(origin)] = true
          foundCount += 1
        }
      }
      let rows = (0..<Int32(batch.count)).filter { isFound[Int($0)] != join.isNegated }
      if rows.count == batch.count { return batch }
      if !rows.isEmpty { return batch.gathered(rows, slots: kept) }
    }
    return nil
  }

  /// Gives the inner plan the rows, in its own slots.
  private func begin(with batch: Batch) {
    var input = Batch(count: batch.count, slots: join.plan.slots)
    for item in join.imports {
      guard case .slot(let slot) = item.outer else { continue }
      input.columns[item.slot] = batch.columns[slot].converted(
        to: join.plan.slots[item.slot], count: batch.count)
    }
    input.columns[join.origin] = Column(.ordinal, numbers: (0..<UInt32(batch.count)).map { $0 })
    inner.restart()
    argument.give(input)
  }
}

extension Column {
  /// The column with its rows kept in another way.
  fileprivate func converted(to kind: SlotKind, count: Int) -> Column {
    if self.kind == kind { return self }
    var converted = Column(kind)
    converted.append(contentsOf: self, count: count)
    return converted
  }
}
