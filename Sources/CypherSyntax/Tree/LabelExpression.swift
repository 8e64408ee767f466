// SPDX-License-Identifier: Apache-2.0

/// Which labels a node, or which type an edge, must have (ISO/IEC 39075, label expression).
///
/// openCypher's `:A:B` is `A & B`, its `:A|B` and `:A|:B` are `A | B`.
public struct LabelExpression: Sendable {
  public var kind: Kind

  /// With the colon or `IS` before it, where that belongs to the expression.
  public var span: SourceSpan

  /// Without what stands before it.
  public var core: SourceSpan

  public init(_ kind: Kind, _ span: SourceSpan) {
    self.kind = kind
    self.span = span
    core = span
  }

  public indirect enum Kind: Sendable {
    case name(String)
    /// `%`: any label at all.
    case wildcard
    case negation(LabelExpression)
    case conjunction(LabelExpression, LabelExpression)
    case disjunction(LabelExpression, LabelExpression)
  }

  /// Whether the text uses what openCypher 9 does not have: `&`, `!`, `%`, parentheses or `IS`.
  public var isStandardOnly = false
}
