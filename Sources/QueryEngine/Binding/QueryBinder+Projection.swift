// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

extension QueryBinder {
  /// Binds `WITH` and `RETURN`; afterwards their columns are what is in scope.
  func bind(
    _ clause: ProjectionClause, isReturn: Bool
  ) throws(QueryFault) -> (projection: BoundProjection, columns: [BoundColumn]) {
    let columns = try columns(of: clause, isReturn: isReturn)
    let isGrouping = columns.contains { $0.hasAggregate }
    if isGrouping, clause.form != .plain, let item = columns.first(where: \.hasAggregate) {
      throw BindingMessages.invalidAggregation(item.expression.span)
    }
    aggregates = []
    let bound = try isGrouping ? bindGrouped(columns) : bindPlain(columns)
    var outputs = Scope()
    for column in bound.columns { outputs.add(column) }

    var projection = BoundProjection(items: bound.items, order: [])
    if clause.isDistinct { projection.distinct = slots(of: bound.columns) }
    let isNarrow = isGrouping || clause.isDistinct
    projection.order = try bindOrder(
      clause.order, columns: Array(zip(columns, bound.columns)), outputs: outputs,
      isGrouping: isGrouping, isNarrow: isNarrow)
    let before = scope
    if !isReturn { try checkAliases(clause.items) }
    scope = isNarrow ? outputs : before.adding(outputs)
    projection.skip = try bindRowCount(clause.skip, "SKIP")
    projection.limit = try bindRowCount(clause.limit, "LIMIT")
    if let filter = clause.filter {
      if let aggregate = filter.firstAggregate {
        throw BindingMessages.invalidAggregation(aggregate)
      }
      // What is written like a column stands for it, though what it is made of is gone.
      if isNarrow {
        grouping = groupingForOrder(
          Array(zip(columns, bound.columns)), outputs, hasAggregate: false)
      }
      defer { grouping = nil }
      projection.filter = try bindCondition(filter)
    }
    scope = outputs
    if isGrouping {
      projection.aggregation = BoundAggregation(keys: bound.keys, aggregates: aggregates)
    }
    let named = bound.columns.map { BoundColumn(name: $0.name, slot: slot(of: $0)) }
    return (projection, named)
  }

  /// A column as the text has it.
  struct Column {
    let name: String
    let expression: Expression
    let hasAggregate: Bool
  }

  private func slot(of variable: Variable) -> Int {
    if case .slot(let slot) = variable.place { return slot }
    preconditionFailure("a column lies in a slot")
  }

  private func slots(of variables: [Variable]) -> [Int] { variables.map { slot(of: $0) } }

  private func columns(
    of clause: ProjectionClause, isReturn: Bool
  ) throws(QueryFault) -> [Column] {
    var columns: [Column] = []
    if clause.includesAll {
      if isReturn, scope.variables.isEmpty { throw BindingMessages.noVariables(clause.span) }
      // In the order of their names where people see it; WITH has no order to speak of.
      let variables =
        isReturn
        ? scope.variables.sorted {
          $0.name.unicodeScalars.lexicographicallyPrecedes($1.name.unicodeScalars)
        } : scope.variables
      columns = variables.map {
        Column(
          name: $0.name, expression: Expression(.variable($0.name), clause.span),
          hasAggregate: false)
      }
    }
    for item in clause.items {
      var name = item.alias?.text
      if case .variable(let variable) = item.expression.kind { name = name ?? variable }
      let column = Column(
        name: name ?? item.text, expression: item.expression,
        hasAggregate: item.expression.firstAggregate != nil)
      if let known = columns.firstIndex(where: { $0.name == column.name }) {
        // LET may give a name anew; two columns of one name are a fault anywhere else.
        guard clause.form == .letForm, known < scope.variables.count else {
          throw BindingMessages.columnConflict(
            column.name, item.alias?.span ?? item.expression.span)
        }
        columns[known] = column
      } else {
        columns.append(column)
      }
    }
    return columns
  }

  /// What binding the columns gives.
  private struct BoundColumns {
    var columns: [Variable] = []
    var items: [BoundItem] = []
    var keys: [BoundItem] = []
  }

  private func bindPlain(_ columns: [Column]) throws(QueryFault) -> BoundColumns {
    var bound = BoundColumns()
    for column in columns {
      let (variable, item) = try bindColumn(column)
      bound.columns.append(variable)
      if let item { bound.items.append(item) }
    }
    return bound
  }

