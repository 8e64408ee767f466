// SPDX-License-Identifier: Apache-2.0

public struct CreateClause: Sendable {
  public var paths: [PathPattern]
  public var span: SourceSpan

  public init(paths: [PathPattern], span: SourceSpan) {
    self.paths = paths
    self.span = span
  }
}

/// `MERGE pattern ON CREATE SET … ON MATCH SET …`.
public struct MergeClause: Sendable {
  public var path: PathPattern
  public var onCreate: [SetItem]
  public var onMatch: [SetItem]
  public var span: SourceSpan

  public init(path: PathPattern, onCreate: [SetItem], onMatch: [SetItem], span: SourceSpan) {
    self.path = path
    self.onCreate = onCreate
    self.onMatch = onMatch
    self.span = span
  }
}

public struct SetClause: Sendable {
  public var items: [SetItem]
  public var span: SourceSpan

  public init(items: [SetItem], span: SourceSpan) {
    self.items = items
    self.span = span
  }
}

public enum SetItem: Sendable {
  /// `subject.name = value`.
  case property(subject: Expression, name: Name, value: Expression)
  /// `variable = map`.
  case replacement(variable: Name, value: Expression)
  /// `variable += map`.
  case addition(variable: Name, value: Expression)
  /// `variable:Label:Label`.
  case labels(variable: Name, labels: [Name])
}

public struct RemoveClause: Sendable {
  public enum Item: Sendable {
    case property(subject: Expression, name: Name)
    case labels(variable: Name, labels: [Name])
  }

  public var items: [Item]
  public var span: SourceSpan

  public init(items: [Item], span: SourceSpan) {
    self.items = items
    self.span = span
  }
}

/// `[DETACH] DELETE expressions`.
public struct DeleteClause: Sendable {
  public var isDetaching: Bool
  public var targets: [Expression]
  public var span: SourceSpan

  public init(isDetaching: Bool, targets: [Expression], span: SourceSpan) {
    self.isDetaching = isDetaching
    self.targets = targets
    self.span = span
  }
}
