// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

/// The different nodes or edges of a slot, ascending, once all rows have come.
///
/// Whoever walks on from them walks through memory in order.
final class DistinctNodesOperator: FollowingOperator {
  private let slot: Int
  private var numbers: [UInt32]?
  private var handedOnNumbers = 0
  private var columns: [Column] = []

  init(_ run: Run, _ slot: Int, slots: [SlotKind], after input: Operator, kept: [Int]) {
    self.slot = slot
    columns = slots.map { Column($0) }
    super.init(run, after: input, kept: kept)
  }

  override func restart() {
    super.restart()
    numbers = nil
    handedOnNumbers = 0
  }

  override func next() throws(QueryFault) -> Batch? {
    let all: [UInt32]
    if let numbers { all = numbers } else { all = try gathered() }
    numbers = all
    guard handedOnNumbers < all.count else { return nil }
    let range = handedOnNumbers..<min(all.count, handedOnNumbers + Batch.size)
    handedOnNumbers = range.upperBound
    var result = Batch(count: range.count, columns: columns)
    result.columns[slot].numbers = Array(all[range])
    return result
  }

  private func gathered() throws(QueryFault) -> [UInt32] {
    var seen = NumberSet()
    while let batch = try nextInput() {
      let before = seen.byteCount
      let numbers = batch.columns[slot].numbers
      if numbers.isEmpty { _ = seen.insert(Column.none) }
      for number in numbers { _ = seen.insert(number) }
      try run.reserve(seen.byteCount - before)
    }
    try run.reserve(4 * seen.count)
    return seen.sorted
  }
}
