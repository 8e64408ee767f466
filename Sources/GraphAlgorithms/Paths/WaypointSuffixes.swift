// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// Ways on that pass what is left of the waypoints: the first of the shortest walks over pairs of a
/// node and the waypoints passed.
///
/// Such a way may pass one node twice, with different waypoints behind it. It is then no path, but
/// nothing of its set comes before it, so the search for loopless paths stays exact. Where this
/// goes on (a waypoint at the end of a cul-de-sac), each further search is kept to nodes that some
/// loopless way to the end can pass, and fails at once when a waypoint has none of them.
///
/// Finding a loopless path through waypoints is NP-hard in general; the budget bounds the search.
///
/// Complexity: that of ``WaypointSearch`` for each way on.
struct WaypointSuffixes<Test: StepTest>: SuffixSearch {
  /// Ways with a loop after which searches look ahead.
  private static var patience: Int { 32 }

  private let view: TraversalView
  private let test: Test
  private let memory: SearchMemory
  private let end: UInt32
  private let waypoints: WaypointTable
  private var search: WaypointSearch<Test>
  private var loopCount = 0
  private var region: LooplessRegion?

  init(
    _ view: TraversalView, test: Test, memory: SearchMemory, end: UInt32,
    waypoints: WaypointTable
  ) {
    self.view = view
    self.test = test
    self.memory = memory
    self.end = end
    self.waypoints = waypoints
    search = WaypointSearch(view, test: test, memory: memory, end: end, waypoints: waypoints)
  }

  mutating func noteLoop() { loopCount += 1 }

  mutating func firstSuffix(
    after prefix: ArraySlice<UInt32>, excluded: [UInt32], maximumHops: Int,
    meter: inout BudgetMeter
  ) throws(TraversalError) -> [UInt32]? {
    guard let start = prefix.last else { return nil }
    let progress = prefix.dropFirst().reduce(0) { waypoints.progress($0, passing: $1) }
    if loopCount >= Self.patience {
      let region = self.region ?? LooplessRegion(view, end: end)
      self.region = region
      try region.compute(from: start, test: test, memory: memory, meter: &meter)
      guard waypoints.canBePassed(after: progress, within: region.contains) else { return nil }
    }
    return try search.firstWay(
      from: start, progress: progress, excluded: excluded, maximumHops: maximumHops,
      region: region, meter: &meter)
  }
}
