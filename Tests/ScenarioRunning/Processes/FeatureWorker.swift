// SPDX-License-Identifier: Apache-2.0

package import Foundation
import Synchronization

/// Runs the scenarios of one file within this process and reports them one by one.
package struct FeatureWorker {
  /// The exit status of a process that took too long for a scenario.
  static let timeoutStatus: Int32 = 75

  private let folder: URL
  private let file: String
  private let engine: any ScenarioEngine
  private let graphs: NamedGraphs

  /// - Parameters:
  ///   - folder: The folder of the scenarios; the graphs are in the folder `graphs` beside it.
  ///   - file: A file, from that folder.
  package init(folder: URL, file: String, engine: any ScenarioEngine) {
    self.folder = folder
    self.file = file
    self.engine = engine
    graphs = NamedGraphs(
      folder: folder.standardizedFileURL.deletingLastPathComponent().appending(path: "graphs"))
  }

  /// Runs the scenarios whose names have a text in them, from a place in the file on.
  package func run(from first: Int, only filter: String?, writingTo output: FileHandle) throws {
    let watch = ScenarioWatch(limit: .seconds(30))
    watch.start()
    defer { watch.stop() }
    for (place, scenario) in try scenarios(only: filter).enumerated().dropFirst(first) {
      var outcome = ScenarioOutcome(
        file: file, line: scenario.line, name: scenario.name, verdict: .crashed)
      outcome.query = scenario.lastQuery
      try output.write(contentsOf: ScenarioMessage.began(place, outcome).line())
      watch.beginScenario()
      outcome = ScenarioRun.outcome(of: scenario, in: file, engine: engine, graphs: graphs)
      try output.write(contentsOf: ScenarioMessage.finished(outcome).line())
    }
    try output.write(contentsOf: ScenarioMessage.complete.line())
  }

  private func scenarios(only filter: String?) throws -> [Scenario] {
    let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
    let scenarios = try FeatureReader.feature(of: text).scenarios
    guard let filter else { return scenarios }
    return scenarios.filter { "\(file):\($0.line) \($0.name)".contains(filter) }
  }
}

extension Scenario {
  fileprivate var lastQuery: String {
    for step in steps.reversed() {
      if case .text(let query) = step.argument { return query }
    }
    return ""
  }
}

/// Ends the process when a scenario takes much longer than its queries may: a loop that does not
/// look at the time.
private final class ScenarioWatch: Sendable {
  private let limit: Duration

  /// When the scenario began; nil once there is nothing more to watch.
  private let began = Mutex<ContinuousClock.Instant?>(.now)

  init(limit: Duration) { self.limit = limit }

  func beginScenario() {
    began.withLock { $0 = .now }
  }

  /// Calls the watch off: whoever runs scenarios within another program lives on.
  func stop() {
    began.withLock { $0 = nil }
  }

  func start() {
    Thread.detachNewThread { [self] in
      while true {
        guard let began = began.withLock({ $0 }) else { return }
        if ContinuousClock.now - began >= limit { break }
        Thread.sleep(forTimeInterval: 1)
      }
      exit(FeatureWorker.timeoutStatus)
    }
  }
}
