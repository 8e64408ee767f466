// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphAlgorithms
import GraphModel
import SourceDiagnostics

/// All that procedures say when they have no rows.
extension EvaluationProblem {
  static func unknownOption(
    _ name: String, _ procedure: String, known: [String]
  ) -> EvaluationProblem {
    .init(
      .argumentError, .invalidArgumentValue,
      "\(procedure)() knows no option '\(excerpt(name))'; "
        + (Suggestion.didYouMean(name, among: known)
          ?? "there are \(known.joined(separator: ", "))"))
  }

  static func option(
    _ name: String, _ procedure: String, takes expected: String, not value: Value
  ) -> EvaluationProblem {
    .init(
      .argumentError, .invalidArgumentValue,
      "the option '\(name)' of \(procedure)() takes \(expected), not \(described(value))")
  }

  /// What an algorithm says when it is asked for what it does not do.
  static func algorithm(_ procedure: String, _ error: AlgorithmError) -> EvaluationProblem {
    .init(.argumentError, .invalidArgumentValue, "\(procedure)(): \(error)")
  }

  /// What the searches say: names and days stand in the options.
  static func algorithm(
    _ procedure: String, _ error: TraversalError, options: Int, in graph: PropertyGraph
  ) -> EvaluationProblem {
    let nearest: String?
    switch error {
    case .budgetExhausted(let exhaustion):
      let (kind, detail, reason) = wording(of: exhaustion.limit)
      return .init(kind, detail, "\(procedure)() \(reason)")
    case .unknownEdgeType(let name):
      nearest = Suggestion.didYouMean(name, among: graph.edgeTypeNames)
    case .unknownNodeType(let name):
      nearest = Suggestion.didYouMean(name, among: Set(graph.storage.nodeTypes.flatMap(\.labels)))
    default: nearest = nil
    }
    let problem = EvaluationProblem(
      .argumentError, .invalidArgumentValue,
      "\(procedure)(): \(error)" + (nearest.map { "; \($0)" } ?? ""))
    return problem.inArgument(options)
  }

  /// The words for the end of a budget, for all that search.
  static func wording(
    of limit: BudgetExhaustion.Limit
  ) -> (kind: QueryFault.Kind, detail: QueryFault.Detail, reason: String) {
    switch limit {
    case .deadline: (.limitExceeded, .deadline, "takes longer than the time that it may take")
    case .cancelled: (.cancelled, .interrupted, "was interrupted")
    case .memory: (.limitExceeded, .memoryLimit, "needs more memory than it may take")
    case .edges: (.limitExceeded, .workLimit, "looks at more edges than it may look at")
    }
  }
}
