// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// Counts the nodes within some steps of a node, level by level. One bit for each node says
/// whether it was seen.
///
/// Complexity: O(edges at the nodes nearer than the depth).
struct ReachCount<Runs: EntryRuns, Test: StepTest> {
  let runs: Runs
  let test: Test
  let memory: SearchMemory

  /// The number of nodes, the start left out.
  func count(
    from start: UInt32, depth: Int, meter: inout BudgetMeter
  ) throws(TraversalError) -> Int {
    let seen = memory.forwardBits
    let nodes = memory.forwardNodes
    nodes[0] = start
    seen.insert(start)
    var scan = LevelScan(
      runs: runs, test: test, meeting: NoMeeting(), record: NoRecord(), nodes: nodes,
      seen: seen.words, place: 0, found: 1)
    defer { seen.forget(nodes, count: scan.found) }
    var reached = 0
    while reached < depth, scan.place < scan.found, scan.found < memory.nodeCount {
      reached += 1
      let end = scan.found
      while scan.place < end { try meter.charge(scan.advance(to: end)) }
    }
    return scan.found - 1
  }
}
