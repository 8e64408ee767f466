// SPDX-License-Identifier: Apache-2.0

package import Foundation

/// Runs a file of scenarios in a process of its own, and a further one after each crash.
package struct FeatureProcess: Sendable {
  private let executable: URL
  private let file: String
  private let arguments: @Sendable (_ first: Int) -> [String]

  /// - Parameter arguments: What the program is called with to run the file from a scenario on.
  package init(
    executable: URL, file: String, arguments: @escaping @Sendable (_ first: Int) -> [String]
  ) {
    self.executable = executable
    self.file = file
    self.arguments = arguments
  }

  /// The outcomes of all scenarios of the file, in its order.
  package func outcomes() -> [ScenarioOutcome] {
    var outcomes: [ScenarioOutcome] = []
    var first = 0
    while true {
      var interrupted: (place: Int, outcome: ScenarioOutcome)?
      let ending: Ending
      do {
        ending = try runOnce(from: first)
      } catch {
        return outcomes + [failure("the process does not start: \(error)")]
      }
      for message in ending.messages {
        switch message {
        case .began(let place, let outcome): interrupted = (place, outcome)
        case .finished(let outcome):
          outcomes.append(outcome)
          interrupted = nil
        case .complete: return outcomes
        }
      }
      guard let (place, unfinished) = interrupted, place >= first else {
        return outcomes + [failure(ending.complaint)]
      }
      var outcome = unfinished
      outcome.verdict = ending.isTimeout ? .timedOut : .crashed
      outcome.reason = ending.isTimeout ? "does not look at the time" : ending.complaint
      outcomes.append(outcome)
      first = place + 1
    }
  }

  /// What a process left behind.
  private struct Ending {
    var messages: [ScenarioMessage]
    var isTimeout: Bool
    var complaint: String
  }

  private func runOnce(from first: Int) throws -> Ending {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments(first)
    // A trap says what it is about in one line; a long account of the stack would only take time.
    process.environment = ProcessInfo.processInfo.environment
      .merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
    let output = Pipe()
    process.standardOutput = output
    // A file, since a pipe that nobody reads would stop the process when it is full.
    let complaints = FileManager.default.temporaryDirectory
      .appending(path: "scenarios-\(UUID().uuidString)")
    try Data().write(to: complaints)
    defer { try? FileManager.default.removeItem(at: complaints) }
    process.standardError = try FileHandle(forWritingTo: complaints)
    try process.run()
    let written = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let lines = (try? String(contentsOf: complaints, encoding: .utf8))?
      .split(whereSeparator: \.isNewline)
    let signal = process.terminationReason == .uncaughtSignal ? "signal" : "status"
    return Ending(
      messages: ScenarioMessage.messages(in: written),
      isTimeout: process.terminationReason == .exit
        && process.terminationStatus == FeatureWorker.timeoutStatus,
      complaint: lines?.first.map { String($0) }
        ?? "the process ended with \(signal) \(process.terminationStatus)")
  }

  private func failure(_ reason: String) -> ScenarioOutcome {
    ScenarioOutcome(
      file: file, line: 1, name: "the whole file", verdict: .unreadable, reason: reason)
  }
}
