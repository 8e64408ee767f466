// SPDX-License-Identifier: Apache-2.0

internal import SourceDiagnostics

// All wording of graph type texts. One sentence without a final period; the user's own text in
// single quotes; then what was expected.
extension GraphTypeFault {
  var code: String {
    switch self {
    case .unexpectedCharacter: "E301"
    case .notUTF8: "E302"
    case .openQuote, .openComment: "E303"
    case .badEscape: "E304"
    case .emptyName: "E305"
    case .badNumber, .badCount: "E306"
    case .tooLong, .tooDeep, .tooManyTypes, .tooManyProperties, .tooManyNames,
      .tooManySupertypes:
      "E307"
    case .tooManyFaults: "E308"
    case .expected, .colonBeforeType, .noEdgeLabel, .aliasOfEdge: "E310"
    case .needsCatalog: "E311"
    case .otherStatement: "E312"
    case .textAfterEnd: "E313"
    case .repeatedClause, .contraryClauses: "E314"
    case .misplacedClause: "E315"
    case .nodeWithoutName, .edgeWithoutLabel: "E316"
    case .severalEdgeLabels, .alternativeLabels: "E317"
    case .undirectedArrow, .wrongDirection, .missingDirection: "E318"
    case .endWithProperties, .endWithAliasAndLabels, .endWithoutLabel, .unknownLabelSet: "E319"
    case .listedTwice: "E320"
    case .unsupportedType, .unsupportedLength, .lengthAndPattern, .lengthOfNothing: "E321"
    case .unknownType: "E322"
    case .emptyEnumeration: "E323"
    case .badLiteral: "E324"
    case .requiredItems: "W325"
    case .duplicateNodeType: "E340"
    case .unknownSupertype: "E341"
    case .inheritanceCycle: "E342"
    case .duplicateProperty: "E343"
    case .conflictingProperty: "E344"
    case .unknownKeyProperty: "E345"
    case .unknownEndLabel: "E346"
    case .duplicateEdgeType: "E347"
    case .badPattern: "E348"
    case .patternOnNonText: "E349"
    case .enumerationMismatch: "E350"
    case .emptyCardinality: "E351"
    case .unknownAlias: "E352"
    case .duplicateAlias: "E353"
    }
  }

  var severity: Diagnostic.Severity { code.hasPrefix("W") ? .warning : .error }

  var message: String {
    switch self {
    case .unexpectedCharacter(let text): "character \(quoted(text)) does not belong here"
    case .notUTF8: "the text is not UTF-8 here"
    case .openQuote(let sign, let isName):
      "the \(isName ? "name" : "text") is not closed: expected \(sign) before the end of the line"
    case .openComment: "the comment is not closed: expected '*/'"
    case .badEscape(let text): "\(quoted(text)) is not an escape"
    case .emptyName: "a name has at least one character"
    case .badNumber(let text): "\(quoted(text)) is not a decimal number"
    case .badCount(let text): "count \(quoted(text)) is too large"

    case .tooLong(let count):
      "the text has \(count) bytes, more than the \(GraphTypeLimits.bytes) of a graph type"
    case .tooDeep: "types are nested more than \(GraphTypeLimits.nesting) levels deep"
    case .tooManyTypes: "a graph type has at most \(GraphTypeLimits.elements) node and edge types"
    case .tooManyProperties:
      "a graph type has at most \(GraphTypeLimits.properties) properties in all"
    case .tooManyNames:
      "a graph type lists at most \(GraphTypeLimits.names) labels, ends, supertypes and keys in all"
    case .tooManySupertypes(let name):
      "node type \(quoted(name)) extends more than \(GraphTypeLimits.ancestors) types"
    case .tooManyFaults:
      "there are more faults than these \(GraphTypeLimits.faults); the rest is not shown"

    case .expected(let what, let got): "expected \(what), got \(got)"
    case .needsCatalog(let clause):
      "\(clause) needs a catalog of graphs and graph types, and there is none"
    case .otherStatement(let text): "\(text) does not declare a graph type"
    case .textAfterEnd(let got): "expected the end of the text after the graph type, got \(got)"
    case .contraryClauses(let first, let second): "\(first) and \(second) exclude each other"

    case .repeatedClause(let clause): "\(clause) is given twice"
    case .misplacedClause(let clause, let owner): "\(clause) does not apply to \(owner.rawValue)"
    case .nodeWithoutName: "the node type has neither a name nor a label"
    case .edgeWithoutLabel: "the edge type has neither a name nor a label"
    case .severalEdgeLabels(let labels):
      "an edge type has one label, got \(quoted(labels.joined(separator: "&")))"
    case .noEdgeLabel(let name): "expected ':' before the label \(quoted(name))"
    case .aliasOfEdge(let name): "an edge type has no alias, got \(quoted(name))"
    case .alternativeLabels: "'|' stands between the labels of an end only"
    case .undirectedArrow: "expected an arrow, got '-'"
    case .wrongDirection(let keyword, let arrow): "\(keyword) does not fit \(quoted(arrow))"
    case .missingDirection: "expected DIRECTED or UNDIRECTED before an edge type with CONNECTING"
    case .endWithProperties: "an end of an edge type has no properties of its own"
    case .endWithAliasAndLabels(let alias):
      "an end is an alias or labels, got alias \(quoted(alias)) with labels"
    case .listedTwice(let name): "\(quoted(name)) is listed twice"

    case .colonBeforeType(let name): "expected a type after \(quoted(name)), got ':'"
    case .unsupportedType(let name, _): "type \(name) is not supported"
    case .unknownType(let name, _): "unknown type \(quoted(name))"
    case .unsupportedLength(let name): "a length of \(name) is not supported"
    case .lengthAndPattern: "a text type with a length cannot have a pattern as well"
    case .lengthOfNothing: "the least length is greater than the greatest"
    case .requiredItems: "NOT NULL inside LIST is read but not enforced"
    case .emptyEnumeration: "IN [] allows no value"
    case .badLiteral(let reason): reason

    case .duplicateNodeType(let name): "node type \(quoted(name)) is declared twice"
    case .unknownSupertype(let name, _): "no node type is called \(quoted(name))"
    case .inheritanceCycle(let names):
      names.count < 3
        ? "node type \(quoted(names.first ?? "")) extends itself"
        : "node type \(quoted(names[0])) extends itself through "
          + names[1..<(names.count - 1)].prefix(6).map { quoted($0) }.joined(separator: ", ")
          + (names.count > 8 ? " and others" : "")
    case .duplicateProperty(let name): "property \(quoted(name)) is declared twice"
    case .conflictingProperty(let name, let ancestor):
      "property \(quoted(name)) has another type in \(quoted(ancestor)), which this type extends"
    case .unknownKeyProperty(let name, _): "key property \(quoted(name)) is not declared"
    case .unknownEndLabel(let name, _): "no node type carries the label \(quoted(name))"
    case .duplicateEdgeType(let name):
      "edge type \(quoted(name)) is declared twice with the same ends"
    case .badPattern(let name, let reason):
      "pattern of \(quoted(name)) does not compile: \(reason)"
    case .patternOnNonText(let name, let type):
      "property \(quoted(name)) has a pattern but holds \(type), not text"
    case .enumerationMismatch(let property, let value, let type):
      "property \(quoted(property)) holds \(type) and cannot be \(value)"
    case .emptyCardinality(let text): "cardinality \(text) allows no count"
    case .unknownAlias(let name, _): "no node type has the alias \(quoted(name))"
    case .duplicateAlias(let name): "alias \(quoted(name)) is given twice"
    case .unknownLabelSet(let labels):
      "no node type has exactly the labels \(quoted(labels.joined(separator: "&")))"
    case .endWithoutLabel(let name):
      "node type \(quoted(name)) has no label that an end could name"
    }
  }

