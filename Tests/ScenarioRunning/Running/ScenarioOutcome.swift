// SPDX-License-Identifier: Apache-2.0

/// How a scenario ended.
package enum Verdict: String, Codable, Sendable, Hashable, CaseIterable {
  /// Other rows or side effects than expected, or an answer where an error was due: the worst that
  /// can happen.
  case wrongAnswer = "wrong answer"
  /// The process ended in the midst of the scenario.
  case crashed
  case timedOut = "timed out"
  /// A query failed that should answer.
  case error
  case wrongError = "wrong error"
  /// The scenario itself is not understood.
  case unreadable
  case skipped
  case passed

  package var isFailure: Bool { self != .passed && self != .skipped }
}

/// The verdict on one scenario, and what there is to say about it.
package struct ScenarioOutcome: Codable, Sendable, Hashable {
  /// The file, from the folder that was given.
  package var file: String
  package var line: Int
  package var name: String
  package var verdict: Verdict

  /// Short, so that equal reasons can be counted.
  package var reason = ""
  package var query = ""
  package var expected = ""
  package var found = ""
}
