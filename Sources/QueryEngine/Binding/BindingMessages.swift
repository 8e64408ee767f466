// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import SourceDiagnostics

/// Every sentence of the binder, in the order of the details.
enum BindingMessages {
  private static func fault(
    _ detail: QueryFault.Detail, _ message: String, _ span: SourceSpan?, help: String? = nil
  ) -> QueryFault {
    QueryFault(.syntaxError, detail, message, at: span, help: help)
  }

  // MARK: Aggregates

  static func ambiguousAggregation(_ name: String, _ span: SourceSpan) -> QueryFault {
    fault(
      .ambiguousAggregationExpression,
      "'\(name)' stands beside an aggregate and is not what the rows are grouped by", span,
      help: "hand it on as a column of its own")
  }

  static func invalidAggregation(_ span: SourceSpan) -> QueryFault {
    fault(
      .invalidAggregation, "an aggregate stands only among the columns of WITH and RETURN", span)
  }

  static func nestedAggregation(_ span: SourceSpan) -> QueryFault {
    fault(.nestedAggregation, "an aggregate cannot stand within an aggregate", span)
  }

  static func changingAggregation(_ span: SourceSpan) -> QueryFault {
    fault(
      .nonConstantExpression, "an aggregate cannot take values that change from call to call", span)
  }

  // MARK: Arguments

  static func argumentType(
    _ operation: String, expected: String, found: StaticType, _ span: SourceSpan
  ) -> QueryFault {
    fault(
      .invalidArgumentType, "\(operation) takes \(expected), got \(found.description)", span)
  }

  static func propertyOfValue(_ name: Name, _ found: StaticType) -> QueryFault {
    // openCypher calls it an error of syntax for paths, and of type for anything else.
    QueryFault(
      found.kind == .path ? .syntaxError : .typeError, .invalidArgumentType,
      "\(found.description) has no property '\(name.text)'", at: name.span)
  }

  static func argumentCount(
    _ name: String, expected: ClosedRange<Int>, found: Int, _ span: SourceSpan
  ) -> QueryFault {
    let wanted =
      expected.lowerBound == expected.upperBound
      ? "\(expected.lowerBound)"
      : expected.upperBound == .max
        ? "\(expected.lowerBound) or more" : "\(expected.lowerBound) to \(expected.upperBound)"
    let word = wanted == "1" ? "argument" : "arguments"
    return fault(
      .invalidNumberOfArguments, "'\(name)' takes \(wanted) \(word), got \(found)", span)
  }

  static func implicitArguments(_ name: Name) -> QueryFault {
    fault(
      .invalidArgumentPassingMode,
      "'\(name.text)' needs its arguments in parentheses within a query", name.span)
  }

  static func missingParameter(_ name: String, _ span: SourceSpan?) -> QueryFault {
    QueryFault(
      .parameterMissing, .missingParameter, "the parameter '$\(name)' was not given", at: span)
  }

  static func parameterAsProperties(_ span: SourceSpan) -> QueryFault {
    fault(
      .invalidParameterUse, "a pattern that is looked for takes its properties one by one", span,
      help: "write '{name: $name}'")
  }

  // MARK: Names

  static func undefinedVariable(
    _ name: String, inScope names: [String], _ span: SourceSpan
  ) -> QueryFault {
    let scope =
      names.isEmpty ? "nothing is in scope here" : "in scope here: \(names.joined(separator: ", "))"
    return fault(
      .undefinedVariable, "variable '\(name)' is not in scope; \(scope)", span,
      help: Suggestion.didYouMean(name, among: names))
  }

  /// A name in the day of a match that earlier clauses do not know.
  static func unknownInDay(_ fault: QueryFault) -> QueryFault {
    var fault = fault
    fault.help =
      "the day is known before the match is looked for: it may use parameters and variables of "
      + "earlier clauses"
    return fault
  }

  static func alreadyBound(_ name: String, _ span: SourceSpan) -> QueryFault {
    fault(.variableAlreadyBound, "variable '\(name)' is bound already", span)
  }

  static func typeConflict(
    _ name: String, is found: StaticType, expected: StaticType, _ span: SourceSpan
  ) -> QueryFault {
    fault(
      .variableTypeConflict,
      "variable '\(name)' is \(found.description), and \(expected.description) is wanted here", span
    )
  }

