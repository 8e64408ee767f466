// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphAlgorithms
import GraphModel

/// Every sentence of the executor.
enum ExecutionMessages {
  private static func fault(
    _ kind: QueryFault.Kind, _ detail: QueryFault.Detail, _ message: String, _ span: SourceSpan?
  ) -> QueryFault {
    QueryFault(kind, detail, message, at: span, phase: .runtime)
  }

  static func notTruth(_ found: StaticType, _ span: SourceSpan) -> QueryFault {
    fault(
      .typeError, .invalidArgumentType,
      "a condition is true, false or null, got \(found.description)", span)
  }

  static func notList(_ found: StaticType, _ span: SourceSpan) -> QueryFault {
    fault(.typeError, .invalidArgumentType, "a list is wanted, got \(found.description)", span)
  }

  static func notMap(_ found: StaticType, _ span: SourceSpan) -> QueryFault {
    fault(
      .typeError, .invalidArgumentType,
      "a map, a node or an edge is wanted, got \(found.description)", span)
  }

  static func notElement(_ word: String, _ found: StaticType, _ span: SourceSpan) -> QueryFault {
    fault(
      .typeError, .invalidArgumentType, "\(word) takes nodes and edges, got \(found.description)",
      span)
  }

  static func notDay(_ found: String, _ span: SourceSpan) -> QueryFault {
    QueryFault(
      .argumentError, .invalidArgumentValue, "AS OF takes one day, got \(found)", at: span,
      phase: .runtime, help: "write it as date('2022-01-31')")
  }

  static func rowCountNegative(_ word: String, _ number: Int64, _ span: SourceSpan) -> QueryFault {
    fault(
      .syntaxError, .negativeIntegerArgument, "\(word) must not be negative, got \(number)", span)
  }

  static func rowCountType(_ word: String, _ found: StaticType, _ span: SourceSpan) -> QueryFault {
    fault(
      .syntaxError, .invalidArgumentType, "\(word) takes an integer, got \(found.description)",
      span)
  }

  static func propertyType(_ name: String, _ found: StaticType, _ span: SourceSpan) -> QueryFault {
    fault(
      .typeError, .invalidPropertyType,
      "property '\(name)' cannot hold \(found.description)", span)
  }

  static func createdNothing(_ span: SourceSpan) -> QueryFault {
    fault(
      .semanticError, .mergeReadOwnWrites,
      "MERGE cannot look for a property that is null", span)
  }

  static func missingEnd(_ span: SourceSpan) -> QueryFault {
    fault(
      .semanticError, .invalidArgumentValue, "an edge cannot be created at a node that is null",
      span)
  }

  static func deletedEnd(_ span: SourceSpan?) -> QueryFault {
    fault(
      .entityNotFound, .deletedEntityAccess, "the node or edge was deleted by this query", span)
  }

  static func connectedNode(_ name: String, _ count: Int, _ span: SourceSpan?) -> QueryFault {
    fault(
      .constraintVerificationFailed, .deleteConnectedNode,
      "node '\(name)' still has \(count) \(count == 1 ? "edge" : "edges"); DETACH DELETE removes "
        + "them too", span)
  }

  static func refused(_ error: GraphEditingError, _ span: SourceSpan?) -> QueryFault {
    let message = error.description.split(separator: "\n").joined(separator: "; ")
    return switch error {
    case .duplicateKey: fault(.constraintValidationFailed, .duplicateKey, message, span)
    case .noSuchNode, .noSuchEdge: deletedEnd(span)
    case .nodeStillHasEdges(let node, let count):
      connectedNode("#\(node.rawValue)", count, span)
    case .graphFull: fault(.limitExceeded, .memoryLimit, message, span)
    case .violations, .noSuchSource:
      fault(.constraintValidationFailed, .graphTypeViolation, message, span)
    }
  }

  /// The first few of what is wrong with a graph once the edits of a query are merged into it.
  static func unsound(_ error: GraphBuildingError, _ span: SourceSpan?) -> [QueryFault] {
    guard case .violations(let violations) = error, !violations.isEmpty else {
      return [
        fault(.constraintValidationFailed, .graphTypeViolation, "\(error)", span)
      ]
    }
    // Two nodes with the same key are wrong in the same words.
    var said: Set<String> = []
    return violations.filter { said.insert($0.description).inserted }.prefix(5).map { violation in
      let detail: QueryFault.Detail =
        switch violation.kind {
        case .duplicateKey, .duplicateValue: .duplicateKey
        default: .graphTypeViolation
        }
      return fault(.constraintValidationFailed, detail, violation.description, span)
    }
  }

  static func searchFailed(_ error: TraversalError, _ span: SourceSpan) -> QueryFault {
    switch error {
    case .budgetExhausted(let exhaustion):
      let (kind, detail, reason) = EvaluationProblem.wording(of: exhaustion.limit)
      return fault(kind, detail, "the search for paths \(reason)", span)
    case .countOutOfRange(let count, let limit):
      return fault(
        .argumentError, .numberOutOfRange,
        "a number of paths is between 1 and \(limit), got \(count)", span)
    default:
      return fault(.argumentError, .invalidArgumentValue, "the paths cannot be searched", span)
    }
  }

  static func noCost(_ found: Value, ofEdge edge: String, _ span: SourceSpan) -> QueryFault {
    fault(
      .argumentError, .invalidArgumentValue,
      "the cost of an edge is a number, got \(found.text(.literal)) for \(edge)", span)
  }

  static func negativeCost(_ found: Value, ofEdge edge: String, _ span: SourceSpan) -> QueryFault {
    fault(
      .argumentError, .negativeCost,
      "the cost of an edge must not be negative, got \(found.text(.literal)) for \(edge)", span)
  }

  static func costTooLarge(_ span: SourceSpan) -> QueryFault {
    fault(
      .arithmeticError, .numberOutOfRange,
      "the cost of a path is greater than can be added up exactly", span)
  }

  static func endlessPaths(_ span: SourceSpan?) -> QueryFault {
    QueryFault(
      .argumentError, .unboundedWalk,
      "circles of edges that cost nothing make endlessly many paths of one cost", at: span,
      phase: .runtime,
      help: "name a mode such as TRAIL or ACYCLIC, or let every edge cost something")
  }

  static func tooManyPaths(_ limit: Int, _ span: SourceSpan) -> QueryFault {
    fault(
      .limitExceeded, .rowLimit,
      "between two nodes lie more than the \(limit) paths that groups may have", span)
  }

  static func writingRefused(_ span: SourceSpan?) -> QueryFault {
    QueryFault(
      .accessDenied, .writingRefused, "the query writes, and this graph is only read", at: span)
  }
}