  var help: String? {
    switch self {
    case .openQuote("`", _): "write ` inside the name as ``"
    case .openQuote(let sign, _): "write \(sign) inside the text as \(sign)\(sign)"
    case .badEscape:
      #"escapes are \\ \' \" \` \t \b \n \r \f \u0041 \U01F600; for \ itself write \\"#
    case .needsCatalog: "write the types in braces: CREATE GRAPH TYPE name AS { ... }"
    case .otherStatement: "a graph type begins with CREATE GRAPH TYPE"
    case .severalEdgeLabels: "declare one edge type for each label"
    case .noEdgeLabel(let name), .aliasOfEdge(let name): "write -[:\(cut(name))]->"
    case .alternativeLabels: "join the labels of a node type with '&'"
    case .undirectedArrow: "write -[...]-> or <-[...]- for a direction, ~[...]~ for none"
    case .endWithProperties: "declare the properties with the node type"
    case .endWithAliasAndLabels(let alias): "write (\(cut(alias))) or the labels alone"
    case .colonBeforeType(let name): "write '\(cut(name)) STRING' or '\(cut(name)) :: STRING'"
    case .unsupportedType(_, let advice): advice
    case .unsupportedLength: "leave the length out"
    case .lengthAndPattern: "put the length into the pattern"
    case .edgeWithoutLabel: "write -[:LABEL]-> or give the edge type a name"
    case .nodeWithoutName: "write (:Label) or NODE TYPE Name"
    case .badNumber: "numbers are written as in 42, 12.5 or 1e-3"
    case .enumerationMismatch(_, _, "STRING"): "put the value in quotes"
    case .unknownType(_, let suggestion), .unknownSupertype(_, let suggestion),
      .unknownKeyProperty(_, let suggestion), .unknownEndLabel(_, let suggestion),
      .unknownAlias(_, let suggestion):
      suggestion
    case .unknownLabelSet: "for nodes with either label write '|' between the labels"
    default: nil
    }
  }

  /// The user's text in single quotes, cut where it is long.
  private func quoted(_ text: String) -> String { "'\(cut(text))'" }

  private func cut(_ text: String) -> String { Self.cut(text) }

  /// At most sixty characters of the user's text.
  static func cut(_ text: String) -> String {
    let longest = 60
    guard text.utf8.count > longest else { return text }
    let head = text.unicodeScalars.prefix(longest)
    return head.count < text.unicodeScalars.count
      ? String(String.UnicodeScalarView(head)) + "…" : text
  }
}
