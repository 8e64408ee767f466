// SPDX-License-Identifier: Apache-2.0

/// Reads the part of Gherkin that scenarios of queries use: features, backgrounds, scenarios,
/// outlines with examples, steps, tables, texts in quotes, tags and comments.
package struct FeatureReader {
  private enum Section {
    case feature, background, scenario, examples
  }

  private let lines: [String]
  private var next = 0
  private var section = Section.feature
  private var name: String?
  private var featureTags: [String] = []
  private var tags: [String] = []
  private var background: [Step] = []
  private var outline: ScenarioOutline?
  private var scenarios: [Scenario] = []

  private init(_ text: String) {
    lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map {
      String($0.last == "\r" ? $0.dropLast() : $0)
    }
  }

  /// The feature that a text describes.
  package static func feature(of text: String) throws(FeatureReadingError) -> Feature {
    var reader = FeatureReader(text)
    return try reader.read()
  }

  private mutating func read() throws(FeatureReadingError) -> Feature {
    while next < lines.count {
      let line = lines[next].trimmed
      next += 1
      try read(line)
    }
    finishScenario()
    guard let name else { throw error("the file has no feature") }
    return Feature(name: name, scenarios: scenarios)
  }

  private mutating func read(_ line: String) throws(FeatureReadingError) {
    if line.isEmpty || line.hasPrefix("#") { return }
    if line.hasPrefix("@") {
      tags += line.split(whereSeparator: \.isWhitespace).prefix { !$0.hasPrefix("#") }
        .map { String($0.drop { $0 == "@" }) }
    } else if line.hasPrefix("|") {
      try readTableRow(line)
    } else if line.hasPrefix("\"\"\"") || line.hasPrefix("```") {
      try readText(until: String(line.prefix(3)))
    } else if let (keyword, title) = heading(line) {
      try begin(keyword, title)
    } else if let text = stepText(line) {
      try addStep(Step(text: text, line: next))
    } else if section == .scenario && outline?.steps.isEmpty == false {
      throw error("a step begins with Given, When, Then, And or But: '\(line)'")
    }
    // Anything else is a description.
  }

  private func heading(_ line: String) -> (keyword: String, title: String)? {
    let keywords = [
      "Feature", "Rule", "Background", "Scenario", "Example", "Scenario Outline",
      "Scenario Template", "Examples", "Scenarios",
    ]
    guard let keyword = keywords.first(where: { line.hasPrefix($0 + ":") }) else { return nil }
    return (keyword, String(line.dropFirst(keyword.count + 1)).trimmed)
  }

  private mutating func begin(
    _ keyword: String, _ title: String
  ) throws(FeatureReadingError) {
    switch keyword {
    case "Feature", "Rule":
      finishScenario()
      if keyword == "Feature" { name = title }
      featureTags += tags
      section = .feature
    case "Background":
      finishScenario()
      section = .background
    case "Examples", "Scenarios":
      guard outline != nil else { throw error("examples without a scenario before them") }
      outline?.hasExamples = true
      outline?.examples.append(.init(tags: tags))
      section = .examples
    default:
      finishScenario()
      outline = ScenarioOutline(
        name: title, line: next, tags: featureTags + tags,
        hasExamples: keyword.hasPrefix("Scenario "))
      section = .scenario
    }
    tags = []
  }

  private mutating func finishScenario() {
    if let outline { scenarios += outline.scenarios(after: background) }
    outline = nil
  }

  private func stepText(_ line: String) -> String? {
    for keyword in ["Given ", "When ", "Then ", "And ", "But ", "* "] where line.hasPrefix(keyword)
    {
      return String(line.dropFirst(keyword.count)).trimmed
    }
    return nil
  }

  private mutating func addStep(_ step: Step) throws(FeatureReadingError) {
    switch section {
    case .background: background.append(step)
    case .scenario: outline?.steps.append(step)
    case .feature, .examples: throw error("a step outside of a scenario: '\(step.text)'")
    }
  }

  private mutating func readTableRow(_ line: String) throws(FeatureReadingError) {
    guard let cells = TableRow.cells(of: line) else {
      throw error("a row of a table ends with a bar: '\(line)'")
    }
    switch section {
    case .background: try background.addRow(cells, line: next)
    case .scenario: try outline?.steps.addRow(cells, line: next)
    case .examples:
      guard var table = outline?.examples.popLast() else { return }
      if let names = table.names {
        guard names.count == cells.count else {
          throw error("a row of \(cells.count) cells in a table of \(names.count)")
        }
        table.rows.append((next, cells))
      } else {
        table.names = cells
      }
      outline?.examples.append(table)
    case .feature: throw error("a table outside of a scenario")
    }
  }

  private mutating func readText(until delimiter: String) throws(FeatureReadingError) {
    let opening = next
    let indentation = lines[next - 1].prefix { $0.isWhitespace }.count
    var text: [String] = []
    while next < lines.count {
      let line = lines[next]
      next += 1
      if line.trimmed == delimiter {
        let argument = Step.Argument.text(
          text.joined(separator: "\n").replacing("\\\"\\\"\\\"", with: "\"\"\""))
        switch section {
        case .background: try background.setArgument(argument, line: opening)
        case .scenario: try outline?.steps.setArgument(argument, line: opening)
        case .feature, .examples: throw error("a text outside of a scenario")
        }
        return
      }
      let blanks = line.prefix { $0.isWhitespace }.count
      text.append(String(line.dropFirst(min(indentation, blanks))))
    }
    throw FeatureReadingError(line: opening, message: "a text that does not end")
  }

  private func error(_ message: String) -> FeatureReadingError {
    FeatureReadingError(line: next, message: message)
  }
}

extension [Step] {
  /// Adds a row to the table of the last step.
  fileprivate mutating func addRow(_ cells: [String], line: Int) throws(FeatureReadingError) {
    guard var step = popLast() else {
      throw FeatureReadingError(line: line, message: "a table without a step before it")
    }
    switch step.argument {
    case .none: step.argument = .table([cells])
    case .table(let rows): step.argument = .table(rows + [cells])
    case .text: throw FeatureReadingError(line: line, message: "a step with a text and a table")
    }
    append(step)
  }

  fileprivate mutating func setArgument(
    _ argument: Step.Argument, line: Int
  ) throws(FeatureReadingError) {
    guard var step = popLast(), step.argument == .none else {
      throw FeatureReadingError(line: line, message: "a text without a step that could have it")
    }
    step.argument = argument
    append(step)
  }
}

extension String {
  /// Without blanks at both ends.
  var trimmed: String {
    let start = drop { $0.isWhitespace }
    return String(start.prefix(start.count - start.reversed().prefix { $0.isWhitespace }.count))
  }
}
