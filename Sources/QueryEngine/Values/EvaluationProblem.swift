// SPDX-License-Identifier: Apache-2.0

import CypherSyntax

/// Why a function or operator has no value for its arguments; the evaluator adds the place.
struct EvaluationProblem: Error, Hashable {
  let kind: QueryFault.Kind
  let detail: QueryFault.Detail
  let message: String

  /// Which argument is at fault; nil where it is none, or not known.
  private(set) var argument: Int?

  init(_ kind: QueryFault.Kind, _ detail: QueryFault.Detail, _ message: String) {
    self.kind = kind
    self.detail = detail
    self.message = message
  }

  /// The same problem, which lies in an argument.
  func inArgument(_ position: Int) -> EvaluationProblem {
    var problem = self
    problem.argument = position
    return problem
  }

  func fault(at span: SourceSpan?) -> QueryFault {
    QueryFault(kind, detail, message, at: span, phase: .runtime)
  }
}
