// SPDX-License-Identifier: Apache-2.0

/// The outcomes of a run as text.
package struct ScenarioReport {
  private let outcomes: [ScenarioOutcome]

  package init(_ outcomes: [ScenarioOutcome]) { self.outcomes = outcomes }

  /// One line for each scenario.
  package var list: String {
    outcomes.map { outcome in
      let reason = outcome.reason.isEmpty ? "" : ": \(outcome.reason)"
      return "\(outcome.verdict.rawValue): \(outcome.place) \(outcome.name)\(reason)\n"
    }.joined()
  }

  /// The failures, the worst kind first, each with its query, what was expected and what came.
  package var failures: String {
    Verdict.allCases.filter(\.isFailure).map { verdict in
      let failures = outcomes.filter { $0.verdict == verdict }
      if failures.isEmpty { return "" }
      return "== \(verdict.rawValue): \(failures.count)\n\n"
        + failures.map(Self.account).joined(separator: "\n") + "\n"
    }.joined()
  }

  private static func account(of failure: ScenarioOutcome) -> String {
    var text = "\(failure.place) \(failure.name)\n  \(failure.reason)\n"
    for (title, content) in [
      ("query", failure.query), ("expected", failure.expected), ("found", failure.found),
    ] where !content.isEmpty {
      text += "  \(title)\n"
      for line in content.shortened { text += "    \(line)\n" }
    }
    return text
  }

  /// The number of scenarios for each verdict, and the most frequent reasons for not passing.
  package var summary: String {
    let tally = ScenarioTally(outcomes)
    var text = "== verdicts\n\n"
    for verdict in Verdict.allCases where tally[verdict] > 0 {
      text += "\(Self.padded(tally[verdict])) \(verdict.rawValue)\n"
    }
    let reasons = Dictionary(
      outcomes.filter { $0.verdict != .passed }
        .map { ("\($0.verdict.rawValue): \($0.reason)", 1) }, uniquingKeysWith: +)
    if reasons.isEmpty { return text }
    text += "\n== most frequent reasons\n\n"
    let sorted = reasons.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    for (reason, count) in sorted.prefix(20) { text += "\(Self.padded(count)) \(reason)\n" }
    return text
  }

  /// Right-aligned in six places.
  private static func padded(_ count: Int) -> String {
    let digits = String(count)
    return String(repeating: " ", count: max(0, 6 - digits.count)) + digits
  }
}

extension ScenarioOutcome {
  fileprivate var place: String { "\(file):\(line)" }
}

extension String {
  /// At most twelve lines of at most 160 characters.
  fileprivate var shortened: [String] {
    let lines = split(separator: "\n", omittingEmptySubsequences: false)
    let kept = lines.prefix(12).map { $0.count > 160 ? "\($0.prefix(160))…" : String($0) }
    return lines.count > 12 ? kept + ["… \(lines.count - 12) more lines"] : kept
  }
}
