// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import ScenarioRunning

@Suite("Reports and the ratchet")
struct ScenarioReportTests {
  private let outcomes = [
    ScenarioOutcome(file: "a.feature", line: 3, name: "[1] One", verdict: .passed),
    ScenarioOutcome(
      file: "a.feature", line: 9, name: "[2] Two", verdict: .error, reason: "SyntaxError: X",
      query: "RETURN", expected: "no rows", found: "SyntaxError: X: what is this?"),
    ScenarioOutcome(
      file: "b.feature", line: 2, name: "[1] Other", verdict: .wrongAnswer,
      reason: "other values", query: "RETURN 1\nAS x", expected: "| x |\n| 1 |",
      found: "| x |\n| \(String(repeating: "2", count: 200)) |"),
    ScenarioOutcome(
      file: "b.feature", line: 5, name: "[2] Late", verdict: .skipped, reason: "too late"),
    ScenarioOutcome(
      file: "b.feature", line: 8, name: "[3] More", verdict: .error, reason: "SyntaxError: X"),
  ]

  @Test("Failures, the worst first")
  func failures() {
    #expect(
      ScenarioReport(outcomes).failures == """
        == wrong answer: 1

        b.feature:2 [1] Other
          other values
          query
            RETURN 1
            AS x
          expected
            | x |
            | 1 |
          found
            | x |
            | \(String(repeating: "2", count: 158))…

        == error: 2

        a.feature:9 [2] Two
          SyntaxError: X
          query
            RETURN
          expected
            no rows
          found
            SyntaxError: X: what is this?

        b.feature:8 [3] More
          SyntaxError: X


        """)
  }

  @Test("List and summary")
  func lists() {
    let report = ScenarioReport(outcomes)
    #expect(
      report.list == """
        passed: a.feature:3 [1] One
        error: a.feature:9 [2] Two: SyntaxError: X
        wrong answer: b.feature:2 [1] Other: other values
        skipped: b.feature:5 [2] Late: too late
        error: b.feature:8 [3] More: SyntaxError: X

        """)
    #expect(
      report.summary == """
        == verdicts

             1 wrong answer
             2 error
             1 skipped
             1 passed

        == most frequent reasons

             2 error: SyntaxError: X
             1 skipped: too late
             1 wrong answer: other values

        """)
    #expect(ScenarioTally(outcomes).description == "1 passed, 3 failed, 1 skipped")
  }

  @Test("The ratchet holds, breaks, and can be raised")
  func ratchet() throws {
    let tally = ScenarioTally(outcomes)
    let holding = Ratchet(passing: 1, wrongAnswers: 1)
    #expect(holding.complaints(about: tally).isEmpty)
    #expect(holding.advice(about: tally) == nil)
    #expect(
      Ratchet(passing: 2, wrongAnswers: 0).complaints(about: tally) == [
        "only 1 scenarios pass; 2 must", "1 wrong answers; 0 are let through",
      ])
    #expect(Ratchet(passing: 2, wrongAnswers: 0).advice(about: tally) == nil)
    #expect(
      Ratchet(passing: 0, wrongAnswers: 1).advice(about: tally)
        == "the ratchet could be raised: passing 1, wrong-answers 1")
    #expect(
      Ratchet("# why\npassing 12 # so\n\nwrong-answers 0\n")
        == Ratchet(passing: 12, wrongAnswers: 0))
    for text in ["", "passing 1", "passing 1\nwrong-answers x", "passing 1\nother 2"] {
      #expect(Ratchet(text) == nil)
    }
  }
}
