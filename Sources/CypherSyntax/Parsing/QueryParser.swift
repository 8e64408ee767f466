// SPDX-License-Identifier: Apache-2.0

/// What became of a query's text: a tree, or what is wrong with it.
public struct ParsedQuery: Sendable {
  /// Nil when there are faults.
  public var statement: Statement?

  /// In the order of their places.
  public var faults: [QueryFault]

  public init(statement: Statement?, faults: [QueryFault]) {
    self.statement = statement
    self.faults = faults
  }
}

/// Reads queries: openCypher 9, path patterns of ISO/IEC 39075 (GQL), and our `AS OF` and `COST`.
///
/// ```swift
/// let parsed = QueryParser.parse("MATCH (n:State) RETURN n.name")
/// ```
///
/// Only the form is looked at. Whether variables are in scope, types fit and clauses may follow each
/// other is for the engine to say. Any text at all gives an answer.
public struct QueryParser {
  /// - Complexity: linear in the length of the text.
  public static func parse(_ text: String, limits: SyntaxLimits = .standard) -> ParsedQuery {
    let length = text.utf8.count
    guard length <= limits.textLength else {
      return ParsedQuery(
        statement: nil, faults: [.textTooLong(length, atMost: limits.textLength)])
    }
    let bytes = ContiguousArray(text.utf8)
    let lexed = bytes.withUnsafeBufferPointer { buffer in
      var lexer = Lexer(buffer, mostTokens: limits.tokens)
      lexer.run()
      return (tokens: lexer.tokens, isCutShort: lexer.isCutShort)
    }
    guard !lexed.isCutShort else {
      return ParsedQuery(statement: nil, faults: [.tooManyTokens(atMost: limits.tokens)])
    }
    let parser = TokenParser(bytes: bytes, tokens: lexed.tokens, limits: limits)
    let statement = parser.statement()
    let faults = parser.faults
    return ParsedQuery(statement: faults.isEmpty ? statement : nil, faults: faults)
  }
}
