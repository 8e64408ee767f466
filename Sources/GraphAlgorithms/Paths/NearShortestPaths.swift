// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// The loopless paths that are shortest, then those with one edge more, then those with two, in
/// order.
///
/// A walk of these lengths that neither stays at a node nor turns back at once is loopless by
/// itself: cut out a cycle, of three edges or more, and what is left would be shorter than the
/// shortest. So they are found by walking on from the start, entries in order, wherever the end can
/// still be reached in just as many edges as are left; nothing is searched anew for each path.
///
/// Where the end can be reached is known near the end from the levels of the search from there. A
/// node from which it cannot be reached is remembered, so each is found out once, or twice where
/// turning back is what would have led there.
///
/// Complexity: O(edges within the two half balls), then O(hops · degree) a path; for each edge more
/// one further level from the end.
struct NearShortestPaths<Test: StepTest> {
  private let view: TraversalView
  private let test: Test
  private let memory: SearchMemory
  private let search: BidirectionalSearch<Test>
  private let start: UInt32
  private let end: UInt32
  private let maximumHops: Int

  /// Whether no more are wanted, or none are left that the question admits.
  private(set) var isComplete = false

  /// The view and the memory must outlive it.
  init(
    _ view: TraversalView, test: Test, memory: SearchMemory, start: UInt32, end: UInt32,
    maximumHops: Int
  ) {
    self.view = view
    self.test = test
    self.memory = memory
    search = BidirectionalSearch(view, test: test, memory: memory)
    self.start = start
    self.end = end
    self.maximumHops = maximumHops
  }

  /// Up to `count` paths, as entries, as long as `goesOn` says so.
  mutating func list(
    count: Int, meter: inout BudgetMeter, while goesOn: ([[UInt32]]) -> Bool
  ) throws(TraversalError) -> [[UInt32]] {
    var outcome = try search.meet(
      from: start, to: end, maximumHops: maximumHops, meter: &meter)
    defer { search.finish(outcome) }
    guard case .met(let meeting) = outcome else {
      isComplete = true
      return []
    }
    var found: [[UInt32]] = []
    var levels = meeting
    for slack in 0...LevelWalk<Test>.slackLimit {
      if slack > 0 {
        levels = try search.extendBackward(levels, meter: &meter)
        outcome = .met(levels)
      }
      var walk = LevelWalk(view, test: test, memory: memory, meeting: levels, slack: slack)
      defer { walk.forget() }
      let isEnough = try walk.list(
        into: &found, count: count, from: start, meter: &meter, while: goesOn)
      isComplete = isEnough || levels.hops >= maximumHops
      if isComplete { break }
    }
    return found
  }
}
