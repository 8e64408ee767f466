// SPDX-License-Identifier: Apache-2.0

/// A procedure that a scenario provides: a signature, and a table of what it answers.
package struct ScenarioProcedure: Sendable, Hashable {
  /// An argument or a result: a name, and a type as the scenario writes it, such as `INTEGER?`.
  package struct Field: Sendable, Hashable {
    package var name: String
    package var type: String
  }

  package var name: String
  package var inputs: [Field]
  package var outputs: [Field]

  /// Rows with the values of the arguments, then of the results.
  package var rows: [[ScenarioValue]]
}

extension Step {
  /// Reads `test.my.proc(in :: INTEGER?) :: (out :: STRING?):` and the table.
  func procedure(_ signature: String) throws(StepReadingError) -> ScenarioProcedure {
    var text = signature.trimmed
    if text.hasSuffix(":") { text = String(text.dropLast()).trimmed }
    guard let opening = text.firstIndex(of: "("),
      let closing = text[opening...].firstIndex(of: ")")
    else { throw error("not the signature of a procedure: '\(signature)'") }
    let inputs = try fields(text[text.index(after: opening)..<closing])
    var results = String(text[text.index(after: closing)...]).trimmed
    guard results.hasPrefix("::") else {
      throw error("a procedure without results: '\(signature)'")
    }
    results = String(results.dropFirst(2)).trimmed
    let outputs =
      results.hasPrefix("(") ? try fields(results.dropFirst().prefix { $0 != ")" }) : []
    // The columns of the table may stand in another order than in the signature.
    let names = (inputs + outputs).map(\.name)
    guard let columns = table.first, !names.isEmpty else {
      return ScenarioProcedure(
        name: String(text[..<opening]).trimmed, inputs: inputs, outputs: outputs, rows: [])
    }
    let places = names.compactMap { columns.firstIndex(of: $0) }
    guard places.count == names.count, table.allSatisfy({ $0.count == columns.count }) else {
      throw error("the table does not have the columns of '\(signature)'")
    }
    return ScenarioProcedure(
      name: String(text[..<opening]).trimmed, inputs: inputs, outputs: outputs,
      rows: try values(table.dropFirst()).map { row in places.map { row[$0] } })
  }

  private func fields(
    _ text: Substring
  ) throws(StepReadingError) -> [ScenarioProcedure.Field] {
    var fields: [ScenarioProcedure.Field] = []
    for part in text.split(separator: ",") {
      guard let colons = part.firstRange(of: "::") else {
        throw error("a name without a type: '\(part)'")
      }
      fields.append(
        .init(
          name: String(part[..<colons.lowerBound]).trimmed,
          type: String(part[colons.upperBound...]).trimmed))
    }
    return fields
  }
}
