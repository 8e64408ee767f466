// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

extension QueryBinder {
  /// Binds an expression whose value is wanted.
  func bind(_ expression: Expression) throws(QueryFault) -> BoundExpression {
    let allowed = allowsPatterns
    allowsPatterns = false
    defer { allowsPatterns = allowed }
    return try bindAny(expression)
  }

  /// Binds an expression that is a condition, so that patterns may stand in it.
  func bindCondition(
    _ expression: Expression, of word: String = "WHERE"
  ) throws(QueryFault) -> BoundExpression {
    let allowed = allowsPatterns
    allowsPatterns = true
    defer { allowsPatterns = allowed }
    let bound = try bindAny(expression)
    try require(bound, .boolean, "a truth value", word)
    return bound
  }

  /// Binds an optional expression.
  func bind(_ expression: Expression?) throws(QueryFault) -> BoundExpression? {
    guard let expression else { return nil }
    let bound: BoundExpression = try bind(expression)
    return bound
  }

  private func bindAll(_ expressions: [Expression]) throws(QueryFault) -> [BoundExpression] {
    var bound: [BoundExpression] = []
    for expression in expressions { bound.append(try bind(expression)) }
    return bound
  }

  /// Refuses an expression that cannot be of a kind.
  func require(
    _ expression: BoundExpression, _ kind: ValueKind, _ wanted: String, _ operation: String
  ) throws(QueryFault) {
    if !expression.type.mayBe(kind) {
      throw BindingMessages.argumentType(
        "'\(operation)'", expected: wanted, found: expression.type, expression.span)
    }
  }

  private func bindAny(_ expression: Expression) throws(QueryFault) -> BoundExpression {
    let span = expression.span
    if let column = grouping?.column(for: expression) { return place(column, span) }
    switch expression.kind {
    case .literal(let literal):
      let value = literal.value
      return BoundExpression(.constant(value), StaticType(of: value), span)
    case .parameter(let name):
      setting.note(parameter: name, at: span)
      return BoundExpression(.parameter(name), .any, span)
    case .variable(let name):
      return place(try variable(named: name, span), span)
    case .list(let members):
      let bound = try bindAll(members)
      return BoundExpression(.list(bound), .list(of: bound.map(\.type)), span)
    case .map(let entries):
      return BoundExpression(.map(try bind(entries)), .map, span)
    case .property(let subject, let name):
      return try bindProperty(subject, name, span)
    case .index(let subject, let position):
      let bound: BoundExpression = try bind(subject)
      return BoundExpression(
        .element(bound, try bind(position)), bound.type.member, span)
    case .slice(let subject, let from, let to):
      let bound: BoundExpression = try bind(subject)
      return BoundExpression(
        .slice(bound, from: try bind(from), to: try bind(to)),
        bound.type.kind == .list ? bound.type : .any, span)
    case .unary(let symbol, let operand):
      return try bindUnary(symbol, operand, span)
    case .binary(let symbol, let left, let right):
      return try bindBinary(symbol, left, right, span)
    case .comparison(let first, let links):
      return try bindComparison(first, links, span)
    case .isNull(let operand, let isNegated):
      return BoundExpression(.isNull(try bind(operand), isNegated: isNegated), .boolean, span)
    case .labelTest(let subject, let labels):
      return try bindLabelTest(subject, labels, span)
    case .call(let call):
      return try bindCall(call, span)
    case .countAll:
      return try bindAggregate(nil, isDistinct: false, [], span)
    case .conditional(let conditional):
      return try bindConditional(conditional, span)
    case .listComprehension(let comprehension):
      return try bindComprehension(comprehension, span)
    case .quantifier(let quantifier):
      return try bindQuantifier(quantifier, span)
    case .reduction(let reduction):
      return try bindReduction(reduction, span)
    case .mapProjection(let projection):
      return try bindMapProjection(projection, span)
    case .patternComprehension(let comprehension):
      return try bindPatternComprehension(comprehension, span)
    case .pattern(let path):
      return try bindPatternCondition(path, span)
    case .subquery(let kind, let query):
      return try bindSubquery(kind, query, span)
    }
  }

  private func place(_ variable: Variable, _ span: SourceSpan) -> BoundExpression {
    switch variable.place {
    case .slot(let slot): .slot(slot, variable.type, span)
    case .local(let local): BoundExpression(.local(local), variable.type, span)
    }
  }

  /// The variable that an expression names.
  func variable(named name: String, _ span: SourceSpan) throws(QueryFault) -> Variable {
    if let grouping {
      if let local = locals.last(where: { $0.name == name }) { return local }
      if scope[name] == nil, let imported = outer?.find(name) {
        return Variable(
          name: name, place: self.imported(imported, from: outer ?? self), type: imported.type)
      }
      throw grouping.refusal(of: name, isInScope: scope[name] != nil, span)
    }
    if let found = find(name) { return found }
    throw BindingMessages.undefinedVariable(name, inScope: visibleNames, span)
  }

  private func bind(_ entries: [MapEntry]) throws(QueryFault) -> [BoundMapEntry] {
    var bound: [BoundMapEntry] = []
    for entry in entries {
      bound.append(BoundMapEntry(key: entry.key.text, value: try bind(entry.value)))
    }
    return bound
  }

  private func bindProperty(
    _ subject: Expression, _ name: Name, _ span: SourceSpan
  ) throws(QueryFault) -> BoundExpression {
    let bound: BoundExpression = try bind(subject)
    switch bound.type.kind {
    case .boolean, .integer, .float, .number, .string, .list, .path:
      throw BindingMessages.propertyOfValue(name, bound.type)
    default: break
    }
    try checkProperty(name, of: bound)
    return BoundExpression(.property(bound, name.text), .any, span)
  }

