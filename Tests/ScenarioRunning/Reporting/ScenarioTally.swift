// SPDX-License-Identifier: Apache-2.0

/// How many scenarios ended in which way.
package struct ScenarioTally: Sendable, Hashable {
  package private(set) var counts: [Verdict: Int] = [:]

  package init(_ outcomes: [ScenarioOutcome]) {
    for outcome in outcomes { counts[outcome.verdict, default: 0] += 1 }
  }

  package subscript(verdict: Verdict) -> Int { counts[verdict] ?? 0 }

  package var passed: Int { self[.passed] }
  package var skipped: Int { self[.skipped] }
  package var failed: Int { counts.filter { $0.key.isFailure }.values.reduce(0, +) }
}

extension ScenarioTally: CustomStringConvertible {
  /// The line with which every report ends.
  package var description: String { "\(passed) passed, \(failed) failed, \(skipped) skipped" }
}
