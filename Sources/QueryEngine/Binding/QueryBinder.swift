// SPDX-License-Identifier: Apache-2.0

import CypherSyntax

/// Resolves the names of one single query, clause by clause.
///
/// A query within an expression has a binder of its own, whose ``outer`` is the one around it; a
/// name that is found only there is imported.
final class QueryBinder {
  /// The greatest number of clauses of one query: each is an operator that calls the one before.
  static let clauseLimit = 500

  let setting: BindingSetting
  let outer: QueryBinder?
  let layout = RowLayout()

  /// What clauses have bound so far.
  var scope = Scope()

  /// The variables of comprehensions and the like around the expression at hand, innermost last.
  /// A local's number is its position.
  var locals: [Variable] = []

  /// Set while columns that hold aggregates are bound.
  var grouping: GroupingScope?

  /// The aggregates of the projection at hand.
  var aggregates: [BoundAggregate] = []

  /// Whether a pattern may stand where the expression at hand stands.
  var allowsPatterns = false

  /// The labels that patterns ask of each variable, for checks against a closed graph type.
  var labelTests: [VariablePlace: LabelTest] = [:]

  /// Where the edges of patterns stand, for messages.
  var edgeSpans: [Int: SourceSpan] = [:]

  init(_ setting: BindingSetting, outer: QueryBinder? = nil) {
    self.setting = setting
    self.outer = outer
  }

  /// The variable with this name, imported where only the query around this one has it.
  func find(_ name: String) -> Variable? {
    if let local = locals.last(where: { $0.name == name }) { return local }
    if let known = scope[name] { return known }
    guard let outer, let found = outer.find(name) else { return nil }
    let variable = Variable(name: name, place: imported(found, from: outer), type: found.type)
    if let test = outer.labelTests[found.place] { labelTests[variable.place] = test }
    return variable
  }

  func imported(_ variable: Variable, from outer: QueryBinder) -> VariablePlace {
    var kind = SlotKind.value
    if case .slot(let slot) = variable.place { kind = outer.layout.kinds[slot] }
    return .slot(layout.slot(importing: variable.place, kind: kind, named: variable.name))
  }

  /// The names that an expression may use, for messages.
  var visibleNames: [String] {
    (grouping?.names ?? scope.names) + locals.map(\.name) + (outer?.visibleNames ?? [])
  }

  /// Runs `body` with one more local variable, which gets its number.
  func withLocal<Result>(
    _ name: String, _ type: StaticType, _ body: (Int) throws(QueryFault) -> Result
  ) throws(QueryFault) -> Result {
    let number = locals.count
    locals.append(Variable(name: name, place: .local(number), type: type))
    defer { locals.removeLast() }
    return try body(number)
  }
}

extension QueryBinder {
  /// Binds all parts of a query.
  static func bind(
    _ query: Query, _ setting: BindingSetting, outer: QueryBinder? = nil,
    allowsOpenEnd: Bool = false
  ) throws(QueryFault) -> BoundQuery {
    func bindPart(_ part: SingleQuery, isAlone: Bool) throws(QueryFault) -> BoundSingleQuery {
      let binder = QueryBinder(setting, outer: outer)
      return try binder.bind(part, isAlone: isAlone, allowsOpenEnd: allowsOpenEnd)
    }
    return try bind(query, bindPart)
  }

  static func bind(
    _ query: Query, _ bindPart: (SingleQuery, Bool) throws(QueryFault) -> BoundSingleQuery
  ) throws(QueryFault) -> BoundQuery {
    let first = try bindPart(query.first, query.unions.isEmpty)
    var bound = BoundQuery(parts: [first], keepsDuplicates: [])
    for union in query.unions {
      let part = try bindPart(union.query, false)
      let names = part.columns.map(\.name)
      guard names == bound.columns else {
        throw BindingMessages.differentColumns(bound.columns, names, union.query.span)
      }
      bound.parts.append(part)
      bound.keepsDuplicates.append(union.keepsDuplicates)
      if bound.keepsDuplicates[0] != union.keepsDuplicates {
        throw BindingMessages.mixedUnions(union.span)
      }
    }
    return bound
  }

  /// Binds one single query.
  /// - Parameter isAlone: whether it is the whole text, so that a call may stand alone in it.
  func bind(
    _ query: SingleQuery, isAlone: Bool, allowsOpenEnd: Bool
  ) throws(QueryFault) -> BoundSingleQuery {
    guard query.clauses.count <= Self.clauseLimit * 20 else {
      throw BindingMessages.tooManyClauses(Self.clauseLimit * 20, query.span)
    }
    var clauses: [BoundClause] = []
    var columns: [BoundColumn] = []
    var isWriting = false
    for (position, clause) in query.clauses.enumerated() {
      let isLast = position == query.clauses.count - 1
      switch clause {
      case .match(let match):
        clauses.append(.match(try bind(match)))
      case .unwind(let unwind):
        clauses.append(.unwind(try bind(unwind)))
      case .with(let projection):
        clauses.append(.project(try bind(projection, isReturn: false).projection))
      case .returning(let projection):
        if !isLast { throw BindingMessages.returnInside(projection.span) }
        let bound = try bind(projection, isReturn: true)
        clauses.append(.project(bound.projection))
        columns = bound.columns
      case .create(let create):
        isWriting = true
        let bound = try bind(create)
        if case .create(let before)? = clauses.last, let joined = before.joined(with: bound) {
          clauses[clauses.count - 1] = .create(joined)
        } else {
          clauses.append(.create(bound))
        }
      case .merge(let merge):
        isWriting = true
        clauses.append(.merge(try bind(merge)))
      case .set(let set):
        isWriting = true
        clauses.append(.set(try bind(set.items)))
      case .remove(let remove):
        isWriting = true
        clauses.append(.remove(try bind(remove.items)))
      case .delete(let delete):
        isWriting = true
        clauses.append(.delete(try bind(delete)))
      case .call(let call):
        let isStandalone = isAlone && query.clauses.count == 1
        let bound = try bind(call, isStandalone: isStandalone)
        clauses.append(.call(bound.call))
        if let filter = bound.filter { clauses.append(.project(filter)) }
        if isStandalone { columns = bound.columns }
      case .subquery(let subquery):
        let bound = try bind(subquery)
        isWriting = isWriting || bound.query.isWriting
        clauses.append(.subquery(bound))
      }
      guard clauses.count <= Self.clauseLimit else {
        throw BindingMessages.tooManyClauses(Self.clauseLimit, clause.span)
      }
    }
    if !allowsOpenEnd, let last = query.clauses.last { try checkEnd(last) }
    return BoundSingleQuery(
      clauses: clauses, slots: layout.kinds, names: layout.names, imports: layout.imports,
      columns: columns,
      isWriting: isWriting)
  }

  private func checkEnd(_ clause: Clause) throws(QueryFault) {
    switch clause {
    case .match, .unwind, .with: throw BindingMessages.openEnd(clause.span)
    default: break
    }
  }
}
