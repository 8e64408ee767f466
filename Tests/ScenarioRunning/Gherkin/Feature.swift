// SPDX-License-Identifier: Apache-2.0

/// A file of scenarios, with outlines already written out and the background put before each.
package struct Feature: Sendable, Hashable {
  package var name: String
  package var scenarios: [Scenario]
}

/// One scenario: a name and what to do and to expect, step by step.
package struct Scenario: Sendable, Hashable {
  package var name: String

  /// Where it begins; of an outline, where the row of examples is. Counted from one.
  package var line: Int

  /// Its own and those of the feature, without the `@`.
  package var tags: [String]
  package var steps: [Step]
}

/// One line of a scenario, without its keyword, and the text or table that belongs to it.
package struct Step: Sendable, Hashable {
  package enum Argument: Sendable, Hashable {
    case none
    case text(String)
    /// Rows of cells, the escapes of Gherkin resolved.
    case table([[String]])
  }

  package var text: String
  package var line: Int
  package var argument: Argument = .none
}

/// A feature file that does not follow the grammar.
package struct FeatureReadingError: Error, Hashable, CustomStringConvertible {
  package let line: Int
  package let message: String

  package var description: String { "line \(line): \(message)" }
}
