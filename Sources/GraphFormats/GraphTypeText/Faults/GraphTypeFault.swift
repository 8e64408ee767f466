// SPDX-License-Identifier: Apache-2.0

internal import GraphModel
internal import SourceDiagnostics

/// Everything that can be wrong with a graph type text, by code.
///
/// The wording is beside it, in `GraphTypeFault+Wording.swift`.
enum GraphTypeFault: Equatable {
  // Characters
  case unexpectedCharacter(String)
  case notUTF8
  case openQuote(String, isName: Bool)
  case openComment
  case badEscape(String)
  case emptyName
  case badNumber(String)

  // Size
  case tooLong(Int)
  case tooDeep
  case tooManyTypes
  case tooManyProperties
  case tooManyNames
  case tooManySupertypes(String)
  case tooManyFaults

  // Statement
  case expected(String, got: String)
  case needsCatalog(String)
  case otherStatement(String)
  case textAfterEnd(String)
  case contraryClauses(String, String)

  // Elements
  case repeatedClause(String)
  case misplacedClause(String, of: Owner)
  case nodeWithoutName
  case edgeWithoutLabel
  case severalEdgeLabels([String])
  case noEdgeLabel(String)
  case aliasOfEdge(String)
  case alternativeLabels
  case undirectedArrow
  case wrongDirection(keyword: String, arrow: String)
  case missingDirection
  case endWithProperties
  case endWithAliasAndLabels(String)
  case listedTwice(String)

  // Properties and types
  case colonBeforeType(String)
  case unsupportedType(String, advice: String)
  case unknownType(String, suggestion: String?)
  case unsupportedLength(String)
  case lengthAndPattern
  case lengthOfNothing
  case requiredItems
  case emptyEnumeration
  case badLiteral(String)
  case badCount(String)

  // The type as a whole
  case duplicateNodeType(String)
  case unknownSupertype(String, suggestion: String?)
  case inheritanceCycle([String])
  case duplicateProperty(String)
  case conflictingProperty(String, ancestor: String)
  case unknownKeyProperty(String, suggestion: String?)
  case unknownEndLabel(String, suggestion: String?)
  case duplicateEdgeType(String)
  case badPattern(String, reason: String)
  case patternOnNonText(String, type: String)
  case enumerationMismatch(property: String, value: String, type: String)
  case emptyCardinality(String)
  case unknownAlias(String, suggestion: String?)
  case duplicateAlias(String)
  case unknownLabelSet([String])
  case endWithoutLabel(String)

  enum Owner: String {
    case nodeType = "a node type"
    case edgeType = "an edge type"
  }
}
