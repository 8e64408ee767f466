// SPDX-License-Identifier: Apache-2.0

package import GraphModel

/// What `CALL` runs: named, with typed parameters and result fields.
package struct Procedure: Sendable {
  package struct Field: Sendable {
    package let name: String
    let kind: ValueKind

    /// What a parameter is where a call leaves it out; nil where it must be given.
    let standard: Value?

    init(_ name: String, _ kind: ValueKind, standard: Value? = nil) {
      self.name = name
      self.kind = kind
      self.standard = standard
    }

    /// A field of a type as signatures write it: `STRING?`, `INTEGER`, `NUMBER`.
    package init(name: String, type: String) {
      var word = type.uppercased()
      if word.hasSuffix("?") { word.removeLast() }
      self.init(name, ValueKind(rawValue: word) ?? .any)
    }
  }

  package let name: String

  /// Those that may be left out come last.
  package let parameters: [Field]
  package let results: [Field]

  /// What the map of options may name besides ``ProcedureOptions/ofFilter``.
  private(set) var options: [String] = []

  /// How many arguments a call may have.
  var arity: ClosedRange<Int> {
    (parameters.firstIndex { $0.standard != nil } ?? parameters.count)...parameters.count
  }

  /// The rows for the arguments of one call, each with a value for each result field.
  let rows: @Sendable ([Value], EvaluationContext) throws(EvaluationProblem) -> [[Value]]

  /// The memory of a row with so many values, roughly.
  static func rowSize(_ fieldCount: Int) -> Int { 48 + fieldCount * Value.cellSize }

  init(
    _ name: String, _ parameters: [Field] = [], gives results: [Field],
    _ rows: @escaping @Sendable ([Value], EvaluationContext) throws(EvaluationProblem) -> [[Value]]
  ) {
    self.name = name
    self.parameters = parameters
    self.results = results
    self.rows = rows
  }

  /// A procedure that answers from a table of rows: parameters first, then results.
  ///
  /// A number fits a number of the other kind. For tests.
  package init(
    name: String, parameters: [Field], results: [Field], table: [[Value]]
  ) {
    self.init(name, parameters, gives: results) { arguments, _ in
      table.filter { row in zip(arguments, row).allSatisfy { $0 == $1 } }
        .map { Array($0.dropFirst(parameters.count)) }
    }
  }

  /// The same procedure, which knows these options.
  func knowing(_ options: [String]) -> Procedure {
    var procedure = self
    procedure.options = options
    return procedure
  }
}
