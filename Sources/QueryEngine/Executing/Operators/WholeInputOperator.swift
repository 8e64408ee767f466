// SPDX-License-Identifier: Apache-2.0

import CypherSyntax

/// An operator that has to see all rows of its input before it can hand on the first one.
class WholeInputOperator: FollowingOperator {
  private var isDone = false
  private var answer: Batch?
  private var handedOnRows = 0

  /// All rows of the answer, worked out from the whole input.
  func workOut() throws(QueryFault) -> Batch {
    preconditionFailure("every operator on the whole input works out its own answer")
  }

  final override func restart() {
    super.restart()
    isDone = false
    answer = nil
  }

  final override func next() throws(QueryFault) -> Batch? {
    if !isDone {
      isDone = true
      answer = try workOut()
      handedOnRows = 0
    }
    guard let answer, handedOnRows < answer.count else { return nil }
    let range = handedOnRows..<min(answer.count, handedOnRows + Batch.size)
    handedOnRows = range.upperBound
    return answer.sliced(range, slots: kept)
  }
}
