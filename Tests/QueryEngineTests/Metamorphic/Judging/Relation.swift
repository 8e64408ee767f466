// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import Foundation
import GraphTestSupport
import QueryEngine
import Testing

/// Tries a relation between queries on many random graphs, with the same cases in every run.
///
/// `ENTENTE_CASES=100000` asks for more cases than the ordinary run has, and prints how many were
/// tried; `ENTENTE_SEED` begins elsewhere.
struct Relation {
  let name: String
  let cases: Int
  let seed: UInt64
  let make: (inout QuerySource) -> Trial

  /// - Parameters:
  ///   - cases: how many the ordinary run tries.
  ///   - make: draws the queries of one case.
  init(
    _ name: String, cases: Int = 200, seed: UInt64 = 1,
    _ make: @escaping (inout QuerySource) -> Trial
  ) {
    self.name = name
    let environment = ProcessInfo.processInfo.environment
    self.cases = environment["ENTENTE_CASES"].flatMap(Int.init) ?? cases
    self.seed = environment["ENTENTE_SEED"].flatMap(UInt64.init) ?? seed
    self.make = make
  }

  /// Tries all cases. At most three discrepancies are reported, each on a graph as small as it can
  /// be; a case whose query fails or is too large is passed over, but few may be.
  func check(sourceLocation: SourceLocation = #_sourceLocation) {
    var discrepancies = 0
    var passedOver = 0
    for number in 0..<cases {
      var random = SeededGenerator(seed: seed &* 1_000_003 &+ UInt64(number))
      var source = QuerySource(SeededGenerator(seed: random.next()))
      let trial = make(&source)
      let sketch = Self.graph(for: trial, &random)
      do {
        guard let fault = try trial.fault(sketch) else { continue }
        discrepancies += 1
        if discrepancies <= 3 {
          report(fault, trial, sketch, number, sourceLocation)
        }
      } catch let error as QueryError where error.faults.allSatisfy({ $0.phase == .runtime }) {
        passedOver += 1
      } catch {
        discrepancies += 1
        if discrepancies <= 3 {
          report("refused: \(error)", trial, sketch, number, sourceLocation)
        }
      }
    }
    if ProcessInfo.processInfo.environment["ENTENTE_CASES"] != nil {
      print("\(name): tried \(cases), passed over \(passedOver), discrepancies \(discrepancies)")
    }
    #expect(passedOver * 10 <= cases, "too many cases end early", sourceLocation: sourceLocation)
  }

  /// A graph on which the first query has rows, if one of a few has them: what holds of no rows
  /// says little.
  private static func graph(for trial: Trial, _ random: inout SeededGenerator) -> GraphSketch {
    var sketch = GraphSketch.random(&random)
    for _ in 0..<8 {
      guard let first = trial.queries.first,
        let rows = try? sketch.frozen().bag(first).count, rows == 0
      else { break }
      sketch = .random(&random)
    }
    return sketch
  }

  private func report(
    _ fault: String, _ trial: Trial, _ sketch: GraphSketch, _ number: Int,
    _ sourceLocation: SourceLocation
  ) {
    let smallest = trial.smallestFailing(sketch)
    let shown = (try? trial.fault(smallest)) ?? fault
    Issue.record(
      """
      \(name), case \(number)
      \(trial.queries.joined(separator: "\n"))
      on
      \(smallest.text)
      \(shown)
      """, sourceLocation: sourceLocation)
  }
}
