// SPDX-License-Identifier: Apache-2.0

/// What stands before a path pattern: which of the matching paths are wanted, and which may repeat
/// nodes or edges (ISO/IEC 39075, path pattern prefix).
public struct PathPrefix: Sendable {
  public enum Selector: Sendable {
    /// `ALL`, or nothing.
    case all
    /// `ANY`, `ANY 3`.
    case any(Expression?)
    /// `ANY SHORTEST`, and openCypher's `shortestPath(…)`.
    case anyShortest
    /// `ALL SHORTEST`, and openCypher's `allShortestPaths(…)`.
    case allShortest
    /// `SHORTEST 3`.
    case shortest(Expression)
    /// `SHORTEST 2 GROUPS`, `SHORTEST GROUP`.
    case shortestGroups(Expression?)
  }

  public enum Mode: String, Sendable, Hashable {
    case walk = "WALK"
    case trail = "TRAIL"
    case simple = "SIMPLE"
    case acyclic = "ACYCLIC"
  }

  public var selector: Selector
  /// Nil where the text names none.
  public var mode: Mode?
  /// Whether the text has openCypher's function form.
  public var isFunction: Bool
  public var span: SourceSpan

  public init(selector: Selector, mode: Mode?, isFunction: Bool = false, span: SourceSpan) {
    self.selector = selector
    self.mode = mode
    self.isFunction = isFunction
    self.span = span
  }
}
