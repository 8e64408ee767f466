// SPDX-License-Identifier: Apache-2.0

import GraphModel
import GraphTestSupport
import Testing

/// A query means what it means, however it is planned and whatever its graph is made of.
@Suite("Random queries, planned and stored in different ways")
struct OptimiserTests {
  @Test("a plan in the order of the text gives the same rows")
  func planning() {
    Relation("optimised = as written", cases: 200) { source in
      let text = source.query()
      return Trial([text]) { sketch in
        let graph = try sketch.frozen()
        let first = try graph.bag(text)
        let second = try graph.bag(text, isOptimised: false)
        return first == second ? nil : first.differences(from: second)
      }
    }.check()
  }

  @Test("a graph of edits, and the same compacted, give the same rows")
  func editing() {
    Relation("frozen = edited = compacted", cases: 120, seed: 2) { source in
      let text = source.query()
      let random = source.random
      return Trial([text]) { sketch in
        var random = random
        let edited = try sketch.edited(&random)
        let compacted = try edited.compacted()
        let faults = edited.checkInvariants() + compacted.checkInvariants()
        if !faults.isEmpty { return faults.joined(separator: "\n") }
        let first = try sketch.frozen().bag(text)
        let second = try edited.bag(text)
        if first != second { return "edited: " + first.differences(from: second) }
        let third = try compacted.bag(text)
        return first == third ? nil : "compacted: " + first.differences(from: third)
      }
    }.check()
  }
}