  /// Against a closed graph type, refuses a property that the subject cannot have.
  func checkProperty(_ name: Name, of subject: BoundExpression) throws(QueryFault) {
    guard let closed = setting.closedType else { return }
    var test: LabelTest?
    if case .slot(let slot) = subject.kind { test = labelTests[.slot(slot)] }
    switch subject.type.kind {
    case .node: try closed.check(property: name, ofNode: test)
    case .edge: try closed.check(property: name, ofEdge: test)
    default: break
    }
  }

  private func bindLabelTest(
    _ subject: Expression, _ labels: LabelExpression, _ span: SourceSpan
  ) throws(QueryFault) -> BoundExpression {
    let bound: BoundExpression = try bind(subject)
    if !bound.type.mayBe(.node, .edge) {
      throw BindingMessages.argumentType(
        "a label test", expected: "a node or an edge", found: bound.type, bound.span)
    }
    if bound.type.kind == .node { try setting.closedType?.check(labels: labels) }
    if bound.type.kind == .edge { try setting.closedType?.check(types: labels) }
    return BoundExpression(.labelTest(bound, LabelTest(labels)), .boolean, span)
  }
}

extension Literal {
  var value: Value {
    switch self {
    case .null: .null
    case .boolean(let value): .boolean(value)
    case .integer(let value): .integer(value)
    case .float(let value): .float(value)
    case .string(let value): .string(value)
    }
  }
}

extension QueryBinder {
  private func bindConditional(
    _ conditional: CaseExpression, _ span: SourceSpan
  ) throws(QueryFault) -> BoundExpression {
    let subject: BoundExpression? = try bind(conditional.subject)
    var branches: [BoundConditional.Branch] = []
    for branch in conditional.branches {
      let test =
        subject == nil ? try bindCondition(branch.test, of: "WHEN") : try bind(branch.test)
      branches.append(.init(test: test, result: try bind(branch.result)))
    }
    let otherwise: BoundExpression? = try bind(conditional.otherwise)
    let type = branches.reduce(otherwise?.type ?? .null) { $0.joined(with: $1.result.type) }
    return BoundExpression(
      .conditional(
        BoundConditional(subject: subject, branches: branches, otherwise: otherwise)),
      type, span)
  }

  private func bindList(
    _ list: Expression, _ word: String
  ) throws(QueryFault) -> BoundExpression {
    let bound: BoundExpression = try bind(list)
    try require(bound, .list, "a list", word)
    return bound
  }

  private func bindComprehension(
    _ comprehension: ListComprehension, _ span: SourceSpan
  ) throws(QueryFault) -> BoundExpression {
    let list = try bindList(comprehension.list, "IN")
    return try withLocal(comprehension.variable.text, list.type.member) {
      (local: Int) throws(QueryFault) in
      var filter: BoundExpression?
      if let condition = comprehension.filter { filter = try bindCondition(condition) }
      let result: BoundExpression? = try bind(comprehension.result)
      let type = result.map { StaticType.list(of: [$0.type]) } ?? list.type
      return BoundExpression(
        .comprehension(
          BoundComprehension(local: local, list: list, filter: filter, result: result)),
        type.kind == .list ? type : .list, span)
    }
  }

  private func bindQuantifier(
    _ quantifier: QuantifierExpression, _ span: SourceSpan
  ) throws(QueryFault) -> BoundExpression {
    let list = try bindList(quantifier.list, "IN")
    return try withLocal(quantifier.variable.text, list.type.member) {
      (local: Int) throws(QueryFault) in
      var predicate: BoundExpression?
      if let condition = quantifier.predicate { predicate = try bindCondition(condition) }
      return BoundExpression(
        .quantifier(
          BoundQuantifier(
            quantifier: quantifier.kind, local: local, list: list, predicate: predicate)),
        .boolean, span)
    }
  }

  private func bindReduction(
    _ reduction: Reduction, _ span: SourceSpan
  ) throws(QueryFault) -> BoundExpression {
    let initial: BoundExpression = try bind(reduction.initial)
    let list = try bindList(reduction.list, "IN")
    return try withLocal(reduction.accumulator.text, .any) {
      (accumulator: Int) throws(QueryFault) in
      try withLocal(reduction.variable.text, list.type.member) {
        (local: Int) throws(QueryFault) in
        let step: BoundExpression = try bind(reduction.step)
        return BoundExpression(
          .reduction(
            BoundReduction(
              accumulator: accumulator, initial: initial, local: local, list: list, step: step)),
          .any, span)
      }
    }
  }

  private func bindMapProjection(
    _ projection: MapProjection, _ span: SourceSpan
  ) throws(QueryFault) -> BoundExpression {
    let subject: BoundExpression = try bind(
      Expression(.variable(projection.subject.text), projection.subject.span))
    if !subject.type.mayBe(.node, .edge, .map) {
      throw BindingMessages.argumentType(
        "a map projection", expected: "a node, an edge or a map", found: subject.type,
        subject.span)
    }
    var takesAll = false
    var entries: [BoundMapEntry] = []
    for item in projection.items {
      switch item {
      case .allProperties: takesAll = true
      case .property(let name):
        try checkProperty(name, of: subject)
        entries.append(
          BoundMapEntry(
            key: name.text,
            value: BoundExpression(.property(subject, name.text), .any, name.span)))
      case .entry(let entry):
        entries.append(BoundMapEntry(key: entry.key.text, value: try bind(entry.value)))
      case .variable(let name):
        entries.append(
          BoundMapEntry(
            key: name.text, value: try bind(Expression(.variable(name.text), name.span))))
      }
    }
    return BoundExpression(
      .mapProjection(
        BoundMapProjection(subject: subject, takesAll: takesAll, entries: entries)), .map, span)
  }
}
