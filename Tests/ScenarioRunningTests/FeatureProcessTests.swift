// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import ScenarioRunning

@Suite("Processes that run scenarios")
struct FeatureProcessTests {
  /// What a shell makes of a script, which gets the place of the first scenario as `$1`.
  private func outcomes(_ script: String) -> [ScenarioOutcome] {
    FeatureProcess(executable: URL(filePath: "/bin/sh"), file: "a.feature") { first in
      ["-c", script, "sh", String(first)]
    }.outcomes()
  }

  private func line(_ message: ScenarioMessage) throws -> String {
    "echo '\(String(decoding: try message.line(), as: UTF8.self).trimmed)'\n"
  }

  private func scenario(_ name: String, _ verdict: Verdict = .crashed) -> ScenarioOutcome {
    ScenarioOutcome(file: "a.feature", line: 1, name: name, verdict: verdict)
  }

  @Test("A crash is the scenario's, and the rest of the file is run")
  func crash() throws {
    let outcomes = outcomes(
      """
      if [ $1 = 0 ]; then
      \(try line(.began(0, scenario("first"))))\(try line(.finished(scenario("first", .passed))))
      \(try line(.began(1, scenario("second"))))
      echo 'Fatal error: out of range' >&2
      kill -ILL $$
      fi
      [ $1 = 2 ] || exit 1
      \(try line(.began(2, scenario("third"))))\(try line(.finished(scenario("third", .passed))))
      \(try line(.complete))
      """)
    #expect(outcomes.map(\.name) == ["first", "second", "third"])
    #expect(outcomes.map(\.verdict) == [.passed, .crashed, .passed])
    #expect(outcomes[1].reason == "Fatal error: out of range")
  }

  @Test("A process that ends itself for want of time, and one that dies without a word")
  func endings() throws {
    let began = try line(.began(0, scenario("first")))
    let rest = "if [ $1 = 1 ]; then\n\(try line(.complete))exit; fi\n"
    #expect(outcomes("\(rest)\(began)exit 75").map(\.verdict) == [.timedOut])
    let killed = outcomes("\(rest)\(began)kill -KILL $$")
    #expect(killed.map(\.verdict) == [.crashed])
    #expect(killed.first?.reason == "the process ended with signal 9")
  }

  @Test("A file that cannot be run is one failure")
  func unreadable() throws {
    let outcomes = outcomes("echo 'line 3: no' >&2; exit 2")
    #expect(outcomes.map(\.verdict) == [.unreadable])
    #expect(outcomes.first?.reason == "line 3: no")
    let missing = FeatureProcess(executable: URL(filePath: "/nonexistent"), file: "a") { _ in [] }
    #expect(missing.outcomes().map(\.verdict) == [.unreadable])
  }

  @Test("A worker reports what it runs; files are found at any depth")
  func worker() throws {
    let home = FileManager.default.temporaryDirectory
      .appending(path: "scenarios-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: home) }
    let folder = home.appending(path: "features")
    try FileManager.default.createDirectory(
      at: folder.appending(path: "deep"), withIntermediateDirectories: true)
    let query = "When executing query:\n\"\"\"\none\n\"\"\"\n"
    try Data("Feature: F\nScenario: A\n\(query)Scenario: B\n\(query)Scenario: A 2\n\(query)".utf8)
      .write(to: folder.appending(path: "deep/a.feature"))
    #expect(FeatureFolder(folder).files() == ["deep/a.feature"])

    let written = home.appending(path: "output")
    try Data().write(to: written)
    let output = try FileHandle(forWritingTo: written)
    try FeatureWorker(folder: folder, file: "deep/a.feature", engine: MadeUpEngine())
      .run(from: 1, only: " A", writingTo: output)
    let messages = ScenarioMessage.messages(in: try Data(contentsOf: written))
    var outcome = ScenarioOutcome(
      file: "deep/a.feature", line: 12, name: "A 2", verdict: .crashed, query: "one")
    let began = outcome
    outcome.verdict = .passed
    #expect(messages == [.began(1, began), .finished(outcome), .complete])
  }
}
