// SPDX-License-Identifier: Apache-2.0

/// The parser has recorded a fault and gives up the clause.
struct SyntaxRefusal: Error {}

/// Makes a tree of tokens by recursive descent, with binding powers for operators.
///
/// A fault is recorded, then thrown as ``SyntaxRefusal`` to the list of clauses, which goes on at
/// the next one.
final class TokenParser {
  let bytes: ContiguousArray<UInt8>
  /// Ends with a token of the kind `end`.
  let tokens: ContiguousArray<Token>
  let limits: SyntaxLimits

  /// The token that comes next; never past the last.
  private(set) var position = 0
  private(set) var faults: [QueryFault] = []
  /// Whether nothing more can be read after a fault.
  private(set) var isHopeless = false

  /// How many constructs are open around the place.
  private var depth = 0

  /// The height of the highest tree among the expressions read since the innermost open
  /// expression began.
  var tallest = 0

  /// Whether a `|` ends the expression, so that it joins no labels.
  var barEndsExpression = false

  /// The place of each bracket's partner; made when first needed.
  private var partners: ContiguousArray<UInt32>?

  init(bytes: ContiguousArray<UInt8>, tokens: ContiguousArray<Token>, limits: SyntaxLimits) {
    self.bytes = bytes
    self.tokens = tokens
    self.limits = limits
  }
}

// MARK: - Looking and moving

extension TokenParser {
  var current: Token { tokens[position] }

  var kind: TokenKind { tokens[position].kind }

  var keyword: Keyword { tokens[position].keyword }

  /// The token so many places ahead, or the last.
  func token(ahead distance: Int) -> Token {
    tokens[min(position + distance, tokens.count - 1)]
  }

  func token(at place: Int) -> Token { tokens[min(place, tokens.count - 1)] }

  /// Where the current token begins.
  var lower: Int { Int(tokens[position].lower) }

  /// Where the token before the current one ends.
  var previousUpper: Int { position > 0 ? Int(tokens[position - 1].upper) : 0 }

  /// From an offset to the end of what has been read.
  func span(from lower: Int) -> SourceSpan { SourceSpan(lower, previousUpper) }

  func advance() {
    if position + 1 < tokens.count { position += 1 }
  }

  func move(to place: Int) { position = min(place, tokens.count - 1) }

  /// Moves past a token of the kind, and says whether there was one.
  func takes(_ wanted: TokenKind) -> Bool {
    guard kind == wanted else { return false }
    advance()
    return true
  }

  func takes(_ wanted: Keyword) -> Bool {
    guard keyword == wanted else { return false }
    advance()
    return true
  }

  func expect(_ wanted: TokenKind, _ description: StaticString) throws(SyntaxRefusal) {
    guard takes(wanted) else { throw unexpected(description) }
  }

  func expect(_ wanted: Keyword, _ description: StaticString) throws(SyntaxRefusal) {
    guard takes(wanted) else { throw unexpected(description, among: [wanted]) }
  }

  /// The text of a stretch, which begins and ends with tokens.
  func text(_ range: Range<Int>) -> String {
    bytes.withUnsafeBufferPointer { buffer in
      String(decoding: UnsafeBufferPointer(rebasing: buffer[range]), as: UTF8.self)
    }
  }

  func text(of token: Token) -> String { text(token.range) }

  /// The place of the bracket that closes the one at a place, or nil.
  func partner(of place: Int) -> Int? {
    let known = partners ?? Self.partners(of: tokens)
    partners = known
    let partner = Int(known[place])
    return partner > place ? partner : nil
  }

  private static func partners(of tokens: ContiguousArray<Token>) -> ContiguousArray<UInt32> {
    var partners = ContiguousArray<UInt32>(repeating: 0, count: tokens.count)
    var open: [(place: Int, closing: TokenKind)] = []
    for (place, token) in tokens.enumerated() {
      switch token.kind {
      case .leftParenthesis: open.append((place, .rightParenthesis))
      case .leftBracket: open.append((place, .rightBracket))
      case .leftBrace: open.append((place, .rightBrace))
      case .rightParenthesis, .rightBracket, .rightBrace:
        guard let last = open.last, last.closing == token.kind else { continue }
        open.removeLast()
        partners[last.place] = UInt32(truncatingIfNeeded: place)
      default: continue
      }
    }
    return partners
  }
}

// MARK: - Bounds

extension TokenParser {
  /// Opens a construct; ``leave(_:)`` closes it. After a fault, ``recover(from:)`` does.
  ///
  /// - Parameter levels: constructs that take more room on the stack count for several.
  func enter(_ levels: Int = 1) throws(SyntaxRefusal) {
    depth += levels
    if depth > limits.nesting { throw tooDeep() }
  }

  func leave(_ levels: Int = 1) { depth -= levels }

  /// Counts a level that the tree of the expression has grown by.
  func grow(by levels: Int = 1) throws(SyntaxRefusal) {
    tallest += levels
    if tallest > limits.nesting { throw tooDeep() }
  }

  private func tooDeep() -> SyntaxRefusal {
    isHopeless = true
    return fail(.nestingTooDeep(limits.nesting, at: current.span))
  }
}

// MARK: - Faults

extension TokenParser {
  func fail(_ fault: QueryFault) -> SyntaxRefusal {
    if faults.count < SyntaxLimits.mostFaults { faults.append(fault) }
    if faults.count >= SyntaxLimits.mostFaults { isHopeless = true }
    return SyntaxRefusal()
  }

  /// The fault that the current token cannot stand here.
  func unexpected(
    _ expected: StaticString, among keywords: [Keyword] = []
  ) -> SyntaxRefusal {
    unexpected("\(expected)", among: keywords)
  }

  func unexpected(_ expected: String, among keywords: [Keyword] = []) -> SyntaxRefusal {
    fail(
      .unexpected(
        current, text: text(of: current), expected: expected,
        candidates: current.kind == .word ? keywords : []))
  }

  /// Moves to the next clause after a fault in the one that began at a place.
  ///
  /// Clauses within braces that the faulty clause opens belong to it.
  func recover(from start: Int) {
    depth = 0
    tallest = 0
    barEndsExpression = false
    if isHopeless {
      position = tokens.count - 1
      return
    }
    var braces = 0
    for place in start..<position {
      if tokens[place].kind == .leftBrace { braces += 1 }
      if tokens[place].kind == .rightBrace { braces -= 1 }
    }
    if position == start { advance() }
    while kind != .endOfText {
      if kind == .leftBrace { braces += 1 }
      if kind == .rightBrace { braces -= 1 }
      if braces <= 0, isSurelyClauseStart { return }
      advance()
    }
  }

  /// Whether a clause begins here, and the word cannot be a name or part of an operator.
  private var isSurelyClauseStart: Bool {
    guard keyword.isReserved || keyword == .call, keyword.startsClause || keyword == .union,
      position > 0
    else { return false }
    let before = tokens[position - 1]
    switch before.kind {
    case .dot, .colon, .bar, .ampersand, .exclamation: return false
    default: break
    }
    switch (before.keyword, keyword) {
    case (.starts, .with), (.ends, .with), (.on, .create), (.on, .match), (.optional, .match),
      (.detach, .delete):
      return false
    case (.create, .set), (.match, .set):
      return position < 2 || tokens[position - 2].keyword != .on
    default: return true
    }
  }
}
