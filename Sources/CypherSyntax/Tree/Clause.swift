// SPDX-License-Identifier: Apache-2.0

/// One clause of a query.
public indirect enum Clause: Sendable {
  case match(MatchClause)
  /// `UNWIND list AS variable`, and the standard's `FOR variable IN list`.
  case unwind(UnwindClause)
  /// `WITH`, and the standard's `LET` and `FILTER`.
  case with(ProjectionClause)
  case returning(ProjectionClause)
  case create(CreateClause)
  case merge(MergeClause)
  case set(SetClause)
  case remove(RemoveClause)
  case delete(DeleteClause)
  case call(CallClause)
  case subquery(SubqueryClause)

  public var span: SourceSpan {
    switch self {
    case .match(let clause): clause.span
    case .unwind(let clause): clause.span
    case .with(let clause), .returning(let clause): clause.span
    case .create(let clause): clause.span
    case .merge(let clause): clause.span
    case .set(let clause): clause.span
    case .remove(let clause): clause.span
    case .delete(let clause): clause.span
    case .call(let clause): clause.span
    case .subquery(let clause): clause.span
    }
  }
}

/// `[OPTIONAL] MATCH pattern [AS OF date] [WHERE filter]`.
public struct MatchClause: Sendable {
  public var isOptional: Bool
  public var pattern: GraphPattern
  /// Our extension: every edge and node of the match holds on this day.
  public var asOf: Expression?
  public var filter: Expression?
  public var span: SourceSpan

  public init(
    isOptional: Bool, pattern: GraphPattern, asOf: Expression?, filter: Expression?,
    span: SourceSpan
  ) {
    self.isOptional = isOptional
    self.pattern = pattern
    self.asOf = asOf
    self.filter = filter
    self.span = span
  }
}

public struct UnwindClause: Sendable {
  public var list: Expression
  public var variable: Name
  /// Whether it is written `FOR variable IN list`.
  public var isStandardForm: Bool
  public var span: SourceSpan

  public init(list: Expression, variable: Name, isStandardForm: Bool = false, span: SourceSpan) {
    self.list = list
    self.variable = variable
    self.isStandardForm = isStandardForm
    self.span = span
  }
}

/// `WITH` or `RETURN`: what is handed on, grouped, sorted and cut.
public struct ProjectionClause: Sendable {
  public enum Form: Sendable, Hashable {
    case plain
    /// `LET name = expression, …`: everything in scope, and more.
    case letForm
    /// `FILTER [WHERE] predicate`: everything in scope, fewer rows.
    case filterForm
  }

  public var form: Form
  public var isDistinct: Bool
  /// Whether `*` stands first; always in the forms `LET` and `FILTER`.
  public var includesAll: Bool
  public var items: [ProjectionItem]
  public var order: [SortItem]
  public var skip: Expression?
  public var limit: Expression?
  /// Of `WITH` and `FILTER` only.
  public var filter: Expression?
  public var span: SourceSpan

  public init(
    form: Form = .plain, isDistinct: Bool = false, includesAll: Bool = false,
    items: [ProjectionItem] = [], order: [SortItem] = [], skip: Expression? = nil,
    limit: Expression? = nil, filter: Expression? = nil, span: SourceSpan
  ) {
    self.form = form
    self.isDistinct = isDistinct
    self.includesAll = includesAll
    self.items = items
    self.order = order
    self.skip = skip
    self.limit = limit
    self.filter = filter
    self.span = span
  }
}

public struct ProjectionItem: Sendable {
  public var expression: Expression
  public var alias: Name?
  /// The expression as written, which names the column where there is no alias.
  public var text: String

  public init(expression: Expression, alias: Name?, text: String) {
    self.expression = expression
    self.alias = alias
    self.text = text
  }
}

public struct SortItem: Sendable {
  public var expression: Expression
  public var isDescending: Bool

  public init(expression: Expression, isDescending: Bool) {
    self.expression = expression
    self.isDescending = isDescending
  }
}

/// `CALL { query }`, `CALL (imported) { query }`.
public struct SubqueryClause: Sendable {
  public var query: Query
  /// The variables of a `CALL (…) {`; nil for a `CALL {`, which imports by a leading `WITH`.
  public var imported: [Name]?
  public var span: SourceSpan

  public init(query: Query, imported: [Name]?, span: SourceSpan) {
    self.query = query
    self.imported = imported
    self.span = span
  }
}

/// `CALL name(arguments) YIELD items WHERE filter`.
public struct CallClause: Sendable {
  /// With its parts joined by full stops.
  public var name: Name
  /// Nil where there are no parentheses: the arguments are parameters of the same names.
  public var arguments: [Expression]?
  public var yields: [YieldItem]
  /// Whether the text says `YIELD *`.
  public var yieldsAll: Bool
  public var filter: Expression?
  public var span: SourceSpan

  public struct YieldItem: Sendable {
    public var field: Name
    public var alias: Name?

    public init(field: Name, alias: Name?) {
      self.field = field
      self.alias = alias
    }
  }

  public init(
    name: Name, arguments: [Expression]?, yields: [YieldItem], yieldsAll: Bool,
    filter: Expression?, span: SourceSpan
  ) {
    self.name = name
    self.arguments = arguments
    self.yields = yields
    self.yieldsAll = yieldsAll
    self.filter = filter
    self.span = span
  }
}
