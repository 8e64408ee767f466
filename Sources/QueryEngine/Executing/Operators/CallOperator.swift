// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

/// For each row, the rows that a procedure answers with.
///
/// A procedure without results is run for what it does, and hands the row on.
final class CallOperator: FollowingOperator {
  private let call: BoundCall
  private let arguments: [Evaluator]
  private let frame: Frame
  private var batch: Batch?
  private var row = 0

  /// What the procedure answered for the row, and how much of it is handed on.
  private var answers: [[Value]] = []
  private var position = 0
  private var answerBytes = 0

  init(
    _ run: Run, _ call: BoundCall, _ arguments: [Evaluator], after input: Operator, kept: [Int]
  ) {
    self.call = call
    self.arguments = arguments
    frame = Frame(run)
    super.init(run, after: input, kept: kept)
  }

  override func restart() {
    super.restart()
    batch = nil
    forgetAnswers()
  }

  override func next() throws(QueryFault) -> Batch? {
    while true {
      guard let batch else {
        guard let input = try nextInput() else { return nil }
        batch = input
        frame.enter(input)
        row = -1
        continue
      }
      var rows: [Int32] = []
      var columns = call.results.map { _ in Column(.value) }
      while rows.count < Batch.size {
        if position < answers.count {
          rows.append(Int32(row))
          for (place, result) in call.results.enumerated() {
            columns[place].values.append(answers[position][result.field])
          }
          position += 1
          continue
        }
        row += 1
        if row >= batch.count { break }
        frame.row = row
        try ask()
        if call.procedure.results.isEmpty {
          forgetAnswers()
          rows.append(Int32(row))
        }
      }
      if row >= batch.count {
        self.batch = nil
        forgetAnswers()
      }
      guard !rows.isEmpty else { continue }
      var result = batch.gathered(rows, slots: kept)
      for (place, field) in call.results.enumerated() {
        result.columns[field.slot] = columns[place]
      }
      return result
    }
  }

  /// Calls the procedure for the row of the frame.
  private func ask() throws(QueryFault) {
    forgetAnswers()
    var values: [Value] = []
    for argument in arguments { values.append(try argument.value(frame)) }
    do {
      answers = try call.procedure.rows(values, run.context)
    } catch {
      throw error.fault(at: error.argument.map { call.arguments[$0].span } ?? call.span)
    }
    try run.charge(answers.count)
    answerBytes = answers.count * Procedure.rowSize(call.procedure.results.count)
    try run.reserve(answerBytes)
  }

  private func forgetAnswers() {
    run.giveBack(answerBytes)
    answers = []
    position = 0
    answerBytes = 0
  }
}
