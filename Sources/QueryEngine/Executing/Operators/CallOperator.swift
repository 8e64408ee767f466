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

  init(
    _ run: Run, _ call: BoundCall, _ arguments: [Evaluator], after input: Operator, kept: [Int]
  ) {
    self.call = call
    self.arguments = arguments
    frame = Frame(run)
    super.init(run, after: input, kept: kept)
  }

  override func next() throws(QueryFault) -> Batch? {
    while let batch = try nextInput() {
      frame.enter(batch)
      var rows: [Int32] = []
      var columns = call.results.map { _ in Column(.value) }
      for row in 0..<batch.count {
        frame.row = row
        var values: [Value] = []
        for argument in arguments { values.append(try argument.value(frame)) }
        let answers: [[Value]]
        do {
          answers = try call.procedure.rows(values, run.context)
        } catch {
          throw error.fault(at: call.span)
        }
        if call.procedure.results.isEmpty { rows.append(Int32(row)) }
        try run.charge(answers.count)
        for answer in answers where !call.procedure.results.isEmpty {
          rows.append(Int32(row))
          for (position, result) in call.results.enumerated() {
            columns[position].values.append(answer[result.field])
          }
        }
      }
      if rows.isEmpty { continue }
      var result = batch.gathered(rows, slots: kept)
      for (position, field) in call.results.enumerated() {
        result.columns[field.slot] = columns[position]
      }
      return result
    }
    return nil
  }
}
