// SPDX-License-Identifier: Apache-2.0

/// What became of a node or an edge.
public enum ChangeKind: String, Sendable, Hashable, CaseIterable {
  case added, removed
  /// It has an end now and had none. Other properties may differ as well.
  case ended
  /// It says something else.
  case changed
  /// It says the same, on other sources or on other places in them.
  case resourced
}

/// A node or an edge that differs between two graphs.
public struct ElementDifference<ID: Sendable & Hashable>: Sendable, Hashable {
  public var kind: ChangeKind

  /// In the older graph; nil for what is new.
  public var old: ID?

  /// In the newer graph; nil for what has gone.
  public var new: ID?

  /// What differs, in the order of ``StatementDifference/Subject``, properties by name; empty for
  /// what came or went.
  public var statements: [StatementDifference]

  public init(
    _ kind: ChangeKind, old: ID? = nil, new: ID? = nil, statements: [StatementDifference] = []
  ) {
    self.kind = kind
    self.old = old
    self.new = new
    self.statements = statements
  }

  /// The change of something that is in both graphs; nil when nothing differs.
  init?(old: ID, new: ID, statements: [StatementDifference], hasEnded: Bool) {
    guard !statements.isEmpty else { return nil }
    let kind: ChangeKind =
      hasEnded ? .ended : statements.allSatisfy(\.isOfSourcesOnly) ? .resourced : .changed
    self.init(kind, old: old, new: new, statements: statements)
  }
}

/// One thing that two versions of a node or an edge state differently.
public struct StatementDifference: Sendable, Hashable {
  public enum Subject: Sendable, Hashable {
    /// The labels of a node, and so its type.
    case labels
    /// The further names of a node.
    case names
    /// What the data call an edge.
    case identifier
    case property(String)
    /// That the node or edge exists: who says so, and what the editors remark.
    case existence
  }

  public var subject: Subject

  /// Whether values are the same, and only who states them differs.
  public var isOfSourcesOnly: Bool

  public init(_ subject: Subject, isOfSourcesOnly: Bool = false) {
    self.subject = subject
    self.isOfSourcesOnly = isOfSourcesOnly
  }
}
