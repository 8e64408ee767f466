// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// A function that makes one value of the values of one row.
struct ScalarFunction: Sendable {
  typealias Body =
    @Sendable ([Value], EvaluationContext) throws(EvaluationProblem) -> Value

  /// As documented: `toUpper`, `duration.between`.
  let name: String

  /// How many arguments it takes.
  let arity: ClosedRange<Int>

  /// Whether the same arguments give the same value within one query. `date()` does, because the
  /// moment of a query is fixed; `rand()` does not.
  let isDeterministic: Bool

  /// False where any argument that is null makes the value null, without a call.
  let acceptsNull: Bool

  /// What each argument may be, to find faults before the query runs; the last one repeats.
  let argumentKinds: [ArgumentKind]

  /// What it gives, ``ValueKind/any`` where that depends on the arguments.
  let resultKind: ValueKind

  /// The value for as many arguments as ``arity`` allows, none of them null unless
  /// ``acceptsNull``.
  let evaluate: Body

  init(
    _ name: String, arity: ClosedRange<Int>, of argumentKinds: [ArgumentKind] = [],
    gives resultKind: ValueKind = .any, isDeterministic: Bool = true, acceptsNull: Bool = false,
    _ evaluate: @escaping Body
  ) {
    self.name = name
    self.arity = arity
    self.isDeterministic = isDeterministic
    self.acceptsNull = acceptsNull
    self.argumentKinds = argumentKinds
    self.resultKind = resultKind
    self.evaluate = evaluate
  }

  /// A function of as many arguments as it has kinds.
  init(
    _ name: String, of argumentKinds: [ArgumentKind], gives resultKind: ValueKind = .any,
    isDeterministic: Bool = true, acceptsNull: Bool = false, _ evaluate: @escaping Body
  ) {
    self.init(
      name, arity: argumentKinds.count...argumentKinds.count, of: argumentKinds,
      gives: resultKind, isDeterministic: isDeterministic, acceptsNull: acceptsNull, evaluate)
  }

  /// The value for any arguments whose number fits: null at once where one is null and the
  /// function does not take it.
  func callAsFunction(
    _ arguments: [Value], _ context: EvaluationContext
  ) throws(EvaluationProblem) -> Value {
    if !acceptsNull {
      for case .null in arguments { return .null }
    }
    return try evaluate(arguments, context)
  }
}
