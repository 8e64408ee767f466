// SPDX-License-Identifier: Apache-2.0

internal import GraphModel
internal import SourceDiagnostics

extension GraphTypeSyntaxParser {
  /// Reads `{ property, … }`.
  mutating func parseProperties() throws(Failure) -> [PropertySyntax] {
    let depth = current.depth + 1
    try expect(.leftBrace)
    var properties: [PropertySyntax] = []
    if take(.rightBrace) { return properties }
    while true {
      do throws(Failure) {
        properties.append(try parseProperty())
        guard isAt(.comma) || isAt(.rightBrace) else { throw expected("',' or '}'") }
      } catch {
        report(error)
        if isOverLimit { throw Failure.reported }
        skipProperty(depth: depth)
        guard isAt(.comma) || isAt(.rightBrace) else { throw Failure.reported }
      }
      if take(.rightBrace) { return properties }
      advance()
      if isAt(.rightBrace) {
        report(expected("a property after ','"))
        advance()
        return properties
      }
      if elementBegins(after: 0) { throw expected("a property") }
    }
  }

  /// Reads `name [:: | TYPED] type [NOT NULL]`, and ours, `UNIQUE`, `MATCHES '…'`, `IN [values]`.
  private mutating func parseProperty() throws(Failure) -> PropertySyntax {
    propertyCount += 1
    if propertyCount > GraphTypeLimits.properties {
      throw Failure(.tooManyProperties, at: current.span)
    }
    let name = try takeName(expecting: "a property")
    if isAt(.colon) {
      report(.colonBeforeType(name.text), at: current.span)
      advance()
    } else if !take(.doubleColon) {
      _ = take(.typed)
    }
    let typeStart = index
    let written = try parseValueType()
    var declaration = PropertyDeclaration(
      name: name.text, type: written.type, pattern: written.pattern)
    var places = PropertyPlaces(name: name.span, type: span(from: typeStart))
    if written.pattern != nil { places.pattern = places.type }

    var seen: Set<GraphTypeKeyword> = []
    while let clause = propertyClause() {
      let start = index
      advance()
      switch clause {
      case .not:
        try expect(.null)
        declaration.isRequired = true
      case .unique: declaration.isUnique = true
      case .matches:
        places.pattern = current.span
        declaration.pattern = try takePattern()
        if written.pattern != nil { report(.lengthAndPattern, at: span(from: start)) }
      default:
        try parseEnumeration(into: &declaration, places: &places)
      }
      if !seen.insert(clause).inserted {
        let spelling = clause == .not ? "NOT NULL" : clause.spelling
        report(.repeatedClause(spelling), at: span(from: start))
      }
    }
    return PropertySyntax(declaration: declaration, places: places)
  }

  private func propertyClause() -> GraphTypeKeyword? {
    [.not, .unique, .matches, .in].first { isAt($0) }
  }

  /// A pattern is taken as it stands: its backslashes are its own, only '' is one quote.
  private mutating func takePattern() throws(Failure) -> String {
    guard current.isText else { throw expected("a pattern in quotes") }
    let pattern = QuotedLiteral.decodeVerbatim(text.utf8[current.span])
    advance()
    return pattern
  }

  /// Reads `[value, …]`.
  private mutating func parseEnumeration(
    into declaration: inout PropertyDeclaration, places: inout PropertyPlaces
  ) throws(Failure) {
    let start = index
    try expect(.leftBracket)
    if take(.rightBracket) {
      report(.emptyEnumeration, at: span(from: start))
      return
    }
    var seen = Set(declaration.enumeration)
    repeat {
      let valueStart = index
      let value = try parseLiteral(of: declaration.type.itemType)
      let valueSpan = span(from: valueStart)
      if seen.insert(value).inserted {
        declaration.enumeration.append(value)
        places.enumeration.append(valueSpan)
      } else {
        report(.listedTwice(text.text(of: valueSpan).trimmingQuotes()), at: valueSpan)
      }
    } while take(.comma)
    try expect(.rightBracket, expecting: "',' or ']'")
  }

  /// A value of an enumeration.
  ///
  /// Dates and times are written as texts, of the property's type or of one written before them.
  private mutating func parseLiteral(of type: PropertyType) throws(Failure) -> Value {
    let start = index
    if take(.true) { return .boolean(true) }
    if take(.false) { return .boolean(false) }
    if current.isText {
      let token = current
      advance()
      let literal = decode(token)
      return try type.isTemporal ? value(of: literal, type, at: token.span) : .string(literal)
    }
    if current.kind == .number || isAt(.minus) || isAt(.plus) {
      if current.kind != .number { advance() }
      guard current.kind == .number else { throw expected("a number") }
      advance()
      let literal = text.text(of: span(from: start)).filter { !$0.isWhitespace }
      return try value(of: literal, numberType(of: literal, for: type), at: span(from: start))
    }
    guard let literalType = parseTemporalTypeName() else { throw expected("a value") }
    guard current.isText else { throw expected("a text after \(literalType.name)") }
    let token = current
    advance()
    return try value(of: decode(token), literalType, at: token.span)
  }

  private func numberType(of literal: String, for type: PropertyType) -> PropertyType {
    if type == .integer || type == .float { return type }
    return literal.utf8.allSatisfy { $0 != 0x2E && $0 | 0x20 != 0x65 } ? .integer : .float
  }

  private func value(
    of literal: String, _ type: PropertyType, at span: Range<Int>
  ) throws(Failure) -> Value {
    switch type.parse(literal) {
    case .success(let value): return value
    case .failure(let problem): throw Failure(.badLiteral(problem.description), at: span)
    }
  }
}

extension PropertyType {
  /// Whether values are dates, times or durations, which have no literals without quotes.
  var isTemporal: Bool {
    switch self {
    case .date, .partialDate, .localTime, .time, .localDateTime, .dateTime, .duration: true
    case .any, .boolean, .integer, .float, .string, .list, .map: false
    }
  }
}

extension String {
  /// The text of a literal without its quotes, for messages that put their own around it.
  fileprivate func trimmingQuotes() -> String {
    guard count > 1, let first, first == last, first == "'" || first == "\"" else { return self }
    return String(dropFirst().dropLast())
  }
}
