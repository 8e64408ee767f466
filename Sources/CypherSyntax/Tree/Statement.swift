// SPDX-License-Identifier: Apache-2.0

/// A whole query text: the query, and whether it is to be explained or measured.
public struct Statement: Sendable {
  public enum Mode: String, Sendable, Hashable {
    case run
    case explain = "EXPLAIN"
    case profile = "PROFILE"
  }

  public var mode: Mode
  public var query: Query

  public init(mode: Mode, query: Query) {
    self.mode = mode
    self.query = query
  }
}

/// One or more single queries, joined by `UNION`.
public struct Query: Sendable {
  public var first: SingleQuery
  public var unions: [Union]
  public var span: SourceSpan

  public struct Union: Sendable {
    /// Whether equal rows stay: `UNION ALL`.
    public var keepsDuplicates: Bool
    public var query: SingleQuery
    public var span: SourceSpan

    public init(keepsDuplicates: Bool, query: SingleQuery, span: SourceSpan) {
      self.keepsDuplicates = keepsDuplicates
      self.query = query
      self.span = span
    }
  }

  public init(first: SingleQuery, unions: [Union] = [], span: SourceSpan) {
    self.first = first
    self.unions = unions
    self.span = span
  }
}

/// Clauses, one after the other.
///
/// The body of an `EXISTS { pattern WHERE … }` without `MATCH` is one match clause.
public struct SingleQuery: Sendable {
  public var clauses: [Clause]
  public var span: SourceSpan

  public init(clauses: [Clause], span: SourceSpan) {
    self.clauses = clauses
    self.span = span
  }
}
