// SPDX-License-Identifier: Apache-2.0

/// How large a query may be, so that no text takes the parser, or whoever walks the tree, down.
public struct SyntaxLimits: Sendable, Hashable {
  /// In UTF-8 code units.
  public var textLength: Int

  /// How deep expressions, patterns and queries may lie within each other; the tree of an
  /// expression is never higher. A pattern counts as two levels, a query as four, `CASE` and forms
  /// with variables of their own as two or three, for the room that they take.
  public var nesting: Int

  public var tokens: Int

  public init(textLength: Int = 1 << 20, nesting: Int = 200, tokens: Int = 1 << 19) {
    self.textLength = textLength
    self.nesting = nesting
    self.tokens = tokens
  }

  public static let standard = SyntaxLimits()

  /// More faults of one text are not reported.
  static let mostFaults = 20
}