  static func unknownFunction(_ name: Name) -> QueryFault {
    fault(
      .unknownFunction, "unknown function '\(name.text)'", name.span,
      help: Suggestion.didYouMean(name.text, among: FunctionCatalogue.names))
  }

  static func unknownProcedure(_ name: Name, known: [String]) -> QueryFault {
    QueryFault(
      .procedureError, .procedureNotFound, "unknown procedure '\(name.text)'", at: name.span,
      help: Suggestion.didYouMean(name.text, among: known))
  }

  static func unknownField(_ field: Name, of procedure: Procedure) -> QueryFault {
    let known = procedure.results.map(\.name)
    return fault(
      .undefinedVariable, "'\(procedure.name)' does not yield '\(field.text)'", field.span,
      help: Suggestion.didYouMean(field.text, among: known))
  }

  // MARK: Columns and clauses

  static func columnConflict(_ name: String, _ span: SourceSpan) -> QueryFault {
    fault(.columnNameConflict, "two columns are called '\(name)'", span)
  }

  static func noAlias(_ text: String, _ span: SourceSpan) -> QueryFault {
    fault(
      .noExpressionAlias, "'\(text)' has no name to be handed on by", span,
      help: "write '\(text) AS name'")
  }

  static func noVariables(_ span: SourceSpan) -> QueryFault {
    fault(.noVariablesInScope, "there are no variables that '*' could stand for", span)
  }

  static func differentColumns(
    _ first: [String], _ second: [String], _ span: SourceSpan
  ) -> QueryFault {
    fault(
      .differentColumnsInUnion,
      "the queries of a union answer with different columns: '\(first.joined(separator: ", "))' "
        + "and '\(second.joined(separator: ", "))'", span)
  }

  static func mixedUnions(_ span: SourceSpan) -> QueryFault {
    fault(.invalidClauseComposition, "UNION and UNION ALL cannot be mixed", span)
  }

  static func writingInExpression(_ span: SourceSpan) -> QueryFault {
    fault(.invalidClauseComposition, "a query within an expression cannot write", span)
  }

  static func openEnd(_ span: SourceSpan) -> QueryFault {
    fault(
      .invalidClauseComposition, "a query ends with RETURN, or with a clause that writes", span)
  }

  static func returnInside(_ span: SourceSpan) -> QueryFault {
    fault(.invalidClauseComposition, "RETURN stands only at the end of a query", span)
  }

  static func tooManyClauses(_ limit: Int, _ span: SourceSpan) -> QueryFault {
    fault(.nestingTooDeep, "a query has at most \(limit) clauses", span)
  }

  static func notOneColumn(_ count: Int, _ span: SourceSpan) -> QueryFault {
    fault(.unexpectedSyntax, "COLLECT takes a query of one column, got \(count)", span)
  }

  static func yieldAllInside(_ span: SourceSpan) -> QueryFault {
    fault(.unexpectedSyntax, "YIELD * stands only with a call that is the whole query", span)
  }

  // MARK: Skip and limit

  static func rowCountNotConstant(_ word: String, _ span: SourceSpan) -> QueryFault {
    fault(.nonConstantExpression, "\(word) cannot depend on variables", span)
  }

  static func rowCountNegative(_ word: String, _ number: Int64, _ span: SourceSpan) -> QueryFault {
    fault(.negativeIntegerArgument, "\(word) must not be negative, got \(number)", span)
  }

  static func rowCountType(_ word: String, _ found: StaticType, _ span: SourceSpan) -> QueryFault {
    argumentType(word, expected: "an integer", found: found, span)
  }

  // MARK: Patterns

  static func patternAsValue(_ span: SourceSpan) -> QueryFault {
    fault(
      .unexpectedSyntax, "a pattern stands only where a condition is wanted", span,
      help: "write 'EXISTS { … }' or a comprehension '[pattern | value]'")
  }

  static func oneEdgeTwice(_ name: String, _ span: SourceSpan) -> QueryFault {
    fault(
      .relationshipUniquenessViolation,
      "'\(name)' stands twice in one match, and a match holds each edge once", span)
  }

