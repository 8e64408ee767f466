// SPDX-License-Identifier: Apache-2.0

internal import GraphModel
internal import SourceDiagnostics

extension GraphTypeSyntaxParser {
  /// A type as written: a length of text is a pattern to us.
  struct WrittenType {
    var type: PropertyType
    var pattern: String?
  }

  /// Reads `T`, `LIST<T>` and `T LIST`, with `ARRAY` for `LIST` too.
  mutating func parseValueType(level: Int = 0) throws(Failure) -> WrittenType {
    let start = index
    guard level <= GraphTypeLimits.nesting else { throw Failure(.tooDeep, at: current.span) }
    var written: WrittenType
    if isAt(.list) || isAt(.array), token(after: 1).kind == .symbol(.less) {
      advance()
      advance()
      let item = try parseValueType(level: level + 1)
      skipRequiredItems()
      try expect(.greater, expecting: "'>'")
      written = try list(of: item, from: start)
    } else {
      written = try parseSimpleType()
    }
    var depth = level
    while isListSuffix {
      skipRequiredItems()
      advance()
      depth += 1
      guard depth <= GraphTypeLimits.nesting else { throw Failure(.tooDeep, at: current.span) }
      written = try list(of: written, from: start)
    }
    if isAt(.bar) {
      throw Failure(
        .unsupportedType("with alternatives", advice: "use ANY, or one type"), at: current.span)
    }
    return written
  }

  private var isListSuffix: Bool {
    let distance = isAt(.not) && isAt(.null, after: 1) ? 2 : 0
    return isAt(.list, after: distance) || isAt(.array, after: distance)
  }

  /// `NOT NULL` of the items of a list.
  private mutating func skipRequiredItems() {
    guard isAt(.not), isAt(.null, after: 1) else { return }
    let start = index
    advance()
    advance()
    report(.requiredItems, at: span(from: start))
  }

  private mutating func list(
    of item: WrittenType, from start: Int
  ) throws(Failure) -> WrittenType {
    if isAt(.leftBracket) { throw Failure(.unsupportedLength("LIST"), at: current.span) }
    // A pattern reaches the items of a list, not the items of its items.
    if item.pattern != nil, item.type != .string {
      throw Failure(.unsupportedLength("STRING in a LIST of LIST"), at: span(from: start))
    }
    return WrittenType(type: .list(item.type), pattern: item.pattern)
  }

  private mutating func parseSimpleType() throws(Failure) -> WrittenType {
    let start = index
    guard current.kind == .word else { throw expected("a type") }
    guard let known = ValueTypeName.supported.first(where: { stand($0.words) }) else {
      throw unknownType()
    }
    for _ in known.words { advance() }
    let name = known.words.joined(separator: " ").uppercased()
    guard isAt(.leftParenthesis) else {
      // CHAR alone is one character long.
      return WrittenType(type: known.type, pattern: name == "CHAR" ? Self.pattern(1, 1) : nil)
    }
    guard known.type == .string else {
      throw Failure(.unsupportedLength(name), at: span(from: start))
    }
    let parenthesis = index
    advance()
    let first = try parseLength()
    let second = name == "STRING" && take(.comma) ? try parseLength() : nil
    try expect(.rightParenthesis)
    let least = second == nil ? (name == "CHAR" ? first : 0) : first
    let most = second ?? first
    if least > most { throw Failure(.lengthOfNothing, at: span(from: parenthesis)) }
    return WrittenType(type: .string, pattern: Self.pattern(least, most))
  }

  /// The pattern of texts of such a length; a class takes line breaks too.
  private static func pattern(_ least: Int, _ most: Int) -> String {
    least == most ? "[\\s\\S]{\(most)}" : "[\\s\\S]{\(least),\(most)}"
  }

  private mutating func parseLength() throws(Failure) -> Int {
    let digits = text.text(of: current.span)
    guard current.kind == .number, let length = Int(digits) else { throw expected("a length") }
    guard length <= GraphTypeLimits.textLength else {
      throw Failure(
        .unsupportedLength("more than \(GraphTypeLimits.textLength) characters"), at: current.span)
    }
    advance()
    return length
  }

  /// Whether the words stand here, one after another.
  private func stand(_ words: [String]) -> Bool {
    words.indices.allSatisfy { isWord(token(after: $0), words[$0]) }
  }

  private func unknownType() -> Failure {
    let span = current.span
    if let known = ValueTypeName.unsupported.first(where: { stand($0.words) }) {
      let name = known.words.joined(separator: " ").uppercased()
      return Failure(.unsupportedType(name, advice: known.advice), at: span)
    }
    let name = text.text(of: span)
    let meant =
      ValueTypeName.foreign[name.lowercased()].map { [$0] }
      ?? Suggestion.nearest(
        to: name,
        in: ValueTypeName.supported.map { $0.words.joined(separator: " ").uppercased() }, limit: 1)
    return Failure(.unknownType(name, suggestion: Suggestion.question(about: meant)), at: span)
  }

  /// The name of a type of dates or times before a literal; nil, and nothing taken, for any other.
  mutating func parseTemporalTypeName() -> PropertyType? {
    guard let known = ValueTypeName.supported.first(where: { stand($0.words) }),
      known.type.isTemporal
    else { return nil }
    for _ in known.words { advance() }
    return known.type
  }
}
