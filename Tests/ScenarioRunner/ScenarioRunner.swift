// SPDX-License-Identifier: Apache-2.0

import Foundation
import ScenarioRunning

/// Runs the scenarios of openCypher, each file in a process of its own, and reports.
///
/// Exits with 0 when the ratchet holds, 1 when it does not, 2 when nothing could be run.
@main
struct ScenarioRunner {
  static func main() {
    do {
      let options = try RunnerOptions(Array(CommandLine.arguments.dropFirst()))
      if let part = options.part {
        try FeatureWorker(
          folder: URL(filePath: options.folder), file: part.file, engine: GraphQueryEngine()
        ).run(from: part.first, only: options.filter, writingTo: .standardOutput)
      } else {
        exit(try run(options) ? 0 : 1)
      }
    } catch let mistake as RunnerOptions.Mistake {
      complain(mistake.message + "\n\n" + RunnerOptions.usage)
      exit(2)
    } catch {
      complain("\(error)\n")
      exit(2)
    }
  }

  /// Runs all files.
  /// - Returns: Whether the ratchet holds.
  private static func run(_ options: RunnerOptions) throws -> Bool {
    let ratchet = try options.ratchet.map(readRatchet)
    let executable = URL(filePath: ProcessInfo.processInfo.arguments[0])
    let outcomes = FeatureFolder(URL(filePath: options.folder)).outcomes(processes: 2) { file in
      FeatureProcess(executable: executable, file: file) { first in
        options.arguments(running: .init(file: file, first: first))
      }.outcomes()
    }
    if outcomes.isEmpty {
      throw RunnerOptions.Mistake(message: "no scenarios to run in '\(options.folder)'")
    }
    let report = ScenarioReport(outcomes)
    switch options.detail {
    case .failures: print(report.failures, terminator: "")
    case .list: print(report.list)
    case .summary: break
    }
    print(report.summary)
    let tally = ScenarioTally(outcomes)
    var complaints: [String] = []
    if let ratchet, options.filter == nil {
      complaints = ratchet.complaints(about: tally)
      for line in complaints + [ratchet.advice(about: tally)].compactMap({ $0 }) { print(line) }
    }
    print(tally)
    return complaints.isEmpty
  }

  private static func readRatchet(_ path: String) throws -> Ratchet {
    guard let ratchet = Ratchet(try String(contentsOfFile: path, encoding: .utf8)) else {
      throw RunnerOptions.Mistake(message: "'\(path)' is not a ratchet")
    }
    return ratchet
  }

  private static func complain(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}
