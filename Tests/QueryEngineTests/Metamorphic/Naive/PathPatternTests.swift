// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import Foundation
import QueryEngine
import Testing

/// Selectors, modes, repeated groups and costs, compared with trying every edge at every step.
@Suite("Random path patterns, compared with listing all paths")
struct PathPatternTests {
  /// `ENTENTE_CASES=100000` asks for more; `ENTENTE_SEED` begins elsewhere.
  private static let environment = ProcessInfo.processInfo.environment
  private static let first = environment["ENTENTE_SEED"].flatMap(UInt64.init) ?? 1
  private static let cases = environment["ENTENTE_CASES"].flatMap(UInt64.init) ?? 400

  private func check(_ seeds: Range<UInt64>, isOptimised: Bool, isEdited: Bool) throws {
    var endedCount = 0
    for seed in seeds {
      let trial = PathPatternCase(seed: seed)
      do {
        if let fault = try trial.fault(isOptimised: isOptimised, isEdited: isEdited) {
          Issue.record("case \(seed)\n\(trial.text)\non\n\(trial.sketch.text)\n\(fault)")
          return
        }
      } catch let error as QueryError
        where error.faults.contains(where: { $0.kind == .limitExceeded })
      {
        // Modes that look at the whole path are exponential, so a budget may end a rare case.
        endedCount += 1
      }
    }
    #expect(endedCount * 200 <= seeds.count, "\(endedCount) cases ended with the budget")
  }

  @Test("with the search of the algorithms where it fits")
  func optimised() throws {
    try check(Self.first..<Self.first + Self.cases, isOptimised: true, isEdited: false)
  }

  @Test("without it")
  func plain() throws {
    let first = Self.first + Self.cases
    try check(first..<first + Self.cases, isOptimised: false, isEdited: false)
  }

  @Test("on an edited graph")
  func edited() throws {
    let first = Self.first + 2 * Self.cases
    try check(first..<first + Self.cases, isOptimised: true, isEdited: true)
  }
}
