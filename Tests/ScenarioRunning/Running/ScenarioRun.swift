// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// One run of one scenario: it does what the steps say until an expectation is not met.
package struct ScenarioRun {
  /// What the last query did, until the next one.
  private struct Attempt {
    var query: String
    var answer: Result<ScenarioAnswer, ScenarioFault>
    var sideEffects: SideEffects
    var isExpected = false
  }

  /// The end of a scenario that did not pass.
  private struct Ending: Error {
    var verdict: Verdict
    var reason: String
    var expected = ""
    var found = ""
  }

  private let engine: any ScenarioEngine
  private let graphs: NamedGraphs
  private var graph = PropertyGraph()
  private var parameters: [String: Value] = [:]
  private var procedures: [ScenarioProcedure] = []
  private var attempt: Attempt?
  private var setUpQuery: String?

  private init(engine: any ScenarioEngine, graphs: NamedGraphs) {
    self.engine = engine
    self.graphs = graphs
  }

  /// Runs a scenario of a file and judges it.
  package static func outcome(
    of scenario: Scenario, in file: String, engine: any ScenarioEngine, graphs: NamedGraphs
  ) -> ScenarioOutcome {
    var run = ScenarioRun(engine: engine, graphs: graphs)
    var outcome = ScenarioOutcome(
      file: file, line: scenario.line, name: scenario.name, verdict: .passed)
    do throws(Ending) {
      try run.follow(scenario)
    } catch {
      outcome.verdict = error.verdict
      outcome.reason = error.reason
      outcome.expected = error.expected
      outcome.found = error.found
    }
    outcome.query = run.setUpQuery ?? run.attempt?.query ?? ""
    return outcome
  }

  private mutating func follow(_ scenario: Scenario) throws(Ending) {
    if scenario.tags.contains("ignore") {
      throw Ending(verdict: .skipped, reason: "marked to be ignored")
    }
    // All steps are read first: a scenario that is not understood is not half run.
    var steps: [ScenarioStep] = []
    for step in scenario.steps {
      do {
        steps.append(try ScenarioStep(step))
      } catch {
        throw Ending(verdict: .unreadable, reason: error.description)
      }
    }
    for step in steps { try follow(step) }
    try checkAttemptWasExpected()
    if attempt == nil { throw Ending(verdict: .unreadable, reason: "the scenario runs no query") }
  }

  private mutating func follow(_ step: ScenarioStep) throws(Ending) {
    switch step {
    case .emptyGraph: graph = PropertyGraph()
    case .namedGraph(let name):
      guard let queries = graphs.queries(making: name) else {
        throw Ending(verdict: .skipped, reason: "there is no graph '\(name)'")
      }
      graph = PropertyGraph()
      for query in queries { try setUp(query) }
    case .setUp(let query): try setUp(query)
    case .parameters(let values): try setParameters(values)
    case .procedure(let procedure):
      guard engine.runsProcedures else {
        throw Ending(verdict: .skipped, reason: "provides a procedure")
      }
      procedures.append(procedure)
    case .query(let query): try execute(query)
    case .expectRows(let rows): try check(rows)
    case .expectNoRows: try checkNoRows()
    case .expectSideEffects(let sideEffects): try check(sideEffects)
    case .expectError(let error): try check(error)
    case .unsupported(let reason): throw Ending(verdict: .skipped, reason: reason)
    }
  }

  // MARK: Doing

  private mutating func setUp(_ query: String) throws(Ending) {
    setUpQuery = query
    do {
      _ = try engine.answer(
        query, parameters: parameters, procedures: procedures, on: &graph)
    } catch {
      throw ending(of: error, expected: "a graph to begin with", prefix: "setting up: ")
    }
    setUpQuery = nil
  }

  private mutating func setParameters(
    _ values: [ScenarioText: ScenarioValue]
  ) throws(Ending) {
    for (name, value) in values {
      guard let parameter = value.parameter else {
        throw Ending(verdict: .unreadable, reason: "the parameter '\(name.text)' is \(value)")
      }
      parameters[name.text] = parameter
    }
  }

  private mutating func execute(_ query: String) throws(Ending) {
    try checkAttemptWasExpected()
    let earlier = GraphContents(of: graph)
    let answer: Result<ScenarioAnswer, ScenarioFault>
    do {
      answer = .success(
        try engine.answer(query, parameters: parameters, procedures: procedures, on: &graph))
    } catch {
      answer = .failure(error)
    }
    attempt = Attempt(
      query: query, answer: answer,
      sideEffects: GraphContents(of: graph).sideEffects(since: earlier))
  }

  // MARK: Expecting

  /// The answer of the last query, which must be one.
  private mutating func expectedAnswer(_ expected: String) throws(Ending) -> ScenarioAnswer {
    guard let attempt else {
      throw Ending(verdict: .unreadable, reason: "an expectation without a query before it")
    }
    self.attempt?.isExpected = true
    switch attempt.answer {
    case .success(let answer): return answer
    case .failure(let fault): throw ending(of: fault, expected: expected)
    }
  }

  private mutating func check(_ rows: ExpectedRows) throws(Ending) {
    let expected = RowText.table(rows.columns, rows.rows)
    let answer = try expectedAnswer(expected)
    if let difference = rows.difference(from: answer) {
      throw Ending(
        verdict: .wrongAnswer, reason: difference, expected: expected,
        found: RowText.table(answer.columns, answer.rows))
    }
  }

  private mutating func checkNoRows() throws(Ending) {
    let answer = try expectedAnswer("no rows")
    if !answer.rows.isEmpty {
      throw Ending(
        verdict: .wrongAnswer, reason: "rows where none are due", expected: "no rows",
        found: RowText.table(answer.columns, answer.rows))
    }
  }

  private func check(_ sideEffects: SideEffects) throws(Ending) {
    guard let attempt else {
      throw Ending(verdict: .unreadable, reason: "an expectation without a query before it")
    }
    if sideEffects != attempt.sideEffects {
      throw Ending(
        verdict: .wrongAnswer, reason: "other side effects", expected: sideEffects.description,
        found: attempt.sideEffects.description)
    }
    if case .success(let answer) = attempt.answer, let claimed = answer.claimedSideEffects,
      claimed != attempt.sideEffects
    {
      throw Ending(
        verdict: .wrongAnswer, reason: "changes counted wrongly",
        expected: attempt.sideEffects.description, found: claimed.description)
    }
  }

  private mutating func check(_ error: ExpectedError) throws(Ending) {
    guard let attempt else {
      throw Ending(verdict: .unreadable, reason: "an expectation without a query before it")
    }
    self.attempt?.isExpected = true
    switch attempt.answer {
    case .success(let answer):
      throw Ending(
        verdict: .wrongAnswer, reason: "an answer where an error is due: \(error)",
        expected: error.description, found: RowText.table(answer.columns, answer.rows))
    case .failure(let fault) where error.isMet(by: fault): return
    case .failure(let fault):
      throw Ending(
        verdict: fault.isTimeout ? .timedOut : .wrongError,
        reason: "\(error), not \(fault.kind) at \(fault.phase): \(fault.detail)",
        expected: error.description, found: fault.description)
    }
  }

  private func checkAttemptWasExpected() throws(Ending) {
    if let attempt, !attempt.isExpected, case .failure(let fault) = attempt.answer {
      throw ending(of: fault, expected: "an answer")
    }
  }

  private func ending(
    of fault: ScenarioFault, expected: String, prefix: String = ""
  ) -> Ending {
    Ending(
      verdict: fault.isTimeout ? .timedOut : .error,
      reason: "\(prefix)\(fault.kind): \(fault.detail): \(fault.message.withoutQuotedParts)",
      expected: expected, found: fault.description)
  }
}

extension String {
  /// With every part in single quotes shortened away, so that alike messages become equal.
  fileprivate var withoutQuotedParts: String {
    split(separator: "'", omittingEmptySubsequences: false).enumerated()
      .map { $0.offset.isMultiple(of: 2) ? String($0.element) : "'…'" }.joined()
  }
}

/// Rows as lines of text.
enum RowText {
  static func table(_ columns: [String], _ rows: [[ScenarioValue]]) -> String {
    ([columns] + rows.map { $0.map(\.description) })
      .map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
  }
}
