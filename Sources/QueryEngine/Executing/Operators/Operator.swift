// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

/// One step of a plan at work: it is asked for rows, batch after batch, until there are none.
class Operator {
  let run: Run

  /// The slots that later operators look at.
  let kept: [Int]

  /// How many rows it has handed on, for `PROFILE`.
  final var handedOn = 0

  init(_ run: Run, kept: [Int]) {
    self.run = run
    self.kept = kept
  }

  /// The next rows; nil when there are no more.
  func next() throws(QueryFault) -> Batch? {
    preconditionFailure("every operator has rows")
  }

  /// Makes the operator begin anew.
  func restart() {}
}

/// Hands on one batch that it was given.
final class ArgumentOperator: Operator {
  private var batch: Batch?

  init(_ run: Run) { super.init(run, kept: []) }

  func give(_ batch: Batch) { self.batch = batch }

  override func next() throws(QueryFault) -> Batch? {
    defer { batch = nil }
    return batch
  }
}

/// An operator that works on the rows of another one.
class FollowingOperator: Operator {
  let input: Operator

  init(_ run: Run, after input: Operator, kept: [Int]) {
    self.input = input
    super.init(run, kept: kept)
  }

  override func restart() { input.restart() }

  /// The next rows of the input that are any; the work for them is counted.
  final func nextInput() throws(QueryFault) -> Batch? {
    while let batch = try input.next() {
      if batch.count > 0 {
        input.handedOn += batch.count
        try run.charge(batch.count)
        return batch
      }
    }
    return nil
  }
}
