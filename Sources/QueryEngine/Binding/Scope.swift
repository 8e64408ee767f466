// SPDX-License-Identifier: Apache-2.0

/// A variable that expressions may name.
struct Variable: Sendable {
  let name: String
  let place: VariablePlace
  let type: StaticType
}

/// The variables in scope at one point of a query, in the order in which they came.
struct Scope {
  private(set) var variables: [Variable] = []
  private var positions: [String: Int] = [:]

  subscript(name: String) -> Variable? { positions[name].map { variables[$0] } }

  /// Adds a variable; one of the same name is hidden.
  mutating func add(_ variable: Variable) {
    if let position = positions[variable.name] {
      variables[position] = variable
    } else {
      positions[variable.name] = variables.count
      variables.append(variable)
    }
  }

  var names: [String] { variables.map(\.name) }

  /// This scope with the variables of another one, which hide those of the same name.
  func adding(_ other: Scope) -> Scope {
    var sum = self
    for variable in other.variables { sum.add(variable) }
    return sum
  }
}
