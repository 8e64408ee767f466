// SPDX-License-Identifier: Apache-2.0

/// What a step of a scenario means: the whole vocabulary of openCypher's scenarios.
package enum ScenarioStep: Sendable, Hashable {
  /// `an empty graph` and `any graph`, for which an empty one will do.
  case emptyGraph
  case namedGraph(String)
  case setUp(String)
  case parameters([ScenarioText: ScenarioValue])
  case procedure(ScenarioProcedure)
  case query(String)
  case expectRows(ExpectedRows)
  case expectNoRows
  case expectSideEffects(SideEffects)
  case expectError(ExpectedError)
  /// Something that the engine will never be asked for, with the reason.
  case unsupported(String)
}

/// A step that says nothing we understand.
package struct StepReadingError: Error, Hashable, CustomStringConvertible {
  package let line: Int
  package let message: String

  package var description: String { "line \(line): \(message)" }
}

extension ScenarioStep {
  /// Reads the meaning of a step.
  package init(_ step: Step) throws(StepReadingError) {
    switch step.text {
    case "an empty graph", "any graph": self = .emptyGraph
    case "having executed:": self = .setUp(try step.query())
    case "executing query:", "executing control query:": self = .query(try step.query())
    case "parameters are:": self = .parameters(try step.parameters())
    case "the result should be, in any order:":
      self = .expectRows(try step.rows(isOrdered: false, ignoresListOrder: false))
    case "the result should be, in order:":
      self = .expectRows(try step.rows(isOrdered: true, ignoresListOrder: false))
    case "the result should be (ignoring element order for lists):",
      "the result should be, in any order (ignoring element order for lists):":
      self = .expectRows(try step.rows(isOrdered: false, ignoresListOrder: true))
    case "the result should be, in order (ignoring element order for lists):":
      self = .expectRows(try step.rows(isOrdered: true, ignoresListOrder: true))
    case "the result should be empty": self = .expectNoRows
    case "no side effects": self = .expectSideEffects(SideEffects())
    case "the side effects should be:": self = .expectSideEffects(try step.sideEffects())
    default: self = try Self.patterned(step)
    }
  }

  private static func patterned(_ step: Step) throws(StepReadingError) -> ScenarioStep {
    let text = step.text
    if text.hasPrefix("the "), text.hasSuffix(" graph") {
      return .namedGraph(String(text.dropFirst(4).dropLast(6)))
    }
    if text.hasPrefix("there exists a procedure ") {
      return .procedure(try step.procedure(String(text.dropFirst(25))))
    }
    if text.hasPrefix("there exists a CSV file ") { return .unsupported("reads a file of a URL") }
    if let error = ExpectedError(stepText: text) { return .expectError(error) }
    throw step.error("an unknown step: '\(text)'")
  }
}

extension ExpectedError {
  /// Reads `a TypeError should be raised at runtime: InvalidArgumentType`.
  fileprivate init?(stepText: String) {
    let words = stepText.split(separator: " ", maxSplits: 2)
    guard words.count == 3, words[0] == "a" || words[0] == "an" else { return nil }
    let opening = "should be raised at "
    guard words[2].hasPrefix(opening) else { return nil }
    let parts = words[2].dropFirst(opening.count).split(separator: ":", maxSplits: 1)
    guard parts.count == 2, let phase = Phase(rawValue: String(parts[0]).trimmed) else {
      return nil
    }
    let detail = String(parts[1]).trimmed
    self.init(kind: String(words[1]), phase: phase, detail: detail == "*" ? nil : detail)
  }
}
