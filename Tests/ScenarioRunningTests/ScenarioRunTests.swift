// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import ScenarioRunning

@Suite("Verdicts on scenarios")
struct ScenarioRunTests {
  private let nowhere = NamedGraphs(folder: URL(filePath: "/nonexistent"))

  /// Runs steps, one a line; a query is what follows `query` or `set up` in the line.
  private func outcome(
    _ lines: String, tags: [String] = [], engine: MadeUpEngine = MadeUpEngine(),
    graphs: NamedGraphs? = nil
  ) throws -> ScenarioOutcome {
    var text = "Feature: F\n\(tags.map { "@\($0)" }.joined(separator: " "))\nScenario: S\n"
    for line in lines.split(separator: "\n") {
      if let query = line.firstRange(of: "query ") {
        text += "When executing query:\n\"\"\"\n\(line[query.upperBound...])\n\"\"\"\n"
      } else if let query = line.firstRange(of: "set up ") {
        text += "Given having executed:\n\"\"\"\n\(line[query.upperBound...])\n\"\"\"\n"
      } else {
        text += line.hasPrefix("|") ? "\(line)\n" : "Then \(line)\n"
      }
    }
    let scenario = try #require(try FeatureReader.feature(of: text).scenarios.first)
    return ScenarioRun.outcome(
      of: scenario, in: "a.feature", engine: engine, graphs: graphs ?? nowhere)
  }

  private static let inAnyOrder = "the result should be, in any order:"

  @Test(
    "Passing",
    arguments: [
      "query one\n\(inAnyOrder)\n| x |\n| 1 |\nno side effects",
      "query nothing\nthe result should be empty",
      "query create\nthe side effects should be:\n| +nodes | 1 |\n| +labels | 1 |",
      "query ?\na SyntaxError should be raised at compile time: UnexpectedSyntax\nno side effects",
      "query ?\nan SyntaxError should be raised at any time: *",
      "set up create\nset up create\nquery count\n\(inAnyOrder)\n| x |\n| 2 |",
      "set up create\nan empty graph\nquery count\n\(inAnyOrder)\n| x |\n| 0 |",
      "parameters are:\n| p | {a: [1]} |\nquery parameter\n\(inAnyOrder)\n| x |\n| {a: [1]} |",
      "there exists a procedure a.b() :: ():\nquery procedures\n\(inAnyOrder)\n| x |\n| 'a.b' |",
      "query create\nthe result should be empty\nquery count\n\(inAnyOrder)\n| x |\n| 1 |",
    ])
  func passing(lines: String) throws {
    let outcome = try outcome(lines)
    #expect(outcome.verdict == .passed, "\(outcome)")
  }

  @Test(
    "A wrong answer is called wrong",
    arguments: [
      ("query one\n\(inAnyOrder)\n| x |\n| 2 |", "other values"),
      ("query one\n\(inAnyOrder)\n| x |\n| 1.0 |", "other values"),
      ("query one\n\(inAnyOrder)\n| x |", "another number of rows"),
      ("query one\n\(inAnyOrder)\n| y |\n| 1 |", "other columns"),
      ("query one\nthe result should be empty", "rows where none are due"),
      ("query create\nno side effects", "other side effects"),
      ("query one\nthe side effects should be:\n| +nodes | 1 |", "other side effects"),
      (
        "query create and be silent\nthe side effects should be:\n| +nodes | 1 |\n| +labels | 1 |",
        "changes counted wrongly"
      ),
      (
        "query one\na TypeError should be raised at runtime: *",
        "an answer where an error is due: TypeError at runtime: *"
      ),
    ])
  func wrong(lines: String, reason: String) throws {
    let outcome = try outcome(lines)
    #expect(outcome.verdict == .wrongAnswer)
    #expect(outcome.reason == reason)
  }

  @Test("What a wrong answer is told with")
  func account() throws {
    let outcome = try outcome("query one\n\(Self.inAnyOrder)\n| x |\n| 'a' |")
    #expect(outcome.query == "one")
    #expect(outcome.expected == "| x |\n| 'a' |")
    #expect(outcome.found == "| x |\n| 1 |")
  }

  @Test(
    "Other verdicts",
    arguments: [
      (
        "query ?\nthe result should be empty", .error,
        "SyntaxError: UnexpectedSyntax: what is '…'?"
      ),
      ("query ?", .error, "SyntaxError: UnexpectedSyntax: what is '…'?"),
      ("query ?\nquery one", .error, "SyntaxError: UnexpectedSyntax: what is '…'?"),
      (
        "set up ?\nquery one", .error,
        "setting up: SyntaxError: UnexpectedSyntax: what is '…'?"
      ),
      (
        "query ?\na TypeError should be raised at compile time: *", .wrongError,
        "TypeError at compile time: *, not SyntaxError at compile time: UnexpectedSyntax"
      ),
      (
        "query ?\na SyntaxError should be raised at runtime: *", .wrongError,
        "SyntaxError at runtime: *, not SyntaxError at compile time: UnexpectedSyntax"
      ),
      (
        "query ?\na SyntaxError should be raised at any time: X", .wrongError,
        "SyntaxError at any time: X, not SyntaxError at compile time: UnexpectedSyntax"
      ),
      ("query late\nthe result should be empty", .timedOut, "LimitExceeded: Deadline: "),
      (
        "query late\na TypeError should be raised at runtime: *", .timedOut,
        "TypeError at runtime: *, not LimitExceeded at runtime: Deadline"
      ),
      ("the moon graph\nquery one", .skipped, "there is no graph 'moon'"),
      (
        "there exists a CSV file with URL as $x, with rows:\n| a |\nquery one", .skipped,
        "reads a file of a URL"
      ),
      ("the result should be empty", .unreadable, "an expectation without a query before it"),
      ("any graph", .unreadable, "the scenario runs no query"),
      ("query one\nthe moon is full", .unreadable, "line 8: an unknown step: 'the moon is full'"),
      (
        "query one\n\(inAnyOrder)\n| x |\n| ? |", .unreadable,
        "line 8: '?' is no value in the value '?'"
      ),
    ] as [(String, Verdict, String)])
  func others(lines: String, verdict: Verdict, reason: String) throws {
    let outcome = try outcome(lines)
    #expect(outcome.verdict == verdict)
    #expect(outcome.reason == reason)
  }

  @Test("Scenarios are skipped by tag, and those with procedures by engines without")
  func skipped() throws {
    #expect(try outcome("query one", tags: ["ignore"]).verdict == .skipped)
    let outcome = try outcome(
      "there exists a procedure a.b() :: ():\nquery one",
      engine: MadeUpEngine(runsProcedures: false))
    #expect(outcome.verdict == .skipped)
    #expect(outcome.reason == "provides a procedure")
  }

  @Test("Named graphs are made by the queries of their files")
  func namedGraphs() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "graphs-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let home = folder.appending(path: "two-1")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    try Data("create;\n  create\n;\n".utf8).write(to: home.appending(path: "two-1.cypher"))
    #expect(
      try outcome(
        "the two-1 graph\nquery count\n\(Self.inAnyOrder)\n| x |\n| 2 |",
        graphs: NamedGraphs(folder: folder)
      ).verdict == .passed)
    try Data(#"{"name": "two-1", "scripts": ["other", "two-1"]}"#.utf8)
      .write(to: home.appending(path: "two-1.json"))
    try Data("create".utf8).write(to: home.appending(path: "other.cypher"))
    #expect(NamedGraphs(folder: folder).queries(making: "two-1") == ["create", "create", "create"])
  }
}
