// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

extension QueryBinder {
  /// Binds the call of a function, an aggregate among them.
  func bindCall(
    _ call: FunctionCall, _ span: SourceSpan
  ) throws(QueryFault) -> BoundExpression {
    let name = call.name.text
    if name.lowercased() == "exists", call.arguments.count == 1,
      case .pattern(let path) = call.arguments[0].kind
    {
      let allowed = allowsPatterns
      allowsPatterns = true
      defer { allowsPatterns = allowed }
      return try bindPatternCondition(path, span)
    }
    if let aggregate = FunctionCatalogue.aggregate(named: name) {
      return try bindAggregate(aggregate, isDistinct: call.isDistinct, call.arguments, span)
    }
    guard let function = FunctionCatalogue.scalar(named: name) else {
      throw BindingMessages.unknownFunction(call.name)
    }
    guard function.arity.contains(call.arguments.count) else {
      throw BindingMessages.argumentCount(
        function.name, expected: function.arity, found: call.arguments.count, span)
    }
    var arguments: [BoundExpression] = []
    for (position, argument) in call.arguments.enumerated() {
      let bound: BoundExpression = try bind(argument)
      try check(bound, at: position, kinds: function.argumentKinds, of: function.name)
      arguments.append(bound)
    }
    return BoundExpression(
      .call(function, arguments), Self.resultType(of: function, arguments), span)
  }

  private func check(
    _ argument: BoundExpression, at position: Int, kinds: [ArgumentKind], of name: String
  ) throws(QueryFault) {
    guard let kind = position < kinds.count ? kinds[position] : kinds.last else { return }
    if !kind.mayAccept(argument.type.kind) {
      let wanted = kind.kinds.map { StaticType($0).description }.sorted()
        .joined(separator: " or ")
      throw BindingMessages.argumentType(
        "'\(name)'", expected: wanted, found: argument.type, argument.span)
    }
  }

  private static func resultType(
    of function: ScalarFunction, _ arguments: [BoundExpression]
  ) -> StaticType {
    switch function.name {
    case "nodes": .nodes
    case "relationships", "edges": .edges
    case "range": StaticType(.list, of: .integer)
    case "labels", "keys", "split": StaticType(.list, of: .string)
    case "tail", "reverse": arguments.first.map(\.type) ?? .any
    case "head", "last": arguments.first.map(\.type.member) ?? .any
    default: StaticType(function.resultKind)
    }
  }

  /// Binds an aggregate, which gets a slot that the grouping fills.
  func bindAggregate(
    _ function: AggregateFunction?, isDistinct: Bool, _ arguments: [Expression],
    _ span: SourceSpan
  ) throws(QueryFault) -> BoundExpression {
    guard let grouping, locals.isEmpty else { throw BindingMessages.invalidAggregation(span) }
    if let function, arguments.count != function.arity {
      throw BindingMessages.argumentCount(
        function.name, expected: function.arity...function.arity, found: arguments.count, span)
    }
    for argument in arguments {
      if let inner = argument.firstAggregate { throw BindingMessages.nestedAggregation(inner) }
      if let changing = argument.firstChangingCall {
        throw BindingMessages.changingAggregation(changing)
      }
    }
    switch grouping.use {
    case .columns: self.grouping = nil
    // A sort key sees only columns, so an aggregate that is none of them finds nothing.
    case .order:
      self.grouping = GroupingScope(
        use: .order(hasAggregate: false), outputs: grouping.outputs, columns: [], mentioned: [])
    }
    defer { self.grouping = grouping }
    var bound: [BoundExpression] = []
    for (position, argument) in arguments.enumerated() {
      let expression: BoundExpression = try bind(argument)
      if let function {
        try check(expression, at: position, kinds: function.argumentKinds, of: function.name)
      }
      bound.append(expression)
    }
    if case .order = grouping.use, function != nil {
      throw BindingMessages.invalidAggregation(span)
    }
    let slot = layout.addSlot(.value)
    aggregates.append(
      BoundAggregate(
        slot: slot, function: function, isDistinct: isDistinct, arguments: bound, span: span))
    let type: StaticType =
      switch function {
      case nil: .integer
      case .collect?: .list(of: bound.map(\.type))
      case .minimum?, .maximum?: bound.first?.type ?? .any
      case let function?: StaticType(function.resultKind)
      }
    return .slot(slot, type, span)
  }
}
