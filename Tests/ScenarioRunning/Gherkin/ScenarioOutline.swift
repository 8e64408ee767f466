// SPDX-License-Identifier: Apache-2.0

/// A scenario as it stands in the file: perhaps with placeholders and examples for them.
struct ScenarioOutline {
  /// One table of examples: the names of placeholders, and rows with their texts.
  struct Examples {
    var tags: [String]
    var names: [String]?
    var rows: [(line: Int, cells: [String])] = []
  }

  var name: String
  var line: Int
  var tags: [String]
  var hasExamples: Bool
  var steps: [Step] = []
  var examples: [Examples] = []

  /// The scenarios that this one stands for: itself, or one for each row of examples.
  func scenarios(after background: [Step]) -> [Scenario] {
    guard hasExamples else {
      return [Scenario(name: name, line: line, tags: tags, steps: background + steps)]
    }
    var scenarios: [Scenario] = []
    for table in examples {
      for row in table.rows {
        let texts = Array(zip(table.names ?? [], row.cells))
        scenarios.append(
          Scenario(
            name: "\(name.filled(texts)) (example \(scenarios.count + 1))", line: row.line,
            tags: tags + table.tags, steps: background + steps.map { $0.filled(texts) }))
      }
    }
    return scenarios
  }
}

extension Step {
  /// The step with texts in the place of placeholders.
  fileprivate func filled(_ texts: [(String, String)]) -> Step {
    let argument: Argument =
      switch argument {
      case .none: .none
      case .text(let text): .text(text.filled(texts))
      case .table(let rows): .table(rows.map { $0.map { $0.filled(texts) } })
      }
    return Step(text: text.filled(texts), line: line, argument: argument)
  }
}

extension String {
  /// Puts texts in the place of `<name>`, each place once: a text that looks like a placeholder
  /// itself is left alone, and so is an unknown name, which may be part of a pattern.
  fileprivate func filled(_ texts: [(String, String)]) -> String {
    var output = ""
    var rest = self[...]
    while let opening = rest.firstIndex(of: "<") {
      output += rest[..<opening]
      rest = rest[opening...]
      if let (name, text) = texts.first(where: { rest.hasPrefix("<\($0.0)>") }) {
        output += text
        rest = rest.dropFirst(name.count + 2)
      } else {
        output += "<"
        rest = rest.dropFirst()
      }
    }
    return output + rest
  }
}