  /// A variable keeps its slot, whatever it is called; anything else gets a new one.
  private func bindColumn(
    _ column: Column
  ) throws(QueryFault) -> (variable: Variable, item: BoundItem?) {
    let expression: BoundExpression = try bind(column.expression)
    if case .slot(let slot) = expression.kind {
      return (Variable(name: column.name, place: .slot(slot), type: expression.type), nil)
    }
    let slot = layout.addSlot(.value, named: column.name)
    let variable = Variable(name: column.name, place: .slot(slot), type: expression.type)
    return (variable, BoundItem(slot: slot, expression: expression))
  }

  private func bindGrouped(_ columns: [Column]) throws(QueryFault) -> BoundColumns {
    var bound = BoundColumns()
    var variables: [Variable?] = []
    var keys: [(expression: Expression, variable: Variable)] = []
    for column in columns {
      guard !column.hasAggregate else {
        variables.append(nil)
        continue
      }
      let (variable, item) = try bindColumn(column)
      variables.append(variable)
      keys.append((column.expression, variable))
      let slot = slot(of: variable)
      if let item {
        bound.keys.append(item)
      } else if !bound.keys.contains(where: { $0.slot == slot }) {
        bound.keys.append(
          BoundItem(slot: slot, expression: .slot(slot, variable.type, column.expression.span)))
      }
    }
    let mentioned = keys.reduce(into: Set<String>()) {
      $0.formUnion($1.expression.mentionedVariables)
    }
    grouping = GroupingScope(use: .columns, outputs: Scope(), columns: keys, mentioned: mentioned)
    defer { grouping = nil }
    for (position, column) in columns.enumerated() {
      if let known = variables[position] {
        bound.columns.append(known)
        continue
      }
      let (variable, item) = try bindColumn(column)
      bound.columns.append(variable)
      if let item { bound.items.append(item) }
    }
    return bound
  }

  private func groupingForOrder(
    _ columns: [(column: Column, variable: Variable)], _ outputs: Scope, hasAggregate: Bool
  ) -> GroupingScope {
    let mentioned = columns.reduce(into: Set<String>()) {
      if !$1.column.hasAggregate { $0.formUnion($1.column.expression.mentionedVariables) }
    }
    return GroupingScope(
      use: .order(hasAggregate: hasAggregate), outputs: outputs,
      columns: columns.map { ($0.column.expression, $0.variable) }, mentioned: mentioned)
  }

  private func checkAliases(_ items: [ProjectionItem]) throws(QueryFault) {
    for item in items where item.alias == nil {
      if case .variable = item.expression.kind { continue }
      throw BindingMessages.noAlias(item.text, item.expression.span)
    }
  }

  private func bindOrder(
    _ order: [SortItem], columns: [(column: Column, variable: Variable)], outputs: Scope,
    isGrouping: Bool, isNarrow: Bool
  ) throws(QueryFault) -> [BoundSort] {
    let before = scope
    defer {
      scope = before
      grouping = nil
    }
    var sorts: [BoundSort] = []
    for item in order {
      let aggregate = item.expression.firstAggregate
      if !isGrouping, let aggregate { throw BindingMessages.invalidAggregation(aggregate) }
      if isNarrow {
        grouping = groupingForOrder(columns, outputs, hasAggregate: aggregate != nil)
      } else {
        scope = before.adding(outputs)
      }
      let expression: BoundExpression = try bind(item.expression)
      sorts.append(BoundSort(expression: expression, isDescending: item.isDescending))
    }
    return sorts
  }

  /// Binds what stands after `SKIP` or `LIMIT`.
  private func bindRowCount(
    _ expression: Expression?, _ word: String
  ) throws(QueryFault) -> BoundExpression? {
    guard let expression else { return nil }
    if !expression.mentionedVariables.isEmpty {
      throw BindingMessages.rowCountNotConstant(word, expression.span)
    }
    let bound: BoundExpression = try bind(expression)
    if !bound.slots.isEmpty { throw BindingMessages.rowCountNotConstant(word, expression.span) }
    switch bound.constant {
    case .integer(let number)?:
      if number < 0 { throw BindingMessages.rowCountNegative(word, number, expression.span) }
    case .some(let value):
      throw BindingMessages.rowCountType(word, StaticType(of: value), expression.span)
    case nil:
      if !bound.type.mayBe(.integer) {
        throw BindingMessages.rowCountType(word, bound.type, expression.span)
      }
    }
    return bound
  }
}
