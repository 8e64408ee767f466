// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import ScenarioRunning

@Suite("Reading of features")
struct FeatureReaderTests {
  @Test("Background, tags, comments, tables and texts")
  func wholeFeature() throws {
    let feature = try FeatureReader.feature(
      of: """
        # a comment
        @everywhere
        Feature: Match1 - Nodes
          What this is about.

          Background:
            Given an empty graph

          @one @two # three
          Scenario: [1] First
            # not a step
            When executing query:
              \"\"\"
              MATCH (n)
                RETURN n
              \"\"\"
            Then the result should be, in any order:
              | n    | m |
              | (:A) |   |
            And no side effects
        """)
    #expect(feature.name == "Match1 - Nodes")
    #expect(
      feature.scenarios == [
        Scenario(
          name: "[1] First", line: 10, tags: ["everywhere", "one", "two"],
          steps: [
            Step(text: "an empty graph", line: 7),
            Step(
              text: "executing query:", line: 12,
              argument: .text("MATCH (n)\n  RETURN n")),
            Step(
              text: "the result should be, in any order:", line: 17,
              argument: .table([["n", "m"], ["(:A)", ""]])),
            Step(text: "no side effects", line: 20),
          ])
      ])
  }

  @Test("Outlines are written out; what is no placeholder stays")
  func outlines() throws {
    let feature = try FeatureReader.feature(
      of: """
        Feature: F
          Scenario Outline: [2] With <op>
            When executing query:
              \"\"\"
              RETURN 1 <op> <(value)> <-- <value>
              \"\"\"
            Then the result should be, in any order:
              | x       |
              | <value> |
            Examples:
              | op | value |
              | <> | '\\|'  |
            @slow
            Examples:
              | op | value |
              | <= | <op>  |
        """)
    let scenarios = feature.scenarios
    #expect(
      scenarios.map(\.name) == ["[2] With <> (example 1)", "[2] With <= (example 2)"])
    #expect(scenarios.map(\.line) == [12, 16])
    #expect(scenarios.map(\.tags) == [[], ["slow"]])
    #expect(scenarios[0].steps[0].argument == .text("RETURN 1 <> <(value)> <-- '|'"))
    #expect(scenarios[0].steps[1].argument == .table([["x"], ["'|'"]]))
    #expect(scenarios[1].steps[1].argument == .table([["x"], ["<op>"]]))
  }

  @Test(
    "Escapes in cells",
    arguments: [
      (#"| a | b |"#, ["a", "b"]),
      (#"|a||"#, ["a", ""]),
      (#"| 'a\|b' |"#, ["'a|b'"]),
      (#"| '\\\\' |"#, [#"'\\'"#]),
      (#"| '\'' |"#, [#"'\''"#]),
      (#"| \nx\n |"#, ["\nx\n"]),
      (#"| \\n |"#, [#"\n"#]),
    ])
  func cells(line: String, cells: [String]) {
    #expect(TableRow.cells(of: line) == cells)
  }

  @Test("Line ends of Windows, and none at the end")
  func lineEnds() throws {
    let feature = try FeatureReader.feature(
      of: "Feature: F\r\n  Scenario: S\r\n    Then no side effects\r\n    When x:\r\n"
        + "      \"\"\"\r\n      a\r\n      \"\"\"")
    #expect(
      feature.scenarios.first?.steps == [
        Step(text: "no side effects", line: 3), Step(text: "x:", line: 4, argument: .text("a")),
      ])
  }

  @Test(
    "What is not Gherkin is refused",
    arguments: [
      ("Scenario: S", "line 1: the file has no feature"),
      ("Feature: F\nGiven x", "line 2: a step outside of a scenario: 'x'"),
      (
        "Feature: F\nScenario: S\nGiven x\nGivenn y",
        "line 4: a step begins with Given, When, Then, And or But: 'Givenn y'"
      ),
      ("Feature: F\nScenario: S\nGiven x\n| a", "line 4: a row of a table ends with a bar: '| a'"),
      ("Feature: F\nScenario: S\nGiven x\n\"\"\"\na", "line 4: a text that does not end"),
      (
        "Feature: F\nScenario: S\nExamples:\n| a |\n| 1 | 2 |",
        "line 5: a row of 2 cells in a table of 1"
      ),
    ])
  func mistakes(text: String, message: String) {
    let error = #expect(throws: FeatureReadingError.self) {
      try FeatureReader.feature(of: text)
    }
    #expect(error?.description == message)
  }
}