  static func noSingleType(_ span: SourceSpan) -> QueryFault {
    fault(.noSingleRelationshipType, "an edge that is created has exactly one type", span)
  }

  static func noDirection(_ span: SourceSpan) -> QueryFault {
    fault(.requiresDirectedRelationship, "an edge that is created has one direction", span)
  }

  static func creatingVariableLength(_ span: SourceSpan) -> QueryFault {
    fault(.creatingVarLength, "an edge of variable length cannot be created", span)
  }

  static func creatingLabelExpression(_ span: SourceSpan) -> QueryFault {
    fault(
      .unexpectedSyntax, "a node that is created has labels, and no condition on labels", span)
  }

  static func creatingGroup(_ span: SourceSpan) -> QueryFault {
    fault(.unexpectedSyntax, "only a plain path of nodes and edges can be created", span)
  }

  static func deletingLabel(_ span: SourceSpan) -> QueryFault {
    fault(
      .invalidDelete, "DELETE takes nodes, edges and paths, not labels", span,
      help: "write 'REMOVE' to take a label away")
  }

  static func repetitionWithoutEdge(_ span: SourceSpan) -> QueryFault {
    fault(.unexpectedSyntax, "a group that is repeated has at least one edge", span)
  }

  static func nestedRepetition(_ span: SourceSpan) -> QueryFault {
    fault(
      .unexpectedSyntax, "within a group that is repeated nothing else is repeated", span,
      help: "put what is repeated side by side, or write the edges one by one")
  }

  static func wholePathOnly(_ what: String, _ span: SourceSpan) -> QueryFault {
    fault(.unexpectedSyntax, "\(what) belongs to a whole path, not to a group within it", span)
  }

  static func boundElsewhere(_ name: String, _ span: SourceSpan) -> QueryFault {
    fault(
      .variableAlreadyBound,
      "'\(name)' stands within a path that is searched for and also outside of it", span,
      help:
        "only the ends of such a path may be nodes of other patterns; compare others after WHERE")
  }

  static func laterThanGroup(_ name: String, _ span: SourceSpan) -> QueryFault {
    fault(
      .undefinedVariable, "a repeated group cannot look at '\(name)', which comes after it", span,
      help: "ask for it after WHERE, or where '\(name)' stands")
  }

  static func costOfSeveral(_ span: SourceSpan) -> QueryFault {
    fault(.unexpectedSyntax, "COST looks at one edge variable of its path at most", span)
  }

  static func patternTooLarge(_ limit: Int, _ span: SourceSpan) -> QueryFault {
    fault(.nestingTooDeep, "a match has at most \(limit) nodes and edges", span)
  }

  static func unboundedWalk(_ span: SourceSpan) -> QueryFault {
    fault(
      .unboundedWalk, "a walk without an upper bound may go on for ever", span,
      help: "give the most repetitions, as in {1,5}, or say which paths: ANY, SHORTEST, TRAIL")
  }

  // MARK: Graph type

  static func unknownLabel(_ name: Name, known: some Sequence<String>) -> QueryFault {
    QueryFault(
      .semanticError, .unknownLabel, "no node of this graph can have the label '\(name.text)'",
      at: name.span, help: Suggestion.didYouMean(name.text, among: known))
  }

  static func unknownEdgeType(_ name: Name, known: some Sequence<String>) -> QueryFault {
    QueryFault(
      .semanticError, .unknownEdgeType, "no edge of this graph can have the type '\(name.text)'",
      at: name.span, help: Suggestion.didYouMean(name.text, among: known))
  }

  static func unknownProperty(
    _ name: Name, of owner: String, known: some Sequence<String>
  ) -> QueryFault {
    QueryFault(
      .semanticError, .unknownProperty, "\(owner) has no property '\(name.text)'", at: name.span,
      help: Suggestion.didYouMean(name.text, among: known))
  }

  static func impossibleEdge(
    _ label: String, from source: String?, to target: String?, _ span: SourceSpan
  ) -> QueryFault {
    let ends = (source.map { " from '\($0)'" } ?? "") + (target.map { " to '\($0)'" } ?? "")
    return QueryFault(
      .semanticError, .impossibleEdge,
      "no edge '\(label)' leads\(ends.isEmpty ? " anywhere" : ends)",
      at: span)
  }
}
