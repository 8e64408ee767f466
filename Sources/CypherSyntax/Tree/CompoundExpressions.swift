// SPDX-License-Identifier: Apache-2.0

/// `CASE subject WHEN … THEN … ELSE … END`; without a subject, the tests are predicates.
public struct CaseExpression: Sendable {
  public var subject: Expression?
  public var branches: [Branch]
  public var otherwise: Expression?

  public struct Branch: Sendable {
    public var test: Expression
    public var result: Expression

    public init(test: Expression, result: Expression) {
      self.test = test
      self.result = result
    }
  }

  public init(subject: Expression?, branches: [Branch], otherwise: Expression?) {
    self.subject = subject
    self.branches = branches
    self.otherwise = otherwise
  }
}

/// `[variable IN list WHERE filter | result]`.
public struct ListComprehension: Sendable {
  public var variable: Name
  public var list: Expression
  public var filter: Expression?
  public var result: Expression?

  public init(variable: Name, list: Expression, filter: Expression?, result: Expression?) {
    self.variable = variable
    self.list = list
    self.filter = filter
    self.result = result
  }
}

/// `[path = pattern WHERE filter | result]`.
public struct PatternComprehension: Sendable {
  public var pattern: PathPattern
  public var filter: Expression?
  public var result: Expression

  public init(pattern: PathPattern, filter: Expression?, result: Expression) {
    self.pattern = pattern
    self.filter = filter
    self.result = result
  }
}

/// `all(variable IN list WHERE predicate)` and its kin.
public struct QuantifierExpression: Sendable {
  public enum Kind: String, Sendable, Hashable {
    case all, any, none, single
  }

  public var kind: Kind
  public var variable: Name
  public var list: Expression
  public var predicate: Expression?

  public init(kind: Kind, variable: Name, list: Expression, predicate: Expression?) {
    self.kind = kind
    self.variable = variable
    self.list = list
    self.predicate = predicate
  }
}

/// `reduce(accumulator = initial, variable IN list | step)`.
public struct Reduction: Sendable {
  public var accumulator: Name
  public var initial: Expression
  public var variable: Name
  public var list: Expression
  public var step: Expression

  public init(
    accumulator: Name, initial: Expression, variable: Name, list: Expression, step: Expression
  ) {
    self.accumulator = accumulator
    self.initial = initial
    self.variable = variable
    self.list = list
    self.step = step
  }
}

/// `subject {.property, key: value, variable, .*}`.
public struct MapProjection: Sendable {
  public enum Item: Sendable {
    case property(Name)
    case entry(MapEntry)
    case variable(Name)
    case allProperties(SourceSpan)
  }

  public var subject: Name
  public var items: [Item]

  public init(subject: Name, items: [Item]) {
    self.subject = subject
    self.items = items
  }
}
