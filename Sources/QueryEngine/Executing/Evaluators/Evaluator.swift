// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

/// An expression made ready to be worked out, row by row.
class Evaluator {
  let span: SourceSpan

  init(_ span: SourceSpan) { self.span = span }

  /// The value in the row that the frame shows.
  func value(_ frame: Frame) throws(QueryFault) -> Value {
    preconditionFailure("every evaluator has a value")
  }

  /// Whether the condition holds in the row; nil for unknown.
  func truth(_ frame: Frame) throws(QueryFault) -> Bool? {
    switch try value(frame) {
    case .boolean(let truth): return truth
    case .null: return nil
    case let other:
      throw ExecutionMessages.notTruth(StaticType(of: other), span)
    }
  }

  /// Runs what may find no value, and adds the place.
  @inline(__always)
  final func located<Result>(
    _ body: () throws(EvaluationProblem) -> Result
  ) throws(QueryFault) -> Result {
    do { return try body() } catch { throw error.fault(at: span) }
  }
}

/// An evaluator of conditions.
class ConditionEvaluator: Evaluator {
  override final func value(_ frame: Frame) throws(QueryFault) -> Value {
    guard let truth = try truth(frame) else { return .null }
    return .boolean(truth)
  }
}
