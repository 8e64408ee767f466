// SPDX-License-Identifier: Apache-2.0

internal import SourceDiagnostics

/// Reads a graph type text by recursive descent, one function for each rule of the grammar.
///
/// A fault ends the property or the element type it is in; reading goes on with the next one, so
/// that one reading finds most of what is wrong. Nothing recurses with the input except types
/// within types, which are bounded.
///
/// Source: ISO/IEC 39075, create graph type statement, with our extensions.
struct GraphTypeSyntaxParser {
  /// Why a rule could not be finished.
  ///
  /// Without a fault it was reported already.
  struct Failure: Error {
    let fault: (fault: GraphTypeFault, span: Range<Int>)?

    static let reported = Failure(fault: nil)

    init(_ fault: GraphTypeFault, at span: Range<Int>) {
      self.fault = (fault, span)
    }

    private init(fault: (fault: GraphTypeFault, span: Range<Int>)?) {
      self.fault = fault
    }
  }

  let text: SourceText
  let tokens: [GraphTypeToken]
  private(set) var index = 0
  private(set) var faults: [(fault: GraphTypeFault, span: Range<Int>)]

  /// Whether a missing end of the text was explained already.
  private var hasExplainedEnd: Bool

  var elementCount = 0
  var propertyCount = 0
  var nameCount = 0

  /// Whether there are so many parts that nothing more is read.
  var isOverLimit: Bool {
    elementCount > GraphTypeLimits.elements || propertyCount > GraphTypeLimits.properties
      || nameCount > GraphTypeLimits.names
  }

  init(_ text: SourceText) {
    self.text = text
    let lexer = GraphTypeLexer(text)
    tokens = lexer.tokens
    faults = lexer.faults
    hasExplainedEnd = lexer.endsInsideComment
  }

  // MARK: Tokens

  var current: GraphTypeToken { tokens[index] }

  /// The token some places further on; the last one past the end.
  func token(after distance: Int) -> GraphTypeToken {
    tokens[min(index + distance, tokens.count - 1)]
  }

  var isAtEnd: Bool { current.kind == .end }

  mutating func advance() {
    if index < tokens.count - 1 { index += 1 }
  }

  func isAt(_ symbol: GraphTypeToken.Symbol) -> Bool { current.kind == .symbol(symbol) }

  func isAt(_ keyword: GraphTypeKeyword) -> Bool { isWord(current, keyword.rawValue) }

  func isAt(_ keyword: GraphTypeKeyword, after distance: Int) -> Bool {
    isWord(token(after: distance), keyword.rawValue)
  }

  /// Whether a token is this word, given in lower case.
  func isWord(_ token: GraphTypeToken, _ word: String) -> Bool {
    guard token.kind == .word, token.span.count == word.utf8.count else { return false }
    return zip(text.utf8[token.span], word.utf8).allSatisfy { byte, letter in
      byte == letter || ((0x41...0x5A).contains(byte) && byte | 0x20 == letter)
    }
  }

  mutating func take(_ symbol: GraphTypeToken.Symbol) -> Bool {
    guard isAt(symbol) else { return false }
    advance()
    return true
  }

  mutating func take(_ keyword: GraphTypeKeyword) -> Bool {
    guard isAt(keyword) else { return false }
    advance()
    return true
  }

  /// Takes a sign that must stand here; a list of what could have stood here is the message.
  mutating func expect(
    _ symbol: GraphTypeToken.Symbol, expecting expectation: String? = nil
  ) throws(Failure) {
    guard take(symbol) else { throw expected(expectation ?? "'\(symbol.rawValue)'") }
  }

  mutating func expect(_ keyword: GraphTypeKeyword) throws(Failure) {
    guard take(keyword) else { throw expected(keyword.spelling) }
  }

  /// Takes a name: a word or one in quotes.
  mutating func takeName(expecting expectation: String) throws(Failure) -> SpannedName {
    guard current.canBeName else { throw expected(expectation) }
    let token = current
    advance()
    if token.kind == .word {
      return SpannedName(text: text.text(of: token.span), span: token.span)
    }
    let name = decode(token)
    if name.isEmpty { throw Failure(.emptyName, at: token.span) }
    return SpannedName(text: name, span: token.span)
  }

  /// The text between the quotes of a token; escapes that are none are reported.
  mutating func decode(_ token: GraphTypeToken) -> String {
    let (decoded, badEscapes) = QuotedLiteral.decode(text.utf8[token.span])
    for escape in badEscapes {
      let span =
        token.span.lowerBound + escape.lowerBound..<token.span.lowerBound + escape.upperBound
      report(.badEscape(text.text(of: span)), at: span)
    }
    return decoded
  }

  /// The span from a token taken before to the last one taken.
  func span(from start: Int) -> Range<Int> {
    let lower = tokens[start].span.lowerBound
    return lower..<max(lower, index > start ? tokens[index - 1].span.upperBound : lower)
  }

  // MARK: Faults

  mutating func report(_ fault: GraphTypeFault, at span: Range<Int>) {
    // One more than are shown, so that it is known that there are more.
    if faults.count <= GraphTypeLimits.faults { faults.append((fault, span)) }
  }

  mutating func report(_ failure: Failure) {
    guard let (fault, span) = failure.fault else { return }
    if case .expected = fault, span.lowerBound == text.utf8.count {
      if hasExplainedEnd { return }
      hasExplainedEnd = true
    }
    report(fault, at: span)
  }

  func expected(_ expectation: String) -> Failure {
    Failure(.expected(expectation, got: description(of: current)), at: current.span)
  }

  func description(of token: GraphTypeToken) -> String {
    token.kind == .end
      ? "the end of the text" : "'\(GraphTypeFault.cut(text.text(of: token.span)))'"
  }

  // MARK: Recovery

  /// Whether an element type surely begins at a token: with two words that no property has.
  func elementBegins(after distance: Int) -> Bool {
    let first = token(after: distance)
    let second = token(after: distance + 1)
    if isWord(first, "node") || isWord(first, "vertex") { return isWord(second, "type") }
    if isWord(first, "edge") || isWord(first, "relationship") { return isWord(second, "type") }
    if isWord(first, "directed") || isWord(first, "undirected") {
      return isWord(second, "edge") || isWord(second, "relationship")
    }
    return isWord(first, "abstract") && (isWord(second, "node") || isWord(second, "vertex"))
  }

  /// Goes on to the comma after an element type, to the next one, or to the end of them all.
  mutating func skipElement(depth: Int) {
    while !isAtEnd {
      if isAt(.comma), current.depth == depth || elementBegins(after: 1) { return }
      if isAt(.rightBrace), current.depth < depth { return }
      if elementBegins(after: 0) { return }
      advance()
    }
    hasExplainedEnd = true
  }

  /// Goes on to the comma after a property, or to what ends them all.
  mutating func skipProperty(depth: Int) {
    while !isAtEnd, current.depth > depth || (current.depth == depth && !isAt(.comma)) {
      advance()
    }
    if isAtEnd { hasExplainedEnd = true }
  }
}
