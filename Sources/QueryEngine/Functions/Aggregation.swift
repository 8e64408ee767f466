// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// One aggregate of one group of rows while they come in.
struct Aggregation {
  init(_ function: AggregateFunction, isDistinct: Bool) {
  }

  /// Takes in the value of one row; null does not count.
  ///
  /// - Parameter parameter: which percentile, from 0 to 1.
  mutating func add(
    _ value: Value, parameter: Value? = nil, _ context: EvaluationContext
  ) throws(EvaluationProblem) {
  }

  /// The aggregate of what has come in.
  func result(_ context: EvaluationContext) throws(EvaluationProblem) -> Value {
    .null
  }
}
