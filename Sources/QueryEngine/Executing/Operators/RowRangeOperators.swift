// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

/// A number of rows that is worked out when the rows begin.
struct RowCount {
  let word: String
  let evaluator: Evaluator

  /// The number; a fault when it is none, or negative.
  func count(_ run: Run) throws(QueryFault) -> Int {
    switch try evaluator.value(Frame(run)) {
    case .integer(let number):
      guard number >= 0 else {
        throw ExecutionMessages.rowCountNegative(word, number, evaluator.span)
      }
      return Int(number)
    case let value:
      throw ExecutionMessages.rowCountType(word, StaticType(of: value), evaluator.span)
    }
  }
}

/// All rows but the first ones.
final class SkipOperator: FollowingOperator {
  private let count: RowCount
  private var left: Int?

  init(_ run: Run, _ count: RowCount, after input: Operator, kept: [Int]) {
    self.count = count
    super.init(run, after: input, kept: kept)
  }

  override func restart() {
    super.restart()
    left = nil
  }

  override func next() throws(QueryFault) -> Batch? {
    var skipped: Int
    if let left { skipped = left } else { skipped = try count.count(run) }
    left = skipped
    while let batch = try nextInput() {
      if skipped >= batch.count {
        skipped -= batch.count
        left = skipped
        continue
      }
      left = 0
      return batch.sliced(skipped..<batch.count, slots: kept)
    }
    return nil
  }
}

/// The first rows.
final class LimitOperator: FollowingOperator {
  private let count: RowCount

  /// Whether all rows are asked for though only the first are wanted: clauses before this one
  /// write, and what they write does not depend on what becomes of their rows.
  private let drains: Bool
  private var left: Int?

  init(_ run: Run, _ count: RowCount, drains: Bool, after input: Operator, kept: [Int]) {
    self.count = count
    self.drains = drains
    super.init(run, after: input, kept: kept)
  }

  override func restart() {
    super.restart()
    left = nil
  }

  override func next() throws(QueryFault) -> Batch? {
    let wanted: Int
    if let left { wanted = left } else { wanted = try count.count(run) }
    left = wanted
    guard wanted > 0 else {
      if drains { while try nextInput() != nil {} }
      return nil
    }
    guard let batch = try nextInput() else { return nil }
    left = max(0, wanted - batch.count)
    return batch.sliced(0..<min(wanted, batch.count), slots: kept)
  }
}
