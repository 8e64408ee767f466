// SPDX-License-Identifier: Apache-2.0

/// What the tables and texts of steps hold.
extension Step {
  func error(_ message: String) -> StepReadingError {
    StepReadingError(line: line, message: message)
  }

  func query() throws(StepReadingError) -> String {
    guard case .text(let text) = argument else { throw error("the step has no query") }
    return text
  }

  /// The rows of the table; none when there is no table.
  var table: [[String]] {
    if case .table(let rows) = argument { return rows }
    return []
  }

  func value(_ cell: String) throws(StepReadingError) -> ScenarioValue {
    do {
      return try NotationReader.value(of: cell)
    } catch {
      throw self.error(error.description)
    }
  }

  func values(_ rows: ArraySlice<[String]>) throws(StepReadingError) -> [[ScenarioValue]] {
    var values: [[ScenarioValue]] = []
    for row in rows {
      var cells: [ScenarioValue] = []
      for cell in row { cells.append(try value(cell)) }
      values.append(cells)
    }
    return values
  }

  func rows(isOrdered: Bool, ignoresListOrder: Bool) throws(StepReadingError) -> ExpectedRows {
    guard let columns = table.first else { throw error("the step has no table") }
    guard table.allSatisfy({ $0.count == columns.count }) else {
      throw error("the rows of the table have different lengths")
    }
    return ExpectedRows(
      columns: columns, rows: try values(table.dropFirst()), isOrdered: isOrdered,
      ignoresListOrder: ignoresListOrder)
  }

  /// A table without a head: a name and a value in each row.
  func parameters() throws(StepReadingError) -> [ScenarioText: ScenarioValue] {
    var parameters: [ScenarioText: ScenarioValue] = [:]
    for row in table {
      guard row.count == 2 else { throw error("a parameter is a name and a value") }
      parameters[ScenarioText(row[0])] = try value(row[1])
    }
    return parameters
  }

  func sideEffects() throws(StepReadingError) -> SideEffects {
    var counts: [SideEffects.Kind: Int] = [:]
    for row in table {
      guard row.count == 2, let kind = SideEffects.Kind(rawValue: row[0]), let count = Int(row[1])
      else { throw error("not a side effect: \(row)") }
      counts[kind] = count
    }
    return SideEffects(counts)
  }
}
