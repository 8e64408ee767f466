// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

extension QueryBinder {
  /// Binds `MATCH`; afterwards its variables are in scope.
  func bind(_ clause: MatchClause) throws(QueryFault) -> BoundMatch {
    var patterns = PatternBinder(
      self, for: .match, allowsRepetition: clause.pattern.mode == .repeatableElements,
      asOf: try bindDay(clause.asOf))
    try patterns.bind(clause.pattern)
    if let filter = clause.filter {
      patterns.pattern.predicates += try bindCondition(filter).conjuncts
    }
    return BoundMatch(
      isOptional: clause.isOptional, pattern: patterns.pattern, filled: patterns.filled,
      origin: clause.isOptional ? layout.addSlot(.ordinal) : nil)
  }

  /// Binds the day after `AS OF`, which knows nothing of the match that it is for.
  private func bindDay(_ day: Expression?) throws(QueryFault) -> BoundExpression? {
    guard let day else { return nil }
    let bound: BoundExpression
    do {
      bound = try bind(day)
    } catch {
      throw error.detail == .undefinedVariable ? BindingMessages.unknownInDay(error) : error
    }
    if !bound.type.mayBe(.date, .string, .null) {
      throw BindingMessages.argumentType(
        "'AS OF'", expected: "a date", found: bound.type, bound.span)
    }
    return bound
  }

  /// Binds `UNWIND`, which may take anything: what is no list is a list of one.
  func bind(_ clause: UnwindClause) throws(QueryFault) -> BoundUnwind {
    let list: BoundExpression = try bind(clause.list)
    let name = clause.variable
    if scope[name.text] != nil { throw BindingMessages.alreadyBound(name.text, name.span) }
    let slot = layout.addSlot(.value, named: name.text)
    scope.add(
      Variable(
        name: name.text, place: .slot(slot),
        type: list.type.kind == .list ? list.type.member : .any))
    return BoundUnwind(list: list, slot: slot)
  }

  /// Binds `CALL name(…) YIELD …`.
  func bind(
    _ clause: CallClause, isStandalone: Bool
  ) throws(QueryFault) -> (call: BoundCall, columns: [BoundColumn], filter: BoundProjection?) {
    let name = clause.name
    guard let procedure = setting.procedures[name.text] else {
      throw BindingMessages.unknownProcedure(name, known: setting.procedures.names)
    }
    let arguments = try bindArguments(clause, of: procedure, isStandalone: isStandalone)
    if clause.yieldsAll, !isStandalone { throw BindingMessages.yieldAllInside(clause.span) }
    var yields = clause.yields
    if isStandalone, yields.isEmpty {
      yields = procedure.results.map { .init(field: Name($0.name, name.span), alias: nil) }
    }
    var results: [(field: Int, slot: Int)] = []
    var columns: [BoundColumn] = []
    for item in yields {
      guard let field = procedure.results.firstIndex(where: { $0.name == item.field.text }) else {
        throw BindingMessages.unknownField(item.field, of: procedure)
      }
      let variable = item.alias ?? item.field
      if find(variable.text) != nil {
        throw BindingMessages.alreadyBound(variable.text, variable.span)
      }
      let slot = layout.addSlot(.value)
      let type = StaticType(procedure.results[field].kind)
      scope.add(Variable(name: variable.text, place: .slot(slot), type: type))
      results.append((field, slot))
      columns.append(BoundColumn(name: variable.text, slot: slot))
    }
    var filter: BoundProjection?
    if let condition = clause.filter {
      filter = BoundProjection(items: [], order: [], filter: try bindCondition(condition))
    }
    let call = BoundCall(
      procedure: procedure, arguments: arguments, results: results, span: clause.span)
    return (call, columns, filter)
  }

  private func bindArguments(
    _ clause: CallClause, of procedure: Procedure, isStandalone: Bool
  ) throws(QueryFault) -> [BoundExpression] {
    guard let given = clause.arguments else {
      if !isStandalone { throw BindingMessages.implicitArguments(clause.name) }
      return procedure.parameters.map { parameter in
        if let standard = parameter.standard {
          return BoundExpression(.constant(standard), .any, clause.name.span)
        }
        setting.note(parameter: parameter.name, at: clause.name.span)
        return BoundExpression(.parameter(parameter.name), .any, clause.name.span)
      }
    }
    guard procedure.arity.contains(given.count) else {
      throw BindingMessages.argumentCount(
        procedure.name, expected: procedure.arity, found: given.count, clause.span)
    }
    var arguments: [BoundExpression] = []
    for (argument, parameter) in zip(given, procedure.parameters) {
      if let aggregate = argument.firstAggregate {
        throw BindingMessages.invalidAggregation(aggregate)
      }
      let bound: BoundExpression = try bind(argument)
      let isFitting =
        ArgumentKind(parameter.kind).mayAccept(bound.type.kind)
        || parameter.kind == .float && bound.type.kind == .integer
      if !isFitting {
        throw BindingMessages.argumentType(
          "'\(procedure.name)'", expected: StaticType(parameter.kind).description,
          found: bound.type, bound.span)
      }
      arguments.append(bound)
    }
    for parameter in procedure.parameters.dropFirst(given.count) {
      arguments.append(BoundExpression(.constant(parameter.standard ?? .null), .any, clause.span))
    }
    return arguments
  }
}
