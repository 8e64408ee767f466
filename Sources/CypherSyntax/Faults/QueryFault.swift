// SPDX-License-Identifier: Apache-2.0

public import SourceDiagnostics

/// What is wrong with a query, with its place in the text; parser and engine speak of faults in the
/// same way.
///
/// ``kind`` and ``detail`` are the words by which openCypher's scenarios tell errors apart.
public struct QueryFault: Error, Sendable, Hashable {
  /// When the fault is found.
  public enum Phase: String, Sendable, Hashable {
    case compileTime = "compile time"
    case runtime
  }

  public var kind: Kind
  public var detail: Detail
  public var phase: Phase

  /// One sentence without a final period; the user's own text stands in single quotes.
  public var message: String

  /// Nil where no stretch of the text is at fault.
  public var span: SourceSpan?

  /// What would mend it.
  public var help: String?

  public init(
    _ kind: Kind, _ detail: Detail, _ message: String, at span: SourceSpan? = nil,
    phase: Phase = .compileTime, help: String? = nil
  ) {
    self.kind = kind
    self.detail = detail
    self.phase = phase
    self.message = message
    self.span = span
    self.help = help
  }

  /// The fault as a finding about its text, ready to be printed with a caret.
  public func diagnostic(in text: SourceText) -> Diagnostic {
    Diagnostic(
      code: detail.code, severity: .error, message: message,
      at: span.map { text.location(of: $0.range) } ?? SourceLocation(file: text.name), help: help)
  }
}

extension QueryFault {
  /// The class of an error, as openCypher's scenarios name it; the last three are ours.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case syntaxError = "SyntaxError"
    case semanticError = "SemanticError"
    case typeError = "TypeError"
    case argumentError = "ArgumentError"
    case arithmeticError = "ArithmeticError"
    case entityNotFound = "EntityNotFound"
    case parameterMissing = "ParameterMissing"
    case procedureError = "ProcedureError"
    case propertyNotFound = "PropertyNotFound"
    case constraintVerificationFailed = "ConstraintVerificationFailed"
    case constraintValidationFailed = "ConstraintValidationFailed"
    /// A limit of the budget is reached.
    case limitExceeded = "LimitExceeded"
    /// The caller ended the query.
    case cancelled = "Cancelled"
    /// The query writes where it may not.
    case accessDenied = "AccessDenied"
  }

  /// What exactly is wrong, as openCypher's scenarios name it; those at the end are ours.
  public enum Detail: String, Sendable, Hashable, CaseIterable {
    case unexpectedSyntax = "UnexpectedSyntax"
    case undefinedVariable = "UndefinedVariable"
    case variableAlreadyBound = "VariableAlreadyBound"
    case variableTypeConflict = "VariableTypeConflict"
    case invalidArgumentType = "InvalidArgumentType"
    case invalidArgumentValue = "InvalidArgumentValue"
    case invalidNumberOfArguments = "InvalidNumberOfArguments"
    case invalidArgumentPassingMode = "InvalidArgumentPassingMode"
    case ambiguousAggregationExpression = "AmbiguousAggregationExpression"
    case invalidAggregation = "InvalidAggregation"
    case nestedAggregation = "NestedAggregation"
    case nonConstantExpression = "NonConstantExpression"
    case negativeIntegerArgument = "NegativeIntegerArgument"
    case invalidParameterUse = "InvalidParameterUse"
    case integerOverflow = "IntegerOverflow"
    case floatingPointOverflow = "FloatingPointOverflow"
    case invalidNumberLiteral = "InvalidNumberLiteral"
    case invalidUnicodeLiteral = "InvalidUnicodeLiteral"
    case invalidUnicodeCharacter = "InvalidUnicodeCharacter"
    case noSingleRelationshipType = "NoSingleRelationshipType"
    case requiresDirectedRelationship = "RequiresDirectedRelationship"
    case invalidRelationshipPattern = "InvalidRelationshipPattern"
    case creatingVarLength = "CreatingVarLength"
    case relationshipUniquenessViolation = "RelationshipUniquenessViolation"
    case invalidDelete = "InvalidDelete"
    case deletedEntityAccess = "DeletedEntityAccess"
    case deleteConnectedNode = "DeleteConnectedNode"
    case mergeReadOwnWrites = "MergeReadOwnWrites"
    case differentColumnsInUnion = "DifferentColumnsInUnion"
    case columnNameConflict = "ColumnNameConflict"
    case noExpressionAlias = "NoExpressionAlias"
    case noVariablesInScope = "NoVariablesInScope"
    case invalidClauseComposition = "InvalidClauseComposition"
    case unknownFunction = "UnknownFunction"
    case procedureNotFound = "ProcedureNotFound"
    case missingParameter = "MissingParameter"
    case mapElementAccessByNonString = "MapElementAccessByNonString"
    case listElementAccessByNonInteger = "ListElementAccessByNonInteger"
    case invalidPropertyType = "InvalidPropertyType"
    case numberOutOfRange = "NumberOutOfRange"
    case divisionByZero = "DivisionByZero"
    case arithmeticOverflow = "ArithmeticOverflow"

    case nestingTooDeep = "NestingTooDeep"
    case textTooLong = "TextTooLong"
    case unknownLabel = "UnknownLabel"
    case unknownEdgeType = "UnknownEdgeType"
    case unknownProperty = "UnknownProperty"
    case impossibleEdge = "ImpossibleEdge"
    case graphTypeViolation = "GraphTypeViolation"
    case duplicateKey = "DuplicateKey"
    case invalidRegularExpression = "InvalidRegularExpression"
    case unboundedWalk = "UnboundedWalk"
    case negativeCost = "NegativeCost"
    case deadline = "Deadline"
    case rowLimit = "RowLimit"
    case memoryLimit = "MemoryLimit"
    case workLimit = "WorkLimit"
    case interrupted = "Interrupted"
    case writingRefused = "WritingRefused"

    /// The numbers of codes that are given no more, and never again.
    private static let retired = 138...139

    /// The stable code, for `entente explain`: the place in this list, from 100, without those that
    /// are retired.
    public var code: String {
      // Every case is in the list of all cases.
      let number = 100 + (Self.allCases.firstIndex(of: self) ?? 0)
      return "Q\(number < Self.retired.lowerBound ? number : number + Self.retired.count)"
    }
  }
}
