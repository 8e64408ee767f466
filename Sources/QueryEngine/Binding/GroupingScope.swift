// SPDX-License-Identifier: Apache-2.0

import CypherSyntax

/// What expressions may name where rows have been grouped: the columns they are grouped by, and
/// aggregates.
///
/// Beside an aggregate, only variables and properties can be the same as a column; elsewhere in
/// `ORDER BY`, any expression written like a column stands for it.
struct GroupingScope {
  enum Use {
    /// The columns that hold aggregates.
    case columns
    /// A sort key, with or without aggregates of its own.
    case order(hasAggregate: Bool)
  }

  let use: Use

  /// The columns by name; only sort keys see them.
  let outputs: Scope

  /// The columns by what they are made of.
  let columns: [(expression: Expression, variable: Variable)]

  /// The names that the grouping columns mention.
  let mentioned: Set<String>

  var names: [String] { outputs.names }

  /// The column that an expression stands for.
  func column(for expression: Expression) -> Variable? {
    if case .order = use, case .variable(let name) = expression.kind, let output = outputs[name] {
      return output
    }
    guard isComparable(expression) else { return nil }
    return columns.first { $0.expression.isSame(as: expression) }?.variable
  }

  private func isComparable(_ expression: Expression) -> Bool {
    switch use {
    case .order(hasAggregate: false): return true
    case .order(hasAggregate: true): return expression.isSimple || expression.firstAggregate != nil
    case .columns: return expression.isSimple
    }
  }

  /// Why a variable that is none of the columns cannot stand here.
  func refusal(of name: String, isInScope: Bool, _ span: SourceSpan) -> QueryFault {
    let isAmbiguous =
      switch use {
      case .columns: isInScope
      case .order(let hasAggregate): hasAggregate && mentioned.contains(name)
      }
    return isAmbiguous
      ? BindingMessages.ambiguousAggregation(name, span)
      : BindingMessages.undefinedVariable(name, inScope: names, span)
  }
}

extension Expression {
  /// Whether it is a variable, or a property of something simple.
  var isSimple: Bool {
    switch kind {
    case .variable: true
    case .property(let subject, _): subject.isSimple
    default: false
    }
  }

  /// Every variable that the expression mentions outside patterns and queries.
  var mentionedVariables: Set<String> {
    if case .variable(let name) = kind { return [name] }
    return parts.reduce(into: []) { $0.formUnion($1.mentionedVariables) }
  }
}
